from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model import wording
from model.book import Book
from model.excel.book_file import read_book
from model.excel.grid import Cell
from model.problems import Problem, Severity
from tests.builders.workbooks import DATA_HEADER, Rows, data_grid, data_row, grid, written

TARGET_HEADER = ("Set", "Dasar", "Posisi", "Kode", "Wilayah", "Segmen", "Jenis", "Nilai")
CLAIM_HEADER = ("Tanggal", "Penerbit", "Posisi", "Kode", "Segmen", "Persen", "Peserta", "Belum", "Kutipan")


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


def test_a_figure_names_its_source_or_has_the_book_itself() -> None:
    sources: Rows = [
        ("Id", "Berkas", "SHA-256", "Dibaca"),
        ("rekap", "Rekap.xlsx", "ab" * 32, datetime(2025, 4, 3, 9, 5)),
    ]

    book = read(
        data_row(kode="62.03"),
        data_row(kode="62.04", sumber="rekap", sel="Rekap 'a'!D21"),
        data_row(kode="62.05", sumber="hilang", sel="X!A1"),
        Sumber=sources,
    )
    origins = book.observations[["source", "sheet", "cell"]].to_numpy().tolist()

    assert origins == [["buku", "Data", "F2"], ["rekap", "Rekap 'a'", "D21"], ["buku", "Data", "F4"]]
    assert told(book) == [("book_unknown_source", "Data!H4")]
    assert [(source.file, source.sha256[:2]) for source in book.sources] == [
        ("Rekap.xlsx", "ab"),
        ("buku.xlsx", "ff"),
    ]
    assert book.sources[0].read_at == datetime(2025, 4, 3, 9, 5)


def test_a_source_of_the_office_that_is_called_like_the_book_is_kept_apart() -> None:
    book = read(
        data_row(kode="62.03"),
        data_row(kode="62.04", sumber="buku", sel="A!B2"),
        Sumber=[("Id", "Berkas"), ("buku", "Buku lama.xlsx")],
    )

    assert book.observations["source"].tolist() == ["buku-2", "buku"]
    assert {source.id: source.file for source in book.sources} == {
        "buku": "Buku lama.xlsx",
        "buku-2": "buku.xlsx",
    }


def test_an_unknown_nature_is_a_warning() -> None:
    book = read(data_row(kode="62.03", sifat="kira-kira"), data_row(kode="62.04", sifat="Rekaan"))

    assert book.observations["nature"].tolist() == ["", "rekaan"]
    assert told(book) == [("book_unknown_nature", "Data!J2")]


def test_targets_are_read_by_set_with_what_is_wrong_in_them() -> None:
    rows: Rows = [
        TARGET_HEADER,
        ("RPJMD", "Perda 1/2024", 2025, "62", None, None, "persen", "66,03 %"),
        ("RPJMD", None, 2025, None, "Kapuas", "BPU", "orang", "1.250"),
        ("Kosong", "belum ada", None, None, None, None, None, None),
        (None, None, 2025, "62", None, None, "persen", 0.5),
        ("RPJMD", None, 2025, "62.04", None, None, "unta", 5),
        ("RPJMD", None, 2025, "62.05", None, None, "orang", None),
        ("RPJMD", None, "kapan", "62.05", None, None, "orang", -1),
    ]

    book = read(data_row(kode="62.03"), Target=rows)
    first, second = book.target_sets

    assert (first.name, first.basis, second.name, second.basis) == (
        "RPJMD",
        "Perda 1/2024",
        "Kosong",
        "belum ada",
    )
    assert [(target.region, target.segment, target.kind, target.value) for target in first.targets] == [
        ("62", "", "percent", 0.6603),
        ("62.03", "BPU", "people", 1250),
    ]
    assert told(book) == [
        ("book_no_set", "Target!A5"),
        ("book_bad_kind", "Target!G6"),
        ("book_no_value", "Target!H7"),
        ("book_bad_date", "Target!C8"),
        ("book_negative_people", "Target!H8"),
    ]


