from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.report.label_layout import spread
from model.report.text_size import shortened, text_width, wrapped

PLACES = st.lists(
    st.tuples(st.floats(-500, 500), st.floats(1, 40)),
    min_size=1,
    max_size=20,
)


def test_labels_with_room_stay_where_they_are() -> None:
    assert spread([10, 50, 90], [12, 12, 12]) == (10, 50, 90)


def test_two_labels_on_one_spot_part_evenly() -> None:
    assert spread([50, 50], [10, 10]) == (45, 55)


def test_the_order_of_the_wishes_is_kept_whatever_the_order_given() -> None:
    centres = spread([52, 50, 51], [10, 10, 10])

    assert centres == (61, 41, 51)


def test_a_label_at_the_edge_pushes_its_neighbours_inward() -> None:
    assert spread([0, 2], [10, 10], low=0, high=100) == (5, 15)
    assert spread([99, 100], [10, 10], low=0, high=100) == (85, 95)


def test_a_gap_is_kept_between_neighbours() -> None:
    assert spread([50, 50], [10, 10], gap=4) == (43, 57)


def test_a_far_label_does_not_move_when_others_part() -> None:
    centres = spread([10, 12, 200], [20, 20, 20])

    assert centres == (1, 21, 200)


def test_too_many_labels_share_the_room_evenly() -> None:
    assert spread([5, 5, 5], [10, 10, 10], low=0, high=20) == (5, 10, 15)
    assert spread([5, 7], [30, 30], low=0, high=20) == (15, 15)


def test_no_labels_need_no_room() -> None:
    assert spread([], []) == ()


@given(PLACES)
def test_labels_never_lie_on_each_other(places: list[tuple[float, float]]) -> None:
    wanted, sizes = zip(*places, strict=True)
    centres = spread(wanted, sizes, gap=1)
    edges = sorted(
        (centre - size / 2, centre + size / 2) for centre, size in zip(centres, sizes, strict=True)
    )

    assert all(first[1] <= second[0] + 1e-6 for first, second in pairwise(edges))


@given(PLACES)
def test_labels_that_fit_stay_inside_their_room(places: list[tuple[float, float]]) -> None:
    wanted, sizes = zip(*places, strict=True)
    high = sum(sizes)
    centres = spread(wanted, sizes, low=0, high=high)

    assert min(c - s / 2 for c, s in zip(centres, sizes, strict=True)) >= -1e-6
    assert max(c + s / 2 for c, s in zip(centres, sizes, strict=True)) <= high + 1e-6


def test_a_wide_text_is_wider_than_a_narrow_one() -> None:
    assert text_width("Murung Raya", 10) > text_width("Kapuas", 10)
    assert text_width("Kotawaringin Timur", 10) == pytest.approx(95, rel=0.04)


def test_a_long_name_breaks_at_a_space_and_is_cut_at_last() -> None:
    assert wrapped("Penukal Abab Lematang Ilir", 10, 80) == ("Penukal Abab", "Lematang Ilir")
    assert wrapped("Kepulauan Siau Tagulandang Biaro", 10, 80) == ("Kepulauan Siau", "Tagulandang…")
    assert wrapped("", 10, 80) == ("",)


def test_a_text_that_fits_is_not_cut() -> None:
    assert shortened("Kapuas", 10, 80) == "Kapuas"
    assert shortened("Kotawaringin", 10, 30) == "Kot…"
