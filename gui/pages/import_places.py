"""Which cells a decision is about, and which decision a cell belongs to."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from gui.tables.sheet_model import ColumnLabel, Place
from gui.tables.sheet_roles import role_name, short_role_name
from gui.widgets.decision_groups import columns_of, why
from model import wording
from model.excel.answers import About
from model.excel.decision_words import question_of, value_of
from model.excel.decisions import Decision
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


def cells_of(decision: Decision, found: Import) -> frozenset[Place]:
    """Return the cells of the decision's sheet that are shown for it.

    A column is shown down its table, a table as a whole; what the title says, by the title.
    """
    sheet = sheet_of(decision, found)
    tables = [table for table in found.tables if table.sheet == decision.sheet]
    own = [table for table in tables if not decision.table or table.key == decision.table]
    if decision.about in _DOWN:
        columns = columns_of(decision)
        down = ((row, column) for table in own for row in _rows(table) for column in columns)
        return frozenset(down) | frozenset(decision.places)
    if (
        decision.about in _ABOVE
        and sheet is not None
        and not any(_is_title(sheet, row) for row, _ in decision.places)
    ):
        return frozenset(_titles(sheet, decision.table)) or frozenset(decision.places)
    if decision.places:
        return frozenset(decision.places)
    if decision.about in _WHOLE:
        return frozenset(place for table in own for place in _inside(table))
    return frozenset()


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
    here = [one for one in found.decisions if one.sheet in {"", sheet.name}]
    exact = [one for one in here if (row, column) in one.places]
    down = [
        one
        for one in here
        if one.about in _DOWN and column in columns_of(one) and _covers(found, one, sheet, row)
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
        if decision.about in _DOWN and decision.sheet == sheet.name:
            for column in columns_of(decision):
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


def _covers(found: Import, decision: Decision, sheet: SheetPicture, row: int) -> bool:
    tables = [table for table in found.tables if table.sheet == sheet.name]
    own = [table for table in tables if not decision.table or table.key == decision.table] or tables
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
