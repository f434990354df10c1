"""Which position each figure of a table is for: its own, the table's, or every one (a base)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from model.excel.answers import About, Answers
from model.excel.header_block import Header
from model.excel.layout import Column, ColumnKind, Row, RowKind
from model.excel.table_columns import BASES, moments
from model.excel.titles import Titles
from model.measures import Measure
from model.periods import Period, Precision, parse_period


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
    own = {index: moment.settled(year) for index, moment in spoken.items()}
    halves = [index for index, moment in spoken.items() if moment.is_known and own[index] is None]
    columns = _with_periods(columns, own)
    position = own_answer or said.settled() or answer
    in_rows = bool(rows) and all(row.period for row in rows if row.kind is not RowKind.TOTAL)
    needy = [
        column.index for column in _figures(columns) if not column.period and not _lasts(column, columns)
    ]
    needs = bool(needy) and not in_rows
    lacking = [(-1, column) for column in halves or (needy if needs and position is None else [])]
    if yearless >= 0 and not lacking:
        lacking = [(yearless, needy[0] if needy else 0)]
    return Settled(columns, position, lacking[0] if lacking else None, bool(halves) or yearless >= 0, needs)


def _figures(columns: Iterable[Column]) -> list[Column]:
    return [column for column in columns if column.kind is ColumnKind.FIGURE]


def _with_periods(columns: tuple[Column, ...], own: dict[int, Period | None]) -> tuple[Column, ...]:
    dated = tuple(
        replace(column, period=column.period or own[column.index]) if column.index in own else column
        for column in columns
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


def _lasts(column: Column, columns: Iterable[Column]) -> bool:
    """Say whether a figure without a period holds for every period of its table."""
    dated = any(other.period for other in _figures(columns) if other.measure is not Measure.TARGET)
    return dated and (column.measure in BASES or column.measure is Measure.TARGET)
