"""The field at the right of the menu: looks like a search, opens the palette."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from gui import icons, theme
from gui.skeleton import SEARCH_HEIGHT as _HEIGHT
from gui.skeleton import SEARCH_RIGHT as _RIGHT
from gui.skeleton import SEARCH_ROOM as _ROOM
from gui.skeleton import SEARCH_WIDTH as _WIDTH


class SearchBox(QAbstractButton):
    """A button in the shape of a search field, with its keys at the right."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchBox")
        self.setText(self.tr("Cari perintah atau wilayah"))
        self._keys = action.shortcut().toString()
        self.setAccessibleName(self.text())
        self.setToolTip(action.toolTip())
        self.setFont(theme.font(12))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.clicked.connect(action.trigger)

    def sizeHint(self) -> QSize:
        text = self.fontMetrics().horizontalAdvance(self.text() + self._keys)
        return QSize(max(theme.px(_WIDTH), text + theme.px(64)) + theme.px(_RIGHT), theme.px(_ROOM))

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = (self.height() - theme.px(_HEIGHT)) / 2
        field = QRectF(0.5, top + 0.5, self.width() - theme.px(_RIGHT) - 1, theme.px(_HEIGHT) - 1)
        painter.setPen(
            QPen(QColor(now.accent if self.hasFocus() else now.strong), 2 if self.hasFocus() else 1)
        )
        painter.setBrush(QColor(now.surface))
        painter.drawRoundedRect(field, theme.px(4), theme.px(4))
        side = theme.px(14)
        picture = icons.pixmap("search", now.ink2, side, self.devicePixelRatioF())
        painter.drawPixmap(theme.px(9), (self.height() - side) // 2, picture)
        painter.setFont(self.font())
        painter.setPen(QColor(now.muted))
        inside = field.adjusted(theme.px(30), 0, -theme.px(8), 0)
        centre = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(inside, centre, self.text())
        painter.setPen(QColor(now.ink2))
        painter.setFont(theme.font(11))
        painter.drawText(inside, centre | int(Qt.AlignmentFlag.AlignRight), self._keys)
