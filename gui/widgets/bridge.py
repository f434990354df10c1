"""Bars that lead from one coverage to the next: where it stood, what moved it, where it stands."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import theme

_ROW = 26
_BAR = 14
_GAP = 16
_STUB = 0.2
"""Length of a cut bar before the span of the changes, as a share of that span."""


@dataclass(frozen=True, slots=True)
class BridgeStep:
    """One bar from *start* to *end* (fractions). A total starts at 0; an effect where the last bar ended."""

    label: str
    start: float
    end: float
    text: str
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """The common scale of the bars: *low* and *high* are its ends; ``cut`` says that *low* is not 0."""

    low: float
    high: float
    cut: bool

    def place(self, value: float) -> float:
        """Return where *value* lies between the ends, 0 to 1."""
        span = self.high - self.low
        return min(1.0, max(0.0, (value - self.low) / span)) if span else 0.0


def scale_of(steps: tuple[BridgeStep, ...]) -> Scale:
    """Return the scale that shows the effects large: from 0, or cut where the totals would dwarf them."""
    ends = [step.end for step in steps] + [step.start for step in steps if not step.is_total]
    low, high = min(ends, default=0.0), max(ends, default=0.0)
    span = high - low
    start = low - max(span * _STUB / (1 - _STUB), 1e-6)
    return Scale(0.0, max(high, 0.0), cut=False) if start <= 0 else Scale(start, high, cut=True)


class BridgeBars(QWidget):
    """The bars, each with its label and its figure; the figure carries the sign, not the colour alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[BridgeStep, ...] = ()
        self._scale = Scale(0.0, 1.0, cut=False)
        self._label_font = theme.font(12)
        self._text_font = theme.font(12, QFont.Weight.DemiBold)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setObjectName("bridge")

    def show_steps(self, steps: tuple[BridgeStep, ...], name: str) -> None:
        """Show *steps* from top to bottom under the accessible *name*."""
        self._steps = steps
        self._scale = scale_of(steps)
        self.setAccessibleName(name)
        self.setAccessibleDescription("; ".join(f"{step.label} {step.text}" for step in steps))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(360), theme.px(_ROW) * len(self._steps))

    def minimumSizeHint(self) -> QSize:
        bars = theme.px(96)
        return QSize(
            self._label_width() + self._text_width() + bars + 2 * theme.px(_GAP), self.sizeHint().height()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = self._label_width() + theme.px(_GAP)
        area = QRectF(left, 0, self.width() - left - self._text_width() - theme.px(_GAP), self.height())
        for number, step in enumerate(self._steps):
            self._draw_texts(painter, number, step)
            self._draw_bar(painter, area, number, step)
        self._draw_joints(painter, area)

    def _draw_texts(self, painter: QPainter, number: int, step: BridgeStep) -> None:
        colors = theme.current()
        row = QRectF(0, number * theme.px(_ROW), self.width(), theme.px(_ROW))
        painter.setFont(self._label_font)
        painter.setPen(QColor(colors.ink2))
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, step.label)
        painter.setFont(self._text_font)
        painter.setPen(QColor(colors.ink))
        painter.drawText(row, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, step.text)

    def _draw_bar(self, painter: QPainter, area: QRectF, number: int, step: BridgeStep) -> None:
        colors = theme.current()
        begin, end = sorted((step.start, step.end))
        low = area.left() + area.width() * self._scale.place(begin)
        high = area.left() + area.width() * self._scale.place(end)
        top = self._bar_top(number)
        bar = QRectF(low, top, max(high - low, 1.5), theme.px(_BAR))
        effect = colors.accent if step.end >= step.start else colors.behind
        painter.fillRect(bar, QColor(colors.bridge_bar if step.is_total else effect))
        if step.is_total and self._scale.cut:
            self._draw_cut(painter, bar)

    def _draw_cut(self, painter: QPainter, bar: QRectF) -> None:
        # Two slanted slits in the colour of the card say that the bar does not begin at nought.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.current().surface))
        slant, slit = theme.px(4), max(1.5, theme.px(2))
        for offset in (theme.px(5), theme.px(10)):
            left = bar.left() + offset
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(left, bar.bottom() + 1),
                        QPointF(left + slant, bar.top() - 1),
                        QPointF(left + slant + slit, bar.top() - 1),
                        QPointF(left + slit, bar.bottom() + 1),
                    ]
                )
            )

    def _draw_joints(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(QPen(QColor(theme.current().muted), 1, Qt.PenStyle.DotLine))
        for number, step in enumerate(self._steps[:-1]):
            place = round(area.left() + area.width() * self._scale.place(step.end)) - 0.5
            top = self._bar_top(number) + theme.px(_BAR)
            painter.drawLine(QPointF(place, top), QPointF(place, self._bar_top(number + 1)))

    def _bar_top(self, number: int) -> float:
        return number * theme.px(_ROW) + (theme.px(_ROW) - theme.px(_BAR)) / 2

    def _label_width(self) -> int:
        metrics = QFontMetrics(self._label_font)
        return max((metrics.horizontalAdvance(step.label) for step in self._steps), default=0)

    def _text_width(self) -> int:
        metrics = QFontMetrics(self._text_font)
        return max((metrics.horizontalAdvance(step.text) for step in self._steps), default=0)
