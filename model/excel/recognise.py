"""A table of a sheet -> its layout. No figures are read here, and nothing is guessed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from model.excel.answers import About, Answers
from model.excel.column_answers import answered
from model.excel.column_keys import with_keys
from model.excel.grid import Cell, Sheet
from model.excel.header_block import Header, find_header
from model.excel.layout import UNKNOWN, Column, ColumnKind, Layout, RowKind
from model.excel.layout_decisions import READ
from model.excel.layout_findings import LayoutFindings
from model.excel.left_out import told_apart
from model.excel.name_column import Names
from model.excel.open_columns import with_open
from model.excel.pivot import Wide, wide
from model.excel.position import Settled, settle_periods
from model.excel.row_keys import RowKeys
from model.excel.row_names import RowReader
from model.excel.row_words import is_figure_like, is_numbering
from model.excel.sexes import parts_by_sex
from model.excel.table_columns import read_columns, row_keys
from model.excel.table_rows import Found, read_rows
from model.excel.table_subject import Subject, data_rows_of
from model.excel.titles import Titles, titles_above

_DATA: Final = frozenset([RowKind.REGION, RowKind.PROVINCE, RowKind.TOTAL, RowKind.SUBTOTAL, RowKind.PART])
_COUNTED: Final = frozenset([ColumnKind.FIGURE, ColumnKind.LEFT_OUT])
"""Columns that hold figures, or may when a person says so."""
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
    table = Subject(sheet, file, asked, tuple(context), key)
    for names in table.candidates():
        reader = RowReader(sheet, names, asked)
        data_rows = data_rows_of(reader)
        if not data_rows:
            continue
        found = _Recogniser(table, names, reader, data_rows).recognised()
        # One name that happens to stand beside numbers nobody can read is no table of regions.
        if found.layout.figures or (len(data_rows) > 1 and not names.is_fixed):
            return found
    return None


@dataclass(frozen=True)
class _Recogniser:
    table: Subject
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
        layout = self._layout(header, titles, drawn, settled, found, span)
        insisted = self.table.asked.get(About.TABLE, self.table.key) == READ
        findings = LayoutFindings(
            self.table.file, self.sheet.name, self.names, reader, self.data_rows[0], insisted
        )
        problems = findings.problems(layout, settled, titles, self._own_titles(header), found)
        strangers = any(problem.code == "mostly_unknown_names" for problem in problems)
        rows = () if strangers else layout.rows
        return Recognised(drawn.sheet, replace(layout, rows=rows, problems=problems))

    def _layout(
        self,
        header: Header,
        titles: Titles,
        drawn: Wide,
        settled: Settled,
        found: Found,
        span: tuple[int, int],
    ) -> Layout:
        columns = self._apart(drawn, settled, found)
        return Layout(
            sheet=self.sheet.name,
            province=self.names.province,
            header=(header.top, header.bottom) if header.exists else (-1, -1),
            columns=with_keys(columns),
            rows=found.rows,
            position=settled.position,
            vintage=titles.vintage,
            title=self._own_titles(header).text,
            key=self.table.key,
            bottom=span[1],
            cells=drawn.cells,
            values=drawn.values,
            about=self._about,
            segment=self._own_segment(columns, titles),
            scheme=self.names.scheme,
            codes_open=self.names.codes_open,
            says_position=titles.position.settled() is not None,
            by_title=settled.by_title,
        )

    def _apart(self, drawn: Wide, settled: Settled, found: Found) -> tuple[Column, ...]:
        """The columns, each counting something of its own, with those that a person may settle."""
        # Months whose year nobody says yet are not the same column twice.
        is_settled = settled.lacking is None
        columns = told_apart(settled.columns, self.sheet) if is_settled else settled.columns
        return with_open(columns, drawn.sheet, found.rows)

    @property
    def _about(self) -> str:
        """The region that the whole table is about, "" where its rows or headings name regions."""
        names = self.names
        return (names.fixed or UNKNOWN) if names.is_fixed and not names.headed else ""

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
                replace(column, segment=titles.segment) if column.kind in _COUNTED else column
                for column in columns
            )
        return answered(with_keys(parts_by_sex(columns)), self.table.asked)

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

    def _last(self) -> int:
        """The last row that can belong to the table: figures may follow the last known name at once."""
        last = self.data_rows[-1]
        while last + 1 < len(self.sheet.rows) and self.reader.continues(last + 1):
            last += 1
        return last
