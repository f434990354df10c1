"""The base that a header or title names, "Sakernas Agustus 2024", apart from the period of its figures."""

import re
from typing import Final

from model import wording
from model.periods import Period, parse_period

_VINTAGE: Final = re.compile(
    r"(?:\b(?:basis|berdasarkan|berbasis|sumber|menurut|data)\b[\s:]*)*"
    r"\b(?P<name>sakernas|susenas|sensus penduduk|supas|regsosek|dukcapil|proyeksi penduduk)\b"
    r"[\s:,]*(?P<when>(?:[a-z]+\.?\s+)?(?:19|20)\d\d)?",
    re.IGNORECASE,
)
_BASIS: Final = re.compile(
    r"\b(?:basis|berbasis)(?: data| potensi)*[\s:]+(?P<name>[^()\[\]\n;]+)", re.IGNORECASE
)
_SPAN_OF_YEARS: Final = re.compile(
    r"(?:19|20)\d\d\s*(?:-|–|—|/|s\.?\s?/?d\.?|sampai(?: dengan)?|hingga|dan|,)\s*(?:tahun\s*)?(?:19|20)\d\d",
    re.IGNORECASE,
)
_ROUND_NAMES: Final = {"sakernas": "Sakernas", "susenas": "Susenas", "supas": "Supas", "regsosek": "Regsosek"}


def vintage_of(text: str) -> tuple[str, str]:
    """Return the base that *text* names ("Sakernas Agu 2024", "" for none) and the text without it."""
    found = _VINTAGE.search(text)
    if not found:
        named = _BASIS.search(text)
        if not named or not named["name"].strip():
            return "", text
        return " ".join(named["name"].split()), f"{text[: named.start()]} {text[named.end() :]}"
    name = " ".join(found["name"].split())
    name = _ROUND_NAMES.get(name.casefold(), name[:1].upper() + name[1:])
    period = parse_period(found["when"]) if found["when"] else None
    when = wording.short_day(period) if period else found["when"] or ""
    return f"{name} {when}".strip(), f"{text[: found.start()]} {text[found.end() :]}"


def period_in(text: str) -> Period | None:
    """Return the period that a title or header names beside its base, None where it names a span of years."""
    _, rest = vintage_of(text)
    return parse_period(_SPAN_OF_YEARS.sub(" ", rest))
