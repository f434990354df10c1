"""Whether a header's unit is true: "(ribu orang)" stands above plain counts more often than one thinks.

The unit of a title is multiplied only where the figures allow it. Where they speak against it, a
person is asked, and until then the column gives nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Final

MOST_OF_A_REGENCY: Final = 6_000_000
"""No regency has more people than this, all ages together; the largest has 5.7 million."""
_THOUSAND: Final = 1000.0
_LEAST_SHARE: Final = 0.003
_MOST_SHARE: Final = 1.5
_FEW: Final = 3


@dataclass(frozen=True, slots=True)
class Scaling:
    """What one unit of a column is, why, and whether it must be asked."""

    scale: float
    reason: str
    facts: dict[str, object] = field(default_factory=dict)
    options: tuple[float, ...] = ()
    is_open: bool = False


def scaling_of(
    numbers: Sequence[float], scale: float, shares: Sequence[float], *, is_base: bool, is_whole: bool
) -> Scaling | None:
    """Return what one unit of a column of counts is; None where it counts people and nothing is odd.

    *numbers* are the figures of single regencies as they are written (*is_whole*: none has decimals),
    *scale* what the header says. *shares* are the active participants over the eligible workers,
    row by row, each counted as its header says; this column is the lower one (*is_base*) or the upper.
    """
    found = [number for number in numbers if number > 0]
    if not found:
        return None
    facts: dict[str, object] = {"largest": max(found), "factor": scale if scale != 1 else _THOUSAND}
    usual = median(shares) if len(shares) >= _FEW else 0.0
    # What the share would be if one unit of this column were a thousand people less, or more.
    smaller, larger = (usual * scale, usual / _THOUSAND) if is_base else (usual / scale, usual * _THOUSAND)
    if scale == 1:
        # Thousands of people have decimals, or are few; the participants of a segment may be few as they are.
        may_be = not is_whole or (is_base and median(found) < _THOUSAND)
        is_odd = may_be and usual and not _is_share(usual, near=False) and _is_share(larger)
        return Scaling(1.0, "scale_missing", facts, (_THOUSAND, 1.0), is_open=True) if is_odd else None
    if max(found) * scale > MOST_OF_A_REGENCY:
        return Scaling(scale, "scale_too_many", facts, (1.0, scale), is_open=True)
    if is_whole and usual and not _is_share(usual, near=False) and _is_share(smaller):
        return Scaling(scale, "scale_unlike", facts, (1.0, scale), is_open=True)
    return Scaling(scale, "scale_header", facts, (scale, 1.0))


def _is_share(share: float, *, near: bool = True) -> bool:
    """Say whether a share of participants is one that occurs; *near* False: or one that is merely odd."""
    return _LEAST_SHARE < share < _MOST_SHARE if near else _LEAST_SHARE / 3 < share < _MOST_SHARE * 20
