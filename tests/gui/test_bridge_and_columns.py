"""The shapes that pages are made of: the scale of the bars, the layout in columns."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.bridge import BridgeStep, scale_of
from gui.widgets.columns import ColumnsLayout


def test_long_bars_are_cut_so_that_small_effects_show() -> None:
    steps = (
        BridgeStep("a", 0.0, 0.4544, "", is_total=True),
        BridgeStep("b", 0.4544, 0.4541, ""),
        BridgeStep("c", 0.4541, 0.4617, ""),
        BridgeStep("d", 0.0, 0.4617, "", is_total=True),
    )

    scale = scale_of(steps)

    assert scale.cut
    assert scale.place(0.4617) == pytest.approx(1.0)
    assert scale.place(0.4541) == pytest.approx(0.2)


def test_bars_that_need_no_cut_begin_at_nought() -> None:
    steps = (BridgeStep("a", 0.0, 0.1, "", is_total=True), BridgeStep("b", 0.1, 0.9, ""))

    scale = scale_of(steps)

    assert not scale.cut
    assert scale.place(0.45) == pytest.approx(0.5)


def test_a_change_of_nothing_at_all_draws_no_bar_of_false_length() -> None:
    scale = scale_of((BridgeStep("a", 0.0, 0.5, "", is_total=True), BridgeStep("b", 0.5, 0.5, "")))

    assert 0 <= scale.place(0.5) <= 1


def test_a_last_row_that_is_not_full_leaves_no_hole(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = ColumnsLayout(holder, steps=(3, 1), gap=0)
    parts = [QWidget() for _ in range(5)]
    for part in parts:
        part.setMinimumSize(90, 20)
        layout.addWidget(part)
    holder.resize(300, 100)
    holder.show()

    assert [part.geometry().left() for part in parts] == [0, 100, 200, 0, 100]
    assert parts[4].width() == 200


def test_hidden_parts_take_no_place(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = ColumnsLayout(holder, steps=(2, 1), gap=10)
    first, second = QWidget(), QWidget()
    for part in (first, second):
        part.setMinimumSize(50, 20)
        layout.addWidget(part)
    second.hide()
    holder.resize(200, 40)
    holder.show()

    assert first.width() == 200


def test_columns_give_way_to_rows_below_the_width_asked_for(qtbot: QtBot) -> None:
    layout = ColumnsLayout(steps=(2, 1), gap=10, least=(100, 150))
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.setLayout(layout)
    for _ in range(2):
        part = QWidget()
        part.setMinimumSize(40, 20)
        layout.addWidget(part)
    holder.show()

    assert [layout.columns_for(width) for width in (259, 260)] == [1, 2]
