"""Office tables in the layouts that offices use, with made-up figures."""

import pytest

from model.book import Book
from model.measures import Measure
from tests.builders.office import TITLE, Line, body, codes, figures, positions, read

ELIGIBLE = [1000 * number + 7 for number in range(20, 34)]
ACTIVE = [int(base * (0.3 + 0.02 * number)) for number, base in enumerate(ELIGIBLE)]


def plain_table() -> Book:
    return read(
        ["REKAPITULASI KEPESERTAAN JAMSOSTEK"],
        ["PROVINSI KALIMANTAN TENGAH"],
        [TITLE],
        [],
        ["No", "Kabupaten/Kota", "Potensi", "Peserta Aktif", "UCJ (%)"],
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        *body(
            ELIGIBLE,
            ACTIVE,
            [round(100 * active / base, 2) for active, base in zip(ACTIVE, ELIGIBLE, strict=True)],
            total=[sum(ELIGIBLE), sum(ACTIVE), round(100 * sum(ACTIVE) / sum(ELIGIBLE), 2)],
        ),
        ["Sumber: BPJS Ketenagakerjaan, diolah 5 April 2025"],
        [None, None, None, "Palangka Raya, 5 April 2025"],
        [None, None, None, "KEPALA DINAS"],
        [None, None, None, "NIP. 19700101 199503 1 001"],
    )


def test_a_plain_table_with_title_total_and_source() -> None:
    book = plain_table()

    assert codes(book) == ["table_read"]
    assert positions(book) == ["2025-03-31"]
    active = figures(book, Measure.ACTIVE)
    assert [active[code] for code in sorted(active) if code != "62"] == ACTIVE
    assert active["62"] == sum(ACTIVE)
    assert figures(book, Measure.REPORTED_COVERAGE)["62.01"] == pytest.approx(0.2999, abs=1e-4)


def test_a_figure_of_a_plain_table_keeps_its_file_sheet_and_cell() -> None:
    book = plain_table()
    row = book.observations[
        (book.observations["region"] == "62.03") & (book.observations["measure"] == "active")
    ]

    assert row["cell"].item() == "D9"
    assert row["sheet"].item() == "Rekap"
    assert book.source(row["source"].item()) == book.sources[0]


def test_segments_under_merged_measures() -> None:
    book = read(
        [TITLE],
        [],
        ["No", "Kab/Kota", "Potensi", None, None, "Peserta Aktif", None, None],
        [None, None, "PU", "BPU", "Jumlah", "PU", "BPU", "Jumlah"],
        *body([600, 700], [400, 300], [1000, 1000], [300, 350], [100, 90], [400, 440]),
        merges=["A3:A4", "B3:B4", "C3:E3", "F3:H3"],
    )

    assert figures(book, Measure.ELIGIBLE, segment="PU") == {"62.01": 600, "62.02": 700}
    assert figures(book, Measure.ACTIVE, segment="BPU") == {"62.01": 100, "62.02": 90}
    assert figures(book, Measure.ACTIVE) == {"62.01": 400, "62.02": 440}


def test_measures_under_segments_without_merges() -> None:
    book = read(
        [TITLE],
        [],
        ["No", "Kab/Kota", "Penerima Upah (PU)", None, "Bukan Penerima Upah (BPU)", None],
        [None, None, "Potensi", "Aktif", "Potensi", "Aktif"],
        *body([600, 700], [300, 350], [400, 300], [100, 90]),
    )

    assert figures(book, Measure.ELIGIBLE, segment="BPU") == {"62.01": 400, "62.02": 300}
    assert figures(book, Measure.ACTIVE, segment="PU") == {"62.01": 300, "62.02": 350}


