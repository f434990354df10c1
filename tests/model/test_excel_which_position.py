"""Which position a figure is for where titles and headers name several times."""

import pytest

from model.book import Book
from model.excel.answers import About
from tests.builders.examined import answering, cells, decided, look, open_questions
from tests.builders.office import TITLE, Line, body, codes, sheet

MARCH, BEFORE = "2025-03-31", "2024-12-31"


def test_the_base_of_the_positions_own_year_is_used_for_it() -> None:
    header = ["No", "Kab/Kota", "Potensi 2024", "Potensi 2025", "Aktif"]
    result = look(sheet([TITLE], header, *body([1000, 2000], [1100, 2200], [400, 500])))
    found = cells(result.book)

    assert found["eligible", "", MARCH, "62.01"] == (1100, "Rekap!D3")
    assert found["eligible", "", BEFORE, "62.02"] == (2000, "Rekap!C4")
    assert found["active", "", MARCH, "62.02"] == (500, "Rekap!E4")
    assert len(found) == 6
    assert "base_of_the_year" in codes(result.book)


def test_the_only_base_is_that_of_the_position_with_its_year_as_vintage_and_can_be_changed() -> None:
    page = sheet([TITLE], ["No", "Kab/Kota", "Potensi 2024", "Aktif"], *body([1000, 2000], [400, 500]))
    result = look(page)
    (said,) = (problem for problem in result.book.problems if problem.code == "base_of_earlier_year")
    decision = decided(result, About.PERIOD, "potensi")
    changed = look(page, answers=answering({(About.PERIOD, "potensi"): "2024"}))

    assert cells(result.book).get(("eligible", "", MARCH, "62.01")) == (1000, "Rekap!C3")
    assert set(vintages(result.book)) == {"2024"}
    assert (said.cell, str(said.severity)) == ("C2", "warning")
    assert (decision.value, decision.reason, decision.options) == (
        "2025-03",
        "period_base",
        ("2024", "2025-03"),
    )
    assert cells(changed.book).get(("eligible", "", BEFORE, "62.01")) == (1000, "Rekap!C3")
    assert set(vintages(changed.book)) == {""}
    assert "base_of_another_year" in codes(changed.book)


def vintages(book: Book) -> list[str]:
    """The bases that the figures of eligible workers name."""
    frame = book.observations
    return list(frame.loc[frame["measure"] == "eligible", "vintage"])


@pytest.mark.parametrize(
    "header", [["Potensi 2026"], ["Potensi 2023", "Potensi 2024"], ["Penduduk Bekerja 2024"]]
)
def test_a_later_base_one_of_two_and_those_who_work_stay_in_their_own_year(header: list[str]) -> None:
    columns = [[1000, 2000]] * len(header)
    result = look(sheet([TITLE], ["No", "Kab/Kota", *header, "Aktif"], *body(*columns, [400, 500])))
    days = {key[2] for key in cells(result.book) if key[0] != "active"}

    assert days == {f"{text[-4:]}-12-31" for text in header}
    assert "base_of_another_year" in codes(result.book)


def test_an_earlier_base_beside_dated_months_is_said_and_keeps_its_year_as_vintage() -> None:
    header = ["No", "Kab/Kota", "Potensi 2024", "Aktif Jan 2025", "Aktif Feb 2025"]
    earlier = look(sheet(["Rekap"], header, *body([1000], [400], [410])))
    own = look(
        sheet(["Rekap"], [text.replace("2024", "2025") for text in header], *body([1000], [400], [410]))
    )

    assert "base_of_the_months" in codes(earlier.book)
    assert vintages(earlier.book) == ["2024", "2024"]
    assert "base_of_the_months" not in codes(own.book)
    assert vintages(own.book) == ["", ""]


def test_bases_of_two_years_beside_a_month_of_each_are_for_that_month() -> None:
    header = ["No", "Kab/Kota", "Potensi 2024", "Potensi 2025", "Aktif Maret 2024", "Aktif Maret 2025"]
    result = look(sheet(["Rekap"], header, *body([1000, 2000], [1100, 2200], [400, 500], [410, 510])))
    found = cells(result.book)

    bases = {key[2:]: cell for key, cell in found.items() if key[0] == "eligible"}
    assert bases == {
        ("2024-03-31", "62.01"): (1000, "Rekap!C3"),
        ("2024-03-31", "62.02"): (2000, "Rekap!C4"),
        (MARCH, "62.01"): (1100, "Rekap!D3"),
        (MARCH, "62.02"): (2200, "Rekap!D4"),
    }
    assert "column_twice" not in codes(result.book)


