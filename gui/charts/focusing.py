"""Which series a person means: by their codes, by a place on the chart, by a step up or down."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QPointF

from gui import theme
from gui.charts.scene import Scene
from gui.charts.view import View
from model.figures import Figure
from model.report.palettes import MOST_FOCUSED

_REACH: Final = 9.0
"""Pixels from a line within which the mouse means it."""


def focusable(figure: Figure, codes: Iterable[str]) -> tuple[int, ...]:
    """Return the rows of the series with these codes, as many as can be told apart."""
    rows = {series.code: row for row, series in enumerate(figure.series)}
    found = tuple(dict.fromkeys(rows[code] for code in codes if code in rows))[:MOST_FOCUSED]
    # A line alone is what the chart is about.
    return found or ((0,) if len(rows) == 1 else ())


def row_at(view: View, scene: Scene, at: QPointF) -> int | None:
    """Return the row of the line or of the label under a point, None where nothing is near."""
    for placed in scene.labels:
        if placed.label.code and placed.area.adjusted(-6, -1, 6, 1).contains(at):
            return focusable(view.figure, (placed.label.code,))[0]
    frame = scene.frame
    if not frame.area.adjusted(-_REACH, -_REACH, _REACH, _REACH).contains(at):
        return None
    return view.lines.nearest_row(frame.day(at.x()), frame.value(at.y()), frame.scale, theme.px(_REACH))


def neighbour(view: View, column: int | None, step: int) -> int | None:
    """Return the row that lies *step* lines below the first in focus, at a column (None: the last one).

    At the ends it is the last one there is; None where no line has a value.
    """
    lines = view.lines
    place = len(lines.positions) - 1 if column is None else column
    if place < 0:
        return None
    known = [row for row in range(len(lines.values)) if lines.value(row, place) is not None]
    order = sorted(known, key=lambda row: -(lines.value(row, place) or 0.0))
    if not order:
        return None
    wanted = order.index(view.focus[0]) + step if view.focus and view.focus[0] in order else 0
    return order[max(0, min(wanted, len(order) - 1))]
