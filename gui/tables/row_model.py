"""A read-only Qt view of finished rows. It shows and orders them; it never computes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from gui.tables.columns import (
    Column,
    Index,
    Item,
    ObjectRole,
    SortRole,
    Value,
    ValueRole,
    comparable,
    header_value,
)

Role = Qt.ItemDataRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RowModel(QAbstractTableModel):
    """Row objects under a fixed set of columns, filtered and sorted by reference.

    The sort survives new rows and new columns as long as a column of that name remains.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[Column, ...] = ()
        self._rows: tuple[Item, ...] = ()
        self._shown: list[Item] = []
        self._accept: Callable[[Item], bool] | None = None
        self._sorted_by = ""
        self._order = Qt.SortOrder.AscendingOrder

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in the order of the sections."""
        return self._columns

    @property
    def sorted_by(self) -> tuple[str, Qt.SortOrder]:
        """The name of the column that the rows are sorted by ("" for none), and the direction."""
        return self._sorted_by, self._order

    def set_table(self, columns: Sequence[Column], rows: Sequence[Item]) -> None:
        """Show *rows* under *columns*, sorted and filtered as before."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self._rows = tuple(rows)
        self._arrange()
        self.endResetModel()

    def set_filter(self, accept: Callable[[Item], bool] | None) -> None:
        """Show only the rows that *accept* takes; None shows all."""
        self.beginResetModel()
        self._accept = accept
        self._arrange()
        self.endResetModel()

    def sort_by(self, name: str, order: Qt.SortOrder) -> None:
        """Sort by the column of that name; without such a column the rows keep their order."""
        place = self.place(name)
        if place is not None:
            self.sort(place, order)

    def place(self, name: str) -> int | None:
        """Return the section of the column of that name, or None."""
        return next((at for at, column in enumerate(self._columns) if column.name == name), None)

    def row_at(self, row: int) -> Item:
        """Return the object shown in that row."""
        return self._shown[row]

    def find(self, wanted: Callable[[Item], bool]) -> int | None:
        """Return the first shown row that is *wanted*, or None."""
        return next((at for at, row in enumerate(self._shown) if wanted(row)), None)

    def text_at(self, row: int, column: int) -> str:
        """Return what the cell says."""
        return self._columns[column].text(self._shown[row])

    def copied_at(self, row: int, column: int) -> str:
        """Return what copying the cell puts on the clipboard."""
        shown = self._columns[column]
        return (shown.copied or shown.text)(self._shown[row])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Value:
        if not index.isValid():
            return None
        column, row = self._columns[index.column()], self._shown[index.row()]
        match role:
            case Role.DisplayRole:
                return column.text(row)
            case Role.ToolTipRole | Role.AccessibleDescriptionRole:
                return column.tooltip(row) or None
            case Role.TextAlignmentRole:
                return _RIGHT if column.numeric else _LEFT
            case _ if role == ValueRole:
                return getattr(row, column.name, None)
            case _ if role == ObjectRole:
                return row
            case _ if role == SortRole:
                return self._sort_value(column, row)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Value:
        return header_value(self._columns, section, orientation, role)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by the values, not the texts; equal rows keep their order, missing values stay last."""
        if not 0 <= column < len(self._columns):
            return
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()  # a selection stays on its rows, not on its places
        held = [self._shown[index.row()] for index in kept]
        self._sorted_by, self._order = self._columns[column].name, order
        self._shown = self._sorted(self._shown)
        places = {id(row): at for at, row in enumerate(self._shown)}
        moved = [self.index(places[id(row)], index.column()) for row, index in zip(held, kept, strict=True)]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        accepted = [row for row in self._rows if self._accept is None or self._accept(row)]
        self._shown = self._sorted(accepted)

    def _sorted(self, rows: list[Item]) -> list[Item]:
        place = self.place(self._sorted_by)
        if place is None:
            return rows
        column = self._columns[place]
        keyed = [(self._sort_value(column, row), row) for row in rows]
        known = [pair for pair in keyed if pair[0] is not None]
        known.sort(key=_first, reverse=self._order == Qt.SortOrder.DescendingOrder)
        return [row for _, row in known] + [row for value, row in keyed if value is None]

    @staticmethod
    def _sort_value(column: Column, row: Item) -> Value:
        return comparable(column.key(row) if column.key else getattr(row, column.name, None))


def _first(pair: tuple[Value, Item]) -> Value:
    return pair[0]
