"""Whether a column of targets counts people or is in per cent, by its signs and by the figures beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Final

from model.excel.numbers import Mark, Reading

WHOLE_PEOPLE: Final = 150
"""Targets all at or below this are percentages where workers of all segments are meant."""
_MANY: Final = 4
"""A target in people is not four times smaller than the people that are active already."""


@dataclass(frozen=True, slots=True)
class TargetKind:
    """Whether targets are shares, why, and whether it must be asked."""

    is_share: bool
    reason: str = ""
    facts: dict[str, object] = field(default_factory=dict)
    is_open: bool = False
    likely_people: bool = False


def target_kind(
    readings: Sequence[Reading],
    formats: Sequence[bool],
    beside: Sequence[float],
    *,
    says_percent: bool,
    is_segment: bool,
) -> TargetKind:
    """Return what a column of targets is. *readings* are its cells as counts of people.

    *formats* says which cells are shown as percentages, *says_percent* that the header does. *beside*
    are the active participants (else the eligible workers) of the same rows; *is_segment* says that
    the targets are those of one segment, which may be a handful of people.
    """
    numbers = [abs(reading.value or 0.0) for reading in readings if reading.mark is Mark.NUMBER]
    found = [number for number in numbers if number]
    if any(reading.percent for reading in readings):
        return TargetKind(is_share=True, reason="share_sign")
    if any(formats):
        return TargetKind(is_share=True, reason="share_format")
    if not found:
        return TargetKind(is_share=says_percent)
    facts: dict[str, object] = {"largest": max(found)}
    is_small = max(found) <= WHOLE_PEOPLE
    if says_percent:
        if is_small:
            return TargetKind(is_share=True, reason="target_header", facts=facts)
        return TargetKind(
            is_share=False, reason="target_header_contradicts", facts=facts, is_open=True, likely_people=True
        )
    if not is_small:
        return TargetKind(is_share=False, likely_people=True)
    return _small(found, beside, facts, is_segment=is_segment)


def _small(
    found: Sequence[float], beside: Sequence[float], facts: dict[str, object], *, is_segment: bool
) -> TargetKind:
    has_fractions = any(not number.is_integer() for number in found)
    if beside and median(beside) > _MANY * max(found):
        return TargetKind(is_share=True, reason="target_beside", facts=facts | {"beside": median(beside)})
    if has_fractions:
        return TargetKind(is_share=True, reason="target_fractions", facts=facts)
    if beside or is_segment:
        people = bool(beside) and median(beside) > min(found) / _MANY
        return TargetKind(
            is_share=False, reason="target_unclear", facts=facts, is_open=True, likely_people=people
        )
    return TargetKind(is_share=True, reason="target_few", facts=facts)
