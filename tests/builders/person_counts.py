"""Lists of persons, counted: what they come to, in the words of tests."""

from collections.abc import Sequence

from model.excel.answers import About, Answers
from model.excel.by_name import Lists, examine_lists
from model.excel.decisions import Decision
from model.excel.grid import Cell, Sheet
from model.problems import Problem
from tests.builders.persons import TITLE, persons

COUNT = Answers("62").having(About.PERSONS, "bnba", "count")
KEY = b"k" * 32


def counted(*rows: Sequence[Cell], answers: Answers = COUNT, title: str = TITLE) -> Lists:
    """What one list of these rows comes to."""
    return examined(persons(*rows, title=title), answers=answers)


def examined(*sheets: Sheet, answers: Answers = COUNT, file: str = "data.xlsx") -> Lists:
    """What the lists of a workbook come to; the keys of their tables are their names."""
    named = [(each.name.casefold(), each) for each in sheets]
    return examine_lists(named, file, "data", answers, KEY)


def figures(found: Lists) -> dict[tuple[str, str, str], float | None]:
    """The counts by region, segment and measure."""
    return {(one.region, one.segment, str(one.measure)): one.value for one in found.observations}


def said(found: Lists, code: str) -> Problem:
    """The one finding of a code."""
    return next(problem for problem in found.problems if problem.code == code)


def decided(found: Lists, about: About, key: str = "") -> Decision:
    """The one decision about something."""
    return next(one for one in found.decisions if one.about is about and key in ("", one.key))
