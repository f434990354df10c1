"""The persons of the lists of one workbook as keyed hashes, so that several files can be counted together.

They are kept by the process that reads, for one run and under a key of that run alone: what was
hashed cannot be found again by trying all numbers. They never leave that process.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import pandas as pd

from model.periods import Period


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Where a list was counted: its sheet, the header cell that its figures name, its position."""

    sheet: str
    cell: str
    position: Period


@dataclass(frozen=True, eq=False)
class People:
    """Who is where in the lists of one workbook: a row for each person, region, segment and position."""

    file: str
    source: str
    places: tuple[ListPlace, ...]
    rows: pd.DataFrame = field(repr=False)

    def __reduce__(self) -> tuple[object, ...]:
        raise TypeError("hashes of persons stay in the process that made them")


Keep = Callable[[People | None], None]
"""Takes the hashes of a file; None where it has none, or a list of it has no NIK."""


def nobody_kept(people: People | None) -> None:
    """Keep nobody: the file is counted alone."""
