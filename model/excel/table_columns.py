"""The columns of an office table: what each one counts, for which segment and period."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from model.excel.grid import Cell, Sheet
from model.excel.header_block import Header, HeaderCell
from model.excel.header_notes import finer
from model.excel.header_periods import Moment, as_months, moment_of
from model.excel.header_words import (
    Doubt,
    Meaning,
    has_own_unit,
    meaning_of,
    names_only_a_total,
    plain_words,
)
from model.excel.key_column import part_level
from model.excel.layout import FROM_TITLE, MEASURE_UNKNOWN, Column, ColumnKind
from model.excel.name_column import Names
from model.excel.row_keys import RowKeys
from model.excel.row_names import segment_named
from model.excel.row_words import is_figure_like, is_total
from model.measures import Measure
from model.segments import ALL, parse_segment

BASES: Final = frozenset([Measure.ELIGIBLE, Measure.EMPLOYED])
"""A base without a period of its own holds for every period of its table."""

_DENSE: Final = 0.9
_NUMBER: Final = re.compile(r"no|nomor|no urut|nomor urut|urut|num|#")
_PERIOD: Final = re.compile(
    r"(?:tahun|bulan|periode|posisi|tanggal|tgl|triwulan|year|month|period|date)(?: data)?"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """What the header of one column says: its words and its time."""

    column: int
    text: str
    meaning: Meaning
    moment: Moment
    is_total: bool


def row_keys(sheet: Sheet, header: Header, names: Names, data_rows: Sequence[int]) -> RowKeys:
    """Return which columns give each row its period, its segment, its district or village.

    *data_rows* are the rows of regions and totals.
    """
    periods: list[int] = []
    parts: list[tuple[int, int]] = []
    segment = -1
    taken = {names.column, names.code_column, names.level_column}
    for index in range(len(header.paths)):
        cells = [cell for row in data_rows if (cell := sheet.cell(row, index)) is not None]
        if index in taken or not cells:
            continue
        if len(cells) < _DENSE * len(data_rows) and _follows_figures(sheet, names, index, data_rows):
            # A summary by segment to the right of the table says nothing about the rows beside it.
            continue
        told = [cell for cell in cells if not is_total(cell)]
        if (level := _part_level(header, index)) and _all(cells, _is_words) and index != names.column:
            parts.append((index, level))
        elif told and _says_time(header, index, told):
            periods.append(index)
        elif segment < 0 and _all(cells, _is_segment) and any(segment_named(cell) for cell in cells):
            segment = index
    return RowKeys(tuple(periods), segment, tuple(parts))


def _follows_figures(sheet: Sheet, names: Names, column: int, rows: Sequence[int]) -> bool:
    """Say whether figures stand between the names and a column."""
    for left in range(names.named + 1, column):
        cells = [cell for row in rows if is_figure_like(cell := sheet.cell(row, left))]
        is_time = all(moment_of(cell).is_known for cell in cells)
        if 2 * len(cells) >= len(rows) and not is_time and left not in names.aside:
            return True
    return False


def _part_level(header: Header, column: int) -> int:
    return max((part_level(cell.text) for cell in header.paths[column]), default=0)


def _is_words(cell: Cell) -> bool:
    return isinstance(cell, str) and not is_figure_like(cell)


def _says_time(header: Header, column: int, cells: Sequence[Cell]) -> bool:
    if not _all(cells, lambda cell: moment_of(cell).is_known):
        return False
    if _PERIOD.fullmatch(plain_words(header.text(column))):
        return True
    # Under any other header only words can be a time: 2024 may be a count.
    return _all(cells, lambda cell: isinstance(cell, str) and _is_bare(meaning_of(cell)))


def read_columns(
    sheet: Sheet,
    header: Header,
    kinds: Mapping[int, ColumnKind],
    data_rows: Sequence[int],
    title: Meaning,
) -> tuple[Column, ...]:
    """Return the role of every column; *kinds* are those that are no figures, by their index.

    *data_rows* are the rows of regions and totals. *title* is what the text above the table says:
    it supplies the measure where the columns name periods or segments only. A figure's period is
    still as the header says it (settled later, where a month may lack its year).
    """
    headings = [_heading(header, index) for index in range(len(header.paths))]
    told = [kinds.get(index) or _kind(sheet, header, index, data_rows) for index in range(len(headings))]
    figures = [heading for heading, kind in zip(headings, told, strict=True) if kind is ColumnKind.FIGURE]
    has_periods = any(heading.moment.is_known for heading in figures)
    read = (
        _column(kind, heading, header.text(heading.column), title, has_periods=has_periods)
        for kind, heading in zip(told, headings, strict=True)
    )
    return tuple(_with_cause(column, sheet, data_rows) for column in read)


def _with_cause(column: Column, sheet: Sheet, rows: Iterable[int]) -> Column:
    """A column without any figure, with why: its cells are formulas never calculated, or errors."""
    if column.reason != "column_empty":
        return column
    cells = [(row, column.index) for row in rows]
    if any(cell in sheet.uncomputed for cell in cells):
        return replace(column, reason="column_uncomputed")
    return replace(column, reason="column_errors") if any(cell in sheet.errors for cell in cells) else column


def _kind(sheet: Sheet, header: Header, column: int, rows: Sequence[int]) -> ColumnKind:
    text = header.text(column)
    if _NUMBER.fullmatch(plain_words(text)) or (not text and _is_running(sheet, column, rows)):
        return ColumnKind.NUMBER
    has_figures = any(is_figure_like(sheet.cell(row, column)) for row in rows)
    return ColumnKind.FIGURE if has_figures else ColumnKind.LEFT_OUT


def _column(kind: ColumnKind, heading: Heading, text: str, title: Meaning, *, has_periods: bool) -> Column:
    column = Column(heading.column, kind, text)
    if kind is ColumnKind.FIGURE:
        return _described(column, heading, title, has_periods=has_periods)
    # A measure without any figure is to be said, unless it is a month to come.
    is_empty = heading.meaning.measure is not None and not heading.moment.is_known
    return replace(column, reason="column_empty") if kind is ColumnKind.LEFT_OUT and is_empty else column


def moments(header: Header, columns: Iterable[int]) -> dict[int, Moment]:
    """Return what the headers of some columns say about time."""
    listed = list(columns)
    return dict(zip(listed, as_months(_heading(header, index).moment for index in listed), strict=True))


def _all(cells: Sequence[Cell], test: Callable[[Cell], bool]) -> bool:
    return all(test(cell) for cell in cells)


def _is_segment(cell: Cell) -> bool:
    return isinstance(cell, str) and segment_named(cell) is not None


def _is_running(sheet: Sheet, column: int, rows: Sequence[int]) -> bool:
    numbers = [cell for row in rows if isinstance(cell := sheet.cell(row, column), int | float)]
    return len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))


def _heading(header: Header, column: int) -> Heading:
    path = header.paths[column]
    texts = [cell.text for cell in path if cell.text and not cell.spans_all]
    is_total = bool(texts) and names_only_a_total(texts[-1])
    text = " ".join(cell.text for cell in path if cell.text)
    moment = finer(_own_moment(header, column), header.note(column))
    return Heading(column, text, _combined(path), moment, is_total)


def _own_moment(header: Header, column: int) -> Moment:
    moment = Moment()
    for cell in reversed(header.paths[column]):
        moment = moment.below(moment_of(cell.value))
    return moment


def dating_note(header: Header, column: int) -> str:
    """Return the footnote that makes the year of a header finer, "" where it needs or has none."""
    note, own = header.note(column), _own_moment(header, column)
    return note if finer(own, note) != own else ""


def _combined(path: Sequence[HeaderCell]) -> Meaning:
    """What header rows above each other say together; the lower row names the measure first.

    "Target dan Realisasi" above "Realisasi" is a realisation; "Peserta aktif" above "%" is a share.
    """
    told = [meaning_of(cell.text) for cell in path if cell.text and not moment_alone(cell)]
    above = [
        meaning
        for meaning, cell in zip(told, [c for c in path if c.text and not moment_alone(c)], strict=True)
        if not (cell.spans_all and meaning.doubt)
    ]
    scale = 1.0 if path and has_own_unit(path[-1].text) else max((m.scale for m in above), default=1.0)
    segments = list(dict.fromkeys(meaning.segment for meaning in above if meaning.segment))
    if len(segments) > 1:
        return Meaning(doubt=Doubt.SEVERAL_SEGMENTS)
    segment = segments[0] if segments else ALL
    if unknown := next((meaning for meaning in above if meaning.doubt is Doubt.UNKNOWN_WORDS), None):
        # What a person will say about it does not change whose figures it holds.
        return replace(unknown, segment=segment, scale=scale)
    result = Meaning()
    for meaning in reversed(above):
        result = _under(result, meaning)
    vintage = next((meaning.vintage for meaning in reversed(above) if meaning.vintage), "")
    return replace(result, segment=segment, scale=scale, vintage=vintage)


def _under(lower: Meaning, upper: Meaning) -> Meaning:
    """The measure of a header cell together with the one above it."""
    if lower.doubt or (lower.measure is None and not lower.percent):
        return lower if lower.doubt else upper
    if upper.measure is Measure.REPORTED_COVERAGE and upper.percent and lower.measure is Measure.ACTIVE:
        # "UCJ (%)" above "Target" and "Realisasi": the share that was reached.
        return replace(lower, measure=Measure.REPORTED_COVERAGE, percent=True, sure=upper.sure)
    settled = lower.measure is not None and lower.sure
    if upper.measure is Measure.TARGET and lower.measure in (Measure.ACTIVE, Measure.REPORTED_COVERAGE):
        rate = lower.measure is Measure.REPORTED_COVERAGE
        return replace(lower, measure=Measure.TARGET, percent=lower.percent or rate, sure=True)
    if settled or (upper.measure is None and not upper.doubt):
        return lower
    if upper.doubt and upper.doubt is not Doubt.SEVERAL_MEASURES:
        return replace(lower, measure=None, doubt=upper.doubt)
    if upper.measure in (Measure.ACTIVE, Measure.REPORTED_COVERAGE):
        return replace(lower, sure=upper.measure is Measure.REPORTED_COVERAGE and upper.sure)
    return lower if upper.doubt else replace(lower, measure=None, doubt=Doubt.PERCENT_OF_OTHER)


def moment_alone(cell: HeaderCell) -> bool:
    """Say whether a header cell is a period and nothing else."""
    if not isinstance(cell.value, str):
        return moment_of(cell.value).is_known
    return (
        parse_segment(cell.text) is None
        and moment_of(cell.value).is_known
        and _is_bare(meaning_of(cell.text))
    )


def _is_bare(meaning: Meaning) -> bool:
    return meaning.measure is None and meaning.doubt is None and not meaning.segment and not meaning.vintage


def _described(column: Column, heading: Heading, title: Meaning, *, has_periods: bool) -> Column:
    said = heading.meaning
    if said.doubt:
        scale = title.scale if said.scale == 1 and not has_own_unit(heading.text) else said.scale
        column = replace(column, segment=said.segment, scale=scale)
        return replace(column, kind=ColumnKind.LEFT_OUT, reason=said.doubt.value)
    if not heading.text:
        return replace(column, kind=ColumnKind.LEFT_OUT, reason="no_header")
    if said.measure is None:
        return _told_by_title(column, heading, title, has_periods=has_periods)
    return _counting(column, heading, said, title)


def _told_by_title(column: Column, heading: Heading, title: Meaning, *, has_periods: bool) -> Column:
    """A column whose header names a period, a segment or a total only: the title says what it counts."""
    said = heading.meaning
    # A bare "Jumlah" beside months would be a sum of positions, which nobody is.
    names_figures = heading.moment.is_known or said.segment or (heading.is_total and not has_periods)
    if not names_figures:
        return replace(column, kind=ColumnKind.LEFT_OUT, reason="no_measure")
    if title.measure is None or title.doubt:
        return replace(
            column, kind=ColumnKind.LEFT_OUT, reason=MEASURE_UNKNOWN, told_by=MEASURE_UNKNOWN,
            segment=said.segment, scale=said.scale,
        )  # fmt: skip
    said = replace(title, segment=said.segment, scale=said.scale)
    return _counting(replace(column, told_by=FROM_TITLE), heading, said, title)


def _counting(column: Column, heading: Heading, said: Meaning, title: Meaning) -> Column:
    """A column of figures that counts what *said* says, in the unit of the title where it has none."""
    if said.scale == 1 and not has_own_unit(heading.text):
        said = replace(said, scale=title.scale)
    if said.measure is Measure.REPORTED_COVERAGE and title.measure is Measure.REPORTED_COVERAGE:
        said = replace(said, sure=said.sure or title.sure)
    return replace(
        column,
        reason=column.told_by or "header",
        measure=said.measure,
        sure=said.sure,
        percent=said.percent,
        segment=said.segment,
        scale=said.scale,
        vintage=said.vintage,
    )
