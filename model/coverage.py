"""Coverage: what share of the workers entitled to protection is protected, row by row."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

import numpy as np

from model import wording
from model.book import Book, TargetSet
from model.counts import NOWHERE, Counts, counts
from model.errors import UnanswerableError
from model.figures import Break, Point
from model.measures import Measure
from model.observations import Nature
from model.periods import Period
from model.regions import Region, regencies, region_name
from model.segments import ALL, SEGMENTS
from model.targets import goal, province_rate, status
from model.vintages import breaks

_COUNTED: Final = (Measure.ELIGIBLE, Measure.ACTIVE)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the coverage table. People and fractions; None where a figure is not known.

    ``rank`` counts from 1 for the highest coverage among rows of one kind. ``difference`` is
    reported minus recomputed coverage. ``change`` and ``change_active`` compare with the table's
    previous position. ``attainment`` is active / target, not coverage.
    """

    code: str
    name: str
    segment: str
    eligible: float | None
    active: float | None
    employed: float | None
    coverage: float | None
    unprotected: float | None
    target: float | None
    shortfall: float | None
    attainment: float | None
    rank: int | None
    status: str
    """"on_track", "watch", "behind", or "" without a target."""
    reported_coverage: float | None
    difference: float | None
    disagrees: bool
    """The reported coverage differs from the recomputed one by more than its rounding."""
    change: float | None
    change_active: float | None
    change_eligible: float | None
    broken: bool
    """The base changed since the previous position: the change is not fully comparable."""
    over: bool
    """Coverage above 100 %: shown as it is, and flagged."""
    vintage: str
    nature: Nature
    trail: tuple[Point, ...]
    """The row's coverage at every position up to this one, for a small line."""
    trail_breaks: tuple[Break, ...]
    approximate: frozenset[str] = frozenset()
    """Names of the figures whose change rests on a derived count, hence shown with "±"."""


@dataclass(frozen=True, slots=True)
class CoverageTable:
    """The coverage of a group at one position: its rows in code order, and their total.

    The total is the province's (or, by segment, the region's). Where regencies never appear in
    the book and the province has no figures of its own, it is the sum of those that do and has
    no code: never passed off as the province.
    """

    as_of: Period
    previous: Period | None
    by: tuple[str, ...]
    rows: tuple[Row, ...]
    total: Row
    target_set: str
    target_rate: float | None
    """The set's rate for the whole province, or None where it has none."""
    breaks: tuple[Break, ...]


def positions(book: Book) -> tuple[Period, ...]:
    """Return the positions with any active figure, oldest first.

    In a book that holds none at all, those with a reported coverage.
    """
    cubes = counts(book)
    for measure in (Measure.ACTIVE, Measure.REPORTED_COVERAGE):
        filled = set(np.flatnonzero((~np.isnan(cubes.full[measure])).any(axis=(0, 1))).tolist())
        if filled:
            return tuple(position for place, position in enumerate(cubes.positions) if place in filled)
    return ()


def position_at(book: Book, at: Period | None = None) -> Period:
    """Return the last position in *at* (a day, month, quarter or year), by default the newest.

    Raises UnanswerableError, naming the known positions, where there is none.
    """
    known = positions(book)
    if not known:
        raise UnanswerableError(wording.say("error.no_position"))
    fitting = [position for position in known if at is None or at.contains(position.day)]
    if not fitting:
        listed = ", ".join(wording.day(position) for position in known)
        raise UnanswerableError(wording.say("error.no_position_at", at=wording.day(at), known=listed))
    return fitting[-1]


def chosen_targets(book: Book, name: str) -> TargetSet | None:
    """Return the target set of that name, None for ""; UnanswerableError for an unknown name."""
    if not name:
        return None
    found = book.target_set(name)
    if found is None:
        known = ", ".join(f'"{other.name}"' for other in book.target_sets)
        key = "error.no_target_set" if known else "error.no_target_sets"
        raise UnanswerableError(wording.say(key, name=name, known=known))
    return found