def test_months_across_with_a_base_beside_them() -> None:
    book = read(
        ["Jumlah Peserta Aktif BPJS Ketenagakerjaan Tahun 2025"],
        [],
        ["No", "Kab/Kota", "Potensi (basis Sakernas Agustus 2024)", "Januari", "Februari", "Maret", "Jumlah"],
        *body([1000, 2000], [400, 800], [410, 810], [420, 820], [1230, 2430]),
    )

    assert positions(book) == ["2025-01-31", "2025-02-28", "2025-03-31"]
    assert figures(book, Measure.ACTIVE, as_of="2025-02-28") == {"62.01": 410, "62.02": 810}
    for position in positions(book):
        assert figures(book, Measure.ELIGIBLE, as_of=position) == {"62.01": 1000, "62.02": 2000}
    bases = book.observations[book.observations["measure"] == "eligible"]
    assert set(bases["vintage"]) == {"Sakernas Agu 2024"}
    assert set(bases["cell"]) == {"C4", "C5"}


def test_years_over_measures() -> None:
    book = read(
        ["Kabupaten/Kota", "Tahun 2023", None, "Tahun 2024", None],
        [None, "Potensi", "Aktif", "Potensi", "Aktif"],
        ["Kapuas", 1000, 400, 1100, 500],
        ["Kota Palangka Raya", 2000, 900, 2100, 1000],
        merges=["A1:A2", "B1:C1", "D1:E1"],
    )

    assert positions(book) == ["2023-12-31", "2024-12-31"]
    assert figures(book, Measure.ELIGIBLE, as_of="2023-12-31") == {"62.03": 1000, "62.71": 2000}
    assert figures(book, Measure.ACTIVE, as_of="2024-12-31") == {"62.03": 500, "62.71": 1000}


def test_quarters_under_merged_years() -> None:
    book = read(
        ["Peserta Aktif menurut Kabupaten/Kota, 2023-2024"],
        [],
        ["Kab/Kota", 2023.0, None, 2024.0, None],
        [None, "TW I", "TW II", "Triwulan I", "Triwulan II"],
        ["Kapuas", 1, 2, 3, 4],
        ["Seruyan", 5, 6, 7, 8],
        merges=["A3:A4", "B3:C3", "D3:E3"],
    )

    assert positions(book) == ["2023-03-31", "2023-06-30", "2024-03-31", "2024-06-30"]
    assert figures(book, Measure.ACTIVE, as_of="2024-06-30") == {"62.03": 4, "62.07": 8}


def test_one_block_a_year_below_each_other() -> None:
    book = read(
        ["Kab/Kota", "Potensi", "Aktif"],
        ["2023"],
        ["Kapuas", 1000, 400],
        ["Seruyan", 900, 300],
        ["Jumlah", 1900, 700],
        ["2024"],
        ["Kapuas", 1100, 500],
        ["Seruyan", 950, 350],
        ["Jumlah", 2050, 850],
    )

    assert positions(book) == ["2023-12-31", "2024-12-31"]
    assert figures(book, Measure.ACTIVE, as_of="2024-12-31") == {"62.03": 500, "62.07": 350}
    assert "printed_total_differs" not in codes(book)


def test_a_long_table_with_year_and_segment_columns() -> None:
    book = read(
        ["kode_kab", "nama_kab", "tahun", "segmen", "potensi", "peserta aktif"],
        ["62.03", "Kapuas", 2023, "PU", "1.000", "400"],
        ["62.03", "Kapuas", 2023, "BPU", "500", "100"],
        ["62.03", "Kapuas", 2024, "PU", "1.100", "450"],
        ["62.03", "Kapuas", 2024, "BPU", "550", "120"],
        ["62.71", "Kota Palangka Raya", 2024, "PU", "2.100", "900"],
    )

    assert figures(book, Measure.ACTIVE, segment="PU", as_of="2024-12-31") == {"62.03": 450, "62.71": 900}
    assert figures(book, Measure.ELIGIBLE, segment="BPU", as_of="2023-12-31") == {"62.03": 500}


