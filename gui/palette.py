"""The command palette: every action, page and region by a few letters of its name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gui import icons, theme
from gui.pages.page import MutedLabel

_NOTE = Qt.ItemDataRole.UserRole
_PLACE = Qt.ItemDataRole.UserRole + 1
_SHOWN = 9
_WIDTH = 520


@dataclass(frozen=True)
class Entry:
    """Something that the palette offers: what it is called, what stands at its right, what it does."""

    text: str
    note: str
    icon: str
    run: Callable[[], object]


def matching(entries: Sequence[Entry], typed: str) -> list[Entry]:
    """Return the entries in which every typed word occurs, those that start with it first.

    Case does not matter; the order of *entries* is kept among equals.
    """
    words = typed.casefold().split()
    scored = []
    for place, entry in enumerate(entries):
        text = entry.text.casefold()
        if all(word in text for word in words):
            starts = bool(words) and not text.startswith(words[0])
            begins_word = bool(words) and not any(part.startswith(words[0]) for part in text.split())
            scored.append((starts, begins_word, place, entry))
    return [entry for *_, entry in sorted(scored, key=lambda found: found[:3])]


class Palette(QFrame):
    """A field and the list of what matches. Enter does it, Esc or a click elsewhere closes."""

    def __init__(self, entries: Sequence[Entry], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._entries = tuple(entries)
        self._found: list[Entry] = []
        self._came_from = QApplication.focusWidget()
        self.setObjectName("palette")
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Cari perintah atau wilayah"))
        self._make_line()
        self._make_list()
        self.nothing = MutedLabel(self.tr("Tidak ada yang cocok."))
        column = QVBoxLayout(self)
        column.setContentsMargins(*([theme.px(8)] * 4))
        column.setSpacing(theme.px(8))
        for widget in (self.line, self.list, self.nothing):
            column.addWidget(widget)
        self.setFixedWidth(theme.px(_WIDTH))
        self._search("")

    def _make_line(self) -> None:
        self.line = QLineEdit()
        self.line.setObjectName("paletteLine")
        self.line.setPlaceholderText(self.tr("Cari perintah atau wilayah"))
        self.line.setAccessibleName(self.line.placeholderText())
        self.line.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.line.textChanged.connect(self._search)
        self.line.returnPressed.connect(self._run)
        self.line.installEventFilter(self)

    def _make_list(self) -> None:
        self.list = QListWidget()
        self.list.setObjectName("paletteList")
        self.list.setAccessibleName(self.tr("Hasil"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(_EntryDelegate(self.list))
        self.list.setIconSize(QSize(theme.px(20), theme.px(16)))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._run)

    def open_below(self, place: QPoint) -> None:
        """Show the palette with its top right corner at the global *place*."""
        self.adjustSize()
        self.move(place.x() - self.width(), place.y())
        self.show()
        self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_PageDown: _SHOWN,
                Qt.Key.Key_PageUp: -_SHOWN,
            }
            step = steps.get(Qt.Key(event.key()))
            if step and self._found:
                row = min(max(self.list.currentRow() + step, 0), len(self._found) - 1)
                self.list.setCurrentRow(row)
                return True
        return super().eventFilter(watched, event)

    def _search(self, typed: str) -> None:
        self._found = matching(self._entries, typed)
        self.list.clear()
        for place, entry in enumerate(self._found):
            item = QListWidgetItem(icons.icon(entry.icon), entry.text)
            item.setData(_NOTE, entry.note)
            item.setData(_PLACE, place)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.text} {entry.note}")
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(self._found))
        self.nothing.setVisible(not self._found)
        rows = min(max(len(self._found), 1), _SHOWN)
        self.list.setFixedHeight(rows * theme.px(_EntryDelegate.HEIGHT) + theme.px(2))
        self.adjustSize()

    def _run(self) -> None:
        row = self.list.currentRow()
        if not 0 <= row < len(self._found):
            return
        run = self._found[row].run
        self.close()
        if self._came_from is not None:
            self._came_from.setFocus()  # what is typed goes to where the person was
        run()


class _EntryDelegate(QStyledItemDelegate):
    HEIGHT = 32

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, theme.px(self.HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        painter.save()
        painter.setFont(theme.font(12))
        painter.setPen(option.palette.placeholderText().color())
        field = option.rect.adjusted(0, 0, -theme.px(12), 0)
        painter.drawText(
            field,
            int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
            str(index.data(_NOTE) or ""),
        )
        painter.restore()
