"""Columns in words that only the office knows: asked once where figures are lacking, and then read."""

import pytest

from model.excel.answers import About
from model.excel.grid import Cell, Sheet
from tests.builders.examined import answering, cells, decided, look, open_questions
from tests.builders.office import TITLE, body, codes, sheet

DAY = "2025-03-31"
PU_BASE, BPU_BASE = [2000, 3000, 4000], [1000, 1500, 1200]
PU_NOW, BPU_NOW = [900, 1100, 1300], [200, 300, 250]
NOW = [1100, 1400, 1550]
RATES: list[Cell] = [36.67, 31.11, 29.81]
PU_KEY, BPU_KEY, ALL_KEY = "yg sdh ikut ppu", "yg sdh ikut bpu", "yg sdh ikut jml"
COLUMNS = [("column", PU_KEY), ("column", BPU_KEY), ("column", ALL_KEY)]


def clerks_sheet() -> Sheet:
    return sheet(
        [TITLE], [],
        ["NO", "KAB/KOTA", "SEMESTA", None, "YG SDH IKUT", None, None, "CAPAIAN", "KET."],
        [None, None, "PPU", "BPU", "PPU", "BPU", "JML", None, None],
        *body(PU_BASE, BPU_BASE, PU_NOW, BPU_NOW, NOW, RATES),
        merges=["C3:D3", "E3:G3", "A3:A4", "B3:B4", "H3:H4", "I3:I4"],
    )  # fmt: skip


def table(*headers: str, columns: list[list[Cell]]) -> Sheet:
    return sheet([TITLE], [], ["No", "Kab/Kota", *headers], *body(*columns))


def test_columns_that_may_hold_the_participants_are_asked_about() -> None:
    result = look(clerks_sheet())

    assert open_questions(result) == COLUMNS
    assert "percent_not_compared" in codes(result.book)
    assert "percent_unclear" not in codes(result.book)


def test_an_answer_leaves_the_segment_of_the_header_and_the_questions_about_the_others() -> None:
    result = look(clerks_sheet(), answers=answering({(About.COLUMN, PU_KEY): "active"}))

    assert open_questions(result) == COLUMNS[1:]
    assert cells(result.book)["active", "PU", DAY, "62.01"] == (900, "Rekap!E5")
    assert ("active", "", DAY, "62.01") not in cells(result.book)


@pytest.mark.parametrize("total", ["active", "left_out"])
def test_answered_columns_are_read_and_their_share_is_kept_as_reported(total: str) -> None:
    told = {(About.COLUMN, PU_KEY): "active", (About.COLUMN, BPU_KEY): "active"}
    result = look(clerks_sheet(), answers=answering({**told, (About.COLUMN, ALL_KEY): total}))
    found = cells(result.book)

    assert not open_questions(result)
    assert not [problem for problem in result.book.problems if problem.severity == "error"]
    for row, (code, base, now, rate) in enumerate(
        zip(["62.01", "62.02", "62.03"], PU_BASE, BPU_NOW, RATES, strict=True), 5
    ):
        assert found["eligible", "PU", DAY, code] == (base, f"Rekap!C{row}")
        assert found["active", "BPU", DAY, code] == (now, f"Rekap!F{row}")
        value, cell = found["reported_coverage", "", DAY, code]
        assert (round(100 * (value or 0), 2), cell) == (rate, f"Rekap!H{row}")
    assert (("active", "", DAY, "62.01") in found) is (total == "active")


def test_a_share_of_something_else_than_all_segments_is_left_out_as_compared() -> None:
    lines = [(*row[:7], 90.0, *row[8:]) if row[0] in {1, 2, 3} else row for row in clerks_sheet().rows]
    told = {(About.COLUMN, key): "active" for key in (PU_KEY, BPU_KEY, ALL_KEY)}
    page = sheet(*lines, merges=["C3:D3", "E3:G3", "A3:A4", "B3:B4", "H3:H4", "I3:I4"])

    assert "percent_unclear" in codes(look(page, answers=answering(told)).book)


def test_columns_that_answers_make_the_same_are_told_apart_by_their_segment() -> None:
    page = table("Potensi", "Ikut kantor", "Ikut lapangan", columns=[[3000, 4500], [900, 1100], [200, 300]])
    same = {(About.COLUMN, "ikut kantor"): "active", (About.COLUMN, "ikut lapangan"): "active"}
    result = look(page, answers=answering(same))
    settled = {**same, (About.SEGMENT, "ikut kantor"): "PU", (About.SEGMENT, "ikut lapangan"): "BPU"}
    found = cells(look(page, answers=answering(settled)).book)

    assert "column_twice_answered" in codes(result.book)
    assert decided(result, About.SEGMENT, "ikut kantor").value == ""
    assert decided(result, About.SEGMENT, "ikut lapangan").value == ""
    assert found["active", "PU", DAY, "62.01"] == (900, "Rekap!D4")
    assert found["active", "BPU", DAY, "62.02"] == (300, "Rekap!E5")


@pytest.mark.parametrize(
    "header",
    [
        "Nominal iuran", "Kasus klaim JKK", "Perusahaan terdaftar", "Luas wilayah (km2)", "Jumlah desa",
        "Naik/turun", "Kode pos",
    ],
)  # fmt: skip
def test_a_column_about_something_else_is_never_asked_about(header: str) -> None:
    result = look(table("Potensi", header, columns=[[3000, 4500], [900, 1100]]))

    assert not open_questions(result)
    assert ("eligible", "", DAY, "62.01") in cells(result.book)


@pytest.mark.parametrize(
    "figures", [[50_000, 90_000], [12.5, 13.25], [-900, -1100], [1, 2], ["baik", "kurang"], [None, None]]
)
def test_figures_that_cannot_be_people_of_the_table_are_never_asked_about(figures: list[Cell]) -> None:
    result = look(table("Potensi", "Yg ikut", columns=[[3000, 4500], figures]))

    assert not open_questions(result)


def test_a_base_in_other_words_is_asked_about_beside_participants() -> None:
    page = table("Wajib ikut", "Disurvei", "Aktif", columns=[[3000, 4500], [40, 50], [900, 1100]])
    told = answering({(About.COLUMN, "wajib ikut"): "eligible"})

    assert open_questions(look(page)) == [("column", "wajib ikut")]
    assert cells(look(page, answers=told).book)["eligible", "", DAY, "62.02"] == (4500, "Rekap!C5")


def test_nobody_is_asked_where_participants_and_base_are_there() -> None:
    page = table("Potensi", "Aktif", "Ikut dulu", columns=[[3000, 4500], [900, 1100], [800, 900]])

    assert not open_questions(look(page))
