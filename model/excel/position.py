"""Which position each figure of a table is for: its own, the table's, or every one (a base)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from model.excel.answers import About, Answers
from model.excel.base_years import is_fine, with_bases_of_the_months, with_bases_of_the_position
from model.excel.header_block import Header
from model.excel.header_periods import Moment
from model.excel.layout import Column, ColumnKind, Row, RowKind
from model.excel.table_columns import BASES, dating_note, moments
from model.excel.titles import Titles
from model.excel.turn_of_year import newest_year, years_back
from model.measures import Measure
from model.periods import Period, parse_period

UNDATED: Final = "undated"
"""Why a share is not read: it may be of any of several positions."""
_LASTING: Final = BASES | {Measure.TARGET}


@dataclass(frozen=True, slots=True)
class Settled:
    """The columns with their periods, and the position of those that have none of their own."""

    columns: tuple[Column, ...]
    position: Period | None
    lacking: tuple[int, int] | None = None
    """A cell whose position nobody says (its row -1 for the header): it must be asked."""
    yearless: bool = False
    """It is the year that is missing: "Jan" beside "Feb"."""
    by_title: bool = False
    """Some figures are taken at the position that the title names."""
    notes: tuple[tuple[Column, str], ...] = ()
    """The columns of figures whose header names a year only and is dated by a footnote, with that."""


def settle_periods(
    columns: tuple[Column, ...],
    header: Header,
    titles: Titles,
    answers: Answers,
    key: str,
    rows: Sequence[Row],
    yearless: int = -1,
) -> Settled:
    """Return what each figure is for, as headers, rows and titles say; *answers* where they do not.

    A month without a year takes that of the titles, else that of the answered position. A base or
    a target without a period beside dated figures holds for all of them. An answer about the
    table itself (its *key*) goes before what the titles say. *yearless* is a row whose month
    lacks its year.
    """
    said = titles.position
    own_answer = parse_period(answers.get(About.POSITION, key) or "") if key else None
    answer = own_answer or answers.position
    year = said.year or (answer.day.year if answer else None)
    figures = _figures(columns)
    spoken = moments(header, [column.index for column in figures])
    own = _settled(spoken, year, said.period, answer)
    halves = [index for index, moment in spoken.items() if moment.is_known and own[index] is None]
    position = own_answer or said.settled() or answer
    columns = _with_periods(columns, own)
    told = {column.index for column in columns if answers.get(About.PERIOD, column.key)}
    columns = with_bases_of_the_position(_with_due(columns, titles.due), position, told)
    columns = _without_undated_shares(columns, position)
    needy = _without_time(columns)
    needs = bool(needy) and not _in_rows(rows)
    lacking = _first_lacking(halves or (needy if needs and position is None else []), needy, yearless)
    notes = tuple(_notes(columns, own, header))
    return Settled(columns, position, lacking, bool(halves) or yearless >= 0, needs, notes)


def _settled(
    spoken: Mapping[int, Moment], year: int | None, said: Period | None, answer: Period | None
) -> dict[int, Period | None]:
    """The period of each column; months without a year take *year*, those over its turn their own."""
    yearless = [moment.month for moment in spoken.values() if moment.month and not moment.year]
    back = years_back(yearless)
    if not back:
        return {index: moment.settled(year) for index, moment in spoken.items()}
    newest = newest_year(back, said, answer)
    return {
        index: moment.settled(None if newest is None else newest - back.get(moment.month or 0, 0))
        for index, moment in spoken.items()
    }


def _notes(
    columns: Iterable[Column], own: dict[int, Period | None], header: Header
) -> Iterator[tuple[Column, str]]:
    """The columns whose period comes from a footnote and not from an answer."""
    for column in _figures(columns):
        if column.period == own.get(column.index) and (note := dating_note(header, column.index)):
            yield column, note


def _without_time(columns: tuple[Column, ...]) -> list[int]:
    """The columns of figures that have no period of their own and hold for no others'."""
    return [column.index for column in _figures(columns) if not column.period and not _lasts(column, columns)]


def _in_rows(rows: Sequence[Row]) -> bool:
    """Say whether the rows say their periods themselves; a total of all need not."""
    return bool(rows) and all(row.period for row in rows if row.kind is not RowKind.TOTAL)


def _first_lacking(lacking: Sequence[int], needy: Sequence[int], yearless: int) -> tuple[int, int] | None:
    """The first cell whose position nobody says: a header of *lacking*, else the row *yearless*."""
    if lacking:
        return -1, lacking[0]
    return (yearless, needy[0] if needy else 0) if yearless >= 0 else None


def _figures(columns: Iterable[Column]) -> list[Column]:
    return [column for column in columns if column.kind is ColumnKind.FIGURE]


def _with_periods(columns: tuple[Column, ...], own: dict[int, Period | None]) -> tuple[Column, ...]:
    dated = tuple(
        replace(column, period=column.period or own[column.index]) if column.index in own else column
        for column in columns
    )
    fine = {
        column.period
        for column in _figures(dated)
        if column.measure not in BASES and column.period and is_fine(column.period)
    }
    return with_bases_of_the_months(dated, fine)


def _with_due(columns: tuple[Column, ...], due: Period | None) -> tuple[Column, ...]:
    """The columns, targets without a day of their own due when the titles say."""
    return tuple(
        replace(column, period=due)
        if due and column.kind is ColumnKind.FIGURE and column.measure is Measure.TARGET and not column.period
        else column
        for column in columns
    )


def _without_undated_shares(columns: tuple[Column, ...], position: Period | None) -> tuple[Column, ...]:
    """The columns, but for a bare "%" of which nobody can say which of several positions it is of."""
    counts = [column for column in _figures(columns) if column.measure is not Measure.REPORTED_COVERAGE]
    dated = {column.period for column in counts if column.measure not in _LASTING and column.period}
    if position is not None or not dated or any(not _may_last(column) for column in counts):
        return columns
    only = dated.pop() if len(dated) == 1 else None
    return tuple(
        _dated_share(column, only)
        if column.kind is ColumnKind.FIGURE and not column.sure and not column.period
        else column
        for column in columns
    )


def _may_last(column: Column) -> bool:
    return column.period is not None or column.measure in _LASTING


def _dated_share(column: Column, period: Period | None) -> Column:
    if period:
        return replace(column, period=period)
    return replace(column, kind=ColumnKind.LEFT_OUT, reason=UNDATED)


def _lasts(column: Column, columns: Iterable[Column]) -> bool:
    """Say whether a figure without a period holds for every period of its table."""
    dated = any(other.period for other in _figures(columns) if other.measure is not Measure.TARGET)
    return dated and (column.measure in BASES or column.measure is Measure.TARGET)
