"""Reading and writing books: the work that the session hands to a task. Runs off the GUI thread."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from model.errors import UnusableFileError
from model.progress import Report

if TYPE_CHECKING:
    from model.book import Book
    from model.periods import Period
    from model.problems import Problem

# The heavy imports stand inside the functions: this module is imported before the first paint.

QUESTIONS: Final = {"province_unknown": "province", "position_unknown": "position"}
"""Problems that only the user can solve, and what to ask."""


@dataclass(frozen=True)
class Opening:
    """A wish to open files: what was answered so far, and what to assume if nothing else helps."""

    paths: tuple[Path, ...]
    province: str = ""
    """As answered by the user, "" unless asked."""
    position: "Period | None" = None
    usual_province: str = ""
    """The office's province as remembered: taken where the files do not tell."""
    asked: frozenset[str] = field(default_factory=frozenset)
    label: str = ""
    """Shown instead of the file name, for the sample."""
    is_sample: bool = False

    @property
    def name(self) -> str:
        """What to call it: the file name, for several files the first and how many more."""
        if self.label or not self.paths:
            return self.label
        first, more = self.paths[0].name, len(self.paths) - 1
        return f"{first} +{more}" if more else first


@dataclass(frozen=True)
class Question:
    """Something that only the user knows; :meth:`gui.session.Session.answer` takes the answer."""

    kind: Literal["province", "position"]
    opening: Opening
    file: str
    sheet: str


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

    @property
    def question(self) -> Question | None:
        """What has to be asked before the book can be shown, if anything and not asked before."""
        for problem in self.problems:
            kind = QUESTIONS.get(problem.code)
            if kind and kind not in self.opening.asked:
                return Question(kind, self.opening, problem.file, problem.sheet)  # type: ignore[arg-type]
        return None


def reading(opening: Opening) -> Callable[[Report], Opened]:
    """Return the work that reads all files of *opening* as one book."""

    def work(report: Report) -> Opened:
        from model.book import merged

        books = tuple(_read(path, opening, report) for path in opening.paths)
        book = books[0] if len(books) == 1 else merged(books)
        is_book = len(books) == 1 and _is_coverage_book(opening.paths[0])
        return examined(book, opening, is_coverage_book=is_book)

    return work


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


def writing(book: "Book | None", path: Path, program_version: str) -> Callable[[Report], Path]:
    """Return the work that writes *book* (None: an empty one) as a new coverage book at *path*.

    It refuses, with UnusableFileError, to replace a workbook that is not a coverage book: that
    one is somebody's source.
    """

    def work(report: Report) -> Path:
        from model.book import Book
        from model.excel.book_file import write_book

        if path.exists() and not _is_coverage_book(path):
            raise UnusableFileError(
                "foreign",
                f"{path.name} bukan buku cakupan, jadi tidak ditimpa. Pilih nama berkas lain.",
            )
        write_book(book or Book(), path, program_version)
        return path

    return work


def _read(path: Path, opening: Opening, report: Report) -> "Book":
    from model.excel.read import Answers, read_file

    book = read_file(path, Answers(opening.province, opening.position), report)
    unknown = any(problem.code == "province_unknown" for problem in book.problems)
    if unknown and opening.usual_province and not opening.province:
        return read_file(path, Answers(opening.usual_province, opening.position), report)
    return book


def _is_coverage_book(path: Path) -> bool:
    """Say so without reading the cells: the owned sheets are named in the workbook part."""
    import zipfile

    if path.suffix.casefold() != ".xlsx":
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.read("xl/workbook.xml").decode("utf-8", "replace")
    except (OSError, KeyError, zipfile.BadZipFile):
        return False
    return all(f'name="{sheet}"' in names for sheet in ("Data", "Tentang"))
