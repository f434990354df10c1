"""A drawn sheet as Qt sees it: its cells as a spreadsheet shows them, and what each is to the reader."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from gui.tables.columns import Index, Value, ValueRole
from gui.tables.copying import plain_number
from gui.tables.sheet_roles import ACROSS, ORDER, role_name
from gui.widgets.cell_picture import cell_text
from model import wording
from model.excel.grid import Cell, Merge, a1
from model.excel.importing import Role, RoleArea, SheetPicture

ItemRole = Qt.ItemDataRole
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_GROUPED: Final = frozenset({Role.FIGURE, Role.TOTAL})
_DOWN: Final = frozenset({Role.PERIOD, Role.SEGMENT, Role.LEFT_OUT})
"""Roles that single columns have as well; such a column says nothing of its rows."""
_PRECISE: Final = 6
_NO_SHEET: Final = SheetPicture("", (), 0)
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ColumnLabel:
    """What a column is for, over its cells; *is_open* where that is still asked."""

    text: str
    tooltip: str = ""
    is_open: bool = False


class SheetModel(QAbstractTableModel):
    """The cells of a SheetPicture, read-only. Texts are made when they are asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet = _NO_SHEET
        self._language = "id"
        self._width = 0
        self._roles: list[bytearray] = []
        self._rows: dict[int, Role] = {}
        self._labels: Mapping[int, ColumnLabel] = {}
        self._merged: dict[Place, Merge] = {}
        self._marked: frozenset[Place] = frozenset()

    def show_sheet(
        self, sheet: SheetPicture, labels: Mapping[int, ColumnLabel] | None = None, language: str = "id"
    ) -> None:
        """Show *sheet*; *labels* say by column number what the columns are for."""
        self.beginResetModel()
        self._sheet, self._language, self._labels = sheet, language, labels or {}
        self._width = max((len(row) for row in sheet.rows), default=0)
        self._roles = _painted(sheet.roles, len(sheet.rows), self._width)
        self._rows = _named_rows(sheet.roles, self._roles, self._width)
        self._merged = {
            (row, column): merge
            for merge in self.merges()
            for row in range(merge.top, merge.bottom + 1)
            for column in range(merge.left, merge.right + 1)
        }
        self._marked = frozenset()
        self.endResetModel()

    # ---- what is drawn

    @property
    def sheet(self) -> SheetPicture:
        """What is shown."""
        return self._sheet

    @property
    def marked(self) -> frozenset[Place]:
        """The cells that the chosen decision is about."""
        return self._marked

    def mark(self, places: frozenset[Place]) -> None:
        """Mark the cells of a decision, and no others; those outside the drawn part are left out."""
        if places == self._marked:
            return
        changed = places | self._marked
        self._marked = frozenset((row, column) for row, column in places if self._is_inside(row, column))
        inside = [place for place in changed if self._is_inside(*place)]
        if inside:
            rows, columns = zip(*inside, strict=True)
            top_left = self.index(min(rows), min(columns))
            self.dataChanged.emit(top_left, self.index(max(rows), max(columns)))

    def value(self, row: int, column: int) -> Cell:
        """Return what the cell holds; None outside the sheet."""
        cells = self._sheet.rows[row] if 0 <= row < len(self._sheet.rows) else ()
        return cells[column] if 0 <= column < len(cells) else None

    def role(self, row: int, column: int) -> Role | None:
        """Return what the cell is to the reader, None outside every table."""
        number = self._roles[row][column]
        return ORDER[number - 1] if number else None

    def text(self, row: int, column: int) -> str:
        """Return the cell as a spreadsheet shows it."""
        value = self.value(row, column)
        if value is None or isinstance(value, str):
            return value or ""
        is_plain = isinstance(value, int | float) and not isinstance(value, bool)
        if is_plain and self.role(row, column) not in _GROUPED:
            return self._ungrouped(value)
        return cell_text(value, self._language)

    def is_number(self, row: int, column: int) -> bool:
        """Say whether the cell is written at the right: a number or a day."""
        value = self.value(row, column)
        return value is not None and not isinstance(value, str)

    def merge_at(self, row: int, column: int) -> Merge | None:
        """Return the merged block that the cell belongs to, cut to the drawn part."""
        return self._merged.get((row, column))

    def merges(self) -> list[Merge]:
        """Return the merged blocks of more than one cell, cut to the drawn part."""
        cut = (
            Merge(
                merge.top,
                merge.left,
                min(merge.bottom, len(self._sheet.rows) - 1),
                min(merge.right, self._width - 1),
            )
            for merge in self._sheet.merges
        )
        return [
            merge
            for merge in cut
            if merge.top <= merge.bottom
            and merge.left <= merge.right
            and (merge.top, merge.left) != (merge.bottom, merge.right)
        ]

    def roles(self) -> tuple[Role, ...]:
        """Return the roles that the sheet has, in the order of a legend."""
        found = {number for row in self._roles for number in set(row)}
        return tuple(role for number, role in enumerate(ORDER, start=1) if number in found)

    def column_label(self, column: int) -> ColumnLabel | None:
        """Return what the column is for, None where nobody said."""
        return self._labels.get(column)

    def row_role(self, row: int) -> Role | None:
        """Return the role of a whole row, None for a row of the table's body."""
        return self._rows.get(row)

    # ---- Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._sheet.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._width

    def data(self, index: Index, role: int = ItemRole.DisplayRole) -> Value:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        match role:
            case ItemRole.DisplayRole:
                return self.text(row, column)
            case ItemRole.TextAlignmentRole:
                return _RIGHT if self.is_number(row, column) else _LEFT
            case ItemRole.AccessibleTextRole:
                return self._spoken(row, column)
            case _ if role == ValueRole:
                return self.value(row, column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = ItemRole.DisplayRole
    ) -> Value:
        is_across = orientation == Qt.Orientation.Horizontal
        if role == ItemRole.DisplayRole:
            return a1(0, section)[:-1] if is_across else str(section + 1)
        if role == ItemRole.ToolTipRole:
            return self._column_tip(section) if is_across else self._row_tip(section)
        return None

    # ---- inside

    def _is_inside(self, row: int, column: int) -> bool:
        return 0 <= row < len(self._sheet.rows) and 0 <= column < self._width

    def _ungrouped(self, value: Cell) -> str:
        """Write a year, a code or a running number: it is no count, and has no dots in it."""
        assert isinstance(value, int | float)
        plain = plain_number(abs(value), 0 if isinstance(value, int) else _PRECISE, self._language)
        return f"{wording.MINUS}{plain}" if value < 0 else plain

    def _spoken(self, row: int, column: int) -> str:
        role = self.role(row, column)
        said = self.text(row, column) or self.tr("kosong")
        return f"{a1(row, column)}: {said}" + (f", {role_name(role)}" if role else "")

    def _column_tip(self, column: int) -> str | None:
        label = self._labels.get(column)
        lines = [label.tooltip or label.text] if label else []
        if column in self._sheet.hidden_columns:
            lines.append(self.tr("Kolom ini tersembunyi di berkas; isinya tetap dibaca."))
        return "\n".join(lines) or None

    def _row_tip(self, row: int) -> str | None:
        role = self._rows.get(row)
        lines = [role_name(role)] if role else []
        if row in self._sheet.hidden_rows:
            lines.append(self.tr("Baris ini tersembunyi di berkas; isinya tetap dibaca."))
        return "\n".join(lines) or None


