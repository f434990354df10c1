"""Printed sums of some rows of a table, held against those rows; sums in which somebody was added twice."""

from collections.abc import Iterator, Sequence, Set
from typing import Final

from model.excel.column_values import Complaint, Values
from model.excel.layout import Layout, Row, RowKind
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
    for place, row in enumerate(layout.rows):
        printed = values.by_row.get(row.index)
        if row.kind is not RowKind.SUBTOTAL or printed is None:
            continue
        blocks = [block for block in _blocks(place, row, layout, ignored) if block]
        told = [_sum(values, block) for block in blocks]
        known = [total for total in told if total is not None]
        if not known or len(known) < len(told) or any(abs(printed - total) <= tolerance for total in known):
            continue
        facts: dict[str, object] = {
            "printed": printed, "parts": known[0], "difference": printed - known[0],
            "measure": str(values.column.measure), "tolerance": tolerance,
        }  # fmt: skip
        yield Complaint(Severity.ERROR, "subtotal_differs", row.index, values.column.index, facts)


def _blocks(place: int, row: Row, layout: Layout, ignored: Set[int]) -> Iterator[list[Row]]:
    rows = layout.rows
    yield _run([*reversed(rows[:place])], row, ignored)
    yield _run(rows[place + 1 :], row, ignored)
    for kind in ("kabupaten", "kota"):
        yield [
            other for other in rows if _is_part(other, row, ignored) and regions()[other.region].kind == kind
        ]


def _run(rows: Sequence[Row], row: Row, ignored: Set[int]) -> list[Row]:
    """The regions at the beginning of *rows*, up to the first sum or the first row of another block."""
    run: list[Row] = []
    for other in rows:
        if other.kind in _SUMS or (other.period, other.segment) != (row.period, row.segment):
            break
        if _is_part(other, row, ignored):
            run.append(other)
    return run


def _is_part(other: Row, row: Row, ignored: Set[int]) -> bool:
    same = (other.period, other.segment) == (row.period, row.segment)
    return other.kind is RowKind.REGION and same and other.index not in ignored and other.region in regions()


def _sum(values: Values, rows: Sequence[Row]) -> float | None:
    told = [values.by_row.get(row.index) for row in rows]
    known = [value for value in told if value is not None]
    return float(sum(known)) if len(known) == len(told) else None


def is_counted_twice(values: Values, layout: Layout, total: Row, parts: float, tolerance: float) -> bool:
    """Say whether a total that misses its parts fits once subtotals, districts or the province join them."""
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
            for row in layout.rows
            if row.kind in kinds
            and row.index != total.index
            and (row.period, row.segment) == (total.period, total.segment)
            and (value := values.by_row.get(row.index))
        ]
        if again and abs(printed - parts - sum(again)) <= tolerance:
            return True
    return False
