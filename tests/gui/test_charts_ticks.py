from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.charts.ticks import labelled, value_ticks
from model.periods import Period, month, year

TEN_YEARS = tuple(month(2015 + place // 12, place % 12 + 1) for place in range(120))


@pytest.mark.parametrize(
    ("low", "high", "room", "expected"),
    [
        (0.2, 0.7, 400, (0.2, 0.3, 0.4, 0.5, 0.6, 0.7)),
        (0.0, 1.6, 200, (0.0, 0.5, 1.0, 1.5)),
        (0.0, 1_500_000, 200, (0, 500_000, 1_000_000, 1_500_000)),
    ],
)
def test_values_are_round_and_far_enough_apart(
    low: float, high: float, room: float, expected: tuple[float, ...]
) -> None:
    assert value_ticks(low, high, room, 44) == pytest.approx(expected)


@given(st.floats(0, 1e7), st.floats(0.01, 1e7), st.floats(100, 2000), st.floats(20, 60))
def test_values_lie_inside_and_never_closer_than_the_gap(
    low: float, span: float, room: float, gap: float
) -> None:
    ticks = value_ticks(low, low + span, room, gap)

    assert all(low - span * 1e-6 <= tick <= low + span * (1 + 1e-6) for tick in ticks)
    assert all((right - left) / span * room >= gap * 0.999 for left, right in pairwise(ticks))


def chosen(
    positions: tuple[Period, ...], width: float = 800, text: float = 55, edges: tuple[int, ...] = ()
) -> tuple[int, ...]:
    first, last = positions[0].day.toordinal(), positions[-1].day.toordinal()
    x = [(at.day.toordinal() - first) / max(last - first, 1) * width for at in positions]
    return labelled(positions, x, [text] * len(positions), edges, 10)


def test_few_positions_are_all_named() -> None:
    assert chosen(TEN_YEARS[:6]) == (0, 1, 2, 3, 4, 5)


def test_of_many_positions_the_ends_and_decembers_are_named() -> None:
    named = chosen(TEN_YEARS)

    assert named[0] == 0
    assert named[-1] == 119
    assert len(named) >= 8
    assert all(TEN_YEARS[place].day.month == 12 for place in named[1:])


def test_the_positions_beside_a_break_are_named_before_others() -> None:
    assert {52, 60} <= set(chosen(TEN_YEARS, edges=(52, 60), text=40))


@given(st.integers(1, 120), st.floats(50, 1500), st.floats(10, 90))
def test_names_never_overlap(count: int, width: float, text: float) -> None:
    positions = TEN_YEARS[:count]
    first, last = positions[0].day.toordinal(), positions[-1].day.toordinal()
    x = [(at.day.toordinal() - first) / max(last - first, 1) * width for at in positions]

    named = chosen(positions, width, text)

    assert all(x[right] - x[left] >= text + 10 for left, right in pairwise(named))


def test_years_and_a_single_position_are_named() -> None:
    assert chosen((year(2020), year(2021), year(2022))) == (0, 1, 2)
    assert chosen((month(2025, 3),)) == (0,)
    assert labelled((), (), (), (), 10) == ()
