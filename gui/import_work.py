"""The work of an import that the session hands to tasks: reading one file, putting files together,
remembering. Runs off the GUI thread; the heavy imports stand inside."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from gui.opening import Opened, Opening, dated
from gui.opening import examined as checked
from gui.recipe_store import RecipeStore
from model.excel.answers import Answers
from model.progress import Report, silent

if TYPE_CHECKING:
    from model.book import Book
    from model.excel.cell_block import FoundCells
    from model.excel.earlier_answers import Examined, Key
    from model.excel.importing import Import
    from model.recipes import Recipe

WORKBOOKS: Final = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods", ".csv", ".tsv"})
"""Endings of the files that a folder is searched for; pages of a portal and XML are chosen by name."""


class Reads(Protocol):
    """What reads foreign files: gui.reading.Reader."""

    def examine(
        self, path: Path, answers: Answers | None = None, report: Report = silent, *, password: str = ""
    ) -> "Import":
        """Return what the file comes to."""

    def cells(
        self, path: Path, sheet: str, addresses: tuple[str, ...], report: Report = silent
    ) -> "FoundCells":
        """Return some cells of the file, without anything private."""

    def warm_up(self) -> None:
        """Get ready, without waiting."""

    def close(self) -> None:
        """Let go of everything."""


class OwnReader:
    """Reads the files that come with the program in this very process: they need no guard."""

    def examine(
        self, path: Path, answers: Answers | None = None, report: Report = silent, *, password: str = ""
    ) -> "Import":
        """Return what the file comes to."""
        from model.excel.examine import examine
        from model.excel.reader import read_grid

        return examine(read_grid(path, report, password=password), answers or Answers(), report)

    def cells(
        self, path: Path, sheet: str, addresses: tuple[str, ...], report: Report = silent
    ) -> "FoundCells":
        """Return some cells of the file, without anything private."""
        from model.excel.cell_block import find_cells
        from model.excel.reader import read_grid

        return find_cells(read_grid(path, report), sheet, addresses)

    def warm_up(self) -> None:
        """It is ready."""

    def close(self) -> None:
        """Nothing is held."""


@dataclass(frozen=True, eq=False)
class Wish:
    """One file to be examined: with what was answered about it, and how it looked last."""

    path: Path
    given: Answers
    refused: "frozenset[Key]"
    password: str = field(repr=False)
    before: "Examined | None"


def workbooks(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the files that are meant, each once: a folder stands for the workbooks right in it, by
    name; marks of files that are open in Excel ("~$") are none. OSError where a folder cannot be read."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = [one for one in path.iterdir() if one.suffix.casefold() in WORKBOOKS and one.is_file()]
            found += sorted((one for one in inside if not one.name.startswith(("~$", "."))), key=_by_name)
        else:
            found.append(path)
    return tuple(dict.fromkeys(found))


def _by_name(path: Path) -> tuple[tuple[int, int | str], ...]:
    """Order as people do: "Rekap 2" before "Rekap 10"."""
    parts = re.findall(r"\d+|\D+", path.name.casefold())
    return tuple((0, int(part)) if part.isdigit() else (1, part) for part in parts)


def examining(
    wish: Wish, reader: Reads, store: RecipeStore, book: "Book | None", usual_province: str
) -> "Callable[[Report], Examined]":
    """Return the work that examines one file with everything that was answered, now and before."""

    def work(report: Report) -> "Examined":
        from model.excel.earlier_answers import Earlier, examined
        from model.recipe_text import Remembered

        mine = Remembered(book.recipes, book.aliases) if book else Remembered()
        earlier = Earlier(mine, store.load(), usual_province)

        def examine(answers: Answers) -> "Import":
            return reader.examine(wish.path, answers, report, password=wish.password)

        return examined(examine, wish.given, earlier, refused=wish.refused, before=wish.before)

    return work


def joining(
    results: "tuple[Import, ...]", opening: Opening, open_book: "Book | None"
) -> Callable[[Report], Opened]:
    """Return the work that puts files together to one book, behind the open book if there is one."""

    def work(report: Report) -> Opened:
        from model.book import merged

        books = [found.book if found.is_coverage_book else dated(found.book) for found in results]
        report(0, 1)
        if open_book is not None:
            book = merged((open_book, *books))
        else:
            book = books[0] if len(books) == 1 else merged(tuple(books))
            is_own = any(found.is_coverage_book for found in results)
            book = replace(book, office=opening.policy.office(book.office, is_own=is_own))
        is_coverage_book = open_book is None and len(results) == 1 and results[0].is_coverage_book
        return checked(book, opening, is_coverage_book=is_coverage_book)

    return work


@dataclass(frozen=True, eq=False)
class Accepted:
    """One file that enters a book, with the answers that a person gave about it."""

    path: Path
    found: "Examined"
    given: Answers
    refused: "frozenset[Key]"


def remembering(
    opened: Opened, files: tuple[Accepted, ...], wanted_name: str, store: RecipeStore, today: date
) -> "Callable[[Report], tuple[Opened, Exception | None]]":
    """Return the work that writes recipes and names down: first in the user's store, then in the book.

    It gives the book, and what went wrong with the store (None if nothing did): the book is taken
    all the same.
    """

    def work(report: Report) -> tuple[Opened, Exception | None]:
        from model.errors import ModelError
        from model.recipes import aliases_of, lasting

        known = (*store.load().recipes, *opened.book.recipes)
        made = new_recipes(files, wanted_name, today, {recipe.name for recipe in known})
        aliases = {name: code for file in files for name, code in aliases_of(lasting(file.given)).items()}
        trouble: Exception | None = None
        if made or aliases:
            try:
                store.remember(tuple(made.values()), aliases)
            except (OSError, ModelError) as error:
                trouble = error
        return replace(opened, book=_with_recipes(opened.book, files, made, aliases)), trouble

    return work


def new_recipes(
    files: tuple[Accepted, ...], wanted_name: str, today: date, taken: set[str]
) -> "dict[tuple[str, ...], Recipe]":
    """Return the recipes that files made, changed or used, by the form of the file.

    A file makes one where a person answered something or asked for it by name. One that fits but in
    parts stays, and the new form gets a recipe of its own.
    """
    from model.excel.earlier_answers import lasting_answers
    from model.recipes import Recipe, free_name

    made: dict[tuple[str, ...], Recipe] = {}
    for file in files:
        match, shape = file.found.match, file.found.shape
        answers = lasting_answers(file.found, file.given, file.refused)
        if file.found.result.is_coverage_book or not shape:
            continue
        if shape in made:
            made[shape] = replace(made[shape], answers=made[shape].answers.over(answers))
        elif match and match.is_exact:
            name = wanted_name if wanted_name not in taken | {""} else match.recipe.name
            made[shape] = replace(match.recipe, name=name, shape=shape, answers=answers, used_on=today)
        elif match or wanted_name or answers != Answers():
            wanted = wanted_name or (match.recipe.name if match else _proposed_name(file.path))
            name = free_name(wanted, taken | {recipe.name for recipe in made.values()})
            made[shape] = Recipe(name, shape, answers, made_on=today, used_on=today)
    return made


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
