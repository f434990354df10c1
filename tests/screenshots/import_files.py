"""Files for the pictures of an import: one of every kind that the page has a state for, figures made up."""

from collections.abc import Sequence
from pathlib import Path

import openpyxl

from model.excel.grid import Cell
from model.regions import regencies
from tests.builders.locked_books import locked_xlsx
from tests.builders.office import Line, body, workbook
from tests.builders.persons import HEADER, TITLE, person
from tests.builders.portal_pages import in_four

PASSWORD = "rahasia"
REGENCIES = regencies("62")
_STRANGE = {"62.11": "Pulpis Raya", "62.04": "KAB. BARITO SELATAN DAN SEKITARNYA (LAMA)", "62.12": "Mura"}
MEASURES = ["No", "Kabupaten/Kota", "Potensi", "Peserta Aktif"]


def rekap(path: Path, said: str = "", *, more: int = 0, strange: Sequence[str] = ()) -> Path:
    """A plain table; *said* names its position, *more* raises its figures, *strange* are codes of
    regencies whose names nobody knows.
    """
    lines: list[Line] = [
        [
            place,
            _STRANGE.get(region.code, region.name) if region.code in strange else region.name,
            900 + 7 * place,
            500 + 3 * place + more,
        ]
        for place, region in enumerate(REGENCIES, 1)
    ]
    title: list[Line] = [
        ["REKAPITULASI KEPESERTAAN JAMINAN SOSIAL KETENAGAKERJAAN PROVINSI KALIMANTAN TENGAH"],
        [f"Keadaan {said}" if said else None],
    ]
    return workbook(path, *title, MEASURES, *lines)


def banded(path: Path) -> Path:
    """A title over all columns, a header of two rows with merged cells, column numbers, a total, a note."""
    figures = [[900 + 70 * n, 300 + 31 * n, 100 + 17 * n] for n in range(1, 15)]
    columns: list[list[Cell]] = [[row[at] for row in figures] for at in range(3)]
    both: list[Cell] = [row[1] + row[2] for row in figures]
    shares: list[Cell] = [round(100 * (row[1] + row[2]) / row[0], 1) for row in figures]
    sums: list[Cell] = [sum(row[at] for row in figures) for at in range(3)]
    total = [*sums, sum(row[1] + row[2] for row in figures), None, None]
    return workbook(
        path,
        ["DATA CAKUPAN KEPESERTAAN BPJS KETENAGAKERJAAN"],
        ["PROVINSI KALIMANTAN TENGAH KEADAAN 31 MARET 2025"],
        [],
        ["No", "Kabupaten/Kota", "Potensi", "YG SDH IKUT", None, None, "Cakupan (%)", "Catatan petugas"],
        [None, None, None, "PU", "BPU", "Jumlah"],
        [f"({place})" for place in range(1, 9)],
        *body(*columns, both, shares, [None] * 14, total=total),
        [],
        ["Sumber: BPJS Ketenagakerjaan Cabang Palangka Raya; angka sementara"],
        merges=("A1:H1", "A2:H2", "A4:A5", "B4:B5", "C4:C5", "D4:F4", "G4:G5", "H4:H5"),
        sheets=("Rekap", "Rekap (2)"),
    )


def asking(path: Path) -> Path:
    """A table that leaves much open: decimal sign, way of writing shares, unit, what a column counts."""
    lines: list[Line] = [
        [place, region.name, f"1.{100 + 37 * place}", 0.4 + place / 1000, 1.2 + place / 10, 30 + place]
        for place, region in enumerate(REGENCIES, 1)
    ]
    header = ["No", "Kabupaten/Kota", "Iuran rata-rata", "Cakupan", "Potensi", "Yg sdh ikut"]
    return workbook(path, ["Kalimantan Tengah"], header, *lines)


def untitled(path: Path) -> Path:
    """A table under a header that says nothing of what it counts."""
    columns: list[list[Cell]] = [[100 * at + 3 * place for place in range(14)] for at in (9, 4)]
    header = ["No", "Kabupaten/Kota", "PU", "BPU"]
    return workbook(path, ["Kalimantan Tengah"], ["Keadaan Maret 2025"], header, *body(*columns))


def many_names(path: Path) -> Path:
    """A table with some names that nobody knows."""
    strange = [f"Kab. {region.name[:3]} {region.name[-4:]}" for region in REGENCIES[:9]]
    lines: list[Line] = [[place, name, 90 + place, 40 + place] for place, name in enumerate(strange, 1)]
    known: list[Line] = [[40 + place, region.name, 900, 500] for place, region in enumerate(REGENCIES, 1)]
    return workbook(path, ["Kalimantan Tengah"], ["Keadaan Maret 2025"], MEASURES, *known, *lines)


def locked(path: Path, within: Path) -> Path:
    """The plain table, locked with :data:`PASSWORD`; made by way of a file in *within*."""
    plain = rekap(within / "terbuka.xlsx", "31 Maret 2025")
    path.write_bytes(locked_xlsx(plain.read_bytes(), PASSWORD))
    return path


def torn(path: Path) -> Path:
    """A file that no program can read."""
    path.write_bytes(b"PK\x03\x04" + bytes(400))
    return path


def by_name(path: Path) -> Path:
    """A list of persons, none of whom exists."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "BNBA"
    page.append([TITLE])
    page.append([])
    page.append(list(HEADER))
    for number in range(1, 121):
        region = REGENCIES[number % len(REGENCIES)]
        page.append(person(number, f"{region.kind.title()} {region.name}", "BPU" if number % 3 else "PU"))
    book.save(path)
    return path


def portal(path: Path) -> Path:
    """What a portal saves under the name .xls: names and figures in tables of their own."""
    names = [region.name for region in REGENCIES]
    headers = [["Potensi", "Peserta Aktif"]]
    figures = [[f"{900 + 7 * place}", f"{500 + 3 * place}"] for place in range(len(names))]
    path.write_text(in_four("Kabupaten/Kota", names, headers, figures), encoding="utf-8")
    return path
