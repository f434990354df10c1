"""Which region, position and segment each row of a long table is about."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np
import pandas as pd

from model.excel.grid import Cell, Sheet
from model.excel.header_periods import Moment, moment_of
from model.excel.layout import ColumnKind, Layout, Row, RowKind
from model.excel.long_drawn import Drawn
from model.excel.long_rows import LongRows, by_column
from model.excel.row_names import segment_named
from model.periods import Period
from model.segments import ALL, parse_segment

Array = np.ndarray[Any, Any]

_OWN: Final = frozenset([RowKind.REGION, RowKind.PROVINCE])


class LongKeys:
    """The keys of every row, as the drawn rows were read.

    ``is_plain`` says whether they can be trusted: each drawn row is what its cells say here too.
    ``periods[period[row]]`` is the position of a row as it is written, ``block[row]`` the same number
    for all rows of one position, ``whose[row]`` for all of one segment.
    """

    def __init__(self, sheet: Sheet, drawn: Drawn, layout: Layout) -> None:
        self._drawn, self._layout = drawn, layout
        self._whole: LongRows = by_column(sheet.rows)
        self.is_plain = drawn.is_whole and self._read()

    def _read(self) -> bool:
        """Read the keys of every row; False where they are not what the short sheet's rows were read as."""
        height, first = len(self._whole), self._layout.header[1] + 1
        rows = {self._drawn.rows[row.index]: row for row in self._layout.rows}
        by_combination: dict[int, Row] = {}
        for real, row in rows.items():
            by_combination.setdefault(int(self._drawn.combinations[real]), row)
        kinds = [by_combination.get(number) for number in range(int(self._drawn.combinations.max()) + 1)]
        self.kinds = kinds
        codes = self._drawn.combinations
        own = np.array([row is not None and row.kind in _OWN for row in kinds])[codes]
        self.is_region = np.array([row is not None and row.kind is RowKind.REGION for row in kinds])[codes]
        self.region = objects([row.region if row else "" for row in kinds])[codes]
        below = np.arange(height) >= first
        self.periods, self.period = self._told(ColumnKind.PERIOD, _period_of)
        self.segments, self.segment = self._told(ColumnKind.SEGMENT, _segment_of)
        self.block, self.whose = _first_of(self.periods)[self.period], _first_of(self.segments)[self.segment]
        dated = np.array([period is not None for period in self.periods])[self.period]
        self.is_listed = np.array([row is not None for row in kinds])[codes] & below
        self.is_own = own & below
        self.is_region &= self.is_own
        # A key that is written once for several rows is carried down row by row, not here.
        filled = self._filled(ColumnKind.NAME, ColumnKind.CODE) & dated & self._filled(ColumnKind.SEGMENT)
        nameless = below & ~self._filled(ColumnKind.NAME, ColumnKind.CODE) & self._filled(ColumnKind.PERIOD)
        if (self.is_own & ~filled).any() or nameless.any():
            return False
        return all(self._agrees(real, row) for real, row in rows.items())

    def rows(self, count: int) -> tuple[Row, ...]:
        """Return the roles of the first *count* rows of the sheet, as a short table has them."""
        found = []
        for index in range(self._layout.header[1] + 1, min(count, len(self._whole))):
            row = self.kinds[int(self._drawn.combinations[index])]
            if row is not None:
                period, segment = self.periods[self.period[index]], self.segments[self.segment[index]]
                found.append(replace(row, index=index, period=period, segment=segment))
        return tuple(found)

    def _agrees(self, real: int, row: Row) -> bool:
        if row.kind not in _OWN:
            return True
        period, segment = self.periods[self.period[real]], self.segments[self.segment[real]]
        return (
            (row.period, row.segment) == (period, segment)
            and row.period is not None
            and period is not None
            and row.period.precision is period.precision
            and self.region[real] == row.region
        )

    def _told(self, kind: ColumnKind, meaning: Callable[[Sequence[Cell]], object]) -> tuple[list[Any], Array]:
        """What the cells of the columns of a kind mean together: the meanings, and which each row has."""
        columns = [self._whole.column(c.index).told() for c in self._layout.columns if c.kind is kind]
        keys = np.zeros(len(self._whole), dtype=np.int64)
        for column in columns:
            keys = keys * (len(column.different) + 1) + column.codes
        codes, different = pd.factorize(keys)
        first = np.empty(len(different), dtype=np.int64)
        first[codes[::-1]] = np.arange(len(codes))[::-1]
        meanings = [meaning([c.different[c.codes[row]] for c in columns]) for row in first.tolist()]
        return meanings, codes

    def _filled(self, *kinds: ColumnKind) -> Array:
        """Say for each row whether the first column of one of *kinds* says anything; true without one."""
        index = next((c.index for kind in kinds for c in self._layout.columns if c.kind is kind), None)
        if index is None:
            return np.ones(len(self._whole), dtype=bool)
        column = self._whole.column(index)
        said = np.array([cell is not None and bool(str(cell).strip()) for cell in column.different])
        return np.where(column.codes < 0, True, said[column.codes])


def objects(values: Sequence[object]) -> Array:
    """Return *values* as an array that holds them as they are."""
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


def _first_of(meanings: Sequence[object]) -> Array:
    """For each meaning the place of the first one that equals it."""
    first: dict[object, int] = {}
    return np.array(
        [first.setdefault(meaning, place) for place, meaning in enumerate(meanings)], dtype=np.int64
    )


def _period_of(cells: Sequence[Cell]) -> Period | None:
    moment = Moment()
    for cell in cells:
        moment = moment.joined(moment_of(cell))
    return moment.settled()


def _segment_of(cells: Sequence[Cell]) -> str:
    cell = cells[0] if cells else None
    if cell is None:
        return ALL
    named = segment_named(cell)
    return (parse_segment(str(cell)) if named is None else named) or ALL
