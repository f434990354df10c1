"""Which sheets list persons, and which only speak of them."""

from datetime import date

import pytest

from model.excel.grid import Cell, Sheet
from model.excel.personal import PersonField, is_about_persons, person_list
from tests.builders.office import TITLE, Line, body, sheet
from tests.builders.persons import name, nik, person, persons, without

FIRST: Line = ["Kab. Kapuas", "x", 1]


def below(header: str, *cells: Cell) -> Sheet:
    """A sheet with one column under *header* between a region and a figure."""
    return sheet([TITLE], ["Kab/Kota", header, "Upah"], *(["Kab. Kapuas", cell, 3500000] for cell in cells))


@pytest.mark.parametrize(
    "header",
    [
        "NIK", "No. KTP", "No KTP/NIK", "Nomor KTP-el", "Nomor Induk Kependudukan",
        "NIK Peserta", "No. Identitas", "NIK (16 digit)",
    ],
)  # fmt: skip
@pytest.mark.parametrize("number", [nik(1), int(nik(1)), float(nik(1)), "6201 0101 0101 0002", "'" + nik(5)])
def test_a_column_of_niks_makes_a_list_of_persons(header: str, number: Cell) -> None:
    found = person_list(below(header, number))

    assert found is not None
    assert found.columns[1] is PersonField.NIK


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("KPJ", "06012345678"), ("No. KPJ", 6012345678), ("Nomor Kartu Peserta", "06012345678"),
        ("No. KK", nik(3)), ("Nama Ibu Kandung", name(1)), ("Nama Peserta", name(1)),
        ("Nama Tenaga Kerja", name(1)), ("NAMA LENGKAP", name(1)), ("Nama TK", name(2)),
        ("Nama Calon Peserta", name(2)), ("Nama Penerima Manfaat", name(3)), ("Nama Nelayan", name(3)),
        ("Tgl. Lahir", date(1970, 5, 1)), ("Tempat, Tanggal Lahir", "Kapuas, 1 Mei 1970"),
        ("TTL", "1-5-1970"),
        ("Tanggal Lahir", 25689), ("Employee Name", name(4)), ("Date of Birth", date(1970, 5, 1)),
    ],
)  # fmt: skip
def test_other_things_that_only_a_person_has_make_one_as_well(header: str, cell: Cell) -> None:
    assert is_about_persons(below(header, cell, cell))


@pytest.mark.parametrize(
    "second", ["Alamat", "No. HP", "No WA", "Telepon", "E-mail", "NPWP", "L/P", "No. Rekening"]
)
def test_a_bare_name_needs_something_private_beside_it(second: str) -> None:
    rows: list[Line] = [[name(number), f"isi {number}", 1] for number in range(5)]

    assert is_about_persons(sheet(["Nama", second, "Upah"], *rows))
    assert not is_about_persons(sheet(["Nama", "Bidang", "Upah"], *rows))


def test_a_register_with_names_and_birthdays_needs_no_nik() -> None:
    rows: list[Line] = [
        [number, name(number), date(1970, 5, number + 1), "Kab. Kapuas"] for number in range(4)
    ]

    assert is_about_persons(sheet(["No", "Nama", "Tanggal Lahir", "Kabupaten"], *rows))


def test_names_that_stand_several_to_a_region_are_persons_though_nothing_else_is_said_of_them() -> None:
    rows: list[Line] = [[name(number).rsplit(" ", 1)[0], "Kab. Kapuas", "BPU"] for number in range(20)]
    companies: list[Line] = [[f"PT {name(number)[:12]}", "Kab. Kapuas", "BPU"] for number in range(20)]
    counted: list[Line] = [[*row[:2], 40] for row in rows]

    assert is_about_persons(sheet([TITLE], ["Nama", "Kab/Kota", "Segmen"], *rows))
    assert not is_about_persons(sheet([TITLE], ["Nama", "Kab/Kota", "Segmen"], *companies))
    assert not is_about_persons(sheet([TITLE], ["Nama", "Kab/Kota", "Jumlah TK"], *counted))


def test_a_title_that_says_by_name_by_address_makes_names_persons() -> None:
    rows: list[Line] = [[name(number), "Kab. Kapuas", "BPU"] for number in range(4)]

    assert is_about_persons(sheet(["Data BNBA pekerja rentan"], ["Nama", "Kab/Kota", "Segmen"], *rows))
    assert is_about_persons(sheet(["Nama", "Kab/Kota", "Segmen"], *rows, name="By Name By Address"))


