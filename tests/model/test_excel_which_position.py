"""Which position a figure is for where titles and headers name several times."""

import pytest

from model.excel.answers import About
from tests.builders.examined import cells, decided, look, open_questions
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


def test_a_base_of_another_year_only_is_told() -> None:
    header = ["No", "Kab/Kota", "Potensi 2024", "Aktif"]
    result = look(sheet([TITLE], header, *body([1000, 2000], [400, 500])))

    assert cells(result.book)["eligible", "", BEFORE, "62.01"] == (1000, "Rekap!C3")
    assert ("eligible", "", MARCH, "62.01") not in cells(result.book)
    assert "base_of_another_year" in codes(result.book)


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
