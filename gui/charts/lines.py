"""A figure as arrays: what a curve, a crosshair and a click need, without any Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from model.figures import Figure
from model.periods import Period

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]


@dataclass(frozen=True)
class Scale:
    """How many pixels a day and a unit of value take on the chart."""

    per_day: float
    per_value: float


@dataclass(frozen=True, eq=False)
class Lines:
    """All series of a figure on its common positions; a row is a series, a column a position."""

    positions: tuple[Period, ...]
    days: Floats
    """Day number of each position, ascending."""
    values: Floats
    """Rows x columns; NaN where there is no figure."""
    x: Floats
    y: Floats
    owner: Rows
    """All runs one after another with their rows; a NaN after each run, so that nothing joins them."""

    def value(self, row: int, column: int) -> float | None:
        """Return one figure as a plain float, or None where there is none."""
        found = float(self.values[row, column])
        return None if np.isnan(found) else found

    def curve(self, rows: Iterable[int]) -> tuple[Floats, Floats]:
        """Return x and y of those rows as one curve, interrupted by NaN wherever no line may be drawn."""
        drawn = np.isin(self.owner, list(rows))
        return self.x[drawn], self.y[drawn]

    def lone_points(self, rows: Iterable[int]) -> tuple[Floats, Floats]:
        """Return x and y of the points of those rows that no line reaches: runs of a single point."""
        x, y = self.curve(rows)
        gap = np.isnan(y)
        lone = ~gap & np.concatenate([[True], gap[:-1]]) & np.concatenate([gap[1:], [True]])
        return x[lone], y[lone]

    def nearest_column(self, day: float) -> int | None:
        """Return the position closest to a day number, or None when there are no positions."""
        return int(np.argmin(np.abs(self.days - day))) if len(self.days) else None

    def nearest_row(self, day: float, value: float, scale: Scale, reach: float) -> int | None:
        """Return the series drawn closest to a place, or None if none is within *reach* pixels."""
        best, found = reach, None
        for distance, rows in (
            self._to_pieces(day, value, scale),
            self._to_points(day, value, scale),
        ):
            if len(distance) and distance.min() <= best:
                best, found = float(distance.min()), int(rows[np.argmin(distance)])
        return found

    @cached_property
    def _pieces(self) -> Rows:
        """Where a piece of line starts: both it and the next place hold a value."""
        return np.flatnonzero(~np.isnan(self.y[:-1]) & ~np.isnan(self.y[1:]))

    def _to_pieces(self, day: float, value: float, scale: Scale) -> tuple[Floats, Rows]:
        near = self._pieces[(self.x[self._pieces] <= day) & (day <= self.x[self._pieces + 1])]
        from_x, from_y = (self.x[near] - day) * scale.per_day, (self.y[near] - value) * scale.per_value
        run = (self.x[near + 1] - self.x[near]) * scale.per_day
        rise = (self.y[near + 1] - self.y[near]) * scale.per_value
        share = np.clip(-(from_x * run + from_y * rise) / (run**2 + rise**2), 0.0, 1.0)
        return np.hypot(from_x + share * run, from_y + share * rise), self.owner[near]

    def _to_points(self, day: float, value: float, scale: Scale) -> tuple[Floats, Rows]:
        column = self.nearest_column(day)
        if column is None:
            return np.empty(0), np.empty(0, dtype=np.int64)
        rows = np.flatnonzero(~np.isnan(self.values[:, column]))
        across = (self.days[column] - day) * scale.per_day
        return np.hypot(across, (self.values[rows, column] - value) * scale.per_value), rows


def lines_of(figure: Figure) -> Lines:
    """Return the figure's series as arrays; its positions are those of ``figure.positions``."""
    # By day, not by Period: hashing 60.000 periods costs more than everything else here.
    periods = {point.as_of.day: point.as_of for series in figure.series for point in series.points}
    days = sorted(periods)
    column = {day: place for place, day in enumerate(days)}
    values = np.full((len(figure.series), len(days)), np.nan)
    x: list[float] = []
    y: list[float | None] = []
    owner: list[int] = []
    for row, series in enumerate(figure.series):
        values[row, [column[point.as_of.day] for point in series.points]] = np.array(
            [point.value for point in series.points], dtype=np.float64
        )
        before = len(x)
        for run in series.runs():
            x += [point.as_of.day.toordinal() for point in run]
            y += [point.value for point in run]
            x.append(np.nan)
            y.append(None)
        owner += [row] * (len(x) - before)
    return Lines(
        positions=tuple(periods[day] for day in days),
        days=np.array([day.toordinal() for day in days], dtype=np.float64),
        values=values,
        x=np.array(x, dtype=np.float64),
        y=np.array(y, dtype=np.float64),
        owner=np.array(owner, dtype=np.int64),
    )
