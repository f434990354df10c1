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

if TYPE_CHECKING:
    from model.book import Book
    from model.excel.answers import Answers
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
    is_again: bool = False
    """It was open before: what was left open then is not asked again."""
    is_review: bool = False
    """A person wants to look at how it is read, whether or not anything is asked."""

    @property
    def name(self) -> str:
        """What to call it: the file name, for several files the first and how many more.

        A person's number in it is masked.
        """
        if self.label or not self.paths:
            return self.label
        from model.excel.notices import masked

        first, more = masked(self.paths[0].name), len(self.paths) - 1
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


def sentence_of(error: Exception, language: str) -> str:
    """Return what to tell a person about an error of the model or of the disk, in *language*."""
    if (
        isinstance(error, UnusableFileError)
        and error.facts
        and wording.has(f"unusable.{error.code}", language)
    ):
        return wording.say(f"unusable.{error.code}", language, **error.facts)
    return disk_sentence(error, language) if isinstance(error, OSError) else str(error)


def examined(book: "Book", opening: Opening, *, is_coverage_book: bool) -> Opened:
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
    )


def writing(
    book: "Book | None", path: Path, program_version: str, policy: Policy | None = None
) -> Callable[[Report], Path]:
    """Return the work that writes *book* (None: an empty one of this office) as a new book at *path*.

    It refuses, with UnusableFileError, to replace any file: another workbook is somebody's source,
    and a coverage book may hold sheets and charts of its owner, which writing it anew would lose.
    """

    def work(report: Report) -> Path:
        from model.book import Book, Office
        from model.excel.book_file import write_book
        from model.excel.refusal import refusal

        if path.exists():
            raise refusal("exists", path.name)
        office = (policy or Policy()).office(Office(), is_own=False)
        write_book(book or Book(office=office), path, program_version)
        return path

    return work


def dated(book: "Book") -> "Book":
    """Say of the sources when they were read: just now."""
    now = datetime.now().replace(microsecond=0)
    return replace(book, sources=tuple(replace(source, read_at=now) for source in book.sources))
