"""A long tidy table: one row for each region, position and segment, up to a million of them.

It is recognised on a short sheet, drawn from it so that every name stands there at least once. What
was recognised there is then read from all rows, column by column. Only rows in which anything is
odd are looked at one by one, with the same functions that read a short table.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np
import pandas as pd

from model.excel.answers import Answers
from model.excel.by_name_picture import without_numbers_above
from model.excel.column_sums import SUMS_SAID
from model.excel.grid import Sheet, a1
from model.excel.importing import MOST_ROWS_DRAWN
from model.excel.layout import Column, ColumnKind, Layout, RowKind
from model.excel.long_drawn import TOP, Drawn
from model.excel.long_figures import Figures, LongFigures
from model.excel.long_keys import LongKeys, objects
from model.excel.notices import notice, shown
from model.excel.sheet_tables import SheetTable, tables_of
from model.measures import Measure
from model.observations import Nature, typed
from model.problems import Problem, Severity
from model.regions import region_name

Array = np.ndarray[Any, Any]

LONG: Final = 2000
"""Rows from which a sheet is worth this: each row of a short table is looked at many times."""
_NAMING: Final = (ColumnKind.NAME, ColumnKind.CODE, ColumnKind.LEVEL)
_COUNTS: Final = frozenset([Measure.ACTIVE, Measure.ELIGIBLE, Measure.EMPLOYED, Measure.INACTIVE])
_ROWS: Final = frozenset([RowKind.REGION, RowKind.PROVINCE, RowKind.NOT_MATCHED])
_FIGURE_WISE: Final = frozenset(
    [
        "table_read", "table_read_several", "dashes_read", "region_twice", "regions_repeated", "more_of_this",
        "ambiguous_number", "not_a_number", "count_implausible", "negative_people", "maybe_thousands",
        "not_whole", "mixed_notation", "fraction_of_people", "error_cell", "formula_uncomputed",
        "cells_empty", *SUMS_SAID,
    ]
)  # fmt: skip
"""What is said about figures: said anew, of all of them; sums are compared when the whole book is checked."""
_TOLD_ONE_BY_ONE: Final = 20
_TOO_OFTEN: Final = 3


def long_table(
    sheet: Sheet, file: str, source: str, answers: Answers, taken: Sequence[str]
) -> tuple[SheetTable, ...] | None:
    """Return the one table of a long sheet with its figures as a frame; None where it is not plainly tidy.

    Plainly tidy: each row names its region and its position, columns count people, and there are
    no sums among the rows. Takes what model.excel.sheet_tables.tables_of takes.
    """
    if len(sheet.rows) <= LONG or any(merge.bottom >= TOP for merge in sheet.merges):
        return None
    drawn = Drawn.of(sheet, ())
    first = _recognised(drawn, file, source, answers, taken)
    if first is None:
        return None
    names = [column.index for column in first.layout.columns if column.kind in _NAMING]
    drawn = Drawn.of(sheet, names)
    table = _recognised(drawn, file, source, answers, taken)
    if table is None:
        return None
    if not table.extracted.observations:
        return (drawn.replaced(table),)
    keys = LongKeys(sheet, drawn, table.layout)
    return (_Long(keys, sheet, drawn, table, file).read(source),) if keys.is_plain else None


def _recognised(
    drawn: "Drawn", file: str, source: str, answers: Answers, taken: Sequence[str]
) -> SheetTable | None:
    found = tables_of(without_numbers_above(drawn.sheet), file, source, answers, taken)
    return found[0] if len(found) == 1 and _is_tidy(found[0].layout) else None


def _is_tidy(layout: Layout) -> bool:
    kinds = {column.kind for column in layout.columns}
    plain = not (layout.about or layout.values or layout.cells or layout.sums)
    return (
        plain
        and ColumnKind.PERIOD in kinds
        and not kinds & {ColumnKind.PART, ColumnKind.MEASURE, ColumnKind.VALUE}
        and 0 <= layout.header[1] < TOP
        and {row.kind for row in layout.rows} <= _ROWS
        and all(column.measure in _COUNTS and not column.period for column in layout.figures)
    )


class _Long:
    """All rows of a long sheet, read as its short one was recognised."""

    def __init__(self, keys: LongKeys, sheet: Sheet, drawn: Drawn, table: SheetTable, file: str) -> None:
        self._keys, self._sheet, self._drawn, self._table = keys, sheet, drawn, table
        self._layout, self._file = table.layout, file
        self._problems: list[Problem] = []

    def read(self, source: str) -> SheetTable:
        """Return the table with all its figures."""
        keys, own = self._keys, np.flatnonzero(self._keys.is_own)
        named = {"region": keys.region[own], "block": keys.block[own], "whose": keys.whose[own]}
        twice = own[pd.DataFrame(named).duplicated().to_numpy() & keys.is_region[own]]
        if len(twice) >= max(_TOO_OFTEN, len(pd.unique(keys.region[keys.is_region])) / 2):
            place = int(twice[0]), self._layout.name_column
            self._say(Severity.ERROR, "regions_repeated", *place, count=len(twice))
            return self._finished(None, [])
        self._tell_twice(twice)
        columns = LongFigures(self._sheet, keys.periods, keys.block)
        # Rows whose name nobody knows are looked at as well, but no figure of them is kept.
        rows = np.flatnonzero(keys.is_listed)
        read = [columns.of(column, rows) for column in self._layout.figures]
        kept = keys.is_own[rows] & ~np.isin(rows, twice)
        kept_rows = []
        for figures in read:
            alike = [other.blocks for other in read if other.column.measure is figures.column.measure]
            # A missing figure is one only where its position was reported.
            kept_rows.append(
                kept & (~np.isnan(figures.values) | np.logical_or.reduce(alike)[keys.block[rows]])
            )
        return self._finished(self._frame(read, rows, kept_rows, source), read)

    def _frame(
        self, read: Sequence[Figures], rows: Array, kept: Sequence[Array], source: str
    ) -> pd.DataFrame:
        """The observations of the columns, one below the other, each of its *kept* ones among the *rows*."""
        keys, columns = self._keys, [figures.column for figures in read]
        every = np.concatenate([rows[some] for some in kept])
        which = np.repeat(np.arange(len(columns)), [int(some.sum()) for some in kept])
        days = np.array([period.day if period else None for period in keys.periods], dtype="datetime64[ns]")
        precisions = objects([str(period.precision) if period else "" for period in keys.periods])
        segments = [segment or column.segment for column in columns for segment in keys.segments]
        vintages = [
            (column.vintage or self._layout.vintage) if column.measure is Measure.ELIGIBLE else ""
            for column in columns
        ]
        made = {
            "region": keys.region[every],
            "segment": objects(segments)[which * len(keys.segments) + keys.segment[every]],
            "as_of": days[keys.period[every]],
            "precision": precisions[keys.period[every]],
            "measure": objects([str(column.measure) for column in columns])[which],
            "value": np.concatenate([f.values[some] for f, some in zip(read, kept, strict=True)]),
            "vintage": objects(vintages)[which],
            "nature": str(Nature.SOURCED),
            "source": source,
            "sheet": self._layout.sheet,
            "cell": objects(_addresses(columns, rows, kept)),
            "note": "",
        }
        return typed(pd.DataFrame(made))

    # What is said

    def _say(self, severity: Severity, code: str, row: int, column: int, **facts: object) -> None:
        kind = self._keys.kinds[int(self._drawn.combinations[row])]
        told = {"region": kind.region if kind else "", **facts}
        cell = a1(row, column)
        self._problems.append(notice(severity, code, self._file, self._layout.sheet, cell, **told))

    def _tell_twice(self, twice: Array) -> None:
        column = self._layout.name_column
        keys = self._keys
        for row in twice.tolist():
            is_same = keys.is_own & (keys.region == keys.region[row]) & (keys.whose == keys.whose[row])
            first = int(np.flatnonzero(is_same & (keys.block == keys.block[row]))[0])
            facts = {
                "name": region_name(keys.region[row]),
                "used": a1(first, column),
                "other": a1(row, column),
            }
            self._say(Severity.ERROR, "region_twice", row, column, **facts)

    def _tell_figures(self, read: Sequence[Figures]) -> None:
        for told in (figures.told for figures in read if figures.told is not None):
            for code in dict.fromkeys(complaint.code for complaint in told.complaints):
                alike = [complaint for complaint in told.complaints if complaint.code == code]
                for complaint in alike[:_TOLD_ONE_BY_ONE]:
                    self._say(complaint.severity, code, complaint.row, complaint.column, **complaint.facts)
                if len(alike) > _TOLD_ONE_BY_ONE:
                    last, more = alike[_TOLD_ONE_BY_ONE], len(alike) - _TOLD_ONE_BY_ONE
                    self._say(last.severity, "more_of_this", last.row, last.column, count=more)
        for figures in read:
            empty = figures.empty[self._keys.is_region[figures.empty]]
            if len(empty):
                header, place = shown(figures.column.header), (int(empty[0]), figures.column.index)
                self._say(Severity.INFO, "cells_empty", *place, count=len(empty), header=header)
        dashed = [told for told in (figures.told for figures in read) if told and told.dashed]
        if dashed:
            place_of_first = min((row, told.column.index) for told in dashed for row in told.dashed)
            nil, missing = sum(t.nil for t in dashed), sum(t.unreported for t in dashed)
            self._say(Severity.INFO, "dashes_read", *place_of_first, nil=nil, missing=missing)

    def _summary(self, frame: pd.DataFrame) -> Problem:
        days = sorted(
            {p for n in pd.unique(self._keys.period[self._keys.is_own]) if (p := self._keys.periods[n])}
        )
        facts: dict[str, object] = {
            "regions": len(pd.unique(self._keys.region[self._keys.is_region])),
            "figures": int(frame["value"].notna().sum()),
            "first": days[0],
            "last": days[-1],
            "positions": len(days),
        }
        code = "table_read" if len(days) == 1 else "table_read_several"
        return notice(Severity.INFO, code, self._file, self._layout.sheet, "", **facts)

    def _finished(self, frame: pd.DataFrame | None, read: Sequence[Figures]) -> SheetTable:
        drawn = self._drawn
        said = [p for p in self._table.extracted.problems if p.code not in _FIGURE_WISE]
        table = drawn.replaced(self._table, said)
        self._tell_figures(read)
        problems = [*map(self._with_all_foreign, table.extracted.problems), *self._problems]
        if frame is not None:
            problems.append(self._summary(frame))
        extracted = replace(table.extracted, observations=(), frame=frame, problems=tuple(problems))
        below = np.flatnonzero(self._keys.is_own)
        bottom = int(below[-1]) if len(below) else table.layout.bottom
        # As many as are painted; what else is known of the rows is in the frame.
        layout = replace(table.layout, bottom=bottom, rows=self._keys.rows(MOST_ROWS_DRAWN))
        return replace(table, layout=layout, extracted=extracted)

    def _with_all_foreign(self, problem: Problem) -> Problem:
        """Say how many rows are of other provinces, not how many were drawn."""
        if problem.code != "names_outside_province":
            return problem
        foreign = [row is not None and row.kind is RowKind.NOT_MATCHED for row in self._keys.kinds]
        count = int(np.array(foreign)[self._drawn.combinations].sum())
        return replace(problem, facts={**problem.facts, "count": count})


def _addresses(columns: Sequence[Column], rows: Array, kept: Sequence[Array]) -> list[str]:
    """The cells of the figures that are kept, column by column."""
    return [
        f"{letters}{row + 1}"
        for column, some in zip(columns, kept, strict=True)
        for letters in [a1(0, column.index).rstrip("1")]
        for row in rows[some].tolist()
    ]
