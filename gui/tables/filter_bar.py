"""The line above a long table that narrows it: a choice for some columns, words, and the count."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from gui import theme
from gui.pages.page import Button, MutedLabel
from gui.tables.search_field import SearchField

Choices = Sequence[tuple[Any, str]]


class FilterBar(QWidget):
    """``changed`` says that other rows are wanted: those with :attr:`words` and :attr:`chosen`."""

    changed = Signal()

    def __init__(self, names: Mapping[str, str], hint: str, parent: QWidget | None = None) -> None:
        """*names* are the columns to choose from, each with the words for "all of them"."""
        super().__init__(parent)
        self.boxes = {name: self._box(name, text) for name, text in names.items()}
        self.search = SearchField(hint)
        self.search.searched.connect(self._change)
        self.clear_button = Button(self.tr("Hapus saringan"), kind="link", name="clearFilter")
        self.clear_button.clicked.connect(self.clear)
        self.count = MutedLabel()
        self.count.setObjectName("rowCount")
        row = QHBoxLayout(self)
        row.setContentsMargins(*(theme.px(side) for side in (8, 8, 16, 8)))
        row.setSpacing(theme.px(8))
        for control in (*self.boxes.values(), self.search, self.clear_button):
            row.addWidget(control)
        row.addStretch(1)
        row.addWidget(self.count)

    @property
    def words(self) -> str:
        """What is typed."""
        return self.search.text().strip()

    @property
    def chosen(self) -> dict[str, Any]:
        """The value chosen for each column that is narrowed."""
        return {name: box.currentData() for name, box in self.boxes.items() if box.currentIndex() > 0}

    def offer(self, choices: Mapping[str, Choices]) -> None:
        """Offer new values, none of them chosen, and forget the words; says nothing."""
        for name, box in self.boxes.items():
            box.blockSignals(True)
            while box.count() > 1:
                box.removeItem(1)
            for value, text in choices[name]:
                box.addItem(text, value)
            box.setCurrentIndex(0)
            box.blockSignals(False)
        self.search.clear()

    def clear(self) -> None:
        """Choose nothing and type nothing, so that every row is wanted."""
        for box in self.boxes.values():
            box.blockSignals(True)
            box.setCurrentIndex(0)
            box.blockSignals(False)
        self.search.clear()
        self.changed.emit()

    def say(self, count: str) -> None:
        """Say how many rows are shown, and offer to clear what narrows them."""
        self.count.setText(count)
        self.clear_button.setVisible(bool(self.chosen or self.words))

    def _box(self, name: str, text: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(f"filter_{name}")
        box.setAccessibleName(text)
        box.setFont(theme.font(13))
        box.addItem(text, None)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(15)
        box.currentIndexChanged.connect(self._change)
        return box

    def _change(self) -> None:
        self.changed.emit()
