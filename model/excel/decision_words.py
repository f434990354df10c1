"""Decisions in words: what each is about, its values as a person reads them, and its reason."""

from typing import Final

from model import wording
from model.excel.answers import About
from model.excel.decisions import Decision
from model.periods import parse_period
from model.regions import regions

_REGIONS: Final = frozenset([About.PROVINCE, About.NAME])
_PERIODS: Final = frozenset([About.POSITION, About.PERIOD])


def question_of(decision: Decision, language: str = "id") -> str:
    """Return what a decision settles, as a question about its subject.

    A fact ``asks`` names another sentence than that of its kind: what a whole list counts is kept
    like the content of a column, but asked otherwise.
    """
    asks = decision.facts.get("asks", decision.about)
    return wording.say(f"about.{asks}", language, subject=decision.subject or "–")


def reason_of(decision: Decision, language: str = "id") -> str:
    """Return why the decision is as it is, in one sentence."""
    return wording.say(f"reason.{decision.reason}", language, **decision.facts)


def value_of(about: About, value: str, language: str = "id") -> str:
    """Return a value of a decision as a person reads it: a region's name, a day, a measure."""
    if about in _REGIONS and (region := regions().get(value)):
        return region.full_name
    if about in _PERIODS and (period := parse_period(value)):
        return wording.day(period, language)
    if about is About.SEGMENT and value:
        return value
    if about is About.COLUMN and wording.has(f"measure.{value}", language):
        return wording.label("measure", value, language)
    key = f"value.{about}_{value or 'none'}"
    return wording.say(key, language) if wording.has(key, language) else value
