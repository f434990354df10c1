"""The crosshair: a position, the values there as tags beside their points, its day on the axis."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from gui import theme
from gui.charts import marks
from gui.charts.scene import Scene
from gui.charts.view import View
from model.figures import Point
from model.observations import Nature
from model.report.label_layout import spread

_BOLD = QFont.Weight.DemiBold


@dataclass(frozen=True)
class Tag:
    """A value beside its point."""

    text: str
    area: QRectF
    color: QColor
    at: QPointF
    place: int | None
    """The number of its focus; None for a grey line under the mouse."""
    nature: Nature


def tags(scene: Scene, view: View, column: int, hovered: int | None) -> tuple[Tag, ...]:
    """Return the tags of the focused series, and of the grey one under the mouse, none on another."""
    rows: list[tuple[int | None, int]] = list(enumerate(view.focus))
    if hovered is not None and hovered not in view.focus:
        rows.append((None, hovered))
    shown = [(place, row, point) for place, row in rows if (point := view.point(row, column)) is not None]
    metrics, height = QFontMetricsF(theme.font(12, _BOLD)), theme.px(24)
    ends = [_at(scene, point) for *_, point in shown]
    centres = spread(
        [at.y() - height * 0.75 for at in ends],
        [height] * len(ends),
        low=theme.px(2),
        high=scene.frame.area.bottom(),
        gap=theme.px(3),
    )
    found = []
    for (place, row, point), at, centre in zip(shown, ends, centres, strict=True):
        value = view.text.bare(point.value)
        text = value if place is not None else f"{view.figure.series[row].name} {value}"
        color = QColor(theme.current().ink2) if place is None else marks.color(place)
        width = metrics.horizontalAdvance(text) + theme.px(16)
        left = at.x() - theme.px(12) - width
        if left < 0:
            left = at.x() + theme.px(12)
        area = QRectF(round(left), round(centre - height / 2), round(width), height)
        found.append(Tag(text, area, color, at, place, point.nature))
    return tuple(found)


def _at(scene: Scene, point: Point) -> QPointF:
    assert point.value is not None
    return scene.frame.place(point.as_of.day.toordinal(), point.value)


def paint_crosshair(painter: QPainter, scene: Scene, view: View, column: int, hovered: int | None) -> None:
    """Paint the crosshair at a position (column) over the finished chart."""
    now, area = theme.current(), scene.frame.area
    x = round(scene.frame.x(float(view.lines.days[column])))
    painter.setPen(QPen(QColor(now.ink2), 1))
    painter.drawLine(QLineF(x + 0.5, area.top(), x + 0.5, area.bottom()))
    painter.setFont(theme.font(12, _BOLD))
    shown = tags(scene, view, column, hovered)
    for tag in reversed(shown):
        _paint_point(painter, tag)
    for tag in reversed(shown):
        painter.setPen(QPen(tag.color, theme.px(1)))
        painter.setBrush(QColor(now.surface))
        painter.drawRoundedRect(tag.area.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(4), theme.px(4))
        painter.setPen(tag.color)
        painter.drawText(tag.area, Qt.AlignmentFlag.AlignCenter, tag.text)
    _paint_chip(painter, scene, x, view.text.chip(view.lines.positions[column]))


def _paint_point(painter: QPainter, tag: Tag) -> None:
    if tag.place is not None:
        # A ring of background lifts the mark off its line; filled or hollow stays what it says.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.current().surface))
        painter.drawPath(marks.shape(tag.place, tag.at, theme.px(16)))
        marks.draw(painter, tag.place, tag.at, theme.px(12), tag.nature)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tag.color)
    painter.drawEllipse(tag.at, theme.px(3), theme.px(3))


def _paint_chip(painter: QPainter, scene: Scene, x: float, text: str) -> None:
    now, area = theme.current(), scene.frame.area
    width = QFontMetricsF(theme.font(12, _BOLD)).horizontalAdvance(text) + theme.px(18)
    left = max(0.0, x - width / 2)
    chip = QRectF(round(left), area.bottom() + theme.px(6), width, theme.px(24))
    # A name of a month half under the chip would read as another one.
    for name in (tick.area for tick in scene.months if tick.area.intersects(chip)):
        painter.fillRect(name, QColor(now.surface))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(now.ink))
    painter.drawRoundedRect(chip, theme.px(4), theme.px(4))
    painter.setPen(QColor(now.surface))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
