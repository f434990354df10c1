"""The cells that are more than text: data bar, status, small line, disagreement, severity."""

from typing import Any, Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from gui import icons, theme
from gui.tables.cell_delegate import CellDelegate, CellSurroundings
from gui.tables.columns import Column, Item, Look, Tone
from model.coverage import Row
from model.figures import Series

_BAR: Final = 12
_NUMBER: Final = 58
_TICK: Final = 16
_MARK: Final = 10
_ICON: Final = 14

STATUS_TONE: Final = {"on_track": Tone.ON, "watch": Tone.WATCH, "behind": Tone.BEHIND, "": Tone.MUTED}
SEVERITY_ICON: Final = {"error": "circle-alert", "warning": "triangle-alert", "info": "info"}
SEVERITY_TONE: Final = {"error": Tone.BEHIND, "warning": Tone.WATCH, "info": Tone.MUTED}


def paint_status_mark(painter: QPainter, area: QRectF, status: str, color: QColor) -> None:
    """Paint ▲, ● or ▼ in *area*: the shape says the status without the colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    middle = area.center()
    if status == "watch":
        painter.drawEllipse(middle, area.width() * 0.46, area.height() * 0.46)
    else:
        up = status == "on_track"
        base = area.bottom() if up else area.top()
        tip = area.top() if up else area.bottom()
        inset = area.height() * 0.08
        flat = base - inset if up else base + inset
        point = tip + inset if up else tip - inset
        painter.drawPolygon(
            QPolygonF([QPointF(area.left(), flat), QPointF(area.right(), flat), QPointF(middle.x(), point)])
        )
    painter.restore()


class BarDelegate(CellDelegate):
    """A bar of 0 to 100 % with the target's tick, and the number beside it.

    The bar never says more than 100 %: beyond, it carries "> 100 %" and the number is the true one.
    """

    def paint_content(self, painter: QPainter, rect: QRect, column: Column, row: Item, text: str) -> None:
        left = rect.left() + self.padding
        width = rect.width() - 2 * self.padding - theme.px(_NUMBER)
        if width > theme.px(16) and isinstance(row, Row):
            height = theme.px(_BAR)
            track = QRect(left, rect.center().y() - height // 2 + 1, width, height)
            self._paint_bar(painter, track, row)
        number = rect.adjusted(0, 0, -self.padding, 0)
        number.setLeft(max(rect.left(), rect.right() - self.padding - theme.px(_NUMBER)))
        self.write(painter, number, text, column, self.color(column.tone(row)))

    def _paint_bar(self, painter: QPainter, track: QRect, row: Row) -> None:
        painter.fillRect(track, self.color("hairline" if self.around.is_total() else "sunken"))
        if row.coverage is not None:
            filled = QRect(track)
            filled.setWidth(round(track.width() * min(max(row.coverage, 0.0), 1.0)))
            painter.fillRect(filled, self.color("data_bar"))
        if row.target is not None and row.eligible and not row.over:
            self._paint_tick(painter, track, row.target / row.eligible)
        if row.over:
            painter.setFont(theme.font(10, QFont.Weight.DemiBold))
            painter.setPen(self.color("ink"))
            painter.drawText(track, int(Qt.AlignmentFlag.AlignCenter), "> 100 %")

    def _paint_tick(self, painter: QPainter, track: QRect, share: float) -> None:
        if not 0 <= share <= 1:
            return
        width, height = theme.px(2), theme.px(_TICK)
        at = track.left() + round((track.width() - width) * share)
        painter.fillRect(QRect(at, track.center().y() - height // 2 + 1, width, height), self.color("ink"))


class StatusDelegate(CellDelegate):
    """▲ ● ▼ and the word."""

    def paint_content(self, painter: QPainter, rect: QRect, column: Column, row: Item, text: str) -> None:
        inner = rect.adjusted(self.padding, 0, -theme.px(4), 0)
        status = str(getattr(row, "status", ""))
        if status:
            side = theme.px(_MARK)
            mark = QRectF(inner.left(), inner.center().y() - side / 2 + 0.5, side, side)
            paint_status_mark(painter, mark, status, self.color(STATUS_TONE[status]))
            inner.setLeft(inner.left() + side + theme.px(8))
        tone = Tone.INK if status else Tone.MUTED
        self.write(painter, inner, text, column, self.color(tone))


class SparklineDelegate(CellDelegate):
    """A small line of the row's coverage, on the row's own scale, never joined across a break."""

    def paint_content(self, painter: QPainter, rect: QRect, column: Column, row: Item, text: str) -> None:
        series = Series("", "", "", row.trail, row.trail_breaks)
        known = [point for point in series.points if point.value is not None]
        if len(known) < 2:
            return
        area = QRectF(rect).adjusted(
            self.padding + 1, rect.height() * 0.28, -self.padding, -rect.height() * 0.28
        )
        places = _places(series, area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_breaks(painter, series, places, area)
        painter.setPen(QPen(self.color("ink2"), 1.5))
        for run in series.runs():
            line = QPolygonF([places[point.as_of] for point in run])
            painter.drawPolyline(line)
            if len(run) == 1 and run[0] is not series.last:
                painter.setBrush(self.color("ink2"))
                painter.drawEllipse(line.first(), 0.75, 0.75)
        if series.last:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.color("accent"))
            painter.drawEllipse(places[series.last.as_of], theme.px(2.6), theme.px(2.6))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_breaks(
        self, painter: QPainter, series: Series, places: dict[Any, QPointF], area: QRectF
    ) -> None:
        painter.setPen(QPen(self.color("muted"), 1, Qt.PenStyle.DotLine))
        days = [point.as_of for point in series.points]
        for found in series.breaks:
            if found.as_of not in places or days.index(found.as_of) == 0:
                continue
            before = places[days[days.index(found.as_of) - 1]]
            at = round((before.x() + places[found.as_of].x()) / 2) + 0.5
            painter.drawLine(QPointF(at, area.top() - 2), QPointF(at, area.bottom() + 2))


def _places(series: Series, area: QRectF) -> dict[Any, QPointF]:
    """Return where each point lies: time across, the row's own values up and down."""
    values = [point.value for point in series.points if point.value is not None]
    low, high = min(values), max(values)
    first, last = series.points[0].as_of.day, series.points[-1].as_of.day
    days = max((last - first).days, 1)
    places = {}
    for point in series.points:
        across = (point.as_of.day - first).days / days
        up = 0.5 if high == low or point.value is None else (point.value - low) / (high - low)
        places[point.as_of] = QPointF(area.left() + area.width() * across, area.bottom() - area.height() * up)
    return places


