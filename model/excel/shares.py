"""Columns of shares: whether 0,462 or 46,2 is meant, and whether it is the coverage at all.

Decided for the whole column by evidence: what recomputation from the counts beside it gives, the
percent signs, values above 1,5. What stays undecided is left out and said.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from model.excel.numbers import Mark, Reading

FRACTION: Final = 1.0
PERCENT: Final = 0.01
_ABOVE_ANY_FRACTION: Final = 1.5
_AGREES: Final = 0.05
"""A bare "%" counts as the coverage when it is within five points of it, for the median row."""
_NO_SHARE: Final = 5.0
"""A column whose median is above 500 per cent holds people, not shares."""
_MAJORITY: Final = 2 / 3


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a column of shares is: the factor to a fraction, or None and the code of the reason."""

    factor: float | None
    reason: str = ""


def rule(readings: Sequence[Reading], ratios: Sequence[float | None], beside: float | None = None) -> Ruling:
    """Return the factor that turns a column's numbers into fractions, or why there is none.

    *ratios* are the shares recomputed for the same rows (None where they cannot be). *beside* is
    the factor of another column of shares in the same table, for a column that cannot tell itself.
    Cells with a percent sign are percentages whatever the column is.
    """
    numbers = [
        (reading.value, ratio)
        for reading, ratio in zip(readings, ratios, strict=True)
        if reading.mark is Mark.NUMBER and reading.value and not reading.percent
    ]
    signed = any(reading.percent for reading in readings)
    if not numbers:
        return Ruling(PERCENT)
    factor = _by_recomputation(numbers)
    if factor is None and any(value > _ABOVE_ANY_FRACTION for value, _ in numbers if value):
        factor = PERCENT
    if factor is None and not signed:
        factor = beside
    if factor is None:
        return Ruling(None, "percent_scale_unknown")
    if median(abs(value or 0.0) for value, _ in numbers) * factor > _NO_SHARE:
        return Ruling(None, "not_a_share")
    return Ruling(factor)


def agrees(values: Sequence[float | None], ratios: Sequence[float | None]) -> bool | None:
    """Say whether shares (fractions) are the recomputed ones; None where nothing can be compared."""
    gaps = [
        abs(value - ratio)
        for value, ratio in zip(values, ratios, strict=True)
        if value is not None and ratio is not None
    ]
    return median(gaps) <= _AGREES if gaps else None


def fraction(reading: Reading, factor: float) -> float | None:
    """Return one cell of a ruled column as a fraction, None where it holds no number."""
    if reading.mark not in {Mark.NUMBER, Mark.NIL} or reading.value is None:
        return None
    return round(reading.value * (PERCENT if reading.percent else factor), 10)


def _by_recomputation(numbers: Sequence[tuple[float | None, float | None]]) -> float | None:
    votes = {FRACTION: 0, PERCENT: 0}
    compared = 0
    for value, ratio in numbers:
        if not value or not ratio:
            continue
        compared += 1
        quotient = value / ratio
        if 0.3 < quotient < 3:
            votes[FRACTION] += 1
        elif 30 < quotient < 300:
            votes[PERCENT] += 1
    best = max(votes, key=lambda factor: votes[factor])
    return best if compared and votes[best] >= _MAJORITY * compared else None
