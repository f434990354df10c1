"""All figures of one table: the counts first, then the shares and targets that are judged beside them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from model.book import Kind, Target
from model.excel import shares
from model.excel.answers import About, Answers
from model.excel.column_values import (
    MOST_PEOPLE,
    Complaint,
    Values,
    counted_as,
    errors_in,
    people,
)
from model.excel.columns_beside import ColumnsBeside
from model.excel.decisions import Decision
from model.excel.empty_sums import empty_rates, empty_sums, without, zero_columns
from model.excel.grid import Cell, Sheet
from model.excel.layout import Column, Layout
from model.excel.notations import notation_of
from model.excel.notices import shown
from model.excel.numbers import Counted, Reading, read_column
from model.excel.row_regions import own_regions
from model.excel.scale_doubts import judged_scales
from model.excel.separators import Separators, separators, told_separators, without_giants
from model.excel.share_values import fractions
from model.excel.target_kinds import TargetKind, target_kind
from model.excel.value_decisions import joined, of_notation, of_scale, of_share, of_target
from model.measures import Measure
from model.problems import Severity

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
        self._forget_empty_sums()
        self._doubt_scales()
        for column in figures:
            if column.measure is Measure.TARGET:
                self._add_target(column)
        for column in figures:
            if column.measure is Measure.REPORTED_COVERAGE:
                self._add_share(column)
        self._forget(empty_rates(self.columns), Severity.INFO, "sum_of_nothing")
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

    def _forget_empty_sums(self) -> None:
        """Take the zero of a sum over empty cells for what it is: not reported."""
        self._forget(empty_sums(self.columns, self._rows), Severity.INFO, "sum_of_nothing")
        self._forget(zero_columns(self.columns), Severity.WARNING, "column_of_zeros")

    def _forget(self, gone: set[tuple[int, int]], severity: Severity, code: str) -> None:
        """Let cells, by row and column, say nothing, and tell how many there are."""
        if gone:
            row, column = min(gone)
            facts: dict[str, object] = {"count": len(gone)}
            self.complaints.append(Complaint(severity, code, row, column, facts))
            self.columns = [without(values, gone, self._rows) for values in self.columns]

    @property
    def _beside(self) -> ColumnsBeside:
        return ColumnsBeside(self._rows, self.columns)

    def _doubt_scales(self) -> None:
        """Take away counts whose unit the figures speak against: nothing is multiplied on mere words."""
        answers = {
            values.column.key: answer
            for values in self.columns
            if (answer := self._answers.get(About.SCALE, values.column.key))
        }
        judged = judged_scales(self._beside, answers)
        for one in judged:
            if one.is_doubted:
                self._say(Severity.ERROR, "scale_unclear", one.column)
            answer = answers.get(one.column.key)
            self._decided.append(of_scale(self._layout, one.column, one.scaling, answer))
        doubted = {one.column.index for one in judged if one.is_doubted}
        self.columns = [values for values in self.columns if values.column.index not in doubted]

    def _add_target(self, column: Column) -> None:
        """Settle whether targets are people or per cent; people are counts like others."""
        answer = self._answers.get(About.SHARE, column.key)
        readings = read_column(self._cells(column), Counted.WHOLE)
        segments = {column.segment, *(row.segment for row in self._rows)} - {""}
        kind = target_kind(
            readings,
            self._formats(column),
            self._beside.aimed_at(column),
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

    def _ruled(
        self, column: Column, readings: Sequence[Reading], ratios: Sequence[float | None]
    ) -> shares.Ruling:
        """How a column of shares is written, and the decision about it."""
        answer = self._answers.get(About.SHARE, column.key)
        told = _TOLD_FACTORS.get(answer or "")
        formats = self._formats(column)
        ruling = shares.rule(readings, ratios, self._beside.settled_factor(), formats=formats, told=told)
        if ruling.evidence and (ruling.factor is not None or ruling.is_open):
            example = next((reading.value for reading in readings if reading.value), 0.0)
            self._decided.append(of_share(self._layout, column, ruling, example, answer if told else None))
        return ruling

    def _say(self, severity: Severity, code: str, column: Column) -> None:
        facts: dict[str, object] = {"header": shown(column.header)}
        self.complaints.append(Complaint(severity, code, self._rows[0].index, column.index, facts))

    def _add_share(self, column: Column) -> None:
        """Settle how shares are written, and whether they are shares of the eligible workers."""
        readings = read_column(self._cells(column), Counted.RATE)
        ratios = self._beside.ratios(column, Measure.ELIGIBLE)
        attained = self._beside.ratios(column, Measure.TARGET)
        ruling = self._ruled(column, readings, ratios if _any_known(ratios) else attained)
        if ruling.factor is None:
            self._say(Severity.ERROR, ruling.problem, column)
            return
        values = fractions(self._sheet, column, self._rows, readings, ruling)
        shown_shares = [values.by_row[row.index] for row in self._rows]
        if column.sure or shares.agrees(shown_shares, ratios):
            self.columns.append(values)
        elif shares.agrees(shown_shares, attained):
            self._say(Severity.INFO, "attainment_column_left_out", column)
        else:
            self._leave_share(column, is_compared=_any_known((*ratios, *attained)))

    def _leave_share(self, column: Column, *, is_compared: bool) -> None:
        """Say that nobody knows what a column is a share of, *is_compared* with counts beside it or not."""
        code = "percent_unclear" if is_compared else "percent_not_compared"
        # A table that holds nothing else gives nothing at all.
        is_only = not is_compared and len(self._layout.figures) == 1
        self._say(Severity.ERROR if is_only else Severity.WARNING, code, column)

    def _drop_shortfalls(self) -> None:
        """Leave out a "gap" that is the distance to the target: two gaps, two names, always."""
        gaps = [found for found in self.columns if found.column.measure is Measure.REPORTED_UNPROTECTED]
        for values in gaps:
            if self._beside.is_shortfall(values):
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
        aims = {row.index: shares.fraction(told, ruling, formatted=shown) for row, told, shown in lines}
        return self._dated(column, aims, "percent")

    def _dated(self, column: Column, by_row: dict[int, float | None], kind: Kind) -> list[Target]:
        targets = []
        own = own_regions(self._layout)
        latest = self._layout.position or next(reversed(self._layout.periods), None)
        for row in self._rows:
            value, region = by_row.get(row.index), own[row.index]
            as_of = column.period or row.period or latest
            if region and value is not None and as_of:
                targets.append(Target(as_of, region, kind, value, row.segment or column.segment))
        return targets


def _any_known(ratios: Iterable[float | None]) -> bool:
    return any(ratio is not None for ratio in ratios)