def test_claims_are_read_with_what_they_leave_out() -> None:
    rows: Rows = [
        CLAIM_HEADER,
        (date(2025, 4, 3), "Media", 2024, "62", None, 0.4544, "466.286", 211_438, "kutipan"),
        (None, None, "Maret 2025", "62.03", "PU", None, None, None, None),
        (None, None, "Maret 2025", "nowhere", None, None, None, None, None),
    ]

    book = read(data_row(kode="62.03"), Dilaporkan=rows)
    first, second = book.claims

    assert (first.published, first.coverage, first.active, first.unprotected) == (
        date(2025, 4, 3),
        0.4544,
        466_286,
        211_438,
    )
    assert (second.published, second.segment, second.coverage) == (None, "PU", None)
    assert told(book) == [("book_unknown_region", "Dilaporkan!D4")]


def test_the_office_keeps_its_defaults_for_what_cannot_be_read() -> None:
    rows: Rows = [
        ("Butir", "Isi"),
        ("Kop baris 2", "DINAS"),
        ("Kop baris 1", "PEMERINTAH"),
        ("Provinsi", "Kalimantan Tengah"),
        ("Kertas", "Folio"),
        ("Ambang sesuai", "90 %"),
        ("Ambang pantau", "tinggi"),
        ("NIP", 1.97001011990031e17),
        ("Entah", "apa"),
    ]

    book = read(data_row(kode="62.03"), Kantor=rows)

    assert book.office.letterhead == ("PEMERINTAH", "DINAS")
    assert (book.office.province, book.office.paper, book.office.on_track, book.office.watch) == (
        "62",
        "folio",
        0.9,
        0.6,
    )
    assert book.office.signatory.nip == ""
    assert told(book) == [("book_bad_number", "Kantor!B7"), ("book_nip_number", "Kantor!B8")]


@pytest.mark.parametrize(
    ("item", "value", "code"),
    [("Provinsi", "Kapuas", "book_unknown_province"), ("Kertas", "A3", "book_unknown_paper")],
)
def test_a_setting_that_is_none_is_said(item: str, value: str, code: str) -> None:
    book = read(data_row(kode="62.03"), Kantor=[("Butir", "Isi"), (item, value)])

    assert told(book) == [(code, "Kantor!B2")]


def test_sources_without_an_id_or_with_one_twice_are_said() -> None:
    book = read(
        data_row(kode="62.03"),
        Sumber=[("Id", "Berkas"), ("a", "A.xlsx"), ("a", "B.xlsx"), (None, "C.xlsx")],
    )

    assert book.sources[0].file == "A.xlsx"
    assert told(book) == [("book_source_twice", "Sumber!A3"), ("book_no_source_id", "Sumber!A4")]


def test_a_workbook_that_an_office_typed_opens_from_its_file(tmp_path: Path) -> None:
    rows = [
        DATA_HEADER,
        data_row(wilayah="Kab. Kapuas", ukuran="Potensi", nilai="164.619"),
        data_row(wilayah="Kapuas", nilai=73_884),
        data_row(wilayah="Kapuas", ukuran="Cakupan", nilai="44,88 %"),
    ]

    book = read_book(written(tmp_path / "ketikan.xlsx", {"Data": rows}))

    assert book.observations["value"].tolist() == [164_619, 73_884, 0.4488]
    assert book.sources[0].file == "ketikan.xlsx"
    assert book.problems == ()


cells = st.one_of(
    st.none(),
    st.booleans(),
    st.text(max_size=12),
    st.integers(-(10**20), 10**20),
    st.floats(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)


@settings(max_examples=150, deadline=None)
@given(rows=st.lists(st.lists(cells, min_size=10, max_size=10).map(tuple), max_size=5), other=st.data())
def test_no_content_whatever_makes_reading_raise(rows: list[tuple[Cell, ...]], other: st.DataObject) -> None:
    further = other.draw(st.lists(st.lists(cells, min_size=8, max_size=8).map(tuple), max_size=4))
    book = read(
        *rows,
        Target=[TARGET_HEADER, *further],
        Dilaporkan=[CLAIM_HEADER, *further],
        Kantor=[("Butir", "Isi"), *[row[:2] for row in further], ("NIP", further[0][0] if further else None)],
        Sumber=[("Id", "Berkas", "SHA-256", "Dibaca"), *[row[:4] for row in further]],
        Catatan=[("Tanggal", "Penulis", "Isi"), *[row[:3] for row in further]],
        Tentang=[("Butir", "Isi"), ("Versi format", further[0][1] if further else 1)],
    )

    assert all(isinstance(problem, Problem) and problem.text() for problem in book.problems)
