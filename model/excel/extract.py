"""A sheet and its layout -> observations, targets and problems: what each cell says, with its address."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import Final

import pandas as pd

from model.book import Target
from model.excel.answers import Answers
from model.excel.column_sums import ColumnSums
from model.excel.column_values import Complaint, Values
from model.excel.decisions import Decision
from model.excel.grid import Sheet, a1
from model.excel.layout import Column, Layout, Row, RowKind
from model.excel.notices import notice, shown
from model.excel.parts import roll_up, with_parts, with_rolled_up
from model.excel.printed_totals import check_all_totals, without_subtotals
from model.excel.rival_totals import with_one_total
from model.excel.row_regions import own_regions
from model.excel.table_columns import BASES
from model.excel.table_findings import read_summary, repeated_code, repeats_too_often, without_row
from model.excel.table_values import TableValues
from model.measures import Measure
from model.observations import Nature, Observation, concatenated, table
from model.periods import Period, Precision
from model.problems import Problem, Severity
from model.regions import region_name

QUESTIONS: Final = frozenset(["province_unknown", "position_unknown", "region_unknown", "other_province"])
"""Problems of a layout that leave no figure usable."""

_NO_ANSWERS: Final = Answers()
_TOLD_ONE_BY_ONE: Final = 20


@dataclass(frozen=True)
class Extracted:
    """What one sheet gave."""

    observations: tuple[Observation, ...]
    targets: tuple[Target, ...]
    problems: tuple[Problem, ...]
    decisions: tuple[Decision, ...] = ()
    """How the values of its columns were understood."""
    frame: pd.DataFrame | None = field(default=None, compare=False)
    """The observations of a long table, instead of one by one."""

    @property
    def figures(self) -> int:
        """How many figures were read."""
        listed = sum(observation.value is not None for observation in self.observations)
        return listed + (0 if self.frame is None else int(self.frame["value"].notna().sum()))


def extract(
    sheet: Sheet,
    layout: Layout,
    file: str,
    source: str,
    answers: Answers = _NO_ANSWERS,
    *,
    framed: bool = False,
) -> Extracted:
    """Return the figures that *layout* says stand in *sheet*, each with its cell and the id *source*.

    An empty or unusable cell of a position that has figures gives an observation without a value:
    what is missing must stay missing in every sum. Where the layout still asks for the province or
    the position, nothing is extracted. *answers* say how values are written where a person said so.
    *framed*: the observations come as one frame.
    """
    if not layout.figures or not layout.rows or any(p.code in QUESTIONS for p in layout.problems):
        return Extracted((), (), layout.problems)
    layout = with_rolled_up(layout)
    found = _Table(sheet, layout, file, source)
    twice = found.repeated_rows()
    if repeats_too_often(len(twice), found.different):
        facts: dict[str, object] = {"count": len(twice), "different": found.different}
        code = repeated_code(layout)
        complaint = Complaint(Severity.ERROR, code, twice[0], found.name_column, facts)
        return Extracted((), (), (*layout.problems, found.problem(complaint)))
    values = TableValues(sheet, layout, answers)
    settled = without_subtotals(with_parts(layout, values.columns), values.columns)
    settled = with_one_total(settled, values.columns, sheet, file)
    if settled is not layout:
        layout = with_rolled_up(settled)
        found, values = _Table(sheet, layout, file, source), TableValues(sheet, layout, answers)
    return found.extracted(values, twice, framed=framed)


@dataclass(frozen=True)
class _Table:
    sheet: Sheet
    layout: Layout
    file: str
    source: str

    @property
    def name_column(self) -> int:
        return self.layout.name_column

    @cached_property
    def own(self) -> dict[int, str]:
        return own_regions(self.layout)

    @cached_property
    def by_index(self) -> dict[int, Row]:
        return {row.index: row for row in self.layout.rows}

    @property
    def different(self) -> int:
        """How many regions, each in its period and segment, have rows."""
        return len({(row.region, row.segment, row.period) for row in self._regions()})

    def extracted(self, values: TableValues, twice: list[int], *, framed: bool) -> Extracted:
        """All that the table gives; *twice* are the rows of regions that it has already."""
        parts = roll_up(values.columns, self.layout, twice)
        problems = [
            *self.layout.problems,
            *self.told([*self.told_twice(twice), *values.complaints, *parts]),
        ]
        checked = check_all_totals(values.columns, self.layout, twice)
        for column in values.columns:
            problems += self.told([*column.complaints, *checked[column.column.index]])
        problems += self.told([*ColumnSums(self.sheet, self.layout, values.columns).complaints()])
        decided = tuple(self.placed(decision) for decision in values.decisions)
        found = (self.observations(column, values, set(twice)) for column in values.columns)
        if framed:
            frame = concatenated(list(map(self.frame_of, values.columns, found)))
            told = (*problems, *self.remarks(values), *self.summary_of(frame))
            return Extracted((), values.targets, told, decided, frame)
        observations = tuple(chain.from_iterable(found))
        told = (*problems, *self.remarks(values), *self.summary(observations))
        return Extracted(observations, values.targets, told, decided)

    def frame_of(self, values: Values, observations: Iterator[Observation]) -> pd.DataFrame:
        """The observations of one column; nothing else of it is kept: of a million rows that is a lot."""
        frame = table(observations)
        values.readings, values.by_row = (), {}
        return frame

    def placed(self, decision: Decision) -> Decision:
        """A decision at the cells where its figures really stand."""
        return replace(decision, places=tuple(self.layout.real(*cell) for cell in decision.places))

    def told(self, complaints: Sequence[Complaint]) -> Iterator[Problem]:
        """The complaints of a column as problems; of many of one kind only the first, and how many more."""
        counts: Counter[str] = Counter()
        for complaint in complaints:
            counts[complaint.code] += 1
            if counts[complaint.code] <= _TOLD_ONE_BY_ONE:
                yield self.problem(complaint)
        for code, count in counts.items():
            if count > _TOLD_ONE_BY_ONE:
                last = [found for found in complaints if found.code == code][_TOLD_ONE_BY_ONE]
                facts: dict[str, object] = {"count": count - _TOLD_ONE_BY_ONE}
                yield self.problem(replace(last, code="more_of_this", facts=facts))

    def problem(self, complaint: Complaint) -> Problem:
        cell = a1(*self.layout.real(complaint.row, complaint.column))
        row = self.by_index.get(complaint.row)
        facts = {"region": row.region if row else "", **complaint.facts}
        return notice(complaint.severity, complaint.code, self.file, self.layout.sheet, cell, **facts)

    def repeated_rows(self) -> list[int]:
        """The rows of regions that a row above has already, for the same period and segment."""
        seen: set[tuple[object, ...]] = set()
        twice = []
        for row in self._regions():
            key = (row.region, row.segment, row.period)
            if key in seen:
                twice.append(row.index)
            seen.add(key)
        return twice

    def told_twice(self, twice: list[int]) -> Iterator[Complaint]:
        first: dict[tuple[object, ...], int] = {}
        for row in self._regions() if twice else ():
            used = first.setdefault((row.region, row.segment, row.period), row.index)
            if used == row.index:
                continue
            facts: dict[str, object] = {
                "name": region_name(row.region),
                "used": a1(used, self.name_column),
                "other": a1(row.index, self.name_column),
            }
            yield Complaint(Severity.ERROR, "region_twice", row.index, self.name_column, facts)

    def observations(self, values: Values, table: TableValues, twice: set[int]) -> Iterator[Observation]:
        column = values.column
        for row in self.layout.rows:
            region = self.own[row.index]
            if not region or row.index in twice or row.index in values.partial or column.measure is None:
                continue
            if row.index in self.layout.sums and column.measure is Measure.REPORTED_COVERAGE:
                continue
            value = values.by_row.get(row.index)
            for period in self._periods(row, values):
                if value is None and not _is_reported(table, column.measure, period, row):
                    continue
                yield Observation(
                    region=region,
                    segment=row.segment or column.segment,
                    as_of=period,
                    measure=column.measure,
                    value=value,
                    vintage=(column.vintage or self.layout.vintage)
                    if column.measure is Measure.ELIGIBLE
                    else "",
                    nature=Nature.DERIVED if row.index in self.layout.sums else Nature.SOURCED,
                    source=self.source,
                    sheet=self.layout.sheet,
                    cell=a1(*self.layout.real(row.index, column.index)),
                )

    def _periods(self, row: Row, values: Values) -> tuple[Period, ...]:
        column = values.column
        if own := column.period or row.period:
            return (own,)
        lasting = _lasts(column)
        if lasting and self.layout.position and self._counts_at_position:
            return (self.layout.position,)
        dated = [c for c in self.layout.figures if c.period and c.measure is not Measure.TARGET]
        # The base of another year does not make that year one of the table's positions.
        dated = [c for c in dated if c.measure not in BASES] or dated
        if lasting and dated:
            return tuple(sorted({c.period for c in dated if c.period}))
        return (self.layout.position,) if self.layout.position else ()

    @cached_property
    def _counts_at_position(self) -> bool:
        """Something is counted at the position of the table: a base beside it is of that as well, whatever
        other years have columns of their own."""
        return any(not c.period and not _lasts(c) for c in self.layout.figures)

    def _regions(self) -> list[Row]:
        return [row for row in self.layout.rows if row.kind is RowKind.REGION]

    def remarks(self, values: TableValues) -> Iterator[Problem]:
        """What is said once about the table: dashes, units, regions without a row."""
        first = self.layout.rows[0].index
        say = self.problem
        nil, missing = sum(v.nil for v in values.columns), sum(v.unreported for v in values.columns)
        if nil or missing:
            facts: dict[str, object] = {"nil": nil, "missing": missing}
            places = [(row, v.column.index) for v in values.columns for row in v.dashed]
            yield say(Complaint(Severity.INFO, "dashes_read", *min(places), facts))
        scaled = [v.column for v in values.columns if v.column.scale != 1]
        for factor in sorted({column.scale for column in scaled}):
            alike = [column for column in scaled if column.scale == factor]
            # Every one by its name: a unit that was meant for one column only shows at once.
            listed = ", ".join(dict.fromkeys(f'"{shown(column.header)}"' for column in alike))
            facts = {"factor": factor, "names": listed}
            yield say(Complaint(Severity.INFO, "unit_scaled", first, alike[0].index, facts))
        if lacking := without_row(self.layout, {row.region for row in self._regions()}):
            yield say(Complaint(Severity.WARNING, "region_without_row", first, self.name_column, lacking))

    def summary(self, observations: Sequence[Observation]) -> Iterator[Problem]:
        """How much was read, if anything."""
        counted = [found for found in observations if found.measure is not Measure.TARGET]
        figures = sum(found.value is not None for found in observations)
        days = {found.as_of for found in counted or observations}
        if days:
            regions = {row.region for row in self._regions()}
            yield read_summary(self.file, self.layout.sheet, len(regions), figures, days)

    def summary_of(self, frame: pd.DataFrame) -> Iterator[Problem]:
        """How much was read, if anything."""
        counted = frame[frame["measure"] != str(Measure.TARGET)]
        days = (counted if len(counted) else frame)[["as_of", "precision"]].drop_duplicates()
        if len(days):
            regions = {row.region for row in self._regions()}
            figures = int(frame["value"].notna().sum())
            periods = {
                Period(day.date(), Precision(precision)) for day, precision in days.itertuples(index=False)
            }
            yield read_summary(self.file, self.layout.sheet, len(regions), figures, periods)


def _lasts(column: Column) -> bool:
    return column.measure in BASES or column.measure is Measure.TARGET


def _is_reported(table: TableValues, measure: Measure, period: Period, row: Row) -> bool:
    """Say whether a missing cell stands among figures: its position was reported, but not this cell.

    A column or position without any figure was simply not reported (yet) and leaves nothing behind.
    """
    return any(
        values.column.measure is measure
        and values.column.period in (period, None)
        and values.has_figures_for(row)
        for values in table.columns
    )
