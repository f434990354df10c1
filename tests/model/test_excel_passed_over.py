"""A second table on a sheet that names no regions: not read, but said, with its place."""

import pytest

from model.excel.answers import Answers
from model.excel.examine import examine
from model.excel.grid import Cell, Grid, Row, Sheet
from model.problems import Problem, Severity
from model.regions import regencies

Rows = list[Row]
TITLE: Row = ("Rekap per 31 Maret 2025", None, None)
HEADER: Row = ("Kabupaten/Kota", "Potensi", "Peserta aktif")
REGIONS: Rows = [(region.full_name, 5000 + n, 1000 + n) for n, region in enumerate(regencies("62"))]
BLANK: Row = (None, None, None)
BANKS: Rows = [("Nama bank", "Potensi", "Peserta aktif"), ("BRI", 900, 700), ("BNI", 400, 300)]


def told(rows: Rows) -> list[Problem]:
    width = max(map(len, rows))
    empty: tuple[Cell, ...] = (None,)
    sheet = Sheet("Data", tuple(row + empty * (width - len(row)) for row in rows))
    found = examine(Grid("rekap.xlsx", "ab" * 32, (sheet,)), Answers("62"))
    assert len(found.book.observations) == 28
    return [problem for problem in found.book.problems if problem.code == "table_without_regions"]


@pytest.mark.parametrize(
    "below",
    [
        BANKS,
        [("Program", "Iuran", None), ("JHT", 100, None), ("JKK", 200, None)],
        [("No", "Jenis kelamin", "Jumlah"), (1, "Laki-laki", 700), (2, "Perempuan", 300)],
        [("Uraian", "Nilai", None), ("Kantor cabang", "1.170", None), ("Agen", "-", None)],
    ],
)
def test_a_table_without_regions_below_another_is_said_at_its_first_cell(below: Rows) -> None:
    (problem,) = told([TITLE, HEADER, *REGIONS, BLANK, BLANK, *below])

    assert (problem.severity, problem.sheet, problem.cell) == (Severity.INFO, "Data", "A19")


def test_each_of_several_is_said() -> None:
    rows = [TITLE, HEADER, *REGIONS, BLANK, *BANKS, BLANK, *BANKS]

    assert [problem.cell for problem in told(rows)] == ["A18", "A22"]


@pytest.mark.parametrize(
    "below",
    [
        [("Sumber: BPJS Ketenagakerjaan", None, None), ("Catatan:", 1, "angka sementara")],
        [("Keterangan", None, None), (1, "Potensi 2025", None), (2, "Angka sementara", None)],
        [("Palangka Raya, 5 April 2025", None, None), ("Kepala Cabang", None, None), ("Budi", None, None)],
        [("Dicetak", 2025, None), ("Triwulan", 2025, None)],
        [("Kantor cabang", 14, None)],
    ],
)
def test_notes_signatures_and_single_lines_are_no_table(below: Rows) -> None:
    assert told([TITLE, HEADER, *REGIONS, BLANK, *below]) == []


def test_a_table_of_regions_alone_is_not_accompanied() -> None:
    assert told([TITLE, HEADER, *REGIONS]) == []


def test_a_table_that_follows_is_read_and_not_passed_over() -> None:
    other: Rows = [("Kabupaten/Kota", "Angkatan kerja", None)]
    other += [(region.full_name, 9000 + n, None) for n, region in enumerate(regencies("62"))]

    assert told([TITLE, HEADER, *REGIONS, BLANK, *other]) == []
