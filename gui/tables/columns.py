"""Columns as data: what a table shows, said once, for the model, the header, the delegates and copying."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
Item = Any
"""A row of whatever kind; the functions of its columns know which."""
Value = Any
"""A plain Python value, ready for Qt; never a numpy scalar."""

ValueRole: Final = int(Qt.ItemDataRole.UserRole) + 1
"""The raw Python value behind a cell; None where it is missing. The text is for the eye only."""
ObjectRole: Final = int(Qt.ItemDataRole.UserRole) + 2
"""The whole row: the object of a RowModel, the source row's number of an ArrayModel."""
SortRole: Final = int(Qt.ItemDataRole.UserRole) + 3
"""What a sort compares; None is sorted last in both directions."""


class Look(StrEnum):
    """How a column's cells are painted."""

    TEXT = "text"
    BAR = "bar"
    STATUS = "status"
    SPARKLINE = "sparkline"
    TINT = "tint"
    FLAG = "flag"
    SEVERITY = "severity"


class Tone(StrEnum):
    """The colour of a cell's text, by the name of a token of the theme."""

    INK = "ink"
    BODY = "ink2"
    MUTED = "muted"
    ON = "on"
    WATCH = "watch"
    BEHIND = "behind"


def _nothing(row: Item) -> str:
    return ""


def _ink(row: Item) -> Tone:
    return Tone.INK


def _never(row: Item) -> bool:
    return False


@dataclass(frozen=True)
class Column:
    """One column. The functions take what the model hands them: a RowModel its row object,
    an ArrayModel the number of the source row (its texts come with the arrays).
    """

    name: str
    """The field of the row that the column shows."""
    header: str
    text: Callable[[Item], str] = _nothing
    group: str = ""
    """The header above the header; neighbours with one group share it."""
    numeric: bool = False
    width: int = 88
    """In design pixels, before the zoom."""
    tooltip: Callable[[Item], str] = _nothing
    note: str = ""
    """What the column means, as the tooltip of its header."""
    tone: Callable[[Item], Tone] = _ink
    look: Look = Look.TEXT
    strong: bool = False
    mark: Callable[[Item], bool] = _never
    """Whether the cell carries the hollow dot of an invented figure."""
    key: Callable[[Item], Value] | None = None
    """What a sort compares; the field itself by default."""
    copied: Callable[[Item], str] | None = None
    """What copying puts on the clipboard; the text by default."""
    copyable: bool = True
    always_copied: bool = False
    """Copied even where it is not shown, as what the figures must not be read without."""
    shown: bool = True
    """Whether the column is in view before the person chooses."""
    stretch: bool = False
    """Takes the room that the other columns leave."""


class TableModel(Protocol):
    """What a view, a delegate and copying need of a model, beside Qt's own interface."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in the order of the sections."""

    @property
    def sorted_by(self) -> tuple[str, Qt.SortOrder]:
        """The name of the column that the rows are sorted by, and the direction."""

    def row_at(self, row: int) -> Item:
        """Return what the column's functions take for that row."""

    def text_at(self, row: int, column: int) -> str:
        """Return what the cell says."""

    def copied_at(self, row: int, column: int) -> str:
        """Return what copying the cell puts on the clipboard."""

    def rowCount(self) -> int:
        """Return how many rows are shown."""

    def place(self, name: str) -> int | None:
        """Return the section of the column of that name, or None."""


def comparable(value: Value) -> Value:
    """Return *value* as a sort compares it: text without regard to case, None for an empty text."""
    if isinstance(value, str):
        return value.casefold() or None
    return value


def header_value(columns: Sequence[Column], section: int, orientation: Qt.Orientation, role: int) -> Value:
    """Return what the header of a table of *columns* says; the rows are numbered from 1."""
    if orientation != Qt.Orientation.Horizontal:
        return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
    if not 0 <= section < len(columns):
        return None
    column = columns[section]
    if role == Qt.ItemDataRole.DisplayRole:
        return column.header
    return (column.note or None) if role == Qt.ItemDataRole.ToolTipRole else None
