"""The chart in words, for those who cannot see it."""

from PySide6.QtCore import QCoreApplication

from gui.charts.view import View
from model import wording
from model.report.figure_labels import figure_words

_MOST = 5
"""Values named at a position when no line is focused."""


def describe(view: View, column: int | None) -> str:
    """Return the chart in sentences, the values at the crosshair's position (column) first."""
    words = figure_words(view.as_figure, view.text.language)
    return words if column is None else f"{_values_at(view, column)} {words}"


def _values_at(view: View, column: int) -> str:
    rows = view.focus or range(min(_MOST, len(view.figure.series)))
    values = []
    for row in rows:
        name, value = view.figure.series[row].name, view.lines.value(row, column)
        missing = QCoreApplication.translate("ChartWords", "{name} tidak ada angka").format(name=name)
        values.append(missing if value is None else f"{name} {view.text.full(value)}")
    return f"{wording.day(view.lines.positions[column], view.text.language)}: {', '.join(values)}."
