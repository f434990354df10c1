"""Targets: which one holds for a region at a position, and how many people it asks for."""

import math
from dataclasses import dataclass
from fractions import Fraction

from model.book import Office, Target, TargetSet
from model.periods import Period
from model.segments import ALL


@dataclass(frozen=True, slots=True)
class Goal:
    """What a target set asks of one row: people (None: not computable) and the rate behind them."""

    people: float | None
    rate: float | None
    inherited: bool
    """The rate is the province's, applied to one of its regencies."""


_NO_GOAL = Goal(None, None, inherited=False)


def people_for(rate: float, eligible: float) -> int:
    """Return how many people reach *rate* (fraction) of *eligible*: whole people, rounded up.

    Exact: the rate is taken as the decimal number that it is written as.
    """
    return math.ceil(Fraction(repr(rate)) * Fraction(repr(float(eligible))))


def target_of(chosen: TargetSet, region: str, segment: str, as_of: Period) -> Target | None:
    """Return the set's own target for a region and segment at *as_of*, or None.

    Of several the earliest that is not yet past holds; after the last one, the last.
    """
    own = sorted(
        (target for target in chosen.targets if target.region == region and target.segment == segment),
        key=lambda target: target.as_of,
    )
    ahead = [target for target in own if target.as_of >= as_of]
    return ahead[0] if ahead else own[-1] if own else None


def goal(chosen: TargetSet | None, region: str, segment: str, as_of: Period, eligible: float | None) -> Goal:
    """Return what *chosen* asks of a region and segment at *as_of*.

    A regency without a target of its own is held to the province's rate for the same segment;
    never to a share of the province's people, which would be a guess. A segment is never held to
    the target of the total.
    """
    if chosen is None:
        return _NO_GOAL
    target = target_of(chosen, region, segment, as_of)
    inherited = target is None and len(region) > 2
    if inherited:
        target = target_of(chosen, region[:2], segment, as_of)
    if target is None or (inherited and target.kind == "people"):
        return _NO_GOAL
    if target.kind == "people":
        return Goal(target.value, None, inherited=False)
    people = None if eligible is None else float(people_for(target.value, eligible))
    return Goal(people, target.value, inherited)


def status(attainment: float | None, office: Office) -> str:
    """Return "on_track", "watch" or "behind" by attainment (active / target), "" where unknown."""
    if attainment is None:
        return ""
    if attainment >= office.on_track:
        return "on_track"
    return "watch" if attainment >= office.watch else "behind"


def province_rate(chosen: TargetSet | None, province: str, as_of: Period) -> float | None:
    """Return the rate that the set asks of the whole province at *as_of*, None where it has none."""
    return goal(chosen, province, ALL, as_of, None).rate
