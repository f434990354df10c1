"""Cells with an error of Excel: named at their place, and never a figure."""

from pathlib import Path

import pytest

from model.excel.grid import a1, place
from model.excel.read import read_file
from model.excel.reader import read_grid
from model.measures import Measure
from tests.builders.office import TITLE, body, figures, workbook


def test_an_error_in_a_cell_is_said_and_the_cell_not_used(tmp_path: Path) -> None:
    lines = body([10, "#REF!", 30], ["46%", "41%", "#N/A"])
    path = workbook(tmp_path / "rekap.xlsx", [TITLE], [], ["No", "Kab/Kota", "Aktif", "Cakupan"], *lines)
    book = read_file(path)

    found = [problem for problem in book.problems if problem.code == "error_cell"]
    assert [(problem.place, problem.severity) for problem in found] == [
        ("Rekap!C5", "error"),
        ("Rekap!D6", "error"),
    ]
    assert "#REF!" in found[0].text()
    assert figures(book, Measure.ACTIVE) == {"62.01": 10, "62.02": None, "62.03": 30}


def test_each_sheet_has_its_own_errors(tmp_path: Path) -> None:
    path = workbook(tmp_path / "rekap.xlsx", ["a", "#DIV/0!"], sheets=["R & D", "Dua"])

    assert [sheet.errors for sheet in read_grid(path).sheets] == [{(0, 1): "#DIV/0!"}] * 2


@pytest.mark.parametrize("address", ["A1", "Z9", "AA10", "XFD1048576"])
def test_an_address_and_its_place_agree(address: str) -> None:
    assert a1(*place(address)) == address
