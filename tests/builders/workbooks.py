"""Workbooks filled by hand, as grids and as files."""

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from openpyxl import Workbook, load_workbook

from model.excel.book_schema import ABOUT, FORMAT_ITEM
from model.excel.grid import Cell, Grid, Sheet
from model.excel.reader import read_grid

DATA_HEADER = ("Posisi", "Kode", "Wilayah", "Segmen", "Ukuran", "Nilai", "Basis", "Sumber", "Sel", "Sifat")

Rows = Sequence[Sequence[Cell]]


def data_row(
    posisi: Cell = date(2025, 3, 31),
    kode: Cell = None,
    wilayah: Cell = None,
    segmen: Cell = None,
    ukuran: Cell = "Peserta aktif",
    nilai: Cell = 1000,
    sumber: Cell = None,
    sel: Cell = None,
    sifat: Cell = None,
) -> tuple[Cell, ...]:
    """One row of ``Data`` under DATA_HEADER."""
    return (posisi, kode, wilayah, segmen, ukuran, nilai, None, sumber, sel, sifat)


def sheet(name: str, rows: Rows) -> Sheet:
    """A sheet of these rows, made rectangular."""
    width = max((len(row) for row in rows), default=0)
    return Sheet(name, tuple((*row, *[None] * (width - len(row))) for row in rows))


def grid(sheets: Mapping[str, Rows], file: str = "buku.xlsx") -> Grid:
    """A workbook of these sheets, as the reader hands it over."""
    return Grid(file, "f" * 64, tuple(sheet(name, rows) for name, rows in sheets.items()))


def data_grid(
    *rows: Sequence[Cell], header: Sequence[Cell] = DATA_HEADER, others: Mapping[str, Rows] | None = None
) -> Grid:
    """A workbook with a sheet ``Data`` of these rows below its header, and other sheets by name."""
    return grid({"Data": [header, *rows], **(others or {})})


def written(path: Path, sheets: Mapping[str, Rows]) -> Grid:
    """Write a workbook with a spreadsheet library, as an office would, and read it back."""
    workbook = Workbook()
    del workbook[workbook.sheetnames[0]]
    for name, rows in sheets.items():
        page = workbook.create_sheet(name)
        for row in rows:
            page.append([_plain(cell) for cell in row])
    workbook.save(path)
    return read_grid(path)


def with_version(path: Path, version: Cell) -> Grid:
    """Change the format version that a written book names, and read it."""
    workbook = load_workbook(io.BytesIO(path.read_bytes()))
    for cells in workbook[ABOUT.title].iter_rows():
        if cells[0].value == FORMAT_ITEM:
            cells[1].value = _plain(version)
    workbook.save(path)
    return read_grid(path)


def _plain(cell: Cell) -> str | int | float | bool | date | datetime | None:
    assert not hasattr(cell, "total_seconds")
    return cell  # type: ignore[return-value]
