"""Columns of shares: whether 0,462 or 46,2 is meant, and whether it is the coverage at all.

Decided for the whole column by evidence: the cells' number format, what recomputation from the counts
beside it gives, the percent signs, values above 1,5. What stays undecided is asked, and left out until then.
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
    """What a column of shares is: the factor to a fraction, and why; or None and the code of the problem.

    ``formatted`` is the factor of the cells whose number format shows a percentage. ``evidence`` is a
    reason as decisions have them; ``is_open`` says that a person has to answer.
    """

    factor: float | None
    problem: str = ""
    evidence: str = ""
    formatted: float = FRACTION
    is_open: bool = False
    likely: float = PERCENT
    """What is offered first where it must be asked."""


def rule(
    readings: Sequence[Reading],
    ratios: Sequence[float | None],
    beside: float | None = None,
    *,
    formats: Sequence[bool] = (),
    told: float | None = None,
) -> Ruling:
    """Return the factor that turns a column's numbers into fractions, or why there is none.

    *ratios* are the shares recomputed for the same rows (None where they cannot be). *beside* is
    the factor of another column of shares in the same table, for a column that cannot tell itself.
    *formats* says for each cell whether its number format shows a percentage, which makes it a
    fraction. *told* is a person's answer. Cells with a percent sign are percentages in any case.
    """
    shown_so = formats or [False] * len(readings)
    numbers = [
        (reading.value, ratio, formatted)
        for reading, ratio, formatted in zip(readings, ratios, shown_so, strict=True)
        if reading.mark is Mark.NUMBER and reading.value and not reading.percent
    ]
    signed = any(reading.percent for reading in readings)
    by_format = [(value, ratio) for value, ratio, formatted in numbers if formatted]
    plain = [(value, ratio) for value, ratio, formatted in numbers if not formatted]
    if told is not None:
        return _sane(Ruling(told, evidence="answered", formatted=told), numbers)
    if by_format and _contradicts_format(by_format):
        return Ruling(None, "percent_scale_unknown", "share_format_contradicts", is_open=True)
    if not plain:
        return Ruling(PERCENT, evidence="share_format" if by_format else "share_sign" if signed else "")
    return _sane(_by_evidence(plain, by_format, beside, signed=signed), [(v, r, False) for v, r in plain])


Pairs = Sequence[tuple[float | None, float | None]]


def _contradicts_format(by_format: Pairs) -> bool:
    """Say whether cells that are shown as percentages hold 46.2 all the same: shown as 4620 %."""
    if _by_recomputation(by_format) == PERCENT:
        return True
    return median(abs(value or 0.0) for value, _ in by_format) > _NO_SHARE


def _by_evidence(plain: Pairs, by_format: Pairs, beside: float | None, *, signed: bool) -> Ruling:
    values = [abs(value or 0.0) for value, _ in plain]
    factor = _by_recomputation(plain)
    if factor is not None:
        return Ruling(factor, evidence="share_recomputed")
    if median(values) > _ABOVE_ANY_FRACTION:
        return Ruling(PERCENT, evidence="share_above_one")
    if by_format and max(values) <= _ABOVE_ANY_FRACTION:
        return Ruling(FRACTION, evidence="share_format")
    likely = FRACTION if max(values) <= _ABOVE_ANY_FRACTION else PERCENT
    if beside is not None and not signed and (likely == FRACTION or beside == PERCENT):
        return Ruling(beside, evidence="share_beside")
    # One value above 1,5 among small ones: more than all workers, or two per cent?
    return Ruling(None, "percent_scale_unknown", "share_unclear", is_open=True, likely=likely)


def _sane(ruling: Ruling, numbers: Sequence[tuple[float | None, float | None, bool]]) -> Ruling:
    """The ruling, unless it makes most of the column more than five times the whole."""
    if ruling.factor is None or not numbers:
        return ruling
    usual = median(abs(value or 0.0) for value, _, _ in numbers)
    return Ruling(None, "not_a_share") if usual * ruling.factor > _NO_SHARE else ruling


def agrees(values: Sequence[float | None], ratios: Sequence[float | None]) -> bool | None:
    """Say whether shares (fractions) are the recomputed ones; None where nothing can be compared."""
    gaps = [
        abs(value - ratio)
        for value, ratio in zip(values, ratios, strict=True)
        if value is not None and ratio is not None
    ]
    return median(gaps) <= _AGREES if gaps else None


def fraction(reading: Reading, ruling: Ruling, *, formatted: bool = False) -> float | None:
    """Return one cell of a ruled column as a fraction, None where it holds no number."""
    if reading.mark not in {Mark.NUMBER, Mark.NIL} or reading.value is None or ruling.factor is None:
        return None
    factor = PERCENT if reading.percent else ruling.formatted if formatted else ruling.factor
    return round(reading.value * factor, 10)


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
