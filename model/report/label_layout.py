"""Where labels go that would lie on each other: apart, in order, and as near as can be to their places."""

from collections.abc import Sequence
from math import inf


def spread(
    wanted: Sequence[float],
    sizes: Sequence[float],
    *,
    low: float = -inf,
    high: float = inf,
    gap: float = 0.0,
) -> tuple[float, ...]:
    """Return the centres of labels along one axis so that none lies on another.

    Args:
        wanted: where the centre of each label would be best; the order of the labels along the
            axis follows it, equal wishes keep the order given.
        sizes: how much room each label takes along the axis, as many as *wanted*.
        low, high: the room that all labels share; infinite where it does not matter.
        gap: the least distance between two neighbours.

    Returns:
        One centre per label, in the order given. The sum of the squared movements is the least
        possible. Where the labels do not fit between *low* and *high*, they share the room
        evenly and lie on each other as little as they can; the first begins at *low*.
    """
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    offsets = _offsets([sizes[place] for place in order], gap)
    if not order:
        return ()
    room = high - low
    needed = offsets[-1] + sizes[order[0]] / 2 + sizes[order[-1]] / 2
    if needed > room:
        span = max(0.0, room - sizes[order[0]] / 2 - sizes[order[-1]] / 2)
        shrink = span / offsets[-1] if offsets[-1] else 0.0
        starts = [low + sizes[order[0]] / 2] * len(order)
        offsets = [offset * shrink for offset in offsets]
    else:
        first = low + sizes[order[0]] / 2
        last = high - sizes[order[-1]] / 2 - offsets[-1]
        wishes = [wanted[place] - offset for place, offset in zip(order, offsets, strict=True)]
        starts = [min(max(start, first), last) for start in _rising(wishes)]
    centres = [0.0] * len(order)
    for place, start, offset in zip(order, starts, offsets, strict=True):
        centres[place] = start + offset
    return tuple(centres)


def _offsets(sizes: Sequence[float], gap: float) -> list[float]:
    """Return how far each centre lies at least behind the first one."""
    offsets = [0.0] * len(sizes)
    for place in range(1, len(sizes)):
        offsets[place] = offsets[place - 1] + (sizes[place - 1] + sizes[place]) / 2 + gap
    return offsets


def _rising(wishes: Sequence[float]) -> list[float]:
    """Return the never falling values nearest to *wishes* (least squares, pooled neighbours)."""
    pools: list[tuple[float, int]] = []
    for wish in wishes:
        total, count = wish, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            before, members = pools.pop()
            total, count = total + before, count + members
        pools.append((total, count))
    return [total / count for total, count in pools for _ in range(count)]