@pytest.mark.parametrize(
    "number",
    [
        "6.20101E+15", "6,20101E+15", "6201.0101.0170.0002", "62 0101 410170 0002", "6201-0101-0170-0002",
        "'6201010101700002", "6201010101700002 ", 6201010101700002, 6201010101700000.0,
    ],
)  # fmt: skip
def test_sixteen_digits_tell_persons_without_any_header(number: Cell) -> None:
    assert is_about_persons(sheet(*([number, "Kab. Kapuas", 1] for _ in range(4))))


def test_persons_far_down_a_long_sheet_are_found() -> None:
    table = body([1.0] * 14)
    rows: list[Line] = [["Kab. Kapuas", "BPU", nik(number)] for number in range(9000)]

    assert is_about_persons(sheet(["No", "Kab/Kota", "Aktif"], *table * 200, *rows))


def repeated(header: Line, row: Line, times: int = 9) -> Sheet:
    """A table of one row again and again."""
    return sheet(header, *([row] * times))


CALLED: list[Line] = [[*line, name(number), "0812"] for number, line in enumerate(body([5.0] * 14))]
RUPIAH: list[Line] = [["Kab. Kapuas", 1234567890123456 + 10**12 * number] for number in range(9)]
VILLAGES: list[Line] = [[6203012001 + number, "Desa", 6] for number in range(9)]
NIKS: list[Line] = [["Kab. Kapuas", 5123, 50], ["Kab. Katingan", 4, 4]]
AGGREGATES = {
    "a title that speaks of NIK": sheet(["Rekap NIK valid"], ["Kab/Kota", "Aktif"], ["Kab. Kapuas", 5]),
    "counts of NIK": sheet(["Kab/Kota", "Jumlah NIK", "NIK valid"], *NIKS),
    "counts under a bare NIK": sheet(["Kab/Kota", "NIK", "Aktif"], *NIKS),
    "names of regencies": sheet(["No", "Nama Kabupaten", "Aktif"], *body([5.0] * 14)),
    "regencies under Nama": sheet(["No", "Nama", "Aktif"], *body([5.0] * 14)),
    "codes": sheet(["Kode", "Nama Kab/Kota", "Aktif"], ["62.03", "Kapuas", 6], ["62.06", "Katingan", 7]),
    "codes of villages": sheet(["Kode Desa", "Desa", "Aktif"], *VILLAGES),
    "rupiah": sheet(["Kab/Kota", "Iuran"], *RUPIAH),
    "rupiah as text": repeated(["Kab/Kota", "Iuran"], ["Kapuas", "6.201.010.101.700.002"]),
    "companies": repeated(["NPP", "Nama Perusahaan", "Jumlah TK"], ["JJ00123", "PT Maju", 5]),
    "somebody to call in each regency": sheet(["No", "Kab/Kota", "Aktif", "Nama PIC", "No HP"], *CALLED),
    "offices with addresses": repeated(["Nama", "Alamat"], ["Kantor Cabang A", "Jl. A"]),
    "years": sheet(["Kab/Kota", 2023, 2024], *NIKS),
    "a count of households": sheet(["Kab/Kota", "Jumlah KK", "Penduduk"], *NIKS),
}


@pytest.mark.parametrize("what", AGGREGATES)
def test_tables_of_counts_are_no_lists_of_persons(what: str) -> None:
    assert not is_about_persons(AGGREGATES[what])


def test_the_header_of_a_list_is_found_below_titles_and_numbers() -> None:
    listed = persons(*(person(number) for number in range(3)))
    found = person_list(listed)

    assert found is not None
    assert (found.header, found.column(PersonField.NIK), found.column(PersonField.NAME)) == (2, 1, 2)
    assert {PersonField.BIRTH, PersonField.ADDRESS, PersonField.PHONE} <= set(found.columns.values())
    assert not {6, 7, 8} & set(found.columns)


def test_a_person_without_a_number_is_not_taken_for_the_header() -> None:
    rows = without([person(number) for number in range(5)], 0, 3, 4, 5)
    rows[0][0] = None
    found = person_list(sheet(*rows))

    assert found is not None
    assert found.header == -1
