"""Tables whose rows say what they count: in a column, in headings of blocks, below the name of a region."""

import pytest

from model.excel.answers import About
from model.measures import Measure
from tests.builders.examined import answering, cells, decided, look, values
from tests.builders.office import TITLE, Line, body, codes, figures, sheet


@pytest.mark.parametrize(
    "header", ["Indikator", "Ukuran", "Uraian", "Variabel", "Nama Indikator", "Keterangan"]
)
def test_a_long_table_with_a_column_of_measures(header: str) -> None:
    result = look(
        sheet(
            ["Kab/Kota", "Tahun", header, "Satuan", "Nilai"],
            ["Kapuas", 2023, "Potensi", "Orang", 1000],
            ["Kapuas", 2023, "Peserta aktif", "Orang", 400],
            ["Kapuas", 2023, "Cakupan", "%", 40],
            ["Seruyan", 2023, "Potensi", "Orang", 2000],
            ["Seruyan", 2023, "Peserta aktif", "Orang", 500],
            ["Seruyan", 2023, "Cakupan", "%", 25],
            ["Kapuas", 2024, "Potensi", "Orang", 1100],
            ["Kapuas", 2024, "Peserta aktif", "Orang", 440],
        )
    )

    assert cells(result.book) == {
        ("eligible", "", "2023-12-31", "62.03"): (1000, "Rekap!E2"),
        ("active", "", "2023-12-31", "62.03"): (400, "Rekap!E3"),
        ("reported_coverage", "", "2023-12-31", "62.03"): (0.4, "Rekap!E4"),
        ("eligible", "", "2023-12-31", "62.07"): (2000, "Rekap!E5"),
        ("active", "", "2023-12-31", "62.07"): (500, "Rekap!E6"),
        ("reported_coverage", "", "2023-12-31", "62.07"): (0.25, "Rekap!E7"),
        ("eligible", "", "2024-12-31", "62.03"): (1100, "Rekap!E8"),
        ("active", "", "2024-12-31", "62.03"): (440, "Rekap!E9"),
    }
    assert result.questions == ()


def test_measures_in_rows_beside_segments_and_months_across() -> None:
    book = look(
        sheet(
            ["Kepesertaan 2025"],
            ["Kab/Kota", "Segmen", "Ukuran", "Januari", "Februari"],
            ["Kapuas", "PU", "Potensi", 1000, 1001],
            [None, None, "Peserta aktif", 400, 401],
            [None, "BPU", "Potensi", 2000, 2001],
            [None, None, "Peserta aktif", 500, 501],
            ["Seruyan", "PU", "Potensi", 3000, 3001],
            [None, None, "Peserta aktif", 600, 601],
            [None, "BPU", "Potensi", 4000, 4001],
            [None, None, "Peserta aktif", 700, 701],
        )
    ).book

    assert figures(book, Measure.ELIGIBLE, segment="PU", as_of="2025-01-31") == {"62.03": 1000, "62.07": 3000}
    assert figures(book, Measure.ACTIVE, segment="PU", as_of="2025-02-28") == {"62.03": 401, "62.07": 601}
    assert figures(book, Measure.ACTIVE, segment="BPU", as_of="2025-01-31") == {"62.03": 500, "62.07": 700}
    assert figures(book, Measure.ELIGIBLE, segment="BPU", as_of="2025-02-28") == {
        "62.03": 2001,
        "62.07": 4001,
    }
    assert len(book.observations) == 16


def test_blocks_below_headings_that_name_the_measure() -> None:
    book = look(
        sheet(
            ["Kepesertaan 2025"],
            ["No", "Kab/Kota", "Januari", "Februari"],
            ["A.", "POTENSI"],
            [1, "Kapuas", 1000, 1001],
            [2, "Seruyan", 2000, 2001],
            [None, "Jumlah", 3000, 3002],
            ["B.", "PESERTA AKTIF"],
            [1, "Kapuas", 400, 401],
            [2, "Seruyan", 500, 501],
            [None, "Jumlah", 900, 902],
        )
    ).book

    assert values(book) == {
        ("eligible", "", "2025-01-31", "62.03"): 1000,
        ("eligible", "", "2025-01-31", "62.07"): 2000,
        ("eligible", "", "2025-02-28", "62.03"): 1001,
        ("eligible", "", "2025-02-28", "62.07"): 2001,
        ("active", "", "2025-01-31", "62.03"): 400,
        ("active", "", "2025-01-31", "62.07"): 500,
        ("active", "", "2025-02-28", "62.03"): 401,
        ("active", "", "2025-02-28", "62.07"): 501,
    }
    assert "printed_total_differs" not in codes(book)


