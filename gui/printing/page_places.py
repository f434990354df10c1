"""Where the pages of a preview stand: arithmetic without any widget."""

from dataclasses import dataclass
from typing import Final

SCREEN_DPI: Final = 96.0
"""At 100 % a page is as large as on paper, on a screen of this density."""
POINT: Final = SCREEN_DPI / 72.0
SMALLEST, LARGEST = 0.1, 3.0

FIT_WIDTH: Final = "width"
FIT_PAGE: Final = "page"
Zoom = float | str
"""A factor (1.0 is 100 %), FIT_WIDTH or FIT_PAGE."""


@dataclass(frozen=True)
class Place:
    """A page on the canvas, in logical pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height


@dataclass(frozen=True)
class PagePlaces:
    """The pages of a PDF one below the other, centred on a canvas that is at least the view."""

    places: tuple[Place, ...]
    factor: float
    width: float
    height: float

    def at(self, top: float, bottom: float) -> range:
        """Return the pages that a view from *top* to *bottom* shows."""
        shown = [n for n, place in enumerate(self.places) if place.bottom > top and place.y < bottom]
        return range(shown[0], shown[-1] + 1) if shown else range(0)

    def current(self, top: float, bottom: float) -> int:
        """Return the page that fills most of the view, the first of equals; 0 without pages."""

        def shown(place: Place) -> float:
            return min(place.bottom, bottom) - max(place.y, top)

        pages = range(len(self.places))
        return max(pages, key=lambda page: (shown(self.places[page]), -page)) if pages else 0


def placed(
    sizes: tuple[tuple[float, float], ...], zoom: Zoom, view: tuple[float, float], margin: float, gap: float
) -> PagePlaces:
    """Lay out pages of *sizes* (points) for a *view* (logical pixels, without scroll bars)."""
    factor = scale_for(sizes, zoom, view, margin)
    widest = max((wide for wide, _ in sizes), default=0.0) * POINT * factor
    canvas = max(view[0], widest + 2 * margin)
    places, y = [], margin
    for wide, high in sizes:
        width, height = wide * POINT * factor, high * POINT * factor
        places.append(Place((canvas - width) / 2, y, width, height))
        y += height + gap
    content = y - gap + margin if sizes else 0.0
    return PagePlaces(tuple(places), factor, canvas, max(view[1], content))


def scale_for(
    sizes: tuple[tuple[float, float], ...], zoom: Zoom, view: tuple[float, float], margin: float
) -> float:
    """Return the factor that *zoom* means for these pages and this view."""
    if not isinstance(zoom, str):
        return min(max(zoom, SMALLEST), LARGEST)
    wide = max((size[0] for size in sizes), default=1.0) * POINT
    high = max((size[1] for size in sizes), default=1.0) * POINT
    factor = (view[0] - 2 * margin) / wide
    if zoom == FIT_PAGE:
        factor = min(factor, (view[1] - 2 * margin) / high)
    return min(max(factor, SMALLEST), LARGEST)
