"""A workbook as cells with addresses: what the reader hands over and recognition works on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from pathlib import Path
from typing import Final, Protocol, SupportsIndex, overload

Cell = str | int | float | bool | date | datetime | time | timedelta | None
"""A cell's value; None for an empty one. Text is kept as it stands in the file."""

_LETTERS: Final = 26


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged block, zero-based and inclusive. Its value stands in the top left cell."""

    top: int
    left: int
    bottom: int
    right: int


Row = tuple[Cell, ...]


class Rows(Protocol):
    """The rows of a sheet: a tuple of tuples, or what behaves like one."""

    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[Row]: ...
    @overload
    def __getitem__(self, index: SupportsIndex, /) -> Row: ...
    @overload
    def __getitem__(self, index: slice, /) -> tuple[Row, ...]: ...


@dataclass(frozen=True)
class Sheet:
    """One sheet: ``rows[r][c]``, zero-based from A1, every row of one width.

    The rows of a long sheet are held by column (model.excel.long_rows) and made when asked for.
    """

    name: str
    rows: Rows
    merges: tuple[Merge, ...] = ()
    visible: bool = True
    errors: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """The cells that hold an error, "#REF!", by their zero-based place; their value is None."""
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    percents: frozenset[tuple[int, int]] = frozenset()
    """The cells whose number format shows a percentage: 0.462 is written there as "46,2%"."""
    percents_cut: bool = False
    """There are more such cells than ``percents`` holds."""
    covered: frozenset[tuple[int, int]] = frozenset()
    """Cells under a merged one that held something else than it: nobody sees that; their value is None."""
    uncomputed: frozenset[tuple[int, int]] = frozenset()
    """Formulas that were never calculated; their value is None."""
    blind: bool = False
    """Its format does not let errors, formulas, formats and hidden rows be seen: an empty cell may be any."""

    def first_rows(self, count: int) -> tuple[Row, ...]:
        """Return the first *count* rows from the first one on that holds anything."""
        return self.rows[self.first_filled : self.first_filled + count]

    @cached_property
    def first_filled(self) -> int:
        """The first row that holds anything: a table's part of a sheet may stand far below."""
        return next((n for n, row in enumerate(self.rows) if any(cell is not None for cell in row)), 0)

    def cell(self, row: int, column: int) -> Cell:
        """Return the value at a zero-based place; None outside the sheet."""
        if not 0 <= row < len(self.rows):
            return None
        cells = self.rows[row]  # once: a long sheet makes its rows anew
        return cells[column] if 0 <= column < len(cells) else None


@dataclass(frozen=True)
class Grid:
    """A workbook that was read: its sheets, and the hash of the very bytes that were read."""

    file: str
    sha256: str
    sheets: tuple[Sheet, ...] = field(default_factory=tuple)
    path: Path | None = None


def a1(row: int, column: int) -> str:
    """Return the address of a zero-based place, ``a1(20, 3)`` -> "D21"."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def place(address: str) -> tuple[int, int]:
    """Return the zero-based place of an address, ``place("D21")`` -> (20, 3)."""
    letters = address.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    return int(address[len(letters) :]) - 1, column - 1
