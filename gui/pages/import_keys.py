"""The keys of a page, and the order in which Tab goes through it."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def add_keys(page: QWidget, ways: Mapping[QKeyCombination, Callable[[], object]]) -> None:
    """Let each of the keys do its own while the keyboard is anywhere on *page*."""
    for keys, way in ways.items():
        shortcut = QShortcut(QKeySequence(keys), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(way)


def order_tabs(stops: Sequence[QWidget]) -> None:
    """Let Tab go from each of the widgets to the next."""
    for first, second in pairwise(stops):
        QWidget.setTabOrder(first, second)
