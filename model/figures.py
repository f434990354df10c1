"""A chart as data: what is drawn, in model units, for the screen and for paper alike."""

from dataclasses import dataclass

from model.observations import Nature
from model.periods import Period


@dataclass(frozen=True, slots=True)
class Point:
    """One position of a series: *value* a fraction or people, None where it is not known."""

    as_of: Period
    value: float | None
    eligible: float | None = None
    active: float | None = None
    vintage: str = ""
    nature: Nature = Nature.SOURCED


@dataclass(frozen=True, slots=True)
class Break:
    """A break in a series: at *as_of* the base changes from *old* to *new* (names, "" unnamed)."""

    as_of: Period
    code: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Series:
    """One line. Points are in time order; no line is drawn across a break."""

    code: str
    name: str
    segment: str
    points: tuple[Point, ...]
    breaks: tuple[Break, ...] = ()

    def runs(self) -> tuple[tuple[Point, ...], ...]:
        """Return the stretches that a line may join: cut at breaks and at unknown values."""
        cuts = {found.as_of for found in self.breaks}
        runs: list[list[Point]] = [[]]
        for point in self.points:
            if point.value is None or point.as_of in cuts:
                runs.append([])
            if point.value is not None:
                runs[-1].append(point)
        return tuple(tuple(run) for run in runs if run)

    @property
    def last(self) -> Point | None:
        """The last point with a value, or None."""
        return next((point for point in reversed(self.points) if point.value is not None), None)


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A target drawn across the chart: *value* in the unit of the figure."""

    name: str
    value: float
    as_of: Period | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A trend chart. ``unit`` is "percent" (values are fractions) or "people".

    ``breaks`` are those of the first focused series, for the vertical marks; each series
    carries its own. ``low`` and ``high`` bound every value and target, in the same unit;
    for percent they lie on steps of 0.1, people on round numbers, and low is 0 for people.
    """

    unit: str
    series: tuple[Series, ...]
    focus: tuple[str, ...] = ()
    targets: tuple[TargetLine, ...] = ()
    breaks: tuple[Break, ...] = ()
    low: float = 0.0
    high: float = 1.0

    @property
    def positions(self) -> tuple[Period, ...]:
        """Every position that any series has a point at, in time order."""
        return tuple(sorted({point.as_of for series in self.series for point in series.points}))
