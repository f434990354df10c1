import pytest

from model.report.figure_axes import value_ticks


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0.3, 0.7, (0.3, 0.4, 0.5, 0.6, 0.7)),
        (0, 1.6, (0, 0.5, 1.0, 1.5)),
        (0.0, 1.0, (0, 0.25, 0.5, 0.75, 1)),
    ],
)
def test_percent_axes_take_round_steps(low: float, high: float, expected: tuple[float, ...]) -> None:
    assert value_ticks(low, high, 5, percent=True) == pytest.approx(expected)


def test_people_axes_take_whole_people() -> None:
    assert value_ticks(0, 3, 9, percent=False) == (0, 1, 2, 3)
    assert value_ticks(0, 700_000, 5, percent=False) == (0, 200_000, 400_000, 600_000)
