"""Who is named around and beside a summary: hidden where it is drawn, read as nothing, and said nowhere."""

import pytest

from model.excel.answers import Answers
from model.excel.by_name_titles import names_somebody, without_names
from model.excel.cell_block import find_cells
from model.excel.examine import examine
from model.excel.grid import Cell, Grid, Row, Sheet, a1
from tests.builders.leaks import Secrets
from tests.builders.office import Line, body, sheet

TITLE = "Peserta aktif per 31 Maret 2025"
GIVEN = ("Xaverina", "Quintus", "Wulandarisna", "Zulkarnaenda")
FAMILY = ("Tambunzai", "Ondrejwana", "Hasibuanto", "Sinagarta")
NAMES = [f"{given} {family}" for given in GIVEN for family in FAMILY]
SECRETS = Secrets([[None, *([name] * 5)] for name in NAMES])
SOMEBODY = NAMES[0]


def summary(*more: Line, header: Line = (), beside: tuple[str, ...] = ()) -> Sheet:
    """A summary of all regencies with a column of names beside it, and lines below it."""
    lines = [[*line, *([name] if beside else [])] for line, name in zip(counts(), NAMES, strict=False)]
    return sheet([TITLE], header, ["No", "Kab/Kota", "Peserta Aktif", *beside], *lines, *more)


def counts() -> list[list[Cell]]:
    return body([float(100 + number) for number in range(14)])


def told(drawn: Sheet) -> list[str]:
    """The names in anything that comes of a sheet: what is read, drawn, asked, said, or looked up."""
    grid = Grid("rekap.xlsx", "0" * 64, (drawn,))
    found = [examine(grid, answers) for answers in (Answers(), Answers("62"))]
    assert len(found[1].book.observations) >= 14
    places = [(row, column) for row in range(len(drawn.rows)) for column in range(len(drawn.rows[0]))]
    cells = [find_cells(grid, drawn.name, (a1(*place),)) for place in places]
    said = [problem.text() for one in found for problem in one.book.problems]
    return SECRETS.found_in([found, cells, said])


def test_the_search_finds_a_name_that_nobody_hides() -> None:
    assert told(summary(beside=("Keterangan",))) != []


@pytest.mark.parametrize(
    "header",
    [
        "PIC", "Nama PIC", "Petugas", "Nama Petugas", "Koordinator", "Penanggung Jawab", "Operator", "Nama",
        "Kepala Kantor", "Kepala Dinas", "Kontak", "Contact Person", "Nama Pimpinan", "Diinput oleh", "Camat",
        "Account Officer", "Verifikator", "Pejabat", "Ketua", "User",
    ],
)  # fmt: skip
def test_a_column_that_names_somebody_is_hidden(header: str) -> None:
    assert told(summary(beside=(header,))) == []


@pytest.mark.parametrize(
    "line",
    [
        (f"Petugas: {SOMEBODY}",), ("Penanggung jawab", SOMEBODY), ("PIC :", SOMEBODY),
        ("Penyusun", f": {SOMEBODY}"), (f"Nama : {SOMEBODY}",), (f"Kepala Dinas Tenaga Kerja: {SOMEBODY}",),
        (f"Disusun oleh: {SOMEBODY}",),
    ],
)  # fmt: skip
def test_a_line_that_names_somebody_hides_the_name(line: Line) -> None:
    assert told(summary(header=line)) == []
    assert told(summary((), line)) == []


def test_who_signed_above_a_number_of_an_official_is_hidden() -> None:
    signed: list[Line] = [
        (),
        ("", "", "Kepala Dinas"),
        (),
        ("", "", SOMEBODY),
        ("", "", "NIP. 19700501 199503 1 002"),
    ]

    assert told(summary(*signed)) == []
    assert told(summary((), ("", "", f"Kepala Dinas\n{SOMEBODY}\nNIP. 197005011995031002"))) == []


@pytest.mark.parametrize(
    "line",
    [
        ("Kabupaten: Kapuas",), ("Nama Kabupaten : Kapuas",), ("Nama : Kab. Kapuas",),
        ("Keadaan: 31 Maret 2025",),
        ("Sumber: BPJS Ketenagakerjaan",), ("Diterbitkan oleh: BPJS Ketenagakerjaan",),
        ("Peserta: 466.286 orang",),
        ("Kab/Kota", "Peserta Aktif"), ("Jumlah petugas: 12",), ("Posisi data", "31 Maret 2025"),
    ],
)  # fmt: skip
def test_other_lines_stay(line: Row) -> None:
    assert without_names([line]) == [line]


def test_labels_of_offices_name_nobody() -> None:
    assert not any(map(names_somebody, ("Nama Kantor", "Nama Instansi", "Wilayah", "Peserta", "")))
    assert all(map(names_somebody, ("Nama", "PIC", "Nama Petugas", "NIK", "Kepala Dinas")))


def test_a_summary_under_bare_names_of_regions_or_offices_stays_as_it_is() -> None:
    regions = sheet([TITLE], ["No", "Nama", "Peserta Aktif"], *counts())
    grid = Grid("rekap.xlsx", "0" * 64, (regions,))

    assert "•" not in str(examine(grid, Answers("62")).sheets)
