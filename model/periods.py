"""Periods: a position is a day, mostly a month's end, that keeps how precisely it was given."""

import calendar
import re
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Final

_MONTHS: Final = {
    "jan": 1, "januari": 1, "january": 1,
    "feb": 2, "peb": 2, "februari": 2, "pebruari": 2, "february": 2,
    "mar": 3, "maret": 3, "march": 3, "mrt": 3,
    "apr": 4, "april": 4,
    "mei": 5, "may": 5,
    "jun": 6, "juni": 6, "june": 6,
    "jul": 7, "juli": 7, "july": 7,
    "agu": 8, "ags": 8, "agt": 8, "agust": 8, "aug": 8, "agustus": 8, "august": 8,
    "sep": 9, "sept": 9, "september": 9,
    "okt": 10, "oct": 10, "oktober": 10, "october": 10,
    "nov": 11, "nop": 11, "november": 11, "nopember": 11,
    "des": 12, "dec": 12, "desember": 12, "december": 12,
}  # fmt: skip
ORDINALS: Final = {
    "i": 1, "1": 1, "satu": 1, "pertama": 1,
    "ii": 2, "2": 2, "dua": 2,
    "iii": 3, "3": 3, "tiga": 3,
    "iv": 4, "4": 4, "empat": 4,
}  # fmt: skip
"""What ORDINAL finds, in lower case, as a number."""
ORDINAL: Final = r"(?:ke[\s-]*)?(?P<{name}>iv|iii|ii|i|[1-4]|pertama|satu|dua|tiga|empat)\b"
"""The number of a quarter or a half as people write it, "III", "ke-3", "Ketiga": for one named group."""
_MONTH: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
_QUARTER: Final = ORDINAL.format(name="quarter")
_HALF: Final = ORDINAL.format(name="half")
_SHORT: Final = r"(?P<short>\d\d)"
_HALVES: Final = 2
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_APART: Final = r"(?![a-z])"
"""What follows a month's name: anything but a letter, so that "Mar2025" is read and "Marga" is not."""
_BARE_YEAR: Final = re.compile(rf"(?<!\d){_YEAR}(?!\d)")

_UNTIL: Final = re.compile(
    r"\s*(?:(?:s\.?\s*/?\s*d\.?|sampai(?:\s+dengan)?|hingga|to|until)(?![a-z])|[-–—])\s*", re.IGNORECASE
)
_BESIDE: Final = re.compile(r"\s*(?:\bdan\b|\bserta\b|\bvs\b\.?|&|\band\b)\s*", re.IGNORECASE)
_COMPARED: Final = re.compile(r"\b(?:mem|per)banding(?:an|kan)\b", re.IGNORECASE)
_OTHER_PART: Final = re.compile(
    r"\b(?:catur\s*wulan|cawu|(?:minggu|pekan|week)\s*(?:ke\b|[ivx\d]))", re.IGNORECASE
)
"""A part of a year that is no period of ours: its year alone would be another position."""
_PATTERNS: Final = (
    rf"(?P<day>\d{{1,2}})[\s.-]*(?P<name>{_MONTH}){_APART}[\s.,'-]*{_YEAR}",
    rf"{_YEAR}[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})(?:T[\d:.]+)?",
    rf"(?P<day>\d{{1,2}})[-/.](?P<month>\d{{1,2}})[-/.]{_YEAR}",
    rf"(?:triwulan|tw|q|kuartal|quarter)[\s.-]*{_QUARTER}[\s.,'/-]*(?:tahun\s*)?{_YEAR}",
    rf"{_YEAR}[\s/-]*(?:q|tw|triwulan)[\s.]*{_QUARTER}",
    rf"semester[\s.-]*{_HALF}[\s.,'/-]*(?:tahun\s*)?{_YEAR}",
    rf"(?P<name>{_MONTH}){_APART}[\s.,'/-]*(?:tahun\s*)?{_YEAR}",
    rf"(?P<name>{_MONTH}){_APART}[\s.]*['\u2018\u2019`]\s?{_SHORT}",
    rf"(?:per|posisi|keadaan|kondisi|tanggal|tgl|s\.?/?d)[\s.:]+(?P<day>\d{{1,2}})(?P<sign>[-/.])(?P<month>\d{{1,2}})"
    rf"(?P=sign){_SHORT}",
    rf"{_YEAR}[\s/-]+(?P<name>{_MONTH})",
    rf"{_YEAR}[-/](?P<month>0?[1-9]|1[0-2])(?![-/]\d)",
    rf"(?P<month>0?[1-9]|1[0-2])[-/]{_YEAR}",
    rf"(?<!\d[-/]){_YEAR}(?![-/]\d)",
)


