"""Checks of the figures: what contradicts, what is implausible, what a reader must know."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from model.book import Book
from model.counts import NOWHERE
from model.coverage import agrees, positions
from model.figure_places import FigurePlaces
from model.measures import Measure
from model.observations import KEY
from model.plausibility import plausibility_problems
from model.problems import Problem, Severity, ordered
from model.regions import regencies
from model.segments import ALL
from model.vintages import breaks

TOLERANCE = 1.0
"""People by which a printed total may miss the sum of its parts: published sums are off by one."""

_ADDED = (Measure.ELIGIBLE, Measure.ACTIVE, Measure.EMPLOYED)


def find_problems(book: Book) -> tuple[Problem, ...]:
    """Return everything that is to be known about the book's figures, worst first.

    What reading found, then what the figures themselves show: contradictions, totals that miss
    their parts, reported percentages that cannot be recomputed, coverage over 100 %, breaks,
    regions without a figure, implausible bases.
    """
    if not len(book.observations):
        return ordered(book.problems)
    checker = _Checker(book)
    found = [
        *checker.contradictions(),
        *checker.repetitions(),
        *checker.provinces_against_regencies(),
        *checker.totals_against_segments(),
        *checker.rates(),
        *plausibility_problems(book),
        *checker.breaks(),
    ]
    return ordered((*book.problems, *found))


class _Checker(FigurePlaces):
    def contradictions(self) -> Iterator[Problem]:
        """Two different values for one region, segment, position and measure."""
        twice = self._twice()
        for _, other in twice[twice["value"] != twice["value_used"]].iterrows():
            yield self._at(
                int(other["row"]),
                Severity.ERROR,
                "contradiction",
                used=other["value_used"],
                used_at=self._address(self._frame.iloc[int(other["row_used"])]),
                other=other["value"],
                other_at=self._address(other),
            )

    def repetitions(self) -> Iterator[Problem]:
        """The same figures in two files, once for each pair of files; the first of them as an example."""
        twice = self._twice()
        same = twice[(twice["value"] == twice["value_used"]) & (twice["source"] != twice["source_used"])]
        for (used, _), figures in same.groupby(["source_used", "source"], sort=False):
            first = figures.iloc[0]
            yield self._at(
                int(first["row"]),
                Severity.INFO,
                "same_figure_twice",
                count=len(figures),
                file=self._files.get(str(first["source"]), ""),
                used_file=self._files.get(str(used), ""),
                value=first["value"],
                used_at=self._address(self._frame.iloc[int(first["row_used"])]),
                other_at=self._address(first),
            )

    def _twice(self) -> pd.DataFrame:
        """The figures that are there a second time, beside the one that counts: the first."""
        known = self._frame[self._frame["value"].notna()]
        again = known.duplicated(KEY)
        if not again.any():
            return known.assign(row=0, row_used=0, value_used=0.0, source_used="").iloc[:0]
        known = known.assign(row=known.index)
        first = known.drop_duplicates(KEY)[[*KEY, "row", "value", "source"]]
        return known[again].merge(first, on=KEY, suffixes=("", "_used"))

    def provinces_against_regencies(self) -> Iterator[Problem]:
        """The province's own figures against the sum of its regencies."""
        province = self._cubes.province
        below = [code.code for code in regencies(province)]
        for measure in _ADDED:
            for segment, place in self._own_places(measure, province):
                parts = [self._cubes.value(measure, code, segment, place) for code in below]
                if all(part is not None for part in parts):
                    total = sum(part for part in parts if part is not None)
                    yield from self._missed(measure, province, segment, place, total, "total_misses_regions")

    def totals_against_segments(self) -> Iterator[Problem]:
        """A region's total against the sum of its segments."""
        for measure in _ADDED:
            rows = self._cubes.rows[measure]
            for region, number in self._cubes.regions.items():
                used = [
                    name
                    for name, segment in self._cubes.segments.items()
                    if name != ALL and bool((rows[number, segment] != NOWHERE).any())
                ]
                for segment, place in self._own_places(measure, region) if used else ():
                    parts = [self._cubes.value(measure, region, name, place) for name in used]
                    if segment == ALL and all(part is not None for part in parts):
                        total = sum(part for part in parts if part is not None)
                        yield from self._missed(measure, region, ALL, place, total, "total_misses_segments")

    def rates(self) -> Iterator[Problem]:
        """Reported percentages against recomputed ones, and coverage over 100 %."""
        eligible, active, reported = (
            self._cubes.full[measure]
            for measure in (Measure.ELIGIBLE, Measure.ACTIVE, Measure.REPORTED_COVERAGE)
        )
        with np.errstate(divide="ignore", invalid="ignore"):
            rate = np.where(eligible > 0, active / eligible, np.nan)
        for region, segment, place in np.argwhere(rate > 1):
            yield self._of_place(int(region), int(segment), int(place), Severity.WARNING, "over_100", rate)
        for region, segment, place in np.argwhere(~np.isnan(rate) & ~np.isnan(reported)):
            stated = float(reported[region, segment, place])
            if not agrees(stated, float(rate[region, segment, place])):
                row = int(self._cubes.rows[Measure.REPORTED_COVERAGE][region, segment, place])
                yield self._at(
                    row,
                    Severity.ERROR,
                    "reported_differs",
                    reported=stated,
                    recomputed=float(rate[region, segment, place]),
                    active=float(active[region, segment, place]),
                    eligible=float(eligible[region, segment, place]),
                )

    def breaks(self) -> Iterator[Problem]:
        """Breaks in the province's series."""
        shown = set(positions(self._book))
        for found in breaks(self._book, self._cubes.province):
            if found.as_of in shown:
                code = "break_named" if found.old and found.new else "break_unnamed"
                facts = {"as_of": found.as_of, "old": found.old, "new": found.new}
                yield Problem(Severity.WARNING, code, region=found.code, facts=facts)

    def _missed(
        self, measure: Measure, region: str, segment: str, place: int, parts: float, code: str
    ) -> Iterator[Problem]:
        row = self._cubes.row(measure, region, segment, place)
        printed = float(self._frame["value"].iloc[row])
        if abs(printed - parts) > TOLERANCE and not self._told(row):
            yield self._at(
                row, Severity.ERROR, code, printed=printed, parts=parts, difference=printed - parts
            )

    def _told(self, row: int) -> bool:
        found = self._frame.iloc[row]
        return any(
            problem.code == "printed_total_differs"
            and (problem.sheet, problem.cell) == (found["sheet"], found["cell"])
            for problem in self._book.problems
        )
