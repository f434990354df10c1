"""Columns that are the sum of others beside them, held against them; participants above those eligible."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from model.excel.column_values import Complaint, Values, people
from model.excel.grid import Sheet, a1
from model.excel.layout import Column, ColumnKind, Layout, Row, RowKind
from model.excel.notices import shown
from model.excel.printed_totals import tolerance
from model.excel.separators import Separators
from model.excel.sexes import BY_SEX, sum_of_sexes
from model.measures import Measure
from model.problems import Severity
from model.segments import ALL

DIFFERS: Final = "column_sum_differs"
ROWS_DIFFER: Final = "row_sum_differs"
ABOVE: Final = "active_above_eligible"
SUMS_SAID: Final = frozenset([DIFFERS, ROWS_DIFFER, ABOVE])
"""What is said here."""
_FEWEST: Final = 2
_CELLS_SHOWN: Final = 5
_COMPARED: Final = frozenset([RowKind.REGION, RowKind.PROVINCE, RowKind.TOTAL])
_RATES: Final = frozenset([Measure.REPORTED_COVERAGE])


@dataclass(frozen=True)
class _Miss:
    """A row in which one column does not agree with others."""

    row: int
    printed: float
    other: float


class ColumnSums:
    """The columns of one table held against each other, row by row, totals and regions alike."""

    def __init__(self, sheet: Sheet, layout: Layout, columns: Sequence[Values]) -> None:
        self._sheet, self._layout = sheet, layout
        self._counts = [values for values in columns if values.column.measure not in _RATES]
        self._rows = [row for row in layout.rows if row.index not in layout.sums]

    def complaints(self) -> Iterator[Complaint]:
        """Yield one complaint for each column that misses its parts, and for each below its participants.

        Each stands at the first such cell and names the next ones. A row with a missing part is not
        compared.
        """
        for whole in self._counts:
            if whole.column.segment == ALL:
                yield from self._summed(whole, self._segments_of(whole))
                yield from self._summed(whole, self._sexes_of(whole))
                yield from self._rows_of_segments(whole)
            if whole.column.measure is Measure.ELIGIBLE:
                yield from self._exceeded(whole)

    def _segments_of(self, whole: Values) -> list[Values]:
        """The columns of the segments that a column of all of them is the sum of."""
        own = whole.column
        return [
            values
            for values in self._counts
            if values.column.segment and _alike(values.column, own) and values.column.vintage == own.vintage
        ]

    def _sexes_of(self, whole: Values) -> list[Values]:
        """The columns of men and women beside their sum, which are not read but for this."""
        columns = self._layout.columns
        parts = (
            column for column in columns if column.kind is ColumnKind.LEFT_OUT and column.reason == BY_SEX
        )
        return [
            people(self._sheet, _counting(part, whole.column), self._rows, Separators())
            for part in parts
            if (owner := sum_of_sexes(part, columns)) is not None and owner.index == whole.column.index
        ]

    def _rows_of_segments(self, values: Values) -> Iterator[Complaint]:
        """Compare the row of all segments of a region, or the total of all, with those of its segments."""
        groups: dict[tuple[object, ...], dict[str, Row]] = {}
        for row in self._rows:
            if row.kind in _COMPARED:
                own = row.region or str(row.kind)
                groups.setdefault((own, row.period), {})[row.segment] = row
        missed: list[_Miss] = []
        allowed = 0.0
        told: dict[str, None] = {}
        for rows in groups.values():
            parts = [row for segment, row in rows.items() if segment]
            printed = values.by_row.get(rows[ALL].index) if ALL in rows else None
            known = [part for row in parts if (part := values.by_row.get(row.index)) is not None]
            if printed is None or len(parts) < _FEWEST or len(known) < len(parts):
                continue
            allowed = tolerance(values, len(parts))
            if abs(printed - sum(known)) > allowed:
                missed.append(_Miss(rows[ALL].index, printed, float(sum(known))))
                told |= {row.segment: None for row in parts}
        if missed:
            facts: dict[str, object] = {"names": ", ".join(told), "tolerance": allowed}
            yield self._complaint(ROWS_DIFFER, values.column, missed, facts)

    def _summed(self, whole: Values, parts: Sequence[Values]) -> Iterator[Complaint]:
        if len(parts) < _FEWEST:
            return
        allowed = tolerance(whole, len(parts))
        missed = list(self._misses(whole, parts, lambda difference: abs(difference) > allowed))
        if missed:
            names = ", ".join(f'"{shown(part.column.header)}"' for part in parts)
            yield self._complaint(DIFFERS, whole.column, missed, {"names": names, "tolerance": allowed})

    def _exceeded(self, eligible: Values) -> Iterator[Complaint]:
        active = (
            values
            for values in self._counts
            if values.column.measure is Measure.ACTIVE
            and (values.column.segment, values.column.period)
            == (eligible.column.segment, eligible.column.period)
        )
        for values in active:
            missed = list(self._misses(eligible, [values], lambda difference: difference < 0))
            if missed:
                facts: dict[str, object] = {"names": f'"{shown(values.column.header)}"'}
                yield self._complaint(ABOVE, eligible.column, missed, facts)

    def _misses(
        self, whole: Values, parts: Sequence[Values], is_wrong: Callable[[float], bool]
    ) -> Iterator[_Miss]:
        for row in self._rows:
            printed = whole.by_row.get(row.index)
            known = [part for values in parts if (part := values.by_row.get(row.index)) is not None]
            if printed is not None and len(known) == len(parts) and is_wrong(printed - sum(known)):
                yield _Miss(row.index, printed, float(sum(known)))

    def _complaint(
        self, code: str, column: Column, missed: Sequence[_Miss], facts: dict[str, object]
    ) -> Complaint:
        first = missed[0]
        cells = _addresses(self._layout, column, (miss.row for miss in missed[:_CELLS_SHOWN]))
        own = {
            "header": shown(column.header), "count": len(missed), "printed": first.printed,
            "parts": first.other, "cells": cells + (" …" if len(missed) > _CELLS_SHOWN else ""),
        }  # fmt: skip
        return Complaint(Severity.WARNING, code, first.row, column.index, {**own, **facts})


def _addresses(layout: Layout, column: Column, rows: Iterable[int]) -> str:
    return ", ".join(a1(*layout.real(row, column.index)) for row in rows)


def _alike(column: Column, other: Column) -> bool:
    return (column.measure, column.period, column.scale) == (other.measure, other.period, other.scale)


def _counting(part: Column, whole: Column) -> Column:
    """A column of men or women as one that counts what their sum does."""
    return Column(part.index, ColumnKind.FIGURE, part.header, measure=whole.measure, scale=whole.scale)
