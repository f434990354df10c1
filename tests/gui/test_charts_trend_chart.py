import gc
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui import theme
from gui.charts import marks
from gui.charts.plot import TrendPlot
from gui.charts.trend_chart import TrendChart
from model.figures import Figure
from model.observations import Nature
from model.report.palettes import MOST_FOCUSED, is_dashed, shape_of
from tests.builders.figures import QUARTERS, figure, many, province_figure, series

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def shown(qtbot: QtBot, drawn: Figure | None, *, compact: bool = False) -> TrendChart:
    chart = TrendChart(compact=compact)
    qtbot.addWidget(chart)
    chart.resize(880, 620)
    chart.set_figure(drawn)
    chart.show()
    qtbot.waitExposed(chart)
    return chart


@pytest.fixture
def chart(qtbot: QtBot) -> TrendChart:
    """Fourteen regencies, three of them focused."""
    return shown(qtbot, province_figure())


def place(chart: TrendChart, code: str, column: float) -> QPoint:
    """The pixel of a series at a column; a half lies between two positions."""
    view = chart.view
    row = [line.code for line in view.figure.series].index(code)
    left, right = int(column), int(column + 0.5)
    day = float(view.lines.days[left] + view.lines.days[right]) / 2
    value = float(view.lines.values[row, left] + view.lines.values[row, right]) / 2
    return chart.scene.frame.place(day, value).toPoint()


def click(chart: TrendChart, at: QPoint, modifier: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, modifier, at)


def color_at(image: QImage, at: QPointF) -> QColor:
    ratio = image.devicePixelRatio()
    return image.pixelColor(round(at.x() * ratio), round(at.y() * ratio))


def test_a_click_on_a_line_focuses_it_and_greys_the_rest(chart: TrendChart, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chart.focus_changed) as signal:
        click(chart, place(chart, "62.07", 1.5))

    assert signal.args == [("62.07",)]
    assert chart.focus == ("62.07",)


def test_a_click_with_ctrl_adds_a_line_and_takes_it_away_again(chart: TrendChart) -> None:
    click(chart, place(chart, "62.07", 1.5), CTRL)
    added = chart.focus
    click(chart, place(chart, "62.07", 1.5), CTRL)

    assert added == ("62.05", "62.03", "62.02", "62.07")
    assert chart.focus == ("62.05", "62.03", "62.02")


def test_no_two_of_the_most_series_in_focus_look_alike(chart: TrendChart) -> None:
    chart.set_focus(line.code for line in chart.view.figure.series)
    looks = {(marks.color(place).name(), is_dashed(place)) for place in range(len(chart.focus))}
    shapes = {(marks.color(place).name(), shape_of(place)) for place in range(len(chart.focus))}

    assert len(looks) == len(shapes) == len(chart.focus) == MOST_FOCUSED


def test_the_second_line_of_a_colour_has_gaps(qtbot: QtBot) -> None:
    lines = [series(f"62.0{row}", (0.2 + row / 10, 0.2 + row / 10)) for row in range(1, 5)]
    chart = shown(qtbot, figure(*lines, focus=[line.code for line in lines]))
    picture, frame, days = chart.picture(), chart.scene.frame, chart.view.lines.days

    def colours(value: float) -> set[str]:
        ends = frame.place(float(days[0]), value), frame.place(float(days[1]), value)
        steps = range(round(ends[0].x()) + 40, round(ends[1].x()) - 40)
        return {color_at(picture, QPointF(x, ends[0].y())).name() for x in steps}

    assert len(colours(0.3)) == 1
    assert len(colours(0.6)) > 1


def test_a_click_on_the_name_at_the_end_focuses_its_line(chart: TrendChart) -> None:
    label = next(placed for placed in chart.scene.labels if placed.label.code == "62.03")

    click(chart, label.area.center().toPoint())

    assert chart.focus == ("62.03",)


