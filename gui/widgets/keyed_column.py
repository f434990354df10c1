"""Widgets below each other by what they are about: those that stay are kept, with focus and all."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget


@dataclass(frozen=True)
class Wanted:
    """One widget of the column: *make* where there is none of that key, *show* on the one there is."""

    key: Hashable
    make: Callable[[], QWidget]
    show: Callable[[QWidget], None]


class KeyedColumn:
    """Keeps a layout in step with what is wanted, in its order, between what else stands in it."""

    def __init__(self, column: QVBoxLayout) -> None:
        self._column = column
        self._widgets: dict[Hashable, QWidget] = {}

    @property
    def widgets(self) -> list[QWidget]:
        """The widgets from top to bottom."""
        return list(self._widgets.values())

    def get(self, key: Hashable) -> QWidget | None:
        """Return the widget of a key, None where there is none."""
        return self._widgets.get(key)

    def show(self, wanted: Sequence[Wanted]) -> None:
        """Show exactly these, from the top."""
        keys = {one.key for one in wanted}
        for key in [key for key in self._widgets if key not in keys]:
            gone = self._widgets.pop(key)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        kept: dict[Hashable, QWidget] = {}
        for place, one in enumerate(wanted):
            widget = self._widgets.get(one.key)
            if widget is None:
                widget = one.make()
            one.show(widget)
            kept[one.key] = widget
            item = self._column.itemAt(place)
            if item is None or item.widget() is not widget:
                self._column.removeWidget(widget)
                self._column.insertWidget(place, widget)
        self._widgets = kept
