"""A sheet -> its layout as an office table. No figures are read here, and nothing is guessed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from model.excel.grid import Sheet, a1
from model.excel.header_block import Header, find_header
from model.excel.header_words import Doubt
from model.excel.layout import Column, ColumnKind, Layout, Row, RowKind
from model.excel.name_column import Names, find_names
from model.excel.notices import notice, shown
from model.excel.table_columns import BASES, moments, read_columns
from model.excel.table_rows import RowReader, is_figure_like
from model.excel.titles import Titles, titles_above
from model.excel.two_tables import first_table
from model.measures import Measure
from model.periods import Period, Precision
from model.problems import Problem, Severity
from model.regions import region_name

_DATA: Final = frozenset([RowKind.REGION, RowKind.PROVINCE, RowKind.TOTAL, RowKind.SUBTOTAL])
_LISTED: Final = 5
_STRANGERS: Final = 10


@dataclass(frozen=True, slots=True)
class Asked:
    """What the office answered: its province ("" not asked yet) and the position of a table without one."""

    province: str = ""
    position: Period | None = None


def recognise(sheet: Sheet, file: str, asked: Asked = Asked()) -> Layout | None:
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
    reader = RowReader(sheet, file, names)
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
    asked: Asked
    names: Names
    reader: RowReader
    data_rows: Sequence[int]

    def layout(self) -> Layout:
        names_column = max(self.names.column, self.names.code_column)
        header = find_header(self.sheet, self.data_rows[0], names_column)
        # What spans every figure is a title, and so is what stands above the names.
        spanning = [
            cell.value
            for column, path in enumerate(header.paths)
            for cell in path
            if cell.spans_all or column <= names_column
        ]
        above = header.top if header.top <= header.bottom else self.data_rows[0]
        titles = titles_above(self.sheet, above, self.file, dict.fromkeys(spanning))
        sheet, data_rows, more = first_table(self.sheet, self.file, self.reader, header, self.data_rows)
        columns, keys = read_columns(sheet, header, self.names, data_rows, titles.meaning)
        figures = [column.index for column in columns if column.kind is ColumnKind.FIGURE]
        read_from = figures or [column.index for column in columns if column.reason]
        first = header.bottom + 1 if header.top <= header.bottom else data_rows[0]
        found = self.reader.read(first, self._last(data_rows), read_from, keys)
        if strangers := self._mostly_strangers(found.rows):
            return Layout(sheet.name, self.names.province, (-1, -1), columns, (), problems=strangers)
        columns, position, asking = self._settled(columns, titles, header, found.rows)
        left_out = self._left_out_columns(columns)
        if self.names.other_province:
            problems = self._province_problems()
        elif any(problem.code == "measure_unknown" for problem in left_out):
            problems = (*found.problems, *left_out)
        else:
            problems = (*self._province_problems(), *asking, *found.problems, *more, *left_out)
            problems += self._remarks(titles)
        return Layout(
            sheet=self.sheet.name,
            province=self.names.province,
            header=(header.top, header.bottom) if header.top <= header.bottom else (-1, -1),
            columns=columns,
            rows=found.rows,
            position=position,
            vintage=titles.vintage,
            title=titles.text,
            problems=problems,
        )

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

    def _settled(
        self, columns: tuple[Column, ...], titles: Titles, header: Header, rows: tuple[Row, ...]
    ) -> tuple[tuple[Column, ...], Period | None, tuple[Problem, ...]]:
        """Give each figure its period; what has none stays with the table's position or is a question."""
        said = titles.position
        answer = self.asked.position
        year = said.year or (answer.day.year if answer else None)
        figures = [column for column in columns if column.kind is ColumnKind.FIGURE]
        spoken = moments(header, [column.index for column in figures])
        own = {index: moment.settled(year) for index, moment in spoken.items()}
        lacking = any(moment.is_known and own[index] is None for index, moment in spoken.items())
        columns = _with_periods(columns, own)
        position = said.settled() or answer
        in_rows = bool(rows) and all(row.period for row in rows)
        needs = [
            column
            for column in _figures(columns)
            if column.period is None and not _holds_always(column, columns)
        ]
        if lacking or (needs and position is None and not in_rows):
            column = (needs or figures)[0]
            return columns, position, (self._question("position_unknown", header, column.index),)
        return columns, position, self._contradiction(titles, bool(needs) and not in_rows)

    def _contradiction(self, titles: Titles, matters: bool) -> tuple[Problem, ...]:  # noqa: FBT001
        apart = titles.contradiction
        if not (apart and matters):
            return ()
        facts = {"used": apart[0], "other": apart[1], "name": shown(self.sheet.name)}
        return (notice(Severity.WARNING, "position_contradicted", self.file, self.sheet.name, "", **facts),)

    def _question(self, code: str, header: Header, column: int) -> Problem:
        row = header.bottom if header.top <= header.bottom else self.data_rows[0]
        return notice(Severity.ERROR, code, self.file, self.sheet.name, a1(max(0, row), column))

    def _province_problems(self) -> tuple[Problem, ...]:
        cell = a1(self.data_rows[0], max(0, self.names.column, self.names.code_column))
        if not self.names.province:
            return (notice(Severity.ERROR, "province_unknown", self.file, self.sheet.name, cell),)
        if not self.names.other_province:
            return ()
        facts = {"own": region_name(self.names.province), "other": region_name(self.names.other_province)}
        return (notice(Severity.ERROR, "other_province", self.file, self.sheet.name, cell, **facts),)

    def _left_out_columns(self, columns: Iterable[Column]) -> tuple[Problem, ...]:
        """Which columns are left out and why, one sentence a reason."""
        listed: dict[str, list[Column]] = {}
        for column in columns:
            if column.kind is ColumnKind.LEFT_OUT and column.reason:
                listed.setdefault(_REMARKS.get(column.reason, ""), []).append(column)
        listed.pop("", None)
        remarks = []
        if not any(column.kind is ColumnKind.FIGURE for column in columns):
            listed = {code: found for code, found in listed.items() if code != "columns_not_recognised"}
            remarks.append(self._left_out("measure_unknown", [column for column in columns if column.reason]))
        remarks += [
            self._left_out(code, found) for code, found in listed.items() if code != "measure_unknown"
        ]
        return tuple(remarks)

    def _remarks(self, titles: Titles) -> tuple[Problem, ...]:
        if not titles.narrowing:
            return ()
        facts = {"word": titles.narrowing}
        return (notice(Severity.WARNING, "title_narrows", self.file, self.sheet.name, "", **facts),)

    def _left_out(self, code: str, columns: Sequence[Column]) -> Problem:
        row = max(0, self.data_rows[0] - 1)
        names = ", ".join(f'"{shown(column.header)}"' for column in columns[:_LISTED] if column.header)
        more = "" if len(columns) <= _LISTED else " …"
        cell = a1(row, columns[0].index) if columns else a1(self.data_rows[0], 0)
        severity = {"measure_unknown": Severity.ERROR, "columns_not_recognised": Severity.WARNING}
        facts = {"names": (names or "–") + more, "count": len(columns)}
        return notice(severity.get(code, Severity.INFO), code, self.file, self.sheet.name, cell, **facts)