def test_a_title_about_the_target_dates_the_target_and_nothing_else() -> None:
    lines: list[Line] = [["Posisi s/d 31 Maret 2025"], ["Target s/d 31 Desember 2025"]]
    result = look(sheet(*lines, ["No", "Kab/Kota", "Target", "Aktif"], *body([1000, 2000], [400, 500])))

    assert cells(result.book)["active", "", MARCH, "62.02"] == (500, "Rekap!D5")
    assert cells(result.book)["target", "", "2025-12-31", "62.01"] == (1000, "Rekap!C4")
    assert "position_contradicted" not in codes(result.book)


def test_dated_columns_are_read_and_a_bare_percentage_among_them_is_left_out_and_said() -> None:
    header = ["No", "Kab/Kota", "Realisasi Maret 2024", "Realisasi Maret 2025", "Naik/Turun", "%"]
    result = look(sheet(["Perbandingan"], header, *body([400, 500], [410, 510], [10, 10], [2.5, 2.0])))

    assert not open_questions(result)
    assert cells(result.book) == {
        ("active", "", "2024-03-31", "62.01"): (400, "Rekap!C3"),
        ("active", "", "2024-03-31", "62.02"): (500, "Rekap!C4"),
        ("active", "", MARCH, "62.01"): (410, "Rekap!D3"),
        ("active", "", MARCH, "62.02"): (510, "Rekap!D4"),
    }
    assert "undated_left_out" in codes(result.book)


@pytest.mark.parametrize("headers", [[202501, 202502], ["202501", "202502"]])
def test_a_year_and_a_month_in_six_digits_are_a_month(headers: list[int | str]) -> None:
    result = look(sheet(["Peserta aktif"], ["No", "Kab/Kota", *headers], *body([400, 500], [410, 510])))

    assert cells(result.book)["active", "", "2025-01-31", "62.01"] == (400, "Rekap!C3")
    assert cells(result.book)["active", "", "2025-02-28", "62.02"] == (510, "Rekap!D4")


def test_the_development_of_participants_is_about_participants() -> None:
    title = "Perkembangan peserta aktif Kalteng"
    header = ["No", "Kab/Kota", "Jan 2025", "Feb 2025"]
    result = look(sheet([title], header, *body([400, 500], [410, 510])))

    assert cells(result.book)["active", "", "2025-02-28", "62.01"] == (410, "Rekap!D3")


def test_a_column_without_a_header_goes_by_its_letter() -> None:
    result = look(sheet([TITLE], ["No", "Kab/Kota", None], *body([400, 500])))

    assert open_questions(result) == [("column", "–")]
    asked = decided(result, About.COLUMN, "–")
    assert (asked.subject, asked.reason) == ("C", "column_untitled")
    assert '"C"' in next(p.text() for p in result.book.problems if p.code == "measure_unknown")


HEADER = ["No", "Kab/Kota", "Potensi", "Aktif"]


@pytest.mark.parametrize("title", ["Kalimantan Tengah, Maret 2025", "Provinsi Kalimantan Tengah,Maret 2025"])
def test_a_title_of_a_place_and_a_month_names_the_position(title: str) -> None:
    result = look(sheet([title], HEADER, *body([1000, 2000], [400, 500])))

    assert not open_questions(result)
    assert cells(result.book)["active", "", MARCH, "62.02"] == (500, "Rekap!D4")


@pytest.mark.parametrize(
    "date",
    [
        "Palangka Raya, 5 April 2025",
        "Palangka Raya,     April 2025",
        "Palangka Raya, ... April 2025",
        "Palangka Raya, __ April 2025",
    ],
)
def test_the_place_and_date_of_a_letter_are_no_position(date: str) -> None:
    above = look(sheet([date], HEADER, *body([1000, 2000], [400, 500])))
    below = look(sheet(HEADER, *body([1000, 2000], [400, 500]), [None, None, None, date]))

    assert open_questions(above) == [("position", "")]
    assert open_questions(below) == [("position", "")]


@pytest.mark.parametrize(
    "titles", [["Rekap Maret 2025"], ["Bulan Maret", "Tahun 2025"], ["Keadaan 31 Maret 2025"]]
)
def test_a_place_and_a_month_say_nothing_beside_a_title_that_names_the_position(titles: list[str]) -> None:
    lines = [["Palangka Raya, April 2025"], *([title] for title in titles)]
    result = look(sheet(*lines, HEADER, *body([1000, 2000], [400, 500])))

    assert {day for _, _, day, _ in cells(result.book)} == {MARCH}


def test_a_place_and_a_month_between_two_tables_do_not_date_the_second_one() -> None:
    first, second = body([1000, 2000], [400, 500]), body([3000, 4000], [600, 700])
    apart: list[Line] = [[], [None, None, None, "Palangka Raya, April 2025"], []]
    result = look(
        sheet([TITLE], HEADER, *first, *apart, [HEADER[0], HEADER[1], "Potensi PU", "Aktif PU"], *second)
    )

    assert {key[2] for key in cells(result.book)} == {MARCH}
    assert len(result.tables) == 2
