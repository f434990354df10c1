"""A table of a sheet -> its layout. No figures are read here, and nothing is guessed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from model.excel.answers import About, Answers
from model.excel.column_answers import answered
from model.excel.column_keys import with_keys
from model.excel.grid import Cell, Sheet, a1
from model.excel.header_block import Header, find_header
from model.excel.header_periods import moment_of
from model.excel.key_column import find_key
from model.excel.layout import UNKNOWN, Column, ColumnKind, Layout, Row, RowKind
from model.excel.layout_decisions import region_key
from model.excel.left_out import left_out_columns, told_apart
from model.excel.name_column import Key, Names, find_names
from model.excel.notices import notice, shown
from model.excel.pivot import Wide, wide
from model.excel.position import Settled, settle_periods
from model.excel.row_keys import RowKeys
from model.excel.row_names import RowReader
from model.excel.row_words import is_figure_like, is_numbering
from model.excel.table_columns import read_columns, row_keys
from model.excel.table_rows import Found, read_rows
from model.excel.titles import Titles, titles_above
from model.problems import Problem, Severity
from model.regions import region_name, regions

_DATA: Final = frozenset([RowKind.REGION, RowKind.PROVINCE, RowKind.TOTAL, RowKind.SUBTOTAL, RowKind.PART])
_STRANGERS: Final = 10
_BELOW: Final = frozenset(["desa", "kelurahan", "kecamatan"])
_TITLE_ROWS: Final = 12
_NO_ANSWERS: Final = Answers()


@dataclass(frozen=True)
class Recognised:
    """A table's layout, and the sheet that its cells are read from: drawn wide where rows say measures."""

    sheet: Sheet
    layout: Layout


def recognise(
    sheet: Sheet, file: str, asked: Answers = _NO_ANSWERS, context: Sequence[Cell] = (), key: str = ""
) -> Recognised | None:
    """Return how the one table of *sheet* is laid out, None where it has none of regions.

    *file* is the file's name without folders; it may name the position. *context* are titles of
    the sheet that stand outside of the table, *key* is what answers about it are kept by. What
    cannot be known is a problem of severity "error" in the layout: "province_unknown",
    "position_unknown" and "region_unknown" are questions that *asked* answers the next time.
    """
    if not sheet.rows or not sheet.rows[0]:
        return None
    table = _Table(sheet, file, asked, tuple(context), key)
    for names in table.candidates():
        reader = RowReader(sheet, names, asked)
        data_rows = _data_rows(reader)
        if not data_rows:
            continue
        found = _Recogniser(table, names, reader, data_rows).recognised()
        # One name that happens to stand beside numbers nobody can read is no table of regions.
        if found.layout.figures or (len(data_rows) > 1 and not names.is_fixed):
            return found
    return None


@dataclass(frozen=True)
class _Table:
    sheet: Sheet
    file: str
    asked: Answers
    context: tuple[Cell, ...]
    key: str

    def candidates(self) -> Iterator[Names]:
        """How the rows of the table may be named, likeliest first."""
        titles = titles_above(self.sheet, min(len(self.sheet.rows), _TITLE_ROWS), self.file, (), self.context)
        own = self.asked.province
        scheme = self._scheme()
        found = find_names(self.sheet, own, scheme)
        if (found is None or not found.province) and titles.province:
            found = find_names(self.sheet, titles.province, scheme) or found
        if found is not None:
            yield found
        asked = self.asked.get(About.NAME, region_key(self.sheet.name, self.key)) or ""
        about = asked if asked in regions() else titles.region(own)
        key = find_key(self.sheet, own or titles.province, about)
        if about and own and about[:2] != own and key:
            key = replace(key, other_province=about[:2], province=own)
        if key is not None:
            yield key

    def _scheme(self) -> str:
        """Whose codes the columns of codes hold, where a person said so."""
        given = (value for (about, _), value in self.asked.given.items() if about is About.CODES)
        return next((value for value in given if value in {"kemendagri", "bps"}), "")


def _data_rows(reader: RowReader) -> list[int]:
    aside = reader.names.aside
    return [
        index
        for index, row in enumerate(reader.sheet.rows)
        if any(_is_figure(cell, reader.names) for column, cell in enumerate(row) if column not in aside)
        and (reader.kind(index) in _DATA or reader.is_foreign(index))
        and not is_numbering(row)
    ]