class Precision(StrEnum):
    """How precisely a position was given."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """A position in time: *day* is its last day, *precision* how it was given.

    Two periods that end on the same day are the same position and compare equal.
    """

    day: date
    precision: Precision = field(default=Precision.MONTH, compare=False)

    @property
    def iso(self) -> str:
        """The position as an ISO day, "2025-03-31"."""
        return self.day.isoformat()

    @property
    def written(self) -> str:
        """The position with its precision, as books and commands write it.

        "2024" (year), "2025-Q1" (quarter), "2025-03" (month), "2025-03-14" (day).
        """
        match self.precision:
            case Precision.YEAR:
                return f"{self.day.year}"
            case Precision.QUARTER:
                return f"{self.day.year}-Q{(self.day.month + 2) // 3}"
            case Precision.MONTH:
                return f"{self.day.year}-{self.day.month:02}"
        return self.iso

    @property
    def first_day(self) -> date:
        """The first day of the period; the day itself for a period of a day."""
        match self.precision:
            case Precision.YEAR:
                return date(self.day.year, 1, 1)
            case Precision.QUARTER:
                return date(self.day.year, self.day.month - 2, 1)
            case Precision.MONTH:
                return self.day.replace(day=1)
        return self.day

    def contains(self, day: date) -> bool:
        """Say whether *day* lies in the period."""
        return self.first_day <= day <= self.day


def month(year: int, number: int) -> Period:
    """Return the position at the end of a month; ValueError for a month that does not exist."""
    return Period(date(year, number, calendar.monthrange(year, number)[1]), Precision.MONTH)


def quarter(year: int, number: int) -> Period:
    """Return the position at the end of a quarter (1 to 4)."""
    return Period(month(year, number * 3).day, Precision.QUARTER)


def year(number: int) -> Period:
    """Return the last day of a year, with the precision "year"."""
    return Period(date(number, 12, 31), Precision.YEAR)


def at_day(day: date) -> Period:
    """Return the position of a day; a month's last day has the precision of a month."""
    last = calendar.monthrange(day.year, day.month)[1]
    return Period(day, Precision.MONTH if day.day == last else Precision.DAY)


def parse_month_name(text: str) -> int | None:
    """Return the number of the month that *text* names alone ("Agt", "March"), else None."""
    return _MONTHS.get(text.strip().strip(".").casefold())


def parse_period(value: object) -> Period | None:
    """Return the first period that *value* names, or None.

    Takes a date or datetime (at_day), a year as a number, or text in Indonesian or English:
    "Keadaan per 31 Maret 2025", "Triwulan I 2025", "s.d. Agustus 2024", "per 31/03/25", "2025-03",
    "2024".
    Days that do not exist ("31 Februari 2025") give None rather than a neighbour, and so do bare
    years where several are named ("2018-2025"): a span has no one position. Of a span of months
    or days ("Januari s.d. Maret 2025", "Jan 2024 - Mar 2025") it is the end. Two positions that are
    compared ("Maret 2024 dan Maret 2025") and a third of a year ("Catur Wulan I 2025") give None.
    """
    if isinstance(value, datetime):
        return at_day(value.date())
    if isinstance(value, date):
        return at_day(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return year(int(value)) if float(value).is_integer() and 1990 <= value <= 2100 else None
    if not isinstance(value, str):
        return None
    return _named(value.replace("_", " "))


def _named(text: str) -> Period | None:
    for pattern in _patterns():
        if found := pattern.search(text):
            period = _from_groups(found.groupdict())
            if period and period.precision is Precision.YEAR:
                alone = len(set(_BARE_YEAR.findall(text))) == 1 and not _OTHER_PART.search(text)
                return period if alone else None
            if period and _names_another(text, found.end(), period):
                return None
            until = _UNTIL.match(text, found.end())
            end = _named(text[until.end() :]) if until else None
            return end if end and period and end > period else period
    return None


def _names_another(text: str, end: int, period: Period) -> bool:
    """Say whether another period stands on a par with *period*: "Maret 2024 dan Maret 2025"."""
    beside = _BESIDE.match(text, end)
    if not beside and not _COMPARED.search(text):
        return False
    other = _named(text[beside.end() if beside else end :])
    return bool(other and other != period and other.precision is not Precision.YEAR)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Compiled when a period is first read: it takes longer than the first paint of the window may wait."""
    return tuple(re.compile(rf"(?<![\w.,]){pattern}(?![\w])", re.IGNORECASE) for pattern in _PATTERNS)


def _from_groups(parts: dict[str, str | None]) -> Period | None:
    short = parts.get("short")
    number = 2000 + int(short) if short else int(parts["year"] or 0)
    if quarter_text := parts.get("quarter"):
        return quarter(number, ORDINALS[quarter_text.casefold()])
    if half := parts.get("half"):
        ordinal = ORDINALS[half.casefold()]
        return month(number, 6 * ordinal) if ordinal <= _HALVES else None
    name, digits = parts.get("name"), parts.get("month")
    month_number = _MONTHS[name.casefold()] if name else int(digits) if digits else 0
    try:
        if day_text := parts.get("day"):
            return at_day(date(number, month_number, int(day_text)))
        return month(number, month_number) if month_number else year(number)
    except ValueError:
        return None
