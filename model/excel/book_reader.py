"""From the cells of a coverage book to a Book: nothing raises but a file that is no book."""

from model import wording
from model.book import Book, Source
from model.errors import UnusableFileError
from model.excel.book_data import data_sheet
from model.excel.book_lines import Complaints, body_of, header_of, sheet_named
from model.excel.book_migrations import format_version, migrated
from model.excel.book_places import places_of
from model.excel.book_schema import ABOUT, DATA, FORMAT_VERSION, OWN_SOURCE
from model.excel.book_sections import (
    read_claims,
    read_notes,
    read_office,
    read_recipes,
    read_sources,
    read_targets,
)
from model.excel.grid import Grid
from model.observations import table
from model.problems import Severity


def is_coverage_book(grid: Grid) -> bool:
    """Say whether a workbook is a coverage book: it says its version, or its ``Data`` has our columns."""
    if format_version(grid) is not None:
        return True
    data = sheet_named(grid, DATA)
    return data is not None and header_of(data, DATA) is not None


def read_book(grid: Grid) -> Book:
    """Return the book in *grid*; what cannot be read is in its problems, with sheet and cell.

    Column order, further columns and further sheets do not matter, and every sheet but ``Data``
    may be missing. Raises UnusableFileError where the workbook is no coverage book at all.
    """
    if not is_coverage_book(grid):
        raise UnusableFileError("not_a_book", wording.say("problem.not_a_book", file=grid.file))
    complaints = Complaints(grid.file)
    version = _version(grid, complaints)
    grid = migrated(grid, version)
    office = read_office(grid, complaints)
    data = data_sheet(grid)
    places = places_of(office.province, data.pairs() if data else {})
    sources = read_sources(grid, complaints)
    own = _own_source(grid, sources)
    _complain_of_data(grid, complaints)
    names = {source.id for source in sources}
    observations = data.read(places, names, own.id, complaints) if data else table()
    is_own_needed = bool((observations["source"] == own.id).any())
    target_sets = read_targets(grid, places, complaints)
    claims = read_claims(grid, places, complaints)
    remembered = read_recipes(grid, places, complaints)
    return Book(
        observations=observations,
        sources=(*sources, own) if is_own_needed else sources,
        target_sets=target_sets,
        claims=claims,
        office=office,
        notes=read_notes(grid, complaints),
        recipes=remembered.recipes,
        aliases=remembered.aliases,
        problems=tuple(complaints.found),
        read_only=_newer_sentence(version) if version > FORMAT_VERSION else "",
    )


def _version(grid: Grid, complaints: Complaints) -> int:
    version = format_version(grid)
    if version is None:
        if sheet_named(grid, ABOUT):
            complaints.add("book_version_unreadable", ABOUT.title, severity=Severity.WARNING)
        return FORMAT_VERSION
    if version > FORMAT_VERSION:
        complaints.add(
            "book_newer", ABOUT.title, severity=Severity.WARNING, found=version, known=FORMAT_VERSION
        )
    return version


def _newer_sentence(version: int) -> str:
    return wording.say("problem.book_newer", found=version, known=FORMAT_VERSION)


def _own_source(grid: Grid, sources: tuple[Source, ...]) -> Source:
    taken = {source.id for source in sources}
    identifier, number = OWN_SOURCE, 2
    while identifier in taken:
        identifier, number = f"{OWN_SOURCE}-{number}", number + 1
    return Source(identifier, grid.file, grid.sha256)


def _complain_of_data(grid: Grid, complaints: Complaints) -> None:
    if sheet_named(grid, DATA) is None:
        complaints.add("book_no_data", severity=Severity.WARNING)
    body_of(grid, DATA, complaints)
