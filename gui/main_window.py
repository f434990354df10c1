"""The window: composes navigation, context, pages, panel and status, and decides nothing itself."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from gui import theme
from gui.context_bar import ContextBar
from gui.handlers import Handlers
from gui.menu import Commands
from gui.navigation import Navigation
from gui.notice_bar import NoticeBar
from gui.page_area import PageArea
from gui.pages import entry as page_entry
from gui.pages.page import EmptyState
from gui.search_box import SearchBox
from gui.session import Session
from gui.status_bar import StatusBar
from gui.widgets.action_button import ActionButton

if TYPE_CHECKING:
    from gui.pedigree_panel import PedigreePanel

_EARLY = "beranda"
"""The page that needs nothing heavy and is there at once."""


class MainWindow(QMainWindow):
    """One window on one session. Until :meth:`set_ready`, pages other than the first are a promise."""

    def __init__(self, session: Session, parent: QWidget | None = None, *, ready: bool = True) -> None:
        super().__init__(parent)
        self.session = session
        self._is_ready = False
        self._pages: dict[str, QWidget] = {}
        self.panel: PedigreePanel | None = None
        self.setObjectName("mainWindow")
        self.setAcceptDrops(True)
        self.handlers = Handlers(session, self)
        self.commands = Commands(session, self.handlers, self)
        self._make_menu()
        self._compose()
        self._connect()
        self._name_window()
        self._show_page(session.page)
        self.resize(theme.px(1280), theme.px(800))
        self.navigation.item(session.page).setFocus()
        if ready:
            self.set_ready()

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

    def _make_menu(self) -> None:
        bar = self.menuBar()
        bar.setNativeMenuBar(False)
        bar.setFixedHeight(theme.px(32))
        self.commands.fill(bar)
        self.search_box = SearchBox(self.commands["palette"])
        bar.setCornerWidget(self.search_box, Qt.Corner.TopRightCorner)

    def _compose(self) -> None:
        self.navigation = Navigation(self.session)
        self.context_bar = ContextBar(self.session)
        self.area = PageArea()
        self.area.setObjectName("pageArea")
        self.status = StatusBar(self.session)
        for identifier, icon in (("panel", "panel-right"), ("print", "printer")):
            self.context_bar.add_button(ActionButton(self.commands[identifier], icon))
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.context_bar)
        right.addWidget(self.area, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.navigation)
        middle.addLayout(right, 1)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self.status)
        self.notices = NoticeBar(self.session, self.area, centre)
        self.setCentralWidget(centre)

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
        if self._is_ready or identifier == _EARLY:
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
        before = self.area.stack.currentWidget()
        self.area.stack.setCurrentWidget(widget)
        if isinstance(before, EmptyState) and before is not widget:
            self.area.stack.removeWidget(before)
            before.deleteLater()

    def _name_window(self) -> None:
        name = self.session.name
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
        palette.open_below(box.mapToGlobal(QPoint(box.width(), box.height() + theme.px(4))))

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.notices.isVisible():
            self.notices.dismiss()
        elif self.area.is_open:
            self._set_panel_open(False)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.handlers.open_paths(_dropped(event))

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.handlers.may_leave():
            event.ignore()
            return
        if self.session.settings:
            self.session.settings.geometry = bytes(self.saveGeometry().data())
        super().closeEvent(event)


def _dropped(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def _focus_first(pane: QWidget) -> bool:
    """Focus the first widget of *pane* that Tab would reach."""
    for widget in pane.findChildren(QWidget):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and widget.isVisible() and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
    return False
