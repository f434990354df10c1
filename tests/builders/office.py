"""Workbooks as offices make them, with made-up figures, for tests of reading."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import openpyxl
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

from model.book import Book
from model.excel.grid import Cell, Grid, Merge, Sheet
from model.excel.read import Answers, read_tables
from model.measures import Measure
from model.regions import regencies

Line = Sequence[Cell]
PROVINCE = "62"
REGENCIES = regencies(PROVINCE)
TITLE = "Keadaan per 31 Maret 2025"


def sheet(*lines: Line, name: str = "Rekap", merges: Iterable[str] = (), visible: bool = True) -> Sheet:
    """A sheet of the given rows; *merges* as Excel writes them, "A1:C1"."""
    width = max((len(line) for line in lines), default=0)
    rows = tuple(tuple(line) + (None,) * (width - len(line)) for line in lines)
    return Sheet(name, rows, tuple(_merge(text) for text in merges), visible)


def _merge(text: str) -> Merge:
    (left, top), (right, bottom) = (_place(corner) for corner in text.split(":"))
    return Merge(top, left, bottom, right)


def _place(address: str) -> tuple[int, int]:
    letters, row = coordinate_from_string(address)
    return column_index_from_string(letters) - 1, row - 1


def grid(*sheets: Sheet, file: str = "rekap.xlsx") -> Grid:
    """A workbook of sheets that was read already."""
    return Grid(file, "0" * 64, sheets)


def read(
    *lines: Line, merges: Iterable[str] = (), file: str = "rekap.xlsx", answers: Answers | None = None
) -> Book:
    """What the program makes of one sheet with the given rows."""
    return read_tables(grid(sheet(*lines, merges=merges), file=file), answers or Answers())


def names(count: int = len(REGENCIES)) -> list[str]:
    """The names of the first regencies of the sample province, as offices write them."""
    return [("Kota " if region.kind == "kota" else "Kab. ") + region.name for region in REGENCIES[:count]]


def body(*columns: Sequence[Cell], total: Line | None = None) -> list[list[Cell]]:
    """A row for each value of the columns, each with the name of its regency; *total* as a last row."""
    lines: list[list[Cell]] = [
        [number, name, *cells]
        for number, (name, *cells) in enumerate(zip(names(len(columns[0])), *columns, strict=True), 1)
    ]
    return [*lines, [None, "Jumlah", *total]] if total is not None else lines


def figures(book: Book, measure: Measure, *, segment: str = "", as_of: str = "") -> dict[str, float | None]:
    """The figures of one measure by region code, NaN as None; at the position *as_of* ("2025-03-31")."""
    frame = book.observations
    kept = frame[(frame["measure"] == str(measure)) & (frame["segment"] == segment)]
    if as_of:
        kept = kept[kept["as_of"] == as_of]
    pairs = zip(kept["region"], kept["value"], strict=True)
    return {region: None if value != value else float(value) for region, value in pairs}


def codes(book: Book) -> list[str]:
    """The codes of the problems, in the order of every list."""
    return [problem.code for problem in book.problems]


def positions(book: Book) -> list[str]:
    """The positions of all figures, oldest first."""
    return sorted({str(day.date()) for day in book.observations["as_of"]})


def workbook(
    path: Path, *lines: Line, merges: Iterable[str] = (), sheets: Sequence[str] = ("Rekap",)
) -> Path:
    """Write a real .xlsx file with the same rows on every sheet."""
    made = openpyxl.Workbook()
    del made["Sheet"]
    for name in sheets:
        page = made.create_sheet(name)
        for line in lines:
            page.append(list(line))
        for merge in merges:
            page.merge_cells(merge)
    made.save(path)
    made.close()
    return path
