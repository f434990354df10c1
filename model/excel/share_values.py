"""One column of shares as fractions: every cell a fraction, missing, or a problem."""

from collections.abc import Sequence
from typing import Final

from model.excel import shares
from model.excel.column_values import Complaint, Values, blocks_with_numbers, errors_in
from model.excel.grid import Sheet
from model.excel.layout import Column, Row
from model.excel.notices import shown
from model.excel.numbers import Mark, Reading
from model.problems import Severity

_NO_SHARE: Final = 1000.0
"""A share a thousand times the whole is no share, but perhaps a person's number."""


def fractions(
    sheet: Sheet, column: Column, rows: Sequence[Row], readings: tuple[Reading, ...], ruling: shares.Ruling
) -> Values:
    """Return a column of shares, written as *ruling* says, with a complaint for each cell that is none."""
    values = Values(column, readings, blocks=blocks_with_numbers(rows, readings))
    for row, reading in zip(rows, readings, strict=True):
        formatted = (row.index, column.index) in sheet.percents
        told = shares.fraction(reading, ruling, formatted=formatted)
        giant = told is not None and abs(told) > _NO_SHARE
        values.by_row[row.index] = None if giant else told
        if giant:
            values.complaints.append(Complaint(Severity.ERROR, "share_implausible", row.index, column.index))
        if reading.mark is Mark.TEXT:
            facts: dict[str, object] = {"text": shown(sheet.cell(row.index, column.index))}
            complaint = Complaint(Severity.ERROR, "not_a_number", row.index, column.index, facts)
            values.complaints.append(complaint)
    values.complaints += errors_in(sheet, column, rows)
    return values
