"""Several tables on one sheet: only the first is read, and it is said where the next one begins."""

from collections.abc import Sequence
from dataclasses import replace

from model.excel.grid import Sheet, a1
from model.excel.header_block import Header
from model.excel.name_column import matched
from model.excel.notices import notice
from model.excel.table_rows import RowReader
from model.problems import Problem, Severity
from model.region_names import MatchStatus


def first_table(
    sheet: Sheet, file: str, reader: RowReader, header: Header, data_rows: Sequence[int]
) -> tuple[Sheet, Sequence[int], tuple[Problem, ...]]:
    """Return the first table's sheet and data rows, cut where another table begins, and say so."""
    problems: list[Problem] = []
    names = reader.names.column
    below = _next_header(sheet, header, names, data_rows)
    if below is not None:
        data_rows = [row for row in data_rows if row < below]
        problems.append(notice(Severity.ERROR, "several_tables", file, sheet.name, a1(below, max(0, names))))
    beside = _next_names(sheet, reader, data_rows)
    if beside is not None:
        rows = tuple(row[:beside] + (None,) * (len(row) - beside) for row in sheet.rows)
        problems.append(notice(Severity.ERROR, "several_tables", file, sheet.name, a1(data_rows[0], beside)))
        sheet = replace(sheet, rows=rows)
    return sheet, data_rows, tuple(problems)


def _next_header(sheet: Sheet, header: Header, names: int, data_rows: Sequence[int]) -> int | None:
    """The row below the first data where the words above the names stand again."""
    if names < 0 or not header.exists:
        return None
    words = {cell.text.casefold() for cell in header.paths[names] if cell.text}
    for index in range(data_rows[0] + 1, data_rows[-1]):
        cell = sheet.cell(index, names)
        if isinstance(cell, str) and " ".join(cell.split()).casefold() in words:
            return index
    return None


def _next_names(sheet: Sheet, reader: RowReader, data_rows: Sequence[int]) -> int | None:
    """The column to the right of some figures where the names of the same or other regions stand again."""
    names, province = reader.names.column, reader.names.province
    for column in range(names + 2, len(sheet.rows[0])):
        cells = [sheet.cell(row, column) for row in data_rows]
        found = sum(
            isinstance(cell, str) and matched(cell, province).status is MatchStatus.MATCH for cell in cells
        )
        if found >= 2 and found >= len(data_rows) / 2:
            return column
    return None
