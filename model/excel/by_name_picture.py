"""Sheets as they may be drawn: lists of persons masked, in other sheets the numbers of persons.

A list shows only what is known to be harmless: its headers, running numbers, regions, segments and
statuses. Everything else in its rows is hidden, whatever it is.
"""

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import replace
from typing import Final

from model.excel.by_name_list import (
    ByNameList,
    is_region,
    region_columns,
    segment_column,
    segment_of,
    status_column,
    status_of,
    value_text,
)
from model.excel.by_name_numbers import masked_number, masked_text, plain_digits
from model.excel.by_name_titles import HIDDEN, without_names
from model.excel.grid import Cell, Row, Rows, Sheet
from model.excel.header_words import plain_words
from model.excel.importing import MOST_ROWS_DRAWN, Role, RoleArea, SheetPicture
from model.excel.notices import masked
from model.excel.personal import PersonField, person_list, private_columns

_LETTERS_HIDDEN: Final = "••••"
_OFTEN: Final = 4
_MOST_NUMBER: Final = 1_000_000
_HEADER_ROWS: Final = 200
_SMALLEST: Final = 10**14
"""A NIK that lost a digit: neither people nor rupiah of a province are so many."""
_LARGEST: Final = 10**18
_RUNNING: Final = frozenset(["no", "nomor", "no urut", "nomor urut", "urut"])
_NAMES: Final = frozenset([PersonField.NAME, PersonField.MOTHER])
_NUMBERS: Final = frozenset([PersonField.NIK, PersonField.FAMILY, PersonField.CARD])
_SHOWN_OFTEN: Final = frozenset(["kecamatan", "kec", "program", "segmen", "jenis kepesertaan", "sektor"])


def masked_sheet(sheet: Sheet, most: int | None = None) -> Sheet:
    """Return *sheet* with everything private masked; only its first *most* rows, where given.

    A list of persons shows of them what cannot tell who they are. In any other sheet numbers of
    persons are masked wherever they stand.
    """
    found = person_list(sheet)
    drawn = replace(sheet, name=masked(sheet.name), rows=sheet.rows[:most])
    if found is None:
        return replace(drawn, rows=_without_columns(drawn.rows, private_columns(sheet)))
    return replace(drawn, rows=tuple(_masked_rows(ByNameList(drawn, "", "", found))))


def without_numbers_above(sheet: Sheet) -> Sheet:
    """Return a sheet that lists no persons without numbers and names of persons in its titles and headers.

    What is read from there becomes a title, a key, a form: it must name nobody.
    """
    above = list(sheet.rows[:_HEADER_ROWS])
    cleaned = [tuple(map(_without_number, row)) for row in without_names(above)]
    if cleaned == above:
        return sheet
    return replace(sheet, rows=(*cleaned, *sheet.rows[_HEADER_ROWS:]))


def _without_number(cell: Cell) -> Cell:
    """A cell without a person's number in its text; one of nothing else stays a text that is no figure."""
    if not isinstance(cell, str):
        return cell
    told = masked(cell)
    return told if told == cell or any(map(str.isalpha, told)) else "(…)"


def drawn_rows(sheet: Sheet) -> tuple[Row, ...]:
    """Return the rows of a sheet that lists no persons: without their numbers, nor who is to be called."""
    return _without_columns(sheet.rows, private_columns(sheet))


def _without_columns(rows: Rows, private: Mapping[int, tuple[int, PersonField]]) -> tuple[Row, ...]:
    told = map(_without_numbers, without_names(rows))
    if not private:
        return tuple(told)
    return tuple(
        tuple(
            _hidden(cell, private[column][1])
            if column in private and number > private[column][0] and cell is not None
            else cell
            for column, cell in enumerate(row)
        )
        for number, row in enumerate(told)
    )


def masked_picture(sheet: Sheet, key: str = "") -> SheetPicture:
    """Return a list of persons to be drawn, masked, with the roles of its columns; *key* is its table's."""
    drawn = masked_sheet(sheet, MOST_ROWS_DRAWN)
    found = person_list(sheet)
    # The roles are those of the rows that are drawn, the areas go on to the last one.
    part = replace(sheet, rows=sheet.rows[:MOST_ROWS_DRAWN])
    roles = tuple(_roles(ByNameList(part, "", key, found), len(sheet.rows) - 1)) if found else ()
    return SheetPicture(
        drawn.name,
        tuple(drawn.rows),
        len(sheet.rows),
        sheet.merges,
        roles,
        sheet.visible,
        sheet.hidden_rows,
        sheet.hidden_columns,
    )


