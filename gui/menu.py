"""The menu bar and every QAction, made from the list in gui.actions."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from gui import actions, icons
from gui.actions import ACTIONS, Action
from gui.handlers import Handlers
from gui.pages import entry as page_entry
from gui.session import Session
from gui.titles import MENUS
from model.regions import regencies, region_name

if TYPE_CHECKING:
    from gui.palette import Entry


class Commands(QObject):
    """The actions of one window: made once, shown in the menu, the palette and on buttons."""

    def __init__(self, session: Session, handlers: Handlers, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._handlers = handlers
        self._made: dict[str, QAction] = {}
        choices: dict[str, QActionGroup] = {}
        for entry in ACTIONS:
            made = self._make(entry, window)
            if entry.choice:
                made.setCheckable(True)
                choices.setdefault(entry.choice, QActionGroup(self)).addAction(made)
            self._made[entry.id] = made
        session.book_changed.connect(self.refresh)
        session.task_changed.connect(self.refresh)
        session.page_changed.connect(self.refresh)
        session.action_wanted.connect(self.trigger)
        self.refresh()

    def __getitem__(self, identifier: str) -> QAction:
        return self._made[identifier]

    @Slot()
    def refresh(self) -> None:
        """Enable what can be asked for just now, and check what holds."""
        satisfied = {
            "": True,
            "book": self._session.book is not None,
            "context": self._session.book is not None and page_entry(self._session.page).obeys_context,
            "files": self._session.is_reviewable,
            "undo": self._session.can_undo_import,
            "task": any(task.label and not task.must_finish for task in self._session.tasks.running),
        }
        settings = self._session.settings
        holding = {"theme": f"theme_{self._handlers.theme}", "language": f"language_{self._session.language}"}
        for entry in ACTIONS:
            is_fixed = bool(entry.setting and settings and settings.is_fixed(entry.setting))
            self._made[entry.id].setEnabled(satisfied[entry.needs] and not is_fixed)
            if entry.choice:
                self._made[entry.id].setChecked(holding[entry.choice] == entry.id)
        self._made["software_rendering"].setChecked(bool(settings and settings.software_rendering))

    def trigger(self, identifier: str) -> None:
        """Do an action, as if it had been chosen from the menu."""
        self._made[identifier].trigger()

    def fill(self, bar: QMenuBar) -> None:
        """Put every menu into *bar*."""
        for menu_id, title in MENUS.items():
            menu = bar.addMenu(actions.translated(title))
            menu.setObjectName(f"menu_{menu_id}")
            self._fill_menu(menu, [entry for entry in ACTIONS if entry.menu == menu_id])

    def palette_entries(self) -> "list[Entry]":
        """Return what the palette offers: actions that are enabled, then the regions of the book."""
        return [*self._action_entries(), *self._region_entries()]

    def _action_entries(self) -> "Iterator[Entry]":
        from gui.palette import Entry

        for entry in ACTIONS:
            made = self._made[entry.id]
            if made.isEnabled() and entry.id != "palette":
                where = actions.translated(entry.submenu) if entry.submenu else ""
                text = f"{where}: {entry.text}" if where else entry.text
                yield Entry(text, entry.keys, entry.icon or "chevron-right", made.trigger)

    def _region_entries(self) -> "Iterator[Entry]":
        from gui.palette import Entry

        book = self._session.book
        if book is None or not book.province:
            return
        note = self.tr("wilayah")
        names = [("", region_name(book.province)), *((r.code, r.name) for r in regencies(book.province))]
        for code, name in names:
            yield Entry(name, note, "map-pin", _Chosen(self._handlers, code))

    def _make(self, entry: Action, window: QWidget) -> QAction:
        made = QAction(entry.text, window)
        made.setObjectName(f"action_{entry.id}")
        made.setToolTip(entry.tooltip)
        made.setStatusTip(entry.tooltip)
        made.setData(entry.id)
        made.setCheckable(entry.checkable)
        if entry.icon and not (entry.choice or entry.checkable):  # those show a tick in its place
            made.setIcon(icons.icon(entry.icon))
        if entry.typed:
            made.setText(f"{entry.text}\t{entry.keys}")
        elif entry.shortcut:
            made.setShortcuts(_key_sequences(entry.shortcut))
            made.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        window.addAction(made)
        made.triggered.connect(self._trigger)
        return made

    def _fill_menu(self, menu: QMenu, entries: list[Action]) -> None:
        group = entries[0].group
        submenus: dict[str, QMenu] = {}
        for entry in entries:
            if entry.group != group:
                menu.addSeparator()
                group = entry.group
            if entry.submenu:
                if entry.submenu not in submenus:
                    submenus[entry.submenu] = menu.addMenu(actions.translated(entry.submenu))
                submenus[entry.submenu].addAction(self._made[entry.id])
            else:
                menu.addAction(self._made[entry.id])

    @Slot()
    def _trigger(self) -> None:
        sender = self.sender()
        assert isinstance(sender, QAction)
        entry = actions.action(str(sender.data()))
        getattr(self._handlers, entry.callback)(*entry.arguments)


class _Chosen:
    """Chooses a region when called."""

    def __init__(self, handlers: Handlers, code: str) -> None:
        self._handlers, self._code = handlers, code

    def __call__(self) -> None:
        self._handlers.choose_region(self._code)


def _key_sequences(shortcut: str) -> list[QKeySequence]:
    # Ctrl and the key of "+", which on most keyboards is "=" without Shift.
    keys = [shortcut, "Ctrl+="] if shortcut == "Ctrl++" else [shortcut]
    return [QKeySequence(key) for key in keys]
