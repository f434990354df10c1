"""Older coverage books, brought to the present format one small step at a time."""

from collections.abc import Callable, Mapping
from typing import Final

from model.excel.book_schema import ABOUT, FORMAT_ITEM, FORMAT_VERSION, folded
from model.excel.grid import Cell, Grid

Step = Callable[[Grid], Grid]

STEPS: Final[Mapping[int, Step]] = {}
"""By version: the step that turns a book of that version into one of the next.

A step renames headers and rewrites cells; it keeps every cell at its place, because addresses
that people see are those of the file on disk. Version 1 is the first, so there is none yet.
"""


def format_version(grid: Grid) -> int | None:
    """Return the format version written in ``Tentang``, or None where none can be read there."""
    for sheet in grid.sheets:
        if folded(sheet.name) != folded(ABOUT.title):
            continue
        for row in sheet.rows:
            for place, cell in enumerate(row[:-1]):
                if isinstance(cell, str) and folded(cell) == folded(FORMAT_ITEM):
                    return _whole(row[place + 1])
    return None


def migrated(
    grid: Grid, version: int, steps: Mapping[int, Step] = STEPS, current: int = FORMAT_VERSION
) -> Grid:
    """Return *grid* as a book of the *current* version; a newer one is returned as it is."""
    for older in range(version, current):
        grid = steps[older](grid)
    return grid


def _whole(cell: Cell) -> int | None:
    if isinstance(cell, bool):
        return None
    if isinstance(cell, str):
        return int(cell) if cell.strip().isdecimal() and len(cell) < 10 else None
    return int(cell) if isinstance(cell, int | float) and float(cell).is_integer() and cell > 0 else None
