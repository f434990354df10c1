"""How a ranked line is painted: where its columns lie, its bar, its status mark and its texts."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPolygonF

from gui import theme

_BAR_HEIGHT = 10
_TICK_HEIGHT = 14
_BAR_WIDTH = 88
_BAR_STUB = 32
_COLUMNS = {"rank": 24, "percent": 52, "points": 48, "mark": 20}


def column_places(rect: QRectF, name: int = 0) -> dict[str, QRectF]:
    """Return where the columns of a line lie in *rect*.

    *name* is what the longest name takes; the bar gives way to it down to a stub.
    """
    widths = {column: theme.px(width) for column, width in _COLUMNS.items()}
    right = rect.right()
    places = {}
    for column in ("mark", "points", "percent"):
        places[column] = QRectF(right - widths[column], rect.top(), widths[column], rect.height())
        right -= widths[column]
    places["rank"] = QRectF(rect.left(), rect.top(), widths["rank"] - theme.px(6), rect.height())
    free = right - rect.left() - widths["rank"]
    wanted = max(theme.px(_BAR_WIDTH), free * 0.3)
    bar = max(min(wanted, free - name - theme.px(12)), min(theme.px(_BAR_STUB), free))
    places["bar"] = QRectF(right - bar, rect.top(), bar, rect.height())
    places["name"] = QRectF(
        rect.left() + widths["rank"] + theme.px(2), rect.top(), free - bar - theme.px(8), rect.height()
    )
    return places


def draw_bar(painter: QPainter, room: QRectF, coverage: float | None, target: float | None) -> None:
    """Paint a bar from 0 to 100 % in the middle of *room*, with the target as a tick across it.

    Above 100 % the bar is full and ends in an arrow head; no bar where the coverage is not known.
    """
    if room.width() < theme.px(24):
        return
    colors = theme.current()
    height = theme.px(_BAR_HEIGHT)
    track = QRectF(room.left(), room.center().y() - height / 2, room.width(), height)
    painter.fillRect(track, QColor(colors.sunken))
    if coverage is not None:
        filled = QRectF(track)
        filled.setWidth(track.width() * min(1.0, max(0.0, coverage)))
        painter.fillRect(filled, QColor(colors.data_bar))
        if coverage > 1:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.ink2))
            tip, depth = track.right(), height * 0.7
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(tip - depth, track.top()),
                        QPointF(tip, track.center().y()),
                        QPointF(tip - depth, track.bottom()),
                    ]
                )
            )
    if target is not None and 0 <= target <= 1:
        place = track.left() + track.width() * target
        tick = theme.px(_TICK_HEIGHT)
        painter.fillRect(QRectF(place - 1, room.center().y() - tick / 2, 2, tick), QColor(colors.ink))


def draw_status(painter: QPainter, center: QPointF, status: str) -> None:
    """Paint the mark of a status around *center*: ▲ on track, ● watch, ▼ behind, nothing for ""."""
    colors = theme.current()
    half = theme.px(9) / 2
    painter.setPen(Qt.PenStyle.NoPen)
    match status:
        case "on_track" | "behind":
            painter.setBrush(QColor(colors.on if status == "on_track" else colors.behind))
            up = 1 if status == "on_track" else -1
            painter.drawPolygon(
                QPolygonF(
                    [
                        center + QPointF(-half, half * 0.8 * up),
                        center + QPointF(half, half * 0.8 * up),
                        center + QPointF(0, -half * 0.9 * up),
                    ]
                )
            )
        case "watch":
            painter.setBrush(QColor(colors.watch))
            painter.drawEllipse(center, half * 0.85, half * 0.85)


def draw_text(
    painter: QPainter, rect: QRectF, flags: Qt.AlignmentFlag, text: str, font: QFont, color: str
) -> None:
    """Paint *text*, cut where it does not fit."""
    painter.setFont(font)
    painter.setPen(QColor(color))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()) + 1)
    painter.drawText(rect, flags, shown)
