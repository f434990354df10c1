"""Where the persons of a list belong: the texts of a column, or the titles, as regions.

What stands in a cell may be a person's name in the wrong column. A text is only ever shown when it
stands in several rows or resembles a region, and never when somebody on the list is called so.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from model.excel.answers import About, Answers
from model.excel.by_name_numbers import masked_text
from model.excel.decisions import Standing
from model.excel.header_words import plain_words
from model.excel.titles import Titles
from model.region_names import MatchStatus, match_region
from model.region_text import PROVINSI
from model.regions import regions

OUTSIDE: Final = "outside"
"""Stands for every region of another province."""
_MOST_ASKED: Final = 30
_ROWS_TO_SHOW: Final = 4
_LONGEST: Final = 60
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


def places_of(
    counted: Mapping[str, int], province: str, answers: Answers, is_somebody: Callable[[str], bool]
) -> Places:
    """Return what the texts of a column mean; *counted* says in how many rows each stands.

    What *is_somebody* on the list is not asked about.
    """
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
            may_show = (options or count >= _ROWS_TO_SHOW) and _is_short(text) and len(asked) < _MOST_ASKED
            if may_show and not is_somebody(text):
                reason = _REASONS.get(match.status, "name_unknown")
                asked[text] = Asked(key, "", Standing.OPEN, reason, options, count)
    return Places(codes, asked)


def region_in(titles: Titles, province: str) -> str:
    """Return the code of the one regency or city that titles, sheet's or file's name are about, "" for none.

    A province is no answer: that is mostly the office's own, and says nothing of where people belong.
    """
    code = titles.region(province)
    return code if code in regions() and regions()[code].kind != PROVINSI else ""


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST and masked_text(text) == text
