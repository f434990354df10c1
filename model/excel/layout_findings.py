"""What is to be said about how a table was recognised, and what has to be asked before it is read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from model.excel.base_years import bases_of_other_years
from model.excel.grid import a1
from model.excel.layout import Column, Layout, Row, RowKind
from model.excel.left_out import left_out_columns
from model.excel.name_column import Names
from model.excel.notices import notice, shown
from model.excel.position import Settled
from model.excel.row_names import RowReader
from model.excel.table_rows import Found
from model.excel.titles import Titles
from model.problems import Problem, Severity
from model.regions import region_name

_STRANGERS: Final = 10
_BELOW: Final = frozenset(["desa", "kelurahan", "kecamatan"])


@dataclass(frozen=True)
class LayoutFindings:
    """The findings about one table. *first* is its first row with figures."""

    file: str
    sheet: str
    names: Names
    reader: RowReader
    first: int
    is_insisted: bool = False
    """A person said that the table is to be read."""

    def problems(
        self, layout: Layout, settled: Settled, titles: Titles, own: Titles, found: Found
    ) -> tuple[Problem, ...]:
        """Return what is to be said; a question that no answer would help is not asked.

        *titles* are all that says something about the table, *own* only the lines above its header.
        """
        strangers = () if self.is_insisted else self._mostly_strangers(found.rows)
        if strangers:
            return strangers
        if self.names.other_province:
            return self._province_problems()
        left_out = left_out_columns(layout, self.file, self.first)
        if not layout.figures:
            return (*found.problems, *left_out)
        asked = self._questions(layout, settled, titles)
        return (
            *self._province_problems(), *asked, *self._dated_by_notes(settled), *found.problems, *left_out,
            *self._remarks(layout, own),
        )  # fmt: skip

    def _questions(self, layout: Layout, settled: Settled, titles: Titles) -> tuple[Problem, ...]:
        place = self.file, self.sheet
        if settled.lacking is not None:
            row, column = settled.lacking
            cell = a1(row if row >= 0 else max(0, self.first - 1), layout.real_column(column))
            asked = notice(Severity.ERROR, "position_unknown", *place, cell)
            header = shown(settled.columns[column].header) if row < 0 else shown(self.reader.name(row))
            missing = notice(Severity.WARNING, "year_missing", *place, cell, header=header)
            return (asked, missing) if settled.yearless else (asked,)
        held = self._held_bases(settled)
        apart = titles.contradiction
        if not (apart and settled.by_title):
            return held
        facts: dict[str, object] = {"used": apart[0], "other": apart[1], "name": shown(self.sheet)}
        return (*held, notice(Severity.WARNING, "position_contradicted", place[0], place[1], "", **facts))

    def _dated_by_notes(self, settled: Settled) -> Iterator[Problem]:
        """Say which position a column is of because a footnote says so."""
        for column, note in settled.notes:
            cell = a1(max(0, self.first - 1), column.index)
            facts = {"header": shown(column.header), "note": shown(note), "when": column.period}
            yield notice(Severity.INFO, "dated_by_note", self.file, self.sheet, cell, **facts)

    def _held_bases(self, settled: Settled) -> tuple[Problem, ...]:
        above = max(0, self.first - 1)
        others = bases_of_other_years(settled.columns, settled.position, by_title=settled.by_title)
        if others:
            names = ", ".join(f'"{shown(column.header)}"' for column in others)
            cell = a1(above, others[0].index)
            facts: dict[str, object] = {"names": names, "when": settled.position}
            return (notice(Severity.WARNING, "base_of_another_year", self.file, self.sheet, cell, **facts),)
        return tuple(self._held_base(column) for column in settled.columns if column.named)

    def _held_base(self, column: Column) -> Problem:
        """Say for which position a base that names a year only is used; no vintage tells it is its own."""
        year = column.named.day.year if column.named else 0
        is_other = column.period is None or column.period.day.year != year
        told = {"header": shown(column.header), "year": str(year)}
        facts = {**told, "when": column.period} if column.period else told
        code = ("base_of_earlier_year" if column.period else "base_of_the_months") if is_other else ""
        return notice(
            Severity.WARNING if is_other and column.vintage else Severity.INFO, code or "base_of_the_year",
            self.file, self.sheet, a1(max(0, self.first - 1), column.index), **facts,
        )  # fmt: skip

    def _mostly_strangers(self, rows: Sequence[Row]) -> tuple[Problem, ...]:
        """Say that a table is about something else, districts perhaps, which share some regencies' names."""
        known = sum(row.kind in {RowKind.REGION, RowKind.PROVINCE} for row in rows)
        unknown = [
            row for row in rows if row.kind is RowKind.NOT_MATCHED and not self.reader.is_foreign(row.index)
        ]
        if len(unknown) < _STRANGERS or len(unknown) <= 2 * known:
            return ()
        cell = a1(unknown[0].index, max(0, self.names.named))
        facts: dict[str, object] = {"count": len(unknown), "known": known}
        file, sheet = self.file, self.sheet
        return (notice(Severity.ERROR, "mostly_unknown_names", file, sheet, cell, **facts),)

    def _province_problems(self) -> tuple[Problem, ...]:
        place = self.file, self.sheet, a1(self.first, max(0, self.names.named))
        if self.names.is_fixed and not (self.names.fixed or self.names.headed):
            return (notice(Severity.ERROR, "region_unknown", *place, name=shown(self.sheet)),)
        if not self.names.province:
            return (notice(Severity.ERROR, "province_unknown", *place),)
        if not self.names.other_province:
            return ()
        facts = {"own": region_name(self.names.province), "other": region_name(self.names.other_province)}
        return (notice(Severity.ERROR, "other_province", *place, **facts),)

    def _remarks(self, layout: Layout, titles: Titles) -> tuple[Problem, ...]:
        word = titles.narrowing
        # A table of districts says so by its rows.
        has_parts = any(row.kind is RowKind.PART for row in layout.rows)
        if not word or (has_parts and word in _BELOW):
            return ()
        facts = {"word": word}
        return (notice(Severity.WARNING, "title_narrows", self.file, self.sheet, "", **facts),)
