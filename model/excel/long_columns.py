"""One column of a long sheet: what repeats in it is held once, numbers are held bare."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd

from model.excel.grid import Cell

BLOCK: Final = 10_000
"""So many cells of a column are taken in and given out together."""
_MOST_DIFFERENT: Final = 60_000
"""A column with more different cells than this is kept cell by cell."""
A_CELL: Final = 70
"""So many bytes a cell takes that is held as it is, about."""
LONGEST: Final = 1000
"""Signs of a text that are kept: more of them are neither a name nor a header nor a title."""

Numbers = np.ndarray[Any, np.dtype[np.float64]]
Codes = np.ndarray[Any, np.dtype[np.int64]]
Bools = np.ndarray[Any, np.dtype[np.bool_]]


@dataclass(frozen=True)
class Column:
    """One column: ``different[codes[row]]`` is the cell of a row; where the code is -1, ``numbers[row]``.

    Which of the two holds a number is of no meaning; everything else is always in ``different``.
    """

    codes: Codes
    different: tuple[Cell, ...]
    numbers: Numbers

    def __len__(self) -> int:
        return len(self.codes)

    def cells(self) -> list[Cell]:
        """Return every cell, from above."""
        different, numbers = self.different, self.numbers.tolist()
        return [
            different[code] if code >= 0 else numbers[row] for row, code in enumerate(self.codes.tolist())
        ]

    def are(self, test: Callable[[Cell], bool], *, number: bool) -> Bools:
        """Return for each cell what *test* says of it; *number* is what it says of numbers that are bare."""
        # The code of those is -1, the last place.
        return np.array([*map(test, self.different), number], dtype=bool)[self.codes]

    def told(self) -> "Column":
        """Return the column with every cell, numbers as well, in ``different``."""
        bare = self.codes < 0
        if not bare.any():
            return self
        codes, found = pd.factorize(self.numbers[bare], use_na_sentinel=False)
        all_codes = self.codes.copy()
        all_codes[bare] = codes + len(self.different)
        return Column(all_codes, (*self.different, *found.tolist()), np.empty(0))


def cut(cell: Cell) -> Cell:
    """Return a cell, the beginning of it where it is a text without end."""
    return cell[:LONGEST] if isinstance(cell, str) and len(cell) > LONGEST else cell


class Gathered:
    """One column in blocks: codes of what repeats, bare numbers, or the cells themselves."""

    def __init__(self, nothing: Cell = None) -> None:
        """Begin an empty column; a cell that is *nothing* counts as None."""
        self._different: list[Cell] = [None]
        self._nothing = nothing
        self._codes: dict[object, int] = {None: 0, nothing: 0}
        self._blocks: list[np.ndarray[Any, Any]] = []
        self._has_numbers = False

    @classmethod
    def of_nothing(cls, nothing: Cell, blocks: int) -> "Gathered":
        """Return a column whose first *blocks* blocks are empty."""
        made = cls(nothing)
        for _ in range(blocks):
            made.add((None,) * BLOCK)
        return made

    @classmethod
    def of(cls, column: Column) -> "Gathered":
        """Return *column* in blocks."""
        made = cls()
        made._different = list(column.different)
        for start in range(0, len(column), BLOCK):
            codes = column.codes[start : start + BLOCK]
            if (codes >= 0).all():
                made._blocks.append(codes)
            elif (codes < 0).all():
                made._blocks.append(column.numbers[start : start + BLOCK])
            else:
                part = Column(codes, column.different, column.numbers[start : start + BLOCK])
                made._blocks.append(_objects(part.cells()))
        return made

    def add(self, cells: tuple[Cell, ...]) -> None:
        """Add the cells of one block."""
        if not self._has_numbers and not isinstance(cells[0], float):
            try:
                self._blocks.append(self._as_codes(cells))
            except KeyError:  # something new
                pass
            else:
                return
        kinds = set(map(type, cells))
        if kinds == {float}:
            self._blocks.append(np.array(cells, dtype=np.float64))
            return
        if len(self._different) > _MOST_DIFFERENT:
            self._blocks.append(_objects([None if cell == self._nothing else cut(cell) for cell in cells]))
            return
        self._has_numbers = self._has_numbers or bool(kinds & {int, float, bool})
        keys: Sequence[object] = cells
        if kinds & {int, bool}:
            # Python takes 1, 1.0 and True for one; a cell does not.
            keys = [(type(cell), cell) if type(cell) in (int, bool) else cell for cell in cells]
        for key in dict.fromkeys(keys):
            if key not in self._codes:
                self._codes[key] = len(self._different)
                self._different.append(key[1] if isinstance(key, tuple) else cut(key))  # type: ignore[arg-type]
        self._blocks.append(self._as_codes(keys))

    def _as_codes(self, keys: Sequence[object]) -> np.ndarray[Any, Any]:
        count = len(self._different)
        width = np.uint8 if count <= 256 else np.uint16 if count <= 65_536 else np.uint32
        if keys[0] == self._nothing and keys.count(self._nothing) == len(keys):
            return np.zeros(len(keys), dtype=np.uint8)
        return np.fromiter(map(self._codes.__getitem__, keys), dtype=width, count=len(keys))

    def finish(self) -> None:
        """Let go of what only adding needs."""
        self._codes = {}

    def with_cells(self, other: Mapping[int, Cell]) -> "Gathered":
        """Return the column with the cells of some rows replaced."""
        changed = Gathered()
        changed._different, changed._blocks = self._different, list(self._blocks)
        for block in {row // BLOCK for row in other}:
            cells = self.block(block)
            for row, cell in other.items():
                if row // BLOCK == block:
                    cells[row % BLOCK] = cell
            changed._blocks[block] = _objects(cells)
        return changed

    def cell(self, row: int) -> Cell:
        """Return the cell of a row."""
        block, place = divmod(row, BLOCK)
        kept = self._blocks[block][place]
        if isinstance(kept, np.float64):
            return float(kept)
        return self._different[kept] if isinstance(kept, np.integer) else kept

    def block(self, number: int) -> list[Cell]:
        """Return the cells of a block."""
        kept = self._blocks[number]
        listed: list[Any] = kept.tolist()
        return listed if kept.dtype.kind in "fO" else [self._different[code] for code in listed]

    @property
    def weight(self) -> int:
        """About how many bytes the column takes."""
        codes = sum(kept.nbytes for kept in self._blocks)
        cells = sum(len(kept) for kept in self._blocks if kept.dtype.kind == "O") + len(self._different)
        return codes + A_CELL * cells

    def whole(self) -> Column:
        """Return all blocks as one column."""
        height = sum(map(len, self._blocks))
        codes, numbers = np.empty(height, dtype=np.int64), np.full(height, np.nan)
        different = list(self._different)
        objects: dict[object, int] = {}
        start = 0
        for kept in self._blocks:
            place = slice(start, start + len(kept))
            start = place.stop
            if kept.dtype.kind == "f":
                codes[place], numbers[place] = -1, kept
            elif kept.dtype.kind == "O":
                codes[place] = _coded(kept, objects, different)
            else:
                codes[place] = kept
        return Column(codes, tuple(different), numbers)


def _objects(cells: Sequence[Cell]) -> np.ndarray[Any, Any]:
    kept = np.empty(len(cells), dtype=object)
    kept[:] = cells
    return kept


def _coded(cells: np.ndarray[Any, Any], known: dict[object, int], different: list[Cell]) -> list[int]:
    codes = []
    for cell in cells.tolist():
        key = (type(cell), cell)
        code = known.get(key)
        if code is None:
            code = known[key] = len(different)
            different.append(cell)
        codes.append(code)
    return codes
