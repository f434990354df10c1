"""Trends: how coverage, or the number of participants, moved over all positions."""

import math

from model.book import Book
from model.counts import Counts, counts
from model.coverage import chosen_targets, positions
from model.figures import Figure, Point, Series, TargetLine
from model.measures import Measure
from model.periods import Period
from model.regions import regencies, region_name
from model.segments import ALL
from model.targets import goal
from model.vintages import breaks

_COUNTED = (Measure.ELIGIBLE, Measure.ACTIVE)


def trend(
    book: Book,
    *,
    regions: tuple[str, ...] = (),
    segment: str = ALL,
    unit: str = "percent",
    target_set: str = "",
    focus: tuple[str, ...] = (),
    until: Period | None = None,
) -> Figure:
    """Return the trend of some regions as a figure, each with its own base at each position.

    *regions* defaults to the province followed by its regencies; one without any count is left
    out, one whose coverage cannot be computed stays with unknown values. *unit* is "percent"
    (coverage as a fraction) or "people" (active participants). The target line is that of the
    first focused region, else of the first series. Positions after *until* are left out.
    """
    cubes = counts(book)
    province = cubes.province
    codes = regions or (province, *(code.code for code in regencies(province)))
    places = [(position, cubes.positions.index(position)) for position in _until(book, until)]
    series = tuple(
        line for code in codes if (line := _series(book, cubes, places, code, segment, unit)) is not None
    )
    chosen = tuple(code for code in focus if any(line.code == code for line in series))
    lead = chosen[0] if chosen else series[0].code if series else province
    targets = _target_lines(book, cubes, lead, segment, unit, target_set) if series else ()
    low, high = _bounds(series, targets, unit)
    marks = next((line.breaks for line in series if line.code == lead), ())
    return Figure(unit, series, chosen, targets, marks, low, high)


def _series(
    book: Book, cubes: Counts, places: list[tuple[Period, int]], code: str, segment: str, unit: str
) -> Series | None:
    points = tuple(_point(cubes, position, place, code, segment, unit) for position, place in places)
    if all(point.eligible is None and point.active is None for point in points):
        return None
    shown = {position for position, _ in places}
    marks = tuple(mark for mark in breaks(book, code, segment) if mark.as_of in shown)
    return Series(code, region_name(code), segment, points, marks if unit == "percent" else ())


def _until(book: Book, until: Period | None) -> list[Period]:
    return [position for position in positions(book) if until is None or position <= until]


def _point(cubes: Counts, position: Period, place: int, code: str, segment: str, unit: str) -> Point:
    eligible, active = (cubes.value(measure, code, segment, place) for measure in _COUNTED)
    rate = active / eligible if active is not None and eligible else None
    return Point(
        as_of=position,
        value=rate if unit == "percent" else active,
        eligible=eligible,
        active=active,
        vintage=cubes.vintage(code, segment, place),
        nature=cubes.nature(_COUNTED if unit == "percent" else (Measure.ACTIVE,), code, segment, place),
    )


def _target_lines(
    book: Book, cubes: Counts, code: str, segment: str, unit: str, target_set: str
) -> tuple[TargetLine, ...]:
    chosen = chosen_targets(book, target_set)
    known = positions(book)
    if chosen is None or not known:
        return ()
    newest = known[-1]
    eligible = cubes.value(Measure.ELIGIBLE, code, segment, cubes.positions.index(newest))
    asked = goal(chosen, code, segment, newest, eligible)
    if unit == "people":
        return () if asked.people is None else (TargetLine(chosen.name, asked.people),)
    rate = asked.rate
    if rate is None and asked.people is not None and eligible:
        rate = asked.people / eligible
    return () if rate is None else (TargetLine(chosen.name, rate),)


def _bounds(series: tuple[Series, ...], targets: tuple[TargetLine, ...], unit: str) -> tuple[float, float]:
    values = [point.value for line in series for point in line.points if point.value is not None]
    values += [line.value for line in targets]
    if not values:
        return 0.0, 1.0
    if unit == "people":
        step = 10.0 ** math.floor(math.log10(max(*values, 1.0))) / 2
        return 0.0, math.ceil(max(*values, 1.0) / step) * step
    low = math.floor(min(values) * 10 - 1e-9) / 10
    high = math.ceil(max(values) * 10 + 1e-9) / 10
    return max(low, 0.0), max(high, low + 0.1)