def test_blocks_below_headings_that_name_the_segment() -> None:
    book = look(
        sheet(
            [TITLE],
            ["No", "Kab/Kota", "Potensi", "Aktif"],
            ["A.", "Penerima Upah"],
            [1, "Kapuas", 1000, 401],
            [2, "Seruyan", 2000, 501],
            ["Jumlah", None, 3000, 902],
            ["B.", "Bukan Penerima Upah"],
            [1, "Kapuas", 400, 41],
            [2, "Seruyan", 500, 51],
            ["Jumlah", None, 900, 93],
        )
    ).book

    assert figures(book, Measure.ACTIVE, segment="PU") == {"62.03": 401, "62.07": 501}
    assert figures(book, Measure.ELIGIBLE, segment="BPU") == {"62.03": 400, "62.07": 500}
    assert figures(book, Measure.ACTIVE) == {}
    assert "printed_total_differs" not in codes(book)


def test_measures_below_the_name_of_their_region() -> None:
    book = look(
        sheet(
            ["Kepesertaan"],
            ["Uraian", "2023", "2024"],
            ["Kabupaten Kapuas"],
            ["a. Potensi", 1000, 1001],
            ["b. Peserta Aktif", 400, 401],
            ["Kabupaten Seruyan"],
            ["a. Potensi", 1100, 1101],
            ["b. Peserta Aktif", 500, 501],
        )
    ).book

    assert figures(book, Measure.ELIGIBLE, as_of="2023-12-31") == {"62.03": 1000, "62.07": 1100}
    assert figures(book, Measure.ACTIVE, as_of="2024-12-31") == {"62.03": 401, "62.07": 501}


def test_a_measure_of_rows_that_nobody_knows_can_be_answered_like_a_column() -> None:
    page = sheet(
        [TITLE],
        ["Kab/Kota", "Indikator", "Nilai"],
        ["Kapuas", "Potensi", 1000],
        ["Kapuas", "Jumlah Rumah Tangga", 7],
        ["Seruyan", "Potensi", 2000],
        ["Seruyan", "Jumlah Rumah Tangga", 8],
    )
    left = look(page)
    answered = look(page, answers=answering({(About.COLUMN, "jumlah rumah tangga"): "active"}))

    assert decided(left, About.COLUMN, "jumlah rumah tangga").value == "left_out"
    assert figures(left.book, Measure.ACTIVE) == {}
    assert figures(answered.book, Measure.ACTIVE) == {"62.03": 7, "62.07": 8}
    assert cells(answered.book)["active", "", "2025-03-31", "62.07"] == (8, "Rekap!C6")


def test_findings_of_rows_that_say_measures_name_the_real_cell() -> None:
    book = look(
        sheet(
            [TITLE],
            ["Kab/Kota", "Indikator", "Nilai"],
            ["Kapuas", "Potensi", 1000],
            ["Kapuas", "Peserta aktif", -4],
            ["Seruyan", "Potensi", 2000],
            ["Seruyan", "Peserta aktif", 8],
        )
    ).book

    assert [problem.place for problem in book.problems if problem.code == "negative_people"] == ["Rekap!C4"]


def test_the_total_of_all_blocks_is_no_total_of_the_last_one() -> None:
    first, second = [100 + number for number in range(14)], [50 + number for number in range(14)]
    numbered = [body(first), body(second)]
    headed = look(
        sheet(
            [TITLE],
            ["No", "Kab/Kota", "Aktif"],
            ["A.", "Penerima Upah"], *numbered[0], ["Jumlah", None, sum(first)],
            ["B.", "Bukan Penerima Upah"], *numbered[1], ["Jumlah", None, sum(second)],
            ["JUMLAH TOTAL", None, sum(first) + sum(second)],
        )
    ).book  # fmt: skip
    lines: list[Line] = []
    for segment, rows in zip(("PU", "BPU"), numbered, strict=True):
        lines += [[segment if place == 0 else None, *row[1:]] for place, row in enumerate(rows)]
        lines.append([None, "Jumlah", sum(first if segment == "PU" else second)])
    written_once = look(
        sheet([TITLE], ["Segmen", "Kab/Kota", "Aktif"], *lines, [None, "Total", sum(first) + sum(second)])
    ).book

    for book in (headed, written_once):
        assert figures(book, Measure.ACTIVE, segment="PU")["62"] == sum(first)
        assert figures(book, Measure.ACTIVE, segment="BPU")["62"] == sum(second)
        assert figures(book, Measure.ACTIVE) == {}
        assert "printed_total_differs" not in codes(book)
