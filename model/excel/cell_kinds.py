"""What the reading library hides of a sheet: errors, uncalculated formulas, percentages, hidden rows.

An empty cell, an error and a formula that was never calculated all come out of the library as
nothing; whether 0.462 means 46,2 % is said by the cell's format only. Each format of workbooks has
a small reader of its own (``xlsx_kinds`` and its like) that collects these into :class:`CellKinds`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from model.excel.grid import Cell, Merge, Rows, Sheet
from model.excel.long_rows import LongRows

MOST_CELLS: Final = 100_000
"""So many cells of one kind are told one by one; what is beyond them makes the sheet blind."""
MOST_COLUMNS: Final = 16_384
_A_ROW: Final = 10
"""A row of a long sheet is made when it is asked for, which takes as long as looking at so many cells."""

PERCENT_FORMATS: Final = frozenset([9, 10])
"""The numbers of the formats "0%" and "0.00%" that every workbook has without saying so."""
ERRORS: Final = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
"""The errors of binary workbooks by their code."""
ERROR_TEXTS: Final = frozenset(ERRORS.values())

_LITERAL: Final = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')

Place = tuple[int, int]


@dataclass
class CellKinds:
    """The cells of one sheet that are not what they seem, by their zero-based places."""

    errors: dict[Place, str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    percents: set[Place] = field(default_factory=set)
    uncomputed: set[Place] = field(default_factory=set)
    percents_cut: bool = False
    """More cells are shown as percentages than ``percents`` holds."""
    blind: bool = False
    """Not every cell could be looked at: an empty one may be an error or a formula."""
    merges: list[Merge] = field(default_factory=list)
    """The merged blocks of formats of which the library tells none."""

    def add_merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Note a merged block; more of them than the limit are no table."""
        if (bottom > top or right > left) and len(self.merges) < MOST_CELLS:
            self.merges.append(Merge(top, left, bottom, right))

    def add_error(self, cell: Place, text: str) -> None:
        """Note an error such as "#REF!"."""
        if len(self.errors) < MOST_CELLS:
            self.errors[cell] = text
        else:
            self.blind = True

    def add_uncomputed(self, cell: Place) -> None:
        """Note a formula that was never calculated."""
        if len(self.uncomputed) < MOST_CELLS:
            self.uncomputed.add(cell)
        else:
            self.blind = True

    def add_percent(self, cell: Place) -> None:
        """Note a number that is shown as a percentage."""
        if len(self.percents) < MOST_CELLS:
            self.percents.add(cell)
        else:
            self.percents_cut = True

    def hide_columns(self, first: int, last: int) -> None:
        """Note that the zero-based columns *first* to *last* are hidden."""
        self.hidden_columns.update(range(max(0, first), min(last, MOST_COLUMNS - 1) + 1))

    def told_of(self, sheet: Sheet) -> Sheet:
        """Return *sheet* with what is known of its cells.

        Errors, uncalculated formulas and cells that a merged one covers hold nothing.
        """
        height, width = len(sheet.rows), len(sheet.rows[0]) if sheet.rows else 0
        merges = sheet.merges or tuple(self.merges)
        under, covered = self._under(sheet.rows, merges)
        return replace(
            sheet,
            rows=_emptied(sheet.rows, (*self.errors, *self.uncomputed, *under)),
            merges=merges,
            covered=covered,
            percents_cut=self.percents_cut,
            errors=dict(self.errors),
            hidden_rows=frozenset(row for row in self.hidden_rows if row < height),
            hidden_columns=frozenset(column for column in self.hidden_columns if column < width),
            percents=frozenset(self.percents),
            uncomputed=frozenset(self.uncomputed),
            blind=self.blind,
        )

    def _under(self, rows: Rows, merges: Iterable[Merge]) -> tuple[list[Place], frozenset[Place]]:
        """The cells under merged ones that hold something, and those of them that hold something else."""
        under: list[Place] = []
        covered: set[Place] = set()
        left = _A_ROW * MOST_CELLS
        for merge in merges:
            for index in range(merge.top, min(merge.bottom + 1, len(rows))):
                cells = rows[index]
                left -= _A_ROW + max(0, min(merge.right + 1, len(cells)) - merge.left)
                if left < 0 or len(under) > MOST_CELLS:
                    self.blind = True
                    return under, frozenset(covered)
                if index == merge.top:
                    shown = cells[merge.left] if merge.left < len(cells) else None
                for column in range(merge.left, min(merge.right + 1, len(cells))):
                    if cells[column] is not None and (index, column) != (merge.top, merge.left):
                        under.append((index, column))
                        covered |= {(index, column)} if cells[column] != shown else set()
        return under, frozenset(covered)


def _emptied(rows: Rows, places: Iterable[Place]) -> Rows:
    emptied: dict[int, list[Cell]] = {}
    for row, column in places:
        if row < len(rows) and column < len(rows[row]) and rows[row][column] is not None:
            emptied.setdefault(row, list(rows[row]))[column] = None
    if not emptied:
        return rows
    if isinstance(rows, LongRows):
        return rows.with_rows({row: tuple(cells) for row, cells in emptied.items()})
    return tuple(tuple(emptied[index]) if index in emptied else row for index, row in enumerate(rows))


def shows_percent(code: str) -> bool:
    """Say whether a number format such as ``0.0%`` shows a percentage: a percent sign that is no text."""
    return "%" in _LITERAL.sub("", code)
