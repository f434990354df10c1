"""Names and last values at the ends of the lines, instead of a legend."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from gui import theme
from gui.charts import marks
from gui.charts.frame import Frame
from gui.charts.view import View
from model import wording
from model.figures import Point, Series, TargetLine
from model.report.label_layout import spread
from model.report.palettes import shape_of

_CROWDED = 0.6
"""Share of the height from which labels of two rows would be pushed far from their lines."""
_MARKS = "●■▲"
_BOLD = QFont.Weight.DemiBold


@dataclass(frozen=True)
class Span:
    """A stretch of text in one face."""

    text: str
    font: QFont
    color: QColor

    @property
    def width(self) -> float:
        """Its width in pixels."""
        return QFontMetricsF(self.font).horizontalAdvance(self.text)


@dataclass(frozen=True)
class EndLabel:
    """A label in rows of spans for the end of a line at *day* and *value*; *code* "" is a target's."""

    code: str
    rows: tuple[tuple[Span, ...], ...]
    day: float
    value: float
    color: QColor

    @property
    def width(self) -> float:
        """The width of its widest row."""
        return max(sum(span.width for span in row) for row in self.rows)

    @property
    def height(self) -> float:
        """The height of all rows."""
        return len(self.rows) * theme.px(16)

    @property
    def in_one_row(self) -> "EndLabel":
        """The same with name and value side by side, for where there is little room."""
        name, *rest = self.rows
        space = Span(" ", name[0].font, name[0].color)
        return replace(self, rows=((*name, space, *rest[0][:1]),)) if rest else self


@dataclass(frozen=True)
class Placed:
    """A label where it is drawn, and the end of its line."""

    label: EndLabel
    area: QRectF
    anchor: QPointF


def end_labels(view: View) -> tuple[EndLabel, ...]:
    """Return the labels worth having: targets, then the focused series, or all when none is focused."""
    labels = [_target_label(line, view) for line in view.targets]
    rows = view.focus or range(len(view.figure.series))
    for place, row in enumerate(rows):
        series = view.figure.series[row]
        if (last := series.last) is None:
            continue
        if view.compact:
            labels.append(_short_label(series, last, place, view))
        elif view.focus:
            labels.append(_full_label(series, last, place, view))
        else:
            labels.append(_plain_label(series, last, view))
    return tuple(labels)


def condensed(labels: Sequence[EndLabel], room: float) -> tuple[EndLabel, ...]:
    """Return the labels, each in one row where they would crowd a column of *room* pixels."""
    crowded = _height(labels) > room * _CROWDED
    return tuple(label.in_one_row for label in labels) if crowded else tuple(labels)


def place_labels(
    labels: Sequence[EndLabel], frame: Frame, left: float, room: tuple[float, float]
) -> tuple[Placed, ...]:
    """Return the labels in a column at *left* within *room* (top, bottom), none on another.

    Where not all fit, those stay that are free at the end of their own line, earlier ones first.
    """
    kept = list(labels)
    if _height(kept) > room[1] - room[0]:
        kept = _free_at_their_place(kept, frame)
    centres = spread(
        [frame.y(label.value) for label in kept],
        [label.height for label in kept],
        low=room[0],
        high=room[1],
        gap=theme.px(2),
    )
    return tuple(
        Placed(
            label,
            QRectF(left, centre - label.height / 2, label.width, label.height),
            frame.place(label.day, label.value),
        )
        for label, centre in zip(kept, centres, strict=True)
    )


def _height(labels: Sequence[EndLabel]) -> float:
    return sum(label.height + theme.px(2) for label in labels)


def _free_at_their_place(labels: Sequence[EndLabel], frame: Frame) -> list[EndLabel]:
    kept: list[EndLabel] = []
    for label in labels:
        apart = [abs(frame.y(label.value) - frame.y(other.value)) for other in kept]
        if all(distance >= label.height + theme.px(2) for distance in apart):
            kept.append(label)
    return kept


def _full_label(series: Series, last: Point, place: int, view: View) -> EndLabel:
    now, color = theme.current(), marks.color(place)
    when = wording.short_day(last.as_of, view.text.language)
    name: tuple[Span, ...] = (Span(series.name, theme.font(13, _BOLD), color),)
    if len(view.focus) > len(now.series):  # a colour is there twice: the mark tells which of the two
        name = (*name, Span(f" {_MARKS[shape_of(place)]}", theme.font(12), color))
    return _label(
        series,
        last,
        color,
        name,
        (
            Span(view.text.full(last.value), theme.font(12), QColor(now.ink)),
            Span(f" {when}", theme.font(12), QColor(now.muted)),
        ),
    )


def _plain_label(series: Series, last: Point, view: View) -> EndLabel:
    now = theme.current()
    is_province = len(series.code) == len("62")
    color = QColor(now.ink if is_province else now.ink2)
    face = theme.font(12, _BOLD if is_province else QFont.Weight.Normal)
    value = Span(f" {view.text.bare(last.value)}", theme.font(12), QColor(now.muted))
    return _label(series, last, QColor(now.unfocused), (Span(series.name, face, color), value))


def _short_label(series: Series, last: Point, place: int, view: View) -> EndLabel:
    color, face = marks.color(place), theme.font(12, _BOLD)
    texts = (*_in_two(series.name), view.text.full(last.value))
    return _label(series, last, color, *((Span(text, face, color),) for text in texts))


def _label(series: Series, last: Point, color: QColor, *rows: tuple[Span, ...]) -> EndLabel:
    assert last.value is not None
    return EndLabel(series.code, rows, last.as_of.day.toordinal(), last.value, color)


def _in_two(name: str) -> tuple[str, ...]:
    words = name.split()
    return (name,) if len(words) < 2 or len(name) <= 12 else (" ".join(words[:-1]), words[-1])


def _target_label(line: TargetLine, view: View) -> EndLabel:
    ink, face = QColor(theme.current().ink), theme.font(12, _BOLD)
    name = QCoreApplication.translate("TrendChart", "Target")
    if len(view.targets) > 1:
        name = f"{name} {line.name}"
    value = view.text.exact(line.value)
    texts = (name, value) if view.compact else (f"{name} {value}",)
    last_day = view.lines.days[-1].item() if len(view.lines.days) else 0.0
    return EndLabel("", tuple((Span(text, face, ink),) for text in texts), last_day, line.value, ink)
