"""The field of lines, drawn by pyqtgraph. It takes no mouse and no keys and moves nothing by itself."""

from collections.abc import Callable
from typing import Any, Final

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QFrame, QGraphicsScene, QWidget

from gui import theme
from gui.charts import marks
from gui.charts.lines import Floats
from gui.charts.scene import Scene
from gui.charts.view import View
from model.report.palettes import is_dashed

_GREY_WIDTH: Final = 1.25
_FOCUS_WIDTH: Final = 2.25
_TARGET_WIDTH: Final = 1.5
_DASH: Final = (5.0, 3.0)
_FOCUS_DASH: Final = (2.6, 1.6)
"""Of the second line in a colour; closer than a target's, in widths of the pen."""
_Dash = tuple[float, float] | None
_MANY_POINTS: Final = 4000
"""From here on grey lines are one pixel wide: Qt draws those directly, wider ones it outlines first,
which takes 1,5 s instead of 30 ms for 514 regions over ten years (and a thicket is easier to read)."""


class _SceneAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """An axis that draws the ticks of a scene, as it is told, and none of its own."""

    def __init__(self, side: str, paint_ticks: Callable[[QPainter, Scene], None]) -> None:
        super().__init__(side)
        self._paint_ticks = paint_ticks
        self._scene: Scene | None = None

    def set_scene(self, scene: Scene) -> None:
        """Draw the ticks of *scene*."""
        self._scene = scene
        self.update()

    def paint(self, painter: QPainter, *_: object) -> None:
        if self._scene is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(theme.font(12))
        self._paint_ticks(painter, self._scene)


def _paint_values(painter: QPainter, scene: Scene) -> None:
    """Hairlines across the field at round values, their texts left of it."""
    area, now = scene.frame.area, theme.current()
    flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    for tick in scene.values:
        painter.setPen(QPen(QColor(now.muted if tick.whole else now.hairline), 1))
        painter.drawLine(QPointF(area.left(), tick.y), QPointF(area.right(), tick.y))
        painter.setPen(QColor(now.muted))
        painter.drawText(QRectF(0, tick.y - 12, area.left() - theme.px(12), 24), flags, tick.text)


def _paint_months(painter: QPainter, scene: Scene) -> None:
    """A tick at every position there is, and the names of as many as fit."""
    area, now = scene.frame.area, theme.current()
    painter.setPen(QPen(QColor(now.strong), 1))
    painter.drawLine(area.bottomLeft(), area.bottomRight())
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
    for tick in scene.months:
        painter.setPen(QPen(QColor(now.strong), 1))
        painter.drawLine(QPointF(tick.x, area.bottom()), QPointF(tick.x, area.bottom() + theme.px(5)))
        painter.setPen(QColor(now.muted))
        painter.drawText(tick.area, flags, tick.text)


class TrendPlot(pg.GraphicsView):  # type: ignore[misc]  # pyqtgraph has no types
    """Axes, lines and target lines of a view; never shown itself, only rendered into a picture."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, useOpenGL=False, background=None)
        self.hide()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Items whose bounds follow the range leave dead entries in Qt's search tree when they go, and
        # the next paint crashes on them; a plain list of the few items there are has no such memory.
        self.scene().setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self._field = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0.0)
        self._field.disableAutoRange()
        # The range bounds every value; clipping would only cut lines at the edges in half.
        self._field.setFlag(self._field.GraphicsItemFlag.ItemClipsChildrenToShape, False)
        self._field.setZValue(1)
        self._values, self._months = _SceneAxis("left", _paint_values), _SceneAxis("bottom", _paint_months)
        for item in (self._values, self._months, self._field):
            self.addItem(item)
        self._pens: list[tuple[Any, QColor, float, _Dash]] = []

    def set_view(self, view: View) -> None:
        """Take the lines of *view*: grey ones as a single curve, focused ones above, the first on top."""
        self._field.clear()
        self._pens.clear()
        now = theme.current()
        x, y = view.lines.curve(view.unfocused_rows)
        self._add_curve(x, y, QColor(now.unfocused), _GREY_WIDTH if len(x) < _MANY_POINTS else 0.0, z=1)
        for place, row in reversed(tuple(enumerate(view.focus))):
            x, y = view.lines.curve((row,))
            z, dash = 3 + len(view.focus) - place, _FOCUS_DASH if is_dashed(place) else None
            self._add_curve(x, y, marks.color(place), _FOCUS_WIDTH, z=z, dash=dash)
        for line in view.targets:
            target = pg.InfiniteLine(line.value, angle=0, movable=False)
            self._add(target, QColor(now.ink), _TARGET_WIDTH, z=2, dash=_DASH)

    def paint_scene(self, painter: QPainter, scene: Scene) -> None:
        """Paint the lines and axes where *scene* has them."""
        frame, whole = scene.frame, QRectF(self.rect())
        for axis in (self._values, self._months):
            axis.setGeometry(whole)
            axis.set_scene(scene)
        self._field.setGeometry(frame.area)
        self._field.setRange(
            xRange=(frame.first_day, frame.last_day), yRange=(frame.low, frame.high), padding=0
        )
        self._set_pens(painter.device().devicePixelRatio() * theme.zoom())
        # The scene and not the widget: a widget would paint its background over what lies below.
        self.scene().prepareForPaint()
        self.scene().render(painter, whole, whole)

    def _add_curve(
        self, x: Floats, y: Floats, color: QColor, width: float, *, z: int, dash: _Dash = None
    ) -> None:
        item = pg.PlotCurveItem(x, y, connect="finite", antialias=True)
        self._add(item, color, width, z=z, dash=dash)

    def _add(self, item: object, color: QColor, width: float, *, z: int, dash: _Dash) -> None:
        self._field.addItem(item, ignoreBounds=True)
        item.setZValue(z)  # type: ignore[attr-defined]
        self._pens.append((item, color, width, dash))

    def _set_pens(self, ratio: float) -> None:
        """Pens that do not grow with the axes count in pixels of the device, not of the widget."""
        for item, color, width, dash in self._pens:
            item.setPen(pg.mkPen(color, width=width * ratio if width else 1.0, dash=dash))
