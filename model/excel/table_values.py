"""All figures of one table: the counts first, then the shares and targets that are judged beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from model.book import Kind, Target
from model.excel import shares
from model.excel.answers import About, Answers
from model.excel.column_values import (
    MOST_PEOPLE,
    Complaint,
    Values,
    blocks_with_numbers,
    counted_as,
    errors_in,
    people,
)
from model.excel.decisions import Decision
from model.excel.grid import Cell, Sheet
from model.excel.layout import Column, Layout, Row, RowKind
from model.excel.notations import notation_of
from model.excel.notices import shown
from model.excel.numbers import (
    Counted,
    Mark,
    Reading,
    Separators,
    read_column,
    separators,
    told_separators,
    without_giants,
)
from model.excel.scales import scaling_of
from model.excel.table_columns import BASES
from model.excel.target_kinds import TargetKind, target_kind
from model.excel.value_decisions import joined, of_notation, of_scale, of_share, of_target
from model.measures import Measure
from model.problems import Severity
from model.regions import regencies
from model.segments import SEGMENTS

_NO_SHARE: Final = 1000.0
"""A share a thousand times the whole is no share, but perhaps a person's number."""
_FEWEST_SEGMENTS: Final = 2
_TOLD_FACTORS: Final = {"percent": shares.PERCENT, "fraction": shares.FRACTION}
_NO_ANSWERS: Final = Answers()


