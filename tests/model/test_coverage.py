from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.book import Book
from model.coverage import agrees, coverage_table, position_at, positions, region_row
from model.errors import UnanswerableError
from model.observations import Nature
from model.periods import month, year
from model.regions import regencies
from tests.builders.books import (
    DECEMBER,
    MARCH,
    PROVINCE,
    PUBLISHED,
    book,
    counted,
    every_regency,
    target_of,
)


@pytest.mark.parametrize(
    ("active", "eligible", "percent"),
    [
        (465_940, 1_009_250, 46.17),
        (384_661, 910_996, 42.22),
        (50_891, 179_730, 28.32),
        (176_604, 424_131, 41.64),
        (935_079, 1_873_899, 49.90),
        (50_855, 72_852, 69.81),
        (77_074, 51_086, 150.87),
        (4_336_959, 14_531_668, 29.84),
        (3_302_762, 7_996_826, 41.30),
    ],
)
def test_published_figures_are_recomputed(active: int, eligible: int, percent: float) -> None:
    row = region_row(book(counted(active=active, eligible=eligible)), PROVINCE, "", MARCH)

    assert row.coverage == pytest.approx(percent / 100, abs=5e-5)
    assert row.unprotected == eligible - active


def test_the_province_of_march_2025_with_its_target() -> None:
    published = book(*PUBLISHED, target_sets=(target_of(0.6603),))

    total = coverage_table(published, target_set="tersirat").total

    assert (total.code, total.name) == ("62", "Kalimantan Tengah")
    assert total.unprotected == 543_310
    assert total.target == 666_408
    assert total.shortfall == 200_468
    assert total.attainment == pytest.approx(465_940 / 666_408)
    assert total.status == "watch"
    assert total.change == pytest.approx(0.0073, abs=5e-5)
    assert total.change_active == -346
    assert total.reported_coverage == 0.462
    assert not total.disagrees


def test_both_gaps_are_kept_apart() -> None:
    row = region_row(
        book(counted(active=176_604, eligible=424_131), target_sets=(target_of(0.68),)),
        PROVINCE,
        "",
        MARCH,
        "tersirat",
    )

    assert row.unprotected == 247_527
    assert row.shortfall == 111_806


def test_the_total_is_a_sum_over_a_sum_and_never_a_mean_of_rates() -> None:
    rows = every_regency(active=10, eligible=100)[2:] + counted("62.01", active=900, eligible=1000)

    total = coverage_table(book(rows)).total

    assert total.coverage == pytest.approx((13 * 10 + 900) / (13 * 100 + 1000))


def test_a_regency_without_a_figure_leaves_the_province_without_a_total() -> None:
    rows = [found for found in every_regency() if (found.region, found.measure) != ("62.03", "active")]

    total = coverage_table(book(rows)).total

    assert total.active is None
    assert total.coverage is None
    assert total.eligible == 1400


def test_the_provinces_own_figure_stands_in_where_the_sum_cannot_be_made() -> None:
    rows = [found for found in every_regency() if (found.region, found.measure) != ("62.03", "active")]

    total = coverage_table(book(rows, counted(active=555, eligible=1400))).total

    assert total.active == 555
    assert total.code == "62"


def test_a_sum_over_some_regencies_is_not_called_the_province() -> None:
    table = coverage_table(
        book(counted("62.01", active=1, eligible=2), counted("62.02", active=2, eligible=2))
    )

    assert [row.code for row in table.rows] == ["62.01", "62.02"]
    assert table.total.code == ""
    assert table.total.name == "Jumlah 2 wilayah"
    assert table.total.coverage == pytest.approx(0.75)


def test_the_sum_of_the_regencies_is_used_beside_a_printed_total() -> None:
    total = coverage_table(book(every_regency(), counted(active=9_999, eligible=1400))).total

    assert total.active == 14 * 40


@pytest.mark.parametrize(("active", "eligible"), [(None, 5.0), (10.0, None), (10.0, 0.0)])
def test_there_is_no_rate_without_both_counts(active: float | None, eligible: float | None) -> None:
    row = region_row(book(counted(active=active, eligible=eligible)), PROVINCE, "", MARCH)

    assert row.coverage is None
    assert row.rank is None


def test_over_a_hundred_percent_is_kept_and_flagged() -> None:
    row = region_row(book(counted(active=77_074, eligible=51_086)), PROVINCE, "", MARCH)

    assert row.coverage == pytest.approx(1.5087, abs=5e-5)
    assert row.over
    assert row.unprotected == -25_988


def test_ranks_share_a_place_and_skip_what_is_not_known() -> None:
    rows = [
        counted("62.01", active=5, eligible=10),
        counted("62.02", active=5, eligible=10),
        counted("62.03", active=1, eligible=10),
        counted("62.04", eligible=10),
    ]

    assert [row.rank for row in coverage_table(book(*rows)).rows] == [1, 1, 3, None]


