"""The trend chart: 514 regions over ten years shown, hovered and focused, and a small one beside it."""

from collections.abc import Iterator
from statistics import median
from time import perf_counter

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui import theme
from gui.charts.trend_chart import TrendChart
from model.figures import Figure
from tests.bench.outcome import Outcome
from tests.builders.figures import many, province_figure

_SIZE = (1100, 600)
_TIMES = 5


def seconds_to_show(figure: Figure) -> float:
    """Return how long it takes from a figure to its picture on a window that is already there."""
    return median(_shown(figure) for _ in range(_TIMES))


def seconds_to_hover(figure: Figure) -> float:
    """Return how long the chart takes to follow the mouse to another position, tags included."""
    chart = _chart(figure)
    frame, days, taken = chart.scene.frame, chart.view.lines.days, []
    for column in range(0, len(days), max(1, len(days) // 40)):
        at = QPoint(round(frame.x(float(days[column]))), 200 + 7 * column % 300)
        began = perf_counter()
        QTest.mouseMove(chart, at)
        chart.repaint()
        taken.append(perf_counter() - began)
    chart.deleteLater()
    return max(taken[1:])


def seconds_to_focus(figure: Figure) -> float:
    """Return how long another line takes to be focused and everything drawn again."""
    chart, taken = _chart(figure), []
    for series in figure.series[1 : _TIMES + 1]:
        began = perf_counter()
        chart.set_focus((series.code,))
        chart.repaint()
        taken.append(perf_counter() - began)
    chart.deleteLater()
    return median(taken)


def run() -> Iterator[Outcome]:
    """Measure against the budgets of a trend of 514 regions over 120 months."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, theme.LIGHT)
    nation, province = many(514, 120), province_figure()
    small = seconds_to_show(province)
    shown = seconds_to_show(nation)
    detail = f"{shown / small:.1f} x a province of 15 lines and 9 positions ({small * 1000:.0f} ms)"
    yield Outcome("trend of 514 regions x 120 months shown", shown * 1000, 150, "ms", detail=detail)
    yield Outcome("crosshair over it, the slowest step", seconds_to_hover(nation) * 1000, 25, "ms")
    yield Outcome("another of its lines focused", seconds_to_focus(nation) * 1000, 100, "ms")


def _shown(figure: Figure) -> float:
    chart = _chart(None)
    began = perf_counter()
    chart.set_figure(figure)
    chart.repaint()
    taken = perf_counter() - began
    chart.deleteLater()
    return taken


def _chart(figure: Figure | None) -> TrendChart:
    chart = TrendChart()
    chart.resize(*_SIZE)
    chart.set_figure(figure)
    chart.show()
    QTest.qWaitForWindowExposed(chart)
    chart.repaint()
    return chart
