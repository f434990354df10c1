"""What a sheet hides is said; it is read like everything else, but for what lies under a merged cell."""

from collections.abc import Iterator
from typing import Final

from model.excel.grid import Sheet, a1
from model.excel.notices import notice
from model.problems import Problem, Severity

_LISTED: Final = 8


def hidden_parts(sheet: Sheet, file: str) -> Iterator[Problem]:
    """Yield a problem for a hidden sheet, for hidden rows and for hidden columns that hold something.

    And for cells that lie under merged ones, and a sheet whose cells could not all be looked into.
    """
    if not sheet.visible:
        yield notice(Severity.WARNING, "sheet_hidden", file, sheet.name)
    height, width = len(sheet.rows), len(sheet.rows[0]) if sheet.rows else 0
    rows = [
        row
        for row in sorted(sheet.hidden_rows)
        if row < height and any(cell is not None for cell in sheet.rows[row])
    ]
    if rows:
        listed = ", ".join(str(row + 1) for row in rows[:_LISTED]) + (" …" if len(rows) > _LISTED else "")
        facts = {"count": len(rows), "names": listed}
        yield notice(Severity.WARNING, "rows_hidden", file, sheet.name, a1(rows[0], 0), **facts)
    columns = [
        column for column in sorted(sheet.hidden_columns) if column < width and _is_used(sheet, column)
    ]
    if columns:
        letters = [a1(0, column).rstrip("1") for column in columns]
        listed = ", ".join(letters[:_LISTED]) + (" …" if len(letters) > _LISTED else "")
        facts = {"count": len(columns), "names": listed}
        yield notice(Severity.WARNING, "columns_hidden", file, sheet.name, a1(0, columns[0]), **facts)
    if sheet.covered:
        first = min(sheet.covered)
        yield notice(
            Severity.WARNING, "cells_covered", file, sheet.name, a1(*first), count=len(sheet.covered)
        )
    if sheet.percents_cut:
        yield notice(Severity.WARNING, "percents_many", file, sheet.name, count=len(sheet.percents))
    if sheet.blind:
        yield notice(Severity.INFO, "sheet_blind", file, sheet.name)


def _is_used(sheet: Sheet, column: int) -> bool:
    return any(row[column] is not None for row in sheet.rows)
