"""The rows of a long sheet, kept by column: what repeats is held once, and whole columns are read at once.

A register of a million rows says the same few names, days and measures over and over. As rows of
cells it takes more memory than the reading library itself; by column it takes a tenth of it.
"""

import operator
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Final, SupportsIndex, overload

from model.excel.grid import Cell, Row, Rows
from model.excel.long_columns import A_CELL, BLOCK, LONGEST, Column, Gathered, cut

SHORT: Final = 10_000
"""So many rows are kept as they are: they are looked at one by one anyway."""
_MOST_OUTRIGHT: Final = 2_000_000
"""Cells that may be held as rows (about 100 MB) while they are looked at one by one."""


class LongRows(Sequence[Row]):
    """Rows like a tuple of tuples, held by column; nothing of it changes once it is made."""

    def __init__(self, columns: Sequence[Gathered], height: int) -> None:
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
        for block in range(start // BLOCK, -(-self._height // BLOCK)):
            cells = [column.block(block) for column in self._columns]
            first = max(0, start - block * BLOCK)
            yield from islice(zip(*cells, strict=True), first, None)

    def with_rows(self, other: Mapping[int, Row]) -> "LongRows":
        """Return these rows with some of them replaced."""
        columns = [
            column.with_cells({row: cells[place] for row, cells in other.items()})
            for place, column in enumerate(self._columns)
        ]
        return LongRows(columns, self._height)

    def with_columns(self, other: Mapping[int, Column]) -> "LongRows":
        """Return these rows with some columns replaced, or more of them to the right."""
        columns = [*self._columns, *([Gathered()] * (max(other, default=-1) + 1 - self.width))]
        for place, column in other.items():
            columns[place] = Gathered.of(column)
        return LongRows(columns, self._height)

    def narrowed(self, kept: Collection[int]) -> tuple[Row, ...]:
        """Return all rows outright, but empty outside of the columns *kept*."""
        nothing: list[Cell] = [None] * self._height
        cells = [
            column.whole().cells() if place in kept else nothing for place, column in enumerate(self._columns)
        ]
        return tuple(zip(*cells, strict=True))

    @property
    def weight(self) -> int:
        """About how many bytes the rows take."""
        return sum(column.weight for column in self._columns)

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self._columns)

    def column(self, index: int) -> Column:
        """Return a whole column."""
        return self._columns[index].whole()


def weight_of(rows: Rows) -> int:
    """Return about how many bytes *rows* take, whatever they are held by."""
    return rows.weight if isinstance(rows, LongRows) else A_CELL * len(rows) * len(rows[0]) if rows else 0


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
    tuples, many are held by column. A block may be wider than those before it, which get empty cells
    after theirs.
    """
    source = iter(blocks)
    first: list[Sequence[Cell]] = []
    for block in source:
        if first and block and len(block[0]) > len(first[0]):
            first = _widened(first, len(block[0]), "")
        first += block
        if len(first) > SHORT:
            return _long(chain([first], source), width, margin, nothing="")
    empty: Row = (None,) * margin
    return tuple(empty + tuple([None if cell == "" else cell for cell in row]) for row in first)


def _widened(rows: Iterable[Sequence[Cell]], width: int, nothing: Cell) -> list[Sequence[Cell]]:
    return [(*row, *[nothing] * (width - len(row))) for row in rows]


def _in_blocks(rows: Rows) -> Iterator[tuple[Row, ...]]:
    for start in range(0, len(rows), BLOCK):
        yield rows[start : start + BLOCK]


def _long(
    blocks: Iterable[Sequence[Sequence[Cell]]], width: int, margin: int, nothing: Cell = None
) -> LongRows:
    columns = [Gathered(nothing) for _ in range(margin + width)]
    height, waiting = 0, list[Sequence[Cell]]()
    for block in chain(blocks, [()]):
        if block and margin + len(block[0]) > len(columns):
            waiting = _widened(waiting, len(block[0]), nothing)
            more = margin + len(block[0]) - len(columns)
            columns += [Gathered.of_nothing(nothing, height // BLOCK) for _ in range(more)]
        waiting += block
        # Every block but the last has the same length.
        while len(waiting) >= BLOCK or (waiting and not block):
            _add(columns, waiting[:BLOCK], margin)
            height += len(waiting[:BLOCK])
            del waiting[:BLOCK]
    for column in columns:
        column.finish()
    return LongRows(columns, height)


def _add(columns: Sequence[Gathered], rows: Sequence[Sequence[Cell]], margin: int) -> None:
    for column in columns[:margin]:
        column.add((None,) * len(rows))
    width = len(columns) - margin
    if set(map(len, rows)) != {width}:
        raise ValueError(width)
    # All cells in one line, and every so many of them a column: twice as fast as zip(*rows).
    cells = list(chain.from_iterable(rows))
    for place, column in enumerate(columns[margin:]):
        column.add(tuple(cells[place::width]))
