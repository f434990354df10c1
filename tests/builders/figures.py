"""Figures with sensible defaults, so that a test names only what it is about."""

import random
from collections.abc import Sequence

from model.figures import Break, Figure, Point, Series, TargetLine
from model.observations import Nature
from model.periods import Period, month, quarter

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
_NAMES = (
    "Barito Utara", "Sukamara", "Lamandau", "Seruyan", "Barito Selatan", "Kotawaringin Barat",
    "Palangka Raya", "Kapuas", "Katingan", "Gunung Mas", "Barito Timur", "Pulang Pisau",
    "Murung Raya", "Kotawaringin Timur",
)  # fmt: skip
_LAST = (0.811, 0.779, 0.630, 0.608, 0.547, 0.471, 0.458, 0.449, 0.398, 0.389, 0.376, 0.349, 0.362, 0.278)


def province_figure(*, focus: Sequence[str] = ("62.01", "62.08", "62.14")) -> Figure:
    """A province and fourteen regencies over nine quarters with two breaks, much like the sample."""
    breaks = ((4, "Sakernas Agu 2023"), (8, "Sakernas Agu 2024"))
    lines = [
        series("62", _scaled(0.462), name="Kalimantan Tengah", breaks=breaks, nature=Nature.INVENTED),
        *(
            series(f"62.{place:02}", _scaled(last), name=name, breaks=breaks)
            for place, (name, last) in enumerate(zip(_NAMES, _LAST, strict=True), 1)
        ),
    ]
    return figure(*lines, focus=focus, targets=(0.6603,), high=1.0)


def _scaled(last: float) -> tuple[float, ...]:
    return tuple(value / _SHAPE[-1] * last for value in _SHAPE)


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
