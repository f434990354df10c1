"""The work of an import that the session hands to tasks: reading one file, putting files together.

Runs off the GUI thread; the heavy imports stand inside.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from gui.import_files import conflicts
from gui.opening import Opened, Opening, dated
from gui.opening import examined as checked
from gui.recipe_store import RecipeStore
from model.excel.answers import Answers
from model.progress import Report, silent

if TYPE_CHECKING:
    from model.book import Book
    from model.excel.by_name_together import Together
    from model.excel.cell_block import FoundCells
    from model.excel.earlier_answers import Examined, Key
    from model.excel.importing import Import
    from model.recipe_text import Remembered

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

    def together(
        self, files: "Sequence[tuple[Path, Answers, str]]", report: Report = silent
    ) -> "tuple[Together, ...]":
        """Return what the lists of persons of several files come to together."""

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

    def together(
        self, files: "Sequence[tuple[Path, Answers, str]]", report: Report = silent
    ) -> "tuple[Together, ...]":
        """Return what the lists of persons of several files come to together."""
        from gui.import_persons import counted_here

        return counted_here(files, report)

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


def known_forms(*books: "Book | None") -> "Remembered":
    """Return the recipes and names of *books*, those of the first book first."""
    from model.recipe_text import Remembered
    from model.recipes import joined

    found = [book for book in books if book is not None]
    aliases = {name: code for book in reversed(found) for name, code in book.aliases.items()}
    return Remembered(joined(book.recipes for book in found), aliases)


def examining(
    wish: Wish, reader: Reads, store: RecipeStore, known: "Remembered", usual_province: str
) -> "Callable[[Report], Examined]":
    """Return the work that examines one file with everything that was answered, now and before."""

    def work(report: Report) -> "Examined":
        from model.excel.earlier_answers import Earlier, examined
        from model.excel.refusal import refusal

        earlier = Earlier(known, store.load(), usual_province)

        def examine(answers: Answers) -> "Import":
            try:
                return reader.examine(wish.path, answers, report, password=wish.password)
            except MemoryError as error:  # what the child has sent does not fit in here
                raise refusal("reading_memory", wish.path.name) from error

        return examined(examine, wish.given, earlier, refused=wish.refused, before=wish.before)

    return work


@dataclass(frozen=True)
class Brought:
    """How many figures, targets and claims files brought into an open book."""

    added: int
    known: int
    """They are there already, exactly so."""
    clashing: int
    """They contradict what is there, which goes on to count."""

    @property
    def more(self) -> int:
        """How many the book holds now that it did not hold before."""
        return self.added + self.clashing


@dataclass(frozen=True, eq=False)
class Outcome:
    """What files come to when they are put together."""

    opened: Opened
    brought: Brought | None = None
    """None where they are a book of their own."""


def joining(
    results: "tuple[Import, ...]", opening: Opening, before: Opened | None
) -> Callable[[Report], Outcome]:
    """Return the work that puts files together to one book, behind the open book *before* if there is one."""

    def work(report: Report) -> Outcome:
        from model.excel.refusal import refusal

        try:
            return _joined(results, opening, before, report)
        except MemoryError as error:
            raise refusal("joining_memory", opening.name) from error

    return work


def _joined(
    results: "tuple[Import, ...]", opening: Opening, before: Opened | None, report: Report
) -> Outcome:
    books = [found.book if found.is_coverage_book else dated(found.book) for found in results]
    report(0, 1)
    is_book = results[0].is_coverage_book
    if before is not None:
        return _added(books, opening, before)
    book = _of_its_own(books, opening, is_own=any(found.is_coverage_book for found in results))
    return Outcome(
        checked(
            book,
            opening,
            is_coverage_book=is_book and len(results) == 1,
            is_changed_book=is_book and len(results) > 1 and len(opening.opened_paths) == 1,
            sha256=results[0].sha256 if is_book else "",
        )
    )


def _of_its_own(books: "list[Book]", opening: Opening, *, is_own: bool) -> "Book":
    from model.book import merged
    from model.problems import ordered

    book = books[0] if len(books) == 1 else merged(tuple(books))
    problems = ordered((*opening.findings, *book.problems)) if opening.findings else book.problems
    return replace(book, office=opening.policy.office(book.office, is_own=is_own), problems=problems)


def _added(books: "list[Book]", opening: Opening, before: Opened) -> Outcome:
    from model.book import merged

    book = merged((before.book, *books))
    more = _size(book) - _size(before.book)
    is_book = before.is_coverage_book or before.is_changed_book
    opened = checked(
        book,
        opening,
        is_coverage_book=before.is_coverage_book and not more,
        is_changed_book=is_book and bool(more or before.is_changed_book),
        sha256=before.sha256,
    )
    clashing = max(0, conflicts(opened.problems) - conflicts(before.problems))
    return Outcome(opened, Brought(more - clashing, sum(map(_size, books)) - more, clashing))


def _size(book: "Book") -> int:
    return len(book.observations) + sum(len(found.targets) for found in book.target_sets) + len(book.claims)
