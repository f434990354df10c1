"""The tables of one sheet, each with its layout and what it gave."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from model.excel.answered_names import answered_names
from model.excel.answers import LEAVE, About, Answers
from model.excel.column_keys import ONLY_TIME, table_key
from model.excel.decisions import Decision
from model.excel.extract import QUESTIONS, Extracted, extract
from model.excel.grid import Sheet
from model.excel.importing import TableFound
from model.excel.layout import Layout, RowKind
from model.excel.layout_decisions import decisions_of, region_key
from model.excel.left_out import is_unknown
from model.excel.notices import notice
from model.excel.open_columns import known_measures, lacks_something
from model.excel.passed_over import passed_over
from model.excel.recognise import recognise
from model.excel.regions_across import Back, rest_of, tables_across
from model.excel.tables import MOST_ROWS, pieces_of
from model.excel.title_regions import regencies_in
from model.problems import Problem, Severity

_NUMBER: Final = re.compile(r" #\d+$")
_MOST_ASKED: Final = 6
"""More columns with unknown words than this belong to a table about something else."""
_MOST_BESIDE: Final = 10
"""The same beside columns that are known: each segment and their sum, twice."""


@dataclass(frozen=True)
class SheetTable:
    """One table and what it gave."""

    layout: Layout
    extracted: Extracted
    named: tuple[Decision, ...] = ()
    """The names of regions that were answered."""
    back: Back | None = None
    """Where its cells really stand, if it was turned because its regions stand side by side."""

    @property
    def shape(self) -> tuple[str, ...]:
        """The form of the table: its key and those of its columns, the same for every month and region."""
        name = _NUMBER.sub("", self.layout.key)
        if regencies_in(name, self.layout.province) and self.layout.about:
            name = ONLY_TIME
        keys = (column.key for column in self.layout.columns if column.key)
        return f"[{name}]", *dict.fromkeys(keys)

    @property
    def found(self) -> TableFound:
        """The table for a list of tables."""
        layout = self.layout
        figures = self.extracted.figures
        area = layout.area
        top, left, bottom, right = self.back.table.real_area(*area) if self.back else area
        return TableFound(layout.key, layout.sheet, top, left, bottom, right, layout.title, figures)

    @property
    def gave(self) -> Extracted:
        """What it gave, every address that of the sheet itself."""
        return self.back.extracted(self.extracted) if self.back else self.extracted

    @property
    def _own_key(self) -> str:
        return region_key(self.layout.key)

    @property
    def _would_use_names(self) -> bool:
        """Say whether a region that is named would get a figure: else nobody need be asked about it."""
        if not self.layout.figures or not self.layout.province:
            return False
        waits = any(problem.code in QUESTIONS for problem in self.extracted.problems)
        waits |= {row.kind for row in self.layout.rows} == {RowKind.NOT_MATCHED}
        gave = self.extracted
        return waits or bool(gave.observations or gave.targets) or gave.frame is not None

    def decisions(self, answers: Answers, *, asked: Collection[str]) -> tuple[Decision, ...]:
        """What was decided about the table, and what has to be asked."""
        told = decisions_of(self.layout, self.extracted.problems, answers, asked=asked)
        if not self._would_use_names:
            told = tuple(one for one in told if one.about is not About.NAME or one.key == self._own_key)
        decided = *told, *self.named, *self.extracted.decisions
        return self.back.decisions(decided) if self.back else decided


def tables_of(
    sheet: Sheet, file: str, source: str, answers: Answers, taken: Sequence[str]
) -> tuple[SheetTable, ...]:
    """Return the tables of one sheet, each with what it gave; *taken* are the keys of the file's others.

    A table that a person leaves out is there, but gives nothing. Beside a table of regions one
    without any is said, not read. Where regions stand side by side, the sheet is turned.
    """
    across = tables_across(sheet, answers.province)
    found: list[SheetTable] = []
    for table in across:
        keys = [*taken, *(each.layout.key for each in found)]
        read = _upright(table.sheet, file, source, answers, keys)
        found += (replace(one, back=Back(table, file)) for one in read)
    rest = rest_of(sheet, across, answers.province) if found else sheet
    keys = [*taken, *(each.layout.key for each in found)]
    return *found, *(_upright(rest, file, source, answers, keys) if rest else ())


def _upright(
    sheet: Sheet, file: str, source: str, answers: Answers, taken: Sequence[str]
) -> tuple[SheetTable, ...]:
    """The tables of a sheet whose regions stand below each other."""
    found: list[SheetTable] = []
    is_long = len(sheet.rows) > MOST_ROWS
    others = [notice(Severity.INFO, "read_as_one", file, sheet.name, count=MOST_ROWS)] if is_long else []
    for piece in pieces_of(sheet, answers.province):
        key = table_key(sheet.name, [*taken, *(each.layout.key for each in found)])
        recognised = recognise(piece.sheet, file, answers, piece.context, key)
        others += passed_over(piece.sheet, recognised.layout if recognised else None, file)
        if recognised is None:
            continue
        layout = recognised.layout
        if answers.get(About.TABLE, key) == LEAVE:
            found.append(SheetTable(replace(layout, problems=()), Extracted((), (), ())))
        else:
            gave = extract(recognised.sheet, layout, file, source, answers)
            found.append(SheetTable(layout, gave, tuple(answered_names(piece.sheet, layout, answers))))
    return tuple(_saying(table, others if table is found[0] else ()) for table in found)


def _saying(table: SheetTable, problems: Sequence[Problem]) -> SheetTable:
    """The table with what is to be said about others of its sheet."""
    gave = table.extracted
    return (
        replace(table, extracted=replace(gave, problems=(*gave.problems, *problems))) if problems else table
    )


def unknown_columns(tables: Iterable[SheetTable]) -> frozenset[str]:
    """Return the keys of the columns that a person has to be asked about, because nobody knows their words.

    They are few, and no table of the file has any figure, or the file gives no participants (or
    nothing that they are a part of) and such columns may hold them.
    """
    layouts = [table.layout for table in tables]
    measures = known_measures(layouts)
    columns = [column for layout in layouts for column in layout.columns if is_unknown(column)]
    if not measures:
        keys = frozenset(column.key for column in columns)
        return keys if len(keys) <= _MOST_ASKED else frozenset()
    keys = frozenset(column.key for column in columns if column.may_be_people)
    return keys if lacks_something(measures) and len(keys) <= _MOST_BESIDE else frozenset()


def shape_of(tables: Iterable[SheetTable]) -> tuple[str, ...]:
    """Return the form of a file: that of its tables, those once that only repeat another one."""
    shapes = dict.fromkeys(table.shape for table in tables)
    return tuple(part for shape in shapes for part in shape)