def test_the_change_is_since_the_last_position_with_active_figures() -> None:
    empty_in_between = counted(employed=5, as_of=month(2025, 1))
    table = coverage_table(book(*PUBLISHED, empty_in_between))

    assert table.as_of == MARCH
    assert table.previous == DECEMBER


@pytest.mark.parametrize(
    ("at", "found"),
    [(None, MARCH), (year(2024), DECEMBER), (month(2023, 12), month(2023, 12)), (year(2025), MARCH)],
)
def test_at_means_the_last_position_in_it(at: object, found: object) -> None:
    assert position_at(book(*PUBLISHED), at) == found  # type: ignore[arg-type]


def test_a_position_that_is_not_there_is_said_with_those_that_are() -> None:
    with pytest.raises(UnanswerableError, match="31 Maret 2025"):
        position_at(book(*PUBLISHED), year(2019))


def test_a_book_without_active_figures_has_no_position() -> None:
    assert positions(book(counted(eligible=5))) == ()
    with pytest.raises(UnanswerableError):
        coverage_table(Book())


def test_an_unknown_target_set_is_said_with_those_that_are_known() -> None:
    with pytest.raises(UnanswerableError, match="tersirat"):
        coverage_table(book(*PUBLISHED, target_sets=(target_of(0.5),)), target_set="Rakortek")


def test_the_nature_of_a_total_is_its_own_where_it_stands_in_a_source() -> None:
    invented = [
        found
        for region in regencies(PROVINCE)
        for found in counted(region.code, active=40, eligible=100, nature=Nature.INVENTED)
    ]

    table = coverage_table(book(invented, counted(active=560, eligible=1400)))

    assert {row.nature for row in table.rows} == {Nature.INVENTED}
    assert table.total.nature is Nature.SOURCED


def test_changes_that_rest_on_a_derived_base_are_approximate() -> None:
    rows = (
        counted(active=466_286, as_of=DECEMBER),
        counted(eligible=1_026_158, as_of=DECEMBER, nature=Nature.DERIVED),
        counted(active=465_940, eligible=1_009_250),
    )

    row = region_row(book(*rows), PROVINCE, "", MARCH)

    assert row.approximate == {"eligible", "unprotected", "shortfall"}


def test_of_two_figures_for_one_key_the_first_is_used() -> None:
    row = region_row(book(counted(active=5, eligible=10), counted(active=7)), PROVINCE, "", MARCH)

    assert row.active == 5


def test_employed_is_the_newest_count_up_to_the_position() -> None:
    rows = (
        counted(employed=1_402_275, as_of=month(2024, 8)),
        counted(employed=1_417_683, as_of=month(2025, 8)),
    )

    assert region_row(book(*PUBLISHED, *rows), PROVINCE, "", MARCH).employed == 1_402_275


@pytest.mark.parametrize(
    ("reported", "recomputed", "fits"),
    [
        (0.462, 0.46167, True),
        (0.462, 0.4488, False),
        (0.5088, 0.4990, False),
        (0.7007, 0.6981, False),
        (0.46, 0.4649, True),
        (0.46, 0.4651, False),
        (0.46166955, 0.461669556, True),
        (1.50, 1.5087, False),
    ],
)
def test_a_reported_rate_agrees_when_it_can_be_a_rounding(
    reported: float, recomputed: float, fits: bool
) -> None:
    assert agrees(reported, recomputed) is fits


@given(st.lists(st.tuples(st.integers(0, 10**7), st.integers(1, 10**7)), min_size=14, max_size=14))
def test_the_total_of_all_regencies_is_the_sum_of_their_counts(pairs: list[tuple[int, int]]) -> None:
    rows = [
        counted(region.code, active=active, eligible=eligible)
        for region, (active, eligible) in zip(regencies(PROVINCE), pairs, strict=True)
    ]

    total = coverage_table(book(*rows)).total

    assert total.active == sum(active for active, _ in pairs)
    assert total.eligible == sum(eligible for _, eligible in pairs)
    assert total.coverage == total.active / total.eligible


def test_the_difference_says_how_far_the_report_is_above_the_recomputed_rate() -> None:
    row = region_row(book(counted(active=73_884, eligible=164_619, reported=0.462)), PROVINCE, "", MARCH)

    assert row.difference == pytest.approx(0.0132, abs=5e-5)
    assert row.disagrees


def test_a_figure_that_one_file_lacks_does_not_hide_that_of_another() -> None:
    unreported = replace(counted(active=0)[0], value=None, source="kosong")

    assert region_row(book([unreported], counted(active=5, eligible=10)), PROVINCE, "", MARCH).active == 5
