"""A short ranked list: name, bar with the target across it, coverage, change and status mark."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui import theme
from gui.widgets.ranking_painting import column_places, draw_bar, draw_status, draw_text

Index = QModelIndex | QPersistentModelIndex

LineRole = Qt.ItemDataRole.UserRole
"""The RankedLine behind a row."""

_ROW = 28


@dataclass(frozen=True, slots=True)
class RankedLine:
    """One row. *coverage* and *target* are fractions (None: unknown), texts are ready to show."""

    key: str
    rank: str
    name: str
    coverage: float | None
    target: float | None
    percent: str
    points: str
    status: str
    """"on_track", "watch", "behind" or ""."""
    spoken: str
    """The row as a screen reader should say it."""


class RankingModel(QAbstractListModel):
    """The lines of one list, read-only."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[RankedLine, ...] = ()

    def set_lines(self, lines: Sequence[RankedLine]) -> None:
        """Show *lines* in their order."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.name
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return line.spoken
            case _ if role == LineRole:
                return line
        return None


class RankingDelegate(QStyledItemDelegate):
    """Paints a RankedLine; its columns are :func:`column_places` for ``name_width``."""

    name_width = 0

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LineRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        self._draw_ground(painter, option, rect)
        places = column_places(rect, self.name_width)
        colors = theme.current()
        middle = Qt.AlignmentFlag.AlignVCenter
        right, left = Qt.AlignmentFlag.AlignRight | middle, Qt.AlignmentFlag.AlignLeft | middle
        draw_text(painter, places["rank"], right, line.rank, theme.font(12), colors.muted)
        draw_text(painter, places["name"], left, line.name, theme.font(13), colors.ink)
        draw_bar(painter, places["bar"], line.coverage, line.target)
        bold = theme.font(13, QFont.Weight.DemiBold)
        draw_text(painter, places["percent"], right, line.percent, bold, colors.ink)
        draw_text(painter, places["points"], right, line.points, theme.font(12), colors.ink2)
        mark = places["mark"]
        draw_status(painter, QPointF(mark.right() - theme.px(5), mark.center().y()), line.status)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(240), theme.px(_ROW))

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF) -> None:
        state = option.state
        colors = theme.current()
        inner = rect.adjusted(1, 1, -1, -1)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.tint))
            painter.drawRoundedRect(inner, 4, 4)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.sunken))
            painter.drawRoundedRect(inner, 4, 4)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colors.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner, 4, 4)


class RankingList(QListView):
    """The list as one tab stop; a click, Enter or Space on a line chooses it. As high as its lines."""

    chosen = Signal(str)
    """The key of the line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = RankingModel(self)
        self.setModel(self._lines)
        self._painter = RankingDelegate(self)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._choose)

    def show_lines(self, lines: Sequence[RankedLine]) -> None:
        """Show *lines*; the list takes the height that they need."""
        self._lines.set_lines(lines)
        self.setFixedHeight(max(1, theme.px(_ROW) * len(lines)))

    def set_name_width(self, width: int) -> None:
        """Keep *width* pixels for the names where there is room, so that lists below each other align."""
        self._painter.name_width = width
        self.viewport().update()

    def select(self, key: str | None) -> None:
        """Mark the line of *key*; none for None or where it is not here."""
        for row in range(self._lines.rowCount()):
            index = self._lines.index(row)
            if index.data(LineRole).key == key:
                self.setCurrentIndex(index)
                return
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def lines(self) -> tuple[RankedLine, ...]:
        """The lines shown, from top to bottom."""
        return tuple(self._lines.index(row).data(LineRole) for row in range(self._lines.rowCount()))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.data(LineRole).key)


class RankingHeader(QWidget):
    """The line above a list: its title, and the names of the columns of figures."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.setFixedHeight(theme.px(20))
        self.setAccessibleName(title)

    def set_title(self, title: str) -> None:
        """Show *title* from now on."""
        self._title = title
        self.setAccessibleName(title)
        self.update()

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        rect, colors = QRectF(self.rect()), theme.current()
        places = column_places(rect)
        middle = Qt.AlignmentFlag.AlignVCenter
        room = QRectF(rect.left(), rect.top(), places["percent"].left() - rect.left(), rect.height())
        draw_text(
            painter, room, Qt.AlignmentFlag.AlignLeft | middle, self._title,
            theme.font(12, QFont.Weight.DemiBold), colors.ink,
        )  # fmt: skip
        for name, text in (("percent", "%"), ("points", self.tr("± poin"))):
            place = places[name]
            draw_text(
                painter, place, Qt.AlignmentFlag.AlignRight | middle, text, theme.font(11), colors.muted
            )


def name_width(lines: Sequence[RankedLine]) -> int:
    """Return how many pixels the longest name of *lines* takes."""
    metrics = QFontMetrics(theme.font(13))
    return max((metrics.horizontalAdvance(line.name) for line in lines), default=0)
