"""The periods of headers, titles, sheet and file names, also those given in halves ("Maret" under "2025")."""

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from model.excel.grid import Cell
from model.excel.header_words import RAISED, Doubt, header_text, meaning_of, plain_words
from model.excel.vintages import period_in, vintage_of
from model.periods import ORDINAL, ORDINALS, Period, Precision, month, parse_month_name, quarter, year

_QUARTER: Final = re.compile(r"\b(?:triwulan|tw|kuartal|quarter|q)\s*" + ORDINAL.format(name="number"))
_SEMESTER: Final = re.compile(r"\bsemester\s*" + ORDINAL.format(name="number"))
_YEARS: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_YEAR_AND_MONTH: Final = re.compile(r"(20[0-4]\d)(0[1-9]|1[0-2])")
_WRITTEN_OUT: Final = frozenset(["mei", "juni", "juli", "june", "july"])
_SHORT_YEAR: Final = re.compile(r"^([a-z]+)\W{0,2}(\d\d)$")


@dataclass(frozen=True, slots=True)
class Moment:
    """What a text says about time: a whole period, or its month or quarter and its year apart."""

    period: Period | None = None
    """Known to the month, quarter or day."""
    month: int | None = None
    quarter: int | None = None
    year: int | None = None
    first_of_month: bool = False
    """A date cell on the first of a month: "Mar-25" is kept like that."""

    @property
    def is_known(self) -> bool:
        """Say whether the text says anything about time."""
        return self != Moment()

    def below(self, upper: "Moment") -> "Moment":
        """Return what a header says together with the one above it; the lower goes first."""
        if self.period:
            return self
        if not (self.month or self.quarter or self.year):
            return upper
        if upper.period and self.year is None:
            return self
        return replace(
            self,
            month=self.month or upper.month,
            quarter=self.quarter or upper.quarter,
            year=self.year or upper.year,
        )

    def joined(self, other: "Moment") -> "Moment":
        """Return this moment made finer, or its missing year supplied, by another place that names one."""
        if self.period or not other.is_known:
            return self
        if not self.is_known:
            return other
        if self.month or self.quarter:
            return replace(self, year=self.year or other.year)
        agrees = other.year in (None, self.year)
        if agrees and (other.period or other.month or other.quarter):
            return replace(other, year=self.year)
        return self

    def settled(self, default_year: int | None = None) -> Period | None:
        """Return the period, with *default_year* for a month without a year; None if it lacks one."""
        if self.period:
            return self.period
        number = self.year or (default_year if self.month or self.quarter else None)
        if number is None:
            return None
        if self.month:
            return month(number, self.month)
        return quarter(number, self.quarter) if self.quarter else year(number)


def moment_of(cell: Cell) -> Moment:
    """Return what a header or title cell says about time."""
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        ends = cell.day == calendar.monthrange(cell.year, cell.month)[1]
        period = Period(cell, Precision.MONTH if ends else Precision.DAY)
        return Moment(period=period, year=cell.year, first_of_month=cell.day == 1)
    return _moment_in(RAISED.sub(" ", header_text(cell)))


@lru_cache(maxsize=4096)
def _moment_in(text: str) -> Moment:
    if stamped := _YEAR_AND_MONTH.fullmatch(text.strip()):
        return Moment(period=month(int(stamped[1]), int(stamped[2])), year=int(stamped[1]))
    found = period_in(text)
    if found and found.precision is not Precision.YEAR:
        return Moment(period=found, year=found.day.year)
    words = plain_words(vintage_of(text)[1])
    if short := _SHORT_YEAR.match(words):
        number = parse_month_name(short[1])
        return Moment(period=month(2000 + int(short[2]), number)) if number else Moment()
    if found is None and len(set(_YEARS.findall(words))) > 1:
        # "Maret 2024 dan Maret 2025": half of it would go together with any year found elsewhere.
        return Moment()
    return replace(_part(words), year=found.day.year if found else None)


def as_months(moments: Iterable[Moment]) -> tuple[Moment, ...]:
    """Return the moments of several headers; date cells that all stand on the 1st mean their months.

    Excel keeps "Mar-25" as 1 March 2025. One such header alone is taken as the day it says.
    """
    listed = tuple(moments)
    dated = [moment for moment in listed if moment.period and moment.period.precision is Precision.DAY]
    if len({moment.period for moment in dated}) < 2 or not all(moment.first_of_month for moment in dated):
        return listed
    return tuple(
        replace(moment, period=month(moment.period.day.year, moment.period.day.month))
        if moment.period and moment.first_of_month
        else moment
        for moment in listed
    )


def _part(words: str) -> Moment:
    if found := _QUARTER.search(words):
        return Moment(quarter=ORDINALS[found["number"]])
    if (found := _SEMESTER.search(words)) and ORDINALS[found["number"]] <= 2:
        return Moment(month=6 * ORDINALS[found["number"]])
    months = {word: number for word in words.split() if (number := parse_month_name(word))}
    if len(set(months.values())) != 1:
        return Moment()
    # "Mar" or "Sep" may be part of anything; a month written out, or among words that we know, may not.
    written_out = any(len(word) > len("sept") or word in _WRITTEN_OUT for word in months)
    if written_out or meaning_of(words).doubt is not Doubt.UNKNOWN_WORDS:
        return Moment(month=next(iter(months.values())))
    return Moment()
