"""The plain cell: background, text, lines and the frame of the current cell, in the theme's colours."""

from typing import Final, Protocol, cast

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QStaticText
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui import theme
from gui.tables.columns import Column, Index, Item, TableModel, Tone

PADDING: Final = 12
_DOT: Final = 5
_DOT_GAP: Final = 6
_LAID_KEPT: Final = 4096
_SELECTED: Final = QStyle.StateFlag.State_Selected.value


class CellSurroundings(Protocol):
    """What a cell asks of its table: where the person is, and where the strong edges run."""

    def current_row(self) -> int:
        """Return the row of the current cell, or -1."""

    def is_current(self, row: int, column: int) -> bool:
        """Say whether that is the current cell."""

    def is_active(self) -> bool:
        """Say whether the table has the keyboard."""

    def is_total(self) -> bool:
        """Say whether the rows are totals."""

    def edges(self, column: int) -> tuple[bool, bool]:
        """Say whether a strong edge runs at the left and at the right of the column."""


class CellDelegate(QStyledItemDelegate):
    """Paints one cell; a subclass replaces :meth:`paint_content`."""

    def __init__(self, surroundings: CellSurroundings) -> None:
        super().__init__()
        self.around = surroundings
        self.theme = theme.current()
        self.padding = theme.px(PADDING)
        self._fonts = {
            strong: theme.font(13, QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
            for strong in (False, True)
        }
        self._metrics = {strong: QFontMetrics(font) for strong, font in self._fonts.items()}
        self._laid: dict[tuple[str, bool, int], tuple[QStaticText, int, int]] = {}
        self._colors: dict[str, QColor] = {}
        self._row_tint = _between(QColor(self.theme.tint), QColor(self.theme.surface))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = cast(TableModel, index.model())
        rect: QRect = option.rect
        row, column = index.row(), index.column()
        shown = model.columns[column]
        # By number: a flag made into an enum for each of a thousand cells costs more than its text.
        background = self._background(row, selected=bool(option.state.value & _SELECTED))
        if background is not None:
            painter.fillRect(rect, background)
        self.paint_content(painter, rect, shown, model.row_at(row), model.text_at(row, column))
        self._paint_lines(painter, rect, column)
        if self.around.is_current(row, column):
            self._paint_frame(painter, rect)

    def paint_content(self, painter: QPainter, rect: QRect, column: Column, row: Item, text: str) -> None:
        """Paint what the cell says; background, lines and frame are painted around it."""
        inner = rect.adjusted(self.padding, 0, -self.padding, 0)
        marked = column.mark(row)
        if marked:
            inner.setRight(inner.right() - mark_room())
        self.write(painter, inner, text, column, self.color(column.tone(row)))
        if marked:
            width = min(self.metrics(column).horizontalAdvance(text), inner.width())
            self._paint_dot(painter, inner.left() + width + theme.px(_DOT_GAP), rect.center().y())

    def write(self, painter: QPainter, area: QRect, text: str, column: Column, color: QColor) -> None:
        """Write *text* in *area* as the column is aligned, cut with "…" where it does not fit."""
        strong = self.is_strong(column)
        laid, width, height = self._laid_out(text, strong, area.width())
        painter.setFont(self._fonts[strong])
        painter.setPen(color)
        left = area.right() + 1 - width if column.numeric else area.left()
        painter.drawStaticText(left, area.top() + (area.height() - height) // 2, laid)

    def is_strong(self, column: Column) -> bool:
        """Say whether the column's text is heavy: figures that matter, and every total."""
        return column.strong or self.around.is_total()

    def metrics(self, column: Column) -> QFontMetrics:
        """Return the measures of the column's type."""
        return self._metrics[self.is_strong(column)]

    def color(self, tone: Tone | str) -> QColor:
        """Return the theme's colour of that token."""
        made = self._colors.get(tone)
        if made is None:
            made = self._colors[tone] = QColor(getattr(self.theme, tone))
        return made

    def _laid_out(self, text: str, strong: bool, room: int) -> tuple[QStaticText, int, int]:  # noqa: FBT001
        """Return *text* cut to *room*, its width and height; laid out once for all cells that say it."""
        key = (text, strong, room)
        known = self._laid.get(key)
        if known is not None:
            return known
        if len(self._laid) > _LAID_KEPT:
            self._laid.clear()
        metrics = self._metrics[strong]
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        laid = QStaticText(shown)
        laid.setTextFormat(Qt.TextFormat.PlainText)
        laid.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        laid.prepare(font=self._fonts[strong])
        made = self._laid[key] = (laid, metrics.horizontalAdvance(shown), metrics.height())
        return made

    def _background(self, row: int, *, selected: bool) -> QColor | None:
        """Return the colour behind the cell, None for that of the whole table."""
        if selected:
            return self.color("tint")
        if row == self.around.current_row():
            return self._row_tint
        return self.color("sunken") if self.around.is_total() else None

    def _paint_lines(self, painter: QPainter, rect: QRect, column: int) -> None:
        if not self.around.is_total():
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self.color("hairline"))
        left, right = self.around.edges(column)
        if left or right:
            at = rect.right() if right else rect.left()
            painter.fillRect(at, rect.top(), 1, rect.height(), self.color("strong" if right else "hairline"))

    def _paint_frame(self, painter: QPainter, rect: QRect) -> None:
        width = 2 if self.around.is_active() else 1
        painter.setPen(
            QPen(
                self.color("accent"),
                width,
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.SquareCap,
                Qt.PenJoinStyle.MiterJoin,
            )
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -1, -1) if width > 1 else rect.adjusted(0, 0, -1, -1))

    def _paint_dot(self, painter: QPainter, left: int, middle: int) -> None:
        side = theme.px(_DOT)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.color("muted"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(left, middle - side // 2, side, side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def mark_room() -> int:
    """Return the pixels that the dot of an invented figure takes behind a text."""
    return theme.px(_DOT) + theme.px(_DOT_GAP)


def _between(one: QColor, other: QColor) -> QColor:
    return QColor(
        (one.red() + other.red()) // 2, (one.green() + other.green()) // 2, (one.blue() + other.blue()) // 2
    )
