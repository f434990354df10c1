"""A long tidy table: one row for each region, position and segment, up to a million of them.

It is recognised on a short sheet, drawn from it so that every name stands there at least once. The
keys of all rows are then read column by column, and so are bare counts. What has to be compared or
weighed is read by the functions that read a short table.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from model.excel.answers import About, Answers
from model.excel.by_name_picture import without_numbers_above
from model.excel.extract import QUESTIONS, Extracted, extract
from model.excel.grid import Sheet, a1
from model.excel.importing import MOST_ROWS_DRAWN
from model.excel.layout import ColumnKind, Layout, RowKind
from model.excel.layout_decisions import READ
from model.excel.long_counts import plain_counts
from model.excel.long_drawn import TOP, Drawn
from model.excel.long_filled import filled
from model.excel.long_keys import LongKeys
from model.excel.long_rows import by_column
from model.excel.long_wide import LongWide
from model.excel.notices import notice
from model.excel.row_words import is_figure_like
from model.excel.sheet_tables import SheetTable, tables_of
from model.excel.table_findings import are_strangers
from model.problems import Problem, Severity

LONG: Final = 2000
"""Rows from which a sheet is worth this: each row of a short table is looked at many times."""
_NAMING: Final = (ColumnKind.NAME, ColumnKind.CODE, ColumnKind.LEVEL)
_COUNTED: Final = frozenset([ColumnKind.FIGURE, ColumnKind.LEFT_OUT])
"""Columns that are read, or held against those that are."""


def long_table(
    sheet: Sheet, file: str, source: str, answers: Answers, taken: Sequence[str]
) -> tuple[SheetTable, ...] | None:
    """Return the one table of a long sheet, None where it is not plainly tidy.

    Plainly tidy: each row names its region, and its position and segment where there are columns
    of them. Takes what model.excel.sheet_tables.tables_of takes.
    """
    if len(sheet.rows) <= LONG:
        return None
    table = _LongTable(sheet, file, source, answers, taken)
    found = table.read()
    return (found,) if found else None


class _LongTable:
    def __init__(self, sheet: Sheet, file: str, source: str, answers: Answers, taken: Sequence[str]) -> None:
        self._sheet, self._file, self._source = sheet, file, source
        self._answers, self._taken = answers, taken

    def read(self) -> SheetTable | None:
        """Return the table with all its figures, None where rows have to be looked at one by one."""
        first = self._recognised(Drawn.of(self._sheet, ()), self._answers)
        if first is None:
            return None
        self._sheet = filled(self._sheet, first.layout)
        names = [column.index for column in first.layout.columns if column.kind in _NAMING]
        drawn = Drawn.of(self._sheet, names)
        table = self._recognised(drawn, self._answers)
        if table is None or _is_asked(table):
            return self._asked(drawn, table) if table else None
        # Names that nobody knows may be most of the names, but few of the rows, or the other way round.
        insisting = self._answers.having(About.TABLE, table.layout.key, READ)
        insisted = self._recognised(drawn, insisting)
        if insisted is None or not insisted.layout.rows:
            return None
        wide = LongWide(self._sheet, drawn.sheet, insisted.layout) if insisted.layout.cells else None
        if wide and wide.sheet is None:
            return None
        sheet = (wide and wide.sheet) or self._sheet
        if _is_empty_above_only(sheet, insisted.layout):
            return None
        keys = LongKeys(sheet, drawn, insisted.layout, wide.firsts if wide else None)
        is_insisted = self._answers.get(About.TABLE, table.layout.key) == READ
        if not is_insisted and are_strangers(keys.unknown, keys.known):
            return self._strange(drawn.replaced(insisted), keys)
        return self._with_all_rows(drawn.replaced(insisted), keys, wide) if keys.is_plain else None

    def _recognised(self, drawn: Drawn, answers: Answers) -> SheetTable | None:
        sheet = without_numbers_above(drawn.sheet)
        found = tables_of(sheet, self._file, self._source, answers, self._taken)
        return found[0] if len(found) == 1 and _is_tidy(found[0]) else None

    def _asked(self, drawn: Drawn, table: SheetTable) -> SheetTable:
        """The table that gives nothing yet, down to its last row."""
        keys, moved = LongKeys(self._sheet, drawn, table.layout), drawn.replaced(table)
        return replace(moved, layout=replace(moved.layout, bottom=max(keys.last, moved.layout.bottom)))

    def _strange(self, table: SheetTable, keys: LongKeys) -> SheetTable:
        """The table as one about something else, of which nothing is used."""
        layout = table.layout
        cell, facts = a1(keys.first_unknown, layout.name_column), {"count": keys.unknown, "known": keys.known}
        told = (notice(Severity.ERROR, "mostly_unknown_names", self._file, layout.sheet, cell, **facts),)
        layout = replace(layout, rows=(), problems=told, bottom=keys.last)
        return replace(table, layout=layout, extracted=Extracted((), (), told), named=())

    def _with_all_rows(self, table: SheetTable, keys: LongKeys, wide: LongWide | None) -> SheetTable:
        problems = tuple(_with_all_foreign(problem, keys) for problem in table.layout.problems)
        layout = replace(table.layout, problems=problems, rows=())
        sheet, last = self._sheet, keys.last
        if wide and wide.sheet:
            sheet, last = wide.sheet, max(last, wide.last)
            layout = replace(layout, cells=wide.cells)
        place = self._file, self._source, self._answers
        extracted = plain_counts(sheet, layout, keys, *place)
        if extracted is None:
            extracted = self._extracted(sheet, layout, keys)
        # As many as are painted; what else is known of the rows is in the figures.
        cells = wide.cells.above(MOST_ROWS_DRAWN) if wide else layout.cells
        layout = replace(layout, bottom=last, rows=keys.rows(MOST_ROWS_DRAWN), cells=cells)
        return replace(table, layout=layout, extracted=extracted)

    def _extracted(self, sheet: Sheet, layout: Layout, keys: LongKeys) -> Extracted:
        """The figures of all rows, each looked at as those of a short table."""
        kept = [column.index for column in layout.columns if column.kind in _COUNTED]
        sheet = replace(sheet, rows=by_column(sheet.rows).narrowed(kept))
        every = replace(layout, rows=keys.rows())
        return extract(sheet, every, self._file, self._source, self._answers, framed=True)


def _is_tidy(table: SheetTable) -> bool:
    layout = table.layout
    kinds = {column.kind for column in layout.columns}
    return (
        table.back is None
        and not (layout.about or layout.sums)
        and bool(kinds & set(_NAMING[:2]))
        and ColumnKind.PART not in kinds
        # What the rows count may be said so far below that the short sheet does not show it.
        and bool(layout.figures)
        and 0 <= layout.header[1] < TOP
        and not any(row.kind is RowKind.PART for row in layout.rows)
    )


def _is_empty_above_only(sheet: Sheet, layout: Layout) -> bool:
    """Say whether a column that counts something has figures, but none in the rows that were drawn."""
    whole = by_column(sheet.rows)
    empty = (column.index for column in layout.columns if column.reason == "column_empty")
    return any(whole.column(index).are(is_figure_like, number=True).any() for index in empty)


def _is_asked(table: SheetTable) -> bool:
    """Say whether nothing of the table is read: before a person has answered, or because one left it out."""
    layout = table.layout
    is_strange = any(problem.code == "mostly_unknown_names" for problem in layout.problems)
    is_open = any(problem.code in QUESTIONS for problem in layout.problems)
    return is_open or not (layout.rows or is_strange)


def _with_all_foreign(problem: Problem, keys: LongKeys) -> Problem:
    """Say how many rows are of other provinces, not how many were drawn."""
    if problem.code != "names_outside_province":
        return problem
    return replace(problem, facts={**problem.facts, "count": keys.foreign})
