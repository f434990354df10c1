"""A page that is filled when it is seen: changes are gathered, and a hidden page waits."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from gui.pages.page import PageFrame


class LatePage(PageFrame):
    """Is filled by :meth:`refresh`: once, however many changes come together, and only while in view."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._is_stale = True
        # Opening a book changes book and context at once; the page is then filled once.
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(0)
        self._late.timeout.connect(self.refresh)

    def refresh(self) -> None:
        """Fill the page; whoever extends this calls it first."""
        self._late.stop()
        self._is_stale = False

    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale:
            self.refresh()
        else:
            self._seen_again()
        super().showEvent(event)

    def _seen_again(self) -> None:
        """The page comes into view, and is up to date."""

    def _outdated(self) -> None:
        """What the page shows is another now."""
        self._is_stale = True
        if self.isVisible():
            self._late.start()
