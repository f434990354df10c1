"""A long sheet in which every row says what it is about: cells that are merged or left out are filled.

What a short table carries down row by row (:mod:`model.excel.row_keys`, merges of
:class:`model.excel.row_names.RowReader`) is written into the columns of keys at once.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np

from model.excel.grid import Sheet
from model.excel.layout import ColumnKind, Layout
from model.excel.long_columns import Column
from model.excel.long_rows import LongRows, by_column
from model.excel.name_column import matched
from model.excel.row_keys import SPARSE
from model.excel.row_words import is_figure_like, is_total
from model.region_names import MatchStatus

Array = np.ndarray[Any, Any]

_KEYS: Final = frozenset([ColumnKind.PERIOD, ColumnKind.SEGMENT])


def filled(sheet: Sheet, layout: Layout) -> Sheet:
    """Return *sheet* with the cells of its keys filled; *layout* says which columns those are.

    Rows whose neighbours alone can explain them are left as they are.
    """
    whole = by_column(sheet.rows)
    naming = [
        c.index for kind in (ColumnKind.NAME, ColumnKind.CODE) for c in layout.columns if c.kind is kind
    ]
    keys = [column.index for column in layout.columns if column.kind in _KEYS]
    first, raw = layout.header[1] + 1, {index: whole.column(index).told() for index in [*naming[:1], *keys]}
    merged = {index: _merged(sheet, index, column, first) for index, column in raw.items()}
    figures = np.zeros(len(whole), dtype=bool)
    for index in {layout.real_column(column.index) for column in layout.figures}:
        column = whole.column(index)
        figures |= column.are(is_figure_like, number=True)
    figures[:first] = False
    rows = np.flatnonzero(figures)
    if naming and len(rows) and len(rows) == rows[-1] - rows[0] + 1:
        _carry(whole, layout, raw, merged, rows)
    changed = {
        index: merged[index] for index in raw if not np.array_equal(merged[index].codes, raw[index].codes)
    }
    return replace(sheet, rows=whole.with_columns(changed)) if changed else sheet


def _merged(sheet: Sheet, index: int, column: Column, first: int) -> Column:
    """The column with the cells of merged blocks below the header filled."""
    codes = column.codes.copy()
    for merge in sheet.merges:
        if merge.left == index and merge.top >= first:
            codes[merge.top + 1 : merge.bottom + 1] = codes[merge.top]
    return replace(column, codes=codes)


def _carry(
    whole: LongRows, layout: Layout, raw: dict[int, Column], merged: dict[int, Column], rows: Array
) -> None:
    """Let a name or a key that is written once stand for the *rows* below it, as row_keys.carry_down does."""
    name, keys = layout.name_column, [index for index in raw if index != layout.name_column]
    keyed = np.logical_or.reduce([raw[index].codes[rows] != 0 for index in keys]) if keys else rows < 0
    nameless = keyed & (merged[name].codes[rows] == 0)
    if nameless.any() and not _has_sums_aside(whole, name, rows[nameless], layout.province):
        merged[name] = _carried(merged[name], rows, nameless)
    for index in keys:
        count = int((raw[index].codes[rows] != 0).sum())
        if 0 < count < SPARSE * len(rows):
            merged[index] = _carried(merged[index], rows, merged[index].codes[rows] == 0)


def _carried(column: Column, rows: Array, which: Array) -> Column:
    codes = column.codes.copy()
    own = codes[rows]
    last = np.maximum.accumulate(np.where(own != 0, np.arange(len(rows)), -1))
    codes[rows] = np.where(which & (last >= 0), own[last], own)
    return replace(column, codes=codes)


def _has_sums_aside(whole: LongRows, name: int, rows: Sequence[int] | Array, province: str) -> bool:
    """Say whether a sum stands further left, where the name is empty."""
    for index in range(name):
        column = whole.column(index).told()
        cells = {column.different[code] for code in np.unique(column.codes[rows]).tolist()}
        texts = [cell for cell in cells if isinstance(cell, str)]
        if any(is_total(text) or matched(text, province).status is MatchStatus.AGGREGATE for text in texts):
            return True
    return False