def test_a_level_column_is_not_counted_twice() -> None:
    book = read(
        [TITLE],
        [],
        ["Level", "Wilayah", "Potensi", "Aktif"],
        ["Nasional", "Indonesia", 90000, 40000],
        ["Provinsi", "Kalimantan Tengah", 3000, 1200],
        ["Kabupaten", "Kapuas", 1000, 400],
        ["Kota", "Palangka Raya", 2000, 800],
    )

    assert figures(book, Measure.ACTIVE) == {"62": 1200, "62.03": 400, "62.71": 800}


def test_a_wrong_printed_total_is_an_error_with_both_figures_and_the_cell() -> None:
    book = read(
        [TITLE],
        [],
        ["No", "Kab/Kota", "Potensi", "Aktif"],
        *body(ELIGIBLE, ACTIVE, total=[sum(ELIGIBLE), sum(ACTIVE) + 100]),
    )

    problem = next(problem for problem in book.problems if problem.code == "printed_total_differs")
    assert problem.severity == "error"
    assert problem.place == "Rekap!D18"
    assert problem.facts["printed"] == sum(ACTIVE) + 100
    assert problem.facts["parts"] == sum(ACTIVE)
    assert figures(book, Measure.ACTIVE)["62"] == sum(ACTIVE) + 100


@pytest.mark.parametrize(
    "place", ["Palangka Raya, 5 April 2025", "Dicetak: 5 April 2025", "Sumber: Sakernas 2024"]
)
def test_the_date_of_a_letter_is_not_the_position(place: str) -> None:
    book = read([place], [], ["No", "Kab/Kota", "Aktif"], *body([1, 2]))

    assert "position_unknown" in codes(book)


def test_a_position_in_a_cell_beside_its_word_directly_above_the_header() -> None:
    book = read(["Posisi", "31 Maret 2025"], ["No", "Kab/Kota", "Potensi", "Aktif"], *body([3, 4], [1, 2]))

    assert positions(book) == ["2025-03-31"]


def test_several_tables_below_each_other_or_side_by_side_are_all_read() -> None:
    below = read(
        [TITLE], [], ["Kab/Kota", "Potensi"], ["Kapuas", 1000], ["Seruyan", 2000], [],
        ["Kab/Kota", "Aktif"], ["Kapuas", 400], ["Seruyan", 500],
    )  # fmt: skip
    beside = read(
        [TITLE], [], ["Kab/Kota", "Aktif", None, "Kab/Kota", "Aktif"],
        ["Kapuas", 1, None, "Lamandau", 3], ["Seruyan", 2, None, "Katingan", 4],
    )  # fmt: skip

    assert figures(below, Measure.ELIGIBLE) == {"62.03": 1000, "62.07": 2000}
    assert figures(below, Measure.ACTIVE) == {"62.03": 400, "62.07": 500}
    assert figures(beside, Measure.ACTIVE) == {"62.03": 1, "62.07": 2, "62.09": 3, "62.06": 4}
    assert positions(below) == positions(beside) == ["2025-03-31"]


def test_a_region_named_once_for_the_rows_of_its_segments() -> None:
    lines: list[Line] = [
        [TITLE],
        [],
        ["No", "Kab/Kota", "Segmen", "Potensi", "Aktif"],
        [1, "Kapuas", "PU", 10, 5],
        [None, None, "BPU", 20, 6],
        [None, None, "Jumlah", 30, 11],
        [2, "Seruyan", "PU", 11, 5],
        [None, None, "BPU", 21, 6],
        [None, None, "Jumlah", 32, 11],
    ]
    for merges in ([], ["B4:B6", "B7:B9"]):
        book = read(*lines, merges=merges)

        assert figures(book, Measure.ACTIVE, segment="BPU") == {"62.03": 6, "62.07": 6}
        assert figures(book, Measure.ELIGIBLE) == {"62.03": 30, "62.07": 32}
        assert "row_without_name" not in codes(book)


def test_figures_without_a_name_below_the_last_region_are_said() -> None:
    book = read(
        [TITLE], [], ["No", "Kab/Kota", "Potensi", "Aktif"], *body([1, 2], [3, 4]), [None, None, 3, 7]
    )

    assert "row_without_name" in codes(book)