def coverage_table(
    book: Book,
    *,
    as_of: Period | None = None,
    by: tuple[str, ...] = ("region",),
    target_set: str = "",
    segment: str = ALL,
    region: str = "",
) -> CoverageTable:
    """Return the coverage of a group at the last position in *as_of* (default: the newest).

    *by* is ("region",): the province's regencies for one segment; ("segment",): the segments of
    *region* (default: the province); ("region", "segment"): each regency's segments. Regencies
    that never appear in the book have no row.

    Raises UnanswerableError for a position or target set that the book does not hold.
    """
    cubes = counts(book)
    position = position_at(book, as_of)
    chosen = chosen_targets(book, target_set)
    maker = _RowMaker(book, cubes, position, chosen)
    whole = region or cubes.province
    keys = _keys(cubes, by, segment, whole)
    rows = _ranked([maker.row(code, part) for code, part in keys])
    total = maker.row(whole, ALL if "segment" in by else segment)
    if by != ("segment",) and (total.eligible is None or total.active is None):
        listed = [maker.row(code.code, total.segment) for code in _known(cubes)]
        total = _partial_total(book, total, listed) or total
    return CoverageTable(
        as_of=position,
        previous=maker.previous,
        by=by,
        rows=rows,
        total=total,
        target_set=target_set,
        target_rate=province_rate(chosen, cubes.province, position),
        breaks=breaks(book, cubes.province, ALL),
    )


def region_row(book: Book, region: str, segment: str, as_of: Period, target_set: str = "") -> Row:
    """Return one region's row at a position that the book holds, without a rank.

    The row is all None where the book knows nothing of the region or the position.
    """
    return _RowMaker(book, counts(book), as_of, chosen_targets(book, target_set)).row(region, segment)


def agrees(reported: float, recomputed: float) -> bool:
    """Say whether a reported coverage can be a rounding of the recomputed one (both fractions).

    The reported figure is taken to have the decimals that it shows as a percentage, two at most:
    46.2 % agrees with anything from 46.15 to 46.25.
    """
    percent = (Decimal(repr(reported)) * 100).normalize()
    decimals = min(max(-int(percent.as_tuple().exponent), 0), 2)
    half_a_step: float = 0.5 * 10.0**-decimals
    return abs(reported - recomputed) * 100 <= half_a_step + 1e-9


class _RowMaker:
    """Makes rows at one position of one book; what all rows share is looked up once."""

    def __init__(self, book: Book, cubes: Counts, as_of: Period, chosen: TargetSet | None) -> None:
        self._book, self._cubes, self._chosen = book, cubes, chosen
        self._as_of = as_of
        self._place = cubes.positions.index(as_of) if as_of in cubes.positions else None
        known = [position for position in positions(book) if position <= as_of]
        earlier = [position for position in known if position < as_of]
        self.previous = earlier[-1] if earlier else None
        self._before = cubes.positions.index(self.previous) if self.previous else None
        self._trail = [(position, cubes.positions.index(position)) for position in known]

    def row(self, code: str, segment: str) -> Row:
        eligible, active = (self._count(measure, code, segment, self._place) for measure in _COUNTED)
        eligible_before, active_before = (
            self._count(measure, code, segment, self._before) for measure in _COUNTED
        )
        covered, before = _ratio(active, eligible), _ratio(active_before, eligible_before)
        target = self._target(code, segment, eligible)
        attainment = _ratio(active, target)
        reported = self._count(Measure.REPORTED_COVERAGE, code, segment, self._place)
        found = tuple(mark for mark in breaks(self._book, code, segment) if mark.as_of <= self._as_of)
        return Row(
            code=code,
            name=region_name(code),
            segment=segment,
            eligible=eligible,
            active=active,
            employed=self._employed(code, segment),
            coverage=covered,
            unprotected=_less(eligible, active),
            target=target,
            shortfall=_less(target, active),
            attainment=attainment,
            rank=None,
            status=status(attainment, self._book.office),
            reported_coverage=reported,
            difference=_less(reported, covered),
            disagrees=reported is not None and covered is not None and not agrees(reported, covered),
            change=_less(covered, before),
            change_active=_less(active, active_before),
            change_eligible=_less(eligible, eligible_before),
            broken=bool(found) and found[-1].as_of == self._as_of,
            over=covered is not None and covered > 1,
            vintage="" if self._place is None else self._cubes.vintage(code, segment, self._place),
            nature=self._nature(code, segment, self._place),
            trail=self._points(code, segment),
            trail_breaks=found,
            approximate=self._approximate(code, segment),
        )

    def _count(self, measure: Measure, code: str, segment: str, place: int | None) -> float | None:
        return None if place is None else self._cubes.value(measure, code, segment, place)

    def _employed(self, code: str, segment: str) -> float | None:
        """The newest employed count up to the position: it is published once a year."""
        places = range(-1 if self._place is None else self._place, -1, -1)
        counted = (self._count(Measure.EMPLOYED, code, segment, place) for place in places)
        return next((value for value in counted if value is not None), None)

    def _target(self, code: str, segment: str, eligible: float | None) -> float | None:
        if self._chosen is None:
            return self._count(Measure.TARGET, code, segment, self._place)
        people = goal(self._chosen, code, segment, self._as_of, eligible).people
        if people is None and code == self._cubes.province:
            # A set that asks each regency asks the province for their sum, in people.
            return _sum([self._target_of_part(part.code, segment) for part in regencies(code)])
        return people

    def _target_of_part(self, code: str, segment: str) -> float | None:
        return self._target(code, segment, self._count(Measure.ELIGIBLE, code, segment, self._place))

    def _nature(self, code: str, segment: str, place: int | None) -> Nature:
        return Nature.SOURCED if place is None else self._cubes.nature(_COUNTED, code, segment, place)

    def _points(self, code: str, segment: str) -> tuple[Point, ...]:
        points = []
        for position, place in self._trail:
            eligible, active = (self._count(measure, code, segment, place) for measure in _COUNTED)
            points.append(Point(position, _ratio(active, eligible), eligible, active))
        return tuple(points)

    def _approximate(self, code: str, segment: str) -> frozenset[str]:
        derived = {
            measure
            for measure in _COUNTED
            for place in (self._place, self._before)
            if place is not None and self._cubes.nature((measure,), code, segment, place) is Nature.DERIVED
        }
        names = {"eligible", "unprotected", "shortfall"} if Measure.ELIGIBLE in derived else set()
        return frozenset(
            names | ({"active", "unprotected", "shortfall"} if Measure.ACTIVE in derived else set())
        )


