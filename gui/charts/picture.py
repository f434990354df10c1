"""A chart's picture with its title and note, for where no page stands around it."""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter

from gui import theme

_MARGIN: Final = 12


def framed_picture(chart: QImage, title: str, note: str) -> QImage:
    """Return *chart* with *title* above and *note* below, both left out where they are ""."""
    ratio, margin = chart.devicePixelRatio(), theme.px(_MARGIN)
    inner = QSize(round(chart.width() / ratio), round(chart.height() / ratio))
    bold, plain = theme.font(15, QFont.Weight.DemiBold), theme.font(12)
    above = _height(title, bold, inner.width())
    below = _height(note, plain, inner.width())
    whole = QSize(inner.width() + 2 * margin, inner.height() + 2 * margin + above + below)
    image = QImage(whole * ratio, chart.format())
    image.setDevicePixelRatio(ratio)
    now = theme.current()
    image.fill(QColor(now.surface))
    painter = QPainter(image)
    foot = margin + above + inner.height()
    for text, face, color, top, high in (
        (title, bold, now.ink, margin, above),
        (note, plain, now.muted, foot, below),
    ):
        painter.setFont(face)
        painter.setPen(QColor(color))
        area = QRect(margin, top, inner.width(), high)
        painter.drawText(area, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter, text)
    painter.drawImage(QPointF(margin, margin + above), chart)
    painter.end()
    return image


def _height(text: str, face: QFont, width: int) -> int:
    if not text:
        return 0
    room = QRect(0, 0, width, 10_000)
    return QFontMetrics(face).boundingRect(room, Qt.TextFlag.TextWordWrap, text).height() + theme.px(12)
