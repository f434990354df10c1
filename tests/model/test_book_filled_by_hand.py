from datetime import date, datetime

import pytest

from model import wording
from model.book import Book
from model.excel.book_file import read_book
from model.excel.grid import Cell
from model.problems import Severity
from tests.builders.workbooks import Rows, data_grid, data_row, grid


def read(*rows: tuple[Cell, ...], **others: Rows) -> Book:
    return read_book(data_grid(*rows, others=others))


def told(book: Book) -> list[tuple[str, str]]:
    return [(problem.code, problem.place) for problem in book.problems]


def values(book: Book) -> list[tuple[str, float]]:
    return list(zip(book.observations["region"], book.observations["value"], strict=True))


WRONG = {
    "no region": (data_row(), "book_no_region", "Data!B2"),
    "an unknown code": (data_row(kode="99.99"), "book_unknown_region", "Data!B2"),
    "an unknown name": (data_row(wilayah="Xyz"), "book_unknown_region", "Data!C2"),
    "a name nearly right": (data_row(wilayah="Barito Utra"), "book_suggested_region", "Data!C2"),
    "a name of several": (data_row(wilayah="Kotawaringin"), "book_ambiguous_region", "Data!C2"),
    "a kabupaten called kota": (data_row(wilayah="Kota Kapuas"), "book_region_kind", "Data!C2"),
    "a code of two schemes": (data_row(kode=6206.0), "book_ambiguous_code", "Data!B2"),
    "code against name": (data_row(kode="62.03", wilayah="Katingan"), "book_region_conflict", "Data!B2"),
    "a regency's code beside a city's name": (
        data_row(kode="32.04", wilayah="Kota Bandung"),
        "book_region_conflict",
        "Data!B2",
    ),
    "no position": (data_row(posisi=None, kode="62.03"), "book_no_date", "Data!A2"),
    "a day that is none": (data_row(posisi="31 Februari 2025", kode="62.03"), "book_bad_date", "Data!A2"),
    "a bare day number": (data_row(posisi=45747.0, kode="62.03"), "book_bad_date", "Data!A2"),
    "no measure": (data_row(kode="62.03", ukuran=None), "book_no_measure", "Data!E2"),
    "an unknown measure": (data_row(kode="62.03", ukuran="Kuda"), "book_unknown_measure", "Data!E2"),
    "an unknown segment": (data_row(kode="62.03", segmen="Sopir"), "book_unknown_segment", "Data!D2"),
    "a word for a number": (data_row(kode="62.03", nilai="banyak"), "book_bad_number", "Data!F2"),
    "negative people": (data_row(kode="62.03", nilai=-5), "book_negative_people", "Data!F2"),
    "more people than there are": (data_row(kode="62.03", nilai=1e26), "book_bad_number", "Data!F2"),
    "negative people in brackets": (data_row(kode="62.03", nilai="(5)"), "book_negative_people", "Data!F2"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_figure_that_cannot_be_used_is_left_out_and_its_cell_named(case: str) -> None:
    row, code, place = WRONG[case]

    book = read(data_row(kode="62.71", nilai=7), row)
    found = [problem for problem in book.problems if problem.severity is Severity.ERROR]

    assert [(problem.code, problem.place) for problem in found] == [(code, place.replace("2", "3"))]
    assert values(book) == [("62.71", 7.0)]


@pytest.mark.parametrize("language", wording.LANGUAGES)
@pytest.mark.parametrize("case", WRONG)
def test_every_problem_is_a_plain_sentence_in_both_languages(case: str, language: str) -> None:
    row, code, _ = WRONG[case]

    (problem,) = read(data_row(kode="62.71"), row).problems
    sentence = problem.text(language)

    assert problem.code == code
    assert len(sentence) > 20
    assert "{" not in sentence + problem.hint(language)


def test_several_wrong_cells_of_one_row_are_all_named() -> None:
    book = read(data_row(posisi="kapan", kode="99.99", segmen="?!", ukuran="Kuda", nilai="x"))

    assert [place for _, place in told(book)] == ["Data!A2", "Data!B2", "Data!E2", "Data!D2", "Data!F2"]


@pytest.mark.parametrize(
    ("written_as", "value"),
    [
        ("1.009.250", 1_009_250),
        ("1 009 250", 1_009_250),
        ("1\u00a0009\u00a0250", 1_009_250),
        ("1,009,250", 1_009_250),
        ("1.170", 1_170),
        ("1,170", 1_170),
        ("1.170,5", 1_170.5),
        ("12,5", 12.5),
        (465_940.0, 465_940),
        ("465940", 465_940),
        ("nihil", 0),
        (0, 0),
    ],
)
def test_numbers_are_read_as_people_write_them(written_as: Cell, value: float) -> None:
    book = read(data_row(kode="62.03", nilai=written_as))

    assert (values(book), told(book)) == ([("62.03", value)], [])


@pytest.mark.parametrize("blank", [None, "", "  ", "n/a", "NA", "...", "…"])
def test_an_empty_value_is_not_reported_and_not_zero(blank: Cell) -> None:
    book = read(data_row(kode="62.03", nilai=blank))

    assert book.observations["value"].isna().tolist() == [True]
    assert told(book) == []


def test_a_dash_is_read_as_not_reported_and_said() -> None:
    book = read(data_row(kode="62.03", nilai="–"))

    assert book.observations["value"].isna().tolist() == [True]
    assert told(book) == [("book_dash", "Data!F2")]


@pytest.mark.parametrize(
    ("written_as", "fraction", "assumed"),
    [
        ("46,2 %", 0.462, False),
        ("46.2%", 0.462, False),
        (0.462, 0.462, False),
        (1.5087, 1.5087, False),
        (46.2, 0.462, True),
        ("46,2", 0.462, True),
        (2.22, 0.0222, True),
        ("250%", 2.5, False),
    ],
)
def test_a_share_is_read_with_or_without_its_sign(written_as: Cell, fraction: float, assumed: bool) -> None:
    book = read(data_row(kode="62.03", ukuran="Cakupan dilaporkan", nilai=written_as))

    assert values(book) == [("62.03", fraction)]
    assert told(book) == ([("book_percent_assumed", "Data!F2")] if assumed else [])


@pytest.mark.parametrize(
    ("position", "day", "precision"),
    [
        (date(2025, 3, 31), "2025-03-31", "month"),
        (datetime(2025, 3, 14), "2025-03-14", "day"),
        ("2024", "2024-12-31", "year"),
        (2024.0, "2024-12-31", "year"),
        ("2025-Q1", "2025-03-31", "quarter"),
        ("Triwulan I 2025", "2025-03-31", "quarter"),
        ("31 Maret 2025", "2025-03-31", "month"),
        ("Maret 2025", "2025-03-31", "month"),
    ],
)
def test_positions_are_read_as_people_write_them(position: Cell, day: str, precision: str) -> None:
    (row,) = read(data_row(posisi=position, kode="62.03")).observations.to_dict("records")

    assert (str(row["as_of"].date()), row["precision"]) == (day, precision)


@pytest.mark.parametrize(
    ("code", "name", "region"),
    [
        ("62.06", None, "62.06"),
        (62.1, None, "62.10"),
        ("62.1", "Gunung Mas", "62.10"),
        (6206.0, "Sukamara", "62.08"),
        ("6206", "Sukamara", "62.08"),
        (6206.0, "Katingan", "62.06"),
        (6201.0, None, "62.01"),
        (None, "Kab. Kapuas *)", "62.03"),
        (None, "Prov. Kalteng", "62"),
        (62.0, None, "62"),
        ("63.04", None, "63.04"),
        ("62.03", "entah apa", "62.03"),
        ("32.73", "Bandung", "32.73"),
        ("32.73", "Kota Bandung", "32.73"),
    ],
)
def test_a_region_is_read_from_its_code_or_its_name(code: Cell, name: Cell, region: str) -> None:
    book = read(data_row(kode="62.71", wilayah="Palangka Raya"), data_row(kode=code, wilayah=name))

    assert book.observations["region"].tolist() == ["62.71", region]
    assert told(book) == []


def test_the_names_beside_a_column_of_codes_say_whose_codes_they_are() -> None:
    bps = [(6206.0, "Sukamara"), (6207.0, "Lamandau"), (6208.0, "Seruyan"), (6211.0, None)]

    book = read(*[data_row(kode=code, wilayah=name) for code, name in bps])

    assert book.observations["region"].tolist() == ["62.08", "62.09", "62.07", "62.10"]


def test_a_row_of_totals_is_left_out_with_a_warning() -> None:
    book = read(data_row(kode="62.03"), data_row(wilayah="Jumlah"))

    assert [(problem.code, problem.severity) for problem in book.problems] == [("book_total_row", "warning")]
    assert len(book.observations) == 1


@pytest.mark.parametrize(
    ("written_as", "measure"),
    [
        ("Peserta aktif", "active"),
        ("peserta AKTIF", "active"),
        ("active", "active"),
        ("Potensi", "eligible"),
        ("Semesta", "eligible"),
        ("Penduduk bekerja", "employed"),
        ("reported_coverage", "reported_coverage"),
        ("UCJ", "reported_coverage"),
        ("Belum terlindungi", "reported_unprotected"),
    ],
)
def test_a_measure_goes_by_its_label_its_code_or_a_synonym(written_as: str, measure: str) -> None:
    book = read(data_row(kode="62.03", ukuran=written_as, nilai=0.5))

    assert book.observations["measure"].tolist() == [measure]


@pytest.mark.parametrize(
    ("written_as", "segment"), [("PU", "PU"), ("Penerima Upah (PU)", "PU"), ("Semua", ""), ("jakon", "JAKON")]
)
def test_a_segment_goes_by_code_or_name(written_as: str, segment: str) -> None:
    assert read(data_row(kode="62.03", segmen=written_as)).observations["segment"].tolist() == [segment]


def test_the_order_of_columns_further_columns_and_a_title_above_do_not_matter() -> None:
    rows: Rows = [
        ("Data cakupan kami", None, None, None, None),
        (None, None, None, None, None),
        ("Nilai", "UKURAN", "Entah", "Wilayah", "Keadaan per"),
        (73_884, "Peserta aktif", "x", "Kapuas", date(2025, 3, 31)),
    ]

    book = read_book(grid({"Milik saya": [("apa saja",)], "Data": rows}))

    assert values(book) == [("62.03", 73_884)]
    assert book.observations[["sheet", "cell"]].to_numpy().tolist() == [["Data", "A4"]]
    assert told(book) == []


def test_blank_rows_are_passed_over() -> None:
    book = read(data_row(kode="62.03"), (None,) * 10, data_row(kode="62.04"))

    assert book.observations["cell"].tolist() == ["F2", "F4"]


def test_a_sheet_whose_header_is_gone_is_said() -> None:
    tables: dict[str, Rows] = {"Tentang": [("Versi format", 1)], "Data": [("Tanggal?", "Angka?"), (1, 2)]}

    assert told(read_book(grid(tables))) == [("book_no_header", "Data")]
