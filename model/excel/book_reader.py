"""From the cells of a coverage book to a Book: nothing raises but a file that is no book."""

from collections.abc import Iterator

from model import wording
from model.book import Book, Source
from model.errors import UnusableFileError
from model.excel.book_cells import is_blank
from model.excel.book_lines import Complaints, Line, header_of, lines, sheet_named
from model.excel.book_migrations import format_version, migrated
from model.excel.book_places import Places, places_of
from model.excel.book_schema import (
    ABOUT,
    DATA,
    FORMAT_VERSION,
    OWN_SOURCE,
    parse_measure,
)
from model.excel.book_sections import (
    read_claims,
    read_notes,
    read_office,
    read_recipes,
    read_sources,
    read_targets,
)
from model.excel.grid import Cell, Grid
from model.measures import Measure
from model.observations import Nature, Observation, table
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
    places = places_of(office.province, *_codes_and_names(grid))
    sources = read_sources(grid, complaints)
    own = _own_source(grid, sources)
    found = tuple(_observations(grid, places, {source.id for source in sources}, own.id, complaints))
    is_own_needed = any(observation.source == own.id for observation in found)
    target_sets = read_targets(grid, places, complaints)
    claims = read_claims(grid, places, complaints)
    remembered = read_recipes(grid, places, complaints)
    return Book(
        observations=table(found),
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


def _codes_and_names(grid: Grid) -> tuple[list[Cell], list[Cell]]:
    unheard = Complaints(grid.file)
    rows = [(line.cell("code"), line.cell("region")) for line in lines(grid, DATA, unheard)]
    return [code for code, _ in rows], [name for _, name in rows]


def _observations(
    grid: Grid, places: Places, sources: set[str], own: str, complaints: Complaints
) -> Iterator[Observation]:
    data = sheet_named(grid, DATA)
    if data is None:
        complaints.add("book_no_data", severity=Severity.WARNING)
    for line in lines(grid, DATA, complaints):
        if found := _observation(line, places, sources, own):
            yield found


def _observation(line: Line, places: Places, sources: set[str], own: str) -> Observation | None:
    before = line.complaints.errors
    as_of, region, measure = line.period(), places.region(line), _measure(line)
    segment = line.segment()
    value = line.share("value") if measure is Measure.REPORTED_COVERAGE else line.people("value")
    if as_of is None or region is None or measure is None or line.complaints.errors > before:
        return None
    source, sheet, cell = _origin(line, sources, own)
    return Observation(
        region=region,
        segment=segment,
        as_of=as_of,
        measure=measure,
        value=value,
        vintage=line.text("vintage"),
        nature=_nature(line),
        source=source,
        sheet=sheet,
        cell=cell,
        note=line.text("note"),
    )


def _measure(line: Line) -> Measure | None:
    measure = parse_measure(line.text("measure"))
    if measure is None:
        line.complain(
            "book_no_measure" if is_blank(line.cell("measure")) else "book_unknown_measure", "measure"
        )
    return measure


def _nature(line: Line) -> Nature:
    written = line.text("nature").casefold()
    try:
        return Nature(written)
    except ValueError:
        line.complain("book_unknown_nature", "nature", Severity.WARNING)
        return Nature.SOURCED


def _origin(line: Line, sources: set[str], own: str) -> tuple[str, str, str]:
    """Return source, sheet and cell; a figure whose source cell is not named stands in ``Data`` itself."""
    source, place = line.text("source"), line.text("cell")
    if source and source not in sources:
        line.complain("book_unknown_source", "source", Severity.WARNING)
        source = ""
    if source and place:
        sheet, _, cell = place.rpartition("!")
        return source, sheet, cell
    return source or own, line.sheet.name, line.address("value")
