"""Bases and where a series breaks because its base changed."""

from itertools import pairwise

from model.book import Book
from model.counts import Counts, counts
from model.figures import Break
from model.measures import Measure
from model.segments import ALL


def breaks(book: Book, region: str, segment: str = ALL) -> tuple[Break, ...]:
    """Return the breaks in the series of a region, oldest first.

    A break stands at the position where the named base differs from that of the position before.
    Where either is unnamed, it stands where the eligible count of the whole province changes by
    more than the office's tolerance (2 % unless set). Positions without a base are passed over.
    """
    cubes = counts(book)
    known = [
        place
        for place in range(len(cubes.positions))
        if cubes.value(Measure.ELIGIBLE, region, segment, place) is not None
    ]
    found = []
    for before, after in pairwise(known):
        old, new = (cubes.vintage(region, segment, place) for place in (before, after))
        changed = old != new if old and new else _jumps(cubes, before, after, book.office.break_tolerance)
        if changed:
            found.append(Break(cubes.positions[after], region, old, new))
    return tuple(found)


def _jumps(cubes: Counts, before: int, after: int, tolerance: float) -> bool:
    old, new = (cubes.value(Measure.ELIGIBLE, cubes.province, ALL, place) for place in (before, after))
    return bool(old and new and abs(new - old) / old > tolerance)
