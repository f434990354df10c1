"""A picture of some cells of a workbook, as a spreadsheet would show them."""

from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import theme
from model import wording
from model.excel.cell_block import CellBlock
from model.excel.grid import Cell, a1

_ROW: Final = 20
_NUMBERS: Final = 24


def cell_text(value: Cell, language: str = "id") -> str:
    """Return a cell's value as a person would read it in a spreadsheet."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return ("BENAR" if value else "SALAH") if language == "id" else str(value).upper()
    if isinstance(value, int):
        return wording.number(value, 0, language)
    if isinstance(value, float):
        decimals = 0 if value.is_integer() else len(f"{value:.4f}".rstrip("0").partition(".")[2])
        return wording.number(value, decimals, language)
    if isinstance(value, datetime):
        return wording.day(value.date(), language)
    if isinstance(value, date):
        return wording.day(value, language)
    return str(value)


class CellPicture(QWidget):
    """Shows a CellBlock: column letters, row numbers, values, a frame around the cells meant."""

    def __init__(self, block: CellBlock, language: str = "id", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._block = block
        self._texts = tuple(tuple(cell_text(cell, language) for cell in row) for row in block.cells)
        self._font = theme.font(11)
        self._bold = theme.font(11, QFont.Weight.DemiBold)
        number = QFontMetrics(self._font).horizontalAdvance(str(max(block.rows) + 1))
        self._gutter = max(theme.px(_NUMBERS), number + theme.px(8))
        self.setObjectName("cell_picture")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Sel sumber di lembar {sheet}").format(sheet=block.sheet))
        self.setAccessibleDescription(self._spoken())

    @property
    def block(self) -> CellBlock:
        """What is shown."""
        return self._block

    def sizeHint(self) -> QSize:
        return QSize(theme.px(288), theme.px(_ROW) * (len(self._block.rows) + 1) + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = theme.current()
        lefts = self._lefts()
        row_height = theme.px(_ROW)
        painter.fillRect(0, 0, self.width(), row_height, QColor(colors.sunken))
        painter.fillRect(0, 0, self._gutter, self.height(), QColor(colors.sunken))
        self._draw_headers(painter, lefts)
        for number, row in enumerate(self._texts):
            for place, text in enumerate(row):
                self._draw_cell(painter, self._cell_rect(lefts, number, place), number, place, text)
        painter.setPen(QPen(QColor(colors.hairline), 1))
        for number in range(len(self._block.rows) + 2):
            painter.drawLine(0, number * row_height, self.width() - 1, number * row_height)
        for left in [0, *lefts[:-1], self.width() - 1]:
            painter.drawLine(int(left), 0, int(left), self.height() - 1)
        painter.setPen(QPen(QColor(colors.accent), 2))
        for number, row_number in enumerate(self._block.rows):
            for place, column in enumerate(self._block.columns):
                if (row_number, column) in self._block.marked:
                    painter.drawRect(self._cell_rect(lefts, number, place).adjusted(0.5, 0.5, 0.5, 0.5))

    def _draw_headers(self, painter: QPainter, lefts: list[float]) -> None:
        painter.setFont(self._font)
        painter.setPen(QColor(theme.current().muted))
        height = theme.px(_ROW)
        for place, column in enumerate(self._block.columns):
            rect = QRectF(lefts[place], 0, lefts[place + 1] - lefts[place], height)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, a1(0, column)[:-1])
        for number, row in enumerate(self._block.rows):
            rect = QRectF(0, (number + 1) * height, self._gutter, height)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(row + 1))

    def _draw_cell(self, painter: QPainter, rect: QRectF, number: int, place: int, text: str) -> None:
        colors = theme.current()
        marked = (self._block.rows[number], self._block.columns[place]) in self._block.marked
        if marked:
            painter.fillRect(rect, QColor(colors.tint))
        is_text = isinstance(self._block.cells[number][place], str)
        painter.setFont(self._bold if marked else self._font)
        painter.setPen(QColor(colors.ink if marked else colors.ink2))
        side = Qt.AlignmentFlag.AlignLeft if is_text else Qt.AlignmentFlag.AlignRight
        room = rect.adjusted(theme.px(5), 0, -theme.px(5), 0)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, shown)

    def _cell_rect(self, lefts: list[float], number: int, place: int) -> QRectF:
        height = theme.px(_ROW)
        return QRectF(lefts[place], (number + 1) * height, lefts[place + 1] - lefts[place], height)

    def _lefts(self) -> list[float]:
        """The left edges of the columns, and the right edge of the last, by what the columns hold."""
        metrics = QFontMetrics(self._bold)
        needs = [
            max([metrics.horizontalAdvance(row[place]) for row in self._texts], default=0) + theme.px(12)
            for place in range(len(self._block.columns))
        ]
        free = self.width() - 1 - self._gutter
        if sum(needs) > free:
            needs = self._squeezed(needs, free)
        else:
            needs = [need + (free - sum(needs)) // len(needs) for need in needs]
        lefts: list[float] = [self._gutter]
        for need in needs:
            lefts.append(lefts[-1] + need)
        lefts[-1] = self.width() - 1
        return lefts

    def _squeezed(self, needs: list[int], free: int) -> list[int]:
        """Return widths that fit: texts give way, long ones most; figures are never cut before them."""
        is_text = [
            all(cell is None or isinstance(cell, str) for cell in column)
            for column in zip(*self._block.cells, strict=True)
        ]
        texts = sum(need for need, gives in zip(needs, is_text, strict=True) if gives)
        room = max(0, free - (sum(needs) - texts))
        floor = room // max(1, sum(is_text))
        over = [max(0, need - floor) if gives else 0 for need, gives in zip(needs, is_text, strict=True)]
        excess = min(sum(needs) - free, sum(over))
        return [need - excess * extra // max(1, sum(over)) for need, extra in zip(needs, over, strict=True)]

    def _spoken(self) -> str:
        said = []
        for number, row in enumerate(self._block.rows):
            for place, column in enumerate(self._block.columns):
                if (row, column) in self._block.marked:
                    said.append(f"{a1(row, column)}: {self._texts[number][place]}")
        return "; ".join(said)
