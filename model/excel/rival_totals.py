"""Several bare totals of the same rows, "Jumlah" and "Total": the one that fits its parts is taken."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from model.excel.column_values import Values
from model.excel.grid import Sheet, a1
from model.excel.header_words import plain_words
from model.excel.layout import Layout, Row, RowKind
from model.excel.notices import notice, shown
from model.excel.printed_totals import tolerance
from model.excel.row_regions import Block, block_of
from model.measures import Measure
from model.problems import Problem, Severity

UNCLEAR: Final = "total_unclear"
"""Of several totals of the same rows none, or more than one, fits its parts: whose they are is asked."""
_ALIKE: Final = "totals_alike"
"""The same where they go by one name: no answer about a name can tell them apart."""
_SUMS: Final = frozenset([RowKind.TOTAL, RowKind.SUBTOTAL, RowKind.PROVINCE])
_PARTS: Final = frozenset([RowKind.REGION, RowKind.NOT_MATCHED])
_FEWEST: Final = 2


def with_one_total(layout: Layout, columns: Sequence[Values], sheet: Sheet, file: str) -> Layout:
    """Return the layout where of several totals of the same rows at most one is left, and say which.

    Totals that say the same are left alone. Where the figures do not show which one is right,
    none is used and each is a problem "total_unclear", which an answer about its name settles.
    """
    counts = [values for values in columns if values.column.measure is not Measure.REPORTED_COVERAGE]
    gone: set[int] = set()
    whole: dict[Block, int] = {}
    problems: list[Problem] = []
    for block, rows in _blocks(layout.rows).items():
        rivals = [row for row in _rivals(rows) if _has_figures(counts, row)]
        if len(rivals) < _FEWEST or _same(counts, rivals):
            continue
        parts = [row for row in rows if row.kind in _PARTS and not row.beside]
        fitting = [row for row in rivals if _fits(counts, row, parts)]
        if len(fitting) == 1:
            whole[block] = fitting[0].index
        gone |= {row.index for row in rivals} - ({fitting[0].index} if len(fitting) == 1 else set())
        problems += _said(layout, sheet, file, rivals, fitting)
    if not problems:
        return layout
    kept = (row for row in layout.rows if row.index not in gone)
    told = tuple(
        replace(row, kind=RowKind.TOTAL) if whole.get(block_of(row)) == row.index else row for row in kept
    )
    return replace(layout, rows=told, problems=(*layout.problems, *problems))


def _blocks(rows: Iterable[Row]) -> dict[Block, list[Row]]:
    """The rows of each period and segment, if any of its totals has rivals."""
    blocks: dict[Block, list[Row]] = {}
    for row in rows:
        blocks.setdefault(block_of(row), []).append(row)
    return {block: listed for block, listed in blocks.items() if any(row.bare for row in listed)}


def _rivals(rows: Sequence[Row]) -> list[Row]:
    """The bare totals of a block that can be of all its regions; others are of the rows next to them."""
    regions = sum(row.kind in _PARTS for row in rows)
    return [
        row
        for place, row in enumerate(rows)
        if row.kind is RowKind.TOTAL or (row.bare and _most_beside(rows, place) == regions)
    ]


def _most_beside(rows: Sequence[Row], place: int) -> int:
    above = (rows[index] for index in range(place - 1, -1, -1))
    below = (rows[index] for index in range(place + 1, len(rows)))
    return max(_run(above), _run(below))


def _run(rows: Iterable[Row]) -> int:
    """How many regions stand next to a total, beyond other bare totals."""
    count = 0
    for row in rows:
        if row.kind in _SUMS and (count or not row.bare):
            break
        count += row.kind in _PARTS
    return count


def _has_figures(counts: Sequence[Values], row: Row) -> bool:
    return any(values.by_row.get(row.index) is not None for values in counts)


def _same(counts: Sequence[Values], rivals: Sequence[Row]) -> bool:
    return all(len({values.by_row.get(row.index) for row in rivals} - {None}) <= 1 for values in counts)


def _fits(counts: Sequence[Values], total: Row, parts: Sequence[Row]) -> bool:
    """Say whether a total is the sum of its parts in every column in which that can be told, and in one."""
    told: list[bool] = []
    for values in counts:
        printed = values.by_row.get(total.index)
        known = [part for row in parts if (part := values.by_row.get(row.index)) is not None]
        if printed is not None and len(known) == len(parts) >= _FEWEST:
            told.append(abs(printed - sum(known)) <= tolerance(values, len(known)))
    return bool(told) and all(told)


def _said(
    layout: Layout, sheet: Sheet, file: str, rivals: Sequence[Row], fitting: Sequence[Row]
) -> list[Problem]:
    names = {row.index: _name(sheet, layout, row.index) for row in rivals}
    if len(fitting) != 1:
        code = UNCLEAR if len(set(map(plain_words, names.values()))) == len(rivals) else _ALIKE
        return [
            notice(Severity.ERROR, code, file, layout.sheet, _cell(layout, row), name=name)
            for row, name in names.items()
        ]
    used = fitting[0].index
    return [
        notice(
            Severity.WARNING, "total_of_several", file, layout.sheet, _cell(layout, row.index),
            name=names[row.index], used=_cell(layout, used),
        )
        for row in rivals
        if row.index != used
    ]  # fmt: skip


def _cell(layout: Layout, row: int) -> str:
    return a1(row, layout.name_column)


def _name(sheet: Sheet, layout: Layout, row: int) -> str:
    """The name of a total, which may stand further left than those of regions."""
    cells = (sheet.cell(row, column) for column in range(layout.name_column, -1, -1))
    return shown(next((cell for cell in cells if isinstance(cell, str) and cell.strip()), ""))
