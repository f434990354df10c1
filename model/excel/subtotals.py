"""Printed sums of some rows of a table, held against those rows; sums in which somebody was added twice."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Final

from model.excel.column_values import Complaint, Values
from model.excel.layout import Layout, Row, RowKind
from model.excel.row_regions import Block, block_of
from model.problems import Severity
from model.regions import regions

_SUMS: Final = frozenset([RowKind.TOTAL, RowKind.SUBTOTAL, RowKind.PROVINCE])


def check_subtotals(
    values: Values, layout: Layout, ignored: Set[int], tolerance: float
) -> Iterator[Complaint]:
    """Yield a complaint for each subtotal of a column that fits none of the rows that it may be of.

    Those are the regions directly above it, the regions directly below it (a branch above its
    regencies), all regencies or all cities. One whose rows are not all known is not checked.
    """
    printed_sums = [
        (place, row, printed)
        for place, row in enumerate(layout.rows)
        if row.kind is RowKind.SUBTOTAL and (printed := values.by_row.get(row.index)) is not None
    ]
    alike = _regions_by_block(layout, ignored) if printed_sums else {}
    for place, row, printed in printed_sums:
        blocks = [block for block in _blocks(place, row, layout, alike, ignored) if block]
        told = [_sum(values, block) for block in blocks]
        known = [total for total in told if total is not None]
        if not known or len(known) < len(told) or any(abs(printed - total) <= tolerance for total in known):
            continue
        facts: dict[str, object] = {
            "printed": printed, "parts": known[0], "difference": printed - known[0],
            "measure": str(values.column.measure), "tolerance": tolerance,
        }  # fmt: skip
        yield Complaint(Severity.ERROR, "subtotal_differs", row.index, values.column.index, facts)


def _regions_by_block(layout: Layout, ignored: Set[int]) -> dict[Block, list[Row]]:
    found: dict[Block, list[Row]] = {}
    for row in layout.rows:
        if _is_region(row, ignored):
            found.setdefault(block_of(row), []).append(row)
    return found


def _blocks(
    place: int, row: Row, layout: Layout, alike: Mapping[Block, Sequence[Row]], ignored: Set[int]
) -> Iterator[list[Row]]:
    rows = layout.rows
    yield _run((rows[index] for index in range(place - 1, -1, -1)), row, ignored)
    yield _run((rows[index] for index in range(place + 1, len(rows))), row, ignored)
    for kind in ("kabupaten", "kota"):
        yield [other for other in alike.get(block_of(row), ()) if regions()[other.region].kind == kind]


def _run(rows: Iterable[Row], row: Row, ignored: Set[int]) -> list[Row]:
    """The regions at the beginning of *rows*, up to the first sum or the first row of another block."""
    run: list[Row] = []
    for other in rows:
        if other.kind in _SUMS or block_of(other) != block_of(row):
            break
        if _is_region(other, ignored):
            run.append(other)
    return run


def _is_region(row: Row, ignored: Set[int]) -> bool:
    return row.kind is RowKind.REGION and row.index not in ignored and row.region in regions()


def _sum(values: Values, rows: Sequence[Row]) -> float | None:
    told = [values.by_row.get(row.index) for row in rows]
    known = [value for value in told if value is not None]
    return float(sum(known)) if len(known) == len(told) else None


def is_counted_twice(
    values: Values, block: Sequence[Row], total: Row, parts: float, tolerance: float
) -> bool:
    """Say whether a total that misses its parts fits once subtotals, districts or the province join them.

    *block* are all rows of its period and segment.
    """
    printed = values.by_row.get(total.index)
    if printed is None:
        return False
    for kinds in (
        {RowKind.SUBTOTAL},
        {RowKind.PROVINCE},
        {RowKind.PART},
        {RowKind.SUBTOTAL, RowKind.PROVINCE},
    ):
        again = [
            value
            for row in block
            if row.kind in kinds and row.index != total.index and (value := values.by_row.get(row.index))
        ]
        if again and abs(printed - parts - sum(again)) <= tolerance:
            return True
    return False
