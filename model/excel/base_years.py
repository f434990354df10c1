"""Bases that name a year only, "Potensi 2024": which position they are the base of.

Offices set the base of a year before it begins and keep it until there is a new one (it is made from
the survey of the August before), so participants in March are counted against the base of that year,
else the only earlier one. That the year is another one is kept as the vintage, said, and can be changed.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace

from model.excel.layout import Column, ColumnKind
from model.excel.table_columns import BASES
from model.measures import Measure
from model.periods import Period, Precision


def is_fine(period: Period | None) -> bool:
    """Say whether a period is known to the quarter, month or day."""
    return period is not None and period.precision is not Precision.YEAR


def with_bases_of_the_months(columns: tuple[Column, ...], fine: set[Period]) -> tuple[Column, ...]:
    """Return the columns, where a base of one year beside the dated months *fine* is theirs.

    The only base holds for all of them; of several each for the one of its year.
    """
    return tuple(
        _held(column, _of_the_months(column, columns, fine), fine)
        if fine and _is_base_of_a_year(column)
        else column
        for column in columns
    )


def _of_the_months(column: Column, columns: Iterable[Column], fine: set[Period]) -> Period | None:
    """What a base of one year holds for beside months: all of them, or of several bases that of its year."""
    alike = [other for other in _figures(columns) if _same_base(other, column)]
    if len(alike) == 1 or column.period is None:
        return None
    own = [period for period in fine if period.day.year == column.period.day.year]
    if own and len(own) == len(fine):
        return None
    return own[0] if len(own) == 1 else column.period


def with_bases_of_the_position(
    columns: tuple[Column, ...], position: Period | None, told: Collection[int] = ()
) -> tuple[Column, ...]:
    """Return the columns, where participants without a period of their own have a base.

    That of the year of the table's *position*, "Potensi 2025" beside participants in March 2025;
    else the only one there is, if it names an earlier year. The columns *told* were answered.
    """
    waiting = any(not column.period and column.measure not in BASES for column in _figures(columns))
    if position is None or not waiting:
        return columns
    held = {
        column.index
        for column in columns
        if column.index not in told and _is_base_of_a_year(column) and _serves(column, columns, position)
    }
    return tuple(_held(c, position, {position}) if c.index in held else c for c in columns)


def _serves(column: Column, columns: Iterable[Column], position: Period) -> bool:
    alike = [other for other in _figures(columns) if _same_base(other, column)]
    if column.period is None or any(other.period in (None, position) for other in alike):
        return False
    if column.period.day.year == position.day.year:
        return is_fine(position)
    is_earlier = column.period.day.year < position.day.year
    waits = any(c.measure is Measure.ACTIVE and not c.period for c in _figures(columns))
    # Those who work are counted once a year; only who is eligible is a base until there is a new one.
    return is_earlier and waits and len(alike) == 1 and column.measure is Measure.ELIGIBLE


def _held(column: Column, period: Period | None, positions: Iterable[Period]) -> Column:
    """A base taken for *period*; where its year is none of those of the *positions*, that is its vintage."""
    if column.period is None or period == column.period:
        return column
    year = column.period.day.year
    is_other = year not in {position.day.year for position in positions}
    vintage = column.vintage or (str(year) if is_other else "")
    # The base of the months' own year needs no word.
    named = column.period if is_other or period else None
    return replace(column, period=period, named=named, vintage=vintage)


def bases_of_other_years(
    columns: Iterable[Column], position: Period | None, *, by_title: bool
) -> tuple[Column, ...]:
    """Return the bases of a table, where all name years and none that of its participants' position."""
    figures = _figures(columns)
    waits = any(column.measure is Measure.ACTIVE and not column.period for column in figures)
    bases = tuple(column for column in figures if column.measure in BASES)
    if position is None or not is_fine(position) or not (waits and by_title):
        return ()
    apart = all(_is_base_of_a_year(c) and c.period and c.period.day.year != position.day.year for c in bases)
    return bases if apart else ()


def _is_base_of_a_year(column: Column) -> bool:
    is_base = column.kind is ColumnKind.FIGURE and column.measure in BASES
    return is_base and column.period is not None and not is_fine(column.period)


def _same_base(column: Column, other: Column) -> bool:
    return (column.measure, column.segment, column.percent) == (other.measure, other.segment, other.percent)


def _figures(columns: Iterable[Column]) -> list[Column]:
    return [column for column in columns if column.kind is ColumnKind.FIGURE]