def _painted(areas: tuple[RoleArea, ...], height: int, width: int) -> list[bytearray]:
    """Return for every cell the byte of its role, 0 for none; of areas that overlap the later one wins."""
    rows = [bytearray(width) for _ in range(height)]
    for area in areas:
        right = min(area.right, width - 1)
        strip = bytes([ORDER.index(area.role) + 1]) * max(0, right - area.left + 1)
        for row in range(area.top, min(area.bottom, height - 1) + 1):
            rows[row][area.left : right + 1] = strip
    return rows


def _named_rows(areas: tuple[RoleArea, ...], painted: list[bytearray], width: int) -> dict[int, Role]:
    """Return the rows of which one role takes more than half of what has a role at all."""
    taken: dict[int, dict[Role, int]] = {}
    for area in areas:
        is_column = area.right == area.left and area.bottom > area.top
        if area.role in ACROSS and not (is_column and area.role in _DOWN):
            for row in range(area.top, min(area.bottom, len(painted) - 1) + 1):
                of_row = taken.setdefault(row, {})
                of_row[area.role] = of_row.get(area.role, 0) + min(area.right, width - 1) - area.left + 1
    largest = {row: max(shares, key=lambda role: shares[role]) for row, shares in taken.items()}
    return {
        row: role for row, role in largest.items() if 2 * taken[row][role] > width - painted[row].count(0)
    }
