"""Colour and shape together tell focused series apart: circle, square, triangle."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from gui import theme
from model.observations import Nature
from model.report.palettes import shape_of

_CIRCLE: Final = 0
_SQUARE: Final = 1


def color(place: int) -> QColor:
    """Return the colour of the series focused as number *place* (from 0); from the fourth on they repeat."""
    series = theme.current().series
    return QColor(series[place % len(series)])


def shape(place: int, at: QPointF, size: float) -> QPainterPath:
    """Return the outline of the mark of the series focused as number *place*, *size* pixels wide."""
    half = size / 2
    path = QPainterPath()
    form = shape_of(place)
    if form == _CIRCLE:
        path.addEllipse(at, half, half)
    elif form == _SQUARE:
        half *= 0.9  # a square of the same width looks larger than a circle
        path.addRect(QRectF(at.x() - half, at.y() - half, half * 2, half * 2))
    else:
        half *= 1.12
        corners = (QPointF(0, -half), QPointF(half, half * 0.8), QPointF(-half, half * 0.8))
        path.addPolygon(QPolygonF([at + corner for corner in corners]))
        path.closeSubpath()
    return path


def draw(painter: QPainter, place: int, at: QPointF, size: float, nature: Nature) -> None:
    """Draw a mark: filled where the figure is sourced, hollow where it is derived or made up."""
    hollow = nature is not Nature.SOURCED
    paint = color(place)
    pen = QPen(paint, theme.px(1.5) if hollow else 1)
    painter.setPen(pen)
    painter.setBrush(QColor(theme.current().surface) if hollow else paint)
    painter.drawPath(shape(place, at, size - pen.widthF()))
