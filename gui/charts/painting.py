"""What stands on and beside the lines: marks, breaks, captions and labels, in whole pixels."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui import theme
from gui.charts import marks
from gui.charts.end_labels import Placed
from gui.charts.scene import Scene
from gui.charts.view import View

_ROOMY: Final = 14.0
"""Pixels between positions from which every point gets its mark; below, only the ends of runs do."""


def paint_breaks(painter: QPainter, scene: Scene) -> None:
    """Paint a dotted line and a cut in the axis at each break, and what changed above it."""
    now, area = theme.current(), scene.frame.area
    tops = {caption.x: scene.caption_top(caption.row) for caption in scene.captions}
    for x in scene.breaks:
        top = tops[x] + theme.px(18) if x in tops else area.top()
        painter.setPen(QPen(QColor(now.muted), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(round(x) + 0.5, top, round(x) + 0.5, area.bottom() - theme.px(6)))
        _paint_cut(painter, QPointF(round(x), area.bottom()))
    painter.setFont(theme.font(12))
    painter.setPen(QColor(now.ink2))
    for caption in scene.captions:
        place = QRectF(caption.left, scene.caption_top(caption.row), caption.width + 1, theme.px(16))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, caption.text)


def _paint_cut(painter: QPainter, at: QPointF) -> None:
    now, half, rise = theme.current(), theme.px(2), theme.px(6)
    painter.fillRect(QRectF(at.x() - half, at.y() - 1, half * 2, 3), QColor(now.surface))
    painter.setPen(QPen(QColor(now.ink2), theme.px(1.5)))
    for x in (at.x() - half, at.x() + half):
        painter.drawLine(QLineF(x - half, at.y() + rise, x + half, at.y() - rise))


def paint_lone_points(painter: QPainter, scene: Scene, view: View) -> None:
    """Paint dots for grey points that no line reaches."""
    x, y = view.lines.lone_points(view.unfocused_rows)
    pen = QPen(QColor(theme.current().unfocused), theme.px(4))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPoints([scene.frame.place(float(day), float(value)) for day, value in zip(x, y, strict=True)])


def paint_marks(painter: QPainter, scene: Scene, view: View) -> None:
    """Paint the marks of the focused series, the first one on top."""
    xs = [tick.x for tick in scene.months]
    apart = min((right - left for left, right in pairwise(xs)), default=scene.frame.area.width())
    for place, series in reversed(tuple(enumerate(view.focused))):
        for run in series.runs():
            shown = run if apart >= theme.px(_ROOMY) else (run[0], run[-1])
            for point in shown:
                assert point.value is not None
                at = scene.frame.place(point.as_of.day.toordinal(), point.value)
                size = theme.px(10 if point is series.last else 7.5)
                marks.draw(painter, place, at, size, point.nature)


def paint_labels(painter: QPainter, scene: Scene) -> None:
    """Paint the labels beside the ends, with a thin line where one had to move away from its end."""
    for placed in scene.labels:
        if placed.label.code:
            _paint_leader(painter, placed)
        top = placed.area.top()
        height = placed.area.height() / len(placed.label.rows)
        for row in placed.label.rows:
            left = placed.area.left()
            for span in row:
                painter.setFont(span.font)
                painter.setPen(span.color)
                place = QRectF(left, top, span.width + 1, height)
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, span.text)
                left += span.width
            top += height


def _paint_leader(painter: QPainter, placed: Placed) -> None:
    end = QPointF(placed.area.left() - theme.px(3), placed.area.center().y())
    within = abs(end.y() - placed.anchor.y()) < placed.area.height() / 4 + theme.px(1)
    if within and end.x() - placed.anchor.x() < theme.px(28):
        return
    color = QColor(placed.label.color)
    color.setAlphaF(0.6)
    painter.setPen(QPen(color, 1))
    painter.drawLine(QLineF(placed.anchor + QPointF(theme.px(6), 0), end))


def paint_run_ends(painter: QPainter, scene: Scene, view: View) -> None:
    """Paint the value over the last point before each break, for a chart with a single line."""
    painter.setFont(theme.font(12))
    painter.setPen(QColor(theme.current().ink2))
    for series in view.focused[:1]:
        for run in series.runs():
            if run[-1] is series.last or run[-1].value is None:
                continue
            at = scene.frame.place(run[-1].as_of.day.toordinal(), run[-1].value)
            if any(abs(at.y() - theme.px(18) - line) < theme.px(9) for line in scene.targets):
                continue
            area = QRectF(at.x() - 40 - theme.px(6), at.y() - theme.px(24), 80, theme.px(16))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, view.text.bare(run[-1].value))
