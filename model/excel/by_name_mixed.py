"""A sheet with a list of persons and a summary: the summary is read as a table, the list is not.

Only a table whose rows are all regions, each once, is taken for a summary: any other row may be
somebody's. What lies in the block of the list is never given to whoever reads tables.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from model.excel.by_name_numbers import is_number_of_a_person
from model.excel.by_name_picture import drawn_rows, masked_picture
from model.excel.grid import Cell, Row, Sheet
from model.excel.importing import MOST_ROWS_DRAWN, SheetPicture
from model.excel.layout import RowKind
from model.excel.personal import PersonField, PersonList, is_about_persons, person_list
from model.excel.roles import roles_of
from model.excel.sheet_tables import SheetTable

Tables = Callable[[Sheet], tuple[SheetTable, ...]]
_BELOW_HEADER: Final = 300
"""Rows of a long list beside which a summary is looked for."""
_LONG: Final = 5000
_FEWEST: Final = 2
_HARMLESS: Final = frozenset([RowKind.REGION, RowKind.PROVINCE, RowKind.TOTAL, RowKind.SUBTOTAL])


@dataclass(frozen=True)
class Mixed:
    """A sheet with a list: its list alone, the tables around that, a picture of both."""

    listed: Sheet
    tables: tuple[SheetTable, ...]
    picture: SheetPicture
    left_out: bool = False
    """There is a table around the list that may name somebody: it is not read."""


def apart(sheet: Sheet, key: str, tables: Tables) -> Mixed:
    """Return the list of a sheet and the summaries around it; *tables* reads a sheet as tables."""
    rest = _without_list(sheet)
    found = tables(rest) if rest is not None and not is_about_persons(rest) else ()
    if rest is None or not found or not all(map(_is_summary, found)):
        return Mixed(sheet, (), masked_picture(sheet, key), left_out=bool(found))
    listed = _without_tables(sheet, rest, found)
    return Mixed(listed, found, _picture(sheet, listed, rest, key, found))


def _without_list(sheet: Sheet) -> Sheet | None:
    """The sheet without the block of its list; None where nothing is left that may be a table."""
    found = person_list(sheet)
    if found is None:
        return None
    most = None if len(sheet.rows) <= _LONG else max(found.header, 0) + _BELOW_HEADER
    rows = sheet.rows[:most]
    top, bottom = _first(rows, found), _last(rows, found) if most is None else len(rows)
    left, right = _sides(rows[top : bottom + 1], found)
    kept: list[Row] = [
        tuple(None if left <= column <= right else cell for column, cell in enumerate(row))
        if top <= number <= bottom
        else row
        for number, row in enumerate(rows)
    ]
    return replace(sheet, rows=tuple(kept)) if sum(map(_may_be_of_a_table, kept)) >= _FEWEST else None


def _first(rows: Sequence[Row], found: PersonList) -> int:
    if found.header >= 0:
        return found.header
    persons = (number for number, row in enumerate(rows) if _is_person(row, found))
    return next(persons, 0)


def _last(rows: Sequence[Row], found: PersonList) -> int:
    """The last row of the list: where its last number is, and what stands right below without a gap."""
    if found.column(PersonField.NIK) < 0:
        return len(rows) - 1
    last = max((number for number, row in enumerate(rows) if _is_person(row, found)), default=len(rows) - 1)
    while last + 1 < len(rows) and any(cell is not None for cell in rows[last + 1]):
        last += 1
    return last


def _is_person(row: Row, found: PersonList) -> bool:
    return any(is_number_of_a_person(row[column]) for column in found.columns)


def _sides(rows: Sequence[Row], found: PersonList) -> tuple[int, int]:
    """The first and last column of the list: up to one that is empty beside all of its rows."""
    width = len(rows[0]) if rows else 0
    empty = [all(row[column] is None for row in rows) for column in range(width)]
    left, right = min(found.columns), max(found.columns)
    while left > 0 and not empty[left - 1]:
        left -= 1
    while right + 1 < width and not empty[right + 1]:
        right += 1
    return left, right


def _may_be_of_a_table(row: Row) -> bool:
    kinds = {type(cell) for cell in row}
    return str in kinds and bool(kinds & {int, float})


def _is_summary(found: SheetTable) -> bool:
    """Say whether every row of a table is a region, each once, and nobody need be asked about a name."""
    rows = found.layout.rows
    regions = [(row.region, row.period, row.segment) for row in rows if row.kind is RowKind.REGION]
    return (
        found.back is None
        and len(regions) >= _FEWEST
        and len(set(regions)) == len(regions)
        and all(row.kind in _HARMLESS for row in rows)
        and found.extracted.figures > 0
    )


def _without_tables(sheet: Sheet, rest: Sheet, tables: Sequence[SheetTable]) -> Sheet:
    """The sheet with nothing where the tables are: what is left is the list and its titles."""
    areas = [_area(rest, each) for each in tables]
    last = max(bottom for _, bottom, _ in areas) + 1
    blanked = (
        tuple(None if _is_in(areas, number, column) else cell for column, cell in enumerate(row))
        for number, row in enumerate(sheet.rows[:last])
    )
    return replace(sheet, rows=(*blanked, *sheet.rows[last:]))


_Area = tuple[int, int, frozenset[int]]
"""First row, last row, and the columns that any row of a table fills: it may reach over a list between."""


def _area(rest: Sheet, found: SheetTable) -> _Area:
    top, _, bottom, _ = found.layout.area
    rows = [rest.rows[row.index] for row in found.layout.rows]
    filled = (column for row in rows for column, cell in enumerate(row) if cell is not None)
    return top, bottom, frozenset(filled)


def _is_in(areas: Sequence[_Area], row: int, column: int) -> bool:
    return any(top <= row <= bottom and column in columns for top, bottom, columns in areas)


def _picture(
    sheet: Sheet, listed: Sheet, rest: Sheet, key: str, tables: Sequence[SheetTable]
) -> SheetPicture:
    """The list masked, and over it the tables as they stand."""
    picture = masked_picture(listed, key)
    areas = [_area(rest, each) for each in tables]
    shown = drawn_rows(replace(rest, rows=rest.rows[:MOST_ROWS_DRAWN]))

    def cells(number: int, row: Row) -> tuple[Cell, ...]:
        return tuple(
            shown[number][column] if _is_in(areas, number, column) and number < len(shown) else cell
            for column, cell in enumerate(row)
        )

    layouts = [each.layout for each in tables]
    roles = tuple(area for layout in layouts for area in roles_of(rest, layout, layouts))
    rows = tuple(cells(number, row) for number, row in enumerate(picture.rows))
    return replace(picture, rows=rows, roles=(*picture.roles, *roles), height=len(sheet.rows))
