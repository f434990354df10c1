"""Recipes and the office's own names as text: what a book, the user's store and an exported file hold."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from model.errors import ModelError
from model.excel.answers import About, Answers
from model.recipes import Recipe, lasting
from model.regions import regions

_KIND: Final = "resep cakupan"
VERSION: Final = 1
"""What this program writes."""


class NoRecipeError(ModelError):
    """A text that holds no recipe of ours. ``is_newer``: it was made by a later version."""

    def __init__(self, *, is_newer: bool = False) -> None:
        super().__init__("newer" if is_newer else "damaged")
        self.is_newer = is_newer


@dataclass(frozen=True)
class Remembered:
    """What an office's answers came to: recipes, the one used last first, and its names for regions."""

    recipes: tuple[Recipe, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)


def content_of(recipe: Recipe) -> str:
    """Return everything of a recipe but its name and its note, as one line of JSON."""
    return json.dumps(_as_values(recipe), ensure_ascii=False, separators=(",", ":"))


def recipe_of(name: str, note: str, content: str) -> Recipe:
    """Return the recipe that :func:`content_of` wrote; NoRecipeError for anything else."""
    try:
        return _from_values({**json.loads(content), "name": name, "note": note})
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise NoRecipeError from error


def text_of(remembered: Remembered) -> str:
    """Return recipes and names as the text of a file of their own, readable by people."""
    values = {
        "kind": _KIND,
        "version": VERSION,
        "recipes": [
            {"name": recipe.name, "note": recipe.note, **_as_values(recipe)} for recipe in remembered.recipes
        ],
        "aliases": dict(remembered.aliases),
    }
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def remembered_of(text: str) -> Remembered:
    """Return what :func:`text_of` wrote; NoRecipeError for anything else. A recipe without a name,
    and an answer that this version does not know, are left out."""
    try:
        values = json.loads(text)
        if values["kind"] != _KIND:
            raise NoRecipeError
        if int(values["version"]) > VERSION:
            raise NoRecipeError(is_newer=True)
        found = [_from_values(entry) for entry in values.get("recipes", [])]
        return Remembered(
            tuple(recipe for recipe in found if recipe.name), known_aliases(values.get("aliases", {}))
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise NoRecipeError from error


def known_aliases(aliases: Mapping[str, str]) -> dict[str, str]:
    """Return the names whose codes are those of regions."""
    return {str(name): str(code) for name, code in aliases.items() if str(code) in regions()}


def _as_values(recipe: Recipe) -> dict[str, object]:
    given = sorted([str(about), key, value] for (about, key), value in recipe.answers.given.items())
    return {
        "shape": list(recipe.shape),
        "province": recipe.answers.province,
        "answers": given,
        "made_on": recipe.made_on.isoformat() if recipe.made_on else "",
        "used_on": recipe.used_on.isoformat() if recipe.used_on else "",
    }


def _from_values(values: Mapping[str, Any]) -> Recipe:
    known = {str(about) for about in About}
    province = str(values.get("province", ""))
    answers = Answers(
        province if province in regions() else "", given=dict(_answers(values.get("answers", []), known))
    )
    return Recipe(
        name=str(values["name"]).strip(),
        shape=tuple(str(part) for part in values["shape"]),
        answers=lasting(answers),
        note=str(values.get("note", "")).strip(),
        made_on=_day(values.get("made_on", "")),
        used_on=_day(values.get("used_on", "")),
    )


def _answers(entries: Iterable[Any], known: set[str]) -> Iterable[tuple[tuple[About, str], str]]:
    for about, key, value in entries:
        if about in known:
            yield (About(about), str(key)), str(value)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