def _is_figure(cell: Cell, names: Names) -> bool:
    """Say whether a cell makes its row one with figures; where any text names a row, years do not."""
    if not is_figure_like(cell):
        return False
    return names.key_kind not in {Key.LABEL, Key.PART} or not moment_of(cell).is_known


@dataclass(frozen=True)
class _Recogniser:
    table: _Table
    names: Names
    reader: RowReader
    data_rows: Sequence[int]

    @property
    def sheet(self) -> Sheet:
        return self.table.sheet

    def recognised(self) -> Recognised:
        header = find_header(self.sheet, self.data_rows[0], self.names.named)
        titles = self._titles(header)
        first = header.bottom + 1 if header.exists else self.data_rows[0]
        span = first, self._last()
        filled = self._with_figures(span)
        keys = row_keys(self.sheet, header, self.names, filled)
        drawn = wide(self.reader, header, self.data_rows, span, keys.columns)
        reader = (
            self.reader if drawn.sheet is self.sheet else RowReader(drawn.sheet, self.names, self.table.asked)
        )
        columns = self._columns(drawn, keys, titles)
        found = self._rows(reader, columns, keys, span, titles)
        settled = settle_periods(
            columns, drawn.header, titles, self.table.asked, self.table.key, found.rows, found.yearless
        )
        layout = Layout(
            sheet=self.sheet.name,
            province=self.names.province,
            header=(header.top, header.bottom) if header.exists else (-1, -1),
            # Months whose year nobody says yet are not the same column twice.
            columns=with_keys(
                told_apart(settled.columns, self.sheet) if settled.lacking is None else settled.columns
            ),
            rows=found.rows,
            position=settled.position,
            vintage=titles.vintage,
            title=self._own_titles(header).text,
            key=self.table.key,
            bottom=span[1],
            cells=drawn.cells,
            values=drawn.values,
            about=(self.names.fixed or UNKNOWN) if self.names.is_fixed and not self.names.headed else "",
            segment=self._own_segment(columns, titles),
            scheme=self.names.scheme,
            codes_open=self.names.codes_open,
            says_position=titles.position.settled() is not None,
            by_title=settled.by_title,
        )
        return Recognised(drawn.sheet, self._told(layout, header, reader, titles, settled, found))

    def _own_segment(self, columns: Sequence[Column], titles: Titles) -> str:
        """The segment of the titles, where it holds for the columns."""
        segments = {column.segment for column in columns if column.kind is ColumnKind.FIGURE}
        return titles.segment if segments == {titles.segment} else ""

    def _columns(self, drawn: Wide, keys: RowKeys, titles: Titles) -> tuple[Column, ...]:
        kinds = {
            self.names.code_column: ColumnKind.CODE,
            self.names.level_column: ColumnKind.LEVEL,
            self.names.column: ColumnKind.NAME,
            **dict.fromkeys(keys.periods, ColumnKind.PERIOD),
            keys.segment: ColumnKind.SEGMENT,
            **{column: ColumnKind.PART for column, _ in keys.parts},
            **dict.fromkeys(drawn.values, ColumnKind.VALUE),
            drawn.label: ColumnKind.MEASURE if drawn.label != self.names.named else ColumnKind.NAME,
        }
        kinds.pop(-1, None)
        columns = read_columns(drawn.sheet, drawn.header, kinds, self._filled_of(drawn), titles.meaning)
        says_segments = keys.segment >= 0 or any(column.segment for column in columns)
        if titles.segment and not says_segments:
            columns = tuple(
                replace(column, segment=titles.segment) if column.kind is ColumnKind.FIGURE else column
                for column in columns
            )
        return answered(with_keys(columns), self.table.asked)

    def _filled_of(self, drawn: Wide) -> Sequence[int]:
        return self.data_rows if drawn.sheet is self.sheet else drawn.data_rows

    def _rows(
        self,
        reader: RowReader,
        columns: Sequence[Column],
        keys: RowKeys,
        span: tuple[int, int],
        titles: Titles,
    ) -> Found:
        figures = [column.index for column in columns if column.kind is ColumnKind.FIGURE]
        read_from = figures or [column.index for column in columns if column.reason]
        answer = self.table.asked.position
        year = titles.position.year or (answer.day.year if answer else None)
        return read_rows(reader, self.table.file, span, read_from, keys, year)

    def _told(
        self,
        layout: Layout,
        header: Header,
        reader: RowReader,
        titles: Titles,
        settled: Settled,
        found: Found,
    ) -> Layout:
        if strangers := self._mostly_strangers(reader, found.rows):
            return replace(layout, rows=(), problems=strangers)
        return replace(layout, problems=self._problems(layout, header, titles, settled, found.problems))

    def _with_figures(self, span: tuple[int, int]) -> list[int]:
        aside = self.names.aside
        return [
            index
            for index in range(self.data_rows[0], span[1] + 1)
            if not is_numbering(self.sheet.rows[index])
            and any(is_figure_like(cell) for c, cell in enumerate(self.sheet.rows[index]) if c not in aside)
        ]

    def _titles(self, header: Header) -> Titles:
        # What spans every figure is a title, and so is what stands above the names.
        spanning = [
            cell.value
            for column, path in enumerate(header.paths)
            for cell in path
            if cell.spans_all or column <= self.names.named
        ]
        above = header.top if header.exists else self.data_rows[0]
        lines = dict.fromkeys(spanning)
        return titles_above(self.sheet, above, self.table.file, lines, self.table.context)

    def _own_titles(self, header: Header) -> Titles:
        """The lines above the table as a person knows them, without the words of its header."""
        above = header.top if header.exists else self.data_rows[0]
        spanning = [cell.value for path in header.paths for cell in path if cell.spans_all]
        lines = dict.fromkeys(spanning)
        return titles_above(self.sheet, above, self.table.file, lines, self.table.context)

    def _problems(
        self, layout: Layout, header: Header, titles: Titles, settled: Settled, found: tuple[Problem, ...]
    ) -> tuple[Problem, ...]:
        """What is to be said; a question that no answer would help is not asked."""
        if self.names.other_province:
            return self._province_problems()
        place = self.table.file, self.sheet.name, self.data_rows[0]
        left_out = left_out_columns(layout.columns, *place)
        if not layout.figures:
            return (*found, *left_out)
        asked = self._questions(settled, titles)
        own = self._own_titles(header)
        return (*self._province_problems(), *asked, *found, *left_out, *self._remarks(layout, own))

    def _questions(self, settled: Settled, titles: Titles) -> tuple[Problem, ...]:
        place = self.table.file, self.sheet.name
        if settled.lacking is not None:
            row, column = settled.lacking
            cell = a1(row if row >= 0 else max(0, self.data_rows[0] - 1), column)
            asked = notice(Severity.ERROR, "position_unknown", *place, cell)
            header = shown(settled.columns[column].header) if row < 0 else shown(self.reader.name(row))
            missing = notice(Severity.WARNING, "year_missing", *place, cell, header=header)
            return (asked, missing) if settled.yearless else (asked,)
        apart = titles.contradiction
        if not (apart and settled.by_title):
            return ()
        facts: dict[str, object] = {"used": apart[0], "other": apart[1], "name": shown(self.sheet.name)}
        return (notice(Severity.WARNING, "position_contradicted", place[0], place[1], "", **facts),)

    def _mostly_strangers(self, reader: RowReader, rows: Sequence[Row]) -> tuple[Problem, ...]:
        """Say that a table is about something else, districts perhaps, which share some regencies' names."""
        known = sum(row.kind in {RowKind.REGION, RowKind.PROVINCE} for row in rows)
        unknown = [
            row for row in rows if row.kind is RowKind.NOT_MATCHED and not reader.is_foreign(row.index)
        ]
        if len(unknown) < _STRANGERS or len(unknown) <= 2 * known:
            return ()
        cell = a1(unknown[0].index, max(0, self.names.named))
        facts: dict[str, object] = {"count": len(unknown), "known": known}
        file, sheet = self.table.file, self.sheet.name
        return (notice(Severity.ERROR, "mostly_unknown_names", file, sheet, cell, **facts),)

    def _last(self) -> int:
        """The last row that can belong to the table: figures may follow the last known name at once."""
        last = self.data_rows[-1]
        while last + 1 < len(self.sheet.rows) and self.reader.continues(last + 1):
            last += 1
        return last

    def _province_problems(self) -> tuple[Problem, ...]:
        place = self.table.file, self.sheet.name, a1(self.data_rows[0], max(0, self.names.named))
        if self.names.is_fixed and not (self.names.fixed or self.names.headed):
            return (notice(Severity.ERROR, "region_unknown", *place, name=shown(self.sheet.name)),)
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
        return (notice(Severity.WARNING, "title_narrows", self.table.file, self.sheet.name, "", **facts),)
