"""The columns that say more about a row than its name: periods, segments, districts."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from model.excel.row_names import RowReader

SPARSE: Final = 0.6
"""A column of keys that is filled in fewer rows than this says each key once for the rows below it."""


@dataclass(frozen=True, slots=True)
class RowKeys:
    """The columns in which each row says its own period (a year and a month may stand apart) and segment."""

    periods: tuple[int, ...] = ()
    segment: int = -1
    parts: tuple[tuple[int, int], ...] = ()
    """Columns of districts (1) and villages (2), each with its level."""

    @property
    def columns(self) -> tuple[int, ...]:
        """All of these columns."""
        segment = (self.segment,) if self.segment >= 0 else ()
        return *self.periods, *segment, *(column for column, _ in self.parts)


def carry_down(reader: RowReader, indexes: Sequence[int], with_figures: Set[int], by: RowKeys) -> None:
    """Let a name or a key that is written once stand for the rows below it.

    *indexes* are the rows of the table, *with_figures* those of them that hold any.
    """
    filled = [row for row in indexes if row in with_figures]
    if not reader.names.is_fixed and by.segment >= 0:
        for row, owner in _centred(reader, filled, by.segment).items():
            reader.lend(row, reader.names.named, owner)
    sparse = {column for column in by.columns if _is_sparse(reader, column, filled, by)}
    for before, row in pairwise(filled):
        keyed = any(reader.sheet.cell(row, key) is not None for key in by.columns)
        if keyed and not reader.names.is_fixed and reader.name(row) is None:
            _carry(reader, before, row, reader.names.named)
        for column in sparse:
            if reader.filled(row, column) is None:
                _carry(reader, before, row, column)


def _centred(reader: RowReader, filled: Sequence[int], segment: int) -> dict[int, int]:
    """Return for each row without a name the one that has its region's, where that stands amid its segments.

    That is certain only where the first rows have none, the segments come again and again in one order,
    and each round of them has one name, always at the same place. Else nothing is returned.
    """
    rows = [row for row in filled if reader.sheet.cell(row, segment) is not None]
    own = [reader.sheet.cell(row, reader.names.named) is not None for row in rows]
    told = [reader.sheet.cell(row, segment) for row in rows]
    place = own.index(True) if True in own else 0
    if place == 0 or told[0] not in told[1:]:
        return {}
    size = told.index(told[0], 1)
    rounds = [slice(start, start + size) for start in range(0, len(rows), size)]
    named = [at == place for at in range(size)]
    if any(told[one] != told[:size] or own[one] != named for one in rounds):
        return {}
    return {row: rows[one][place] for one in rounds for row in rows[one] if row != rows[one][place]}


def _carry(reader: RowReader, before: int, row: int, column: int) -> None:
    for index in range(before + 1, row + 1):
        if reader.sheet.cell(index, column) is None:
            reader.carry(index, column)


def _is_sparse(reader: RowReader, column: int, rows: Sequence[int], by: RowKeys) -> bool:
    is_deepest = bool(by.parts) and column == max(by.parts, key=lambda part: part[1])[0]
    filled = sum(reader.sheet.cell(row, column) is not None for row in rows)
    return not is_deepest and 0 < filled < SPARSE * len(rows)