class TableValues:
    """The columns of one table as figures, and what is to be said about them.

    ``columns`` hold counts in people and coverages as fractions; ``targets`` those in per cent,
    and those in people with a date of their own. A column that cannot be settled is in neither.
    ``decisions`` say how the values were understood; *answers* that a person gave come first.
    """

    def __init__(self, sheet: Sheet, layout: Layout, answers: Answers = _NO_ANSWERS) -> None:
        self._sheet, self._layout, self._rows = sheet, layout, layout.rows
        self._answers = answers
        self._decided: list[Decision] = []
        self.columns: list[Values] = []
        self.complaints: list[Complaint] = []
        self._kinds: dict[int, TargetKind] = {}
        figures = [self._scaled(column) for column in layout.figures]
        self._separators = self._shown_separators(figures)
        for column in figures:
            if column.measure not in {Measure.REPORTED_COVERAGE, Measure.TARGET}:
                self._add_count(column)
        self._doubt_scales()
        for column in figures:
            if column.measure is Measure.TARGET:
                self._add_target(column)
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
        self.decisions = joined(self._decided)

    def _cells(self, column: Column) -> list[Cell]:
        return [self._sheet.cell(row.index, column.index) for row in self._rows]

    def _formats(self, column: Column) -> list[bool]:
        """For each row whether the cell's number format shows a percentage."""
        return [(row.index, column.index) in self._sheet.percents for row in self._rows]

    def _scaled(self, column: Column) -> Column:
        answer = self._answers.get(About.SCALE, column.key)
        return replace(column, scale=float(answer)) if answer else column

    def _shown_separators(self, figures: Sequence[Column]) -> Separators:
        """What the counts of the table show together about dots and commas."""
        counts = [column for column in figures if column.measure is not Measure.REPORTED_COVERAGE]
        texts = (cell for column in counts for cell in self._cells(column))
        return separators(cell for cell in texts if not (isinstance(cell, str) and "%" in cell))

    def _add_count(self, column: Column) -> None:
        cells, told = self._cells(column), self._answers.get(About.NOTATION, column.key)
        beside, giants = self._separators, False
        if told:
            beside = told_separators(told)
        elif column.scale != 1 and beside == Separators():
            beside = without_giants(cells, MOST_PEOPLE / column.scale)
            giants = beside != Separators()
        values = people(self._sheet, column, self._rows, beside)
        self.columns.append(values)
        notation = notation_of(cells, values.readings, counted_as(column), beside, giants=giants)
        if notation:
            self._decided.append(of_notation(self._layout, column, notation, told))

    def _doubt_scales(self) -> None:
        """Take away counts whose unit the figures speak against: nothing is multiplied on mere words."""
        found = {}
        columns = {values.column.index: values.column for values in self.columns}
        for values in self.columns:
            numbers = self._regency_numbers(values)
            is_whole = all(number.is_integer() for number in numbers)
            column = values.column
            is_base = column.measure in BASES
            told = scaling_of(
                numbers, column.scale, self._shares_with(column), is_base=is_base, is_whole=is_whole
            )
            if told:
                found[column.index] = told, is_whole
        answered = {c for c in found if self._answers.get(About.SCALE, columns[c].key)}
        doubted = {c for c, (told, _) in found.items() if told.is_open and c not in answered}
        scales = {columns[c].scale for c in doubted} - {1.0}
        if scales:
            # Of two columns that do not fit each other it is the unit in words that is in doubt.
            found = {c: one for c, one in found.items() if columns[c].scale != 1}
            doubted &= found.keys()
        keys = {columns[c].key for c in doubted}
        for index, (told, is_whole) in found.items():
            column = columns[index]
            alike = column.key in keys or (column.scale in scales and is_whole)
            if alike and index not in answered:
                told = replace(told, is_open=True)
                self._say(Severity.ERROR, "scale_unclear", column)
                doubted.add(index)
            answer = self._answers.get(About.SCALE, column.key)
            self._decided.append(of_scale(self._layout, column, told, answer))
        self.columns = [values for values in self.columns if values.column.index not in doubted]

    def _regency_numbers(self, values: Values) -> list[float]:
        """The numbers of single regencies as they are written."""
        pairs = zip(self._rows, values.readings, strict=True)
        return [
            abs(reading.value or 0.0)
            for row, reading in pairs
            if row.kind is RowKind.REGION and reading.mark is Mark.NUMBER
        ]

    def _shares_with(self, column: Column) -> list[float]:
        """Active participants over a base, row by row, where *column* is one of the two; as written."""
        active, base = None, None
        if column.measure is Measure.ACTIVE:
            active, base = self._beside(column, Measure.ACTIVE), self._beside(column, Measure.ELIGIBLE)
        elif column.measure is Measure.ELIGIBLE:
            active = self._beside(column, Measure.ACTIVE) or self._any_of(column, Measure.ACTIVE)
            base = self._beside(column, Measure.ELIGIBLE)
        if active is None or base is None:
            return []
        pairs = zip(active.readings, base.readings, strict=True)
        unit = active.column.scale / base.column.scale
        return [upper.value / lower.value * unit for upper, lower in pairs if upper.value and lower.value]

    def _any_of(self, column: Column, measure: Measure) -> Values | None:
        """Any column of *measure* for the same segment: a base holds for every period."""
        return next(
            (
                values
                for values in self.columns
                if values.column.measure is measure and values.column.segment == column.segment
            ),
            None,
        )

    def _add_target(self, column: Column) -> None:
        """Settle whether targets are people or per cent; people are counts like others."""
        answer = self._answers.get(About.SHARE, column.key)
        readings = read_column(self._cells(column), Counted.WHOLE)
        segments = {column.segment, *(row.segment for row in self._rows)} - {""}
        kind = target_kind(
            readings,
            self._formats(column),
            self._figures_beside(column),
            says_percent=column.percent,
            is_segment=bool(segments),
        )
        if answer:
            kind = replace(kind, is_share=answer != "people", is_open=False)
        self._kinds[column.index] = kind
        if kind.is_open:
            self._say(Severity.ERROR, "target_unclear", column)
        if kind.is_open or not kind.is_share:
            if answer or kind.is_open:
                self._decided.append(of_target(self._layout, column, kind, answer))
            if not kind.is_open:
                self._add_count(column)

    def _figures_beside(self, target: Column) -> list[float]:
        """The participants (else the eligible workers) that a target is for, row by row."""
        beside = (
            self._beside(target, Measure.ACTIVE)
            or self._any_of(target, Measure.ACTIVE)
            or self._beside(target, Measure.ELIGIBLE)
        )
        if beside is None:
            return []
        values = (beside.by_row.get(row.index) for row in self._rows if row.kind is RowKind.REGION)
        return [value for value in values if value]

    def _ruled(
        self, column: Column, readings: Sequence[Reading], ratios: Sequence[float | None]
    ) -> shares.Ruling:
        """How a column of shares is written, and the decision about it."""
        answer = self._answers.get(About.SHARE, column.key)
        told = _TOLD_FACTORS.get(answer or "")
        formats = self._formats(column)
        ruling = shares.rule(readings, ratios, self._known_factor(), formats=formats, told=told)
        if ruling.evidence and (ruling.factor is not None or ruling.is_open):
            example = next((reading.value for reading in readings if reading.value), 0.0)
            self._decided.append(of_share(self._layout, column, ruling, example, answer if told else None))
        return ruling

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
        upper, lower = self._counts_for(column, Measure.ACTIVE), self._counts_for(column, below)
        pairs = [(upper.get(row.index), lower.get(row.index)) for row in self._rows]
        return [active / base if active is not None and base else None for active, base in pairs]

    def _counts_for(self, column: Column, measure: Measure) -> Mapping[int, float | None]:
        """The counts of *measure* that a share is of: those of its segment, of all where it names none.

        Where no column counts all, its segments together do: nobody is in two of them.
        """
        if beside := self._beside(column, measure):
            return beside.by_row
        parts = [
            found
            for segment in SEGMENTS
            if (found := self._beside(replace(column, segment=segment), measure)) is not None
        ]
        if column.segment or len(parts) < _FEWEST_SEGMENTS:
            return {}
        rows = ((row.index, [part.by_row.get(row.index) for part in parts]) for row in self._rows)
        sums = ((row, [value for value in values if value is not None], len(values)) for row, values in rows)
        return {row: sum(known) for row, known, count in sums if len(known) == count}

    def _add_share(self, column: Column) -> None:
        readings = read_column(self._cells(column), Counted.RATE)
        ratios, attained = self._ratios(column, Measure.ELIGIBLE), self._ratios(column, Measure.TARGET)
        known = ratios if any(ratio is not None for ratio in ratios) else attained
        ruling, formats = self._ruled(column, readings, known), self._formats(column)
        if ruling.factor is None:
            self._say(Severity.ERROR, ruling.problem, column)
            return
        values = Values(column, readings, blocks=blocks_with_numbers(self._rows, readings))
        lines = zip(self._rows, readings, self._cells(column), formats, strict=True)
        for row, reading, cell, formatted in lines:
            told = shares.fraction(reading, ruling, formatted=formatted)
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
            is_compared = any(ratio is not None for ratio in (*ratios, *attained))
            code = "percent_unclear" if is_compared else "percent_not_compared"
            # A table that holds nothing else gives nothing at all.
            is_only = not is_compared and len(self._layout.figures) == 1
            self._say(Severity.ERROR if is_only else Severity.WARNING, code, column)

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
        counted = next((values for values in self.columns if values.column.index == column.index), None)
        if counted:
            return self._dated(column, counted.by_row, "people") if column.period else []
        if not self._kinds[column.index].is_share:
            return []
        readings = read_column(self._cells(column), Counted.RATE)
        ruling = self._ruled(column, readings, [None] * len(readings))
        if ruling.factor is None:
            self._say(Severity.ERROR, ruling.problem, column)
            return []
        self.complaints += errors_in(self._sheet, column, self._rows)
        lines = zip(self._rows, readings, self._formats(column), strict=True)
        fractions = {row.index: shares.fraction(told, ruling, formatted=shown) for row, told, shown in lines}
        return self._dated(column, fractions, "percent")

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