def test_a_click_beside_every_line_changes_nothing(chart: TrendChart, qtbot: QtBot) -> None:
    at = QPoint(int(chart.scene.breaks[0]), int(chart.scene.frame.y(0.97)))

    with qtbot.assertNotEmitted(chart.focus_changed):
        click(chart, at)

    assert len(chart.focus) == 3


def test_the_crosshair_snaps_to_the_position_under_the_mouse(chart: TrendChart, qtbot: QtBot) -> None:
    at = place(chart, "62.05", 5) + QPoint(14, -3)

    with qtbot.waitSignal(chart.position_changed) as signal:
        QTest.mouseMove(chart, at)

    assert signal.args == [QUARTERS[5]]
    assert chart.position == QUARTERS[5]


def test_the_arrow_keys_walk_the_crosshair_over_the_positions(chart: TrendChart) -> None:
    walked = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Home):
        QTest.keyClick(chart, key)
        walked.append(chart.position)
    QTest.keyClick(chart, Qt.Key.Key_Escape)

    assert walked == [QUARTERS[8], QUARTERS[7], QUARTERS[8], QUARTERS[8], QUARTERS[0]]
    assert chart.position is None


def test_up_and_down_move_the_focus_to_the_neighbouring_line(chart: TrendChart) -> None:
    chart.set_focus(("62.05",))
    moved = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(chart, key)
        moved.append(chart.focus)

    assert moved == [("62.06",), ("62.07",), ("62.06",), ("62.05",), ("62.05",)]


def test_following_the_mouse_does_not_draw_the_lines_again(
    chart: TrendChart, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    chart.grab()
    drawn: list[int] = []
    monkeypatch.setattr(TrendPlot, "paint_scene", lambda *_: drawn.append(1))

    for column in range(9):
        chart.set_position(QUARTERS[column])
        chart.grab()

    assert drawn == []


def test_the_crosshair_is_drawn_over_the_chart_and_is_not_in_the_picture(chart: TrendChart) -> None:
    before = chart.grab().toImage()
    picture = chart.picture()
    chart.set_position(QUARTERS[5])

    assert chart.grab().toImage() != before
    assert chart.picture() == picture


def test_a_line_has_no_colour_in_the_gap_of_a_break(qtbot: QtBot) -> None:
    line = series(values=(0.5, 0.5, 0.5, 0.5), breaks=((2, "Basis 2024"),))
    chart = shown(qtbot, figure(line, low=0.0, high=1.0))
    picture, frame, days = chart.picture(), chart.scene.frame, chart.view.lines.days
    y = frame.y(0.5)
    joined = frame.x(float(days[0] + days[1]) / 2)
    quarter_into_gap = frame.x(float(days[1] * 3 + days[2]) / 4)

    assert color_at(picture, QPointF(joined, y)) == QColor(theme.LIGHT.series[0])
    assert color_at(picture, QPointF(quarter_into_gap, y)) != QColor(theme.LIGHT.series[0])


@pytest.mark.parametrize(
    ("nature", "is_filled"), [(Nature.SOURCED, True), (Nature.DERIVED, False), (Nature.INVENTED, False)]
)
def test_a_mark_is_filled_only_for_a_sourced_figure(qtbot: QtBot, nature: Nature, is_filled: bool) -> None:
    chart = shown(qtbot, figure(series(values=(0.35,), nature=nature)))
    center = chart.scene.frame.place(float(chart.view.lines.days[0]), 0.35)

    color = color_at(chart.picture(), center)

    assert color == QColor(theme.LIGHT.series[0] if is_filled else theme.LIGHT.surface)


def test_the_focused_line_lies_above_the_grey_ones(qtbot: QtBot) -> None:
    same = [series(f"62.{number:02}", (0.5, 0.5)) for number in range(1, 6)]
    chart = shown(qtbot, figure(*same, focus=("62.03",), low=0.0, high=1.0))
    days = chart.view.lines.days

    middle = chart.scene.frame.place(float(days[0] + days[1]) / 2, 0.5)

    assert color_at(chart.picture(), middle) == QColor(theme.LIGHT.series[0])


def test_a_new_theme_is_taken_over(chart: TrendChart, qapp: QApplication) -> None:
    light = color_at(chart.picture(), QPointF(2, 2))
    theme.apply(qapp, theme.DARK)
    chart.set_figure(province_figure())

    assert light == QColor(theme.LIGHT.surface)
    assert color_at(chart.picture(), QPointF(2, 2)) == QColor(theme.DARK.surface)


def test_the_picture_is_twice_as_fine_as_the_screen(chart: TrendChart) -> None:
    picture = chart.picture()

    assert (picture.width(), picture.height()) == (1760, 1240)
    assert picture.devicePixelRatio() == 2


def test_a_chart_of_one_line_is_about_that_line(qtbot: QtBot) -> None:
    chart = shown(qtbot, figure(series("62.03", (0.4, 0.5))))

    assert chart.focus == ("62.03",)


def test_the_compact_chart_shows_one_line_and_its_own_breaks(qtbot: QtBot) -> None:
    chart = shown(qtbot, province_figure(focus=("62.03", "62.05")), compact=True)

    assert [line.code for line in chart.view.figure.series] == ["62.03"]
    assert [placed.label.code for placed in chart.scene.labels] == ["", "62.03"]
    assert [caption.text for caption in chart.scene.captions] == ["Sakernas Agu 2023", "Sakernas Agu 2024"]


def test_the_crosshair_stays_on_its_day_when_the_figure_changes(chart: TrendChart, qtbot: QtBot) -> None:
    chart.set_position(QUARTERS[2])

    chart.set_figure(figure(series("62.01", (0.1, 0.2, 0.3), positions=QUARTERS[1:4])))
    kept = chart.position
    with qtbot.waitSignal(chart.position_changed) as signal:
        chart.set_figure(figure(series("62.01", (0.1,), positions=QUARTERS[5:6])))

    assert kept == QUARTERS[2]
    assert signal.args == [None]


@pytest.mark.parametrize(
    "drawn",
    [
        None,
        figure(),
        figure(series(values=(None, None))),
        figure(series(values=(0.4,))),
        figure(series(values=(1.5, 1.2)), targets=(0.66,)),
        figure(series(values=(250_000.0, 260_000.0)), unit="people"),
        replace(many(40, 6), focus=()),
    ],
)
def test_any_figure_can_be_drawn_hovered_clicked_and_walked(qtbot: QtBot, drawn: Figure | None) -> None:
    chart = shown(qtbot, drawn)

    for x in range(0, 880, 110):
        QTest.mouseMove(chart, QPoint(x, 300))
        click(chart, QPoint(x, 300))
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Down):
        QTest.keyClick(chart, key)

    assert not chart.grab().isNull()


