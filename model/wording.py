"""Figures, days and findings in words and digits, Indonesian or English.

The one place where the model turns values into text; screen, paper and commands all use it.
Sentences live in ``resources/wording/<language>/*.toml`` with placeholders such as
``{active:people}``, ``{rate:percent2}``, ``{change:points}``, ``{as_of:day}``, ``{measure:measure}``.
"""

import math
import string
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache
from typing import Any, Final

from model.periods import Period, Precision
from resources import FOLDER

LANGUAGES: Final = ("id", "en")
MISSING: Final = "–"
"""What stands where there is no figure."""
MINUS: Final = "−"
_ANY_SIZE: Final = Context(prec=400)
"""A figure in a wrong cell may have any size, and saying so must not fail."""

_MONTHS: Final = {
    "id": (
        "Januari", "Februari", "Maret", "April", "Mei", "Juni",
        "Juli", "Agustus", "September", "Oktober", "November", "Desember",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
_SHORT_MONTHS: Final = {
    "id": ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


def number(value: float | None, decimals: int = 0, language: str = "id") -> str:
    """Return *value* grouped by thousands ("1.009.250"), rounded half up; ``MISSING`` for None."""
    if value is None or not math.isfinite(value):
        return MISSING
    step = Decimal(1).scaleb(-decimals)
    exact = Decimal(repr(float(value))).quantize(step, ROUND_HALF_UP, _ANY_SIZE)
    text = f"{abs(exact):,.{decimals}f}"
    if language == "id":
        text = text.translate(str.maketrans(",.", ".,"))
    return f"{MINUS}{text}" if exact < 0 else text


def people(value: float | None, language: str = "id") -> str:
    """Return a count of people, "1.009.250"; a count with a fraction shows up to one decimal."""
    if value is None:
        return MISSING
    return number(value, 0 if float(value).is_integer() else 1, language)


def percent(fraction: float | None, decimals: int = 1, language: str = "id", *, unit: bool = True) -> str:
    """Return a fraction as a percentage, "46,2 %" (English "46.2%"), without its sign if not *unit*."""
    if fraction is None or not math.isfinite(fraction):
        return MISSING
    # Through Decimal, so that 0.285 becomes 28.5 and not 28.499999999999996.
    text = number(float(Decimal(repr(float(fraction))) * 100), decimals, language)
    return text + ("" if not unit else " %" if language == "id" else "%")


def as_reported(fraction: float | None, language: str = "id", *, unit: bool = True) -> str:
    """Return a reported percentage with the decimals that it came with, two at most: "46,2 %"."""
    if fraction is None or not math.isfinite(fraction):
        return MISSING
    exact = (Decimal(repr(float(fraction))) * 100).normalize()
    decimals = min(max(-int(exact.as_tuple().exponent), 0), 2)
    return percent(fraction, decimals, language, unit=unit)


def points(fraction: float | None, decimals: int = 2, language: str = "id", *, unit: bool = True) -> str:
    """Return a difference of fractions in percentage points, "0,73 poin persen", keeping its sign."""
    if fraction is None or not math.isfinite(fraction):
        return MISSING
    text = percent(fraction, decimals, language, unit=False)
    return text if not unit else f"{text} {'poin persen' if language == 'id' else 'percentage points'}"


def signed(text: str) -> str:
    """Put a plus before a formatted figure that is neither negative, zero nor missing."""
    is_zero = not any(digit in text for digit in "123456789")
    return text if is_zero or text.startswith(MINUS) else f"+{text}"


def day(value: date | Period | None, language: str = "id") -> str:
    """Return a position in words: "31 Maret 2025", "triwulan I 2025", "tahun 2024"."""
    if value is None:
        return MISSING
    if isinstance(value, Period):
        if value.precision is Precision.YEAR:
            return f"tahun {value.day.year}" if language == "id" else f"year {value.day.year}"
        if value.precision is Precision.QUARTER:
            roman = ("I", "II", "III", "IV")[(value.day.month - 1) // 3]
            return f"{'triwulan' if language == 'id' else 'quarter'} {roman} {value.day.year}"
        value = value.day
    return f"{value.day} {_MONTHS[language][value.month - 1]} {value.year}"


def short_day(value: date | Period | None, language: str = "id") -> str:
    """Return a position as an axis writes it: "Mar 2025", "2024" for a year, "14 Mar 2025" for a day."""
    if value is None:
        return MISSING
    period = value if isinstance(value, Period) else Period(value)
    if period.precision is Precision.YEAR:
        return str(period.day.year)
    text = f"{_SHORT_MONTHS[language][period.day.month - 1]} {period.day.year}"
    return f"{period.day.day} {text}" if period.precision is Precision.DAY else text


def _quoted(value: object, language: str) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return f'"{value}"'
    exponent = int(Decimal(repr(float(value))).normalize().as_tuple().exponent)
    return number(value, max(0, -exponent), language)


class _Sentence(string.Formatter):
    def __init__(self, language: str) -> None:
        self._language = language

    def format_field(self, value: Any, format_spec: str) -> str:  # noqa: ANN401  as the base class has it
        match format_spec:
            case "people":
                return people(value, self._language)
            case "number":  # of a measure that may be people or a fraction
                return people(value, self._language) if value > 2 else percent(value, 2, self._language)
            case "cell":  # as it stands in a cell: text in quotes, a number as this language writes it
                return _quoted(value, self._language)
            case "percent1" | "percent2":
                return percent(value, int(format_spec[-1]), self._language)
            case "reported":
                return as_reported(value, self._language)
            case "points":
                return points(value, 2, self._language)
            case "points_bare":
                return points(value, 2, self._language, unit=False)
            case "day":
                return day(value, self._language)
            case "measure":
                return label("measure", value, self._language)
        return str(super().format_field(value, format_spec))


def say(key: str, language: str = "id", **facts: object) -> str:
    """Return the sentence *key* ("section.name") with its placeholders filled; KeyError if unknown."""
    return _Sentence(language).vformat(_catalogue(language)[key], (), facts)


def has(key: str, language: str = "id") -> bool:
    """Say whether the catalogue of *language* holds the sentence *key*."""
    return key in _catalogue(language)


def label(kind: str, name: str, language: str = "id") -> str:
    """Return the label of a term, such as ``label("measure", "active")`` -> "Peserta aktif"."""
    return _catalogue(language)[f"{kind}.{name}"]


def keys(language: str) -> frozenset[str]:
    """Return every sentence key of *language*, for the test that holds the languages together."""
    return frozenset(_catalogue(language))


@cache
def _catalogue(language: str) -> dict[str, str]:
    import tomllib  # slow to load, and the first paint of the window needs no sentence

    sentences: dict[str, str] = {}
    for path in sorted((FOLDER / "wording" / language).glob("*.toml")):
        for section, entries in tomllib.loads(path.read_text(encoding="utf-8")).items():
            sentences |= {f"{section}.{name}": text for name, text in entries.items()}
    return sentences
