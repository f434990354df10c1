"""A read-only Qt view of a million rows: numpy columns and an order, never a proxy."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Final

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from gui.tables.arrays import ArrayColumn, Rows
from gui.tables.columns import Column, Index, ObjectRole, SortRole, Value, ValueRole, header_value

Role = Qt.ItemDataRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_BLOCK: Final = 128
"""Rows formatted at once. A scroll formats at most one block a frame, about 2 ms."""
_BLOCKS_KEPT: Final = 64


class ArrayModel(QAbstractTableModel):
    """Source rows in an order of their own. Sorting and filtering replace the order, not the data."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[Column, ...] = ()
        self._arrays: tuple[ArrayColumn, ...] = ()
        self._order: Rows = np.empty(0, np.intp)
        self._count = 0
        self._sorted_by = ""
        self._direction = Qt.SortOrder.AscendingOrder
        self._blocks: OrderedDict[int, list[list[str]]] = OrderedDict()

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in the order of the sections."""
        return self._columns

    @property
    def sorted_by(self) -> tuple[str, Qt.SortOrder]:
        """The name of the column that the rows are sorted by ("" for none), and the direction."""
        return self._sorted_by, self._direction

    def set_table(self, columns: Sequence[Column], arrays: Sequence[ArrayColumn], count: int) -> None:
        """Show *count* rows of *arrays*, one array to a column, sorted as before."""
        self.beginResetModel()
        self._columns, self._arrays = tuple(columns), tuple(arrays)
        self._set_order(self._sorted(np.arange(count)))
        self.endResetModel()

    def show_ordered(self, rows: Rows, name: str, order: Qt.SortOrder) -> None:
        """Show only these source rows, put in order by the column of that name elsewhere ("": by none)."""
        self.beginResetModel()
        self._sorted_by, self._direction = name, order
        self._set_order(rows)
        self.endResetModel()

    def source_rows(self) -> Rows:
        """Return the source rows in the order shown; not to be changed."""
        return self._order

    def place(self, name: str) -> int | None:
        """Return the section of the column of that name, or None."""
        return next((at for at, column in enumerate(self._columns) if column.name == name), None)

    def row_at(self, row: int) -> int:
        """Return the number of the source row shown in *row*."""
        return int(self._order[row])

    def find_source(self, source: int) -> int | None:
        """Return the shown row of a source row, or None when it is filtered out."""
        found = np.flatnonzero(self._order == source)
        return int(found[0]) if len(found) else None

    def text_at(self, row: int, column: int) -> str:
        """Return what the cell says."""
        block = row // _BLOCK
        texts = self._blocks.get(block)
        if texts is None:
            texts = self._formatted(block)
        return texts[row - block * _BLOCK][column]

    def copied_at(self, row: int, column: int) -> str:
        """Return what copying the cell puts on the clipboard."""
        return self._arrays[column].copied(int(self._order[row]))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Value:
        if not index.isValid():
            return None
        match role:
            case Role.DisplayRole:
                return self.text_at(index.row(), index.column())
            case Role.TextAlignmentRole:
                return _RIGHT if self._columns[index.column()].numeric else _LEFT
            case Role.ToolTipRole:
                return self.text_at(index.row(), index.column()) or None
            case _ if role == ObjectRole:
                return int(self._order[index.row()])
            case _ if role in {ValueRole, SortRole}:
                return self._arrays[index.column()].value(int(self._order[index.row()]))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Value:
        return header_value(self._columns, section, orientation, role)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by the values; equal rows keep their order, missing values stay last."""
        if not 0 <= column < len(self._columns):
            return
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        held = [int(self._order[index.row()]) for index in kept]
        self._sorted_by, self._direction = self._columns[column].name, order
        self._set_order(self._sorted(self._order))
        if kept:
            places = np.empty(int(self._order.max()) + 1, np.intp)
            places[self._order] = np.arange(self._count)
            moved = [
                self.index(int(places[source]), index.column())
                for source, index in zip(held, kept, strict=True)
            ]
            self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def _sorted(self, rows: Rows) -> Rows:
        place = self.place(self._sorted_by)
        if place is None:
            return rows
        descending = self._direction == Qt.SortOrder.DescendingOrder
        return self._arrays[place].ordered(rows, descending=descending)

    def _set_order(self, order: Rows) -> None:
        self._order, self._count = order, len(order)
        self._blocks.clear()

    def _formatted(self, block: int) -> list[list[str]]:
        sources = self._order[block * _BLOCK : (block + 1) * _BLOCK].tolist()
        texts = [[array.text(source) for array in self._arrays] for source in sources]
        self._blocks[block] = texts
        if len(self._blocks) > _BLOCKS_KEPT:
            self._blocks.popitem(last=False)
        return texts