def test_figures_of_all_kinds_follow_each_other_without_a_crash(qtbot: QtBot) -> None:
    # Qt's search tree kept dead entries of lines whose bounds had moved; the next paint crashed.
    chart = shown(qtbot, province_figure())
    for drawn in [province_figure(focus=()), many(20, 24), many(5, 3, unit="people"), figure()] * 5:
        chart.set_figure(drawn)
        chart.resize(300 + 37 * len(drawn.series), 420)
        gc.collect()

        assert not chart.grab().isNull()


def test_a_screen_reader_hears_the_figure_and_the_position_in_words(chart: TrendChart) -> None:
    chart.set_focus(("62.05",))
    chart.set_position(QUARTERS[5])

    words = chart.accessibleDescription()

    assert chart.accessibleName() == "Grafik tren"
    assert "triwulan II 2024: Barito Utara 72,7 %." in words
    assert "Barito Utara: dari 76,10 %" in words
    assert "66,03 %" in words


def test_the_wheel_and_a_drag_move_nothing(chart: TrendChart) -> None:
    before = chart.scene.frame

    QTest.mousePress(chart, Qt.MouseButton.LeftButton, NONE, QPoint(300, 200))
    QTest.mouseMove(chart, QPoint(500, 400))
    QTest.mouseRelease(chart, Qt.MouseButton.LeftButton, NONE, QPoint(500, 400))

    assert chart.scene.frame == before
