"""Tables about one region: months, years, segments or indicators down, the region in a title or a name."""

import pytest

from model.excel.answers import About
from model.measures import Measure
from tests.builders.examined import answering, cells, decided, look, open_questions, values
from tests.builders.office import Line, codes, figures, sheet

MONTHS: list[Line] = [
    ["No", "Bulan", "Potensi", "Peserta Aktif"],
    [1, "Januari", 1000, 400],
    [2, "Februari", 1000, 410],
    [3, "Maret", 1510, "1.420"],
]


@pytest.mark.parametrize(
    ("title", "name", "file"),
    [
        ("Perkembangan Kepesertaan Kabupaten Kapuas Tahun 2025", "Sheet1", "rekap.xlsx"),
        ("Kab. Kapuas Provinsi Kalimantan Tengah, 2025", "Sheet1", "rekap.xlsx"),
        ("Tahun 2025", "Kapuas", "rekap.xlsx"),
        ("Tahun 2025", "62.03 Kab. Kapuas", "rekap.xlsx"),
        ("Tahun 2025", "Sheet1", "Kab. Kapuas.xlsx"),
    ],
)
def test_months_down_with_the_region_in_a_title_or_a_name(title: str, name: str, file: str) -> None:
    result = look(sheet([title], [], *MONTHS, ["Jumlah", None, 3510, 2230], name=name), file=file)

    assert values(result.book) == {
        ("eligible", "", "2025-01-31", "62.03"): 1000,
        ("eligible", "", "2025-02-28", "62.03"): 1000,
        ("eligible", "", "2025-03-31", "62.03"): 1510,
        ("active", "", "2025-01-31", "62.03"): 400,
        ("active", "", "2025-02-28", "62.03"): 410,
        ("active", "", "2025-03-31", "62.03"): 1420,
    }
    assert set(codes(result.book)) == {"table_read_several"}
    assert result.questions == ()


def test_a_sheet_a_regency_makes_one_form() -> None:
    names = ("Kapuas", "Seruyan", "Kota Palangka Raya")
    result = look(*(sheet(["Tahun 2025"], *MONTHS, name=name) for name in names))

    assert set(figures(result.book, Measure.ACTIVE, as_of="2025-03-31")) == {"62.03", "62.07", "62.71"}
    assert result.shape == ("[·]", "no", "·", "potensi", "peserta aktif")
    assert result.questions == ()


def test_a_region_that_nobody_names_is_asked_for_and_never_guessed() -> None:
    page = sheet(["Tahun 2025"], *MONTHS, name="Sheet1")
    asked = look(page)
    answered = look(page, answers=answering({(About.NAME, "[sheet1]"): "62.03"}))

    assert open_questions(asked) == [("name", "[sheet1]")]
    assert not len(asked.book.observations)
    assert codes(asked.book) == ["region_unknown"]
    assert set(figures(answered.book, Measure.ACTIVE, as_of="2025-01-31")) == {"62.03"}
    assert decided(answered, About.NAME, "[sheet1]").value == "62.03"


def test_years_down_of_the_province() -> None:
    result = look(
        sheet(
            ["Provinsi Kalimantan Tengah"],
            ["Tahun", "Potensi", "Peserta Aktif", "Cakupan (%)"],
            [2023, 1000, 410, 41.0],
            [2024, 1010, 505, 50.0],
        )
    )

    assert cells(result.book) == {
        ("eligible", "", "2023-12-31", "62"): (1000, "Rekap!B3"),
        ("eligible", "", "2024-12-31", "62"): (1010, "Rekap!B4"),
        ("active", "", "2023-12-31", "62"): (410, "Rekap!C3"),
        ("active", "", "2024-12-31", "62"): (505, "Rekap!C4"),
        ("reported_coverage", "", "2023-12-31", "62"): (0.41, "Rekap!D3"),
        ("reported_coverage", "", "2024-12-31", "62"): (0.5, "Rekap!D4"),
    }


