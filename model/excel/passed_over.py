"""Tables that name no regions, beside or below one that does: they are not read, and that is said."""

from collections.abc import Iterator, Sequence
from typing import Final

from model.excel.grid import Cell, Sheet, a1
from model.excel.header_periods import moment_of
from model.excel.layout import Layout
from model.excel.notices import notice
from model.excel.row_words import is_figure_like, is_footer, is_numbering
from model.problems import Problem, Severity

_FEWEST: Final = 2
"""Fewer rows with a name and a figure than this are no table."""


def passed_over(sheet: Sheet, layout: Layout | None, file: str) -> Iterator[Problem]:
    """Yield a finding for each block of rows below the table of *layout* that looks like a table.

    *layout* is None where the whole *sheet* (one table's part of it) was not recognised.
    """
    after = layout.area[2] + 1 if layout else 0
    begin, lines = -1, 0
    for index, row in enumerate((*sheet.rows[after:], ()), after):
        if any(cell is not None for cell in row):
            begin = index if begin < 0 else begin
            lines += _is_line(row)
            continue
        if lines >= _FEWEST:
            column = next(place for place, cell in enumerate(sheet.rows[begin]) if cell is not None)
            yield notice(Severity.INFO, "table_without_regions", file, sheet.name, a1(begin, column))
        begin, lines = -1, 0


def _is_line(row: Sequence[Cell]) -> bool:
    """Say whether a row names something and has a figure to the right of it."""
    named = next((place for place, cell in enumerate(row) if _is_name(cell)), len(row))
    if named == len(row) or is_footer(row[named]) or is_numbering(row):
        return False
    return any(is_figure_like(cell) and not moment_of(cell).is_known for cell in row[named + 1 :])


def _is_name(cell: Cell) -> bool:
    return isinstance(cell, str) and any(map(str.isalpha, cell)) and not is_figure_like(cell)
