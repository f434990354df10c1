"""Figures that cannot be what they claim: missing, impossible, or far from everything beside them."""

from collections.abc import Iterator

import numpy as np

from model.book import Book
from model.counts import NOWHERE, Floats
from model.coverage import positions
from model.figure_places import FigurePlaces
from model.measures import Measure
from model.problems import Problem, Severity
from model.regions import regencies, region_name
from model.segments import ALL
from model.targets import goal

FAR_OFF = 50.0
"""How many times a rate may differ from the middle one of its province: above, digits are wrong.

The widest honest spread known is 19-fold (Pulau Taliabu 2.2 % beside 41 % in its province)."""

_ENOUGH = 5
"""Rates that a middle one needs, to mean anything."""


def plausibility_problems(book: Book) -> tuple[Problem, ...]:
    """Return what is missing, impossible or implausible among the figures of *book*."""
    checker = _Plausibility(book)
    return (
        *checker.zero_bases(),
        *checker.far_off_rates(),
        *checker.unprotected(),
        *checker.missing_regions(Measure.ACTIVE, "region_missing"),
        *checker.missing_regions(Measure.ELIGIBLE, "base_missing"),
        *checker.single_segment(),
        *checker.bases(),
    )


class _Plausibility(FigurePlaces):
    def zero_bases(self) -> Iterator[Problem]:
        """Participants where nobody is said to be eligible: the base is missing or wrong."""
        eligible, active = self._cubes.full[Measure.ELIGIBLE], self._cubes.full[Measure.ACTIVE]
        for region, segment, place in np.argwhere((eligible == 0) & (active > 0)):
            yield self._of_place(int(region), int(segment), int(place), Severity.ERROR, "zero_base", active)

    def far_off_rates(self) -> Iterator[Problem]:
        """Rates many times the middle rate of the province's regencies, or a small part of it."""
        below = [self._cubes.regions[code.code] for code in regencies(self._cubes.province)]
        whole = self._rates()
        rates = whole[below]
        for segment in range(rates.shape[1]):
            for place in range(rates.shape[2]):
                known = rates[:, segment, place]
                known = known[known > 0]
                if len(known) < _ENOUGH:
                    continue
                middle = float(np.median(known))
                for number, region in enumerate(below):
                    rate = rates[number, segment, place]
                    if rate > 0 and not middle / FAR_OFF < rate < middle * FAR_OFF:
                        yield self._of_place(region, segment, place, Severity.ERROR, "rate_far_off", whole)

    def unprotected(self) -> Iterator[Problem]:
        """A printed count of unprotected workers against eligible minus active."""
        reported = self._cubes.full[Measure.REPORTED_UNPROTECTED]
        gap = self._cubes.full[Measure.ELIGIBLE] - self._cubes.full[Measure.ACTIVE]
        names, segments = list(self._cubes.regions), list(self._cubes.segments)
        for region, segment, place in np.argwhere(np.abs(reported - gap) > 1):
            row = int(self._cubes.rows[Measure.REPORTED_UNPROTECTED][region, segment, place])
            stated = float(reported[region, segment, place])
            is_shortfall = self._is_shortfall(names[region], segments[segment], int(place), stated)
            yield self._at(
                row,
                Severity.WARNING if is_shortfall else Severity.ERROR,
                "unprotected_is_shortfall" if is_shortfall else "unprotected_differs",
                reported=stated,
                recomputed=float(gap[region, segment, place]),
            )

    def _is_shortfall(self, region: str, segment: str, place: int, stated: float) -> bool:
        """The printed gap is the distance to a target of the book, which is another figure."""
        eligible, active, printed = (
            self._cubes.value(measure, region, segment, place)
            for measure in (Measure.ELIGIBLE, Measure.ACTIVE, Measure.TARGET)
        )
        as_of = self._cubes.positions[place]
        asked = [goal(found, region, segment, as_of, eligible).people for found in self._book.target_sets]
        return active is not None and any(
            target is not None and abs(target - active - stated) <= 1 for target in (*asked, printed)
        )

    def missing_regions(self, measure: Measure, code: str) -> Iterator[Problem]:
        """Regencies without a figure at the newest position although others have one."""
        known = positions(self._book)
        if not known:
            return
        place = self._cubes.positions.index(known[-1])
        told = any(problem.code == "region_without_row" for problem in self._book.problems)
        codes = [found.code for found in regencies(self._cubes.province)]
        missing = [found for found in codes if self._cubes.value(measure, found, ALL, place) is None]
        rows = self._cubes.rows[measure]
        unsaid = [
            found
            for found in missing
            if not told or bool((rows[self._cubes.regions[found]] != NOWHERE).any())
        ]
        if unsaid and len(missing) < len(codes):
            names = ", ".join(region_name(found) for found in unsaid)
            yield Problem(
                Severity.WARNING,
                code,
                region=unsaid[0] if len(unsaid) == 1 else "",
                facts={"names": names, "count": len(unsaid), "as_of": known[-1]},
            )

    def single_segment(self) -> Iterator[Problem]:
        """Only one segment is known and no total: what looks like a total is that segment."""
        active = self._frame[self._frame["measure"] == str(Measure.ACTIVE)]
        segments = set(active["segment"])
        if len(segments) == 1 and ALL not in segments:
            (segment,) = segments
            yield Problem(Severity.WARNING, "single_segment", facts={"segment": segment})

    def bases(self) -> Iterator[Problem]:
        """Bases outside the plausible share of the employed, by the newest count up to then."""
        low, high = self._book.office.plausible_base
        for region in self._cubes.regions:
            workers_at = self._counted(Measure.EMPLOYED, region)
            for place, position in self._counted(Measure.ELIGIBLE, region):
                employed = [found for found in workers_at if found[0] <= place]
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

    def _rates(self) -> Floats:
        eligible, active = self._cubes.full[Measure.ELIGIBLE], self._cubes.full[Measure.ACTIVE]
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(eligible > 0, active / eligible, np.nan)
