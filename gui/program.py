"""The running program in two steps: the window's frame is painted first; its parts come after that.

The parts are made on the GUI thread, in pieces that are each a moment; the libraries are imported off it.
"""

from collections.abc import Generator, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from gui import theme
from gui.main_window import FIRST, MainWindow
from gui.settings import Settings
from gui.warming import warm_up
from resources import FOLDER

if TYPE_CHECKING:
    from gui.crash_dialog import CrashDialog
    from gui.session import Session

_SESSION: Final = ("model.periods", "model.wording", "gui.opening", "gui.session")
"""What the session is made of, in steps that are each a moment."""
_NO_PAINT: Final = 3000
"""Milliseconds after which the rest begins without a paint: a window that starts minimised has none."""
_ASK_AGAIN: Final = 300
"""Milliseconds between two looks whether a question is still open."""

_WIDE, _HIGH, _SHARE = 1440, 900, 0.94
"""The first size of the window, and how much of a smaller screen it takes."""


class Program(QObject):
    """The running program: one session, and a window on it that is built anew when its look changes.

    It is complete some moments after :meth:`show`; whoever asks for its session or window before that
    gets them at once.
    """

    first_painted = Signal()
    """The frame of the window is there; what can wait for that may begin."""
    composed = Signal()
    """Every part of the window is there, and can be asked for."""
    warmed = Signal()
    """Everything heavy is imported."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._handed: list[Path] = []
        self._is_warm = False
        self._crash: CrashDialog | None = None
        self._files: list[Path] = []
        self._old: list[MainWindow] = []
        self._session: Session | None = None
        self._is_painted = self._is_complete = False
        self.painted_after: int | None = None
        """Age of the process at the first paint, in milliseconds; None where the system does not tell."""
        theme.begin(app, _first_theme(app, settings.theme), settings.zoom)
        self._window = MainWindow()
        self._place_window()
        self._pieces = self._make_pieces()
        self._no_paint = QTimer(self)
        self._no_paint.setSingleShot(True)
        self._no_paint.timeout.connect(self._after_first_paint)

    @property
    def session(self) -> "Session":
        """The state of the program."""
        self.finish()
        assert self._session is not None
        return self._session

    @property
    def window(self) -> MainWindow:
        """The window as it is now: another language or theme builds it anew."""
        self.finish()
        return self._window

    @property
    def frame(self) -> MainWindow:
        """The window as far as it is there: perhaps without its parts."""
        return self._window

    def finish(self) -> None:
        """Make what is still missing of the session and the window."""
        while self._advance():
            pass

    def show(self, files: Sequence[str]) -> None:
        """Show the window; after its first paint, load the rest and open *files*."""
        self._files = [Path(name) for name in files]
        self._window.installEventFilter(self)
        self._window.show()
        self._no_paint.start(_NO_PAINT)

    def take_over(self, files: list[str]) -> None:
        """Come to the front and open *files*, as a later start of the program wants it."""
        window = self.window
        window.setWindowState(window.windowState() & ~QtCore.Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()
        self._app.alert(window)  # where the system lets nobody come to the front
        self._handed = [Path(name) for name in files] or self._handed
        self._open_handed()

    def show_crash(self, report: str) -> None:
        """Show a crash report; while one is open, further ones are added to it."""
        from gui.crash_dialog import CrashDialog  # not before it is needed

        if self._crash is not None:
            self._crash.add(report)
            return
        self._crash = CrashDialog(report, self._window)
        self._crash.finished.connect(self._crash_seen)
        self._crash.quit_wanted.connect(self._app.quit)
        self._crash.open()

    def dismantle(self) -> None:
        """Stop all work and take the window apart, before Python's garbage collector does it in any order."""
        self._no_paint.stop()
        self._pieces.close()
        if self._session is not None:
            self._session.close()
        self._bury()
        self._end(self._window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._after_first_paint)
        return False

    # ---- inside

    def _open_handed(self) -> None:
        if self._app.activeModalWidget() is not None:
            QTimer.singleShot(_ASK_AGAIN, self, self._open_handed)  # an open question comes first
        elif self._handed:
            files, self._handed = self._handed, []
            self.window.handlers.open_paths(files)

    def _after_first_paint(self) -> None:
        self._no_paint.stop()
        if not self._is_painted:
            from gui.process_age import milliseconds_since_start

            self._is_painted = True
            self.painted_after = milliseconds_since_start()
            self._show_names()
            self.first_painted.emit()
            QTimer.singleShot(0, self, self._next_piece)

    def _show_names(self) -> None:
        if not self._is_complete:
            from gui import i18n

            i18n.install(self._app, self._settings.language)
            theme.set_type(self._app)
            self._window.show_names(FIRST)

    def _next_piece(self) -> None:
        if not self._window.isVisible():
            return  # closed before it was complete
        if self._advance():
            QTimer.singleShot(0, self, self._next_piece)
            return
        self.session.run(warm_up, self._warmed)
        if self._files:
            self.session.open_files(self._files)

    def _advance(self) -> bool:
        """Make the next piece; False when there is none left."""
        try:
            is_left = next(self._pieces, self._pieces) is None
        except BaseException:
            self._is_complete = True  # as far as it will ever be
            raise
        if not is_left and not self._is_complete:
            self._is_complete = True
            self.composed.emit()
        return is_left

    def _make_pieces(self) -> Generator[None, None, None]:
        """Make session and parts; between two pieces the window can answer."""
        self._dress()
        yield
        from PySide6.QtGui import QIcon

        self._app.setWindowIcon(QIcon(str(FOLDER / "icons" / "app.svg")))
        yield
        for name in _SESSION:
            import_module(name)
            yield
        from gui.session import Session

        self._session = Session(self._settings, self)
        self._session.appearance_changed.connect(self._schedule_rebuild)
        self._app.styleHints().colorSchemeChanged.connect(self._follow_system)
        stages = self._window.stages(self._session)
        next(stages)
        self._app.setApplicationDisplayName(
            self._window.program_name
        )  # the system adds it to every later title
        yield from stages

    def _crash_seen(self) -> None:
        self._crash = None

    def _warmed(self, loaded: int) -> None:
        self._is_warm = True
        self._window.set_ready()
        self.session.imports.warm_up()
        self.warmed.emit()

    def _dress(self) -> None:
        from gui import i18n

        i18n.install(self._app, self._session.language if self._session else self._settings.language)
        theme.apply(self._app, _chosen_theme(self._app, self._settings.theme), self._settings.zoom)

    def _place_window(self) -> None:
        if self._settings.geometry:
            self._window.restoreGeometry(self._settings.geometry)
        else:
            room = self._app.primaryScreen().availableSize()
            wide, high = round(room.width() * _SHARE), round(room.height() * _SHARE)
            self._window.resize(min(wide, theme.px(_WIDE)), min(high, theme.px(_HIGH)))

    def _follow_system(self) -> None:
        if self._settings.theme == "system":
            self._schedule_rebuild()

    def _schedule_rebuild(self) -> None:
        # The wish comes from a menu of the window that is about to go.
        QTimer.singleShot(0, self, self._rebuild)

    def _rebuild(self) -> None:
        if self._app.activeModalWidget() is not None:
            QTimer.singleShot(_ASK_AGAIN, self, self._rebuild)  # its dialog would go with the old window
            return
        old = self._window
        geometry, panel_open, state = old.saveGeometry(), old.area.is_open, old.windowState()
        self._dress()
        self._window = MainWindow(self.session, ready=self._is_warm)
        self._window.restoreGeometry(geometry)
        self._window.setWindowState(state)
        if panel_open:
            self._window.handlers.toggle_panel()
        self._window.show()
        self._window.activateWindow()
        old.hide()
        self._old.append(old)
        QTimer.singleShot(0, self, self._bury)

    def _bury(self) -> None:
        while self._old:
            self._end(self._old.pop())

    def _end(self, window: MainWindow) -> None:
        """Destroy *window* here and now: not at some later event, with half of its objects gone before."""
        import shiboken6
        from PySide6.QtWidgets import QDialog

        from gui.garbage import none_collected

        window.hide()
        for dialog in window.findChildren(QDialog):
            dialog.close()
        with none_collected():
            shiboken6.delete(window)


def _first_theme(app: QApplication, choice: str) -> theme.Theme:
    """Return the theme before anything else of Qt is loaded; the system's is told by its window's ground."""
    if choice == "system":
        return theme.DARK if theme.is_dark(app) else theme.LIGHT
    return theme.DARK if choice == "dark" else theme.LIGHT


def _chosen_theme(app: QApplication, choice: str) -> theme.Theme:
    if choice == "system":
        is_dark = app.styleHints().colorScheme() == QtCore.Qt.ColorScheme.Dark
        return theme.DARK if is_dark else theme.LIGHT
    return theme.DARK if choice == "dark" else theme.LIGHT
