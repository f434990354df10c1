from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtWidgets import QApplication

from gui import theme
from gui.charts.crosshair import tags
from gui.charts.lines import lines_of
from gui.charts.scene import Scene, scene_of
from gui.charts.value_text import ValueText
from gui.charts.view import View
from model.figures import Figure
from model.periods import month, year
from tests.builders.figures import figure, many, province_figure, series

PAGE = QSizeF(880, 620)
CARD = QSizeF(420, 300)

FIGURES = {
    "three focused": province_figure(),
    "none focused": province_figure(focus=()),
    "all focused": province_figure(focus=tuple(line.code for line in province_figure().series)),
    "a nation": many(514, 12),
    "a nation, none focused": replace(many(514, 12), focus=()),
    "people": many(14, 24, unit="people"),
    "one position": figure(series("62.01", (0.4,)), series("62.02", (0.41,)), targets=(0.6603,)),
    "years": figure(series(values=(0.3, 0.4), positions=(year(2023), year(2024)))),
    "over 100 %": figure(series("62.01", (0.9, 1.51)), series("62.02", (1.2, 1.3)), targets=(1.0,)),
    "nothing known": figure(series(values=(None, None))),
    "no series": figure(),
}


@pytest.fixture(autouse=True)
def our_type(qapp: QApplication) -> None:
    """Widths of texts are those of our own type."""
    theme.apply(qapp, theme.LIGHT)


def view_of(shown: Figure, *, compact: bool = False) -> View:
    lines = lines_of(shown)
    codes = [line.code for line in shown.series]
    focus = tuple(codes.index(code) for code in shown.focus)
    return View(shown, lines, ValueText(shown.unit), focus=focus, compact=compact)


def overlapping(areas: list[QRectF]) -> list[tuple[QRectF, QRectF]]:
    inner = [area.adjusted(0.5, 0.5, -0.5, -0.5) for area in areas]
    return [(one, other) for one, other in combinations(inner, 2) if one.intersects(other)]


def caption_areas(scene: Scene) -> list[QRectF]:
    return [
        QRectF(caption.left, scene.caption_top(caption.row), caption.width, theme.px(16))
        for caption in scene.captions
    ]


@pytest.mark.parametrize("size", [PAGE, CARD, QSizeF(1600, 900)], ids=["page", "card", "large"])
@pytest.mark.parametrize("shown", FIGURES.values(), ids=FIGURES)
def test_no_text_lies_on_another(shown: Figure, size: QSizeF) -> None:
    scene = scene_of(view_of(shown), size)

    assert overlapping([placed.area for placed in scene.labels]) == []
    assert overlapping(caption_areas(scene)) == []


@pytest.mark.parametrize("shown", FIGURES.values(), ids=FIGURES)
def test_every_label_lies_inside_the_chart_and_beside_the_field(shown: Figure) -> None:
    scene = scene_of(view_of(shown), PAGE)

    for placed in scene.labels:
        assert QRectF(0, 0, PAGE.width(), PAGE.height()).contains(placed.area)
        assert placed.area.left() > placed.anchor.x()
        if len(shown.positions) > 1:
            assert placed.area.left() > scene.frame.area.right()


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
def test_no_text_lies_on_another_at_any_zoom(qapp: QApplication, zoom: float) -> None:
    theme.apply(qapp, theme.DARK, zoom)

    scene = scene_of(view_of(province_figure(focus=())), QSizeF(1320, 900))

    assert overlapping([placed.area for placed in scene.labels]) == []
    theme.apply(qapp, theme.LIGHT)


def test_every_focused_series_is_named_with_its_last_value() -> None:
    scene = scene_of(view_of(province_figure()), PAGE)

    texts = {
        placed.label.code: ["".join(span.text for span in row) for row in placed.label.rows]
        for placed in scene.labels
    }

    assert texts == {
        "": ["Target 66,03 %"],
        "62.05": ["Barito Utara", "81,1 % Mar 2025"],
        "62.03": ["Kapuas", "44,9 % Mar 2025"],
        "62.02": ["Kotawaringin Timur", "27,8 % Mar 2025"],
    }


def test_where_a_colour_is_there_twice_the_names_carry_their_marks() -> None:
    codes = tuple(line.code for line in province_figure().series)

    def marked(count: int) -> list[bool]:
        labels = scene_of(view_of(province_figure(focus=codes[:count])), PAGE).labels
        texts = [
            "".join(span.text for span in placed.label.rows[0]) for placed in labels if placed.label.code
        ]
        return [any(mark in text for mark in "●■▲") for text in texts]

    assert marked(3) == [False] * 3
    assert marked(6) == [True] * 6


def test_a_label_stands_at_the_height_of_its_own_line() -> None:
    scene = scene_of(view_of(province_figure()), PAGE)

    for placed in scene.labels:
        assert placed.area.center().y() == pytest.approx(placed.anchor.y(), abs=1)


