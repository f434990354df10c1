"""Everything on the chart with its place, worked out before anything is painted."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF

from gui import theme
from gui.charts.captions import Caption, place_captions
from gui.charts.end_labels import EndLabel, Placed, condensed, end_labels, place_labels
from gui.charts.frame import Frame
from gui.charts.ticks import labelled, value_ticks
from gui.charts.view import View
from model import wording

_ROW: Final = 16
_DAYS_BESIDE_ONE: Final = 46.0
"""Room beside a single position, so that it stands in the middle."""


@dataclass(frozen=True)
class ValueTick:
    """A hairline at *y* with its text left of it; ``whole`` is the line of 100 % where values go above."""

    y: float
    text: str
    whole: bool = False


@dataclass(frozen=True)
class MonthTick:
    """A tick at *x*; *text* is "" and *area* empty where it is not named."""

    x: float
    text: str
    area: QRectF


@dataclass(frozen=True)
class Scene:
    """The places of all parts, in pixels of the widget."""

    frame: Frame
    values: tuple[ValueTick, ...]
    months: tuple[MonthTick, ...]
    labels: tuple[Placed, ...]
    captions: tuple[Caption, ...]
    breaks: tuple[float, ...]
    """The x of each mark of a break."""
    targets: tuple[float, ...]
    """The y of each target line."""

    def caption_top(self, row: int) -> float:
        """Return the upper edge of a row of captions."""
        return self.frame.area.top() - theme.px(12) - (row + 1) * theme.px(_ROW)


def scene_of(view: View, size: QSizeF) -> Scene:
    """Return the scene of a view on a widget of *size* pixels."""
    labels = condensed(end_labels(view), size.height() - theme.px(60))
    frame = _frame(view, size, labels, caption_rows=1 if view.breaks else 0)
    captions = _captions(view, frame, size)
    if rows := max((caption.row for caption in captions), default=0):
        frame = _frame(view, size, labels, caption_rows=rows + 1)
    room = (theme.px(4), frame.area.bottom() + theme.px(4))
    return Scene(
        frame=frame,
        values=_value_ticks(view, frame),
        months=_month_ticks(view, frame),
        labels=_placed(view, labels, frame, room),
        captions=captions,
        breaks=tuple(x for x, _ in _breaks(view, frame)),
        targets=tuple(frame.y(line.value) for line in view.targets),
    )


def _placed(
    view: View, labels: tuple[EndLabel, ...], frame: Frame, room: tuple[float, float]
) -> tuple[Placed, ...]:
    """The labels beside the field; with a single position those of series stand beside their marks.

    A thin line from there to the edge of the field would read as a flat trend.
    """
    edge, beside = frame.area.right(), theme.px(_beside(view))
    if len(view.lines.days) != 1:
        return place_labels(labels, frame, edge + beside, room)
    targets = [label for label in labels if not label.code]
    series = [label for label in labels if label.code]
    return (
        *place_labels(targets, frame, edge + beside, room),
        *place_labels(series, frame, frame.x(float(view.lines.days[0])) + beside, room),
    )


def _frame(view: View, size: QSizeF, labels: tuple[EndLabel, ...], *, caption_rows: int) -> Frame:
    top = theme.px(10) + (caption_rows * theme.px(_ROW) + theme.px(6) if caption_rows else 0)
    bottom = size.height() - theme.px(34)
    metrics = QFontMetricsF(theme.font(12))
    ticks = _values(view, bottom - top)
    # A window may be so low that no value fits beside the axis.
    left = max((metrics.horizontalAdvance(view.text.axis(value)) for value in ticks), default=0.0) + theme.px(
        16
    )
    widest = max((label.width for label in labels), default=0.0)
    right = size.width() - (
        min(widest, size.width() * 0.4) + theme.px(_beside(view) + 4) if labels else theme.px(24)
    )
    days = view.lines.days
    first, last = (float(days[0]), float(days[-1])) if len(days) else (0.0, 1.0)
    if first == last:
        first, last = first - _DAYS_BESIDE_ONE, last + _DAYS_BESIDE_ONE
    # Whole pixels: hairlines stay hairlines.
    area = QRectF(round(left), top, max(1.0, round(right) - round(left)), max(1.0, round(bottom) - top))
    return Frame(area, first, last, view.figure.low, max(view.figure.high, view.figure.low + 1e-6))


def _beside(view: View) -> int:
    """The distance of the labels from the field, wider where many have to be led to their line."""
    return 14 if view.focus else 26


def _values(view: View, room: float) -> tuple[float, ...]:
    return value_ticks(view.figure.low, view.figure.high, room, theme.px(44))


def _value_ticks(view: View, frame: Frame) -> tuple[ValueTick, ...]:
    values = _values(view, frame.area.height())
    over = view.figure.unit == "percent" and frame.high > 1 + 1e-9
    return tuple(
        ValueTick(frame.y(value), view.text.axis(value), whole=over and abs(value - 1) < 1e-9)
        for value in values
    )


def _month_ticks(view: View, frame: Frame) -> tuple[MonthTick, ...]:
    metrics = QFontMetricsF(theme.font(12))
    texts = [wording.short_day(period, view.text.language) for period in view.lines.positions]
    xs = [frame.x(float(day)) for day in view.lines.days]
    widths = [metrics.horizontalAdvance(text) for text in texts]
    after = [place for found in view.breaks if (place := view.column(found.as_of))]
    edges = [place for start in after for place in (start - 1, start)]
    named = set(labelled(view.lines.positions, xs, widths, edges, theme.px(10)))
    top = frame.area.bottom() + theme.px(9)
    return tuple(
        MonthTick(x, text, QRectF(x - width / 2, top, width, theme.px(_ROW)))
        if place in named
        else MonthTick(x, "", QRectF())
        for place, (x, text, width) in enumerate(zip(xs, texts, widths, strict=True))
    )


def _breaks(view: View, frame: Frame) -> list[tuple[float, str]]:
    """The x of each mark, halfway between the positions that it parts, and the name of the new base."""
    found = []
    for mark in view.breaks:
        place = view.column(mark.as_of)
        if place:
            days = view.lines.days
            found.append((frame.x(float(days[place - 1] + days[place]) / 2), mark.new))
    return found


def _captions(view: View, frame: Frame, size: QSizeF) -> tuple[Caption, ...]:
    found = _breaks(view, frame)
    alone = QCoreApplication.translate("TrendChart", "putus deret")
    named = QCoreApplication.translate("TrendChart", "putus deret: {base}")
    long = [named.format(base=base) if base else alone for _, base in found]
    short = [base or alone for _, base in found]
    metrics = QFontMetricsF(theme.font(12))
    return place_captions(
        [x for x, _ in found],
        (short,) if view.compact else (long, short),
        metrics.horizontalAdvance,
        room=(0.0, size.width()),
        gap=theme.px(12),
    )