_REMARKS: Final = {
    Doubt.ATTAINMENT.value: "attainment_left_out",
    Doubt.SHORTFALL.value: "shortfall_left_out",
    Doubt.PERCENT_OF_OTHER.value: "percent_left_out",
    Doubt.UNKNOWN_WORDS.value: "columns_not_recognised",
    Doubt.SEVERAL_MEASURES.value: "columns_not_recognised",
    Doubt.SEVERAL_SEGMENTS.value: "columns_not_recognised",
    "no_header": "columns_not_recognised",
    "no_measure": "columns_not_recognised",
    "measure_unknown": "measure_unknown",
}


def _figures(columns: Iterable[Column]) -> list[Column]:
    return [column for column in columns if column.kind is ColumnKind.FIGURE]


def _with_periods(columns: tuple[Column, ...], own: dict[int, Period | None]) -> tuple[Column, ...]:
    dated = tuple(
        replace(column, period=own[column.index]) if column.index in own else column for column in columns
    )
    finer = any(_is_fine(column.period) for column in _figures(dated) if column.measure not in BASES)
    # "Potensi 2025" beside months names the base, not a position at the end of the year.
    return tuple(
        replace(column, period=None)
        if finer and column.measure in BASES and column.period and not _is_fine(column.period)
        else column
        for column in dated
    )


def _is_fine(period: Period | None) -> bool:
    return period is not None and period.precision is not Precision.YEAR


def _holds_always(column: Column, columns: Iterable[Column]) -> bool:
    """Say whether a figure without a period holds for every period of its table."""
    dated = any(other.period for other in _figures(columns) if other.measure is not Measure.TARGET)
    return dated and (column.measure in BASES or column.measure is Measure.TARGET)
