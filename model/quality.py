"""Checks of the figures: what contradicts, what is implausible, what a reader must know."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from model.book import Book
from model.counts import NOWHERE, Floats, counts
from model.coverage import agrees, positions
from model.measures import Measure
from model.observations import KEY
from model.periods import Period
from model.problems import Problem, Severity, ordered
from model.regions import regencies, region_name
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
        *checker.provinces_against_regencies(),
        *checker.totals_against_segments(),
        *checker.rates(),
        *checker.missing_regions(),
        *checker.bases(),
        *checker.breaks(),
    ]
    return ordered((*book.problems, *found))


class _Checker:
    def __init__(self, book: Book) -> None:
        self._book, self._cubes = book, counts(book)
        self._frame = book.observations
        self._files = {source.id: source.file for source in book.sources}
        self._days = {pd.Timestamp(position.day): position for position in self._cubes.positions}

    def contradictions(self) -> Iterator[Problem]:
        """Two different values for one region, segment, position and measure."""
        known = self._frame[self._frame["value"].notna()]
        several = known[known.duplicated(KEY, keep=False)]
        for _, group in several.groupby(KEY, sort=False):
            first = group.iloc[0]
            for _, other in group[group["value"] != first["value"]].iterrows():
                yield self._at(
                    int(other.name),
                    Severity.ERROR,
                    "contradiction",
                    used=first["value"],
                    used_at=self._address(first),
                    other=other["value"],
                    other_at=self._address(other),
                )

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

    def missing_regions(self) -> Iterator[Problem]:
        """Regencies that have no active figure at the newest position although others have."""
        known = positions(self._book)
        if not known:
            return
        place = self._cubes.positions.index(known[-1])
        told = any(problem.code == "region_without_row" for problem in self._book.problems)
        codes = [code.code for code in regencies(self._cubes.province)]
        missing = [code for code in codes if self._cubes.value(Measure.ACTIVE, code, ALL, place) is None]
        rows = self._cubes.rows[Measure.ACTIVE]
        unsaid = [
            code for code in missing if not told or bool((rows[self._cubes.regions[code]] != NOWHERE).any())
        ]
        if unsaid and len(missing) < len(codes):
            yield Problem(
                Severity.WARNING,
                "region_missing",
                region=unsaid[0] if len(unsaid) == 1 else "",
                facts={
                    "names": ", ".join(region_name(code) for code in unsaid),
                    "count": len(unsaid),
                    "as_of": known[-1],
                },
            )

    def bases(self) -> Iterator[Problem]:
        """Bases outside the plausible share of the employed, by the newest count up to then."""
        low, high = self._book.office.plausible_base
        for region in self._cubes.regions:
            for place, position in self._counted(Measure.ELIGIBLE, region):
                employed = [found for found in self._counted(Measure.EMPLOYED, region) if found[0] <= place]
                if not employed:
                    continue
                base = self._cubes.value(Measure.ELIGIBLE, region, ALL, place) or 0.0
                workers = self._cubes.value(Measure.EMPLOYED, region, ALL, employed[-1][0]) or 0.0
                if workers and not low <= base / workers <= high:
                    rows = self._cubes.parts(Measure.ELIGIBLE, region, ALL, place)
                    yield self._at(
                        rows[0],
                        Severity.WARNING,
                        "implausible_base",
                        as_of=position,
                        name=region_name(region),
                        base=base,
                        employed=workers,
                        employed_at=employed[-1][1],
                        share=base / workers,
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

    def _own_places(self, measure: Measure, region: str) -> Iterator[tuple[str, int]]:
        own = self._cubes.own[measure][self._cubes.regions[region]]
        names = list(self._cubes.segments)
        for segment, place in np.argwhere(~np.isnan(own)):
            yield names[int(segment)], int(place)

    def _counted(self, measure: Measure, region: str) -> list[tuple[int, Period]]:
        values = self._cubes.full[measure][self._cubes.regions[region], self._cubes.segments[ALL]]
        return [
            (int(place), self._cubes.positions[int(place)]) for place in np.flatnonzero(~np.isnan(values))
        ]

    def _of_place(
        self, region: int, segment: int, place: int, severity: Severity, code: str, rate: Floats
    ) -> Problem:
        names, segments = list(self._cubes.regions), list(self._cubes.segments)
        rows = self._cubes.parts(Measure.ACTIVE, names[region], segments[segment], place)
        return self._at(
            rows[0],
            severity,
            code,
            region=names[region],
            rate=float(rate[region, segment, place]),
            active=float(self._cubes.full[Measure.ACTIVE][region, segment, place]),
            eligible=float(self._cubes.full[Measure.ELIGIBLE][region, segment, place]),
        )

    def _at(self, row: int, severity: Severity, code: str, region: str = "", **facts: object) -> Problem:
        """Return a problem at the cell of an observation, with its region, segment and position named."""
        found = self._frame.iloc[row]
        where = region or str(found["region"])
        subject = region_name(where) + (f" {found['segment']}" if found["segment"] else "")
        as_of = self._days[found["as_of"]]
        return Problem(
            severity,
            code,
            file=self._files.get(str(found["source"]), ""),
            sheet=str(found["sheet"]),
            cell=str(found["cell"]),
            region=where,
            facts={"name": subject, "as_of": as_of, "measure": str(found["measure"]), **facts},
        )

    def _address(self, row: pd.Series) -> str:
        place = f"{row['sheet']}!{row['cell']}" if row["sheet"] else str(row["cell"])
        file = self._files.get(str(row["source"]), "")
        return f"{file} {place}".strip()