def test_a_table_of_segments_of_one_regency() -> None:
    book = look(
        sheet(
            ["Kabupaten Kotawaringin Timur"],
            ["Posisi 1 Juli 2025"],
            ["Segmen", "Tempat usaha", "Peserta aktif", "Belum terlindungi", "Potensi", "%"],
            ["Penerima Upah (PU)", 21, 724, 276, 1000, 72.4],
            ["Bukan Penerima Upah (BPU)", 4, 500, 1500, 2000, 25],
            ["Jasa Konstruksi", 2, 100, 300, 400, 25],
            ["Jumlah", 27, 1324, 2076, 3400, 38.94],
        )
    ).book

    for segment, active in (("PU", 724), ("BPU", 500), ("JAKON", 100), ("", 1324)):
        assert figures(book, Measure.ACTIVE, segment=segment, as_of="2025-07-01") == {"62.02": active}
    assert figures(book, Measure.ELIGIBLE) == {"62.02": 3400}
    assert figures(book, Measure.REPORTED_COVERAGE, segment="PU") == {"62.02": 0.724}
    assert "region_without_row" not in codes(book)


def test_indicators_down_and_years_across() -> None:
    book = look(
        sheet(
            ["Kabupaten Kapuas"],
            ["No", "Uraian", "2023", "2024"],
            [1, "Potensi", 1000, 1100],
            [2, "Peserta Aktif", 400, 550],
            [3, "Cakupan (%)", 40, 50],
        )
    ).book

    assert cells(book) == {
        ("eligible", "", "2023-12-31", "62.03"): (1000, "Rekap!C3"),
        ("active", "", "2023-12-31", "62.03"): (400, "Rekap!C4"),
        ("reported_coverage", "", "2023-12-31", "62.03"): (0.4, "Rekap!C5"),
        ("eligible", "", "2024-12-31", "62.03"): (1100, "Rekap!D3"),
        ("active", "", "2024-12-31", "62.03"): (550, "Rekap!D4"),
        ("reported_coverage", "", "2024-12-31", "62.03"): (0.5, "Rekap!D5"),
    }


@pytest.mark.parametrize("prefix", ["", "Kabupaten ", "1. "])
def test_regions_in_rows_of_their_own_above_their_months(prefix: str) -> None:
    book = look(
        sheet(
            ["Kepesertaan 2025"],
            ["Kab/Kota / Bulan", "Potensi", "Aktif"],
            [f"{prefix}Kapuas"],
            ["Januari", 1000, 401],
            ["Februari", 2000, 501],
            [f"{prefix}Seruyan"],
            ["Januari", 400, 41],
            ["Februari", 500, 51],
        )
    ).book

    assert figures(book, Measure.ACTIVE, as_of="2025-01-31") == {"62.03": 401, "62.07": 41}
    assert figures(book, Measure.ELIGIBLE, as_of="2025-02-28") == {"62.03": 2000, "62.07": 500}


def test_segments_below_the_name_of_their_region() -> None:
    lines: list[Line] = [["Keadaan per 31 Maret 2025"], ["No", "Kab/Kota / Segmen", "Potensi", "Aktif"]]
    with_sums = look(
        sheet(
            *lines,
            [1, "Kapuas", 3000, 902], [None, "- PU", 1000, 401], [None, "- BPU", 2000, 501],
            [2, "Seruyan", 900, 92], [None, "- PU", 400, 41], [None, "- BPU", 500, 51],
            ["Jumlah", None, 3900, 994],
        )
    ).book  # fmt: skip
    with_totals = look(
        sheet(
            *lines,
            [1, "Kapuas"], [None, "PU", 1000, 401], [None, "BPU", 2000, 501], [None, "Jumlah", 3000, 902],
            [2, "Seruyan"], [None, "PU", 400, 41], [None, "BPU", 500, 51], [None, "Jumlah", 900, 92],
        )
    ).book  # fmt: skip

    for book in (with_sums, with_totals):
        assert figures(book, Measure.ACTIVE, segment="PU") == {"62.03": 401, "62.07": 41}
        assert figures(book, Measure.ACTIVE, segment="BPU") == {"62.03": 501, "62.07": 51}
        assert figures(book, Measure.ACTIVE) == {"62.03": 902, "62.07": 92}
        assert set(codes(book)) <= {"table_read", "region_without_row"}