class FlagDelegate(CellDelegate):
    """A figure that disagrees with what was reported: tinted, with an icon where the column says so."""

    def __init__(self, surroundings: CellSurroundings, *, with_icon: bool) -> None:
        super().__init__(surroundings)
        self._with_icon = with_icon

    def paint_content(self, painter: QPainter, rect: QRect, column: Column, row: Item, text: str) -> None:
        flagged = bool(getattr(row, "disagrees", False))
        if flagged:
            painter.fillRect(rect, self.color("behind_tint"))
        super().paint_content(painter, rect, column, row, text)
        if flagged and self._with_icon:
            side = theme.px(_ICON)
            width = self.metrics(column).horizontalAdvance(text)
            left = rect.right() - self.padding - width - side - theme.px(6)
            icon = icons.icon("triangle-alert", self.theme.behind)
            icon.paint(painter, max(left, rect.left() + 2), rect.center().y() - side // 2, side, side)


class SeverityDelegate(CellDelegate):
    """A finding's severity: icon and word in its colour."""

    def paint_content(self, painter: QPainter, rect: QRect, column: Column, row: Item, text: str) -> None:
        severity = str(getattr(row, "severity", "info"))
        tone = SEVERITY_TONE[severity]
        side = theme.px(_ICON)
        inner = rect.adjusted(self.padding, 0, -theme.px(4), 0)
        icon = icons.icon(SEVERITY_ICON[severity], getattr(self.theme, tone))
        icon.paint(painter, inner.left(), rect.center().y() - side // 2 + 1, side, side)
        inner.setLeft(inner.left() + side + theme.px(8))
        self.write(painter, inner, text, column, self.color(tone))


def delegate_for(look: Look, surroundings: CellSurroundings) -> CellDelegate:
    """Return a painter of cells of that look."""
    match look:
        case Look.BAR:
            return BarDelegate(surroundings)
        case Look.STATUS:
            return StatusDelegate(surroundings)
        case Look.SPARKLINE:
            return SparklineDelegate(surroundings)
        case Look.TINT | Look.FLAG:
            return FlagDelegate(surroundings, with_icon=look is Look.FLAG)
        case Look.SEVERITY:
            return SeverityDelegate(surroundings)
    return CellDelegate(surroundings)
