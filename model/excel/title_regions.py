"""Regencies and cities that a title or the name of a sheet or file names."""

import re
from functools import lru_cache
from typing import Final

from model.excel.header_words import plain_words
from model.periods import parse_month_name
from model.region_names import MatchStatus, match_region

_LONGEST: Final = 5
_TEXT: Final = 300
_KINDS: Final = frozenset(["kabupaten", "kab", "kota", "kotamadya"])
_OFFICES: Final = frozenset(["cabang", "kantor", "kacab", "kcp", "jalan", "jl", "menurut", "se"])
"""What stands before the name of a place that is an address or a branch, not the subject."""
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_EACH: Final = re.compile(r"\b(?:menurut|per|tiap|setiap|se) (?:kabupaten|kab|kota)\b.*")


@lru_cache(maxsize=2000)
def regencies_in(text: str, province: str) -> tuple[str, ...]:
    """Return the codes of the regencies that *text* names, each once, "" as *province* for any.

    The longest names go first, so that "Kotawaringin Barat" is not read as something shorter; a
    name without "Kabupaten" or "Kota" counts only within a known province.
    """
    words = _EACH.sub(" ", plain_words(text[:_TEXT].replace("_", " "))).split()
    found: dict[str, None] = {}
    at = 0
    while at < len(words):
        length, code = _longest(words, at, province)
        if code and not (at and words[at - 1] in _OFFICES):
            found[code] = None
        at += length
    if not found and not province and 0 < len(words) < _LONGEST:
        # The name of a sheet that is a region's and nothing else.
        bare = " ".join(word for word in words if not _is_time(word))
        match = match_region(bare, "") if bare else None
        if match and match.status is MatchStatus.MATCH and match.region:
            found[match.region.code] = None
    return tuple(found)


def _is_time(word: str) -> bool:
    return bool(_YEAR.fullmatch(word)) or parse_month_name(word) is not None


def _longest(words: list[str], at: int, province: str) -> tuple[int, str]:
    for length in range(min(_LONGEST, len(words) - at), 0, -1):
        part = words[at : at + length]
        has_kind = part[0] in _KINDS
        if (has_kind and length == 1) or not (has_kind or province):
            continue
        if part[0].isdigit() or parse_month_name(part[0]) is not None:
            continue
        match = match_region(" ".join(part), province)
        if match.status is MatchStatus.MATCH and match.region:
            return length, match.region.code
    return 1, ""
