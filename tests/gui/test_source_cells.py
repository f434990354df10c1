"""The cells of a source: where its file is found, and the picture of them."""

from dataclasses import replace
from pathlib import Path

import pytest

from gui.import_work import OwnReader
from gui.source_cells import Wanted, find_file, reading_cells
from gui.widgets.cell_picture import cell_text
from model.book import Source
from model.excel.cell_block import block_around, place_of
from model.excel.grid import Sheet
from model.progress import silent
from tests.builders.source_files import FILE, SOURCE, source_workbook


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    return source_workbook(tmp_path)


def test_a_file_that_changed_since_is_shown_with_a_warning(workbook: Path) -> None:
    wanted = Wanted(replace(SOURCE, sha256="0" * 64), "Rekap", ("D21",), (workbook,))

    found = reading_cells(wanted, OwnReader())(silent)

    assert found.block is not None
    assert "sudah berubah" in found.sentence


def test_a_cell_that_is_no_longer_there_is_named(workbook: Path) -> None:
    found = reading_cells(Wanted(SOURCE, "Rekap", ("D999",), (workbook,)), OwnReader())(silent)

    assert found.block is None
    assert found.sentence == f"Sel Rekap!D999 tidak ada lagi di {FILE}."


def test_a_broken_source_gives_its_own_sentence(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"not a workbook")

    found = reading_cells(Wanted(SOURCE, "Rekap", ("D21",), (tmp_path / FILE,)), OwnReader())(silent)

    assert found.block is None
    assert found.sentence


def test_a_source_is_only_looked_for_where_the_users_files_are(workbook: Path) -> None:
    elsewhere = workbook.parent / "buku" / "Kalteng.xlsx"
    source = replace(SOURCE, file=f"../{FILE}")

    assert find_file(Wanted(source, "Rekap", ("D21",), (elsewhere,))) is None
    assert find_file(Wanted(source, "Rekap", ("D21",), (workbook.with_name("Kalteng.xlsx"),))) == workbook


def test_figures_typed_into_the_book_stand_in_the_book_itself(tmp_path: Path) -> None:
    path = tmp_path / "Kalteng.xlsx"
    path.touch()
    press = Source("pers", "Siaran pers 3 April 2025")

    assert find_file(Wanted(press, "Data", ("F2",), (path,))) == path


@pytest.mark.parametrize(
    ("address", "place"),
    [("A1", (0, 0)), ("d21", (20, 3)), ("$AA$10", (9, 26)), ("B2:C3", None), ("", None), ("Data", None)],
)
def test_addresses_are_read_as_places(address: str, place: tuple[int, int] | None) -> None:
    assert place_of(address) == place


def test_a_picture_at_the_edge_of_a_sheet_takes_what_there_is() -> None:
    block = block_around(Sheet("S", ((1, "a"), (2, "b"))), ["A1"])

    assert block is not None
    assert (block.rows, block.columns) == ((0,), (0, 1))


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (465_940, "465.940"), (46.2, "46,2"), (0.46167, "0,4617"), (True, "BENAR"), ("x", "x")],
)
def test_cells_read_as_a_spreadsheet_shows_them(value: object, text: str) -> None:
    assert cell_text(value) == text  # type: ignore[arg-type]
