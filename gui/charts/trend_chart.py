"""The trend chart: a figure as lines that can be focused, with a crosshair to read values from."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import theme
from gui.charts import painting
from gui.charts.crosshair import paint_crosshair
from gui.charts.focusing import focusable, neighbour, row_at
from gui.charts.lines import lines_of
from gui.charts.picture import framed_picture
from gui.charts.plot import TrendPlot
from gui.charts.scene import Scene, scene_of
from gui.charts.value_text import ValueText
from gui.charts.view import View
from gui.charts.words import describe
from model.figures import Figure
from model.periods import Period
from model.report.figure_labels import figure_title
from model.report.palettes import MOST_FOCUSED

_NOTHING: Final = Figure("percent", ())


class TrendChart(QWidget):
    """A figure on screen.

    A click on a line or on its label focuses it, with Ctrl it is added or taken away; the rest is
    grey. The crosshair follows the mouse and the arrow keys. Everything but the crosshair is kept
    as a picture, so that following the mouse costs next to nothing whatever the number of lines.
    With *compact* it shows the first focused (else the first) series only, for a small card.
    """

    focus_changed = Signal(tuple)
    """The codes of the focused series, first focus first."""
    position_changed = Signal(object)
    """The Period of the crosshair, or None."""
    copy_requested = Signal()
    """Ctrl+C on the chart."""
    focus_full = Signal(int)
    """A further series was to be focused beside the most that can be told apart (how many)."""

    def __init__(self, parent: QWidget | None = None, *, compact: bool = False, language: str = "id") -> None:
        super().__init__(parent)
        self._compact, self._language = compact, language
        self._plot = TrendPlot(self)
        self._picture: QPixmap | None = None
        self._scene: Scene | None = None
        self._column: int | None = None
        self._hovered: int | None = None
        self._by_keyboard = False
        self._view = self._view_of(_NOTHING)
        self.setObjectName("trendChart")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Grafik tren"))
        self._say()

    # ---- what it shows

    def set_figure(self, figure: Figure | None) -> None:
        """Show *figure* with its focus; None shows the empty chart. The crosshair stays on its day."""
        before = self.position
        targets, breaks = self._view.shows_targets, self._view.shows_breaks
        self._view = replace(self._view_of(figure or _NOTHING), shows_targets=targets, shows_breaks=breaks)
        self._column = self._view.column(before) if before else None
        self._hovered = None
        self._redraw()
        if self.position != before:
            self.position_changed.emit(self.position)

    @property
    def view(self) -> View:
        """What is shown: the figure, its arrays, the focus."""
        return self._view

    @property
    def focus(self) -> tuple[str, ...]:
        """The codes of the focused series, first focus first."""
        return tuple(series.code for series in self._view.focused)

    def set_focus(self, codes: Iterable[str]) -> None:
        """Focus the series with these codes, in this order; unknown ones and any beyond six are left out."""
        rows = focusable(self._view.figure, codes)
        if rows != self._view.focus:
            self._view = replace(self._view, focus=rows)
            self._redraw()
            self.focus_changed.emit(self.focus)

    def toggle_focus(self, code: str) -> None:
        """Focus a series beside the others, or take its focus away."""
        kept = tuple(other for other in self.focus if other != code)
        if len(kept) >= MOST_FOCUSED and code not in self.focus:
            self.focus_full.emit(MOST_FOCUSED)
            return
        self.set_focus(kept if code in self.focus else (*kept, code))

    @property
    def position(self) -> Period | None:
        """The position of the crosshair, or None when there is none."""
        return None if self._column is None else self._view.lines.positions[self._column]

    def set_position(self, as_of: Period | None) -> None:
        """Put the crosshair on a position; None, or a position that is not shown, takes it away."""
        self._move_to(self._view.column(as_of) if as_of else None, self._hovered)

    def set_shows_targets(self, on: bool) -> None:  # noqa: FBT001  a slot of QCheckBox.toggled
        """Draw the target lines or leave them out."""
        self._view = replace(self._view, shows_targets=on)
        self._redraw()

    def set_shows_breaks(self, on: bool) -> None:  # noqa: FBT001  a slot of QCheckBox.toggled
        """Draw the marks of breaks or leave them out; no line is joined across a break either way."""
        self._view = replace(self._view, shows_breaks=on)
        self._redraw()

    @property
    def scene(self) -> Scene:
        """Where everything lies just now, in pixels of the widget."""
        if self._scene is None:
            self._scene = scene_of(self._view, QSizeF(self.size()))
        return self._scene

    def picture(self, ratio: float = 2.0) -> QImage:
        """Return the chart without its crosshair as a picture of *ratio* pixels a logical pixel."""
        image = QImage(self.size() * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        painter = QPainter(image)
        self._paint_chart(painter)
        painter.end()
        return image

    def titled_picture(self, note: str, ratio: float = 2.0) -> QImage:
        """Return the picture with what it shows above it and *note* below, for where no page explains it."""
        figure = self._view.as_figure
        return framed_picture(self.picture(ratio), figure_title(figure, self._language), note)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(440), theme.px(320)) if self._compact else QSize(theme.px(820), theme.px(560))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(240), theme.px(160))

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = QPixmap.fromImage(self.picture(ratio))
        painter.drawPixmap(0, 0, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._column is not None:
            paint_crosshair(painter, self.scene, self._view, self._column, self._hovered)
        if self._by_keyboard and self.hasFocus():
            painter.setPen(QPen(QColor(theme.current().accent), theme.px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(4), theme.px(4))

    def _paint_chart(self, painter: QPainter) -> None:
        now = theme.current()
        painter.fillRect(self.rect(), QColor(now.surface))
        if not any(series.last for series in self._view.figure.series):
            painter.setFont(theme.font(13))
            painter.setPen(QColor(now.muted))
            text = self.tr("Belum ada angka untuk digambar.")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painting.paint_lone_points(painter, self.scene, self._view)
        self._plot.resize(self.size())
        self._plot.paint_scene(painter, self.scene)
        painting.paint_breaks(painter, self.scene)
        painting.paint_marks(painter, self.scene, self._view)
        painting.paint_labels(painter, self.scene)
        if self._compact:
            painting.paint_run_ends(painter, self.scene, self._view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._scene = self._picture = None
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._redraw()
        super().changeEvent(event)

    # ---- mouse and keys

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        area = self.scene.frame.area
        column = self._column
        if area.left() - theme.px(24) <= at.x() <= area.right() + theme.px(8):
            column = self._view.lines.nearest_column(self.scene.frame.day(at.x()))
        hovered = None if self._compact else row_at(self._view, self.scene, at)
        can_click = hovered is not None and len(self._view.figure.series) > 1
        self.setCursor(Qt.CursorShape.PointingHandCursor if can_click else Qt.CursorShape.ArrowCursor)
        self._move_to(column, hovered)

    def leaveEvent(self, event: QEvent) -> None:
        # On the page the crosshair stays, so that the list beside it can be read at its position.
        self._move_to(None if self._compact else self._column, None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_keyboard = False
        row = None if self._compact else row_at(self._view, self.scene, event.position())
        if event.button() != Qt.MouseButton.LeftButton or row is None:
            return
        code = self._view.figure.series[row].code
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.toggle_focus(code)
        else:
            self.set_focus((code,))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
            return
        last = len(self._view.lines.positions) - 1
        here = last + 1 if self._column is None else self._column
        keys = Qt.Key
        match event.key():
            case keys.Key_Left | keys.Key_Right | keys.Key_Home | keys.Key_End if last >= 0:
                step = {keys.Key_Left: here - 1, keys.Key_Right: here + 1, keys.Key_Home: 0}
                self._move_to(max(0, min(step.get(keys(event.key()), last), last)), None)
            case keys.Key_Up | keys.Key_Down if not self._compact:
                self._focus_neighbour(-1 if event.key() == keys.Key_Up else 1)
            case keys.Key_Escape if self._column is not None:
                self._move_to(None, None)
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = event.reason() in {
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        }
        super().focusInEvent(event)
        self.update()

    # ---- inside

    def _view_of(self, figure: Figure) -> View:
        text = ValueText(figure.unit, self._language)
        if self._compact and figure.series:
            shown = [series for series in figure.series if series.code in figure.focus[:1]]
            only = (*shown, figure.series[0])[0]
            marks = only.breaks or figure.breaks
            figure = replace(figure, series=(only,), focus=(only.code,), breaks=marks)
        return View(figure, lines_of(figure), text, focusable(figure, figure.focus), compact=self._compact)

    def _move_to(self, column: int | None, hovered: int | None) -> None:
        if (column, hovered) == (self._column, self._hovered):
            return
        moved = column != self._column
        self._column, self._hovered = column, hovered
        self.update()
        if moved:
            self._say()
            self.position_changed.emit(self.position)

    def _focus_neighbour(self, step: int) -> None:
        row = neighbour(self._view, self._column, step)
        if row is not None:
            self.set_focus((self._view.figure.series[row].code,))

    def _redraw(self) -> None:
        self._plot.set_view(self._view)
        self._scene = self._picture = None
        self._say()
        self.update()

    def _say(self) -> None:
        self.setAccessibleDescription(describe(self._view, self._column))
