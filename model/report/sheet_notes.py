"""The findings of a sheet as its notes: alike ones in one, and no more than a reader will read."""

from collections.abc import Sequence
from typing import Final

from model import wording
from model.problems import Problem
from model.regions import region_name

MOST_NOTES: Final = 6
_ALIKE: Final = 3
"""From so many regions with the same finding on, one note names them all."""
_MOST_NAMES: Final = 14


def sheet_notes(problems: Sequence[Problem], language: str) -> list[dict[str, str]]:
    """Return the notes as (text, place), in the order given, at most MOST_NOTES and a line for the rest.

    Where three or more regions have the same kind of finding, the first is said in full and the
    others are named after it.
    """
    groups = _grouped(problems)
    notes = [_note(group, language) for group in groups[:MOST_NOTES]]
    if left := sum(len(group) for group in groups[MOST_NOTES:]):
        notes.append({"text": wording.say("sheet.more_notes", language, count=left), "place": ""})
    return notes


def _grouped(problems: Sequence[Problem]) -> list[list[Problem]]:
    """Findings of one kind about several regions stand where the first of them stood."""
    kinds: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        if problem.region:
            kinds.setdefault((problem.severity, problem.code), []).append(problem)
    groups, done = [], set()
    for problem in problems:
        kind = (problem.severity, problem.code)
        alike = kinds.get(kind, []) if problem.region else []
        if len({other.region for other in alike}) < _ALIKE:
            groups.append([problem])
        elif kind not in done:
            done.add(kind)
            groups.append(alike)
    return groups


def _note(group: list[Problem], language: str) -> dict[str, str]:
    first = group[0]
    text = first.text(language)
    names = [region_name(code) for code in dict.fromkeys(other.region for other in group[1:])]
    names = [name for name in names if name != region_name(first.region)]
    if names:
        listed = ", ".join(names[:_MOST_NAMES])
        if len(names) > _MOST_NAMES:
            count = len(names) - _MOST_NAMES
            listed = wording.say("sheet.more_names", language, names=listed, count=count)
        text = wording.say("sheet.alike", language, text=text, names=listed)
    return {"text": text, "place": first.place}
