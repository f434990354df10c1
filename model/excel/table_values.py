"""All figures of one table: the counts first, then the shares and targets that are judged beside them."""

from collections.abc import Sequence
from typing import Final

from model.book import Kind, Target
from model.excel import shares
from model.excel.column_values import Complaint, Values, blocks_with_numbers, errors_in, people
from model.excel.grid import Cell, Sheet
from model.excel.layout import Column, Layout, Row, RowKind
from model.excel.notices import shown
from model.excel.numbers import Counted, Mark, Reading, read_column, separators
from model.measures import Measure
from model.problems import Severity
from model.regions import regencies

_WHOLE_PEOPLE: Final = 150
"""Targets all at or below this are percentages: no regency has so few workers."""

_NO_SHARE: Final = 1000.0
"""A share a thousand times the whole is no share, but perhaps a person's number."""


class TableValues:
    """The columns of one table as figures, and what is to be said about them.

    ``columns`` hold counts in people and coverages as fractions; ``targets`` those in per cent,
    and those in people with a date of their own. A column that cannot be settled is in neither.
    """

    def __init__(self, sheet: Sheet, layout: Layout) -> None:
        self._sheet, self._layout, self._rows = sheet, layout, layout.rows
        self.columns: list[Values] = []
        self.complaints: list[Complaint] = []
        figures = layout.figures
        texts = (cell for column in figures if not self._is_rate(column) for cell in self._cells(column))
        beside = separators(texts)
        for column in figures:
            if not self._is_rate(column):
                self.columns.append(people(sheet, column, self._rows, beside))
        for column in figures:
            if column.measure is Measure.REPORTED_COVERAGE:
                self._add_share(column)
        self._drop_shortfalls()
        self.targets = tuple(
            target
            for column in figures
            if column.measure is Measure.TARGET
            for target in self._targets(column)
        )

    def _cells(self, column: Column) -> list[Cell]:
        return [self._sheet.cell(row.index, column.index) for row in self._rows]

    def _is_rate(self, column: Column) -> bool:
        """Say whether a column holds shares: coverages, and targets by their signs or their size."""
        if column.measure is not Measure.TARGET:
            return column.measure is Measure.REPORTED_COVERAGE
        counts = read_column(self._cells(column), Counted.WHOLE)
        numbers = [abs(reading.value or 0.0) for reading in counts if reading.mark is Mark.NUMBER]
        signed = any(reading.percent for reading in counts)
        return signed or (bool(numbers) and max(numbers) <= _WHOLE_PEOPLE)

    def _say(self, severity: Severity, code: str, column: Column) -> None:
        facts: dict[str, object] = {"header": shown(column.header)}
        self.complaints.append(Complaint(severity, code, self._rows[0].index, column.index, facts))

    def _beside(self, column: Column, measure: Measure) -> Values | None:
        """The column of *measure* for the same segment and period; one without a period holds for all."""
        fitting = [
            values
            for values in self.columns
            if values.column.measure is measure and values.column.segment == column.segment
        ]
        exact = [values for values in fitting if values.column.period == column.period]
        return next(iter(exact or [values for values in fitting if values.column.period is None]), None)

    def _ratios(self, column: Column, below: Measure) -> list[float | None]:
        """Active participants over *below*, row by row; None where either is not known."""
        upper, lower = self._beside(column, Measure.ACTIVE), self._beside(column, below)
        if upper is None or lower is None:
            return [None] * len(self._rows)
        pairs = [(upper.by_row.get(row.index), lower.by_row.get(row.index)) for row in self._rows]
        return [active / base if active is not None and base else None for active, base in pairs]

    def _add_share(self, column: Column) -> None:
        readings = read_column(self._cells(column), Counted.RATE)
        ratios, attained = self._ratios(column, Measure.ELIGIBLE), self._ratios(column, Measure.TARGET)
        known = ratios if any(ratio is not None for ratio in ratios) else attained
        ruling = shares.rule(readings, known, self._known_factor())
        if ruling.factor is None:
            self._say(Severity.ERROR, ruling.reason, column)
            return
        values = Values(column, readings, blocks=blocks_with_numbers(self._rows, readings))
        for row, reading, cell in zip(self._rows, readings, self._cells(column), strict=True):
            told = shares.fraction(reading, ruling.factor)
            giant = told is not None and abs(told) > _NO_SHARE
            values.by_row[row.index] = None if giant else told
            if giant:
                values.complaints.append(
                    Complaint(Severity.ERROR, "share_implausible", row.index, column.index)
                )
            if reading.mark is Mark.TEXT:
                facts: dict[str, object] = {"text": shown(cell)}
                complaint = Complaint(Severity.ERROR, "not_a_number", row.index, column.index, facts)
                values.complaints.append(complaint)
        values.complaints += errors_in(self._sheet, column, self._rows)
        shown_shares = [values.by_row[row.index] for row in self._rows]
        if column.sure or shares.agrees(shown_shares, ratios):
            self.columns.append(values)
        elif shares.agrees(shown_shares, attained):
            self._say(Severity.INFO, "attainment_column_left_out", column)
        else:
            self._say(Severity.WARNING, "percent_unclear", column)

    def _known_factor(self) -> float | None:
        """The factor of a column of shares of this table that is settled already."""
        for values in self.columns:
            if values.column.measure is Measure.REPORTED_COVERAGE:
                for row, reading in zip(self._rows, values.readings, strict=True):
                    told = values.by_row[row.index]
                    if reading.value and told and not reading.percent:
                        return shares.PERCENT if reading.value > 2 * told else shares.FRACTION
        return None

    def _drop_shortfalls(self) -> None:
        """Leave out a "gap" that is the distance to the target: two gaps, two names, always."""
        for values in [
            found for found in self.columns if found.column.measure is Measure.REPORTED_UNPROTECTED
        ]:
            target = self._beside(values.column, Measure.TARGET)
            active = self._beside(values.column, Measure.ACTIVE)
            if target is None or active is None:
                continue
            pairs = [
                (told, aim - now)
                for row in self._rows
                if (told := values.by_row.get(row.index)) is not None
                and (aim := target.by_row.get(row.index)) is not None
                and (now := active.by_row.get(row.index)) is not None
            ]
            if pairs and sum(abs(told - short) <= 1 for told, short in pairs) > len(pairs) / 2:
                self.columns.remove(values)
                self._say(Severity.INFO, "shortfall_column_left_out", values.column)

    def _targets(self, column: Column) -> list[Target]:
        counted = next((values for values in self.columns if values.column is column), None)
        if counted:
            return self._dated(column, counted.by_row, "people") if column.period else []
        readings = read_column(self._cells(column), Counted.RATE)
        ruling = shares.rule(readings, [None] * len(readings), self._known_factor())
        if ruling.factor is None:
            self._say(Severity.ERROR, ruling.reason, column)
            return []
        return self._dated(column, self._fractions(readings, ruling.factor), "percent")

    def _fractions(self, readings: Sequence[Reading], factor: float) -> dict[int, float | None]:
        return {
            row.index: shares.fraction(reading, factor)
            for row, reading in zip(self._rows, readings, strict=True)
        }

    def _dated(self, column: Column, by_row: dict[int, float | None], kind: Kind) -> list[Target]:
        targets = []
        for row in self._rows:
            value, region = by_row.get(row.index), region_of(row, self._layout)
            as_of = (
                column.period
                or row.period
                or (self._layout.position or next(reversed(self._layout.periods), None))
            )
            if region and value is not None and as_of:
                targets.append(Target(as_of, region, kind, value, row.segment or column.segment))
        return targets


def region_of(row: Row, layout: Layout) -> str:
    """Return the region whose own figures a row holds: a "Jumlah" of all regencies is the province's."""
    if row.kind is RowKind.TOTAL and is_whole_province(row, layout):
        return layout.province
    return row.region if row.kind in {RowKind.REGION, RowKind.PROVINCE} else ""


def is_whole_province(total: Row, layout: Layout) -> bool:
    """Say whether a total is of every regency of the province, and no row says so by the province's name."""
    block = [row for row in layout.rows if (row.period, row.segment) == (total.period, total.segment)]
    kinds = {row.kind for row in block}
    if kinds & {RowKind.PROVINCE, RowKind.NOT_MATCHED}:
        return False
    found = {row.region for row in block if row.kind is RowKind.REGION}
    return bool(found) and found == {region.code for region in regencies(layout.province)}
