"""A figure drawn as SVG: for paper through typst, for a file as it is. Pure text, no Qt."""

from html import escape
from itertools import pairwise

from model import wording
from model.figures import Figure, Series
from model.observations import Nature
from model.periods import Period
from model.report import svg_shapes
from model.report.figure_axes import break_places, named_positions, value_ticks
from model.report.figure_frame import LABEL_GAP, LABEL_LEADING, Frame, LegendEntry, framed, tick_text
from model.report.figure_labels import break_name, figure_title, figure_words, focused, value_text
from model.report.label_layout import spread
from model.report.palettes import PALETTES, PaletteName, is_dashed, shape_of
from model.report.svg_shapes import length
from model.report.text_size import shortened, text_width

_TITLE = 2.6
"""Height of the title above a chart that stands alone, in font sizes."""


def figure_svg(
    figure: Figure,
    *,
    width: float,
    height: float,
    palette: PaletteName = "screen-light",
    language: str = "id",
    titled: bool = False,
) -> str:
    """Return *figure* as an SVG document of that size (points on paper, pixels on screen).

    Lines join the points of a run only, never across a break or an unknown value. A filled mark
    is a sourced figure, a hollow one is derived or made up; the legend says which. Series out of
    focus are grey and below the others; without a focus the first series is in focus. Text stays
    text, in the family Inter. A figure without any value is an empty chart that says so. *titled* is
    for a chart that leaves its page: what it shows and of whom stands above it.
    """
    colours = PALETTES[palette]
    lift = colours.text * _TITLE if titled else 0.0
    inner = width - 2 * colours.padding, height - 2 * colours.padding - lift
    frame = framed(figure, inner, colours, language)
    chosen = focused(figure)
    parts = [*_value_axis(frame), *_time_axis(frame), *_breaks(frame), *_targets(frame)]
    parts += [part for line in figure.series if line not in chosen for part in _context(frame, line)]
    for number, line in reversed(list(enumerate(chosen))):  # the first in focus lies on top
        parts += _focused_line(frame, line, number)
    if len(chosen) == 1:
        parts += _run_tags(frame, chosen[0])
    parts += _end_labels(frame)
    parts += [part for entry in frame.legend for part in _legend_entry(frame, entry)]
    if not any(line.last for line in figure.series):
        middle = (frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2
        parts.append(frame.muted(middle, wording.say("chart.empty", language), "middle"))
    if titled:
        title = shortened(figure_title(figure, language), colours.text * 1.1, inner[0])
        parts.append(frame.text((0, colours.text * 0.6 - lift), title, bold=True))
    return _document(frame, (width, height), lift, parts)


def _document(frame: Frame, whole: tuple[float, float], lift: float, parts: list[str]) -> str:
    """The drawing of that size with *lift* above the frame's own upper edge."""
    (width, height), top = whole, -frame.palette.padding - lift
    palette, size = frame.palette, f'width="{length(width)}" height="{length(height)}"'
    view = " ".join(length(value) for value in (-palette.padding, top, width, height))
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="{view}" font-family="Inter" '
        f'font-size="{length(frame.em)}" role="img" xml:lang="{frame.language}">'
    )
    words = f"<desc>{escape(figure_words(frame.figure, frame.language))}</desc>"
    corner = f'x="{length(-palette.padding)}" y="{length(top)}"'
    ground = [f'<rect {corner} {size} fill="{palette.surface}"/>'] if palette.background else []
    return "\n".join([head, words, *ground, *parts, "</svg>"]) + "\n"


def _value_axis(frame: Frame) -> list[str]:
    palette, figure, em = frame.palette, frame.figure, frame.em
    percent = figure.unit == "percent"
    parts = [frame.muted((0, em * 0.6), wording.say(f"chart.{figure.unit}", frame.language))]
    most = min(9, max(2, int((frame.bottom - frame.top) / (em * 2.2)) + 1))
    for tick in value_ticks(figure.low, figure.high, most, percent=percent):
        y = frame.y(tick)
        # Above 100 % there is more than all: the line that it crosses must be seen.
        whole = percent and abs(tick - 1) < 1e-9 < figure.high - 1
        colour = palette.muted if whole else palette.hairline
        parts.append(svg_shapes.line((frame.left, y), (frame.right, y), colour, em * 0.08))
        parts.append(frame.muted((frame.left - em * 0.8, y), tick_text(figure, tick, frame.language), "end"))
    return parts


def _time_axis(frame: Frame) -> list[str]:
    em = frame.em

    def label(position: Period) -> str:
        return wording.short_day(position, frame.language)

    def width(position: Period) -> float:
        return text_width(label(position), em)

    parts = []
    for position, centre in named_positions(frame.figure, frame.x, width, em * 0.8):
        x, y = frame.x(position), frame.bottom
        parts.append(svg_shapes.line((x, y + em * 0.2), (x, y + em * 0.6), frame.palette.muted, em * 0.08))
        parts.append(frame.muted((centre, y + em * 1.4), label(position), "middle"))
    return parts


