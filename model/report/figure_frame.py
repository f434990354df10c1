"""Where the plot of a drawn figure lies, and how its positions and values become places."""

from dataclasses import dataclass

from model import wording
from model.figures import Figure, Point
from model.periods import Period
from model.report import svg_shapes
from model.report.figure_axes import value_ticks
from model.report.figure_labels import EndLabel, end_labels, in_one_line, legend
from model.report.palettes import Palette
from model.report.svg_shapes import Place
from model.report.text_size import text_width

LEGEND_LEADING = 1.7
"""Height of a row of the legend, in font sizes."""
LABEL_LEADING, LABEL_GAP = 1.3, 0.35
"""Height of a line of an end label and the room between two labels, in font sizes."""


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A mark, its word, and where the entry begins."""

    mark: str
    words: str
    at: Place


@dataclass(frozen=True, slots=True)
class Frame:
    """The drawing of one figure: its plot area and everything that surrounds it."""

    figure: Figure
    palette: Palette
    language: str
    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    labels: tuple[EndLabel, ...]
    legend: tuple[LegendEntry, ...]

    @property
    def marked(self) -> bool:
        """Whether end labels carry the mark of their line: where several lines are in focus."""
        return sum(label.series is not None for label in self.labels) > 1

    @property
    def label_left(self) -> float:
        """Where the end labels begin."""
        return self.right + self.em * (2.4 if self.marked else 1.2)

    @property
    def em(self) -> float:
        """The font size: every distance is a multiple of it."""
        return self.palette.text

    def x(self, position: Period) -> float:
        """Return the place of a position; a single one stands in the middle."""
        known = self.figure.positions
        first, last = known[0].day.toordinal(), known[-1].day.toordinal()
        if first == last:
            return (self.left + self.right) / 2
        inset = min(self.em, (self.right - self.left) / 20)
        share = (position.day.toordinal() - first) / (last - first)
        return self.left + inset + share * (self.right - self.left - 2 * inset)

    def y(self, value: float) -> float:
        """Return the place of a value in the unit of the figure."""
        low, high = self.figure.low, self.figure.high
        share = (value - low) / (high - low) if high > low else 0.5
        return self.bottom - share * (self.bottom - self.top)

    def place(self, point: Point) -> Place:
        """Return the place of a point of a run."""
        assert point.value is not None  # runs hold known values only
        return self.x(point.as_of), self.y(point.value)

    def text(
        self, at: Place, words: str, *, anchor: str = "start", colour: str = "", bold: bool = False
    ) -> str:
        """Return words with the middle of their letters at the height of *at*, in ink by default."""
        base = at[0], at[1] + self.em * 0.36  # half the height of a capital
        return svg_shapes.text(base, words, colour or self.palette.ink, anchor=anchor, bold=bold)

    def muted(self, at: Place, words: str, anchor: str = "start") -> str:
        """Return words in the colour of labels."""
        return self.text(at, words, anchor=anchor, colour=self.palette.muted)


def tick_text(figure: Figure, value: float, language: str) -> str:
    """Return a value of the axis, without its unit."""
    if figure.unit != "percent":
        return wording.people(value, language)
    return wording.percent(value, 0, language, unit=False)


def framed(figure: Figure, size: tuple[float, float], palette: Palette, language: str) -> Frame:
    """Return the frame of *figure* in a drawing of that size: margins as its texts need them."""
    em, (width, height) = palette.text, size
    labels = _fitting(end_labels(figure, palette, language, widest=max(width * 0.2, em * 8)), height, em)
    ticks = value_ticks(figure.low, figure.high, 3, percent=figure.unit == "percent")
    widest_tick = max((text_width(tick_text(figure, tick, language), em) for tick in ticks), default=0.0)
    widest_label = max((text_width(words, em) for label in labels for words in label.lines), default=em * 2)
    several = sum(label.series is not None for label in labels) > 1
    entries = _legend(figure, width, height, em, language)
    rows = len({entry.at[1] for entry in entries})
    return Frame(
        figure=figure,
        palette=palette,
        language=language,
        width=width,
        height=height,
        left=widest_tick + em * 0.8,
        right=width - widest_label * 1.03 - em * (2.4 if several else 1.2),
        top=em * 2.2,
        bottom=height - em * (2.4 + LEGEND_LEADING * rows),
        labels=labels,
        legend=entries,
    )


def _fitting(labels: tuple[EndLabel, ...], height: float, em: float) -> tuple[EndLabel, ...]:
    """The labels, each in one line where they would lie on each other."""
    needed = sum(len(label.lines) * LABEL_LEADING + LABEL_GAP for label in labels) * em
    return labels if needed <= height - em * 3 else tuple(in_one_line(label) for label in labels)


def _legend(figure: Figure, width: float, height: float, em: float, language: str) -> tuple[LegendEntry, ...]:
    """The legend in as many rows as it needs, the last at the foot of the drawing."""
    rows: list[list[tuple[str, str, float]]] = []
    used = width
    for mark, words in legend(figure, language):
        wide = text_width(words, em) + em * 3
        if used + wide > width + em:
            rows.append([])
            used = 0.0
        rows[-1].append((mark, words, used))
        used += wide
    foot = height - em * 0.8
    return tuple(
        LegendEntry(mark, words, (x, foot - em * LEGEND_LEADING * (len(rows) - 1 - number)))
        for number, row in enumerate(rows)
        for mark, words, x in row
    )
