"""The menu that chooses columns: it stays open while the person ticks."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from gui.tables.columns import Column


class ColumnMenu(QMenu):
    """``hidden_changed`` carries the names of the columns out of view, ``compact_changed`` the row height."""

    hidden_changed = Signal(object)
    compact_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("columnMenu")
        self._compact = False
        self._columns: tuple[Column, ...] = ()

    def offer(self, columns: tuple[Column, ...], always: Collection[str], hidden: Collection[str]) -> None:
        """Offer every column that is not *always* in view, ticked unless *hidden*."""
        self.clear()
        self._columns = tuple(column for column in columns if column.name not in always)
        group = None
        for column in self._columns:
            if group is not None and column.group != group:
                self.addSeparator()
            group = column.group
            self._add(column.header.replace("\n", " "), column.name, checked=column.name not in hidden)
        self.addSeparator()
        compact = self._add(self.tr("Baris rapat"), "", checked=self._compact)
        compact.toggled.connect(self._set_compact)
        reset = self.addAction(self.tr("Kembalikan kolom semula"))
        reset.triggered.connect(self._reset)

    @property
    def hidden_names(self) -> frozenset[str]:
        """The names of the columns that are not ticked."""
        return frozenset(
            str(entry.data()) for entry in self.actions() if entry.data() and not entry.isChecked()
        )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        ticked = self.actionAt(event.position().toPoint())
        if ticked is not None and ticked.isCheckable():
            ticked.trigger()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ticked = self.activeAction()
        if event.key() == Qt.Key.Key_Space and ticked is not None and ticked.isCheckable():
            ticked.trigger()
            return
        super().keyPressEvent(event)

    def _add(self, text: str, name: str, *, checked: bool) -> QAction:
        entry = self.addAction(text)
        entry.setCheckable(True)
        entry.setChecked(checked)
        entry.setData(name)
        if name:
            entry.toggled.connect(self._ticked)
        return entry

    def _ticked(self) -> None:
        self.hidden_changed.emit(self.hidden_names)

    def _set_compact(self, compact: bool) -> None:  # noqa: FBT001  Qt calls it
        self._compact = compact
        self.compact_changed.emit(compact)

    def _reset(self) -> None:
        shown = {column.name: column.shown for column in self._columns}
        for entry in self.actions():
            if entry.data():
                entry.setChecked(shown[str(entry.data())])
