"""Which values and which positions an axis names, so that it is readable and nothing overlaps."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from math import ceil, floor, log10
from typing import Final

from model.figures import Break, Figure
from model.periods import Period
from model.report.label_layout import spread

_SHARES: Final = (0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1.0, 2.0, 5.0)
_ROUND: Final = (1, 2, 2.5, 5, 10)
_ASIDE: Final = 0.4
"""How far a name may stand beside its position, in widths of the name."""
_MONTH_KINDS: Final = (frozenset({12}), frozenset({6}), frozenset({3, 9}), frozenset(range(1, 13)))


def value_ticks(low: float, high: float, most: int, *, percent: bool) -> tuple[float, ...]:
    """Return round values from *low* to *high*, at most about *most* of them (at least two steps).

    A percent axis takes steps of 1, 2, 5, 10, 20, 25, 50 ... points, a people axis 1, 2, 2.5 or 5 times a
    power of ten.
    """
    rough = max(high - low, 1e-9) / max(most - 1, 1)
    if percent:
        step = next((share for share in _SHARES if share >= rough * (1 - 1e-9)), _SHARES[-1])
    else:
        power = 10.0 ** floor(log10(rough))
        step = max(1.0, next(power * part for part in _ROUND if power * part >= rough * (1 - 1e-9)))
    first, last = ceil(low / step - 1e-6), floor(high / step + 1e-6)
    return tuple(round(place * step, 10) for place in range(first, last + 1))


def break_places(figure: Figure, x: Callable[[Period], float]) -> tuple[tuple[Break, float], ...]:
    """Return the breaks of *figure* with their places: midway between the positions that they part."""
    known = figure.positions
    places = []
    for found in figure.breaks:
        place = bisect_left(known, found.as_of)
        if 0 < place < len(known):
            places.append((found, (x(known[place - 1]) + x(known[place])) / 2))
    return tuple(places)


def named_positions(
    figure: Figure, x: Callable[[Period], float], width: Callable[[Period], float], gap: float
) -> tuple[tuple[Period, float], ...]:
    """Return the positions that the time axis names and the centres of their names, in time order.

    The newest and the oldest come first, then the last before each break, moved aside a little
    where they are near each other; then year ends, half-years, quarters and months, a kind only
    where the one before it found room. No name lies on another.
    """
    known = figure.positions
    named: dict[Period, float] = {}
    for position in _marked(known, figure.breaks):
        wanted = sorted([*named, position])
        widths = [width(other) for other in wanted]
        centres = spread([x(other) for other in wanted], widths, gap=gap)
        moved = max(
            abs(at - x(other)) / wide for other, at, wide in zip(wanted, centres, widths, strict=True)
        )
        if moved < _ASIDE:
            named = dict(zip(wanted, centres, strict=True))
    for months in _MONTH_KINDS:
        kind = [position for position in reversed(known) if position.day.month in months]
        left_out = 0
        for position in kind:
            if position in named:
                continue
            reach = width(position) / 2 + gap
            if any(abs(x(position) - at) < reach + width(other) / 2 for other, at in named.items()):
                left_out += 1
            else:
                named[position] = x(position)
        if left_out:
            break
    return tuple(sorted(named.items()))


def _marked(known: Sequence[Period], breaks: Sequence[Break]) -> list[Period]:
    marked = [known[-1], known[0]] if known else []
    for found in reversed(breaks):
        place = bisect_left(known, found.as_of)
        if 0 < place < len(known):
            marked.append(known[place - 1])
    return [position for place, position in enumerate(marked) if position not in marked[:place]]
