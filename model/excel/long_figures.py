"""A column of counts in a long table: whole numbers all at once, everything else as in a short one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from model.excel.column_values import MOST_PEOPLE, Values, people
from model.excel.grid import Cell, Sheet
from model.excel.layout import Column, Row, RowKind
from model.excel.long_rows import LongRows, by_column
from model.excel.separators import Separators
from model.periods import Period

Array = np.ndarray[Any, Any]

_NOISE: Final = 1e-6
_MISREAD_BELOW: Final = 1000


@dataclass(frozen=True)
class Figures:
    """The figures of one column (NaN for none), the periods that have any, what was told of odd rows."""

    column: Column
    values: Array
    blocks: Array
    told: Values | None
    empty: Array
    """The rows in which it is empty among figures."""


class _WithWitnesses:
    """The rows of a long sheet, and below them rows that hold a thousand people in one column."""

    def __init__(self, whole: LongRows, column: Column, count: int) -> None:
        self._whole, self._count = whole, count
        cells: list[Cell] = [None] * whole.width
        cells[column.index] = _MISREAD_BELOW / column.scale
        self._witness = tuple(cells)

    def __len__(self) -> int:
        return len(self._whole) + self._count

    def __getitem__(self, index: Any) -> Any:  # noqa: ANN401  rows are asked for one by one
        return self._whole[index] if index < len(self._whole) else self._witness

    def __iter__(self) -> Iterator[tuple[Cell, ...]]:
        return (self[index] for index in range(len(self)))


@dataclass(frozen=True)
class LongFigures:
    """What the columns of a long sheet are read with: its rows, and the periods that they are of."""

    sheet: Sheet
    periods: Sequence[Period | None]
    period: Array
    """For each row which of the periods it is of."""

    @property
    def _whole(self) -> LongRows:
        return by_column(self.sheet.rows)

    def of(self, column: Column, rows: Array) -> Figures:
        """Return the figures of a column in some rows; what is not simply a whole number goes one by one."""
        cells = self._whole.column(column.index)
        numbers = cells.numbers[rows].copy() if len(cells.numbers) else np.full(len(rows), np.nan)
        coded = cells.codes[rows] >= 0
        plain = np.array([_plain_number(cell) for cell in cells.different], dtype=np.float64)
        numbers[coded] = plain[cells.codes[rows][coded]]
        is_empty = coded & np.array([_is_blank(cell) for cell in cells.different])[cells.codes[rows]]
        scaled = np.round(numbers * column.scale, 6)
        whole = np.abs(scaled - np.round(scaled)) < _NOISE
        regular = (scaled >= 0) & (scaled <= MOST_PEOPLE) & (whole | (column.scale != 1))
        if column.scale == 1 and _misread(numbers):
            regular &= ~((scaled > 0) & (scaled < _MISREAD_BELOW))
        noted = [row for row, place in (*self.sheet.errors, *self.sheet.uncomputed) if place == column.index]
        regular &= ~np.isin(rows, noted)
        is_empty &= ~np.isin(rows, noted)
        odd = ~regular & ~is_empty
        values = np.where(regular, np.where(whole, np.round(scaled), scaled), np.nan)
        blocks = np.zeros(len(self.periods), dtype=bool)
        blocks[self.period[rows[regular]]] = True
        told = self._one_by_one(column, rows, odd, blocks)
        if told is not None:
            known = [told.by_row[row] for row in rows[odd].tolist()]
            values[odd] = [np.nan if value is None else value for value in known]
            for period in told.blocks:
                blocks[[place for place, one in enumerate(self.periods) if one == period]] = True
        empty = rows[is_empty]
        return Figures(column, values, blocks, told, empty[blocks[self.period[empty]]])

    def _one_by_one(self, column: Column, rows: Array, odd: Array, blocks: Array) -> Values | None:
        """Read the odd rows as those of a short table; a row with a number stands for its whole block."""
        if not odd.any():
            return None
        stand_in = Row(-1, RowKind.REGION)
        listed = [
            replace(stand_in, index=int(row), period=self.periods[self.period[row]])
            for row in rows[odd].tolist()
        ]
        reported = frozenset(self.periods[number] for number in np.flatnonzero(blocks).tolist())
        witnesses = [
            replace(stand_in, index=len(self._whole) + number, period=period)
            for number, period in enumerate(sorted(period for period in reported if period))
        ]
        sheet = replace(self.sheet, rows=_WithWitnesses(self._whole, column, len(witnesses)))
        return people(sheet, column, [*listed, *witnesses], Separators())


def _is_blank(cell: Cell) -> bool:
    """Say whether nothing is seen in a cell, as a short table has it: spaces are nothing."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _plain_number(cell: Cell) -> float:
    """A number as it stands, NaN for everything else."""
    is_number = isinstance(cell, int | float) and not isinstance(cell, bool)
    return float(cell) if is_number else np.nan  # type: ignore[arg-type]


def _misread(numbers: Array) -> bool:
    """Say whether thousands were taken for decimals somewhere, as column_values has it."""
    small = numbers[(numbers > 0) & (numbers < _MISREAD_BELOW)]
    fractions = small[np.abs(small - np.round(small)) > _NOISE]
    return bool((np.round(fractions, 3) == fractions).any())
