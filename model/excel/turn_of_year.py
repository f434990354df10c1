"""Months across without their years, running over the turn of a year: October to February."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Final

from model.periods import Period, Precision

_MONTHS: Final = 12


def years_back(months: Iterable[int]) -> dict[int, int]:
    """Return how many years each month lies before the newest one; {} where no new year lies among them.

    *months* are those of the columns in their order; they follow each other without a gap, upwards or
    downwards, and may come again for the next group of columns.
    """
    run: list[int] = []
    for month in months:
        if month in run[:-1]:
            break
        if month not in run:
            run.append(month)
    steps = {(later - earlier) % _MONTHS for earlier, later in pairwise(run)}
    if steps not in ({1}, {_MONTHS - 1}):
        return {}
    ordered = run if steps == {1} else run[::-1]
    turns = [place for place, (one, other) in enumerate(pairwise(ordered), 1) if other < one]
    return {month: int(place < turns[0]) for place, month in enumerate(ordered)} if turns else {}


def newest_year(back: Mapping[int, int], said: Period | None, answer: Period | None) -> int | None:
    """Return the year of the newest of such months; None where nobody says it.

    A position that names one of the months says it. The year alone, "2025", may be of either side of
    the turn, unless a person has answered with it.
    """
    for period in (said, answer):
        if period and period.precision in {Precision.DAY, Precision.MONTH} and period.day.month in back:
            return period.day.year + back[period.day.month]
    return answer.day.year if answer else None