def _masked_rows(listed: ByNameList) -> Iterator[tuple[Cell, ...]]:
    shown = _harmless(listed)
    above = without_names(listed.sheet.rows[: max(listed.persons.header, 0)])
    for number, row in enumerate(listed.sheet.rows):
        if number < listed.first:
            yield _without_numbers(above[number] if number < listed.persons.header else row)
            continue
        yield tuple(
            cell
            if cell is None or value_text(cell) in shown.get(column, ()) or _is_running(listed, column, cell)
            else _hidden(cell, listed.persons.columns.get(column))
            for column, cell in enumerate(row)
        )


def _harmless(listed: ByNameList) -> Mapping[int, frozenset[str]]:
    """The texts of each column that may be shown: what is understood, and never somebody's name."""
    names = listed.persons.column(PersonField.NAME)
    private = set(listed.counted(names)) if names >= 0 else set()
    shown: dict[int, frozenset[str]] = {}
    for column in region_columns(listed, ""):
        shown[column] = _kept(listed, column, private, lambda text: is_region(text, ""))
    for column, tells in ((segment_column(listed), segment_of), (status_column(listed), status_of)):
        if column >= 0:
            shown[column] = _kept(listed, column, private, tells)
    for column in listed.others():
        if column not in shown and plain_words(listed.headers[column]) in _SHOWN_OFTEN:
            shown[column] = _kept(listed, column, private, lambda _: "")
    return shown


def _kept(
    listed: ByNameList, column: int, private: Set[str], tells: Callable[[str], object]
) -> frozenset[str]:
    counted = listed.counted(column)
    return frozenset(
        text
        for text, count in counted.items()
        if (tells(text) or count >= _OFTEN) and text not in private and masked_text(text) == text
    )


def _hidden(cell: Cell, kind: PersonField | None) -> Cell:
    if kind in _NAMES and isinstance(cell, str):
        return " ".join(f"{word[0]}{_LETTERS_HIDDEN}" for word in cell.split() if word[0].isalpha()) or HIDDEN
    digits = plain_digits(cell) if kind in _NUMBERS else ""
    return masked_number(digits) if digits.isdigit() else HIDDEN


def _is_running(listed: ByNameList, column: int, cell: Cell) -> bool:
    is_number = isinstance(cell, int | float) and not isinstance(cell, bool) and abs(cell) < _MOST_NUMBER
    return is_number and plain_words(listed.headers[column]) in _RUNNING


def _without_numbers(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return tuple(masked_cell(cell) for cell in row)


def masked_cell(cell: Cell) -> Cell:
    """Return a cell of a sheet that lists no persons, as it may be shown: numbers of persons masked."""
    if isinstance(cell, str):
        return masked_text(cell)
    if isinstance(cell, int | float) and not isinstance(cell, bool) and _SMALLEST <= abs(cell) < _LARGEST:
        return masked_number(str(int(abs(cell))))
    return cell


def _roles(listed: ByNameList, last: int) -> Iterator[RoleArea]:
    """Yield the blocks of a list: titles, header, and a block for each column."""
    width = listed.width - 1
    for row in range(max(listed.persons.header, 0)):
        if any(cell is not None for cell in listed.sheet.rows[row]):
            yield RoleArea(Role.TITLE, row, 0, row, width, listed.key)
    if listed.persons.header >= 0:
        yield RoleArea(Role.HEADER, listed.persons.header, 0, listed.first - 1, width, listed.key)
    known = dict.fromkeys(region_columns(listed, ""), Role.REGION)
    known |= {segment_column(listed): Role.SEGMENT, status_column(listed): Role.HEADER}
    running = (column for column, text in enumerate(listed.headers) if plain_words(text) in _RUNNING)
    known |= dict.fromkeys(running, Role.NUMBERING)
    for column in range(listed.width):
        yield RoleArea(known.get(column, Role.PERSON), listed.first, column, last, column, listed.key)
