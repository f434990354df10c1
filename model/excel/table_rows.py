"""The rows of an office table one after the other: what each holds by its name, its keys, its headings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from model.excel.block_totals import is_of_all_blocks, one_total, segment_of_total
from model.excel.grid import Cell
from model.excel.header_periods import Moment, moment_of
from model.excel.header_words import header_text, meaning_of
from model.excel.layout import Row, RowKind
from model.excel.name_column import matched
from model.excel.numbers import Mark, mark_of
from model.excel.row_findings import RowFindings
from model.excel.row_headings import Headings
from model.excel.row_keys import RowKeys, carry_down
from model.excel.row_names import RowReader, segment_named
from model.excel.row_words import (
    alone,
    is_figure_like,
    is_footer,
    is_numbering,
    is_place_and_date,
    is_total,
    without_enumerator,
)
from model.periods import Period
from model.problems import Problem
from model.region_names import MatchStatus
from model.segments import ALL, parse_segment

_SUMS: Final = frozenset([RowKind.TOTAL, RowKind.SUBTOTAL, RowKind.PROVINCE])
_FEW: Final = 3


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of a table that carry figures, and what is to be said about the others."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    yearless: int = -1
    """A row that names a month or quarter whose year nobody says, -1 where there is none."""


def read_rows(
    reader: RowReader,
    file: str,
    span: tuple[int, int],
    figures: Sequence[int],
    by: RowKeys,
    year: int | None = None,
) -> Found:
    """Return the rows of *span* (first, last) that have something in the columns *figures*.

    *by* are the columns that say more than the name; *year* is that of months without one.
    """
    return _Rows(reader, file, span, figures, by, year).read()


class _Rows:
    def __init__(
        self,
        reader: RowReader,
        file: str,
        span: tuple[int, int],
        figures: Sequence[int],
        by: RowKeys,
        year: int | None,
    ) -> None:
        self._reader, self._figures, self._by, self._year = reader, figures, by, year
        self._sheet, self._names = reader.sheet, reader.names
        self._indexes = [
            row for row in range(span[0], span[1] + 1) if not is_numbering(self._sheet.rows[row])
        ]
        self._with_figures = {row for row in self._indexes if self._has_figures(row)}
        self._with_figures -= {row for row in self._indexes if self._is_blank_head(row)}
        self._rows: list[Row] = []
        self._keyed: list[Row] = []
        """Rows whose name is a segment or a time: they are of the region above."""
        self._findings = RowFindings(reader, file)
        self._at = Headings()
        self._yearless = -1

    def read(self) -> Found:
        carry_down(self._reader, self._indexes, self._with_figures, self._by)
        for place, index in enumerate(self._indexes):
            if index in self._with_figures or not self._is_heading(place):
                self._add(index)
        self._doubt_parts()
        self._doubt_keys()
        return Found(one_total(self._rows), self._findings.problems, self._yearless)

    def _has_figures(self, row: int) -> bool:
        return any(is_figure_like(self._sheet.cell(row, column)) for column in self._figures)

    def _is_blank_head(self, row: int) -> bool:
        """Say whether a region has nothing but dashes above its districts, which have the figures."""
        cells = [self._sheet.cell(row, column) for column in self._figures]
        dashes = [mark_of(cell) is Mark.DASH for cell in cells if cell is not None]
        if not dashes or not all(dashes) or self._by.parts or self._names.is_fixed:
            return False
        below = next((other for other in self._indexes if other > row), None)
        return (
            below is not None and bool(self._reader.level(below)) and self._reader.kind(row) is RowKind.REGION
        )

    # Rows without figures

    def _is_heading(self, place: int) -> bool:
        """Take in what a row without figures says about the rows below it; False where it is a row itself."""
        index = self._indexes[place]
        cell = alone(self._sheet.rows[index])
        if cell is None:
            return self._is_blank_head(index) and self._heads_region(place)
        if is_place_and_date(cell):
            return True
        kind = None if self._names.is_fixed else self._reader.kind(index)
        if kind is RowKind.REGION:
            return self._heads_region(place)
        if self._names.headed and isinstance(cell, str):
            match = matched(cell, self._names.province)
            if match.status is MatchStatus.MATCH and match.region:
                self._at.region, self._at.heads = match.region.code, True
                return True
        moment = moment_of(cell)
        segment = segment_named(cell)
        if moment.is_known and not is_total(cell) and self._begins(place, cell, "period"):
            period = moment.settled(self._year)
            if period is None:
                self._yearless = index if self._yearless < 0 else self._yearless
            self._at.turn("period")
            self._at.period = period
        elif segment and self._begins(place, cell, "segment"):
            self._at.turn("segment")
            self._at.segment = segment
        return True

    def _begins(self, place: int, cell: Cell, kind: str) -> bool:
        """Say whether a row that names a period or a segment is a heading; else it is a note, which is said.

        Below rows without such a heading, a block begins where a region comes again that was there.
        """
        if is_footer(cell):
            return False
        above = {row.region for row in self._rows if row.region and self._is_of_block(row, kind)}
        if not above or self._names.is_fixed or self._names.headed:
            return True
        regions = (self._reader.match(row).region for row in self._below(place) if row in self._with_figures)
        if any(region.code in above for region in regions if region):
            return True
        if self._at.first == kind and meaning_of(header_text(cell)).doubt is None:
            return True
        self._findings.say_aside(self._indexes[place], cell)
        return False

    def _is_of_block(self, row: Row, kind: str) -> bool:
        return row.period == self._at.period if kind == "period" else row.segment == self._at.segment

    def _below(self, place: int) -> Iterator[int]:
        """The rows below a place; a slice of a long table for each of its rows would take for ever."""
        return (self._indexes[index] for index in range(place + 1, len(self._indexes)))

    def _heads_region(self, place: int) -> bool:
        """Say whether the name of a region heads rows that say segments, periods or districts of it."""
        following = next((row for row in self._below(place) if row in self._with_figures), None)
        if following is None:
            return False
        is_part = self._sub_key(following) is not None or self._level(following)
        if not is_part:
            return False
        region = self._reader.match(self._indexes[place]).region
        self._at.enter(region.code if region else "", heads=True)
        self._at.headed += 1
        return True

    # Rows with figures

    def _add(self, index: int) -> None:
        has_figures = index in self._with_figures
        kind = self._reader.kind(index)
        level = self._level(index) if has_figures else 0
        if level and kind is not RowKind.TOTAL and (region := self._region_of_part(index, kind)):
            self._add_part(index, region, level)
            return
        if has_figures and kind is not RowKind.REGION and (row := self._sub_row(index, kind)):
            self._rows.append(row)
            return
        if has_figures and kind is None and self._sub_key(index) is not None:
            self._findings.say_unknown(index)
        if not has_figures and kind is not RowKind.REGION:
            return
        if has_figures:
            self._findings.say(index, kind)
        if kind is RowKind.REGION and self._names.headed and is_total(self._reader.name(index)):
            # The sum of a region's rows, once; a second one is that of all regions.
            kind = RowKind.REGION if self._at.heads else RowKind.TOTAL
            self._at.heads = False
        if kind:
            row = self._row(index, kind)
            if kind in _SUMS and not self._at.heads:
                self._at.enter("")  # what comes below a total is no more of the last region
            is_beside = kind is RowKind.NOT_MATCHED and self._reader.is_other_province(index)
            self._rows.append(replace(row, beside=True) if is_beside else row)

    def _row(self, index: int, kind: RowKind) -> Row:
        region = self._region(index) if kind is not RowKind.TOTAL else ""
        if kind is RowKind.REGION and not self._names.headed:
            self._at.enter(region)
        period, segment = self._keys(index)
        if kind in {RowKind.TOTAL, RowKind.SUBTOTAL} and not segment:
            segment = segment_of_total(self._reader.name(index))
        row = Row(index, kind, region, period, segment)
        has_no_keys = all(self._sheet.cell(index, column) is None for column in self._by.columns)
        if kind is RowKind.TOTAL and has_no_keys and is_of_all_blocks(row, self._rows):
            # Nobody says whether the blocks are all there are: it is nobody's figure.
            return replace(row, period=None if self._at.first == "period" else period, segment=ALL)
        return row

    def _region(self, index: int) -> str:
        if self._names.is_fixed:
            return self._names.fixed or self._at.region
        match = self._reader.match(index)
        return match.region.code if match.region and match.status is not MatchStatus.OUTSIDE_PROVINCE else ""

    def _keys(self, index: int) -> tuple[Period | None, str]:
        """The period and the segment that the cells of a row say, else its headings."""
        moment = Moment()
        for column in self._by.periods:
            moment = moment.joined(moment_of(self._reader.filled(index, column)))
        period = moment.settled(self._year) if self._by.periods else self._at.period
        if moment.is_known and period is None and self._yearless < 0:
            self._yearless = index
        cell = self._reader.filled(index, self._by.segment) if self._by.segment >= 0 else None
        if cell is None:
            return period or self._at.period, self._at.segment
        named = segment_named(cell)
        return period or self._at.period, (parse_segment(str(cell)) if named is None else named) or ALL

    def _sub_key(self, index: int) -> Moment | str | None:
        """The segment or time that stands where a region's name should: a row of the region above."""
        if self._names.is_fixed:
            return None
        name = self._reader.name(index)
        if not isinstance(name, str) or is_total(name):
            return None
        if segment := segment_named(name):
            return segment
        moment = moment_of(without_enumerator(name))
        return moment if moment.is_known else None

    def _sub_row(self, index: int, kind: RowKind | None) -> Row | None:
        if not self._at.region:
            return None
        key = self._sub_key(index)
        period, segment = self._keys(index)
        if isinstance(key, str):
            return self._keyed_row(Row(index, RowKind.REGION, self._at.region, period, key))
        if key is not None:
            settled = key.settled(self._year)
            self._yearless = index if settled is None and self._yearless < 0 else self._yearless
            return self._keyed_row(Row(index, RowKind.REGION, self._at.region, settled, segment))
        if kind is RowKind.TOTAL and self._at.heads and self._sums_its_region(index):
            # The sum of the segments or districts that stand below the name of their region.
            self._at.heads, self._at.closed = False, self._at.closed + 1
            return Row(index, RowKind.REGION, self._at.region, period, ALL)
        return None

    def _keyed_row(self, row: Row) -> Row:
        self._keyed.append(row)
        return row

    def _doubt_keys(self) -> None:
        """Take segments and times for rows of the region above only where the table is made so.

        Below the last of many regions they are of the whole table, or of nobody.
        """
        keyed = {row.region for row in self._keyed}
        own = [row.region for row in self._rows if row.kind is RowKind.REGION]
        if len(set(own)) < _FEW or keyed != {own[-1]}:
            return
        gone = {row.index for row in self._keyed}
        self._rows = [row for row in self._rows if row.index not in gone]
        for index in sorted(gone):
            self._findings.say_unknown(index)

    def _sums_its_region(self, index: int) -> bool:
        """Say whether a "Jumlah" below a heading is of its region, and not the one of all at the end."""
        later = [row for row in self._indexes if row > index and row not in self._with_figures]
        is_last = not any(self._reader.kind(row) is RowKind.REGION for row in later)
        return not is_last or self._at.closed == self._at.headed - 1

    # Districts and villages

    def _level(self, index: int) -> int:
        for column, level in sorted(self._by.parts, key=lambda part: -part[1]):
            cell = self._reader.filled(index, column)
            if isinstance(cell, str) and cell.strip() and not is_total(cell):
                return level
        return 0 if self._by.parts else self._reader.level(index)

    def _region_of_part(self, index: int, kind: RowKind | None) -> str:
        if self._names.is_fixed:
            return self._region(index) if kind is RowKind.PART else ""
        if kind is RowKind.REGION and self._by.parts:
            return self._region(index)
        return self._at.region if kind is not RowKind.REGION else ""

    def _add_part(self, index: int, region: str, level: int) -> None:
        period, segment = self._keys(index)
        if self._by.parts:
            column = next((column for column, own in self._by.parts if own == 1), -1)
            district = str(self._reader.filled(index, column) or "") if column >= 0 else ""
        else:
            district = str(self._reader.name(index)) if level == 1 else self._at.district
        self._at.region, self._at.district = region, district
        self._rows.append(Row(index, RowKind.PART, region, period, segment, level, district))

    def _doubt_parts(self) -> None:
        """Take "Desa ..." for a part only where the table is made so, not below one region of many."""
        parts = {row.region for row in self._rows if row.kind is RowKind.PART}
        own = {row.region for row in self._rows if row.kind is RowKind.REGION}
        is_plain = not (self._by.parts or self._names.is_fixed or self._names.level_column >= 0)
        if not (is_plain and len(parts) == 1 and parts < own):
            return
        for place, row in enumerate(self._rows):
            if row.kind is RowKind.PART:
                self._rows[place] = replace(row, kind=RowKind.NOT_MATCHED, region="", level=0, district="")
                self._findings.not_matched(row.index)
