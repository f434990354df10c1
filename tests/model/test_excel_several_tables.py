"""Several tables on one sheet: each has its own header, title and names, and every figure its own cell."""

from model.excel.answers import About
from model.excel.grid import Sheet
from model.measures import Measure
from tests.builders.examined import answering, cells, decided, look, open_questions
from tests.builders.office import TITLE, Line, body, codes, figures, positions, sheet


def years_below_each_other() -> Sheet:
    return sheet(
        ["REKAP KALIMANTAN TENGAH"],
        ["2023"],
        ["Kab/Kota", "Potensi", "Aktif"],
        ["Kapuas", 1000, 400],
        ["Seruyan", 2000, 500],
        ["Jumlah", 3000, 900],
        [],
        ["2024"],
        ["Kab/Kota", "Potensi", "Aktif"],
        ["Kapuas", 1100, 450],
        ["Seruyan", 2100, 550],
        ["Jumlah", 3200, 1000],
    )


def test_blocks_of_years_that_repeat_their_header_keep_the_cells_of_their_figures() -> None:
    result = look(years_below_each_other())

    assert cells(result.book) == {
        ("eligible", "", "2023-12-31", "62.03"): (1000, "Rekap!B4"),
        ("eligible", "", "2023-12-31", "62.07"): (2000, "Rekap!B5"),
        ("active", "", "2023-12-31", "62.03"): (400, "Rekap!C4"),
        ("active", "", "2023-12-31", "62.07"): (500, "Rekap!C5"),
        ("eligible", "", "2024-12-31", "62.03"): (1100, "Rekap!B10"),
        ("eligible", "", "2024-12-31", "62.07"): (2100, "Rekap!B11"),
        ("active", "", "2024-12-31", "62.03"): (450, "Rekap!C10"),
        ("active", "", "2024-12-31", "62.07"): (550, "Rekap!C11"),
    }


def test_blocks_of_years_that_repeat_their_header_are_tables_with_totals_of_their_own() -> None:
    result = look(years_below_each_other())

    assert "printed_total_differs" not in codes(result.book)
    assert [table.key for table in result.tables] == ["rekap", "rekap #2"]
    assert result.questions == ()


def test_a_header_that_stands_again_on_the_next_page_begins_no_table() -> None:
    result = look(
        sheet(
            [TITLE],
            ["Kab/Kota", "Potensi", "Aktif"],
            ["Kapuas", 1000, 400],
            ["Seruyan", 2000, 500],
            ["Kab/Kota", "Potensi", "Aktif"],
            ["Lamandau", 1100, 450],
            ["Katingan", 2100, 550],
            ["Jumlah", 6200, 1900],
        )
    )

    assert figures(result.book, Measure.ACTIVE) == {"62.03": 400, "62.07": 500, "62.09": 450, "62.06": 550}
    assert len(result.tables) == 1
    assert "printed_total_differs" not in codes(result.book)


def test_tables_with_titles_of_their_own_count_what_these_say() -> None:
    book = look(
        sheet(
            ["Tabel 1. Potensi menurut Kab/Kota Tahun 2024"],
            ["No", "Kab/Kota", "Jumlah"],
            [1, "Kapuas", 1000],
            [2, "Seruyan", 2000],
            ["Sumber: BPS 2020"],
            [],
            ["Tabel 2. Peserta aktif menurut Kab/Kota, Maret 2025"],
            ["No", "Kab/Kota", "PU", "BPU"],
            [1, "Kapuas", 10, 5],
            [2, "Seruyan", 20, 7],
        )
    ).book

    assert figures(book, Measure.ELIGIBLE, as_of="2024-12-31") == {"62.03": 1000, "62.07": 2000}
    assert figures(book, Measure.ACTIVE, segment="PU", as_of="2025-03-31") == {"62.03": 10, "62.07": 20}
    assert figures(book, Measure.ACTIVE, segment="BPU", as_of="2025-03-31") == {"62.03": 5, "62.07": 7}
    assert len(book.observations) == 6


def test_tables_beside_each_other_have_their_own_titles_and_numbers() -> None:
    result = look(
        sheet(
            ["Potensi Maret 2025", None, None, None, "Peserta Aktif April 2025"],
            ["No", "Kab/Kota", "Jumlah", None, "No", "Kab/Kota", "Jumlah"],
            [1, "Kapuas", 1000, None, 1, "Kapuas", 400],
            [2, "Seruyan", 2000, None, 2, "Seruyan", 500],
            [3, "Lamandau", 2000, None, 3, "Lamandau", 600],
        )
    )

    assert cells(result.book) == {
        ("eligible", "", "2025-03-31", "62.03"): (1000, "Rekap!C3"),
        ("eligible", "", "2025-03-31", "62.07"): (2000, "Rekap!C4"),
        ("eligible", "", "2025-03-31", "62.09"): (2000, "Rekap!C5"),
        ("active", "", "2025-04-30", "62.03"): (400, "Rekap!G3"),
        ("active", "", "2025-04-30", "62.07"): (500, "Rekap!G4"),
        ("active", "", "2025-04-30", "62.09"): (600, "Rekap!G5"),
    }
    assert [(table.left, table.right) for table in result.tables] == [(0, 2), (4, 6)]


