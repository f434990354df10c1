"""Cells that lie under a merged one: nobody sees what they hold, so it is no figure."""

import zipfile
from pathlib import Path

import pytest

from model.excel import cell_kinds
from model.excel.grid import Sheet
from model.excel.read import read_file
from model.excel.reader import read_grid
from model.measures import Measure
from tests.builders.broken_files import SHEET_HEAD, ods, xlsx
from tests.builders.office import TITLE, Line, body, figures, workbook


def read(folder: Path, content: bytes, name: str = "rekap.xlsx") -> Sheet:
    path = folder / name
    path.write_bytes(content)
    return read_grid(path).sheets[0]


def row(cells: str, number: int = 1) -> str:
    return f'<row r="{number}">{cells}</row>'


def merged(cells: str, merge: str) -> bytes:
    end = f'</sheetData><mergeCells count="1"><mergeCell ref="{merge}"/></mergeCells></worksheet>'
    return xlsx(sheet=SHEET_HEAD + cells + end)


def test_what_lies_under_a_merged_cell_is_not_on_the_sheet(tmp_path: Path) -> None:
    cells = row('<c r="A1"><v>5</v></c><c r="B1"><v>7</v></c><c r="C1"><v>5</v></c><c r="D1"><v>8</v></c>')
    sheet = read(tmp_path, merged(cells + row('<c r="B2"><v>9</v></c>', 2), "A1:C2"))

    assert sheet.rows == ((5, None, None, 8), (None, None, None, None))
    # The same value once more is nothing to tell.
    assert sheet.covered == {(0, 1), (1, 1)}


def test_what_lies_under_a_merged_cell_of_an_ods_is_not_on_the_sheet(tmp_path: Path) -> None:
    number = 'office:value-type="float" office:value='
    cells = (
        f'<table:table-row><table:table-cell {number}"5" table:number-columns-spanned="2"/>'
        f'<table:covered-table-cell {number}"7"/><table:table-cell {number}"8"/></table:table-row>'
    )
    sheet = read(tmp_path, ods(cells), "rekap.ods")

    assert sheet.rows == ((5, None, 8),)
    assert sheet.covered == {(0, 1)}


def test_a_figure_under_a_merged_cell_is_not_read_and_that_is_said(tmp_path: Path) -> None:
    lines: list[Line] = [[TITLE], ["No", "Kab/Kota", "Potensi", "Aktif"], *body([1000, 2000], [400, 500])]
    path = workbook(tmp_path / "rekap.xlsx", *lines)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    merge = b'</sheetData><mergeCells count="1"><mergeCell ref="C3:D3"/></mergeCells>'
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content.replace(b"</sheetData>", merge))
    book = read_file(path)

    assert figures(book, Measure.ACTIVE).get("62.01") is None
    assert figures(book, Measure.ACTIVE)["62.02"] == 500
    (said,) = (problem for problem in book.problems if problem.code == "cells_covered")
    assert (said.cell, said.facts["count"]) == ("D3", 1)


def test_a_merge_over_a_whole_long_sheet_costs_little_and_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cell_kinds, "MOST_CELLS", 3)
    cells = "".join(row(f'<c r="A{n}"><v>{n}</v></c>', n) for n in range(1, 6))
    sheet = read(tmp_path, merged(cells, "A1:A5"))

    assert sheet.covered == {(1, 0)}
    assert sheet.blind
