"""A summary sheet as data: what it says, without fonts, sizes or formats."""

from dataclasses import dataclass
from datetime import date

from model.book import Office, Paper
from model.coverage import CoverageTable, Row
from model.figures import Figure
from model.periods import Period
from model.problems import Problem


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One of the five: *name* is a field of Row; *change* in the figure's own unit, None if unknown.

    ``approximate`` says that the change rests on a derived figure and is shown with "±".
    """

    name: str
    value: float | None
    change: float | None
    approximate: bool


@dataclass(frozen=True, slots=True)
class Citation:
    """A source as the sheet names it: file, when it was read, and the cells of the key figures."""

    file: str
    read_on: date | None
    cells: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Summary:
    """One sheet for one region or a province. Everything that it prints is here or in *table*."""

    office: Office
    region: str
    name: str
    segment: str
    as_of: Period
    previous: Period | None
    vintage: str
    target_set: str
    target_rate: float | None
    key_figures: tuple[KeyFigure, ...]
    row: Row
    headline: str
    """What happened, one sentence, in the language of the sheet."""
    explanation: str
    """Why, and the caveat; "" where there is nothing to explain."""
    table: CoverageTable
    figure: Figure
    notes: tuple[Problem, ...]
    """Findings that a reader must know, worst first."""
    sources: tuple[Citation, ...]
    invented: bool
    """Some figure on the sheet is made up for an example."""
    book_name: str
    printed_on: date
    paper: Paper
    language: str = "id"
