"""The header of a table in two levels: groups of columns above, the columns below."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from gui import icons, theme
from gui.tables.columns import Column

_GROUP_HEIGHT: Final = 28
_HEADER_HEIGHT: Final = 40
_PADDING: Final = 12
_CHEVRON: Final = 14


class GroupHeader(QHeaderView):
    """Paints the headers of the table's columns itself. Sorting is the table's own affair.

    Without any group it is one level high.
    """

    def __init__(self, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self.setObjectName("groupHeader")
        self._columns: tuple[Column, ...] = ()
        self._frozen = 0
        self._theme = theme.current()
        self._group_font = theme.font(12, QFont.Weight.DemiBold)
        self._font = theme.font(12, QFont.Weight.Medium)
        self._ascending = True
        self._sorted = -1
        self._hovered = -1
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(theme.px(32))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setMouseTracking(True)

    def set_columns(self, columns: tuple[Column, ...], frozen: int = 0) -> None:
        """Paint these columns, the first *frozen* set apart; the sections are those of the model."""
        self._columns, self._frozen = columns, frozen
        self.updateGeometries()
        self.viewport().update()

    def show_sort(self, section: int, order: Qt.SortOrder) -> None:
        """Put the sort mark on *section*, or nowhere for -1."""
        self._sorted, self._ascending = section, order == Qt.SortOrder.AscendingOrder
        self.viewport().update()

    def starts_group(self, section: int) -> bool:
        """Say whether a column group begins at this section, the first of all excepted."""
        before = self._neighbour(section, -1)
        return before is not None and self._columns[before].group != self._columns[section].group

    def edges(self, section: int) -> tuple[bool, bool]:
        """Say whether a strong line runs at the left and at the right of a column.

        The frozen columns end in one of their own, which stays in view with them.
        """
        is_last_frozen = section == self._frozen - 1
        return section != self._frozen and self.starts_group(section) and not is_last_frozen, is_last_frozen

    def sizeHint(self) -> QSize:
        levels = _HEADER_HEIGHT + (_GROUP_HEIGHT if self._has_groups() else 0)
        return QSize(super().sizeHint().width(), theme.px(levels))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.logicalIndexAt(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # Two quick clicks are two clicks: the second turns the order round. Only an edge fits its column.
        if self.cursor().shape() == Qt.CursorShape.SplitHCursor:
            super().mouseDoubleClickEvent(event)
        else:
            super().mousePressEvent(event)

    def leaveEvent(self, event: object) -> None:
        super().leaveEvent(event)  # type: ignore[arg-type]
        self._hover(-1)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        if not 0 <= logical < len(self._columns):
            return
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, QColor(self._theme.sunken))
        top = theme.px(_GROUP_HEIGHT) if self._has_groups() else 0
        if top:
            self._paint_group(painter, rect, logical, top)
        self._paint_header(painter, rect.adjusted(0, top, 0, 0), logical)
        # Filled, not drawn: lines of neighbours meet without a gap at 150 %, too.
        strong = QColor(self._theme.strong)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, strong)
        left, right = self.edges(logical)
        if left or right:
            painter.fillRect(rect.right() if right else rect.left(), rect.top(), 1, rect.height(), strong)
        painter.restore()

    def _paint_group(self, painter: QPainter, rect: QRect, logical: int, height: int) -> None:
        """Paint this section's slice of its group: the text runs on over the group's sections."""
        column = self._columns[logical]
        left, right = self._reach(logical)
        group = QRect(QPoint(left, rect.top()), QPoint(right, rect.top() + height - 1))
        painter.setPen(QColor(self._theme.muted))
        painter.setFont(self._group_font)
        inner = group.adjusted(theme.px(_PADDING), 0, -theme.px(4), 0)
        text = painter.fontMetrics().elidedText(column.group, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.fillRect(rect.left(), group.bottom(), rect.width(), 1, QColor(self._theme.hairline))

    def _paint_header(self, painter: QPainter, rect: QRect, logical: int) -> None:
        column = self._columns[logical]
        sorted_here = logical == self._sorted
        inner = rect.adjusted(theme.px(_PADDING), 0, -theme.px(_PADDING), 0)
        color = self._theme.accent if sorted_here else self._theme.ink2
        if logical == self._hovered and not sorted_here:
            color = self._theme.ink
        painter.setPen(QColor(color))
        painter.setFont(self._font)
        side = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
        flags = int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
        if not sorted_here:
            painter.drawText(inner, flags, column.header)
            return
        chevron = theme.px(_CHEVRON)
        # The mark stands in the padding, so that a header needs no more room when it is sorted by.
        text_area = inner.adjusted(0, 0, -theme.px(4), 0) if column.numeric else inner
        painter.drawText(text_area, flags, column.header)
        wide = painter.fontMetrics().boundingRect(text_area, flags, column.header)
        left = (text_area.right() if column.numeric else wide.right()) + theme.px(1)
        mark = icons.icon("chevron-up" if self._ascending else "chevron-down", color)
        mark.paint(painter, left, rect.center().y() - chevron // 2, chevron, chevron)

    def _reach(self, logical: int) -> tuple[int, int]:
        """Return the left and right edge of the group that the section belongs to."""
        first = last = logical
        while not self.starts_group(first) and (before := self._neighbour(first, -1)) is not None:
            first = before
        while (after := self._neighbour(last, 1)) is not None and not self.starts_group(after):
            last = after
        left = self.sectionViewportPosition(first)
        return left, self.sectionViewportPosition(last) + self.sectionSize(last) - 1

    def _neighbour(self, section: int, step: int) -> int | None:
        at = section + step
        while 0 <= at < len(self._columns) and self.isSectionHidden(at):
            at += step
        return at if 0 <= at < len(self._columns) else None

    def _has_groups(self) -> bool:
        return any(column.group for column in self._columns)

    def _hover(self, section: int) -> None:
        if section != self._hovered:
            self._hovered = section
            self.viewport().update()
