"""Counts by region, segment and position: the tidy table as cubes, with sums where they are due.

What a total is: a region's own figure without a segment, else the sum of its segments; a
province's figure is the sum of its regencies where every one of them is known, else its own.
A sum over part of a group is not its total and is therefore never made.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from model.book import Book
from model.measures import Measure
from model.observations import Nature
from model.periods import Period, Precision
from model.regions import regencies
from model.segments import ALL, SEGMENTS

Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]

NOWHERE: Final = -1
"""Stands in a cube of row numbers where no observation is."""

_MEASURES: Final = (
    Measure.ELIGIBLE,
    Measure.ACTIVE,
    Measure.EMPLOYED,
    Measure.REPORTED_COVERAGE,
    Measure.REPORTED_UNPROTECTED,
    Measure.TARGET,
)
_ADDED: Final = (Measure.ELIGIBLE, Measure.ACTIVE, Measure.EMPLOYED, Measure.TARGET)


@dataclass(frozen=True, eq=False)
class Counts:
    """Cubes [region, segment, position], one a measure.

    ``own`` holds what the sources say (NaN: not reported or no row), ``rows`` the number of the
    observation that it came from (NOWHERE: none), ``full`` the same with the sums filled in.
    """

    province: str
    regions: Mapping[str, int]
    segments: Mapping[str, int]
    positions: tuple[Period, ...]
    own: Mapping[Measure, Floats]
    rows: Mapping[Measure, Places]
    full: Mapping[Measure, Floats]
    bases: Places
    """Cube of the base behind each eligible count: a place in ``vintages``, NOWHERE where unnamed."""
    vintages: tuple[str, ...]
    natures: npt.NDArray[np.object_]
    """Nature of each observation, by row number."""

    def value(self, measure: Measure, region: str, segment: str, position: int) -> float | None:
        """Return a figure with its sums (people or a fraction), None where it is not known."""
        place = self._place(region, segment)
        if place is None:
            return None
        figure = float(self.full[measure][place[0], place[1], position])
        return None if np.isnan(figure) else figure

    def row(self, measure: Measure, region: str, segment: str, position: int) -> int:
        """Return the number of the region's own observation, or NOWHERE."""
        place = self._place(region, segment)
        return NOWHERE if place is None else int(self.rows[measure][place[0], place[1], position])

    def parts(self, measure: Measure, region: str, segment: str, position: int) -> list[int]:
        """Return the numbers of the observations that make up a figure.

        The region's own observation where it says the same as the figure, else those that were
        added; none where the figure is not known.
        """
        figure = self.value(measure, region, segment, position)
        own = self.row(measure, region, segment, position)
        if own != NOWHERE and (figure is None or self._own(measure, region, segment, position) == figure):
            return [own]
        if figure is None:
            return []
        if region == self.province:
            below = [code.code for code in regencies(region)]
            if all(self.value(measure, code, segment, position) is not None for code in below):
                return [row for code in below for row in self.parts(measure, code, segment, position)]
        segments = [name for name in self.segments if name != ALL and segment == ALL]
        return [row for name in segments for row in self.parts(measure, region, name, position)]

    def nature(self, measures: tuple[Measure, ...], region: str, segment: str, position: int) -> Nature:
        """Return the weakest nature among the observations behind some measures of a row."""
        found = {
            self.natures[row]
            for measure in measures
            for row in self.parts(measure, region, segment, position)
        }
        for weaker in (Nature.INVENTED, Nature.DERIVED):
            if weaker.value in found:
                return weaker
        return Nature.SOURCED

    def vintage(self, region: str, segment: str, position: int) -> str:
        """Return the name of the base behind an eligible count; "" where none or several are named."""
        place = self._place(region, segment)
        base = NOWHERE if place is None else int(self.bases[place[0], place[1], position])
        return "" if base == NOWHERE else self.vintages[base]

    def _own(self, measure: Measure, region: str, segment: str, position: int) -> float:
        return float(self.own[measure][self.regions[region], self.segments[segment], position])

    def _place(self, region: str, segment: str) -> tuple[int, int] | None:
        at = self.regions.get(region), self.segments.get(segment)
        return None if at[0] is None or at[1] is None else (at[0], at[1])


