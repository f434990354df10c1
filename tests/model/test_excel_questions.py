"""What a table does not say is found elsewhere, asked for, or left out; it is never guessed."""

import pytest

from model.excel.read import Answers
from model.measures import Measure
from model.periods import month
from tests.builders.office import TITLE, Line, body, codes, figures, positions, read

MARCH = month(2025, 3)


@pytest.mark.parametrize(
    ("title", "file", "expected"),
    [
        ("Keadaan per 31 Maret 2025", "rekap.xlsx", "2025-03-31"),
        ("s.d. Agustus 2024", "rekap 2025.xlsx", "2024-08-31"),
        ("Posisi Triwulan I 2025", "rekap.xlsx", "2025-03-31"),
        ("Tahun 2024", "rekap.xlsx", "2024-12-31"),
        ("Rekap UCJ", "UCJ_Maret_2025.xlsx", "2025-03-31"),
        ("Rekap UCJ Tahun 2025", "UCJ Maret.xlsx", "2025-03-31"),
        ("Bulan: Maret", "Rekap 2025.xlsx", "2025-03-31"),
        ("Triwulan ke-III 2025", "rekap.xlsx", "2025-09-30"),
        ("Triwulan Ketiga", "rekap 2025.xlsx", "2025-09-30"),
        ("Rekap UCJ", "rekap_20250331.xlsx", "2025-03-31"),
        ("Surat Edaran Nomor 1/SJ Tahun 2024 Keadaan per 31 Maret 2025", "rekap.xlsx", "2025-03-31"),
        ("Tanggal 31 Maret 2025", "rekap.xlsx", "2025-03-31"),
    ],
)
def test_where_the_position_is_found(title: str, file: str, expected: str) -> None:
    book = read([title], [], ["No", "Kab/Kota", "Aktif"], *body([1, 2]), file=file)

    assert positions(book) == [expected]


def test_a_table_without_a_position_asks_for_it_and_takes_the_answer() -> None:
    lines: list[Line] = [["Rekap"], [], ["No", "Kab/Kota", "Aktif"], *body([1, 2])]
    asked = read(*lines)
    answered = read(*lines, answers=Answers(position=MARCH))

    assert codes(asked)[0] == "position_unknown"
    assert not len(asked.observations)
    assert positions(answered) == ["2025-03-31"]


@pytest.mark.parametrize(
    "titles",
    [
        ["Lampiran Surat Nomor 1/2/2025", "Tanggal 5 April 2025"],
        ["Surat Edaran Nomor 1.2/3/SJ Tahun 2024"],
        ["Perbandingan Maret 2024 dan Maret 2025"],
        ["Catur Wulan I 2025"],
    ],
)
@pytest.mark.parametrize("file", ["rekap.xlsx", "rekap_20250405.xlsx"])
def test_the_date_of_a_letter_a_comparison_or_a_third_of_a_year_is_asked_about(
    titles: list[str], file: str
) -> None:
    lines: list[Line] = [[title] for title in titles]
    book = read(*lines, [], ["No", "Kab/Kota", "Aktif"], *body([1, 2]), file=file)

    assert codes(book)[0] == "position_unknown"


def test_months_without_a_year_ask_for_it() -> None:
    lines: list[Line] = [
        ["Peserta aktif"],
        [],
        ["No", "Kab/Kota", "Januari", "Februari"],
        *body([1, 2], [3, 4]),
    ]

    asked = read(*lines)

    assert codes(asked) == ["position_unknown", "year_missing"]
    assert '"Januari"' in asked.problems[1].text()
    assert positions(read(*lines, answers=Answers(position=MARCH))) == ["2025-01-31", "2025-02-28"]


def test_provinces_side_by_side_ask_for_the_offices_own() -> None:
    lines: list[Line] = [
        [TITLE],
        ["Provinsi", "Kepesertaan Aktif", "Non Aktif"],
        ["Aceh", "10.000", "500"],
        ["Kalimantan Tengah", "465.940", "1.200"],
        ["Riau", "20.000", "300"],
    ]
    asked = read(*lines)
    answered = read(*lines, answers=Answers(province="62"))

    assert codes(asked)[0] == "province_unknown"
    assert figures(answered, Measure.ACTIVE) == {"62": 465940}
    assert figures(answered, Measure.INACTIVE) == {"62": 1200}


def test_a_file_of_another_province_is_said_in_one_sentence() -> None:
    lines: list[Line] = [
        [TITLE],
        [],
        ["Kab/Kota", "Aktif"],
        ["Pacitan", 1],
        ["Ponorogo", 2],
        ["Trenggalek", 3],
    ]
    book = read(*lines, answers=Answers(province="62"))

    assert codes(book) == ["other_province"]
    assert "Jawa Timur" in book.problems[0].text()


@pytest.mark.parametrize("header", ["Angka", "Perusahaan Aktif", "Peserta Aktif Perempuan", "Pencari Kerja"])
def test_what_is_counted_is_never_guessed(header: str) -> None:
    book = read([TITLE], [], ["No", "Kab/Kota", header], *body([1, 2]))

    assert codes(book)[0] == "measure_unknown"
    assert book.problems[0].severity == "error"
    assert not len(book.observations)


def test_two_positions_in_the_titles_are_said() -> None:
    titles: list[Line] = [["Keadaan per 28 Februari 2025"], ["Posisi 31 Maret 2025"]]
    book = read(*titles, [], ["No", "Kab/Kota", "Aktif"], *body([1, 2]))

    assert "position_contradicted" in codes(book)
