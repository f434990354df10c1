"""Some cells of a sheet around a figure: what is shown of a source, without anything private."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from model.excel.by_name_picture import masked_cell, masked_sheet
from model.excel.by_name_titles import without_names
from model.excel.grid import Cell, Grid, Row, Sheet
from model.excel.grid import place as exact_place
from model.excel.notices import masked
from model.excel.personal import is_about_persons, private_columns

_ROWS_ABOVE: Final = 3
_ROWS_BELOW: Final = 3
"""The number of an official below tells that a name stands above it."""
_COLUMNS: Final = 4
_FEW: Final = 3
"""From so many columns on only filled neighbours are added."""
_ADDRESS: Final = re.compile(r"^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$")


def place_of(address: str) -> tuple[int, int] | None:
    """Return the zero-based (row, column) of an A1 address, None where it is none ("B2:C3", "")."""
    found = _ADDRESS.match(address.strip())
    if not found:
        return None
    return exact_place(f"{found[1].upper()}{found[2]}")


@dataclass(frozen=True, slots=True)
class CellBlock:
    """Some rows and columns of a sheet (zero-based numbers), and the cells to be framed in it."""

    sheet: str
    rows: tuple[int, ...]
    columns: tuple[int, ...]
    cells: tuple[tuple[Cell, ...], ...]
    marked: frozenset[tuple[int, int]]


def block_around(sheet: Sheet, addresses: Iterable[str]) -> CellBlock | None:
    """Return the cells around the last of *addresses*, its row and three above, four columns.

    The name of the row (its first text) is among the columns where it stands left of the cells.
    Of the addresses those on the rows shown are marked. None where no address is one, or none
    lies on the sheet.
    """
    places = [place for address in addresses if (place := place_of(address)) and _inside(sheet, place)]
    if not places:
        return None
    bottom = places[-1][0]
    rows = tuple(range(max(0, bottom - _ROWS_ABOVE), bottom + 1))
    columns = _columns(sheet, bottom, sorted({column for row, column in places if row == bottom}))
    return CellBlock(
        sheet=sheet.name,
        rows=rows,
        columns=columns,
        cells=tuple(tuple(sheet.cell(row, column) for column in columns) for row in rows),
        marked=frozenset(place for place in places if place[0] in rows and place[1] in columns),
    )


@dataclass(frozen=True, slots=True)
class FoundCells:
    """What a workbook has at some addresses: ``block`` None where they are not there (any more).

    ``sha256`` is of the bytes that were read just now.
    """

    sha256: str
    block: CellBlock | None


def find_cells(grid: Grid, sheet: str, addresses: Iterable[str]) -> FoundCells:
    """Return the cells around *addresses* of the sheet called *sheet*, whose name may come masked.

    What is private in them is masked; in a list of persons that is all but a few columns.
    """
    names = {sheet.casefold(), masked(sheet).casefold()}
    same = (each for each in grid.sheets if {each.name.casefold(), masked(each.name).casefold()} & names)
    found = next(same, None)
    return FoundCells(grid.sha256, _without_persons(found, tuple(addresses)) if found else None)


def _without_persons(sheet: Sheet, addresses: tuple[str, ...]) -> CellBlock | None:
    block = block_around(sheet, addresses)
    if block is not None and (is_about_persons(sheet) or private_columns(sheet)):
        block = block_around(masked_sheet(sheet, block.rows[-1] + 1), addresses)
    if block is None:
        return None
    cells = tuple(tuple(masked_cell(cell) for cell in row) for row in _nameless(sheet, block))
    return replace(block, sheet=masked(block.sheet), cells=cells)


def _nameless(sheet: Sheet, block: CellBlock) -> tuple[Row, ...]:
    """The cells of a block without who is named beside or below them."""
    rows = sheet.rows[block.rows[0] : block.rows[-1] + 1 + _ROWS_BELOW]
    told = without_names(rows)
    if told == list(rows):
        return block.cells
    return tuple(
        tuple(
            cell if told[row][column] == rows[row][column] else told[row][column]
            for column, cell in zip(block.columns, cells, strict=True)
        )
        for row, cells in enumerate(block.cells)
    )


def _inside(sheet: Sheet, place: tuple[int, int]) -> bool:
    return place[0] < len(sheet.rows) and place[1] < len(sheet.rows[place[0]])


def _columns(sheet: Sheet, row: int, wanted: list[int]) -> tuple[int, ...]:
    width = len(sheet.rows[row])
    named = (column for column in range(wanted[0]) if _is_name(sheet.cell(row, column)))
    chosen = {next(named, wanted[0]), *wanted[: _COLUMNS - 1]}

    def remoteness(column: int) -> tuple[bool, int, bool]:
        distance = min(abs(column - other) for other in wanted)
        return sheet.cell(row, column) is None, distance, column < wanted[0]

    # Neighbours fill the picture up: filled ones first, near ones first, the right one of two.
    for column in sorted(range(width), key=remoteness):
        is_empty, distance, _ = remoteness(column)
        if len(chosen) >= (_FEW if is_empty or distance > 1 else _COLUMNS):
            break
        chosen.add(column)
    return tuple(sorted(chosen))


def _is_name(value: Cell) -> bool:
    return isinstance(value, str) and any(letter.isalpha() for letter in value)