def _breaks(frame: Frame) -> list[str]:
    places, em = break_places(frame.figure, frame.x), frame.em
    # The unit of the value axis stands left of them on the same line.
    start = text_width(wording.say(f"chart.{frame.figure.unit}", frame.language), em) + em
    room = (frame.width - start) / max(len(places), 1) - em
    names = [break_name(found, frame.language, em, room) for found, _ in places]
    widths = [text_width(name, em) for name in names]
    centres = spread([x for _, x in places], widths, low=start, high=frame.width, gap=em)
    parts = []
    for (_, x), name, centre in zip(places, names, centres, strict=True):
        foot = frame.bottom + em * 0.4
        dotted = (em * 0.13, em * 0.27)
        parts.append(svg_shapes.line((x, em * 1.4), (x, foot), frame.palette.muted, em * 0.11, dotted))
        parts.append(frame.text((centre, em * 0.6), name, anchor="middle"))
        parts += _slashes(x, foot, em, frame.palette.ink)
    return parts


def _slashes(x: float, y: float, em: float, colour: str) -> list[str]:
    return [
        svg_shapes.line(
            (x + shift - em * 0.2, y + em * 0.45), (x + shift + em * 0.2, y - em * 0.45), colour, em * 0.13
        )
        for shift in (-em * 0.22, em * 0.22)
    ]


def _targets(frame: Frame) -> list[str]:
    ends = ((frame.y(target.value), frame.left, frame.right) for target in frame.figure.targets)
    dashes = (frame.em * 0.75, frame.em * 0.4)
    return [
        svg_shapes.line((left, y), (right, y), frame.palette.ink, frame.em * 0.15, dashes)
        for y, left, right in ends
    ]


def _context(frame: Frame, line: Series) -> list[str]:
    colour = frame.palette.unfocused
    return [
        svg_shapes.dot(frame.place(run[0]), frame.em * 0.13, colour)
        if len(run) == 1
        else svg_shapes.path([frame.place(point) for point in run], colour, frame.em * 0.1)
        for run in line.runs()
    ]


def _focused_line(frame: Frame, line: Series, number: int) -> list[str]:
    palette, colour = frame.palette, frame.palette.series[number % 3]
    dashes = (frame.em * 0.5, frame.em * 0.3) if is_dashed(number) else ()
    parts = [
        svg_shapes.path([frame.place(point) for point in run], colour, palette.line, dashes)
        for run in line.runs()
        if len(run) > 1
    ]
    points = [point for run in line.runs() for point in run]
    steps = [frame.x(after.as_of) - frame.x(before.as_of) for before, after in pairwise(points)]
    radius = min(palette.mark, max(min(steps, default=palette.mark * 3) / 2.8, palette.mark * 0.4))
    for point in points:
        fill = colour if point.nature is Nature.SOURCED else palette.surface
        parts.append(svg_shapes.mark(shape_of(number), frame.place(point), radius, fill=fill, stroke=colour))
    return parts


def _run_tags(frame: Frame, line: Series) -> list[str]:
    """The value at the end of each run but the last, left above its mark, where there is room."""
    parts, taken, em = [], frame.left, frame.em
    for run in line.runs()[:-1]:
        words = value_text(frame.figure, run[-1].value, frame.palette, frame.language, unit=False)
        x, y = frame.place(run[-1])
        end, wide = x + em * 0.6, text_width(words, em)
        if end - wide >= taken and y - em * 1.7 > frame.top - em:
            parts.append(frame.text((end, y - em * 1.2), words, anchor="end"))
            taken = end + em / 2
    return parts


def _end_labels(frame: Frame) -> list[str]:
    em, labels = frame.em, frame.labels
    leading = em * LABEL_LEADING
    wanted = [frame.y(label.value) for label in labels]
    heights = [len(label.lines) * leading for label in labels]
    places = spread(wanted, heights, low=0, high=frame.bottom + em, gap=em * LABEL_GAP)
    parts = []
    for label, y, place, height in zip(labels, wanted, places, heights, strict=True):
        colour = frame.palette.ink if label.series is None else frame.palette.series[label.series % 3]
        first = place - height / 2 + leading / 2
        if abs(place - y) > em * 0.8:
            ends = (frame.right + em * 0.1, y), (frame.right + em * 0.9, place)
            parts.append(svg_shapes.line(*ends, colour, em * 0.07))
        if label.series is not None and frame.marked:
            at = frame.right + em * 1.6, first
            shape, radius = shape_of(label.series), frame.palette.mark
            parts.append(svg_shapes.mark(shape, at, radius, fill=colour, stroke=colour))
        for number, words in enumerate(label.lines):
            at = frame.label_left, first + number * leading
            parts.append(frame.text(at, words, colour=colour, bold=number < label.bold))
    return parts


def _legend_entry(frame: Frame, entry: LegendEntry) -> list[str]:
    palette, em = frame.palette, frame.em
    x, y = entry.at[0] + em * 0.6, entry.at[1]
    words = frame.muted((x + em, y), entry.words)
    match entry.mark:
        case "context":
            return [
                svg_shapes.line((x - em * 0.5, y), (x + em * 0.6, y), palette.unfocused, em * 0.13),
                words,
            ]
        case "break":
            return [*_slashes(x, y, em, palette.muted), words]
    fill = palette.muted if entry.mark == "filled" else palette.surface
    return [svg_shapes.mark(0, (x, y), palette.mark, fill=fill, stroke=palette.muted), words]
