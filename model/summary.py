"""A summary sheet as data: what it says, without fonts, sizes or formats."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import pandas as pd

from model import wording
from model.book import Book, Office, Paper
from model.change import explain
from model.coverage import CoverageTable, Row, chosen_targets, coverage_table, region_row
from model.figures import Figure
from model.observations import Nature, Observation
from model.pedigree import FigureRef, pedigree
from model.periods import Period
from model.problems import Problem, Severity, ordered
from model.quality import find_problems
from model.segments import ALL
from model.targets import goal
from model.trend import trend


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
    target_basis: str = ""
    """The document that the target set rests on, "" where none is told or no set is used."""


_FIVE: Final = ("coverage", "active", "eligible", "unprotected", "shortfall")
_TO_BE_KNOWN: Final = frozenset(
    {"contradiction", "total_misses_regions", "printed_total_differs", "over_100", "reported_differs"}
    | {"zero_base", "rate_far_off", "unprotected_differs", "unprotected_is_shortfall", "base_missing"}
    | {"single_segment", "printed_total_partial"}
    | {"region_missing", "region_without_row", "implausible_base", "break_named", "break_unnamed"}
)


def summarise(
    book: Book,
    *,
    printed_on: date,
    book_name: str,
    as_of: Period | None = None,
    region: str = "",
    segment: str = ALL,
    target_set: str = "",
    paper: Paper | None = None,
    language: str = "id",
) -> Summary:
    """Return the sheet of a province (its regencies as rows) or of one regency (its segments).

    Everything is as of the last position in *as_of* (default: the newest); later positions do not
    appear. Raises UnanswerableError for a position or target set that the book does not hold.
    """
    code = region or book.province
    by = ("region",) if code == book.province else ("segment",)
    table = coverage_table(book, as_of=as_of, by=by, target_set=target_set, segment=segment, region=region)
    row = table.total if by == ("region",) else region_row(book, code, segment, table.as_of, target_set)
    if by == ("segment",) and segment != ALL:  # the total of all segments would pass for that of one
        table = replace(table, rows=(), total=row)
    old = region_row(book, code, segment, table.previous, target_set) if table.previous else None
    targets = chosen_targets(book, target_set)
    headline, explanation = explain(old, row, table.previous, language)
    figure = trend(book, regions=(code,), segment=segment, target_set=target_set, until=table.as_of)
    return Summary(
        office=book.office,
        region=code,
        name=row.name,
        segment=segment,
        as_of=table.as_of,
        previous=table.previous,
        vintage=row.vintage,
        target_set=target_set,
        target_rate=goal(targets, code, segment, table.as_of, row.eligible).rate,
        key_figures=key_figures(row, old),
        row=row,
        headline=headline,
        explanation=explanation,
        table=table,
        figure=figure,
        notes=_notes(book, table, code, segment),
        sources=_citations(book, code, segment, table),
        invented=_invented(table, figure),
        book_name=book_name,
        printed_on=printed_on,
        paper=paper or book.office.paper,
        language=language,
        target_basis=targets.basis if targets else "",
    )


def booklet_regions(
    book: Book, *, as_of: Period | None = None, segment: str = "", target_set: str = ""
) -> tuple[str, ...]:
    """Return whose sheets a booklet holds, in its order: "" for the province, then the code of each regency.

    UnanswerableError where the book has no figures at *as_of*.
    """
    table = coverage_table(book, as_of=as_of, segment=segment, target_set=target_set)
    return ("", *(row.code for row in table.rows))


def key_figures(row: Row, old: Row | None) -> tuple[KeyFigure, ...]:
    """Return the five of a row with their changes since *old*, the same region's earlier row."""

    def change(name: str) -> float | None:
        before: float | None = getattr(old, name) if old else None
        now: float | None = getattr(row, name)
        return None if now is None or before is None else now - before

    return tuple(KeyFigure(name, getattr(row, name), change(name), name in row.approximate) for name in _FIVE)


def _notes(book: Book, table: CoverageTable, code: str, segment: str) -> tuple[Problem, ...]:
    compared = {table.as_of, table.previous}
    found = []
    for problem in find_problems(book):
        as_of = problem.facts.get("as_of")
        is_break = problem.code.startswith("break_") and isinstance(as_of, Period) and as_of <= table.as_of
        elsewhere = code != book.province and problem.region not in {"", code}
        if problem.code not in _TO_BE_KNOWN or elsewhere or not _concerns(problem, segment):
            continue
        if is_break or as_of is None or as_of in compared:
            found.append(problem)
    cells = _cells(book, table, tuple(compared), segment=segment)
    derived = [_derived(cell) for cell in cells if cell.nature is Nature.DERIVED]
    return ordered((*found, *derived))


def _concerns(problem: Problem, segment: str) -> bool:
    """Whether a finding is for a sheet of that segment, or says nothing of segments."""
    return segment == ALL or problem.facts.get("segment", segment) == segment


def _derived(cell: Observation) -> Problem:
    return Problem(
        Severity.INFO,
        "derived_figure",
        sheet=cell.sheet,
        cell=cell.cell,
        region=cell.region,
        facts={
            "measure": str(cell.measure),
            "as_of": cell.as_of,
            "value": cell.value,
            "note": cell.note or wording.MISSING,
        },
    )


def _cells(
    book: Book, table: CoverageTable, days: tuple[Period | None, ...], region: str = "", segment: str = ALL
) -> list[Observation]:
    """Return the observations behind the sheet's key figures on some days."""
    refs = [
        FigureRef("coverage", region or table.total.code or book.province, segment, day, table.target_set)
        for day in days
        if day is not None
    ]
    return [cell for ref in refs for found in pedigree(book, ref).inputs for cell in found.cells]


def _citations(book: Book, code: str, segment: str, table: CoverageTable) -> tuple[Citation, ...]:
    days = (table.as_of, table.previous)
    cells: dict[str, list[str]] = {}
    for cell in _cells(book, table, days, code, segment):
        place = f"{cell.sheet}!{cell.cell}" if cell.sheet else cell.cell
        cells.setdefault(cell.source, []).append(place)
    frame = book.observations
    used = frame[frame["as_of"].isin([pd.Timestamp(day.day) for day in days if day is not None])]["source"]
    for identifier in used.unique():
        cells.setdefault(str(identifier), [])
    return tuple(
        Citation(
            file=source.file,
            read_on=source.read_at.date() if source.read_at else None,
            cells=tuple(dict.fromkeys(cells[source.id])),
            note=source.note,
        )
        for source in book.sources
        if source.id in cells
    )


def _invented(table: CoverageTable, figure: Figure) -> bool:
    natures = {row.nature for row in (*table.rows, table.total)}
    natures |= {point.nature for line in figure.series for point in line.points}
    return Nature.INVENTED in natures
