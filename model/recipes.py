"""Recipes: the accepted form of an office's file with every answer, found again by the form.

What is remembered is about the form of a file, never about what is in it: no figure, no position,
no person's name or number.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from typing import Final

from model.excel.answers import About, Answers
from model.regions import regions

_NO_ANSWERS: Final = Answers()
_LEAST_SHARED: Final = 0.5
"""A recipe of which less than this is left in a file is about another form."""
_NUMBERED: Final = re.compile(r" #\d+\]$")
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
        """The file has the form that the recipe was made for; the order of its parts is no matter."""
        return not (self.new or self.gone or self.renamed)


def found(recipes: Iterable[Recipe], shape: tuple[str, ...]) -> Match | None:
    """Return the recipe for a form: the first exact one, else the nearest of which at least half is there.

    Earlier recipes win over later ones of the same nearness. None for a file without any form. How
    many tables of one kind a file has is no matter of its form: each month may add one.
    """
    mine = form(shape)
    known = [recipe for recipe in recipes if recipe.shape]
    if not mine or not known:
        return None
    nearness = [_nearness(form(recipe.shape), mine) for recipe in known]
    best = nearness.index(max(nearness))
    return compared(known[best], shape) if nearness[best] >= _LEAST_SHARED else None


def compared(recipe: Recipe, shape: tuple[str, ...]) -> Match:
    """Return the recipe with everything in which *shape* differs from its own form."""
    theirs, ours = form(recipe.shape), form(shape)
    new: list[str] = []
    gone: list[str] = []
    renamed: list[tuple[str, str]] = []
    for kind, a, b, c, d in SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes():
        lost = [part for part in theirs[a:b] if part not in ours]
        added = [part for part in ours[c:d] if part not in theirs]
        if kind == "replace" and len(lost) == len(added):
            renamed += zip(lost, added, strict=True)
        else:
            gone += lost
            new += added
    return Match(recipe, tuple(new), tuple(gone), tuple(renamed))


def is_table(part: str) -> bool:
    """Say whether a part of a shape is the key of a table, "[rekap]", and not of a column."""
    return part.startswith("[") and part.endswith("]")


def form(shape: tuple[str, ...]) -> tuple[str, ...]:
    """Return the shape without the tables that only repeat another one: those of further months.

    Recipes whose shapes have one form are recipes for the same files.
    """
    tables: dict[tuple[str, ...], None] = {}
    block: list[str] = []
    for part in (*shape, "[]"):
        if is_table(part):
            tables[tuple(block)] = None
            block = [_NUMBERED.sub("]", part)]
        else:
            block.append(part)
    return tuple(part for table in tables for part in table)


def _nearness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """1 for the very same form, else the share of all parts that both have."""
    if one == other:
        return 1.0
    shared = len(set(one) & set(other)) / len(set(one) | set(other))
    return min(shared, 0.99)  # the same parts in another order are near, and not the same


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
    """Return what the office calls regions: written name in plain words -> code.

    A key in brackets is that of a whole list, and no name.
    """
    return {
        key: value
        for (about, key), value in answers.given.items()
        if about is About.NAME and value in regions() and not key.startswith("[")
    }


def as_answers(aliases: Mapping[str, str]) -> Answers:
    """Return the office's own names for regions as answers."""
    return Answers(given={(About.NAME, name): code for name, code in aliases.items()})


def joined(groups: Iterable[Iterable[Recipe]]) -> tuple[Recipe, ...]:
    """Return the recipes of several books as one list: of two for one form the first is kept, and
    of two with one name the later one is told apart."""
    kept: dict[tuple[str, ...], Recipe] = {}
    for recipe in (recipe for group in groups for recipe in group):
        if (key := form(recipe.shape)) not in kept:
            name = free_name(recipe.name, {other.name for other in kept.values()})
            kept[key] = replace(recipe, name=name)
    return tuple(kept.values())


def without(recipes: Iterable[Recipe], shapes: Collection[tuple[str, ...]]) -> tuple[Recipe, ...]:
    """Return the recipes that are for none of the forms of *shapes*."""
    forms = {form(shape) for shape in shapes}
    return tuple(recipe for recipe in recipes if form(recipe.shape) not in forms)


def free_name(wanted: str, taken: Collection[str]) -> str:
    """Return *wanted*, with a number behind it where it is taken."""
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted} ({number})", number + 1
    return name
