"""``cakupan diff``: what changed from one book to another, restated past figures first."""

import argparse
import json
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from gui.commands.reading import exit_code, read_book, tell_errors, whole
from model import wording
from model.book import Book
from model.comparison import Difference, Kind, compared
from model.problems import Problem
from model.regions import region_name


def run_diff(arguments: argparse.Namespace) -> int:
    """Print the differences, and the errors of either book; return 1 where there are any of these."""
    books: list[Book] = []
    problems: list[Problem] = []
    for path in arguments.files:
        book, found = read_book(argparse.Namespace(**{**vars(arguments), "files": [path]}))
        books.append(book)
        problems += found
    differences = compared(*books)
    if arguments.format == "json":
        print(json.dumps(_as_json(differences), ensure_ascii=False, indent=1))
    else:
        _print_text(differences)
    tell_errors(problems)
    return exit_code(problems)


def _as_json(differences: Sequence[Difference]) -> dict[str, list[dict[str, object]]]:
    return {str(kind): [_as_dict(one) for one in differences if one.kind is kind] for kind in Kind}


def _as_dict(one: Difference) -> dict[str, object]:
    return {
        "as_of": one.as_of.iso,
        "code": one.code,
        "segment": one.segment or None,
        "measure": one.measure,
        "old": whole(one.old),
        "new": whole(one.new),
        "old_vintage": one.old_vintage or None,
        "new_vintage": one.new_vintage or None,
    }


def _print_text(differences: Sequence[Difference]) -> None:
    for kind, group in groupby(differences, lambda one: one.kind):
        listed = list(group)
        print(wording.say(f"comparison.{kind}", count=len(listed)))
        for one in listed:
            print(f"  {_line(one)}")
    if not differences:
        print(wording.say("comparison.same"))


def _line(one: Difference) -> str:
    name = f"{region_name(one.code)} {one.segment}".strip()
    facts: dict[str, Any] = {"measure": one.measure, "name": name, "as_of": one.as_of}
    if one.old is None or one.new is None:
        value = one.new if one.old is None else one.old
        return wording.say("comparison.single", value=_shown(one, value), **facts)
    if one.old == one.new:
        old, new = one.old_vintage or "–", one.new_vintage or "–"
        return wording.say("comparison.base", old=old, new=new, **facts)
    old, new = _shown(one, one.old), _shown(one, one.new)
    return wording.say("comparison.pair", old=old, new=new, **facts)


def _shown(one: Difference, value: float | None) -> str:
    if one.measure == "reported_coverage":
        return wording.as_reported(value)
    return wording.people(value)
