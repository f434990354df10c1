"""What a person does to the window before its parts are there: kept, and done as soon as they are."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent, QMouseEvent


class EarlyInput:
    """Clicks, keys and files in the order in which they came."""

    def __init__(self) -> None:
        self.files: list[Path] = []
        """Dropped on the window; whoever makes the parts opens them."""
        self._done: list[QKeyEvent | QPoint] = []

    def keep_key(self, event: "QKeyEvent") -> None:
        """Keep a key that was pressed."""
        kept = QtGui.QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
        self._done.append(kept)

    def keep_click(self, event: "QMouseEvent") -> None:
        """Keep a click of the left button."""
        if event.button() == QtCore.Qt.MouseButton.LeftButton:
            self._done.append(event.position().toPoint())

    def give_to(self, window: QWidget, clickable: tuple[QWidget, ...]) -> None:
        """Do it all to *window*; of the clicks, those on what could be seen: in one of *clickable*."""
        for done in self._done:
            if isinstance(done, QtGui.QKeyEvent):
                _press(window, done)
            else:
                _click(window, done, clickable)
        self._done.clear()


def _press(window: QWidget, event: "QKeyEvent") -> None:
    """A shortcut is done, any other key goes to where the focus is."""
    keys = QtGui.QKeySequence(event.keyCombination())
    action = next((action for action in window.actions() if keys in action.shortcuts()), None)
    if action is None:
        target = window.focusWidget() or window
        QApplication.sendEvent(target, event)
        released = QtCore.QEvent.Type.KeyRelease
        QApplication.sendEvent(
            target, QtGui.QKeyEvent(released, event.key(), event.modifiers(), event.text())
        )
    elif action.isEnabled():
        action.trigger()


def _click(window: QWidget, place: "QPoint", clickable: tuple[QWidget, ...]) -> None:
    hit = window.childAt(place)
    if hit is None or not any(part is hit or part.isAncestorOf(hit) for part in clickable):
        return
    here, there = hit.mapFrom(window, place), window.mapToGlobal(place)
    left, none = QtCore.Qt.MouseButton.LeftButton, QtCore.Qt.MouseButton.NoButton
    bare = QtCore.Qt.KeyboardModifier.NoModifier
    kinds = ((QtCore.QEvent.Type.MouseButtonPress, left), (QtCore.QEvent.Type.MouseButtonRelease, none))
    for kind, held in kinds:
        event = QtGui.QMouseEvent(kind, QtCore.QPointF(here), QtCore.QPointF(there), left, held, bare)
        QApplication.sendEvent(hit, event)