@lru_cache(maxsize=4)
def counts(book: Book) -> Counts:
    """Return the cubes of *book*. Of two observations with one key the first known one is used.

    Books are frozen, so the cubes of the last few are kept.
    """
    frame = book.observations
    positions = _positions(frame)
    province = book.province
    regions = _numbered(
        [*dict.fromkeys([province, *(code.code for code in regencies(province)), *frame["region"]])]
    )
    segments = _numbered([*dict.fromkeys([ALL, *SEGMENTS, *frame["segment"].unique()])])
    rows = _rows(frame, regions, segments, positions)
    values = np.append(frame["value"].to_numpy(), np.nan)
    own = {measure: values[rows[measure]] for measure in _MEASURES}
    below = [regions[code.code] for code in regencies(province)]
    full = {
        measure: _summed(own[measure], rows[measure], regions.get(province), below)
        if measure in _ADDED
        else own[measure]
        for measure in _MEASURES
    }
    bases, vintages = _bases(frame["vintage"], rows[Measure.ELIGIBLE], regions.get(province), below)
    return Counts(
        province=province,
        regions=regions,
        segments=segments,
        positions=positions,
        own=own,
        rows=rows,
        full=full,
        bases=bases,
        vintages=vintages,
        natures=frame["nature"].to_numpy(dtype=object),
    )


def _rows(
    frame: pd.DataFrame,
    regions: Mapping[str, int],
    segments: Mapping[str, int],
    positions: Sequence[Period],
) -> dict[Measure, Places]:
    """Return for each measure which row of the frame stands at each place of the cube, NOWHERE for none."""
    shape = (len(regions), len(segments), len(positions))
    days = {pd.Timestamp(position.day): number for number, position in enumerate(positions)}
    places = np.stack(
        [
            frame["region"].map(regions).to_numpy(dtype=np.intp),
            frame["segment"].map(segments).to_numpy(dtype=np.intp),
            frame["as_of"].map(days).to_numpy(dtype=np.intp),
        ]
    )
    rows = {}
    for measure in _MEASURES:
        numbers = _last_to_first(frame, measure)
        rows[measure] = np.full(shape, NOWHERE, dtype=np.intp)
        rows[measure][tuple(places[:, numbers])] = numbers
    return rows


def _last_to_first(frame: pd.DataFrame, measure: Measure) -> Places:
    """Return the rows of a measure so that the one to be used is written last and stays.

    A figure that was not reported in one file must not hide the figure of another.
    """
    numbers = np.flatnonzero((frame["measure"] == str(measure)).to_numpy())[::-1]
    is_known = frame["value"].notna().to_numpy()[numbers]
    return np.concatenate([numbers[~is_known], numbers[is_known]])


def _summed(own: Floats, rows: Places, province: int | None, below: list[int]) -> Floats:
    full = own.copy()
    # A segment counts as one of a region's when the region ever has a row for it.
    present = (rows[:, 1:, :] != NOWHERE).any(axis=2)
    parts = np.where(present[:, :, None], own[:, 1:, :], 0.0)
    totals = np.where(present.any(axis=1)[:, None], parts.sum(axis=1), np.nan)
    full[:, 0, :] = np.where(np.isnan(own[:, 0, :]), totals, own[:, 0, :])
    if province is not None and below:
        sums = full[below].sum(axis=0)
        full[province] = np.where(np.isnan(sums), full[province], sums)
    return full


def _bases(
    names: pd.Series, rows: Places, province: int | None, below: list[int]
) -> tuple[Places, tuple[str, ...]]:
    codes, vintages = pd.factorize(names.where(names != "", None), use_na_sentinel=True)
    bases = np.append(codes, NOWHERE).astype(np.intp)[rows]
    present = rows != NOWHERE
    bases[:, 0, :] = np.where(
        bases[:, 0, :] == NOWHERE, _common(bases[:, 1:, :], present[:, 1:, :], axis=1), bases[:, 0, :]
    )
    if province is not None and below:
        filled = present.copy()
        filled[:, 0, :] |= present[:, 1:, :].any(axis=1)
        shared = _common(bases[below], filled[below], axis=0)
        bases[province] = np.where(bases[province] == NOWHERE, shared, bases[province])
    return bases, tuple(str(name) for name in vintages)


def _common(bases: Places, present: npt.NDArray[np.bool_], axis: int) -> Places:
    """Return the base that all parts that are present share, NOWHERE where they share none."""
    highest = np.where(present, bases, NOWHERE).max(axis=axis)
    lowest = np.where(present, bases, np.iinfo(np.intp).max).min(axis=axis)
    shared: Places = np.where(highest == lowest, highest, NOWHERE)
    return shared


def _positions(frame: pd.DataFrame) -> tuple[Period, ...]:
    pairs = frame[["as_of", "precision"]].drop_duplicates("as_of").sort_values("as_of")
    return tuple(
        Period(as_of.date(), Precision(precision))
        for as_of, precision in zip(pairs["as_of"], pairs["precision"], strict=True)
    )


def _numbered(names: list[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names)}
