"""Headers about shares of those eligible are not their number; labels and values of titles in cells apart."""

import pytest

from model.excel.grid import Cell
from model.excel.header_words import Doubt, meaning_of
from model.measures import Measure
from tests.builders.examined import cells, look, open_questions, values
from tests.builders.office import TITLE, Line, body, sheet


@pytest.mark.parametrize(
    "header", ["Capaian thd Potensi", "Cakupan terhadap semesta", "Capaian dibanding Potensi"]
)
def test_an_achievement_of_the_eligible_is_a_coverage_not_their_number(header: str) -> None:
    columns: list[list[Cell]] = [[660, 1320], [400, 500], [40.0, 25.0]]
    result = look(sheet([TITLE], ["No", "Kab/Kota", "Target", "Realisasi", header], *body(*columns)))

    assert {key[0] for key in values(result.book)} == {"target", "active", "reported_coverage"}
    assert cells(result.book).get(("reported_coverage", "", "2025-03-31", "62.01")) == (0.4, "Rekap!E3")


def test_numbers_over_the_eligible_that_are_not_called_a_share_are_doubted() -> None:
    for header in ("Aktif terhadap Potensi", "Jumlah Peserta terhadap Potensi"):
        assert meaning_of(header).doubt is Doubt.SEVERAL_MEASURES, header
    assert meaning_of("Persentase terhadap Potensi").measure is Measure.REPORTED_COVERAGE
    assert not meaning_of("Persentase terhadap Potensi").sure


@pytest.mark.parametrize(
    "lines",
    [
        [["Bulan", "Maret"], ["Tahun", 2025]],
        [["Bulan", ":", "Maret"], ["Tahun", ":", 2025]],
        [[None, "Posisi :", "Maret 2025"]],
        [["Bulan :", ": Maret"], ["Tahun", None, 2025.0]],
    ],
)
def test_a_label_and_its_value_in_cells_apart_say_the_position(lines: list[Line]) -> None:
    result = look(sheet(*lines, [], ["No", "Kab/Kota", "Aktif"], *body([400, 500])))

    assert {key[2] for key in values(result.book)} == {"2025-03-31"}


def test_a_comparison_says_what_it_compares() -> None:
    two = look(sheet(["Perbandingan peserta aktif"], ["No", "Kab/Kota", "Feb 2025", "Mar 2025"],
                     *body([400, 500], [410, 510])))  # fmt: skip

    assert values(two.book)["active", "", "2025-02-28", "62.01"] == 400


def test_what_is_up_to_this_month_is_the_position_and_what_is_of_this_month_is_asked_about() -> None:
    page = sheet(
        [TITLE], [], ["No", "Kab/Kota", "Realisasi", None], [None, None, "Bulan ini", "s.d. Bulan ini"],
        *body([5, 6], [400, 500]), merges=["C3:D3"],
    )  # fmt: skip
    compared = sheet(
        [TITLE], ["No", "Kab/Kota", "Aktif Bulan Lalu", "Aktif Bulan Ini"], *body([1, 2], [3, 4])
    )

    assert values(look(page).book) == {
        ("active", "", "2025-03-31", "62.01"): 400,
        ("active", "", "2025-03-31", "62.02"): 500,
    }
    assert [key for _, key in open_questions(look(compared))] == ["aktif bulan lalu", "aktif bulan ini"]


def test_a_row_of_differences_below_the_total_is_no_sum() -> None:
    lines = body([400, 500, 600], total=[1500])
    result = look(sheet([TITLE], ["No", "Kab/Kota", "Aktif"], *lines, [None, "Selisih dengan pusat", 12]))

    assert "subtotal_differs" not in {problem.code for problem in result.book.problems}
    assert not result.questions


def test_a_bare_total_beside_active_and_inactive_is_not_asked_about() -> None:
    page = sheet(
        [TITLE], [], ["No", "Kab/Kota", "Peserta", None, None], [None, None, "Aktif", "Non Aktif", "Jumlah"],
        *body([400, 500], [5, 6], [405, 506]), merges=["C3:E3"],
    )  # fmt: skip
    result = look(page)

    assert not open_questions(result)
    assert {key[0] for key in values(result.book)} == {"active", "inactive"}
