"""The rounded corners of a card whose content reaches its edge."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui import theme

_RADIUS = 6


class RoundedCorners(QWidget):
    """Lies over a card and paints the ground into its corners, and its border anew."""

    def __init__(self, card: QWidget) -> None:
        super().__init__(card)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        card.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        card = self.parentWidget()
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Show} and card is not None:
            self.setGeometry(card.rect())
            self.raise_()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors, radius = theme.current(), theme.px(_RADIUS)
        whole = QRectF(self.rect())
        inside = QPainterPath()
        inside.addRoundedRect(whole, radius, radius)
        outside = QPainterPath()
        outside.addRect(whole)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(outside.subtracted(inside), QColor(colors.ground))
        painter.setPen(QPen(QColor(colors.hairline), 1))
        painter.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