def _keys(cubes: Counts, by: tuple[str, ...], segment: str, whole: str) -> list[tuple[str, str]]:
    known = [code.code for code in _known(cubes)]
    if by == ("region",):
        return [(code, segment) for code in known]
    codes = [whole] if by == ("segment",) else known
    return [(code, part) for code in codes for part in _segments_of(cubes, code)]


def _known(cubes: Counts) -> list[Region]:
    return [code for code in regencies(cubes.province) if _appears(cubes, code.code)]


def _appears(cubes: Counts, code: str) -> bool:
    number = cubes.regions[code]
    told = (*_COUNTED, Measure.REPORTED_COVERAGE)
    return any(bool((cubes.rows[measure][number] != NOWHERE).any()) for measure in told)


def _segments_of(cubes: Counts, code: str) -> Iterable[str]:
    number = cubes.regions.get(code)
    if number is None:
        return []
    ordered = [*SEGMENTS, *(name for name in cubes.segments if name not in {ALL, *SEGMENTS})]
    return [
        name
        for name in ordered
        if any((cubes.full[measure][number, cubes.segments[name]] >= 0).any() for measure in _COUNTED)
    ]


def _ranked(rows: list[Row]) -> tuple[Row, ...]:
    kinds: dict[str, list[float]] = {}
    for row in rows:
        if row.coverage is not None:
            kinds.setdefault(_kind(rows, row), []).append(row.coverage)
    return tuple(
        row
        if row.coverage is None
        else replace(row, rank=1 + sum(other > row.coverage for other in kinds[_kind(rows, row)]))
        for row in rows
    )


def _kind(rows: list[Row], row: Row) -> str:
    """Segments of one region are ranked among themselves, regions within their segment."""
    one_region = len(rows) > 0 and rows[0].code == rows[-1].code
    return "" if one_region else row.segment


def _partial_total(book: Book, total: Row, listed: list[Row]) -> Row | None:
    if not listed or len(listed) == len(regencies(book.province)):
        return None
    eligible, active, target = (
        _sum([getattr(row, name) for row in listed]) for name in ("eligible", "active", "target")
    )
    covered, attainment = _ratio(active, eligible), _ratio(active, target)
    return replace(
        total,
        code="",
        name=wording.say("total.parts", count=len(listed)),
        eligible=eligible,
        active=active,
        employed=_sum([row.employed for row in listed]),
        coverage=covered,
        unprotected=_less(eligible, active),
        target=target,
        shortfall=_less(target, active),
        attainment=attainment,
        status=status(attainment, book.office),
        over=covered is not None and covered > 1,
    )


def _sum(values: list[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) if known and len(known) == len(values) else None


def _ratio(part: float | None, whole: float | None) -> float | None:
    return part / whole if part is not None and whole else None


def _less(value: float | None, other: float | None) -> float | None:
    return None if value is None or other is None else value - other
