"""The sheet ``Resep``: recipes, long ones as well, and names for regions that people write there by hand."""

from dataclasses import replace
from pathlib import Path

import pytest

from model.book import Book
from model.excel.book_file import read_book
from model.excel.grid import Cell
from model.problems import Severity
from model.recipe_text import content_of
from model.recipes import Recipe
from tests.builders.any_book import saved, small_book
from tests.builders.workbooks import data_grid, data_row

HEADER = ("Resep", "Jenis", "Keterangan", "Isi")
REKAP = Recipe("Rekap", ("[rekap]", "potensi"))


def read(*rows: tuple[Cell, ...], header: tuple[Cell, ...] = HEADER) -> Book:
    return read_book(data_grid(data_row(kode="62.03"), others={"Resep": [header, *rows]}))


def test_a_recipe_too_long_for_a_cell_comes_back_whole(tmp_path: Path) -> None:
    long = Recipe("Panjang", tuple(f"kolom {number} " + "x" * 90 for number in range(2000)))

    found = saved(replace(small_book(), recipes=(long, REKAP)), tmp_path)

    assert found.recipes == (long, REKAP)
    assert found.problems == ()


def test_a_name_written_by_hand_is_known_however_its_code_is_written() -> None:
    found = read(("Kotim", "sebutan", None, "62.02"), ("KOBAR ", "Sebutan", None, "Kotawaringin Barat"))

    assert found.aliases == {"kotim": "62.02", "kobar": "62.01"}
    assert found.problems == ()


def test_a_name_for_no_region_is_said_at_its_cell() -> None:
    (problem,) = read(("Kotim", "sebutan", None, "99.99")).problems

    assert (problem.severity, problem.code, problem.place) == (
        Severity.WARNING,
        "book_alias_unknown",
        "Resep!D2",
    )
    assert "99.99" in problem.text()
    assert "99.99" in problem.text("en")


@pytest.mark.parametrize("content", ["{", "resep lama", '{"shape": 1}'])
def test_a_recipe_that_cannot_be_read_is_said_and_the_others_stay(content: str) -> None:
    found = read(("Rusak", "resep", None, content), ("Rekap", None, "Disnaker", content_of(REKAP)))

    assert found.recipes == (replace(REKAP, note="Disnaker"),)
    (problem,) = found.problems
    assert (problem.code, problem.place) == ("book_bad_recipe", "Resep!D2")
    assert "Rusak" in problem.text("en")


def test_a_sheet_of_the_first_version_without_kinds_is_read() -> None:
    found = read(("Rekap", "Disnaker", content_of(REKAP)), header=("Resep", "Keterangan", "Isi"))

    assert found.recipes == (replace(REKAP, note="Disnaker"),)
