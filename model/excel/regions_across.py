"""Sheets whose regions stand side by side as columns: not read, but said."""

from typing import Final

from model.excel.grid import Sheet
from model.region_columns import infer_province

_ROWS: Final = 30
_COLUMNS: Final = 200
_FEWEST: Final = 3
_LONGEST: Final = 60


def has_regions_across(sheet: Sheet) -> bool:
    """Say whether a row of a sheet names regions one beside the other."""
    for row in sheet.rows[:_ROWS]:
        names = {cell for cell in row[:_COLUMNS] if isinstance(cell, str) and len(cell) <= _LONGEST}
        if len(names) >= _FEWEST and infer_province([*names]) is not None:
            return True
    return False
