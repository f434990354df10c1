"""The colours and sizes of a drawn figure: on paper, on a light and on a dark screen."""

from dataclasses import dataclass
from typing import Final, Literal

PaletteName = Literal["print", "screen-light", "screen-dark"]
MOST_FOCUSED: Final = 6
"""Series that can be in focus at once: three colours, solid and dashed, no two alike."""


def shape_of(place: int) -> int:
    """Return the shape (0 circle, 1 square, 2 triangle) of the series focused as number *place*, from 0.

    Its colour is number ``place % 3``; the second of a colour has another shape and is dashed, on
    screen and in every file alike.
    """
    return (place + place // 3) % 3


def is_dashed(place: int) -> bool:
    """Say whether the line of the series focused as number *place* is dashed."""
    return place // 3 % 2 == 1


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as "#rrggbb"; sizes in the unit of the drawing (points on paper, pixels on screen)."""

    surface: str
    """Fills hollow marks; also the background, where the palette has one."""
    background: bool
    ink: str
    muted: str
    hairline: str
    unfocused: str
    series: tuple[str, str, str]
    text: float
    """Font size."""
    line: float
    """Width of a focused line."""
    mark: float
    """Radius of a mark."""
    padding: float
    """Distance from the edge of the drawing to anything in it."""
    decimals: int
    """Decimals of a percentage that stands beside a mark or a line's end."""


PALETTES: Final[dict[str, Palette]] = {
    "print": Palette(
        surface="#FFFFFF",
        background=False,
        ink="#111827",
        muted="#4B5563",
        hairline="#D1D5DB",
        unfocused="#9AA5B3",
        # Darker than on screen: on paper, and in grey, a line must hold its own against the ink.
        series=("#0B5A53", "#1F4A9C", "#862860"),
        text=7.5,
        line=1.4,
        mark=2.2,
        padding=0,
        decimals=2,
    ),
    "screen-light": Palette(
        surface="#FFFFFF",
        background=True,
        ink="#111827",
        muted="#5F6B7A",
        hairline="#E5E7EB",
        unfocused="#9AA5B3",
        series=("#0F766E", "#2B5FC2", "#A8327A"),
        text=12,
        line=2,
        mark=3.5,
        padding=16,
        decimals=1,
    ),
    "screen-dark": Palette(
        surface="#151D21",
        background=True,
        ink="#E7EEF0",
        muted="#8E9DA4",
        hairline="#263238",
        unfocused="#5C6C74",
        series=("#2DD4BF", "#8FB5FF", "#F49AC6"),
        text=12,
        line=2,
        mark=3.5,
        padding=16,
        decimals=1,
    ),
}
