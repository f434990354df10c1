"""A window on the published book, and what a person does to it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from gui.context_bar import ContextField
from gui.main_window import MainWindow
from model.book import Book
from tests.builders.books import PUBLISHED, book, counted, target_of

Open = Callable[..., MainWindow]
"""Opens a window: ``opened(with_book=True, ready=True, width=1280)``."""


def published_book() -> Book:
    regencies = counted("62.03", active=10, eligible=40), counted("62.03", active=3, eligible=4, segment="PU")
    return book(*PUBLISHED, *regencies, target_sets=(target_of(0.6603),))


def press(window: MainWindow, keys: Qt.Key, *, ctrl: bool = False, alt: bool = False) -> None:
    modifiers = Qt.KeyboardModifier.NoModifier
    if ctrl:
        modifiers |= Qt.KeyboardModifier.ControlModifier
    if alt:
        modifiers |= Qt.KeyboardModifier.AltModifier
    QTest.keyClick(window, keys, modifiers)


def field(window: MainWindow, name: str) -> ContextField:
    found = window.findChild(ContextField, name)
    assert found is not None
    return found


def button(window: QWidget, name: str) -> QPushButton:
    found = window.findChild(QPushButton, name)
    assert found is not None, name
    return found


def choose(combo: ContextField, text: str) -> None:
    place = combo.findText(text)
    combo.setCurrentIndex(place)
    combo.activated.emit(place)
