"""Recipes: the accepted form of an office's file with every answer, found again by the form.

What is remembered is about the form of a file, never about what is in it: no figure, no position,
no person's name or number.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Final

from model.excel.answers import About, Answers
from model.regions import regions

_NO_ANSWERS: Final = Answers()
_LEAST_SHARED: Final = 0.5
"""A recipe of which less than this is left in a file is about another form."""
_LONG_NUMBER: Final = re.compile(r"\d{6,}")
"""A number of that many digits in a key is somebody's, or a figure: no form is called so."""


@dataclass(frozen=True)
class Recipe:
    """How to read files of one form. ``shape`` is that of model.excel.importing.Import.

    ``answers`` never holds a position: that is what changes from month to month. The days are
    those of the people's calendar, None where unknown.
    """

    name: str
    shape: tuple[str, ...]
    answers: Answers = _NO_ANSWERS
    note: str = ""
    made_on: date | None = None
    used_on: date | None = None


@dataclass(frozen=True)
class Match:
    """A recipe that fits a file, and in what the file's form differs from the recipe's.

    The answers of the recipe hold for the rest; what is new or renamed is recognised or asked.
    """

    recipe: Recipe
    new: tuple[str, ...] = ()
    """Parts of the form (a table, a column) that the recipe does not know."""
    gone: tuple[str, ...] = ()
    """Parts that the recipe knows and the file lacks."""
    renamed: tuple[tuple[str, str], ...] = ()
    """Parts that stand in the place of others: (what the recipe calls it, what the file calls it)."""

    @property
    def is_exact(self) -> bool:
        """The file has the very form that the recipe was made for."""
        return not (self.new or self.gone or self.renamed)


def found(recipes: Iterable[Recipe], shape: tuple[str, ...]) -> Match | None:
    """Return the recipe for a form: the first exact one, else the nearest of which at least half is there.

    Earlier recipes win over later ones of the same nearness. None for a file without any form.
    """
    if not shape:
        return None
    known = [recipe for recipe in recipes if recipe.shape]
    for recipe in known:
        if recipe.shape == shape:
            return Match(recipe)
    shared = [len(set(recipe.shape) & set(shape)) / len(set(recipe.shape) | set(shape)) for recipe in known]
    best = max(range(len(known)), key=lambda place: (shared[place], -place), default=None)
    if best is None or shared[best] < _LEAST_SHARED:
        return None
    return compared(known[best], shape)


def compared(recipe: Recipe, shape: tuple[str, ...]) -> Match:
    """Return the recipe with everything in which *shape* differs from its own form."""
    new: list[str] = []
    gone: list[str] = []
    renamed: list[tuple[str, str]] = []
    here, there = set(shape), set(recipe.shape)
    for kind, a, b, c, d in SequenceMatcher(None, recipe.shape, shape, autojunk=False).get_opcodes():
        lost = [part for part in recipe.shape[a:b] if part not in here]
        added = [part for part in shape[c:d] if part not in there]
        if kind == "replace" and len(lost) == len(added):
            renamed += zip(lost, added, strict=True)
        else:
            gone += lost
            new += added
    return Match(recipe, tuple(new), tuple(gone), tuple(renamed))


def lasting(answers: Answers, *, of_persons: frozenset[str] = frozenset()) -> Answers:
    """Return the answers that hold for next month's file as well: no position, nothing of a person.

    *of_persons* are the names (keys of ``About.NAME``) that may be persons': those that were left
    out are forgotten. A key with a long number is somebody's number, and forgotten as well.
    """
    kept: dict[tuple[About, str], str] = {
        (about, key): value
        for (about, key), value in answers.given.items()
        if about is not About.POSITION
        and not (about is About.PERIOD and value)
        and not (about is About.NAME and value not in regions() and key in of_persons)
        and not _LONG_NUMBER.search(key)
    }
    return Answers(province=answers.province, given=kept)


def aliases_of(answers: Answers) -> dict[str, str]:
    """Return what the office calls regions: written name in plain words -> code."""
    return {
        key: value
        for (about, key), value in answers.given.items()
        if about is About.NAME and value in regions()
    }


def as_answers(aliases: dict[str, str]) -> Answers:
    """Return the office's own names for regions as answers."""
    return Answers(given={(About.NAME, name): code for name, code in aliases.items()})
