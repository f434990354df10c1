"""A sheet -> its layout as an office table. No figures are read here, and nothing is guessed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from model.excel.answers import Answers
from model.excel.column_answers import answered
from model.excel.column_keys import with_keys
from model.excel.grid import Sheet, a1
from model.excel.header_block import Header, find_header
from model.excel.layout import ColumnKind, Layout, Row, RowKind
from model.excel.left_out import left_out_columns, told_apart
from model.excel.name_column import Names, find_names
from model.excel.notices import notice, shown
from model.excel.position import Settled, settle_periods
from model.excel.table_columns import read_columns
from model.excel.table_rows import RowReader, is_figure_like
from model.excel.titles import Titles, titles_above
from model.excel.two_tables import first_table
from model.problems import Problem, Severity
from model.regions import region_name

_DATA: Final = frozenset([RowKind.REGION, RowKind.PROVINCE, RowKind.TOTAL, RowKind.SUBTOTAL])
_STRANGERS: Final = 10


_NO_ANSWERS: Final = Answers()


def recognise(sheet: Sheet, file: str, asked: Answers = _NO_ANSWERS) -> Layout | None:
    """Return how *sheet* is laid out, or None where it has no table with names of regions.

    *file* is the file's name without folders; it may name the position. What cannot be known is a
    problem of severity "error" in the layout: "province_unknown" and "position_unknown" are
    questions that *asked* answers the next time, "measure_unknown" has no answer but the header.
    """
    if not sheet.rows or not sheet.rows[0]:
        return None
    titled = titles_above(sheet, min(len(sheet.rows), 12), file).province
    names = find_names(sheet, asked.province) or (find_names(sheet, titled) if titled else None)
    if names is None:
        return None
    if not names.province and titled:
        names = find_names(sheet, titled) or names
    reader = RowReader(sheet, file, names, asked)
    data_rows = _data_rows(sheet, reader, names)
    if not data_rows:
        return None
    layout = _Recogniser(sheet, file, asked, names, reader, data_rows).layout()
    # One name that happens to stand beside numbers nobody can read is no table of regions.
    return layout if layout.figures or len(data_rows) > 1 else None


def _data_rows(sheet: Sheet, reader: RowReader, names: Names) -> list[int]:
    aside = {names.column, names.code_column, names.level_column}
    return [
        index
        for index, row in enumerate(sheet.rows)
        if any(is_figure_like(cell) for column, cell in enumerate(row) if column not in aside)
        and (reader.kind(index) in _DATA or reader.is_foreign(index))
    ]


@dataclass(frozen=True)
class _Recogniser:
    sheet: Sheet
    file: str
    asked: Answers
    names: Names
    reader: RowReader
    data_rows: Sequence[int]

    def layout(self) -> Layout:
        header = find_header(self.sheet, self.data_rows[0], self._names_column)
        titles = self._titles(header)
        sheet, data_rows, more = first_table(self.sheet, self.file, self.reader, header, self.data_rows)
        columns, keys = read_columns(sheet, header, self.names, data_rows, titles.meaning)
        columns = answered(with_keys(columns), self.asked)
        figures = [column.index for column in columns if column.kind is ColumnKind.FIGURE]
        read_from = figures or [column.index for column in columns if column.reason]
        first = header.bottom + 1 if header.exists else data_rows[0]
        found = self.reader.read(first, self._last(data_rows), read_from, keys)
        settled = settle_periods(columns, header, titles, self.asked.position, found.rows)
        layout = Layout(
            sheet=self.sheet.name,
            province=self.names.province,
            header=(header.top, header.bottom) if header.exists else (-1, -1),
            # Months whose year nobody says yet are not the same column twice.
            columns=told_apart(settled.columns) if settled.lacking is None else settled.columns,
            rows=found.rows,
            position=settled.position,
            vintage=titles.vintage,
            title=titles.text,
        )
        if strangers := self._mostly_strangers(found.rows):
            return replace(layout, rows=(), problems=strangers)
        problems = self._problems(layout, titles, settled, (*found.problems, *more))
        return replace(layout, problems=problems)

    @property
    def _names_column(self) -> int:
        return max(self.names.column, self.names.code_column)

    def _titles(self, header: Header) -> Titles:
        # What spans every figure is a title, and so is what stands above the names.
        spanning = [
            cell.value
            for column, path in enumerate(header.paths)
            for cell in path
            if cell.spans_all or column <= self._names_column
        ]
        above = header.top if header.exists else self.data_rows[0]
        return titles_above(self.sheet, above, self.file, dict.fromkeys(spanning))

    def _problems(
        self, layout: Layout, titles: Titles, settled: Settled, found: tuple[Problem, ...]
    ) -> tuple[Problem, ...]:
        """What is to be said; a question that no answer would help is not asked."""
        if self.names.other_province:
            return self._province_problems()
        left_out = left_out_columns(layout.columns, self.file, self.sheet.name, self.data_rows[0])
        if not layout.figures:
            return (*found, *left_out)
        asked = self._questions(settled, titles)
        return (*self._province_problems(), *asked, *found, *left_out, *self._remarks(titles))

    def _questions(self, settled: Settled, titles: Titles) -> tuple[Problem, ...]:
        if settled.lacking is not None:
            cell = a1(max(0, self.data_rows[0] - 1), settled.lacking)
            place = self.file, self.sheet.name, cell
            asked = notice(Severity.ERROR, "position_unknown", *place)
            header = shown(settled.columns[settled.lacking].header)
            missing = notice(Severity.WARNING, "year_missing", *place, header=header)
            return (asked, missing) if settled.yearless else (asked,)
        apart = titles.contradiction
        if not (apart and settled.by_title):
            return ()
        facts = {"used": apart[0], "other": apart[1], "name": shown(self.sheet.name)}
        return (notice(Severity.WARNING, "position_contradicted", self.file, self.sheet.name, "", **facts),)

    def _mostly_strangers(self, rows: Sequence[Row]) -> tuple[Problem, ...]:
        """Say that a table is about something else, districts perhaps, which share some regencies' names."""
        known = sum(row.kind in {RowKind.REGION, RowKind.PROVINCE} for row in rows)
        unknown = [
            row for row in rows if row.kind is RowKind.NOT_MATCHED and not self.reader.is_foreign(row.index)
        ]
        if len(unknown) < _STRANGERS or len(unknown) <= 2 * known:
            return ()
        cell = a1(unknown[0].index, max(0, self.names.column, self.names.code_column))
        facts = {"count": len(unknown), "known": known}
        return (notice(Severity.ERROR, "mostly_unknown_names", self.file, self.sheet.name, cell, **facts),)

    def _last(self, data_rows: Sequence[int]) -> int:
        """The last row that can belong to the table: figures may follow the last known name at once."""
        last = data_rows[-1]
        while last + 1 < len(self.sheet.rows) and self.reader.continues(last + 1):
            last += 1
        return last

    def _province_problems(self) -> tuple[Problem, ...]:
        cell = a1(self.data_rows[0], max(0, self.names.column, self.names.code_column))
        if not self.names.province:
            return (notice(Severity.ERROR, "province_unknown", self.file, self.sheet.name, cell),)
        if not self.names.other_province:
            return ()
        facts = {"own": region_name(self.names.province), "other": region_name(self.names.other_province)}
        return (notice(Severity.ERROR, "other_province", self.file, self.sheet.name, cell, **facts),)

    def _remarks(self, titles: Titles) -> tuple[Problem, ...]:
        if not titles.narrowing:
            return ()
        facts = {"word": titles.narrowing}
        return (notice(Severity.WARNING, "title_narrows", self.file, self.sheet.name, "", **facts),)
