import numpy as np
import pytest

from gui.charts.lines import Lines, Scale, lines_of
from tests.builders.figures import QUARTERS, figure, many, series

EVEN = Scale(per_day=1.0, per_value=1000.0)


def joined_days(lines: Lines) -> list[tuple[float, float]]:
    """The pairs of day numbers between which a line is drawn."""
    pairs = zip(lines.x, lines.y, lines.x[1:], lines.y[1:], strict=False)
    return [(float(x0), float(x1)) for x0, y0, x1, y1 in pairs if not np.isnan(y0) and not np.isnan(y1)]


def day(place: int) -> float:
    return float(QUARTERS[place].day.toordinal())


def test_a_line_is_not_joined_across_a_break() -> None:
    lines = lines_of(figure(series(values=(0.1, 0.2, 0.3, 0.4), breaks=((2, "Basis 2024"),))))

    assert joined_days(lines) == [(day(0), day(1)), (day(2), day(3))]


def test_a_line_is_not_joined_across_a_position_without_a_figure() -> None:
    lines = lines_of(figure(series(values=(0.1, 0.2, None, 0.4, 0.5))))

    assert joined_days(lines) == [(day(0), day(1)), (day(3), day(4))]


def test_two_series_are_one_curve_that_is_not_joined_between_them() -> None:
    lines = lines_of(figure(series("62.01", (0.1, 0.2)), series("62.02", (0.3, 0.4))))

    assert joined_days(lines) == [(day(0), day(1))] * 2


def test_a_curve_holds_only_the_series_asked_for() -> None:
    lines = lines_of(figure(series("62.01", (0.1, 0.2)), series("62.02", (0.3, 0.4))))

    _, y = lines.curve([1])

    assert [value for value in y if not np.isnan(value)] == [0.3, 0.4]


def test_a_point_that_no_line_reaches_is_alone() -> None:
    lines = lines_of(figure(series(values=(0.1, 0.2, 0.3), breaks=((2, "Basis 2024"),))))

    x, y = lines.lone_points([0])

    assert (x.tolist(), y.tolist()) == ([day(2)], [0.3])


def test_the_values_stand_at_their_positions_and_unknown_ones_are_none() -> None:
    late = series("62.02", (0.7,), positions=QUARTERS[2:])
    lines = lines_of(figure(series("62.01", (0.1, None, 0.3)), late))

    assert [lines.value(0, column) for column in range(3)] == [0.1, None, 0.3]
    assert [lines.value(1, column) for column in range(3)] == [None, None, 0.7]
    assert lines.positions == QUARTERS[:3]


@pytest.mark.parametrize("shown", [figure(), figure(series(values=(None, None)))])
def test_without_figures_there_is_nothing_to_draw_and_nothing_to_hit(shown: object) -> None:
    lines = lines_of(shown)  # type: ignore[arg-type]

    assert joined_days(lines) == []
    assert lines.nearest_row(day(0), 0.5, EVEN, 100) is None


def test_the_nearest_series_is_the_one_drawn_closest_not_the_one_with_the_closest_point() -> None:
    steep = series("62.01", (0.10, 0.90))
    flat = series("62.02", (0.20, 0.20))
    lines = lines_of(figure(steep, flat))
    middle = (day(0) + day(1)) / 2

    assert lines.nearest_row(middle, 0.49, EVEN, 20) == 0
    assert lines.nearest_row(middle, 0.21, EVEN, 20) == 1


def test_nothing_is_hit_farther_away_than_the_reach() -> None:
    lines = lines_of(figure(series(values=(0.2, 0.2))))

    assert lines.nearest_row(day(0) + 10, 0.25, EVEN, 49) is None
    assert lines.nearest_row(day(0) + 10, 0.25, EVEN, 51) == 0


def test_in_the_gap_of_a_break_no_line_is_hit() -> None:
    lines = lines_of(figure(series(values=(0.2, 0.2, 0.2, 0.2), breaks=((2, "Basis 2024"),))))

    assert lines.nearest_row((day(1) + day(2)) / 2, 0.2, EVEN, 9) is None
    assert lines.nearest_row((day(0) + day(1)) / 2, 0.2, EVEN, 9) == 0


def test_the_crosshair_snaps_to_the_nearest_position() -> None:
    lines = lines_of(figure(series(values=(0.1, 0.2, 0.3))))

    assert [lines.nearest_column(day(1) + apart) for apart in (-60, -10, 10, 60, 5000)] == [0, 1, 1, 2, 2]


def test_a_nation_of_lines_keeps_every_value() -> None:
    shown = many(514, 24)
    lines = lines_of(shown)

    assert lines.values.shape == (514, 24)
    assert lines.value(513, 23) == shown.series[513].points[23].value
