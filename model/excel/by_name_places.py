"""Where the persons of a list belong: the texts of a column, or the titles, as regions.

What stands in a cell may be a person's name in the wrong column. A text is only ever shown when it
stands in several rows or resembles a region, and never when somebody on the list is called so.
"""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import Final

from model.excel.answers import About, Answers
from model.excel.by_name_numbers import masked_text
from model.excel.decisions import Standing
from model.excel.header_words import plain_words
from model.excel.titles import Titles
from model.region_names import MatchStatus, match_region
from model.regions import regions

OUTSIDE: Final = "outside"
"""Stands for every region of another province."""
_MOST_ASKED: Final = 30
_ROWS_TO_SHOW: Final = 4
_LONGEST: Final = 60
_KINDS: Final = frozenset(["kab", "kabupaten", "kota", "kotamadya"])
_WORDS_OF_NAME: Final = 4
_SHORTEST: Final = 4
_REASONS: Final = {
    MatchStatus.SUGGEST: "name_suggested",
    MatchStatus.AMBIGUOUS: "name_ambiguous",
    MatchStatus.CONFLICT_TYPE: "name_conflict_type",
    MatchStatus.AMBIGUOUS_CODE: "code_ambiguous",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A text that names no region for certain; *count* rows have it."""

    key: str
    value: str
    standing: Standing
    reason: str
    options: tuple[str, ...]
    count: int


@dataclass(frozen=True)
class Places:
    """``codes`` has a region's code for each text, OUTSIDE, or "" where nobody knows or it was left out."""

    codes: Mapping[str, str] = field(default_factory=dict)
    asked: Mapping[str, Asked] = field(default_factory=dict)
    """The texts to ask about, those of most rows first."""


def places_of(counted: Mapping[str, int], province: str, answers: Answers, private: Set[str]) -> Places:
    """Return what the texts of a column mean; *counted* says in how many rows each stands.

    None of *private* is asked about.
    """
    folded = {text.casefold() for text in private}
    codes: dict[str, str] = {}
    asked: dict[str, Asked] = {}
    for text, count in sorted(counted.items(), key=lambda entry: -entry[1]):
        match = match_region(text, province)
        key = plain_words(text)
        if (answer := answers.get(About.NAME, key)) is not None:
            codes[text] = answer if answer in regions() else ""
            asked[text] = Asked(key, answer, Standing.ANSWERED, "answered", (), count)
        elif match.status is MatchStatus.MATCH and match.region:
            codes[text] = match.region.code
        elif match.status is MatchStatus.OUTSIDE_PROVINCE:
            codes[text] = OUTSIDE
        else:
            codes[text] = ""
            options = tuple(region.code for region in match.candidates)
            may_show = (options or count >= _ROWS_TO_SHOW) and text.casefold() not in folded
            if may_show and _is_short(text) and len(asked) < _MOST_ASKED:
                reason = _REASONS.get(match.status, "name_unknown")
                asked[text] = Asked(key, "", Standing.OPEN, reason, options, count)
    return Places(codes, asked)


def region_in(titles: Titles, province: str) -> str:
    """Return the code of the one regency or city that the titles, or the sheet's or file's name, mean.

    "" for none or several.
    """
    found = {code for line in titles.lines if isinstance(line, str) for code in _called(line, province)}
    for name in (titles.sheet, titles.file):
        found = found or set(_called(name, province)) or set(_named(name, province))
    return found.pop() if len(found) == 1 else ""


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST and masked_text(text) == text


def _called(text: str, province: str) -> Iterator[str]:
    """Yield the regions that a text names with their kind, "... Kab. Kapuas ..."."""
    words = plain_words(text).replace("/", " ").split()
    for place, word in enumerate(words):
        if word in _KINDS:
            yield from _longest(words[place:], province)


def _longest(words: list[str], province: str) -> Iterator[str]:
    for length in range(_WORDS_OF_NAME, 1, -1):
        match = match_region(" ".join(words[:length]), province)
        if match.status is MatchStatus.MATCH and match.region and len(words) >= length:
            yield match.region.code
            return


def _named(text: str, province: str) -> Iterator[str]:
    """Yield the regions of the own province that a name of a sheet or file holds, "BNBA Kapuas"."""
    words = [word for word in plain_words(text).split() if not word.isdigit()]
    place = 0
    while province and place < len(words):
        for length in range(_WORDS_OF_NAME - 1, 0, -1):
            name = " ".join(words[place : place + length])
            match = match_region(name, province)
            if len(name) >= _SHORTEST and match.status is MatchStatus.MATCH and match.region:
                yield match.region.code
                place += length - 1
                break
        place += 1
