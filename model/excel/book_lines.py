"""The rows of an owned sheet by column name, each cell with its address, and what is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from model.excel.book_cells import day_of, is_blank, is_dash, number_of, share_of, text_of
from model.excel.book_schema import SheetSchema, folded
from model.excel.grid import Cell, Grid, Sheet, a1
from model.periods import Period, parse_period
from model.problems import Problem, Severity
from model.segments import ALL, parse_segment

_HEADER_DEPTH = 20
"""A header row is looked for in so many rows: hand-made books put a title above it."""
_MOST_PEOPLE = 1e10
_LARGEST_SHARE = 1e3
"""Beyond these a number is a slip of the hand, not a count or a share."""


@dataclass
class Complaints:
    """The problems found so far in one file."""

    file: str
    found: list[Problem] = field(default_factory=list)
    errors: int = 0
    """How many figures could not be used so far."""

    def add(
        self, code: str, sheet: str = "", cell: str = "", severity: Severity = Severity.ERROR, **facts: object
    ) -> None:
        """Note that something is wrong at a place; ``code`` selects the sentence."""
        self.found.append(Problem(severity, code, self.file, sheet, cell, facts=facts))
        self.errors += severity is Severity.ERROR


@dataclass(frozen=True)
class Line:
    """One row of a sheet. Columns that the sheet does not have read as empty."""

    sheet: Sheet
    row: int
    places: dict[str, int]
    complaints: Complaints

    def cell(self, name: str) -> Cell:
        """Return the value under a column of the schema."""
        place = self.places.get(name)
        return None if place is None else self.sheet.cell(self.row, place)

    def text(self, name: str) -> str:
        """Return the cell as trimmed text, "" where it is empty."""
        return text_of(self.cell(name))

    def address(self, name: str) -> str:
        """Return the A1 address of a cell of this row; of the row's first cell for a missing column."""
        return a1(self.row, self.places.get(name, 0))

    def complain(self, code: str, name: str, severity: Severity = Severity.ERROR, **facts: object) -> None:
        """Note a problem with the cell under column *name*; its text is the fact ``written``."""
        self.complaints.add(
            code, self.sheet.name, self.address(name), severity, **{"written": self.text(name)} | facts
        )

    def period(self, name: str = "as_of") -> Period | None:
        """Return the position in a cell; None, with a complaint, where it is none."""
        found = parse_period(self.cell(name))
        if found is None:
            self.complain("book_no_date" if is_blank(self.cell(name)) else "book_bad_date", name)
        return found

    def people(self, name: str) -> float | None:
        """Return a count of people; None where the cell is empty, or (with a complaint) no count."""
        value = self._number(name)
        if value is not None and not 0 <= value <= _MOST_PEOPLE:
            self.complain("book_negative_people" if value < 0 else "book_bad_number", name)
            return None
        return value

    def share(self, name: str) -> float | None:
        """Return a share as a fraction; None where the cell is empty, or (with a complaint) no share."""
        if self._is_missing(name):
            return None
        value, assumed = share_of(self.cell(name))
        if value is None or not 0 <= value <= _LARGEST_SHARE:
            self.complain("book_bad_number", name)
            return None
        if assumed:
            self.complain("book_percent_assumed", name, Severity.WARNING, rate=value)
        return value

    def _number(self, name: str) -> float | None:
        if self._is_missing(name):
            return None
        value = number_of(self.cell(name))
        if value is None:
            self.complain("book_bad_number", name)
        return value

    def _is_missing(self, name: str) -> bool:
        if is_dash(self.cell(name)):
            self.complain("book_dash", name, Severity.WARNING)
            return True
        return is_blank(self.cell(name))

    def segment(self) -> str:
        """Return the row's segment; the total, with a complaint, where the cell names none."""
        found = parse_segment(self.text("segment"))
        if found is None:
            self.complain("book_unknown_segment", "segment")
        return found or ALL

    def day(self, name: str) -> Period | None:
        """Return the day in a cell of a date; None where it is empty, or (with a complaint) no date."""
        if is_blank(self.cell(name)):
            return None
        found = day_of(self.cell(name))
        return Period(found) if found else self.period(name)


def sheet_named(grid: Grid, schema: SheetSchema) -> Sheet | None:
    """Return the sheet that a schema describes, whatever the case of its name, or None."""
    return next((sheet for sheet in grid.sheets if folded(sheet.name) == folded(schema.title)), None)


def header_of(sheet: Sheet, schema: SheetSchema) -> tuple[int, dict[str, int]] | None:
    """Return the header row and the column of every name found in it, or None without a header.

    Order and extra columns do not matter; a column that is there twice is read at its first place.
    """
    spellings = {
        folded(written): column.name
        for column in schema.columns
        for written in (*column.also, column.name, column.header)
    }
    for row, cells in enumerate(sheet.rows[:_HEADER_DEPTH]):
        places: dict[str, int] = {}
        for place, cell in enumerate(cells):
            name = spellings.get(folded(cell)) if isinstance(cell, str) else None
            if name:
                places.setdefault(name, place)
        if not missing_columns(places, schema):
            return row, places
    return None


def missing_columns(places: dict[str, int], schema: SheetSchema) -> tuple[str, ...]:
    """Return the headers that a sheet needs and *places* lacks."""
    headers = {column.name: column.header for column in schema.columns}
    lacking = [headers[name] for name in schema.required if name not in places]
    for group in schema.alternatives:
        if not any(name in places for name in group):
            lacking.append(" / ".join(headers[name] for name in group))
    return tuple(lacking)


@dataclass(frozen=True)
class Body:
    """Where the rows of an owned sheet stand: from row *first* on, each column at its place."""

    sheet: Sheet
    first: int
    places: dict[str, int]


def body_of(grid: Grid, schema: SheetSchema, complaints: Complaints) -> Body | None:
    """Return where a sheet's rows stand; None without any, and, with a complaint, without a usable header."""
    sheet = sheet_named(grid, schema)
    if sheet is None or not any(cell is not None for row in sheet.rows for cell in row):
        return None
    header = header_of(sheet, schema)
    if header is None:
        needed = [column.header for column in schema.columns if column.name in schema.required]
        complaints.add("book_no_header", sheet.name, needed=", ".join(needed))
        return None
    return Body(sheet, header[0] + 1, header[1])


def lines(grid: Grid, schema: SheetSchema, complaints: Complaints) -> Iterator[Line]:
    """Yield the filled rows of an owned sheet; nothing, with a complaint, where its header is unusable."""
    body = body_of(grid, schema, complaints)
    if body is None:
        return
    for row in range(body.first, len(body.sheet.rows)):
        line = Line(body.sheet, row, body.places, complaints)
        if any(line.text(name) for name in body.places):
            yield line
