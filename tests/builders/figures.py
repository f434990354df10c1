"""Figures with sensible defaults, so that a test names only what it is about."""

import random
from collections.abc import Sequence

from model.book import Book
from model.figures import Break, Figure, Point, Series, TargetLine
from model.observations import Nature
from model.periods import Period, month, quarter
from model.regions import regencies
from tests.builders.books import book, counted, target_of

QUARTERS = tuple(quarter(2023 + place // 4, place % 4 + 1) for place in range(9))
"""Nine positions from March 2023 to March 2025."""


def series(
    code: str = "62",
    values: Sequence[float | None] = (0.40, 0.42, 0.45),
    *,
    name: str = "",
    positions: Sequence[Period] = QUARTERS,
    breaks: Sequence[tuple[int, str]] = (),
    nature: Nature = Nature.SOURCED,
    eligible: float = 1000.0,
) -> Series:
    """One line; *breaks* are (place of the position, name of the new base)."""
    points = tuple(
        Point(
            as_of,
            value,
            eligible=eligible,
            active=None if value is None else value * eligible,
            nature=nature,
        )
        for as_of, value in zip(positions, values, strict=False)
    )
    marks = tuple(Break(positions[place], code, "", base) for place, base in breaks)
    return Series(code, name or f"Wilayah {code}", "", points, marks)


def figure(
    *lines: Series,
    unit: str = "percent",
    focus: Sequence[str] = (),
    targets: Sequence[float] = (),
    low: float | None = None,
    high: float | None = None,
) -> Figure:
    """A figure of *lines*, in the bounds that the model would give it."""
    known = [point.value for line in lines for point in line.points if point.value is not None]
    known += targets
    step = 0.1 if unit == "percent" else 100_000
    top = (int(max(known, default=step) / step) + 1) * step
    bottom = int(min(known, default=0.0) / step) * step if unit == "percent" else 0.0
    return Figure(
        unit,
        tuple(lines),
        tuple(focus),
        tuple(TargetLine("Siaran pers 2025", value) for value in targets),
        lines[0].breaks if lines else (),
        bottom if low is None else low,
        top if high is None else high,
    )


_SHAPE = (0.761, 0.78, 0.804, 0.918, 0.692, 0.727, 0.754, 0.784, 0.811)
_LAST = (0.471, 0.278, 0.449, 0.547, 0.811, 0.779, 0.630, 0.608, 0.398, 0.349, 0.389, 0.376, 0.362, 0.458)


def province_figure(*, focus: Sequence[str] = ("62.05", "62.03", "62.02")) -> Figure:
    """Kalimantan Tengah and its regencies over nine quarters with two breaks, much like the sample.

    Every regency has a potential of 1.000, so that the province is their mean; they are made up.
    """
    breaks = ((4, "Sakernas Agu 2023"), (8, "Sakernas Agu 2024"))
    parts = [
        series(region.code, _scaled(last), name=region.name, breaks=breaks, nature=Nature.INVENTED)
        for region, last in zip(regencies("62"), _LAST, strict=True)
    ]
    whole = _scaled(sum(_LAST) / len(_LAST))
    lines = [series("62", whole, name="Kalimantan Tengah", breaks=breaks, eligible=14_000), *parts]
    return figure(*lines, focus=focus, targets=(0.6603,), high=1.0)


def _scaled(last: float) -> tuple[float, ...]:
    return tuple(value / _SHAPE[-1] * last for value in _SHAPE)


def book_of(shown: Figure) -> Book:
    """A book that the trend of is *shown*, a percent figure, but for its focus."""
    rows = []
    for line in shown.series:
        base = "Sakernas Agu 2022"
        for point in line.points:
            base = next((mark.new for mark in line.breaks if mark.as_of == point.as_of), base)
            rows.append(
                counted(
                    line.code,
                    active=point.active,
                    eligible=point.eligible,
                    as_of=point.as_of,
                    vintage=base,
                    nature=point.nature,
                )
            )
    sets = (target_of(shown.targets[0].value, shown.series[0].code),) if shown.targets else ()
    return book(*rows, target_sets=sets)


def many(count: int = 514, months: int = 120, *, unit: str = "percent", seed: int = 1) -> Figure:
    """*count* wandering lines over *months* positions, each with two breaks."""
    chance = random.Random(seed)
    positions = [month(2015 + place // 12, place % 12 + 1) for place in range(months)]
    breaks = ((months // 3, "Basis 2018"), (months * 3 // 4, "Basis 2022")) if months > 4 else ()
    lines = []
    for number in range(count):
        value = chance.uniform(0.15, 0.8)
        values = []
        for _ in positions:
            value = min(0.99, max(0.01, value + chance.gauss(0, 0.01)))
            values.append(value if unit == "percent" else round(value * 900_000))
        lines.append(
            series(
                f"{11 + number // 20}.{number % 20 + 1:02}",
                values,
                positions=positions,
                breaks=breaks,
                eligible=900_000,
            )
        )
    return figure(*lines, unit=unit, focus=(lines[0].code,), targets=(0.6603,) if unit == "percent" else ())
