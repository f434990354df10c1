"""Coverage: what share of the workers entitled to protection is protected, row by row."""

from dataclasses import dataclass

from model.figures import Break, Point
from model.observations import Nature
from model.periods import Period


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the coverage table. People and fractions; None where a figure is not known.

    ``rank`` counts from 1 for the highest coverage among rows of one kind. ``difference`` is
    recomputed minus reported coverage. ``change`` and ``change_active`` compare with the table's
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


@dataclass(frozen=True, slots=True)
class CoverageTable:
    """The coverage of a group at one position: its rows in code order, and their total."""

    as_of: Period
    previous: Period | None
    by: tuple[str, ...]
    rows: tuple[Row, ...]
    total: Row
    target_set: str
    target_rate: float | None
    """The set's rate for the whole province, or None where it has none."""
    breaks: tuple[Break, ...]
