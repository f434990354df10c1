"""What stands beside a column of a table: the participants, base or target of the same people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from model.excel import shares
from model.excel.column_values import Values
from model.excel.layout import Column, Row, RowKind
from model.measures import Measure
from model.segments import SEGMENTS

_FEWEST_SEGMENTS: Final = 2


@dataclass(frozen=True, slots=True)
class ColumnsBeside:
    """The columns of one table that are read so far, asked for those that fit another one."""

    rows: Sequence[Row]
    columns: Sequence[Values]

    def of(self, column: Column, measure: Measure) -> Values | None:
        """Return the column of *measure* for the same segment and period, else one without a period."""
        fitting = [
            values
            for values in self.columns
            if values.column.measure is measure and values.column.segment == column.segment
        ]
        exact = [values for values in fitting if values.column.period == column.period]
        return next(iter(exact or [values for values in fitting if values.column.period is None]), None)

    def any_of(self, column: Column, measure: Measure) -> Values | None:
        """Return any column of *measure* for the same segment: a base holds for every period."""
        return next(
            (
                values
                for values in self.columns
                if values.column.measure is measure and values.column.segment == column.segment
            ),
            None,
        )

    def shares_with(self, column: Column) -> list[float]:
        """Return active participants over a base as written, row by row, where *column* is one of the two."""
        active, base = None, None
        if column.measure is Measure.ACTIVE:
            active, base = self.of(column, Measure.ACTIVE), self.of(column, Measure.ELIGIBLE)
        elif column.measure is Measure.ELIGIBLE:
            active = self.of(column, Measure.ACTIVE) or self.any_of(column, Measure.ACTIVE)
            base = self.of(column, Measure.ELIGIBLE)
        if active is None or base is None:
            return []
        pairs = zip(active.readings, base.readings, strict=True)
        unit = active.column.scale / base.column.scale
        return [upper.value / lower.value * unit for upper, lower in pairs if upper.value and lower.value]

    def aimed_at(self, target: Column) -> list[float]:
        """Return the participants (else the eligible workers) that a target is for, row by row."""
        beside = (
            self.of(target, Measure.ACTIVE)
            or self.any_of(target, Measure.ACTIVE)
            or self.of(target, Measure.ELIGIBLE)
        )
        if beside is None:
            return []
        values = (beside.by_row.get(row.index) for row in self.rows if row.kind is RowKind.REGION)
        return [value for value in values if value]

    def ratios(self, column: Column, below: Measure) -> list[float | None]:
        """Return active participants over *below*, row by row; None where either is not known."""
        upper, lower = self._counts_for(column, Measure.ACTIVE), self._counts_for(column, below)
        pairs = [(upper.get(row.index), lower.get(row.index)) for row in self.rows]
        return [active / base if active is not None and base else None for active, base in pairs]

    def _counts_for(self, column: Column, measure: Measure) -> Mapping[int, float | None]:
        """The counts of *measure* that a share is of: those of its segment, of all where it names none.

        Where no column counts all, its segments together do: nobody is in two of them.
        """
        if beside := self.of(column, measure):
            return beside.by_row
        parts = [
            found
            for segment in SEGMENTS
            if (found := self.of(replace(column, segment=segment), measure)) is not None
        ]
        if column.segment or len(parts) < _FEWEST_SEGMENTS:
            return {}
        rows = ((row.index, [part.by_row.get(row.index) for part in parts]) for row in self.rows)
        sums = ((row, [value for value in values if value is not None], len(values)) for row, values in rows)
        return {row: sum(known) for row, known, count in sums if len(known) == count}

    def is_shortfall(self, gap: Values) -> bool:
        """Say whether the figures of a "gap" are the distance to the target, in most rows."""
        target, active = self.of(gap.column, Measure.TARGET), self.of(gap.column, Measure.ACTIVE)
        if target is None or active is None:
            return False
        pairs = [
            (told, aim - now)
            for row in self.rows
            if (told := gap.by_row.get(row.index)) is not None
            and (aim := target.by_row.get(row.index)) is not None
            and (now := active.by_row.get(row.index)) is not None
        ]
        return bool(pairs) and sum(abs(told - short) <= 1 for told, short in pairs) > len(pairs) / 2

    def settled_factor(self) -> float | None:
        """Return the factor of a column of shares that is settled already, None where there is none."""
        for values in self.columns:
            if values.column.measure is Measure.REPORTED_COVERAGE:
                for row, reading in zip(self.rows, values.readings, strict=True):
                    told = values.by_row[row.index]
                    if reading.value and told and not reading.percent:
                        return shares.PERCENT if reading.value > 2 * told else shares.FRACTION
        return None
