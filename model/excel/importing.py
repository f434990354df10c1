"""One file as a person looks at it before it enters a book: its sheets, what was decided, what comes out."""

from dataclasses import dataclass
from enum import StrEnum

from model.book import Book
from model.excel.answers import Answers
from model.excel.decisions import Decision
from model.excel.grid import Cell, Merge

MOST_ROWS_DRAWN = 2000
"""A sheet is drawn up to here; what stands below is read all the same."""


class Role(StrEnum):
    """What a cell is to the reader; painted over the drawn sheet."""

    TITLE = "title"
    HEADER = "header"
    NUMBERING = "numbering"
    REGION = "region"
    CODE = "code"
    PERIOD = "period"
    SEGMENT = "segment"
    FIGURE = "figure"
    TOTAL = "total"
    NOTE = "note"
    LEFT_OUT = "left_out"
    PERSON = "person"
    """Names and numbers of persons: drawn masked."""


@dataclass(frozen=True, slots=True)
class RoleArea:
    """A block of cells with one role, zero-based and inclusive; *table* is the key of its table or ""."""

    role: Role
    top: int
    left: int
    bottom: int
    right: int
    table: str = ""


@dataclass(frozen=True)
class SheetPicture:
    """A sheet to be drawn: the first rows of its cells as they stand (persons masked), merges, roles.

    ``rows[r][c]`` is zero-based from A1; ``height`` is how many rows the sheet really has.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    height: int
    merges: tuple[Merge, ...] = ()
    roles: tuple[RoleArea, ...] = ()
    visible: bool = True
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


@dataclass(frozen=True)
class TableFound:
    """One table that was found: its key (what answers are kept by), its place, what it gave."""

    key: str
    sheet: str
    top: int
    left: int
    bottom: int
    right: int
    title: str
    figures: int
    """How many figures were read from it."""


@dataclass(frozen=True, eq=False)
class Import:
    """What reading one file with *answers* came to.

    ``book`` is what would enter a book: everything that is settled; its problems are what reading
    found. ``shape`` describes the form of the tables (their keys and those of their columns): by
    it a recipe is found again. No person's name or number is in any of it.
    """

    file: str
    sha256: str
    answers: Answers
    book: Book
    sheets: tuple[SheetPicture, ...] = ()
    tables: tuple[TableFound, ...] = ()
    decisions: tuple[Decision, ...] = ()
    shape: tuple[str, ...] = ()
    is_coverage_book: bool = False

    @property
    def questions(self) -> tuple[Decision, ...]:
        """The decisions that only a person can make; empty when the file is understood."""
        return tuple(decision for decision in self.decisions if decision.is_open)
