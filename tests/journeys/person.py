"""A person at the real window: looks for things by name, clicks, types, waits for what was asked."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QTableView, QWidget
from pytestqt.qtbot import QtBot

from gui.app import Program
from gui.main_window import MainWindow
from gui.session import Session

W = TypeVar("W", bound=QWidget)
PATIENCE = 30_000
LEFT = Qt.MouseButton.LeftButton
COPY = Qt.DropAction.CopyAction


class Person:
    """Does with the mouse and the keyboard what the journeys tell."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self._program = program
        self._qtbot = qtbot

    @property
    def window(self) -> MainWindow:
        """The window as it is now: another language or theme builds it anew."""
        return self._program.window

    @property
    def session(self) -> Session:
        """The state behind the window, to look at and not to touch."""
        return self._program.session

    def wait(self) -> None:
        """Wait until everything asked for has been done and drawn."""
        idle = 0

        def is_idle() -> bool:
            nonlocal idle
            idle = 0 if self.session.tasks.running else idle + 1
            return idle > 5

        self._qtbot.waitUntil(is_idle, timeout=PATIENCE)

    def see(self, kind: type[W], name: str) -> W:
        """Return the visible widget of that name."""
        found = [widget for widget in self.window.findChildren(kind, name) if widget.isVisible()]
        assert len(found) == 1, f"{len(found)} visible {name}"
        return found[0]

    def click(self, name: str) -> None:
        """Click the button of that name and wait for what it does."""
        button = self.see(QAbstractButton, name)
        assert button.isEnabled(), f"{name} is disabled"
        QTest.mouseClick(button, LEFT)
        self.wait()

    def turn_to(self, page: str) -> QWidget:
        """Choose a page in the navigation and return it."""
        self.click(f"navigation_{page}")
        shown = self.window.page
        assert shown is not None
        return shown

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifier)
        self.wait()

    def choose(self, action: str) -> None:
        """Choose an action as the menu offers it; the window may be another one afterwards."""
        self.window.commands[action].trigger()
        self._qtbot.wait(50)
        self.wait()

    def click_cell(self, table: QTableView, index: QModelIndex) -> None:
        """Click a cell of a table."""
        table.scrollTo(index)
        QTest.mouseClick(table.viewport(), LEFT, pos=table.visualRect(index).center())
        self.wait()

    def click_header(self, table: QTableView, section: int) -> None:
        """Click the header over a column."""
        table.scrollTo(table.model().index(0, section))
        header = table.horizontalHeader()
        place = header.sectionViewportPosition(section) + header.sectionSize(section) // 2
        QTest.mouseClick(header.viewport(), LEFT, pos=QPoint(place, header.height() - 8))
        self.wait()

    def drop(self, *paths: Path) -> None:
        """Drop files on the window."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        middle = self.window.rect().center()
        none = Qt.KeyboardModifier.NoModifier
        entered = QDragEnterEvent(middle, COPY, data, LEFT, none)
        QApplication.sendEvent(self.window, entered)
        assert entered.isAccepted()
        QApplication.sendEvent(self.window, QDropEvent(QPointF(middle), COPY, data, LEFT, none))

    def notice(self) -> str:
        """Return the sentence above the page, "" where there is none."""
        notices = self.window.notices
        return notices.sentence.text() if notices.isVisible() else ""
