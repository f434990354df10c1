"""A long table of bare counts: whole columns are read at once where nothing in them has to be compared."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import pandas as pd

from model.excel.answers import About, Answers
from model.excel.extract import Extracted
from model.excel.grid import Sheet, a1
from model.excel.layout import Layout
from model.excel.long_figures import Figures, LongFigures
from model.excel.long_keys import LongKeys, objects
from model.excel.long_wide import WideCells
from model.excel.notices import notice, shown
from model.excel.numbers import Mark
from model.excel.sexes import BY_SEX
from model.excel.table_findings import read_summary, without_row
from model.measures import Measure
from model.observations import Nature, typed
from model.problems import Problem, Severity

Array = np.ndarray[Any, Any]

_COUNTS: Final = frozenset([Measure.ACTIVE, Measure.ELIGIBLE, Measure.EMPLOYED, Measure.INACTIVE])
_ANSWERS: Final = frozenset([About.NOTATION, About.SCALE, About.SHARE])
_TOLD_ONE_BY_ONE: Final = 20
_LEAST_SHARE: Final = 0.01
"""Participants over a base from here up to all of them are nothing to ask about."""


def plain_counts(
    sheet: Sheet, layout: Layout, keys: LongKeys, file: str, source: str, answers: Answers
) -> Extracted | None:
    """Return the figures of all rows as a frame, None where they have to be looked at one by one.

    That is where a column counts anything but people one by one, where columns or rows are sums
    of others or a region has two rows, and where the words of a number have to be weighed.
    """
    own = np.flatnonzero(keys.is_own)
    names = pd.DataFrame({"region": keys.region[own], "block": keys.block[own], "whose": keys.whose[own]})
    segments = {keys.segments[number] for number in pd.unique(keys.segment[keys.is_listed])}
    is_mixed = len(segments) > 1 and not all(segments)
    if keys.has_sums or is_mixed or names.duplicated().any() or not _are_bare(layout, answers):
        return None
    # Rows whose name nobody knows are looked at as well, but no figure of them is kept.
    rows = np.flatnonzero(keys.is_listed)
    columns = LongFigures(sheet, keys.periods, keys.block)
    read = [columns.of(column, rows) for column in layout.figures]
    if any(map(_has_texts, read)) or not _agree(read):
        return None
    return _Counts(sheet, layout, keys, file, rows, read).extracted(source)


def _are_bare(layout: Layout, answers: Answers) -> bool:
    """Say whether every column counts people one by one, and something that no other column does."""
    figures = layout.figures
    is_answered = any(about in _ANSWERS for about, _ in answers.given)
    return (
        not is_answered
        and not any(column.reason == BY_SEX for column in layout.columns)
        and len({column.measure for column in figures}) == len(figures)
        and all(c.measure in _COUNTS and not (c.period or c.segment) and c.scale == 1 for c in figures)
    )


def _has_texts(figures: Figures) -> bool:
    """Say whether any number is a text, whose dots and commas mean something."""
    readings = figures.told.readings if figures.told else ()
    return any(reading.as_text or reading.mark is Mark.AMBIGUOUS for reading in readings)


def _agree(read: Sequence[Figures]) -> bool:
    """Say whether the participants are a share of the base that nobody wonders about, in every row."""
    by_measure = {figures.column.measure: figures.values for figures in read}
    active, base = by_measure.get(Measure.ACTIVE), by_measure.get(Measure.ELIGIBLE)
    if active is None or base is None:
        return True
    known = (active > 0) & (base > 0)
    shares = active[known] / base[known]
    is_usual = not len(shares) or bool(np.median(shares) > _LEAST_SHARE)
    return is_usual and not (active > base).any()


class _Counts:
    """What is said and given of the columns of one table, once they are read."""

    def __init__(
        self, sheet: Sheet, layout: Layout, keys: LongKeys, file: str, rows: Array, read: Sequence[Figures]
    ) -> None:
        self._sheet, self._layout, self._keys, self._file = sheet, layout, keys, file
        self._rows, self._read = rows, read
        self._problems: list[Problem] = []

    def extracted(self, source: str) -> Extracted:
        """Return the figures with what is to be said about them."""
        keys = self._keys
        kept = keys.is_own[self._rows]
        kept_rows = []
        for figures in self._read:
            # A missing figure is one only where its position was reported.
            is_reported = figures.blocks[keys.block[self._rows]]
            kept_rows.append(kept & (~np.isnan(figures.values) | is_reported))
        frame = self._frame(kept_rows, source)
        self._tell_figures()
        first = int(self._rows[0])
        regions = pd.unique(keys.region[keys.is_region])
        lacking = without_row(self._layout, set(regions.tolist()))
        if lacking:
            self._say(Severity.WARNING, "region_without_row", first, self._layout.name_column, **lacking)
        days = {p for n in pd.unique(keys.period[keys.is_own]) if (p := keys.periods[n])}
        if len(frame):
            count = int(frame["value"].notna().sum())
            own = days or {p for p in [self._layout.position] if p}
            place = self._file, self._layout.sheet
            self._problems.append(read_summary(*place, len(regions), count, own))
        problems = (*self._layout.problems, *self._problems)
        return Extracted((), (), problems, frame=frame)

    def _frame(self, kept: Sequence[Array], source: str) -> pd.DataFrame:
        """The observations of the columns, one below the other, each of its *kept* ones among the rows."""
        keys, rows, columns = self._keys, self._rows, [figures.column for figures in self._read]
        every = np.concatenate([rows[some] for some in kept])
        which = np.repeat(np.arange(len(columns)), [int(some.sum()) for some in kept])
        periods = [period or self._layout.position for period in keys.periods]
        days = np.array([period.day if period else None for period in periods], dtype="datetime64[ns]")
        precisions = objects([str(period.precision) if period else "" for period in periods])
        vintages = [
            (column.vintage or self._layout.vintage) if column.measure is Measure.ELIGIBLE else ""
            for column in columns
        ]
        made = {
            "region": keys.region[every],
            "segment": objects(keys.segments)[keys.segment[every]],
            "as_of": days[keys.period[every]],
            "precision": precisions[keys.period[every]],
            "measure": objects([str(column.measure) for column in columns])[which],
            "value": np.concatenate([f.values[some] for f, some in zip(self._read, kept, strict=True)]),
            "vintage": objects(vintages)[which],
            "nature": str(Nature.SOURCED),
            "source": source,
            "sheet": self._layout.sheet,
            "cell": objects(self._addresses(kept)),
            "note": "",
        }
        return typed(pd.DataFrame(made))

    def _addresses(self, kept: Sequence[Array]) -> list[str]:
        """The cells of the figures that are kept, column by column."""
        found = []
        for figures, some in zip(self._read, kept, strict=True):
            column, rows = figures.column.index, self._rows[some]
            if isinstance(self._layout.cells, WideCells):
                column, rows = self._layout.cells.of(column, rows)
            letters = a1(0, column).rstrip("1")
            found += [f"{letters}{row + 1}" for row in rows.tolist()]
        return found

    # What is said

    def _say(self, severity: Severity, code: str, row: int, column: int, **facts: object) -> None:
        region = str(self._keys.region[row]) if self._keys.is_listed[row] else ""
        told = {"region": region, **facts}
        cell = a1(*self._layout.real(row, column))
        self._problems.append(notice(severity, code, self._file, self._layout.sheet, cell, **told))

    def _tell_figures(self) -> None:
        for told in (figures.told for figures in self._read if figures.told is not None):
            for code in dict.fromkeys(complaint.code for complaint in told.complaints):
                alike = [complaint for complaint in told.complaints if complaint.code == code]
                for complaint in alike[:_TOLD_ONE_BY_ONE]:
                    self._say(complaint.severity, code, complaint.row, complaint.column, **complaint.facts)
                if len(alike) > _TOLD_ONE_BY_ONE:
                    last, more = alike[_TOLD_ONE_BY_ONE], len(alike) - _TOLD_ONE_BY_ONE
                    self._say(last.severity, "more_of_this", last.row, last.column, count=more)
        for figures in self._read:
            empty = figures.empty[self._keys.is_region[figures.empty]]
            if len(empty):
                header, place = shown(figures.column.header), (int(empty[0]), figures.column.index)
                self._say(Severity.INFO, "cells_empty", *place, count=len(empty), header=header)
        dashed = [told for told in (figures.told for figures in self._read) if told and told.dashed]
        if dashed:
            place_of_first = min((row, told.column.index) for told in dashed for row in told.dashed)
            nil, missing = sum(t.nil for t in dashed), sum(t.unreported for t in dashed)
            self._say(Severity.INFO, "dashes_read", *place_of_first, nil=nil, missing=missing)
