"""A window may leave the chart hardly any room: it draws what fits and never fails while painting."""

import pytest
from pytestqt.qtbot import QtBot

from gui.charts.trend_chart import TrendChart
from tests.builders.figures import province_figure


@pytest.mark.parametrize("size", [(880, 60), (300, 34), (60, 400), (20, 20), (1, 1)])
@pytest.mark.parametrize("compact", [False, True])
def test_a_field_too_small_for_its_axes_is_drawn_all_the_same(
    size: tuple[int, int], compact: bool, qtbot: QtBot
) -> None:
    chart = TrendChart(compact=compact)
    qtbot.addWidget(chart)
    chart.setMinimumSize(1, 1)
    chart.set_figure(province_figure())
    chart.resize(*size)

    assert not chart.picture(1.0).isNull()
