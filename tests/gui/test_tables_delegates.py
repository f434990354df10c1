"""What the cells look like, asked of their pixels."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from gui import theme
from gui.tables.columns import Column
from gui.tables.coverage_columns import coverage_columns
from gui.tables.row_model import RowModel
from gui.tables.table_view import TableView
from model.coverage import Row
from model.figures import Break
from model.observations import Nature
from tests.builders.summaries import MARCH, coverage_table, points, province_series, row

LIGHT = theme.LIGHT


@pytest.fixture
def view(qtbot: QtBot) -> TableView:
    made = TableView()
    qtbot.addWidget(made)
    made.setModel(RowModel(made))
    made.resize(200, 160)
    return made


def cell(view: TableView, found: Row, name: str) -> QImage:
    """Return the picture of one cell, alone in its table."""
    columns = [column for column in coverage_columns(coverage_table([found]), "id") if column.name == name]
    return picture(view, found, columns)


def picture(view: TableView, found: Row, columns: list[Column]) -> QImage:
    model = view.model()
    assert isinstance(model, RowModel)
    model.set_table(columns, [found])
    view.show_columns()
    area = view.visualRect(model.index(0, 0))
    return view.viewport().grab(area).toImage()


def count(image: QImage, color: str) -> int:
    wanted = QColor(color)
    return sum(
        image.pixelColor(across, down) == wanted
        for across in range(image.width())
        for down in range(image.height())
    )


def bar_length(image: QImage) -> int:
    middle = image.height() // 2
    wanted = QColor(LIGHT.data_bar)
    return sum(image.pixelColor(across, middle) == wanted for across in range(image.width()))


def test_the_bar_is_as_long_as_the_coverage(view: TableView) -> None:
    half = bar_length(cell(view, row(eligible=100, active=50, rate=None), "coverage"))
    quarter = bar_length(cell(view, row(eligible=100, active=25, rate=None), "coverage"))

    assert half > 20
    assert quarter == pytest.approx(half / 2, abs=1)


def test_the_bar_never_says_more_than_all_and_says_so_in_words(view: TableView) -> None:
    full = cell(view, row(eligible=100, active=100, rate=None), "coverage")
    over = cell(view, row(eligible=100, active=150, rate=None), "coverage")
    twice = cell(view, row(eligible=100, active=200, rate=None), "coverage")

    assert count(full, LIGHT.data_bar) > count(over, LIGHT.data_bar)  # the words stand on the bar
    assert count(over, LIGHT.data_bar) == count(twice, LIGHT.data_bar)


def test_the_target_stands_across_the_bar(view: TableView) -> None:
    with_target = cell(view, row(eligible=100, active=10, rate=0.5), "coverage")
    without = cell(view, row(eligible=100, active=10, rate=None), "coverage")

    assert count(with_target, LIGHT.ink) >= count(without, LIGHT.ink) + 2 * 14


def test_only_what_disagrees_is_tinted(view: TableView) -> None:
    assert count(cell(view, row(reported=0.55), "difference"), LIGHT.behind_tint) > 1000
    assert count(cell(view, row(reported=0.462), "difference"), LIGHT.behind_tint) == 0


def test_status_is_a_shape_and_a_word_in_its_colour(view: TableView) -> None:
    behind = cell(view, row(eligible=100, active=10, rate=0.9), "status")
    watch = cell(view, row(eligible=100, active=70, rate=0.9), "status")

    assert count(behind, LIGHT.behind) > 20
    assert count(behind, LIGHT.watch) == 0
    assert count(watch, LIGHT.watch) > 20


def test_the_small_line_is_not_drawn_across_a_break(view: TableView) -> None:
    series = province_series()
    whole = row(trail=series.points, trail_breaks=())
    broken = row(trail=series.points, trail_breaks=(Break(MARCH, "62", "2024", "2025"),))

    joined, cut = cell(view, whole, "trail"), cell(view, broken, "trail")

    assert joined != cut
    # Between the last two points the line is there in one picture only; the break is dotted.
    assert count(cut, LIGHT.ink2) <= count(joined, LIGHT.ink2)


def test_a_line_of_one_point_is_left_empty(view: TableView) -> None:
    single = row(trail=points((MARCH, 0.4, Nature.SOURCED)))

    assert count(cell(view, single, "trail"), LIGHT.accent) == 0


def test_an_invented_figure_carries_a_hollow_dot(view: TableView) -> None:
    plain = row("62.03", "Kapuas")

    assert cell(view, plain, "name") != cell(view, replace(plain, nature=Nature.INVENTED), "name")


def test_the_current_cell_has_a_frame(view: TableView) -> None:
    found = row()
    columns = [
        column for column in coverage_columns(coverage_table([found]), "id") if column.name == "active"
    ]
    before = count(picture(view, found, columns), LIGHT.accent)

    view.select_cell(view.model().index(0, 0))
    after = view.viewport().grab(view.visualRect(view.model().index(0, 0))).toImage()

    assert before == 0
    assert count(after, LIGHT.accent) > 100
