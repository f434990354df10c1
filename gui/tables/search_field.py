"""A field to search a table in: a magnifying glass, the words, and its keys while it is empty."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gui import icons, theme

_DELAY = 120
"""Milliseconds without a key before the table is searched."""


class SearchField(QLineEdit):
    """``searched`` carries the words once the person has stopped typing; Escape empties the field."""

    searched = Signal(str)
    left_downward = Signal()
    """Enter or Down: on to the table."""

    def __init__(self, hint: str, keys: str = "Ctrl+F", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setObjectName("tableSearch")
        self.setFont(theme.font(13))
        self.setFixedWidth(theme.px(192))
        self.addAction(icons.icon("search", theme.current().muted), QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_DELAY)
        self._pause.timeout.connect(self._search)
        self.textEdited.connect(self._edited)

    def _edited(self, text: str) -> None:
        self._pause.start()

    def _search(self) -> None:
        self.searched.emit(self.text().strip())

    def search_now(self) -> None:
        """Search without waiting."""
        self._pause.stop()
        self._search()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.search_now()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.search_now()
            self.left_downward.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.text() or self.hasFocus():
            return
        painter = QPainter(self)
        painter.setFont(theme.font(11))
        painter.setPen(theme.current().muted)
        area = self.rect().adjusted(0, 0, -theme.px(10), 0)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._keys)
