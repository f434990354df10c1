from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.book import Book
from model.excel.book_file import read_book
from model.excel.grid import Cell
from model.problems import Problem
from tests.builders.workbooks import DATA_HEADER, Rows, data_grid, data_row, written

TARGET_HEADER = ("Set", "Dasar", "Posisi", "Kode", "Wilayah", "Segmen", "Jenis", "Nilai")
CLAIM_HEADER = ("Tanggal", "Penerbit", "Posisi", "Kode", "Segmen", "Persen", "Peserta", "Belum", "Kutipan")


def read(*rows: tuple[Cell, ...], **others: Rows) -> Book:
    return read_book(data_grid(*rows, others=others))


def told(book: Book) -> list[tuple[str, str]]:
    return [(problem.code, problem.place) for problem in book.problems]


def values(book: Book) -> list[tuple[str, float]]:
    return list(zip(book.observations["region"], book.observations["value"], strict=True))


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


TARGETS: Rows = [
    TARGET_HEADER,
    ("RPJMD", "Perda 1/2024", 2025, "62", None, None, "persen", "66,03 %"),
    ("RPJMD", None, 2025, None, "Kapuas", "BPU", "orang", "1.250"),
    ("Kosong", "belum ada", None, None, None, None, None, None),
    (None, None, 2025, "62", None, None, "persen", 0.5),
    ("RPJMD", None, 2025, "62.04", None, None, "unta", 5),
    ("RPJMD", None, 2025, "62.05", None, None, "orang", None),
    ("RPJMD", None, "kapan", "62.05", None, None, "orang", -1),
]


def test_targets_are_read_by_set() -> None:
    book = read(data_row(kode="62.03"), Target=TARGETS)
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


def test_what_is_wrong_in_a_target_is_told_with_its_cell() -> None:
    book = read(data_row(kode="62.03"), Target=TARGETS)

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
