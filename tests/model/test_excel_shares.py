"""Columns of shares: percentages or fractions, and what they are shares of."""

import pytest

from model.measures import Measure
from tests.builders.office import TITLE, body, codes, figures, read


def test_percentages_are_told_from_fractions_by_recomputing_them() -> None:
    table = body([1000, 2000, 3000], [500, 900, 1600], [0.5, 0.45, 0.533])
    book = read([TITLE], [], ["No", "Kab/Kota", "Potensi", "Aktif", "Cakupan"], *table)

    assert figures(book, Measure.REPORTED_COVERAGE) == {"62.01": 0.5, "62.02": 0.45, "62.03": 0.533}


def test_a_coverage_of_less_than_one_per_cent_is_told_by_recomputing_it() -> None:
    table = body([1000, 2000, 3000], [5, 9, 16], [0.5, 0.45, 0.533])
    book = read([TITLE], [], ["No", "Kab/Kota", "Potensi", "Aktif", "Cakupan"], *table)

    assert figures(book, Measure.REPORTED_COVERAGE)["62.01"] == pytest.approx(0.005)


def test_percent_signs_and_decimal_commas() -> None:
    book = read([TITLE], [], ["No", "Kab/Kota", "Cakupan"], *body(["46,2%", "46.2 %", "46,25"]))

    assert figures(book, Measure.REPORTED_COVERAGE) == {"62.01": 0.462, "62.02": 0.462, "62.03": 0.4625}


def test_small_numbers_without_any_evidence_are_not_taken_for_a_share() -> None:
    book = read([TITLE], [], ["No", "Kab/Kota", "Cakupan"], *body([0.462, 0.5, 1.1]))

    assert "percent_scale_unknown" in codes(book)
    assert figures(book, Measure.REPORTED_COVERAGE) == {}


def test_people_under_a_header_that_says_coverage_are_not_a_share() -> None:
    book = read([TITLE], [], ["No", "Kab/Kota", "Cakupan"], *body([46200, 51000, 1132]))

    assert "not_a_share" in codes(book)


def test_attainment_is_not_coverage() -> None:
    book = read(
        [TITLE],
        [],
        ["No", "Kab/Kota", "Potensi", "Target", "Realisasi", "%", "Capaian terhadap Target (%)"],
        *body([1000, 2000], [500, 1000], [400, 900], [80, 90], [80, 90]),
    )

    assert figures(book, Measure.REPORTED_COVERAGE) == {}
    assert "attainment_left_out" in codes(book)
    assert "attainment_column_left_out" in codes(book)
    assert figures(book, Measure.TARGET) == {"62.01": 500, "62.02": 1000}
    assert figures(book, Measure.ACTIVE) == {"62.01": 400, "62.02": 900}


def test_a_bare_percent_beside_counts_is_the_coverage_when_the_figures_say_so() -> None:
    book = read(
        [TITLE],
        [],
        ["No", "Kab/Kota", "Potensi", "Realisasi", "%"],
        *body([1000, 2000], [400, 900], [40, 45]),
    )

    assert figures(book, Measure.REPORTED_COVERAGE) == {"62.01": 0.4, "62.02": 0.45}


def test_a_share_of_the_total_is_not_the_coverage() -> None:
    book = read(
        [TITLE],
        [],
        ["No", "Kab/Kota", "Potensi", "Aktif", "%"],
        *body([1000, 2000], [400, 900], [30.8, 69.2]),
    )

    assert figures(book, Measure.REPORTED_COVERAGE) == {}
    assert "percent_unclear" in codes(book)


def test_a_persons_number_among_shares_is_not_used() -> None:
    book = read([TITLE], [], ["No", "Kab/Kota", "Cakupan (%)"], *body([46.2, 41.5, 1234567890123456]))

    assert codes(book)[0] == "share_implausible"
    assert figures(book, Measure.REPORTED_COVERAGE)["62.03"] is None
