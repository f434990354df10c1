"""The window: composes navigation, context, pages, panel and status, and decides nothing itself.

Nothing of its parts is imported with this module: the window is painted first, and they come after that.
"""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6 import QtCore
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.frame import Frame
from gui.skeleton import MENU

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QCloseEvent, QKeyEvent
    from PySide6.QtWidgets import QMenuBar

    from gui.context_bar import ContextBar
    from gui.handlers import Handlers
    from gui.menu import Commands
    from gui.navigation import Navigation
    from gui.notice_bar import NoticeBar
    from gui.page_area import PageArea
    from gui.pedigree_panel import PedigreePanel
    from gui.search_box import SearchBox
    from gui.session import Session
    from gui.status_bar import StatusBar

FIRST: Final = "beranda"
"""The page that needs nothing heavy and is there at once."""
PARTS: Final = (
    "gui.icons", "gui.pages.page", "gui.navigation", "gui.context_bar", "gui.page_area", "gui.status_bar",
    "gui.notice_bar", "gui.pages.beranda", "gui.actions", "gui.dialogs", "gui.leaving", "gui.handlers",
    "gui.menu", "gui.search_box", "gui.widgets.action_button",
)  # fmt: skip
"""What the parts are made of, in steps that are each a moment."""


class MainWindow(Frame):
    """One window on one session. Until :meth:`set_ready`, pages other than the first are a promise.

    Without a *session* it is a frame that shows where its parts will be: :meth:`stages` makes them, and
    what a person does to it before that is done then.
    """

    session: "Session"
    handlers: "Handlers"
    commands: "Commands"
    navigation: "Navigation"
    context_bar: "ContextBar"
    area: "PageArea"
    status: "StatusBar"
    notices: "NoticeBar"
    search_box: "SearchBox"

    def __init__(
        self, session: "Session | None" = None, parent: QWidget | None = None, *, ready: bool = True
    ) -> None:
        super().__init__(parent)
        self._is_ready = False
        self._pages: dict[str, QWidget] = {}
        self.panel: PedigreePanel | None = None
        self.setObjectName("mainWindow")
        if session is None:
            self.setWindowTitle("Cakupan")
            self.show_places()
        else:
            for _ in self.stages(session):
                pass
        self.resize(theme.px(1280), theme.px(800))
        if session is not None and ready:
            self.set_ready()

    def stages(self, session: "Session") -> "Iterator[None]":
        """Make the parts for *session* in pieces; between two of them the window can answer.

        They come into view together with the last one, in the place of the frame's.
        """
        self.session = session
        for name in PARTS:
            import_module(name)
            yield
        centre = QWidget()
        yield from self._compose(centre)
        self._show_page(session.page)
        yield
        self.reveal(self._make_commands(), centre)
        self._connect()
        self._name_window()
        self.navigation.item(session.page).setFocus()
        yield
        self.catch_up(self.navigation, self.menuBar())

    def set_ready(self) -> None:
        """The heavy modules are loaded: show the real page and the panel."""
        from gui.pedigree_panel import PedigreePanel

        self._is_ready = True
        self.panel = PedigreePanel(self.session)
        self.panel.closed.connect(self._close_panel)
        self.area.set_panel(self.panel)
        self._show_page(self.session.page)

    @property
    def page(self) -> QWidget | None:
        """The page in view."""
        return self.area.stack.currentWidget()

    @property
    def program_name(self) -> str:
        """What this run is called in titles."""
        is_safe = self.session.settings is not None and self.session.settings.is_safe
        return self.tr("Cakupan (mode aman)") if is_safe else "Cakupan"

    # ---- composition

    def _compose(self, centre: QWidget) -> "Iterator[None]":
        from gui.context_bar import ContextBar
        from gui.navigation import Navigation
        from gui.notice_bar import NoticeBar
        from gui.page_area import PageArea
        from gui.status_bar import StatusBar

        self.navigation = Navigation(self.session)
        yield
        self.context_bar = ContextBar(self.session)
        yield
        self.status = StatusBar(self.session)
        self.area = PageArea()
        self.area.setObjectName("pageArea")
        self._arrange(centre)
        self.notices = NoticeBar(self.session, self.area, centre)
        yield

    def _arrange(self, centre: QWidget) -> None:
        """Put navigation, context, page and status bar in their places."""
        from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.context_bar)
        right.addWidget(self.area, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.navigation)
        middle.addLayout(right, 1)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self.status)

    def _make_commands(self) -> "QMenuBar":
        """Make everything that can be asked for; all parts are there by then, so that it can be done."""
        from PySide6.QtWidgets import QMenuBar

        from gui.handlers import Handlers
        from gui.menu import Commands
        from gui.search_box import SearchBox
        from gui.widgets.action_button import ActionButton

        self.handlers = Handlers(self.session, self)
        self.commands = Commands(self.session, self.handlers, self)
        bar = QMenuBar()
        bar.setNativeMenuBar(False)
        bar.setFixedHeight(theme.px(MENU))
        self.commands.fill(bar)
        self.search_box = SearchBox(self.commands["palette"])
        bar.setCornerWidget(self.search_box, QtCore.Qt.Corner.TopRightCorner)
        for identifier, icon in (("panel", "panel-right"), ("print", "printer")):
            self.context_bar.add_button(ActionButton(self.commands[identifier], icon))
        return bar

    def _connect(self) -> None:
        session = self.session
        self.navigation.chosen.connect(session.show_page)
        session.page_changed.connect(self._show_page)
        session.book_changed.connect(self._name_window)
        session.origin_wanted.connect(self._open_panel)
        self.handlers.palette_wanted.connect(self._show_palette)
        self.handlers.panel_wanted.connect(self._toggle_panel)
        self.handlers.pane_wanted.connect(self._next_pane)
        self.handlers.search_wanted.connect(self._focus_search)

    # ---- pages

    def _show_page(self, identifier: str) -> None:
        from gui.pages import entry as page_entry
        from gui.pages.page import EmptyState

        self.area.set_whole(not page_entry(identifier).obeys_context)
        if self._is_ready or identifier == FIRST:
            widget = self._pages.get(identifier)
            if widget is None:
                widget = page_entry(identifier).load()(self.session)
                self._pages[identifier] = widget
                self.area.stack.addWidget(widget)
        else:
            widget = EmptyState("loader-circle", self.tr("Sebentar, halaman sedang disiapkan."))
            self.area.stack.addWidget(widget)
        self._drop_promise(widget)

    def _drop_promise(self, widget: QWidget) -> None:
        from gui.pages.page import EmptyState

        before = self.area.stack.currentWidget()
        focus = self.focusWidget()
        has_keyboard = focus is not None and any(
            part is not None and part.isAncestorOf(focus) for part in (before, self.navigation)
        )
        self.area.stack.setCurrentWidget(widget)
        if has_keyboard and before is not widget:
            # Not wherever Qt would go on: what had the keyboard is hidden now.
            self.navigation.item(self.session.page).setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        if isinstance(before, EmptyState) and before is not widget:
            self.area.stack.removeWidget(before)
            before.deleteLater()

    def _name_window(self) -> None:
        name = f"{self.session.name}*" if self.session.is_edited else self.session.name
        program = self.program_name
        self.setWindowTitle(f"{name} - {program}" if name else program)

    # ---- panel, palette, panes

    def _toggle_panel(self) -> None:
        self._set_panel_open(not self.area.is_open)

    def _open_panel(self) -> None:
        self._set_panel_open(True)

    def _close_panel(self) -> None:
        self._set_panel_open(False)

    def _set_panel_open(self, is_open: bool) -> None:  # noqa: FBT001  like setVisible
        self.area.set_open(is_open)
        self.commands["panel"].setChecked(is_open)

    def _show_palette(self) -> None:
        from gui.palette import Palette  # not before it is needed

        palette = Palette(self.commands.palette_entries(), self)
        box = self.search_box
        palette.open_below(box.mapToGlobal(QtCore.QPoint(box.width(), box.height() + theme.px(4))))

    def _next_pane(self) -> None:
        panes = [self.navigation, self.context_bar, self.area.stack, self.status]
        if self.area.is_open and self.panel:
            panes.insert(3, self.panel)
        focus = self.focusWidget()
        here = next((n for n, pane in enumerate(panes) if focus and pane.isAncestorOf(focus)), -1)
        for step in range(1, len(panes) + 1):
            if _focus_first(panes[(here + step) % len(panes)]):
                return

    def _focus_search(self) -> None:
        focus_search = getattr(self.page, "focus_search", None)
        if focus_search is None:
            self._show_palette()
        else:
            focus_search()

    # ---- what Qt asks

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        if not self.is_composed or event.key() != QtCore.Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.notices.isVisible():
            self.notices.dismiss()
        elif self.area.is_open:
            self._set_panel_open(False)

    def take_files(self, paths: list[Path], *, added: bool = False) -> None:
        (self.handlers.import_paths if added else self.handlers.open_paths)(paths)

    def closeEvent(self, event: "QCloseEvent") -> None:
        if self.is_composed:
            if not self.handlers.leaving.may_close():
                event.ignore()
                return
            if self.session.settings:
                self.session.settings.geometry = bytes(self.saveGeometry().data())
        super().closeEvent(event)


def _focus_first(pane: QWidget) -> bool:
    """Focus the first widget of *pane* that Tab would reach."""
    for widget in pane.findChildren(QWidget):
        takes = widget.focusPolicy() & QtCore.Qt.FocusPolicy.TabFocus
        if takes and widget.isVisible() and widget.isEnabled():
            widget.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
            return True
    return False
