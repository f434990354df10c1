"""A long sheet as a short one: some of its rows, drawn so that every name stands there at least once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
import pandas as pd

from model.excel.decisions import Decision
from model.excel.grid import Sheet, a1, place
from model.excel.long_columns import Column
from model.excel.long_rows import LongRows, by_column
from model.excel.sheet_tables import SheetTable
from model.problems import Problem

Array = np.ndarray[Any, Any]

TOP: Final = 60
"""So many rows at the top are always drawn: titles, header, the first figures."""
_MOST_NAMES: Final = 3000
_FEW: Final = 60
"""A column with so many different cells at most says segments, measures, months: each is looked at."""


@dataclass(frozen=True)
class Drawn:
    """Some rows of a long sheet as a short one; ``rows[i]`` is where its row i really stands."""

    sheet: Sheet
    rows: tuple[int, ...]
    combinations: Array
    """For every row of the long sheet the number of its combination of names."""
    columns: tuple[int, ...]

    @classmethod
    def of(cls, sheet: Sheet, names: Sequence[int]) -> "Drawn":
        """Draw the top of *sheet*, and one row for each combination of the columns *names*.

        And the first row of everything that a column says, if that is little, and of its numbers.
        """
        whole = by_column(sheet.rows)
        keys = np.zeros(len(whole), dtype=np.int64)
        for index in names:
            column = whole.column(index).told()
            keys = keys * (len(column.different) + 1) + column.codes
        codes, different = pd.factorize(keys)
        first = np.empty(len(different), dtype=np.int64)
        first[codes[::-1]] = np.arange(len(whole))[::-1]
        firsts = [_firsts(whole.column(index)) for index in range(whole.width)]
        rows = np.unique(np.concatenate([np.arange(TOP), first[:_MOST_NAMES], *firsts]))
        return cls(_with_rows(sheet, whole, rows), tuple(rows.tolist()), codes, tuple(names))

    @property
    def most(self) -> int:
        """Combinations from this number on were not drawn."""
        return _MOST_NAMES

    @property
    def is_whole(self) -> bool:
        """Every combination of names was drawn."""
        return int(self.combinations.max(initial=0)) < _MOST_NAMES

    def cell(self, address: str) -> str:
        """Return where a cell of the short sheet really stands."""
        row, column = place(address)
        return a1(self.rows[row], column)

    def replaced(self, table: SheetTable, problems: Sequence[Problem] | None = None) -> SheetTable:
        """Return a table of the short sheet with every place where it really is."""
        layout = table.layout
        rows = tuple(replace(row, index=self.rows[row.index]) for row in layout.rows)
        told = table.extracted.problems if problems is None else problems
        extracted = replace(
            table.extracted,
            problems=tuple(replace(p, cell=self.cell(p.cell) if p.cell else "") for p in told),
            decisions=tuple(map(self._placed, table.extracted.decisions)),
        )
        problems_of_layout = tuple(
            replace(p, cell=self.cell(p.cell) if p.cell else "") for p in layout.problems
        )
        bottom = self.rows[layout.bottom] if layout.bottom >= 0 else layout.bottom
        cells = {
            (self.rows[row], column): (self.rows[real], real_column)
            for (row, column), (real, real_column) in layout.cells.items()
        }
        layout = replace(
            layout,
            rows=rows,
            cells=cells,
            bottom=bottom,
            problems=problems_of_layout,
            decisions=tuple(map(self._placed, layout.decisions)),
        )
        return replace(table, layout=layout, extracted=extracted, named=tuple(map(self._placed, table.named)))

    def _placed(self, decision: Decision) -> Decision:
        places = tuple((self.rows[row], column) for row, column in decision.places)
        return replace(decision, places=places)


def _firsts(column: Column) -> Array:
    """The first rows of the cells of a column, if they are few, and that of its first number."""
    count = len(column.different)
    # A bare number has the code -1: the last place.
    first = np.full(count + 1, -1, dtype=np.int64)
    first[column.codes[::-1]] = np.arange(len(column))[::-1]
    numbers = [place for place, cell in enumerate(column.different) if type(cell) in (int, float)]
    found = first[[*numbers, count]]
    found = found[found >= 0]
    few = first[first >= 0] if count <= _FEW else found[:0]
    return np.concatenate([few, np.sort(found)[:1]])


def _with_rows(sheet: Sheet, whole: LongRows, rows: Array) -> Sheet:
    """The sheet with some of its rows only; nothing of it is merged below its top."""
    moved = {int(real): index for index, real in enumerate(rows)}

    def here(cells: Any) -> Iterator[tuple[int, int]]:  # noqa: ANN401  sets and mappings of places
        return ((moved[row], column) for row, column in cells if row in moved)

    return replace(
        sheet,
        rows=tuple(whole[row] for row in rows.tolist()),
        merges=tuple(merge for merge in sheet.merges if merge.bottom < TOP),
        errors={cell: sheet.errors[int(rows[cell[0]]), cell[1]] for cell in here(sheet.errors)},
        hidden_rows=frozenset(moved[row] for row in sheet.hidden_rows if row in moved),
        percents=frozenset(here(sheet.percents)),
        uncomputed=frozenset(here(sheet.uncomputed)),
    )
