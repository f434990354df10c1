"""Which cells a decision is about, and which decision a cell belongs to."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from gui.tables.sheet_model import ColumnLabel, Place
from gui.tables.sheet_roles import role_name, short_role_name
from gui.widgets.decision_groups import columns_on, why
from model import wording
from model.excel.answers import About
from model.excel.decision_words import question_of, value_of
from model.excel.decisions import Decision
from model.excel.grid import Merge
from model.excel.importing import MOST_ROWS_DRAWN, Import, Role, SheetPicture, TableFound
from model.excel.notices import masked
from model.periods import parse_period

_DOWN: Final = frozenset(
    {About.COLUMN, About.SEGMENT, About.PERIOD, About.SHARE, About.SCALE, About.NOTATION, About.CODES}
)
"""Decisions about whole columns, whatever cells of them the reader names."""
_WHOLE: Final = frozenset({About.TABLE, About.PERSONS})
_WIDEST: Final = 60
"""Of a wider table so many columns are framed."""
_ABOVE: Final = (About.POSITION, About.PROVINCE)
_TOLD: Final = frozenset(
    {Role.CODE, Role.REGION, Role.NUMBERING, Role.PERIOD, Role.SEGMENT, Role.LEFT_OUT, Role.PERSON}
)


def cells_of(decision: Decision, found: Import, sheet: SheetPicture) -> frozenset[Place]:
    """Return the cells of a sheet that are shown for a decision; it may hold for several sheets.

    A column is shown down its table, a table as a whole; what the title says, by the title. Merged
    cells are shown whole, or not at all where they stand over other columns as well.
    """
    places = _places_on(decision, found, sheet)
    if places is None:
        return frozenset()
    own = _tables(decision, found, sheet)
    if decision.about in _DOWN:
        columns = {column for _, column in places}
        down = {(row, column) for table in own for row in _rows(table) for column in columns}
        return _over_columns(frozenset(down | set(places)), sheet)
    if decision.about in _ABOVE and not any(_is_title(sheet, row) for row, _ in places):
        is_own = decision.sheet == sheet.name
        places = tuple(_titles(sheet, decision.table if is_own else "")) or places
    elif decision.about in _WHOLE and not places:
        places = tuple(place for table in own for place in _inside(table))
    return _whole(frozenset(places), sheet)


def named(decision: Decision, found: Import) -> Decision:
    """Return a decision by the name that it is told by.

    The only table of a file is told by its sheet: the title, which may be long, says nothing more.
    """
    if len(found.tables) != 1 or not decision.sheet:
        return decision
    if decision.about is About.TABLE:
        return replace(decision, subject=masked(decision.sheet))
    if decision.about is About.POSITION:
        facts = {**decision.facts, "asks": "position_in_sheet"}
        return replace(decision, subject=masked(decision.sheet), facts=facts)
    return decision


def titles_of(found: Import) -> dict[str, str]:
    """Return the titles of the tables by their keys; where two are called alike, with their sheets."""
    titles = {table.key: table.title or table.sheet for table in found.tables}
    often = Counter(titles.values())
    sheets = {table.key: masked(table.sheet) for table in found.tables}
    return {key: f"{title} · {sheets[key]}" if often[title] > 1 else title for key, title in titles.items()}


def sheet_of(decision: Decision, found: Import) -> SheetPicture | None:
    """Return the sheet that a decision is about; the first with a table where it names none."""
    names = [decision.sheet] if decision.sheet else [table.sheet for table in found.tables]
    return next((sheet for name in names for sheet in found.sheets if sheet.name == name), None)


def decision_at(found: Import, sheet: SheetPicture, row: int, column: int) -> Decision | None:
    """Return the decision that a cell belongs to, one that is still open before others.

    *row* -1 is the letter over a column, *column* -1 the number of a row.
    """
    here = [one for one in found.decisions if not one.sheet or sheet.name in one.sheets]
    exact = [one for one in here if (row, column) in one.places_on(sheet.name)]
    down = [
        one
        for one in here
        if one.about in _DOWN and column in columns_on(one, sheet.name) and _covers(found, one, sheet, row)
    ]
    title = [one for one in here if one.about in _ABOVE and _is_title(sheet, row)]
    whole = [one for one in here if one.about in _WHOLE and _in_table(found, one, sheet, row)]
    names = [one for one in exact if one.about is About.NAME]
    candidates = [*names, *exact, *down, *title, *whole]
    return next((one for one in candidates if one.is_open), candidates[0] if candidates else None)


def column_labels(found: Import, sheet: SheetPicture, language: str) -> dict[int, ColumnLabel]:
    """Return what each column of a sheet is for, as the band over it says."""
    by_column: dict[int, list[Decision]] = {}
    for decision in found.decisions:
        if decision.about in _DOWN:
            for column in columns_on(decision, sheet.name):
                by_column.setdefault(column, []).append(decision)
    labels = {column: _label(decisions, language) for column, decisions in by_column.items()}
    for area in sheet.roles:
        if area.role in _TOLD and area.left == area.right and area.left not in labels:
            short = short_role_name(area.role)
            labels[area.left] = ColumnLabel(short[:1].upper() + short[1:], role_name(area.role))
    return labels


def _label(decisions: list[Decision], language: str) -> ColumnLabel:
    said: list[str] = []
    for about in (About.COLUMN, About.SEGMENT, About.PERIOD):
        for one in decisions:
            if one.about is about and (one.value or about is About.COLUMN):
                text = _short(one, language)
                said += [text] if text not in said else []
    told = [
        f"{question_of(one, language)}: {_short(one, language)}. {why(one, language)}" for one in decisions
    ]
    is_open = any(one.is_open for one in decisions)
    return ColumnLabel(", ".join(said), "\n".join(told), is_open)


def _short(decision: Decision, language: str) -> str:
    if decision.about is About.PERIOD and (period := parse_period(decision.value)):
        return wording.short_day(period, language)
    return value_of(decision.about, decision.value, language)


def _places_on(decision: Decision, found: Import, sheet: SheetPicture) -> tuple[Place, ...] | None:
    """The cells of a sheet that a decision names; None where it is not about that sheet."""
    if not decision.sheet:
        return decision.places if sheet_of(decision, found) is sheet else None
    return decision.places_on(sheet.name) if sheet.name in decision.sheets else None


def _tables(decision: Decision, found: Import, sheet: SheetPicture) -> list[TableFound]:
    """The tables of a sheet that a decision is about: its own, on another sheet all of them."""
    tables = [table for table in found.tables if table.sheet == sheet.name]
    if decision.sheet != sheet.name:
        return tables
    return [table for table in tables if decision.table in {"", table.key}]


def _covers(found: Import, decision: Decision, sheet: SheetPicture, row: int) -> bool:
    tables = [table for table in found.tables if table.sheet == sheet.name]
    own = _tables(decision, found, sheet) or tables
    return row < 0 or not own or any(row in _rows(table) for table in own)


def _in_table(found: Import, decision: Decision, sheet: SheetPicture, row: int) -> bool:
    return any(
        table.key == decision.table and table.sheet == sheet.name and row in _rows(table)
        for table in found.tables
    )


def _rows(table: TableFound) -> range:
    return range(table.top, min(table.bottom, MOST_ROWS_DRAWN) + 1)


def _inside(table: TableFound) -> Iterator[Place]:
    for row in _rows(table):
        for column in range(table.left, min(table.right, table.left + _WIDEST) + 1):
            yield row, column


def _is_title(sheet: SheetPicture, row: int) -> bool:
    return any(area.role is Role.TITLE and area.top <= row <= area.bottom for area in sheet.roles)


def _titles(sheet: SheetPicture, table: str) -> Iterator[Place]:
    for area in sheet.roles:
        if area.role is Role.TITLE and (not table or area.table == table):
            for row in range(area.top, area.bottom + 1):
                for column in range(area.left, area.right + 1):
                    yield row, column


def _whole(places: frozenset[Place], sheet: SheetPicture) -> frozenset[Place]:
    """The cells, with all others of the merged blocks that they belong to."""
    return places.union(*(_of_block(block) for block in sheet.merges if _touches(block, places)))


def _over_columns(places: frozenset[Place], sheet: SheetPicture) -> frozenset[Place]:
    """The same for cells of columns, without the blocks that stand over other columns, too."""
    columns = {column for _, column in places}
    touched = [block for block in sheet.merges if _touches(block, places)]
    foreign = [block for block in touched if not columns.issuperset(range(block.left, block.right + 1))]
    return _whole(places, sheet).difference(*map(_of_block, foreign)) or places


def _touches(block: Merge, places: frozenset[Place]) -> bool:
    return any(place in places for place in _of_block(block))


def _of_block(block: Merge) -> Iterator[Place]:
    """The cells of a merged block, as far as a sheet is drawn."""
    for row in range(block.top, min(block.bottom, MOST_ROWS_DRAWN) + 1):
        for column in range(block.left, min(block.right, block.left + _WIDEST) + 1):
            yield row, column
