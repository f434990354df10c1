"""Where a figure comes from: formula, inputs, source cells."""

from dataclasses import dataclass
from typing import Final

from model.book import Book
from model.counts import counts
from model.coverage import chosen_targets, positions, region_row
from model.measures import Measure
from model.observations import Observation, observation
from model.periods import Period
from model.targets import goal


@dataclass(frozen=True, slots=True)
class FigureRef:
    """A figure on screen: *name* is a field of coverage.Row ("coverage", "active", "shortfall", ...)."""

    name: str
    region: str
    segment: str
    as_of: Period
    target_set: str = ""


@dataclass(frozen=True, slots=True)
class Input:
    """One input of a formula: a counted measure, its value, and the cells that it was added from."""

    measure: str
    value: float | None
    cells: tuple[Observation, ...]
    """One observation where the figure stands in a source; several where it is a sum of parts."""


@dataclass(frozen=True, slots=True)
class Pedigree:
    """The answer to "where does this figure come from?".

    ``formula`` is a key of the wording catalogue (section ``formula``); ``inputs`` are in its order.
    ``reported`` are figures that came with the data for the same thing, to be held against it.
    """

    ref: FigureRef
    value: float | None
    formula: str
    inputs: tuple[Input, ...]
    reported: tuple[Observation, ...]


def pedigree(book: Book, ref: FigureRef) -> Pedigree:
    """Return where a figure of a coverage row comes from.

    The value is that of model.coverage for the same row. A figure that is not known has the inputs
    that are; UnanswerableError for a target set that the book does not hold.
    """
    row = region_row(book, ref.region, ref.segment, ref.as_of, ref.target_set)
    finder = _Finder(book, ref)
    makers = _INPUTS.get(ref.name, ())
    formula = ref.name
    inputs = tuple(made for name in makers if (made := finder.input(name)) is not None)
    if ref.name == "target" and finder.asks_for_people:
        formula, inputs = "target_people", ()
    value = getattr(row, ref.name)
    return Pedigree(
        ref=ref,
        value=value if isinstance(value, int | float) and not isinstance(value, bool) else None,
        formula=formula,
        inputs=inputs,
        reported=finder.cells(Measure.REPORTED_COVERAGE) if ref.name in _HELD_AGAINST else (),
    )


_HELD_AGAINST: Final = frozenset({"coverage", "reported_coverage", "difference"})
_INPUTS: Final = {
    "coverage": ("active", "eligible"),
    "active": ("active",),
    "eligible": ("eligible",),
    "employed": ("employed",),
    "unprotected": ("eligible", "active"),
    "target": ("target_rate", "eligible"),
    "shortfall": ("target", "active"),
    "attainment": ("active", "target"),
    "reported_coverage": ("reported_coverage",),
    "difference": ("active", "eligible", "reported_coverage"),
    "change": ("active", "eligible", "active_before", "eligible_before"),
    "change_active": ("active", "active_before"),
    "change_eligible": ("eligible", "eligible_before"),
    "rank": ("active", "eligible"),
}


class _Finder:
    """Finds the inputs of one figure with their cells."""

    def __init__(self, book: Book, ref: FigureRef) -> None:
        self._book, self._ref, self._cubes = book, ref, counts(book)
        self._row = region_row(book, ref.region, ref.segment, ref.as_of, ref.target_set)
        earlier = [position for position in positions(book) if position < ref.as_of]
        self._before = earlier[-1] if earlier else None
        self._goal = goal(
            chosen_targets(book, ref.target_set), ref.region, ref.segment, ref.as_of, self._row.eligible
        )

    @property
    def asks_for_people(self) -> bool:
        return self._goal.rate is None and self._goal.people is not None

    def input(self, name: str) -> Input | None:
        """Return an input by its key in the wording catalogue (section ``input``)."""
        if name == "target":
            return Input(name, self._row.target, self.cells(Measure.TARGET))
        if name == "target_rate":
            return Input(name, self._goal.rate, ()) if self._goal.rate is not None else None
        measure = Measure(name.removesuffix("_before"))
        as_of = self._before if name.endswith("_before") else self._ref.as_of
        if as_of is None:
            return None
        return Input(name, self._value(measure, as_of), self.cells(measure, as_of))

    def cells(self, measure: Measure, as_of: Period | None = None) -> tuple[Observation, ...]:
        """Return the observations that a counted figure was taken or added from."""
        place = self._place(measure, as_of or self._ref.as_of)
        if place is None:
            return ()
        rows = self._cubes.parts(measure, self._ref.region, self._ref.segment, place)
        return tuple(observation(self._book.observations.iloc[row]) for row in rows)

    def _value(self, measure: Measure, as_of: Period) -> float | None:
        place = self._place(measure, as_of)
        return (
            None if place is None else self._cubes.value(measure, self._ref.region, self._ref.segment, place)
        )

    def _place(self, measure: Measure, as_of: Period) -> int | None:
        """Return the position's place; the newest known count up to it for the yearly employed."""
        known = [place for place, day in enumerate(self._cubes.positions) if day <= as_of]
        if measure is Measure.EMPLOYED:
            counted = (
                place
                for place in reversed(known)
                if self._cubes.value(measure, self._ref.region, self._ref.segment, place) is not None
            )
            return next(counted, None)
        return known[-1] if known and self._cubes.positions[known[-1]] == as_of else None
