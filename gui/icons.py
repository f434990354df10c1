"""Lucide icons in the colours of the theme, drawn from their SVG at whatever size is asked for."""

from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from gui import theme
from resources import FOLDER

_STROKE: Final = '"1.75"'
_FADED: Final = 0.45


def icon(name: str, color: str | None = None, size: int = 16) -> QIcon:
    """Return an icon by its Lucide name.

    Without a *color* it follows the theme: body ink, accent while its button is checked, faded
    while disabled. *size* only says how large it is where nobody asks for a size. An unknown
    name raises FileNotFoundError.
    """
    _source(name)
    return QIcon(_Engine(name, color, size))


def pixmap(name: str, color: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return an icon as a picture of *size* logical pixels for a screen of the given *ratio*."""
    return _drawn(name, color, QSize(size, size), ratio)


class _Engine(QIconEngine):
    def __init__(self, name: str, color: str | None, size: int) -> None:
        super().__init__()
        self._name, self._color, self._size = name, color, size

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._color, self._size)

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        return size

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        side = min(rect.width(), rect.height())
        picture = pixmap(self._name, self._painted(mode, state), side, ratio)
        painter.drawPixmap(
            rect.x() + (rect.width() - side) // 2, rect.y() + (rect.height() - side) // 2, picture
        )

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return _drawn(self._name, self._painted(mode, state), size, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return _drawn(self._name, self._painted(mode, state), size, scale)

    def _painted(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        now = theme.current()
        color = self._color or (now.accent if state == QIcon.State.On else now.ink2)
        if mode != QIcon.Mode.Disabled:
            return color
        faded = QColor(now.muted)
        faded.setAlphaF(_FADED)
        return faded.name(QColor.NameFormat.HexArgb)


@cache
def _source(name: str) -> str:
    text = (FOLDER / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return text.replace('stroke-width="2"', f"stroke-width={_STROKE}")


@cache
def _renderer(name: str, color: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", color).encode()))


def _drawn(name: str, color: str, size: QSize, ratio: float) -> QPixmap:
    """*size* in logical pixels."""
    wide, high = max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio))
    picture = QPixmap(_rendered(name, color, wide, high))
    picture.setDevicePixelRatio(ratio)
    return picture


@cache
def _rendered(name: str, color: str, wide: int, high: int) -> QPixmap:
    picture = QPixmap(wide, high)
    picture.fill(Qt.GlobalColor.transparent)
    shown = QColor(color)
    painter = QPainter(picture)
    painter.setOpacity(shown.alphaF())
    side = min(wide, high)
    # At the left of a wider field: the rest is air between the icon and the text of a button.
    _renderer(name, shown.name()).render(painter, QRectF(0, (high - side) / 2, side, side))
    painter.end()
    return picture
