"""The line under a coverage table that explains its marks; it wraps where room is short."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import theme
from gui.tables.delegates import STATUS_TONE, paint_status_mark

Mark = Literal["on_track", "watch", "behind", "target", "break", "invented", "note", ""]

_LINE = 20
_MARK_WIDTH = 14
_GAP = 20


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One mark and what it means. A "note" stands at the right end of its line."""

    mark: Mark
    text: str


class Legend(QWidget):
    """Marks with their meaning, and notes at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[LegendEntry, ...] = ()
        self.setFont(theme.font(12))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_entries(self, entries: tuple[LegendEntry, ...]) -> None:
        """Explain these marks."""
        self._entries = entries
        self.setAccessibleName("; ".join(entry.text for entry in entries))
        self.updateGeometry()
        self.update()

    @property
    def entries(self) -> tuple[LegendEntry, ...]:
        """What the legend explains."""
        return self._entries

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        bottoms = [area.bottom() + 1 for area in self._areas(width)]
        return max(bottoms, default=0)

    def sizeHint(self) -> QSize:
        width = sum(self._width(entry) + theme.px(_GAP) for entry in self._entries)
        return QSize(width, theme.px(_LINE))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), self.heightForWidth(max(self.width(), theme.px(120))))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for entry, area in zip(self._entries, self._areas(self.width()), strict=True):
            self._paint_mark(painter, entry.mark, area)
            painter.setFont(self.font())
            painter.setPen(theme.current().muted)
            text = area.adjusted(self._mark_width(entry), 0, 0, 0)
            painter.drawText(
                text, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), entry.text
            )

    def _paint_mark(self, painter: QPainter, mark: Mark, area: QRect) -> None:
        colors = theme.current()
        middle = area.center().y() + 1
        side = theme.px(9)
        if mark in {"on_track", "watch", "behind"}:
            color = QColor(getattr(colors, STATUS_TONE[mark]))
            paint_status_mark(painter, QRectF(area.left(), middle - side / 2, side, side), mark, color)
        elif mark == "target":
            height = theme.px(14)
            painter.fillRect(area.left() + 3, middle - height // 2, theme.px(2), height, QColor(colors.ink))
        elif mark == "break":
            painter.setPen(QPen(QColor(colors.muted), 1, Qt.PenStyle.DotLine))
            at = area.left() + 4.5
            painter.drawLine(QPointF(at, middle - side), QPointF(at, middle + side))
        elif mark == "invented":
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colors.muted), 1))
            painter.drawEllipse(QPointF(area.left() + 4, middle), theme.px(2.5), theme.px(2.5))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _areas(self, width: int) -> list[QRect]:
        line, gap = theme.px(_LINE), theme.px(_GAP)
        areas: list[QRect] = []
        left = row = 0
        for entry in self._entries:
            needed = self._width(entry)
            if left and left + needed > width:
                left, row = 0, row + 1
            start = max(left, width - needed) if entry.mark == "note" else left
            areas.append(QRect(start, row * line, min(needed, width), line))
            left = start + needed + gap
        return areas

    def _width(self, entry: LegendEntry) -> int:
        return self._mark_width(entry) + self.fontMetrics().horizontalAdvance(entry.text) + 1

    def _mark_width(self, entry: LegendEntry) -> int:
        return 0 if entry.mark in {"note", ""} else theme.px(_MARK_WIDTH)
