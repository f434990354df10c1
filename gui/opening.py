"""Reading and writing books: the work that the session hands to a task. Runs off the GUI thread."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from gui.policy import Policy
from model import wording
from model.disk_errors import disk_sentence
from model.errors import UnusableFileError
from model.progress import Report
from resources import FOLDER

if TYPE_CHECKING:
    from model.book import Book
    from model.excel.answers import Answers
    from model.excel.earlier_answers import Key
    from model.periods import Period
    from model.problems import Problem

# The heavy imports stand inside the functions: this module is imported before the first paint.


@dataclass(frozen=True)
class Opening:
    """A wish to open files: what was answered so far, and what to assume if nothing else helps."""

    paths: tuple[Path, ...]
    usual_province: str = ""
    """The office's province as remembered: taken where the files do not tell."""
    label: str = ""
    """Shown instead of the file name, for the sample."""
    is_sample: bool = False
    policy: Policy = field(default_factory=Policy)
    """What the IT desk says of letterhead and paper."""
    answers: "Mapping[Path, Answers]" = field(default_factory=dict)
    """What was answered about a file when it was read before."""
    refused: "Mapping[Path, frozenset[Key]]" = field(default_factory=dict)
    """What a person took back of earlier answers about a file."""
    added: tuple[Path, ...] = ()
    """The files among ``paths`` whose figures were added later: the book is not called after them."""
    findings: "tuple[Problem, ...]" = ()
    """What reading the sources of a book found that was saved since: the saved file does not tell it."""
    is_again: bool = False
    """It was open before: what was left open then is not asked again."""
    is_review: bool = False
    """A person wants to look at how it is read, whether or not anything is asked."""

    @property
    def opened_paths(self) -> tuple[Path, ...]:
        """The files that were opened, without those that were added later."""
        return tuple(path for path in self.paths if path not in self.added)

    @property
    def name(self) -> str:
        """What to call it: the file name, for several files the first and how many more.

        A person's number in it is masked.
        """
        paths = self.opened_paths or self.paths
        if self.label or not paths:
            return self.label
        from model.excel.notices import masked

        first, more = masked(paths[0].name), len(paths) - 1
        return f"{first} +{more}" if more else first


@dataclass(frozen=True, eq=False)
class Opened:
    """A book that was read, with everything that is expensive to find out about it."""

    opening: Opening
    book: "Book"
    problems: "tuple[Problem, ...]"
    positions: "tuple[Period, ...]"
    segments: frozenset[str]
    invented: bool
    """Some figure is made up for an example."""
    is_coverage_book: bool
    """It may be saved where it lies; anything else is a source and is never written."""
    is_changed_book: bool = False
    """It is such a book with figures added that stand in other files alone."""
    sha256: str = ""
    """Of the coverage book's own file when it was read or saved last; "" for anything else."""

    @property
    def own_path(self) -> Path | None:
        """The coverage book that it is saved into; None for a source, the sample, a newer book."""
        is_book = self.is_coverage_book or self.is_changed_book
        if not is_book or not self.sha256 or self.book.read_only or self.opening.is_sample:
            return None
        return next(iter(self.opening.opened_paths), None)


def sentence_of(error: Exception, language: str) -> str:
    """Return what to tell a person about an error of the model or of the disk, in *language*."""
    if (
        isinstance(error, UnusableFileError)
        and error.facts
        and wording.has(f"unusable.{error.code}", language)
    ):
        return wording.say(f"unusable.{error.code}", language, **error.facts)
    return disk_sentence(error, language) if isinstance(error, OSError) else str(error)


def examined(
    book: "Book",
    opening: Opening,
    *,
    is_coverage_book: bool,
    is_changed_book: bool = False,
    sha256: str = "",
) -> Opened:
    """Return *book* with its problems and positions."""
    from model.coverage import positions
    from model.observations import Nature
    from model.quality import find_problems

    return Opened(
        opening=opening,
        book=book,
        problems=find_problems(book),
        positions=positions(book),
        segments=frozenset(map(str, book.observations["segment"].unique())),
        invented=bool((book.observations["nature"] == Nature.INVENTED).any()),
        is_coverage_book=is_coverage_book,
        is_changed_book=is_changed_book,
        sha256=sha256,
    )


def sample(label: str) -> Opening:
    """Return the wish to open the sample that comes with the program."""
    return Opening(tuple(sorted((FOLDER / "sample").glob("*.xlsx"))[:1]), label=label, is_sample=True)


def findings_of_sources(book: "Book | None") -> "tuple[Problem, ...]":
    """Return what reading the sources of a book found; what is about the book's own file is not of it."""
    files = {source.file for source in book.sources} if book else set()
    return tuple(problem for problem in book.problems if problem.file in files) if book else ()


def writing(book: "Book | None", opening: Opening, program_version: str) -> Callable[[Report], Opening]:
    """Return the work that writes *book* (None: an empty one of this office) as the new book of *opening*.

    It gives the wish to open that book, with the findings of its sources that the file does not hold.

    It refuses, with UnusableFileError, to replace any file: another workbook is somebody's source,
    and a coverage book may hold sheets and charts of its owner, which writing it anew would lose.
    """

    def work(report: Report) -> Opening:
        from model.book import Book, Office
        from model.excel.book_file import write_book
        from model.excel.refusal import refusal

        (path,) = opening.paths
        if path.exists():
            raise refusal("exists", path.name)
        office = opening.policy.office(Office(), is_own=False)
        write_book(book or Book(office=office), path, program_version)
        return replace(opening, findings=findings_of_sources(book))

    return work


def saving(opened: Opened, path: Path, program_version: str) -> Callable[[Report], Opened]:
    """Return the work that saves a book into its own file at *path* and gives it as it is then: saved.

    What was opened stays open as it is shown; figures of files that were added are the book's own now.
    It raises UnusableFileError and OSError as :func:`model.excel.book_saving.save_book` does.
    """

    def work(report: Report) -> Opened:
        from model.excel.book_saving import save_book

        sha256 = save_book(opened.book, path, program_version, known=opened.sha256, report=report)
        findings = findings_of_sources(opened.book)
        opening = replace(opened.opening, paths=(path,), added=(), findings=findings)
        return replace(opened, opening=opening, is_coverage_book=True, is_changed_book=False, sha256=sha256)

    return work


def dated(book: "Book") -> "Book":
    """Say of the sources when they were read: just now."""
    now = datetime.now().replace(microsecond=0)
    return replace(book, sources=tuple(replace(source, read_at=now) for source in book.sources))
