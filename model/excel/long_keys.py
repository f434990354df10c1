"""Which region, position and segment each row of a long table is about."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np
import pandas as pd

from model.excel.block_totals import one_total, segment_of_total
from model.excel.grid import Cell, Sheet
from model.excel.header_periods import Moment, moment_of
from model.excel.header_words import plain_words
from model.excel.layout import ColumnKind, Layout, Row, RowKind
from model.excel.long_drawn import Drawn
from model.excel.long_rows import LongRows, by_column
from model.excel.name_column import matched
from model.excel.row_names import segment_named
from model.excel.row_words import is_figure_like
from model.periods import Period
from model.region_names import MatchStatus
from model.segments import ALL, parse_segment

Array = np.ndarray[Any, Any]

_OWN: Final = frozenset([RowKind.REGION, RowKind.PROVINCE])
_SUMS: Final = frozenset([RowKind.TOTAL, RowKind.SUBTOTAL])
_NAMING: Final = (ColumnKind.NAME, ColumnKind.CODE)
_SOME: Final = frozenset(["kabupaten", "kota"])
"""Names of sums that depend on the rows above them."""


class LongKeys:
    """The keys of every row, as the drawn rows were read.

    ``is_plain`` says whether they can be trusted: each drawn row is what its cells say here too.
    ``periods[period[row]]`` is the position of a row as it is written, ``block[row]`` the same number
    for all rows of one position, ``whose[row]`` for all of one segment.
    """

    def __init__(self, sheet: Sheet, drawn: Drawn, layout: Layout, among: Array | None = None) -> None:
        """*among* says which rows can be any of the table, if not all below the header."""
        self._drawn, self._layout = drawn, layout
        self._whole: LongRows = by_column(sheet.rows)
        below = np.arange(len(self._whole)) > layout.header[1]
        self._among: Array = below if among is None else below & among
        self.is_plain = self._read() and drawn.is_whole

    def _read(self) -> bool:
        """Read the keys of every row; False where they are not what the short sheet's rows were read as."""
        drawn_rows = {self._drawn.rows[row.index]: row for row in self._layout.rows}
        self.kinds = self._kinds(drawn_rows)
        codes = self._drawn.combinations
        below = self._among
        figures = below & self._have_figures()
        self.is_own = self._are(_OWN)[codes] & below
        self.is_region = self._are({RowKind.REGION})[codes] & below
        self.region = objects([row.region if row else "" for row in self.kinds])[codes]
        # A name without figures is no row, unless it is a region's.
        self.is_listed = self._are(set(RowKind))[codes] & below & (figures | self.is_region)
        self._figures = figures
        self._count()
        self.has_sums = bool((self._are(_SUMS | {RowKind.PROVINCE})[codes] & self.is_listed).any())
        self.periods, self.period = self._told(ColumnKind.PERIOD, _period_of)
        self.segments, self.segment = self._told(ColumnKind.SEGMENT, _segment_of)
        known = np.array([segment is not None for segment in self.segments])[self.segment]
        self.segments = [segment or ALL for segment in self.segments]
        self.block, self.whose = _first_of(self.periods)[self.period], _first_of(self.segments)[self.segment]
        # A key that is written once for several rows is carried down row by row, not here.
        filled = self._filled(*_NAMING) & self._filled(ColumnKind.SEGMENT) & self._dated() & known
        nameless = figures & ~self._filled(*_NAMING)
        if (self.is_own & ~filled).any() or (self.is_listed & ~known).any() or nameless.any():
            return False
        return self._names_are_plain() and all(
            self._agrees(real, row) for real, row in drawn_rows.items() if below[real]
        )

    @property
    def last(self) -> int:
        """The last row that is listed, -1 where none is."""
        return int(np.flatnonzero(self.is_listed)[-1]) if self.is_listed.any() else -1

    def _count(self) -> None:
        """Count the rows whose names are known, unknown, of other provinces."""
        province, codes = self._layout.province, self._drawn.combinations
        first = {int(codes[self._drawn.rows[row.index]]): row for row in reversed(self._layout.rows)}
        strange = np.zeros(len(self.kinds), dtype=bool)
        strange[self._drawn.most :] = True
        foreign = np.zeros(len(self.kinds), dtype=bool)
        for number, row in first.items():
            if row.kind is RowKind.NOT_MATCHED:
                name = self._name(self._drawn.rows[row.index])
                match = matched(name, province) if isinstance(name, str) else None
                foreign[number] = match is not None and match.status is MatchStatus.OUTSIDE_PROVINCE
                strange[number] = not foreign[number]
        unknown = np.flatnonzero(strange[codes] & self._figures)
        self.unknown, self.first_unknown = len(unknown), int(unknown[0]) if len(unknown) else -1
        self.foreign = int((foreign[codes] & self._figures).sum())
        self.known = int((self._are(_OWN)[codes] & self.is_listed).sum())

    def rows(self, count: int | None = None) -> tuple[Row, ...]:
        """Return the roles of the rows among the first *count*, or all, as a short table has them."""
        found = []
        for index in np.flatnonzero(self.is_listed[:count]).tolist():
            kind = self.kinds[self._drawn.combinations[index]]
            if kind is not None:
                found.append(self._row(index, kind))
        return one_total(found)

    def _row(self, index: int, kind: Row) -> Row:
        period, segment = self.periods[self.period[index]], self.segments[self.segment[index]]
        # What a total is named by says its segment, where no cell does.
        segment = segment or (kind.segment if kind.kind in _SUMS else ALL)
        return Row(index, kind.kind, kind.region, period, segment, beside=kind.beside)

    def _kinds(self, rows: dict[int, Row]) -> list[Row | None]:
        """What rows of each combination of names are; of a sum ``segment`` is that of its name."""
        found: dict[int, Row] = {}
        for real, row in rows.items():
            kind = RowKind.TOTAL if row.bare else row.kind
            segment = segment_of_total(self._name(real)) if kind in _SUMS else ALL
            made = replace(row, kind=kind, segment=segment, bare=False)
            found.setdefault(int(self._drawn.combinations[real]), made)
        return [found.get(number) for number in range(int(self._drawn.combinations.max()) + 1)]

    def _are(self, kinds: frozenset[RowKind] | set[RowKind]) -> Array:
        return np.array([row is not None and row.kind in kinds for row in self.kinds])

    def _name(self, row: int) -> Cell:
        cells = self._whole[row]
        columns = (c.index for kind in _NAMING for c in self._layout.columns if c.kind is kind)
        return cells[next(columns, 0)]

    def _names_are_plain(self) -> bool:
        """Say whether the names of rows and sums say by themselves what they are, whatever stands above."""
        for row in self._layout.rows:
            name = self._name(self._drawn.rows[row.index])
            words = plain_words(name) if isinstance(name, str) else ""
            kind = self.kinds[int(self._drawn.combinations[self._drawn.rows[row.index]])]
            if kind is None or (kind.kind in _SUMS and (not words or words in _SOME)):
                return False
            is_key = isinstance(name, str) and (segment_named(name) is not None or moment_of(name).is_known)
            if kind.kind in _OWN and is_key:
                return False
        return True

    def _agrees(self, real: int, row: Row) -> bool:
        kind = self.kinds[int(self._drawn.combinations[real])]
        if kind is None or row.kind is RowKind.NOT_MATCHED:
            return kind is not None
        made = self._row(real, kind)
        precisions = [found.precision for found in (row.period, made.period) if found]
        same = (row.region, row.period, row.segment) == (made.region, made.period, made.segment)
        return same and len(set(precisions)) <= 1

    def _dated(self) -> Array:
        """Say for each row whether it has the period that every row of the table has to have."""
        if not any(column.kind is ColumnKind.PERIOD for column in self._layout.columns):
            return np.ones(len(self._whole), dtype=bool)
        return np.array([period is not None for period in self.periods])[self.period]

    def _have_figures(self) -> Array:
        """Say for each row whether anything like a figure stands in a column that is read."""
        found = np.zeros(len(self._whole), dtype=bool)
        for each in self._layout.figures:
            column = self._whole.column(each.index)
            found |= column.are(is_figure_like, number=True)
        return found

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


def _segment_of(cells: Sequence[Cell]) -> str | None:
    """The segment that a cell says, ALL for an empty one; None where it says something else."""
    cell = cells[0] if cells else None
    if cell is None:
        return ALL
    named = segment_named(cell)
    return parse_segment(str(cell)) if named is None else named
