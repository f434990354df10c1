"""The few SVG elements that a figure is drawn with, always written the same way."""

from html import escape

Place = tuple[float, float]


def length(value: float) -> str:
    """Return a length with at most two decimals."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def line(start: Place, end: Place, colour: str, stroke: float, dashes: tuple[float, ...] = ()) -> str:
    """Return a straight line, dashed where *dashes* gives lengths of strokes and gaps."""
    ends = f'x1="{length(start[0])}" y1="{length(start[1])}" x2="{length(end[0])}" y2="{length(end[1])}"'
    dashed = f' stroke-dasharray="{" ".join(map(length, dashes))}"' if dashes else ""
    return f'<line {ends} stroke="{colour}" stroke-width="{length(stroke)}"{dashed}/>'


def path(places: list[Place], colour: str, stroke: float, dashes: tuple[float, ...] = ()) -> str:
    """Return a line through *places*, dashed where *dashes* gives lengths of strokes and gaps."""
    points = " ".join(f"{length(x)},{length(y)}" for x, y in places)
    look = f'fill="none" stroke="{colour}" stroke-width="{length(stroke)}" stroke-linejoin="round"'
    dashed = f' stroke-dasharray="{" ".join(map(length, dashes))}"' if dashes else ""
    return f'<polyline points="{points}" {look}{dashed}/>'


def text(base: Place, words: str, colour: str, *, anchor: str = "start", bold: bool = False) -> str:
    """Return words whose base line begins, has its middle or ends at *base*, as *anchor* says."""
    weight = ' font-weight="600"' if bold else ""
    place = "" if anchor == "start" else f' text-anchor="{anchor}"'
    at = f'x="{length(base[0])}" y="{length(base[1])}"'
    return f'<text {at} fill="{colour}"{weight}{place}>{escape(words)}</text>'


def dot(at: Place, radius: float, colour: str) -> str:
    """Return a small filled circle."""
    return f'<circle cx="{length(at[0])}" cy="{length(at[1])}" r="{length(radius)}" fill="{colour}"/>'


def mark(shape: int, at: Place, radius: float, *, fill: str, stroke: str) -> str:
    """Return a mark of equal visual weight: shape 0 a circle, 1 a square, 2 a triangle."""
    x, y = at
    look = f'fill="{fill}" stroke="{stroke}" stroke-width="{length(radius * 0.5)}"'
    if shape == 0:
        return f'<circle cx="{length(x)}" cy="{length(y)}" r="{length(radius)}" {look}/>'
    if shape == 1:
        side = radius * 1.75
        corner = f'x="{length(x - side / 2)}" y="{length(y - side / 2)}"'
        return f'<rect {corner} width="{length(side)}" height="{length(side)}" {look}/>'
    corners = (
        (x, y - radius * 1.2),
        (x + radius * 1.15, y + radius * 0.85),
        (x - radius * 1.15, y + radius * 0.85),
    )
    points = " ".join(f"{length(a)},{length(b)}" for a, b in corners)
    return f'<polygon points="{points}" {look}/>'
