import pytest

from model.observations import Nature
from model.periods import month
from model.trend import trend
from tests.builders.books import DECEMBER, MARCH, PUBLISHED, book, counted, every_regency, target_of


def test_the_line_is_cut_where_the_base_changes() -> None:
    figure = trend(book(*PUBLISHED))

    assert [len(run) for run in figure.series[0].runs()] == [1, 1, 1]
    assert [mark.new for mark in figure.breaks] == ["Basis 2024", "Basis 2025"]


def test_an_unknown_value_cuts_the_line_and_is_no_zero() -> None:
    rows = [counted(active=4, eligible=10, as_of=month(2025, 1), vintage="A")]
    rows += [counted("62.01", active=1, as_of=month(2025, 2))]
    rows += [counted(active=5, eligible=10, vintage="A")]
    line = trend(book(*rows), regions=("62",)).series[0]

    assert [point.value for point in line.points] == [0.4, None, 0.5]
    assert [len(run) for run in line.runs()] == [1, 1]


def test_the_province_comes_first_and_regions_without_figures_are_left_out() -> None:
    figure = trend(book(*PUBLISHED, counted("62.03", active=1, eligible=2)))

    assert [line.code for line in figure.series] == ["62", "62.03"]


def test_the_target_line_is_a_rate_or_people() -> None:
    made = book(*PUBLISHED, target_sets=(target_of(0.6603),))

    assert [line.value for line in trend(made, target_set="tersirat").targets] == [0.6603]
    people = trend(made, target_set="tersirat", unit="people")
    assert [line.value for line in people.targets] == [666_408]


def test_people_have_no_breaks_since_they_need_no_base() -> None:
    figure = trend(book(*PUBLISHED), unit="people")

    assert figure.breaks == ()
    assert [len(run) for run in figure.series[0].runs()] == [3]


def test_the_bounds_hold_every_value_and_target() -> None:
    figure = trend(book(*PUBLISHED, target_sets=(target_of(0.6603),)), target_set="tersirat")

    assert (figure.low, figure.high) == pytest.approx((0.4, 0.7))


def test_over_a_hundred_percent_is_inside_the_bounds() -> None:
    assert trend(book(counted(active=77_074, eligible=51_086))).high >= 1.5


def test_later_positions_can_be_left_out() -> None:
    figure = trend(book(*PUBLISHED), until=DECEMBER)

    assert figure.positions[-1] == DECEMBER
    assert [mark.as_of for mark in figure.breaks] == [DECEMBER]


def test_points_say_when_they_are_made_up() -> None:
    rows = (
        counted(active=1, eligible=2, nature=Nature.INVENTED),
        counted(active=1, eligible=2, as_of=DECEMBER),
    )

    assert [point.nature for point in trend(book(*rows)).series[0].points] == [
        Nature.SOURCED,
        Nature.INVENTED,
    ]


def test_focus_names_only_regions_that_are_drawn() -> None:
    made = book(every_regency())

    assert trend(made, focus=("62.03", "11.01")).focus == ("62.03",)
    assert trend(made).series[-1].last is not None
    assert trend(made, until=None).positions == (MARCH,)
