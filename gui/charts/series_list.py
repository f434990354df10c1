"""The regions of a chart as a list: which are focused, and their values at the crosshair."""

from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui import theme
from gui.charts import marks
from gui.charts.view import View
from model.figures import Series
from model.observations import Nature

_BOLD: Final = QFont.Weight.DemiBold
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

CodeRole: Final = Role.UserRole
ValueRole: Final = Role.UserRole + 1
"""The value at the position as text."""
PlaceRole: Final = Role.UserRole + 2
"""The number of the focus, from 0; None without focus."""


def is_whole(series: Series) -> bool:
    """Say whether a series is a province, which its regencies add up to."""
    return "." not in series.code


class SeriesModel(QAbstractListModel):
    """Series of a view: provinces first, then by their last value, those without a value last.

    The order does not follow the crosshair: a list that jumps under the mouse cannot be read.
    """

    def __init__(self) -> None:
        super().__init__()
        self._view: View | None = None
        self._rows: tuple[int, ...] = ()
        self._column: int | None = None
        self._sought = ""

    def show_view(self, view: View, column: int | None) -> None:
        """Show the series of *view* with their values at a position (column)."""
        before, self._view, self._column = self._view, view, column
        if before is None or before.figure is not view.figure:
            self._fill()
        elif self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def seek(self, text: str) -> None:
        """Show only series whose name holds *text*, in whatever case."""
        self._sought = text.strip().casefold()
        self._fill()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401
        if self._view is None or not index.isValid():
            return None
        row = self._rows[index.row()]
        series = self._view.figure.series[row]
        place = self._view.focus.index(row) if row in self._view.focus else None
        match role:
            case Role.DisplayRole:
                return series.name
            case Role.AccessibleTextRole:
                said = self.tr("{name}, {value}, difokuskan") if place is not None else "{name}, {value}"
                return said.format(name=series.name, value=self._value(row))
            case Role.FontRole:
                return theme.font(13, _BOLD if is_whole(series) else QFont.Weight.Normal)
        extra = {CodeRole: series.code, ValueRole: self._value(row), PlaceRole: place}
        return extra.get(Role(role)) if role in extra else None

    def _value(self, row: int) -> str:
        assert self._view is not None
        known = None if self._column is None else self._view.lines.value(row, self._column)
        return self._view.text.bare(known)

    def _fill(self) -> None:
        self.beginResetModel()
        series = self._view.figure.series if self._view else ()
        found = [row for row, one in enumerate(series) if self._sought in one.name.casefold()]
        self._rows = tuple(sorted(found, key=lambda row: _order(series[row])))
        self.endResetModel()


def _order(series: Series) -> tuple[bool, bool, float]:
    value = series.last.value if series.last else None
    return not is_whole(series), value is None, -(value or 0.0)


class SeriesDelegate(QStyledItemDelegate):
    """Paints a region: its mark where it is focused, its name, its value."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(120), theme.px(32))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        now, place = theme.current(), index.data(PlaceRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if place is not None:
            painter.fillRect(area, QColor(now.tint))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(now.sunken))
        _paint_mark(painter, place, QPointF(area.left() + theme.px(22), area.center().y() + 0.5))
        value = str(index.data(ValueRole))
        inner = QRectF(area).adjusted(theme.px(38), 0, -theme.px(16), 0)
        self._paint_texts(painter, inner, index, value)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(now.accent), theme.px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(area).adjusted(1, 1, -1, -1))
        painter.restore()

    def _paint_texts(self, painter: QPainter, area: QRectF, index: Index, value: str) -> None:
        now, face = theme.current(), index.data(Role.FontRole)
        strong = face.weight() == _BOLD or index.data(PlaceRole) is not None
        painter.setFont(theme.font(13, _BOLD))
        painter.setPen(QColor(now.ink))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, right, value)
        room = area.width() - painter.fontMetrics().horizontalAdvance(value) - theme.px(8)
        painter.setFont(theme.font(13, _BOLD if strong else QFont.Weight.Normal))
        painter.setPen(QColor(now.ink if strong else now.ink2))
        name = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)


def _paint_mark(painter: QPainter, place: int | None, at: QPointF) -> None:
    if place is not None:
        marks.draw(painter, place, at, theme.px(11), Nature.SOURCED)
        return
    painter.setPen(QPen(QColor(theme.current().unfocused), theme.px(1.5)))
    painter.drawLine(at - QPointF(theme.px(5), 0), at + QPointF(theme.px(5), 0))
