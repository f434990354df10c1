"""A book that was open before: its figure in a ring, its name, and where it lies."""

from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from gui import theme
from gui.pages.page import SEMIBOLD
from gui.settings import Recent

_RING, _STROKE = 56, 6
_HIGH, _MARGIN = 88, 16
_MOST_TOLD = 12
"""Files that a tip names at most."""


class RecentCard(QAbstractButton):
    """A click opens the book; Delete or the menu takes it off the list."""

    forgotten = Signal(object)
    """The gui.settings.Recent that is to go."""

    def __init__(self, recent: Recent, figure: str, detail: str, parent: QWidget | None = None) -> None:
        """*figure* is the coverage, "46,2 %" or "" where unknown; *detail* says what of."""
        super().__init__(parent)
        self.recent = recent
        self._figure, self._detail = figure, detail
        self._path = Path(recent.path)
        self._name = f"{self._path.name} +{len(recent.more)}" if recent.more else self._path.name
        self.setText(self._name)
        self.setObjectName("recentCard")
        self.setAccessibleName(", ".join(part for part in (self._name, figure, detail) if part))
        shown = recent.paths[:_MOST_TOLD]
        self.setToolTip("\n".join((*shown, "…") if len(recent.paths) > _MOST_TOLD else shown))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(280), theme.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(220), theme.px(_HIGH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.forgotten.emit(self.recent)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.addAction(self.tr("Hapus dari daftar (berkas tetap ada)")).triggered.connect(self._forget)
        menu.popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        active = self.hasFocus() or self.underMouse()
        edge = now.accent if self.hasFocus() else now.muted if active else now.hairline
        painter.setPen(QPen(QColor(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(now.sunken if self.isDown() else now.surface))
        inset = 1.0 if self.hasFocus() else 0.5
        field = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(field, theme.px(6), theme.px(6))
        ring = QRectF(
            theme.px(_MARGIN), (self.height() - theme.px(_RING)) / 2, theme.px(_RING), theme.px(_RING)
        )
        self._paint_ring(painter, ring, now)
        left = round(ring.right()) + theme.px(16)
        self._paint_text(painter, QRect(left, 0, self.width() - left - theme.px(12), self.height()), now)

    def _paint_ring(self, painter: QPainter, ring: QRectF, now: theme.Theme) -> None:
        stroke = theme.px(_STROKE)
        ring = ring.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(now.hairline), stroke))
        painter.drawEllipse(ring)
        if self.recent.coverage is not None:
            pen = QPen(QColor(now.data_bar), stroke)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            whole = 360 * 16
            painter.drawArc(ring, 90 * 16, -round(min(self.recent.coverage, 1.0) * whole))
        painter.setPen(QColor(now.ink))
        painter.setFont(theme.font(12, SEMIBOLD))
        painter.drawText(
            ring, int(Qt.AlignmentFlag.AlignCenter), self._figure.removesuffix("%").strip() or "–"
        )

    def _paint_text(self, painter: QPainter, field: QRect, now: theme.Theme) -> None:
        lines = (
            (self._name, theme.font(13, SEMIBOLD), now.ink, 18),
            (self._detail, theme.font(12), now.ink2, 18),
            (str(self._path.parent), theme.font(11), now.muted, 16),
        )
        top = (field.height() - sum(theme.px(high) for *_, high in lines)) // 2
        for text, font, color, high in lines:
            painter.setFont(font)
            painter.setPen(QColor(color))
            line = QRect(field.left(), top, field.width(), theme.px(high))
            # The end of a folder says more than its beginning.
            cut = Qt.TextElideMode.ElideMiddle
            shown = painter.fontMetrics().elidedText(text, cut, field.width())
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), shown)
            top += theme.px(high)

    def _forget(self) -> None:
        self.forgotten.emit(self.recent)
