"""A long table whose rows say what they count, drawn wide by column: see :mod:`model.excel.pivot`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

import numpy as np
import pandas as pd

from model.excel.grid import Cell, Sheet
from model.excel.header_words import plain_words
from model.excel.layout import ColumnKind, Layout
from model.excel.long_columns import Column
from model.excel.long_rows import LongRows, by_column
from model.excel.row_labels import UNITS
from model.excel.row_words import is_figure_like

Array = np.ndarray[Any, Any]
Place = tuple[int, int]

_KEYS: Final = frozenset(
    [ColumnKind.NAME, ColumnKind.CODE, ColumnKind.LEVEL, ColumnKind.PERIOD, ColumnKind.SEGMENT]
)


class WideCells(Mapping[Place, Place]):
    """Where the cells of columns that were drawn really stand, kept by column."""

    def __init__(self, places: Mapping[int, tuple[int, Array]]) -> None:
        """*places*: for each drawn column its real one, and the real row of each row (-1: no cell)."""
        self._places = places

    def __getitem__(self, cell: Place) -> Place:
        column, rows = self._places[cell[1]]
        row = int(rows[cell[0]])
        if row < 0:
            raise KeyError(cell)
        return row, column

    def __iter__(self) -> Iterator[Place]:
        for column, (_, rows) in self._places.items():
            yield from ((row, column) for row in np.flatnonzero(rows >= 0).tolist())

    def __len__(self) -> int:
        return sum(int((rows >= 0).sum()) for _, rows in self._places.values())

    def of(self, column: int, rows: Array) -> tuple[int, Array]:
        """Return where the cells of a drawn column in some rows really stand; those without one stay."""
        real, places = self._places[column]
        return real, np.where(places[rows] >= 0, places[rows], rows)

    def above(self, row: int) -> dict[Place, Place]:
        """Return those in the rows above *row*, and the first of each column."""
        drawn = {}
        for column, (_, rows) in self._places.items():
            listed = np.flatnonzero(rows >= 0)
            kept = listed[: max(1, int(np.searchsorted(listed, row)))].tolist()
            drawn.update({(own, column): self[own, column] for own in kept})
        return drawn


class LongWide:
    """One long sheet drawn wide as its short one was; ``sheet`` is None where columns cannot show how."""

    def __init__(self, sheet: Sheet, short: Sheet, layout: Layout) -> None:
        """*short* and *layout* are the drawn rows and what was recognised in them."""
        self._whole: LongRows = by_column(sheet.rows)
        self._layout = layout
        self._below = np.arange(len(self._whole)) > layout.header[1]
        self.cells = WideCells({})
        self.firsts: Array = np.zeros(len(self._whole), dtype=bool)
        self.last = -1
        self.sheet = self._drawn(sheet, short)

    def _drawn(self, sheet: Sheet, short: Sheet) -> Sheet | None:
        label = next((c.index for c in self._layout.columns if c.kind is ColumnKind.MEASURE), -1)
        if label < 0:
            return None
        kinds = self._kinds(short, label)
        which = self._which(kinds, label)
        listed = which >= 0
        rows = np.flatnonzero(listed)
        if not len(rows) or not self._is_plain(rows, label):
            return None
        groups = self._groups(rows, which[rows])
        if groups is None:
            return None
        first = rows[groups]
        self.firsts[first] = True
        self.last = int(rows[-1])
        places, columns = {}, {}
        for number, drawn in enumerate(kinds.values()):
            own = which[rows] == number
            for value, column in drawn.items():
                columns[column] = _moved(self._whole.column(value), rows[own], first[own])
                real = np.full(len(self._whole), -1, dtype=np.int64)
                real[first[own]] = rows[own]
                places[column] = value, real
        self.cells = WideCells(places)
        return self._with_columns(sheet, columns, places)

    def _kinds(self, short: Sheet, label: int) -> dict[tuple[Cell, Cell], dict[int, int]]:
        """For what a row says that it counts, its unit beside it, the drawn columns by the real ones."""
        kinds: dict[tuple[Cell, Cell], dict[int, int]] = {}
        for (_, column), (row, value) in self._layout.cells.items():
            said = short.cell(row, label), short.cell(row, self._unit)
            kinds.setdefault(said, {})[value] = column
        return kinds

    @property
    def _unit(self) -> int:
        units = (c.index for c in self._layout.columns if UNITS.fullmatch(plain_words(c.header)))
        return next(units, -1)

    def _which(self, kinds: Iterable[tuple[Cell, Cell]], label: int) -> Array:
        """For each row the number of what it counts, -1 where it says nothing that is known."""
        said = self._whole.column(label).told()
        numbers = {kind: number for number, kind in enumerate(kinds)}
        if self._unit < 0:
            known = np.array([numbers.get((cell, None), -1) for cell in said.different])
            return np.where(self._below, known[said.codes], -1)
        unit = self._whole.column(self._unit).told()
        pairs, different = pd.factorize(said.codes * (len(unit.different) + 1) + unit.codes)
        cells = (divmod(int(pair), len(unit.different) + 1) for pair in different)
        known = np.array([numbers.get((said.different[a], unit.different[b]), -1) for a, b in cells])
        return np.where(self._below, known[pairs], -1)

    def _is_plain(self, rows: Array, label: int) -> bool:
        """Say whether each of the *rows* holds figures, and nothing stands between them.

        A row without any figure is a heading or a gap, which only its neighbours can explain.
        """
        keys = {c.index for c in self._layout.columns if c.kind in _KEYS}
        filled, figures = np.zeros((2, len(self._whole)), dtype=bool)
        for index in range(self._whole.width):
            column = self._whole.column(index)
            filled |= column.codes != 0
            if index != label and index not in keys:
                figures |= column.are(is_figure_like, number=True)
        between = np.flatnonzero(filled[: rows[-1] + 1] & self._below[: rows[-1] + 1])
        return bool(figures[rows].all()) and np.array_equal(between, rows)

    def _groups(self, rows: Array, which: Array) -> Array | None:
        """For each of the *rows* the first one about the same; None where a key is not filled."""
        keys = np.zeros(len(rows), dtype=np.int64)
        for each in self._layout.columns:
            if each.kind in _KEYS:
                column = self._whole.column(each.index).told()
                codes = column.codes[rows]
                if (codes == 0).any():
                    return None
                texts = pd.factorize(np.array([str(cell) for cell in column.different], dtype=object))[0]
                keys = pd.factorize(keys * (len(texts) + 1) + texts[codes])[0]
        # A second figure of one kind about the same stands apart.
        again = pd.DataFrame({"key": keys, "which": which}).groupby(["key", "which"]).cumcount().to_numpy()
        codes, different = pd.factorize(keys * (int(again.max()) + 1) + again)
        first = np.empty(len(different), dtype=np.int64)
        first[codes[::-1]] = np.arange(len(codes))[::-1]
        return first[codes] if len(different) < len(rows) else None

    def _with_columns(
        self, sheet: Sheet, columns: Mapping[int, Column], places: Mapping[int, tuple[int, Array]]
    ) -> Sheet:
        drawn: dict[Place, Place] = {}
        noted = {*sheet.percents, *sheet.uncomputed, *sheet.errors}
        if noted:
            for column, (value, rows) in places.items():
                own = np.flatnonzero(rows >= 0)
                pairs = zip(own.tolist(), rows[own].tolist(), strict=True)
                drawn |= {(real, value): (row, column) for row, real in pairs if (real, value) in noted}
        return replace(
            sheet,
            rows=self._whole.with_columns(columns),
            percents=frozenset(drawn[cell] for cell in sheet.percents if cell in drawn),
            uncomputed=frozenset(drawn[cell] for cell in sheet.uncomputed if cell in drawn),
            errors={drawn[cell]: text for cell, text in sheet.errors.items() if cell in drawn},
        )


def _moved(column: Column, rows: Array, to: Array) -> Column:
    """The cells of some rows of a column in other rows; all others are empty."""
    codes, numbers = np.zeros(len(column), dtype=np.int64), np.full(len(column), np.nan)
    codes[to] = column.codes[rows]
    if len(column.numbers):
        numbers[to] = column.numbers[rows]
    return Column(codes, column.different, numbers)
