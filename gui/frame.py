"""The window before its parts are there: it shows where they will be, and keeps what is done to it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtWidgets import QMainWindow, QWidget

from gui.skeleton import Skeleton

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QDragEnterEvent,
        QDropEvent,
        QKeyEvent,
        QMouseEvent,
        QResizeEvent,
    )
    from PySide6.QtWidgets import QMenuBar

    from gui.early_input import EarlyInput


class Frame(QMainWindow):
    """A window with a place for a menu bar and for everything else; :meth:`reveal` puts them there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._skeleton: Skeleton | None = None
        self._early: EarlyInput | None = None
        self.setAcceptDrops(True)

    @property
    def is_composed(self) -> bool:
        """The parts are there."""
        return self.centralWidget() is not None

    def show_places(self) -> None:
        """Show where the parts will be."""
        self._skeleton = Skeleton(self)

    def show_names(self, page: str) -> None:
        """Write what they are called, as soon as there is type, with *page* as the one in view."""
        if self._skeleton is not None:
            self._skeleton.show_names(page)

    def reveal(self, bar: "QMenuBar", centre: QWidget) -> None:
        """Bring the parts into view in their places."""
        self.setMenuBar(bar)
        self.setCentralWidget(centre)
        if self._skeleton is not None:
            self._skeleton.hide()
            self._skeleton.deleteLater()
            self._skeleton = None

    def catch_up(self, *clickable: QWidget) -> None:
        """Do what was done to the window before; of the clicks, those in one of *clickable*."""
        early, self._early = self._early, None
        if early is not None:
            early.give_to(self, clickable)
            if early.files:
                self.take_files(early.files)

    def take_files(self, paths: list[Path], *, added: bool = False) -> None:
        """Do with dropped files what is to be done once the parts are there; *added*: to the open book."""

    # ---- what Qt asks

    def resizeEvent(self, event: "QResizeEvent") -> None:
        super().resizeEvent(event)
        if self._skeleton is not None:
            self._skeleton.arrange(self.width(), self.height())

    def mousePressEvent(self, event: "QMouseEvent") -> None:
        # The press, because the parts may come before the release.
        if self.is_composed:
            super().mousePressEvent(event)
        else:
            self._kept().keep_click(event)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        if self.is_composed:
            super().keyPressEvent(event)
        else:
            self._kept().keep_key(event)

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: "QDropEvent") -> None:
        event.acceptProposedAction()
        if self.is_composed:
            shift = QtCore.Qt.KeyboardModifier.ShiftModifier
            self.take_files(_dropped(event), added=bool(event.modifiers() & shift))
        else:
            self._kept().files.extend(_dropped(event))

    def _kept(self) -> "EarlyInput":
        from gui.early_input import EarlyInput  # with luck nobody is that quick

        self._early = self._early or EarlyInput()
        return self._early


def _dropped(event: "QDropEvent") -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
