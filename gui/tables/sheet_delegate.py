"""The cells of a drawn sheet: role, text, lines and the frame of the current cell."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from gui import theme
from gui.tables.columns import Index
from gui.tables.sheet_model import SheetModel
from gui.tables.sheet_roles import is_heavy, paint_role, role_tone
from model.excel.importing import Role

PADDING: Final = 6
FONT: Final = 12
_FAR: Final = 30
"""So many empty cells a text may run over, as in a spreadsheet."""
_WRAPPED: Final = frozenset({Role.HEADER})


class SheetDelegate(QStyledItemDelegate):
    """Paints one cell; a text runs over the empty cells at its right, as in a spreadsheet."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._fonts = {
            heavy: theme.font(FONT, QFont.Weight.DemiBold if heavy else QFont.Weight.Normal)
            for heavy in (False, True)
        }
        self._metrics = {heavy: QFontMetrics(font) for heavy, font in self._fonts.items()}
        self._padding = theme.px(PADDING)

    def advance(self, text: str, *, heavy: bool) -> int:
        """Return the pixels that a text takes in a cell, with the air around it."""
        longest = max(text.split("\n"), key=len)
        return self._metrics[heavy].horizontalAdvance(longest) + 2 * self._padding + 1

    def lines(self, text: str, width: int) -> int:
        """Return how many lines a heading takes in a column *width* pixels wide."""
        flags = int(Qt.TextFlag.TextWordWrap)
        room = QRect(0, 0, max(1, width - 2 * self._padding), 10_000)
        metrics = self._metrics[True]
        return max(1, round(metrics.boundingRect(room, flags, text).height() / metrics.lineSpacing()))

    @property
    def line_height(self) -> int:
        """The height of a line of text in pixels."""
        return self._metrics[True].lineSpacing()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, SheetModel)
        rect: QRect = option.rect
        row, column = index.row(), index.column()
        role = model.role(row, column)
        painter.save()
        painter.setClipRect(rect)
        paint_role(painter, QRectF(rect), role)
        runs_on = self._paint_text(painter, rect, model, row, column)
        line = QColor(theme.current().hairline)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, line)
        if not runs_on:
            painter.fillRect(rect.right(), rect.top(), 1, rect.height(), line)
        if role is Role.TOTAL:
            painter.fillRect(rect.left(), rect.top(), rect.width(), 1, QColor(theme.current().muted))
        painter.restore()
        if index == self._view.currentIndex():
            self._paint_frame(painter, rect)

    def runs_on(self, model: SheetModel, row: int, column: int) -> int:
        """Return the last column that the text of a cell runs over, *column* itself for most."""
        if model.merge_at(row, column) or not isinstance(model.value(row, column), str):
            return column
        role = model.role(row, column)
        if role in _WRAPPED:
            return column
        wide = self.advance(model.text(row, column), heavy=is_heavy(role))
        last, room = column, self._view.columnWidth(column)
        end = min(model.columnCount(), column + _FAR)
        while room < wide and last + 1 < end and _is_free(model, row, last + 1):
            last += 1
            room += self._view.columnWidth(last)
        return last

    # ---- inside

    def _paint_text(self, painter: QPainter, rect: QRect, model: SheetModel, row: int, column: int) -> bool:
        """Write the cell, or the piece of a text from further left; say whether it runs on to the right."""
        if model.value(row, column) is not None:
            last = self.runs_on(model, row, column)
            room = rect.adjusted(0, 0, self._widths(column + 1, last), 0)
            self._write(painter, room, model, row, column)
            return last > column
        source = self._source(model, row, column)
        if source is None:
            return False
        last = self.runs_on(model, row, source)
        if last < column:
            return False
        left = rect.left() - self._widths(source, column - 1)
        width = self._widths(source, last)
        self._write(painter, QRect(left, rect.top(), width, rect.height()), model, row, source)
        return last > column

    def _write(self, painter: QPainter, rect: QRect, model: SheetModel, row: int, column: int) -> None:
        role = model.role(row, column)
        heavy = is_heavy(role)
        text = model.text(row, column)
        room = rect.adjusted(self._padding, 0, -self._padding, 0)
        merge = model.merge_at(row, column)
        side = Qt.AlignmentFlag.AlignRight if model.is_number(row, column) else Qt.AlignmentFlag.AlignLeft
        if merge is not None and merge.right > merge.left:
            side = Qt.AlignmentFlag.AlignHCenter
        flags = int(side | Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(self._fonts[heavy])
        painter.setPen(QColor(getattr(theme.current(), role_tone(role))))
        is_long = "\n" in text or self._metrics[heavy].horizontalAdvance(text) > room.width()
        if role in _WRAPPED and is_long:
            flags |= int(Qt.TextFlag.TextWordWrap)
        else:
            text = text.replace("\n", " ")
            text = self._metrics[heavy].elidedText(text, Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(room, flags, text)

    def _source(self, model: SheetModel, row: int, column: int) -> int | None:
        if model.merge_at(row, column):
            return None
        for left in range(column - 1, max(-1, column - _FAR), -1):
            if model.value(row, left) is not None:
                return left
            if model.merge_at(row, left):
                return None
        return None

    def _widths(self, first: int, last: int) -> int:
        return sum(self._view.columnWidth(column) for column in range(first, last + 1))

    def _paint_frame(self, painter: QPainter, rect: QRect) -> None:
        width = 2 if self._view.hasFocus() else 1
        pen = QPen(QColor(theme.current().accent), width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -1, -1) if width > 1 else rect.adjusted(0, 0, -1, -1))


def _is_free(model: SheetModel, row: int, column: int) -> bool:
    return model.value(row, column) is None and model.merge_at(row, column) is None
