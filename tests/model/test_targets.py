import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.book import Office, Target, TargetSet
from model.periods import month, year
from model.targets import goal, people_for, status, target_of


@pytest.mark.parametrize(
    ("rate", "eligible", "people"),
    [
        (0.6603, 1_009_250, 666_408),
        (0.68, 424_131, 288_410),
        (0.1, 1000, 100),
        (0.07, 100, 7),
        (0.29, 100, 29),
    ],
)
def test_a_rate_is_reached_by_whole_people(rate: float, eligible: int, people: int) -> None:
    assert people_for(rate, eligible) == people


@given(st.integers(0, 100), st.integers(0, 10**7))
def test_a_rate_in_whole_percents_is_exact(percent: int, eligible: int) -> None:
    asked = people_for(percent / 100, eligible)

    assert (asked - 1) * 100 < percent * eligible <= asked * 100


def test_the_earliest_target_that_is_not_past_holds() -> None:
    chosen = TargetSet(
        "s", targets=tuple(Target(year(n), "62", "percent", n / 10_000) for n in (2024, 2025, 2026))
    )

    assert target_of(chosen, "62", "", month(2025, 3)) == chosen.targets[1]
    assert target_of(chosen, "62", "", month(2030, 3)) == chosen.targets[2]


def test_a_regency_is_held_to_the_provinces_rate() -> None:
    chosen = TargetSet("s", targets=(Target(year(2025), "62", "percent", 0.5),))

    found = goal(chosen, "62.03", "", month(2025, 3), 101)

    assert (found.people, found.rate, found.inherited) == (51, 0.5, True)


def test_a_regency_is_never_given_a_share_of_the_provinces_people() -> None:
    chosen = TargetSet("s", targets=(Target(year(2025), "62", "people", 5000),))

    assert goal(chosen, "62.03", "", month(2025, 3), 100).people is None
    assert goal(chosen, "62", "", month(2025, 3), 100).people == 5000


def test_a_segment_is_not_held_to_the_target_of_the_total() -> None:
    chosen = TargetSet("s", targets=(Target(year(2025), "62", "percent", 0.5),))

    assert goal(chosen, "62", "BPU", month(2025, 3), 100).people is None


@pytest.mark.parametrize(
    ("attainment", "word"),
    [(0.95, "on_track"), (0.9499, "watch"), (0.6, "watch"), (0.5999, "behind"), (None, "")],
)
def test_status_steps(attainment: float | None, word: str) -> None:
    assert status(attainment, Office()) == word
