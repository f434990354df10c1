"""A coverage book read by column says exactly what reading it row by row says."""

from datetime import date, datetime
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.excel import long_columns, long_rows
from model.excel.book_data import observation_of
from model.excel.book_file import read_book
from model.excel.book_lines import Complaints, lines
from model.excel.book_places import places_of
from model.excel.book_schema import DATA, OWN_SOURCE
from model.excel.grid import Cell, Grid, Sheet
from model.excel.long_rows import LongRows, by_column
from model.excel.reader import read_grid
from model.observations import table
from model.problems import Problem
from tests.bench.workbooks import long_book

HEADERS = (
    "Posisi", "Kode", "Wilayah", "Segmen", "Ukuran", "Nilai", "Basis", "Sumber", "Sel", "Sifat", "Catatan",
)  # fmt: skip
USUAL: dict[str, list[Cell]] = {
    "Posisi": [
        date(2025, 3, 31),
        datetime(2025, 3, 31),
        "2025-Q1",
        "2025-03",
        2024,
        2024.0,
        "31 Desember 2024",
    ],
    "Kode": ["62.03", "6202", 62.1, 62.01, 6271, "62", None],
    "Wilayah": ["Kapuas", "Kotawaringin Timur", "Kota Palangka Raya", "Kalimantan Tengah", None],
    "Segmen": ["PU", "bpu", None, "Jumlah", "PMI"],
    "Ukuran": ["Potensi", "Peserta aktif", "active", "Cakupan dilaporkan", "UCJ"],
    "Nilai": [1000.0, 2500.5, 0.462, 1.5, "1.009.250", "46,2 %", 17, 0, None],
    "Basis": [None, "Basis 2024", 2024.0],
    "Sumber": [None, "sakernas", "buku"],
    "Sel": [None, "Rekap!D21", "D21", "Lembar!x!A1"],
    "Sifat": [None, "turunan", "REKAAN"],
    "Catatan": [None, "catatan", 7, True],
}
ODD: list[Cell] = [
    None, "", " ", "-", "...", "n/a", "abc", "1.170", "46,2", 46.2, -5, -0.5, 1e11, 99.9, True, False, 1, 1.0,
    float("nan"), float("inf"), "Jumlah", "Jakarta", "Bandung", "31 Februari 2025", "PU/BPU", 6210, 62.10,
    "nihil", date(2025, 1, 1),
]  # fmt: skip


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    order = draw(st.permutations(HEADERS))
    kept = [name for name in order if name in ("Posisi", "Ukuran", "Nilai", "Kode") or draw(st.booleans())]
    rows: list[tuple[Cell, ...]] = [(None,) * len(kept)] * draw(st.integers(0, 2)) + [tuple(kept)]
    for _ in range(draw(st.integers(0, 14))):
        cells = [draw(st.sampled_from(USUAL[name])) for name in kept]
        for _ in range(draw(st.sampled_from([0, 0, 1, 2]))):
            cells[draw(st.integers(0, len(kept) - 1))] = draw(st.sampled_from(ODD))
        rows.append((None,) * len(kept) if draw(st.integers(0, 9)) == 0 else tuple(cells))
    return Sheet("data", tuple(rows))


def in_a_book(sheet: Sheet) -> Grid:
    sources = Sheet("Sumber", (("Id", "Berkas"), ("sakernas", "sakernas.xlsx")))
    about = Sheet("Tentang", (("Butir", "Isi"), ("Versi format", 1)))
    return Grid("buku.xlsx", "ab" * 32, (sheet, sources, about))


def row_by_row(grid: Grid) -> tuple[pd.DataFrame, tuple[Problem, ...]]:
    """The straightforward way: every row by itself, from the top."""
    every = list(lines(grid, DATA, Complaints(grid.file)))
    pairs: dict[tuple[Cell, Cell], int] = {}
    for line in every:
        key = line.cell("code"), line.cell("region")
        pairs[key] = pairs.get(key, 0) + 1
    places, complaints = places_of("", pairs), Complaints(grid.file)
    found = [observation_of(line, places, {"sakernas"}, OWN_SOURCE) for line in lines(grid, DATA, complaints)]
    return table(seen for seen in found if seen), tuple(complaints.found)


@settings(max_examples=300, deadline=None)
@given(sheets())
def test_by_column_and_row_by_row_agree_on_any_book(sheet: Sheet) -> None:
    grid = in_a_book(sheet)

    book = read_book(grid)

    observations, problems = row_by_row(grid)
    pd.testing.assert_frame_equal(book.observations, observations)
    assert book.problems == problems


@settings(max_examples=50, deadline=None)
@given(sheets())
def test_rows_that_are_held_by_column_read_the_same(sheet: Sheet) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(long_columns, "BLOCK", 3)
        patch.setattr(long_rows, "BLOCK", 3)  # so that some blocks are numbers alone
        held = Sheet(sheet.name, by_column(sheet.rows))
        as_tuples = tuple(held.rows)
        first = held.rows[1:5]
        book = read_book(in_a_book(held))

    assert repr(as_tuples) == repr(sheet.rows)
    assert repr(first) == repr(sheet.rows[1:5])
    straight = read_book(in_a_book(sheet))
    pd.testing.assert_frame_equal(book.observations, straight.observations)
    assert book.problems == straight.problems


def test_a_long_book_is_read_as_a_short_one_is(tmp_path: Path) -> None:
    grid = read_grid(long_book(tmp_path / "panjang.xlsx", 25_000))
    sheet = grid.sheets[0]
    assert isinstance(sheet.rows, LongRows)

    book = read_book(grid)

    few = Grid(grid.file, grid.sha256, (Sheet(sheet.name, sheet.rows[:400]),))
    observations, problems = row_by_row(few)
    pd.testing.assert_frame_equal(book.observations.head(399), observations)
    assert (len(book.observations), book.problems, problems) == (25_000, (), ())
    assert book.observations["cell"].iloc[-1] == "F25001"
