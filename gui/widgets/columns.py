"""A layout of equal rows whose number of columns follows the width."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class ColumnsLayout(QLayout):
    """Lays its items out in the largest number of columns of *steps* that holds them unsqueezed.

    An item is unsqueezed at its minimum width, or at the width that *least* asks for in its column
    where there are as many columns as that names; hidden widgets take no place. Spare width goes to
    the columns by *weights* (equal where none are given). In a last row that is not full, the last
    item takes the free columns, so that no hole is left. Every row is as high as its highest item;
    spare height goes to the rows alike. One column is always possible, however narrow.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        steps: Sequence[int],
        gap: int,
        weights: Sequence[int] = (),
        least: Sequence[int] = (),
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._steps = tuple(sorted({*steps, 1}, reverse=True))
        self._gap = gap
        self._weights = tuple(weights)
        self._least = tuple(least)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal | Qt.Orientation.Vertical

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        columns = self.columns_for(width)
        heights = self._row_heights(self._column_widths(columns, width), columns)
        return sum(heights) + self._gap * (len(heights) - 1)

    def minimumHeightForWidth(self, width: int) -> int:
        return self.heightForWidth(width)

    def minimumSize(self) -> QSize:
        narrowest = max((item.minimumSize().width() for item in self._shown), default=0)
        highest = max((item.minimumSize().height() for item in self._shown), default=0)
        return QSize(narrowest, highest)

    def sizeHint(self) -> QSize:
        columns = next((step for step in self._steps if step <= len(self._shown)), 1)
        width = sum(self._natural_widths(columns)) + self._gap * (columns - 1)
        return QSize(width, self.heightForWidth(width))

    def columns_for(self, width: int) -> int:
        """Return how many columns the layout takes at *width* pixels."""
        for columns in self._steps:
            if columns > 1 and columns > len(self._shown):
                continue
            if sum(self._natural_widths(columns)) + self._gap * (columns - 1) <= width:
                return columns
        return 1

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        columns = self.columns_for(rect.width())
        widths = self._column_widths(columns, rect.width())
        heights = self._row_heights(widths, columns)
        spare = rect.height() - sum(heights) - self._gap * (len(heights) - 1)
        top = rect.top()
        for row, height in enumerate(heights):
            height += max(0, spare) // len(heights)
            left = rect.left()
            for place, item in enumerate(self._row(row, columns)):
                width = self._item_width(widths, row, place, columns)
                item.setGeometry(QRect(left, top, width, height))
                left += width + self._gap
            top += height + self._gap

    @property
    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _row(self, row: int, columns: int) -> list[QLayoutItem]:
        return self._shown[row * columns : (row + 1) * columns]

    def _natural_widths(self, columns: int) -> list[int]:
        items = self._shown
        rows = -(-len(items) // columns)
        full = rows if len(items) % columns == 0 else rows - 1
        widths = list(self._least) if len(self._least) == columns else [0] * columns
        for index, item in enumerate(items):
            row, place = divmod(index, columns)
            # The last item of a short row spans the free columns and need not widen one.
            if row < full or index < len(items) - 1 or rows == 1:
                widths[place] = max(widths[place], item.minimumSize().width())
        return widths

    def _column_widths(self, columns: int, width: int) -> list[int]:
        free = width - self._gap * (columns - 1)
        weights = self._weights if len(self._weights) == columns else (1,) * columns
        natural = self._natural_widths(columns)
        if self._weights and len(self._weights) == columns:
            shares = [free * weight // sum(weights) for weight in weights]
            if all(share >= need for share, need in zip(shares, natural, strict=True)):
                natural = [0] * columns
        spare = free - sum(natural)
        widths = [
            need + spare * weight // sum(weights) for need, weight in zip(natural, weights, strict=True)
        ]
        widths[-1] += free - sum(widths)
        return widths

    def _item_width(self, widths: list[int], row: int, place: int, columns: int) -> int:
        last = len(self._row(row, columns)) - 1
        if place < last:
            return widths[place]
        return sum(widths[place:]) + self._gap * (columns - 1 - place)

    def _row_heights(self, widths: list[int], columns: int) -> list[int]:
        heights = []
        for row in range(-(-len(self._shown) // columns)):
            items = self._row(row, columns)
            heights.append(
                max(
                    _height(item, self._item_width(widths, row, place, columns))
                    for place, item in enumerate(items)
                )
            )
        return heights


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return max(item.heightForWidth(width), item.minimumSize().height())
    return item.sizeHint().height()
