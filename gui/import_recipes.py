"""The work of remembering what was answered in an import: recipes and names, in the store and in the book.

Runs off the GUI thread; the heavy imports stand inside.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gui.opening import Opened
from gui.recipe_store import RecipeStore
from model.excel.answers import Answers
from model.progress import Report

if TYPE_CHECKING:
    from model.book import Book
    from model.excel.earlier_answers import Examined, Key
    from model.recipes import Recipe


@dataclass(frozen=True, eq=False)
class Accepted:
    """One file that enters a book, with the answers that a person gave about it."""

    path: Path
    found: "Examined"
    given: Answers
    refused: "frozenset[Key]"

    @property
    def lasting(self) -> Answers:
        """What a recipe keeps of it: nothing of a coverage book, or of a file that has no form."""
        from model.excel.earlier_answers import lasting_answers

        if self.found.result.is_coverage_book or not self.found.shape:
            return Answers()
        return lasting_answers(self.found, self.given, self.refused)


def remembering(
    opened: Opened, files: tuple[Accepted, ...], wanted_name: str, store: RecipeStore, today: date
) -> "Callable[[Report], tuple[Opened, Exception | None]]":
    """Return the work that writes recipes and names down: first in the user's store, then in the book.

    It gives the book, and what went wrong with the store (None if nothing did): the book is taken
    all the same.
    """

    def work(report: Report) -> tuple[Opened, Exception | None]:
        from model.errors import ModelError
        from model.recipes import aliases_of, lasting, without

        known = (*store.load().recipes, *opened.book.recipes)
        made, emptied = new_recipes(files, wanted_name, today, {recipe.name for recipe in known})
        aliases = {name: code for file in files for name, code in aliases_of(lasting(file.given)).items()}
        trouble: Exception | None = None
        if made or aliases or emptied:
            try:
                store.remember(tuple(made.values()), aliases, emptied)
            except (OSError, ModelError) as error:
                trouble = error
        book = replace(opened.book, recipes=without(opened.book.recipes, emptied))
        return replace(opened, book=_with_recipes(book, files, made, aliases)), trouble

    return work


def new_recipes(
    files: tuple[Accepted, ...], wanted_name: str, today: date, taken: set[str]
) -> "tuple[dict[tuple[str, ...], Recipe], set[tuple[str, ...]]]":
    """Return the recipes that files made, changed or used, by the form of the file; and the forms whose
    recipe holds nothing any more, because a person took its answers back.

    A file makes one where something was answered: without any answer there is nothing to remember.
    One that fits but in parts stays, and the new form gets a recipe of its own.
    """
    from model.recipes import Recipe, free_name

    made: dict[tuple[str, ...], Recipe] = {}
    emptied: set[tuple[str, ...]] = set()
    for file in files:
        match, shape, answers = file.found.match, file.found.shape, file.lasting
        if file.found.result.is_coverage_book or not shape:
            continue
        if shape in made:
            made[shape] = replace(made[shape], answers=made[shape].answers.over(answers))
        elif answers == Answers():
            emptied |= {shape} if match and match.is_exact else set()
        elif match and match.is_exact:
            name = wanted_name if wanted_name not in taken | {""} else match.recipe.name
            made[shape] = replace(match.recipe, name=name, shape=shape, answers=answers, used_on=today)
        else:
            wanted = wanted_name or (match.recipe.name if match else _proposed_name(file.path))
            name = free_name(wanted, taken | {recipe.name for recipe in made.values()})
            made[shape] = Recipe(name, shape, answers, made_on=today, used_on=today)
    return made, emptied - made.keys()


def _proposed_name(path: Path) -> str:
    """The file's name without its time: next month's file has the same."""
    from model.excel.column_keys import without_time
    from model.excel.notices import masked

    stem = masked(path.stem)
    words = without_time(stem).strip()
    return words[:1].upper() + words[1:] if words else stem


def _with_recipes(
    book: "Book",
    files: tuple[Accepted, ...],
    made: "Mapping[tuple[str, ...], Recipe]",
    aliases: Mapping[str, str],
) -> "Book":
    from model.recipes import joined

    names = {
        file.found.result.sha256: made[file.found.shape].name for file in files if file.found.shape in made
    }
    sources = tuple(
        replace(source, recipe=names.get(source.sha256, source.recipe)) if source.sha256 else source
        for source in book.sources
    )
    recipes = joined([made.values(), book.recipes]) if made else book.recipes
    return replace(book, sources=sources, recipes=recipes, aliases={**book.aliases, **aliases})
