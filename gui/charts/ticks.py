"""Which values and which positions an axis names, so that it is neither bare nor crowded."""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from model.periods import Period

_STEPS: Final = (1.0, 2.0, 2.5, 5.0, 10.0)
_MONTHS_APART: Final = (1, 3, 6, 12, 24, 36, 60, 120)
"""Labels stand at regular months, so that the eye finds every December."""


def value_ticks(low: float, high: float, room: float, gap: float) -> tuple[float, ...]:
    """Return round values from *low* to *high* that lie at least *gap* pixels apart on *room* pixels."""
    span = high - low
    if span <= 0 or room <= 0:
        return (low,)
    least = span * gap / room
    magnitude = 10.0 ** math.floor(math.log10(least))
    step = next(factor * magnitude for factor in _STEPS if factor * magnitude >= least * (1 - 1e-9))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    # By division, not by adding steps up: 0.1 added three times is not 0.3.
    return tuple(round(place * step, 12) for place in range(first, last + 1))


def labelled(
    positions: Sequence[Period], x: Sequence[float], widths: Sequence[float], edges: Iterable[int], gap: float
) -> tuple[int, ...]:
    """Return which positions get a label: the last, the first and *edges* first, then regular months.

    *x* and *widths* are the pixel and the text width of each position; labels are centred and keep
    *gap* pixels between them.
    """
    if not positions:
        return ()
    taken: list[int] = []

    def fits(place: int) -> bool:
        return all(abs(x[place] - x[other]) >= (widths[place] + widths[other]) / 2 + gap for other in taken)

    regular = _regular(positions, x, widths, gap)
    for place in (len(positions) - 1, 0, *edges, *regular):
        if place not in taken and fits(place):
            taken.append(place)
    return tuple(sorted(taken))


def _regular(
    positions: Sequence[Period], x: Sequence[float], widths: Sequence[float], gap: float
) -> tuple[int, ...]:
    months = [period.day.year * 12 + period.day.month for period in positions]
    chosen: tuple[int, ...] = ()
    for apart in _MONTHS_APART:
        chosen = tuple(place for place, month in enumerate(months) if month % apart == 0)
        pairs = pairwise(chosen)
        if all(x[right] - x[left] >= (widths[left] + widths[right]) / 2 + gap for left, right in pairs):
            return chosen
    return chosen
