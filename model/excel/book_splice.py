"""Saving into an existing workbook: the cells that have changed are set, every other byte stays.

Rows keep their places, so that formulas, charts and comments of the owner go on meaning what they
meant: a row that is gone is emptied, a new one stands below the last. A row that could not be read is
left as it is.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, to_excel

from model.book import Book
from model.excel.book_lines import Body, Complaints, body_of, sheet_named
from model.excel.book_package import BookPackage
from model.excel.book_rows import Value, rows_of
from model.excel.book_schema import (
    ABOUT,
    CLAIMS,
    DATA,
    LETTERHEAD_ITEM,
    NOTES,
    OFFICE,
    RECIPES,
    SHEETS,
    SOURCES,
    TARGETS,
    TEXT,
    Column,
    SheetSchema,
)
from model.excel.cell_contents import formatted, storable
from model.excel.grid import Grid
from model.excel.refusal import refusal
from model.excel.row_matching import matched
from model.excel.rows_on_disk import Row, RowsOnDisk
from model.excel.sheet_part import Written

_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    DATA.title: ("as_of", "code", "segment", "measure", "vintage", "source", "cell"),
    TARGETS.title: ("set", "as_of", "code", "segment", "kind"),
    SOURCES.title: ("id",),
    CLAIMS.title: ("published", "publisher", "as_of", "code", "segment"),
    RECIPES.title: ("name", "kind"),
    OFFICE.title: ("item",),
    NOTES.title: ("written", "author"),
    ABOUT.title: ("item",),
}
"""By which columns a row with other cells is still the same row."""
_OPEN: Final = (OFFICE, ABOUT)
"""Sheets in which the owner's own items stay."""


def spliced(content: bytes, grid: Grid, book: Book, program_version: str) -> bytes:
    """Return the workbook *content*, of which *grid* is what the reader found, holding *book*.

    The very same bytes where nothing differs. Raises UnusableFileError where a sheet of ours has no
    header that we know, or is built so that it cannot be changed safely.
    """
    return _become(BookPackage.of(content, grid.file), grid, book, program_version) or content


def new_workbook(file: str, book: Book, program_version: str) -> bytes:
    """Return a workbook with every sheet of ours, holding *book*; the same book gives the same bytes."""
    package = BookPackage.empty(file)
    content = _become(package, Grid(file, ""), book, program_version)
    assert content is not None, "a workbook without sheets has been given eight"
    return content


def _become(package: BookPackage, grid: Grid, book: Book, program_version: str) -> bytes | None:
    on_disk, is_new = RowsOnDisk(grid), not grid.sheets
    old, new = on_disk.different_figures(book)
    _Sheet(package, grid, DATA).become(old, new, is_new=is_new)
    for schema in SHEETS:
        if schema is not DATA:
            rows = rows_of(schema, book, program_version)
            _Sheet(package, grid, schema).become(on_disk.rows(schema), rows, is_new=is_new)
    return package.content()


class _Sheet:
    """One owned sheet on its way to other rows."""

    def __init__(self, package: BookPackage, grid: Grid, schema: SheetSchema) -> None:
        self._package, self._schema = package, schema
        self._sheet = sheet_named(grid, schema)
        self._body: Body | None = body_of(grid, schema, Complaints(grid.file)) if self._sheet else None
        self._file = grid.file

    def become(self, old: Sequence[Row], new: Sequence[tuple[Value, ...]], *, is_new: bool) -> None:
        """Set what differs between the rows that are there and those that shall be.

        A sheet that is not there is made where it has rows, in a new workbook in any case.
        """
        key = [self._place(name) for name in _KEYS[self._schema.title]]
        match = matched([row for _, row in old], list(new), lambda row: tuple(row[place] for place in key))
        gone = [at for at in match.gone if not self._stays(old[at][1])]
        if not (match.changed or gone or match.new or is_new):
            return
        self._open()
        for at_old, at_new in match.changed:
            self._change(old[at_old][0], old[at_old][1], new[at_new])
        for at in gone:
            self._empty(old[at][0])
        for row, at in enumerate(match.new, self._end):
            self._write(row, new[at])
        self._package.reach(self._name, self._header, self._end, self._end + len(match.new) - 1)

    def _stays(self, row: tuple[Value, ...]) -> bool:
        """An item that the book says nothing of is its owner's; of a letterhead a line may go."""
        return self._schema in _OPEN and not str(row[0]).startswith(LETTERHEAD_ITEM)

    def _place(self, name: str) -> int:
        return next(place for place, column in enumerate(self._schema.columns) if column.name == name)

    def _open(self) -> None:
        """Find where rows go; make the sheet, or its header, where there is none."""
        if self._body:
            self._name, self._places = self._body.sheet.name, dict(self._body.places)
            self._header = self._body.first - 1, min(self._places.values())
            self._end = len(self._body.sheet.rows)
            return
        if self._sheet and any(cell is not None for row in self._sheet.rows for cell in row):
            raise refusal("book_sheet_unknown", self._file, sheet=self._sheet.name)
        if self._sheet is None:
            self._package.add_sheet(self._schema)
        self._name = self._sheet.name if self._sheet else self._schema.title
        self._places = {column.name: place for place, column in enumerate(self._schema.columns)}
        for column, place in zip(self._schema.columns, self._places.values(), strict=True):
            self._set(0, place, Written(column.header, self._package.header_style()))
        self._header, self._end = (0, 0), 1

    def _change(self, row: int, old: Sequence[Value], new: Sequence[Value]) -> None:
        for column, before, after in zip(self._schema.columns, old, new, strict=True):
            if before != after and (place := self._column(column, after)) is not None:
                keeps_format = type(before) is type(after)
                self._set(row, place, self._written(after, column, keeps_format=keeps_format))

    def _write(self, row: int, values: Sequence[Value]) -> None:
        for column, value in zip(self._schema.columns, values, strict=True):
            if value not in {None, ""} and (place := self._column(column, value)) is not None:
                self._set(row, place, self._written(value, column, keeps_format=False))

    def _empty(self, row: int) -> None:
        for place in self._places.values():
            self._set(row, place, Written(None))

    def _set(self, row: int, place: int, written: Written) -> None:
        self._package.sheet(self._name).set(row, place, written)

    def _column(self, column: Column, value: Value) -> int | None:
        """Return where a column stands; it is added where it is needed and not there yet."""
        place = self._places.get(column.name)
        if place is None and value not in {None, ""} and not self._is_spared(column):
            place = self._package.add_column(self._name, column.header, self._header)
            self._places[column.name] = place
        return place

    def _is_spared(self, column: Column) -> bool:
        """Another column of the sheet says the same: a name of a region needs no code beside it."""
        groups = [group for group in self._schema.alternatives if column.name in group]
        return any(name in self._places for group in groups for name in group)

    def _written(self, value: Value, column: Column, *, keeps_format: bool) -> Written:
        if value is None or value == "":
            return Written(None)
        shown, number_format = formatted(value, column)
        style = None if keeps_format else self._package.style(number_format)
        if isinstance(shown, str):
            return Written(storable(shown), style if number_format == TEXT else None)
        if isinstance(shown, date):
            epoch = MAC_EPOCH if self._package.counts_from_1904 else WINDOWS_EPOCH
            return Written(float(to_excel(shown, epoch)), style)  # type: ignore[no-untyped-call]
        return Written(None if shown is None else float(shown), style)