def test_one_title_over_tables_beside_each_other_holds_for_both() -> None:
    book = look(
        sheet(
            ["Keadaan per 31 Maret 2025", None, None, None, None],
            ["Kab/Kota", "Aktif", None, "Kab/Kota", "Aktif"],
            ["Kapuas", 1, None, "Lamandau", 3],
            ["Seruyan", 2, None, "Katingan", 4],
            merges=["A1:E1"],
        )
    ).book

    assert positions(book) == ["2025-03-31"]
    assert figures(book, Measure.ACTIVE) == {"62.03": 1, "62.07": 2, "62.09": 3, "62.06": 4}


def test_a_table_can_be_left_out_alone() -> None:
    lines: list[Line] = [
        [TITLE],
        ["Kab/Kota", "Potensi"], ["Kapuas", 1000], ["Seruyan", 2000], [],
        ["Kab/Kota", "Aktif"], ["Kapuas", 400], ["Seruyan", 500],
    ]  # fmt: skip
    result = look(sheet(*lines), answers=answering({(About.TABLE, "rekap"): "leave"}))

    assert figures(result.book, Measure.ELIGIBLE) == {}
    assert figures(result.book, Measure.ACTIVE) == {"62.03": 400, "62.07": 500}
    assert decided(result, About.TABLE, "rekap").value == "leave"
    assert decided(result, About.TABLE, "rekap #2").value == "read"


def test_a_table_without_a_position_is_asked_about_and_the_other_is_read() -> None:
    result = look(
        sheet(["Kab/Kota", "Maret 2025"], ["Kapuas", 400], ["Seruyan", 500], name="Aktif"),
        sheet(["Kab/Kota", "Potensi"], ["Kapuas", 1000], ["Seruyan", 2000], name="Basis"),
    )

    assert figures(result.book, Measure.ACTIVE) == {"62.03": 400, "62.07": 500}
    assert figures(result.book, Measure.ELIGIBLE) == {}
    assert open_questions(result) == [("position", "")]
    (asked,) = result.questions
    assert asked.sheet == "Basis"


def test_one_answered_position_holds_for_all_tables_that_name_none() -> None:
    sheets = [
        sheet(["Kab/Kota", head], ["Kapuas", 400], ["Seruyan", 500], name=head)
        for head in ("Potensi", "Aktif")
    ]
    asked = look(*sheets)
    answered = look(*sheets, answers=answering({(About.POSITION, ""): "2025-03"}))
    apart = look(
        *sheets, answers=answering({(About.POSITION, "aktif"): "2025-04", (About.POSITION, ""): "2025-03"})
    )

    assert open_questions(asked) == [("position", "")]
    assert positions(answered.book) == ["2025-03-31"]
    assert positions(apart.book) == ["2025-03-31", "2025-04-30"]


def test_a_summary_of_segments_beside_the_table_is_the_provinces_and_touches_no_regency() -> None:
    lines = body([1000] * 14, [400] * 14)
    summary: list[Line] = [["PU", 8000, 4000], ["BPU", 6000, 1600]]
    header = ["No", "Kab/Kota", "Potensi", "Aktif"]
    page = sheet(
        ["PROVINSI KALIMANTAN TENGAH"],
        [TITLE],
        [*header, None, "Segmen", "Potensi", "Aktif"],
        *([*line, None, *aside] for line, aside in zip(lines, summary, strict=False)),
        *lines[2:],
    )
    book = look(page).book

    assert figures(book, Measure.ACTIVE, segment="PU") == {"62": 4000}
    assert figures(book, Measure.ELIGIBLE, segment="BPU") == {"62": 6000}
    assert set(figures(book, Measure.ACTIVE).values()) == {400}
    assert len(figures(book, Measure.ACTIVE)) == 14


def test_segments_that_follow_the_figures_at_once_are_no_segments_of_the_rows() -> None:
    lines = body([1000] * 14, [400] * 14)
    summary: list[Line] = [["PU", 8000, 4000], ["BPU", 6000, 1600]]
    page = sheet(
        [TITLE],
        ["No", "Kab/Kota", "Potensi", "Aktif", "Segmen", "Potensi", "Aktif"],
        *([*line, *aside] for line, aside in zip(lines, summary, strict=False)),
        *lines[2:],
    )
    book = look(page).book

    assert len(figures(book, Measure.ACTIVE)) == 14
    assert figures(book, Measure.ACTIVE, segment="BPU") == {}
    assert "column_twice" in codes(book)


def test_two_tables_of_unnamed_regions_on_one_sheet_are_asked_about_apart() -> None:
    lines: list[Line] = [["Bulan", "Aktif"], ["Januari 2025", 400], ["Februari 2025", 410], []]
    page = sheet(*lines, *lines, name="Sheet1")
    asked = look(page)
    answers = answering({(About.NAME, "[sheet1]"): "62.03", (About.NAME, "[sheet1 #2]"): "62.07"})

    assert open_questions(asked) == [("name", "[sheet1]"), ("name", "[sheet1 #2]")]
    assert figures(look(page, answers=answers).book, Measure.ACTIVE, as_of="2025-01-31") == {
        "62.03": 400,
        "62.07": 400,
    }
