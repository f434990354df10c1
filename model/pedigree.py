"""Where a figure comes from: formula, inputs, source cells."""

from dataclasses import dataclass

from model.observations import Observation
from model.periods import Period


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
