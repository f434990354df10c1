"""What the marks of a picture mean: a sign and a word each, in as many lines as the width asks for."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import theme

_LINE = 20
_SIGN = 10
_AFTER = 4
_GAP = 12

Entry = tuple[Callable[[QPainter, QPointF], None], str]
"""What paints the sign around a point, and the word for it."""


class Legend(QWidget):
    """Signs with their words. Not a control: a screen reader hears the words as its name."""

    def __init__(
        self, name: str, entries: Sequence[Entry] = (), parent: QWidget | None = None, *, sign: int = _SIGN
    ) -> None:
        """*sign* is how wide the signs are."""
        super().__init__(parent)
        self._name = name
        self._sign = sign
        self._entries: tuple[Entry, ...] = ()
        self.setFont(theme.font(11))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_entries(entries)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Explain *entries* from now on."""
        self._entries = tuple(entries)
        words = ", ".join(word for _, word in self._entries)
        self.setAccessibleName(f"{self._name}: {words}" if words else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(max(1, sum(self._width(word) for _, word in self._entries)), theme.px(_LINE))

    def minimumSizeHint(self) -> QSize:
        widest = max((self._width(word) for _, word in self._entries), default=1)
        return QSize(widest, theme.px(_LINE))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return theme.px(_LINE) * (1 + max((row for _, row in self._places(width)), default=0))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        metrics, line = self.fontMetrics(), theme.px(_LINE)
        for (left, row), (draw, word) in zip(self._places(self.width()), self._entries, strict=True):
            middle = row * line + line / 2
            draw(painter, QPointF(left + theme.px(self._sign) / 2, middle))
            painter.setPen(QColor(theme.current().muted))
            baseline = middle + (metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(left + theme.px(self._sign + _AFTER), baseline), word)

    def _width(self, word: str) -> int:
        return self.fontMetrics().horizontalAdvance(word) + theme.px(self._sign + _AFTER + _GAP)

    def _places(self, width: int) -> list[tuple[int, int]]:
        places, left, row = [], 0, 0
        for _, word in self._entries:
            if left and left + self._width(word) - theme.px(_GAP) > width:
                left, row = 0, row + 1
            places.append((left, row))
            left += self._width(word)
        return places


def dot(*, hollow: bool) -> Callable[[QPainter, QPointF], None]:
    """Return what paints a point of a line: filled where the figure is sourced, hollow otherwise."""

    def draw(painter: QPainter, center: QPointF) -> None:
        colors = theme.current()
        painter.setPen(QPen(QColor(colors.muted), theme.px(1.5)))
        painter.setBrush(QColor(colors.surface if hollow else colors.muted))
        radius = theme.px(7) / 2
        painter.drawEllipse(center, radius, radius)

    return draw


def slashes(painter: QPainter, center: QPointF) -> None:
    """Paint the two slashes that mark a break on an axis."""
    painter.setPen(QPen(QColor(theme.current().ink2), theme.px(1.5)))
    slant, half = theme.px(3) / 2, theme.px(9) / 2
    for offset in (-theme.px(2), theme.px(2)):
        bottom = center + QPointF(offset - slant, half)
        painter.drawLine(bottom, center + QPointF(offset + slant, -half))
