"""The rows of a long sheet, kept by column: what repeats is held once, and whole columns are read at once.

A register of a million rows says the same few names, days and measures over and over. As rows of
cells it takes more memory than the reading library itself; by column it takes a tenth of it.
"""

import operator
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any, Final, SupportsIndex, overload

import numpy as np
import pandas as pd

from model.excel.grid import Cell, Row, Rows

SHORT: Final = 10_000
"""So many rows are kept as they are: they are looked at one by one anyway."""
_BLOCK: Final = 10_000
_MOST_DIFFERENT: Final = 60_000
"""A column with more different cells than this is kept cell by cell."""
_MOST_OUTRIGHT: Final = 2_000_000
"""Cells that may be held as rows (about 100 MB) while they are looked at one by one."""
LONGEST: Final = 1000
"""Signs of a text that are kept: more of them are neither a name nor a header nor a title."""

Numbers = np.ndarray[Any, np.dtype[np.float64]]
Codes = np.ndarray[Any, np.dtype[np.int64]]


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

    def told(self) -> "Column":
        """Return the column with every cell, numbers as well, in ``different``."""
        bare = self.codes < 0
        if not bare.any():
            return self
        codes, found = pd.factorize(self.numbers[bare], use_na_sentinel=False)
        all_codes = self.codes.copy()
        all_codes[bare] = codes + len(self.different)
        return Column(all_codes, (*self.different, *found.tolist()), np.empty(0))


class LongRows(Sequence[Row]):
    """Rows like a tuple of tuples, held by column; nothing of it changes once it is made."""

    def __init__(self, columns: Sequence["_Gathered"], height: int) -> None:
        self._columns, self._height = tuple(columns), height

    def __len__(self) -> int:
        return self._height

    @overload
    def __getitem__(self, index: SupportsIndex, /) -> Row: ...
    @overload
    def __getitem__(self, index: slice, /) -> tuple[Row, ...]: ...
    def __getitem__(self, index: SupportsIndex | slice, /) -> Row | tuple[Row, ...]:
        if isinstance(index, slice):
            start, stop, step = index.indices(self._height)
            if step != 1:
                return tuple(self[row] for row in range(start, stop, step))
            return tuple(islice(self._from(start), max(0, stop - start)))
        place = operator.index(index)
        row = place + self._height if place < 0 else place
        if not 0 <= row < self._height:
            raise IndexError(place)
        return tuple(column.cell(row) for column in self._columns)

    def __iter__(self) -> Iterator[Row]:
        return self._from(0)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash((self._height, len(self._columns)))

    def _from(self, start: int) -> Iterator[Row]:
        for block in range(start // _BLOCK, -(-self._height // _BLOCK)):
            cells = [column.block(block) for column in self._columns]
            first = max(0, start - block * _BLOCK)
            yield from islice(zip(*cells, strict=True), first, None)

    def with_rows(self, other: Mapping[int, Row]) -> "LongRows":
        """Return these rows with some of them replaced."""
        columns = [
            column.with_cells({row: cells[place] for row, cells in other.items()})
            for place, column in enumerate(self._columns)
        ]
        return LongRows(columns, self._height)

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self._columns)

    def column(self, index: int) -> Column:
        """Return a whole column."""
        return self._columns[index].whole()


def cut(cell: Cell) -> Cell:
    """Return a cell, the beginning of it where it is a text without end."""
    return cell[:LONGEST] if isinstance(cell, str) and len(cell) > LONGEST else cell


def without_endless_texts(rows: Rows) -> Rows:
    """Return *rows* with every text cut at LONGEST signs; those held by column are so already."""
    if isinstance(rows, LongRows):
        return rows
    if not any(isinstance(cell, str) and len(cell) > LONGEST for row in rows for cell in row):
        return rows
    return tuple(tuple(map(cut, row)) for row in rows)


def outright(rows: Rows) -> Rows:
    """Return *rows* as they are looked at one by one: as rows, unless they are too many for that."""
    is_small = isinstance(rows, LongRows) and len(rows) * rows.width <= _MOST_OUTRIGHT
    return tuple(rows) if is_small else rows


def by_column(rows: Rows) -> LongRows:
    """Return *rows* held by column, whatever they are held by now."""
    return (
        rows if isinstance(rows, LongRows) else _long(_in_blocks(rows), len(rows[0]) if len(rows) else 0, 0)
    )


def gathered(blocks: Iterable[Sequence[Sequence[Cell]]], width: int, margin: int = 0) -> Rows:
    """Return the rows that a library hands over in blocks, "" as None.

    Each row has *width* cells, and gets *margin* empty ones before them. A few rows are a tuple of
    tuples, many are held by column.
    """
    source = iter(blocks)
    first: list[Sequence[Cell]] = []
    for block in source:
        first += block
        if len(first) > SHORT:
            return _long(chain([first], source), width, margin, nothing="")
    empty: Row = (None,) * margin
    return tuple(empty + tuple([None if cell == "" else cell for cell in row]) for row in first)


def _in_blocks(rows: Rows) -> Iterator[tuple[Row, ...]]:
    for start in range(0, len(rows), _BLOCK):
        yield rows[start : start + _BLOCK]


def _long(
    blocks: Iterable[Sequence[Sequence[Cell]]], width: int, margin: int, nothing: Cell = None
) -> LongRows:
    columns = [_Gathered(nothing) for _ in range(margin + width)]
    height, waiting = 0, list[Sequence[Cell]]()
    for block in chain(blocks, [()]):
        waiting += block
        # Every block but the last has the same length.
        while len(waiting) >= _BLOCK or (waiting and not block):
            _add(columns, waiting[:_BLOCK], margin)
            height += len(waiting[:_BLOCK])
            del waiting[:_BLOCK]
    for column in columns:
        column.finish()
    return LongRows(columns, height)


def _add(columns: Sequence["_Gathered"], rows: Sequence[Sequence[Cell]], margin: int) -> None:
    for column in columns[:margin]:
        column.add((None,) * len(rows))
    for column, cells in zip(columns[margin:], zip(*rows, strict=True), strict=True):
        column.add(cells)


class _Gathered:
    """One column in blocks: codes of what repeats, bare numbers, or the cells themselves."""

    def __init__(self, nothing: Cell = None) -> None:
        """Begin an empty column; a cell that is *nothing* counts as None."""
        self._different: list[Cell] = [None]
        self._nothing = nothing
        self._codes: dict[object, int] = {None: 0, nothing: 0}
        self._blocks: list[np.ndarray[Any, Any]] = []
        self._has_numbers = False

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

    def with_cells(self, other: Mapping[int, Cell]) -> "_Gathered":
        """Return the column with the cells of some rows replaced."""
        changed = _Gathered()
        changed._different, changed._blocks = self._different, list(self._blocks)
        for block in {row // _BLOCK for row in other}:
            cells = self.block(block)
            for row, cell in other.items():
                if row // _BLOCK == block:
                    cells[row % _BLOCK] = cell
            changed._blocks[block] = _objects(cells)
        return changed

    def cell(self, row: int) -> Cell:
        """Return the cell of a row."""
        block, place = divmod(row, _BLOCK)
        kept = self._blocks[block][place]
        if isinstance(kept, np.float64):
            return float(kept)
        return self._different[kept] if isinstance(kept, np.integer) else kept

    def block(self, number: int) -> list[Cell]:
        """Return the cells of a block."""
        kept = self._blocks[number]
        listed: list[Any] = kept.tolist()
        return listed if kept.dtype.kind in "fO" else [self._different[code] for code in listed]

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