def test_labels_keep_the_order_of_their_values() -> None:
    scene = scene_of(view_of(province_figure(focus=())), PAGE)

    by_height = sorted(scene.labels, key=lambda placed: placed.area.top())
    values = [placed.label.value for placed in by_height]

    assert len(values) == 16
    assert values == sorted(values, reverse=True)


def test_a_break_is_marked_between_the_positions_that_it_parts() -> None:
    view = view_of(province_figure())
    scene = scene_of(view, PAGE)
    days = view.lines.days

    assert len(scene.breaks) == 2
    assert scene.frame.x(float(days[3])) < scene.breaks[0] < scene.frame.x(float(days[4]))
    assert [caption.text for caption in scene.captions] == [
        "putus deret: Sakernas Agu 2023",
        "putus deret: Sakernas Agu 2024",
    ]


def test_a_break_without_a_name_is_still_called_one() -> None:
    shown = figure(series(values=(0.1, 0.2), breaks=((1, ""),)), focus=("62",))

    assert [caption.text for caption in scene_of(view_of(shown), PAGE).captions] == ["putus deret"]


def test_the_marks_are_those_of_the_first_focused_series() -> None:
    own = series("62.02", (0.2, 0.3, 0.4), breaks=((1, "Basis sendiri"),))
    shown = figure(series("62.01", (0.1, 0.2, 0.3), breaks=((2, "Basis lain"),)), own, focus=("62.02",))

    assert [caption.text for caption in scene_of(view_of(shown), PAGE).captions] == [
        "putus deret: Basis sendiri"
    ]


def test_targets_and_breaks_can_be_left_out() -> None:
    view = replace(view_of(province_figure()), shows_targets=False, shows_breaks=False)

    scene = scene_of(view, PAGE)

    assert scene.targets == ()
    assert scene.breaks == ()
    assert scene.captions == ()
    assert "" not in {placed.label.code for placed in scene.labels}


def test_values_are_written_with_grouped_people_or_bare_percents() -> None:
    percent = scene_of(view_of(province_figure()), PAGE)
    people = scene_of(view_of(figure(series(values=(910_000.0,)), unit="people")), PAGE)

    assert [tick.text for tick in percent.values] == ["20", "30", "40", "50", "60", "70", "80", "90", "100"]
    assert [tick.text for tick in people.values][-2:] == ["900.000", "1.000.000"]


def test_the_line_of_a_hundred_percent_stands_out_only_where_values_go_above_it() -> None:
    over = scene_of(view_of(FIGURES["over 100 %"]), PAGE)
    below = scene_of(view_of(province_figure()), PAGE)

    assert [tick.text for tick in over.values if tick.whole] == ["100"]
    assert not any(tick.whole for tick in below.values)


def test_a_single_position_stands_in_the_middle() -> None:
    view = view_of(FIGURES["one position"])
    scene = scene_of(view, PAGE)

    assert scene.frame.x(float(view.lines.days[0])) == pytest.approx(scene.frame.area.center().x())
    assert [tick.text for tick in scene.months] == ["Mar 2023"]


@pytest.mark.parametrize("compact", [False, True])
def test_a_single_position_is_named_beside_its_mark_and_not_at_the_end_of_a_long_line(compact: bool) -> None:
    alone = figure(series("62", (0.4,), name="Kalimantan Tengah"), targets=(0.6603,), focus=("62",))
    (target, label) = scene_of(view_of(alone, compact=compact), CARD).labels

    assert label.area.left() - label.anchor.x() < theme.px(20)
    assert target.area.left() > label.area.right()


def test_years_are_named_as_years() -> None:
    assert [tick.text for tick in scene_of(view_of(FIGURES["years"]), PAGE).months] == ["2023", "2024"]


def test_a_day_within_a_month_is_named_to_the_day() -> None:
    text = ValueText("percent")

    assert text.chip(month(2024, 6)) == "30 Jun 2024"
    assert text.chip(year(2024)) == "2024"


def test_the_tags_of_close_values_do_not_lie_on_each_other() -> None:
    lines = [series(f"62.{number:02}", (0.400 + number / 1000, 0.401)) for number in range(1, 7)]
    view = view_of(figure(*lines, focus=[line.code for line in lines]))
    scene = scene_of(view, PAGE)

    shown = tags(scene, view, 0, None)

    assert [tag.text for tag in shown] == ["40,1", "40,2", "40,3", "40,4", "40,5", "40,6"]
    assert overlapping([tag.area for tag in shown]) == []


def test_english_writes_english() -> None:
    view = replace(view_of(province_figure()), text=ValueText("percent", "en"))

    texts = ["".join(span.text for span in placed.label.rows[-1]) for placed in scene_of(view, PAGE).labels]

    assert "81.1% Mar 2025" in texts
