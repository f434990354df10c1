"""The start: the window first, the heavy libraries after its first paint and off the GUI thread."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QDialog

from gui import i18n, rendering, theme
from gui.crash import CrashReporter
from gui.garbage import Collector, none_collected
from gui.log import Log, data_folder, log_folder
from gui.main_window import MainWindow
from gui.pages import PAGES
from gui.policy import machine_policy
from gui.session import Session
from gui.settings import Settings, own_settings, safe_settings
from model import wording
from model.progress import Report
from resources import FOLDER

HEAVY: Final = (
    "model.excel.read",
    "model.excel.book_file",
    "model.quality",
    "model.trend",
    "model.summary",
    "model.pedigree",
    "model.report.sheet",
    "model.report.pages",
    "gui.pedigree_panel",
    "gui.rotation",
)
"""What opening a book, showing a page and keeping the log will need."""
_ASK_AGAIN: Final = 300
"""Milliseconds between two looks whether a question is still open."""

_WIDE, _HIGH, _SHARE = 1440, 900, 0.94
"""The first size of the window, and how much of a smaller screen it takes."""


if TYPE_CHECKING:
    from gui.crash_dialog import CrashDialog


class Program(QObject):
    """The running program: one session, and a window on it that is built anew when its look changes."""

    first_painted = Signal()
    """The window is there; what can wait for that may begin."""
    warmed = Signal()
    """Everything heavy is imported."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._app = app
        self._handed: list[Path] = []
        self._is_warm = False
        self._crash: CrashDialog | None = None
        self._files: list[Path] = []
        self._old: list[MainWindow] = []
        self.session = Session(settings, self)
        self.session.appearance_changed.connect(self._schedule_rebuild)
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._dress()
        self.window = self._build()

    def show(self, files: Sequence[str]) -> None:
        """Show the window; after its first paint, load the rest and open *files*."""
        self._files = [Path(name) for name in files]
        self.window.installEventFilter(self)
        self.window.show()

    def take_over(self, files: list[str]) -> None:
        """Come to the front and open *files*, as a later start of the program wants it."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()
        self._app.alert(self.window)  # where the system lets nobody come to the front
        self._handed = [Path(name) for name in files] or self._handed
        self._open_handed()

    def show_crash(self, report: str) -> None:
        """Show a crash report; while one is open, further ones are added to it."""
        from gui.crash_dialog import CrashDialog  # not before it is needed

        if self._crash is not None:
            self._crash.add(report)
            return
        self._crash = CrashDialog(report, self.window)
        self._crash.finished.connect(self._crash_seen)
        self._crash.quit_wanted.connect(self._app.quit)
        self._crash.open()

    def dismantle(self) -> None:
        """Stop all work and take the window apart, before Python's garbage collector does it in any order."""
        self.session.close()
        self._bury()
        self._end(self.window)

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
        self.session.run(warm_up, self._warmed)
        if self._files:
            self.session.open_files(self._files)
        self.first_painted.emit()

    def _crash_seen(self) -> None:
        self._crash = None

    def _warmed(self, loaded: int) -> None:
        self._is_warm = True
        self.window.set_ready()
        self.warmed.emit()

    def _dress(self) -> None:
        settings = self.session.settings
        assert settings is not None
        i18n.install(self._app, self.session.language)
        theme.apply(self._app, _theme_of(settings.theme), settings.zoom)

    def _build(self) -> MainWindow:
        settings = self.session.settings
        window = MainWindow(self.session, ready=self._is_warm)
        if settings and settings.geometry:
            window.restoreGeometry(settings.geometry)
        else:
            room = QGuiApplication.primaryScreen().availableSize() * _SHARE
            window.resize(room.boundedTo(QSize(theme.px(_WIDE), theme.px(_HIGH))))
        return window

    def _follow_system(self) -> None:
        if self.session.settings and self.session.settings.theme == "system":
            self._schedule_rebuild()

    def _schedule_rebuild(self) -> None:
        # The wish comes from a menu of the window that is about to go.
        QTimer.singleShot(0, self, self._rebuild)

    def _rebuild(self) -> None:
        if self._app.activeModalWidget() is not None:
            QTimer.singleShot(_ASK_AGAIN, self, self._rebuild)  # its dialog would go with the old window
            return
        old = self.window
        geometry, panel_open, state = old.saveGeometry(), old.area.is_open, old.windowState()
        self._dress()
        self.window = MainWindow(self.session, ready=self._is_warm)
        self.window.restoreGeometry(geometry)
        self.window.setWindowState(state)
        if panel_open:
            self.window.handlers.toggle_panel()
        self.window.show()
        self.window.activateWindow()
        old.hide()
        self._old.append(old)
        QTimer.singleShot(0, self, self._bury)

    def _bury(self) -> None:
        while self._old:
            self._end(self._old.pop())

    def _end(self, window: MainWindow) -> None:
        """Destroy *window* here and now: not at some later event, with half of its objects gone before."""
        window.hide()
        for dialog in window.findChildren(QDialog):
            dialog.close()
        with none_collected():
            shiboken6.delete(window)


def warm_up(report: Report) -> int:
    """Import everything heavy and read the sentences; returns the number of modules. Runs in a task."""
    for language in wording.LANGUAGES:
        wording.keys(language)
    total = len(HEAVY) + len(PAGES)
    for done, name in enumerate(HEAVY):
        report(done, total)
        import_module(name)
    for done, page in enumerate(PAGES, start=len(HEAVY)):
        report(done, total)
        page.load()
    return total


def make_application(arguments: Sequence[str] = ()) -> QApplication:
    """Return the application with its names and icon; scale factors such as 150 % are kept as they are."""
    policy = Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(policy)
    app = QApplication(list(arguments) or ["cakupan"])
    app.setApplicationName("Cakupan")
    app.setApplicationDisplayName("Cakupan")
    app.setDesktopFileName("cakupan")
    app.setWindowIcon(QIcon(str(FOLDER / "icons" / "app.svg")))
    return app


def run_window(files: Sequence[str] = (), *, safe: bool = False) -> int:
    """Open the window on *files* and return its exit code when it is closed.

    A window that is already open gets the files instead. *safe*: default settings that nothing
    remembers, drawn without the graphics card, and a window of its own.
    """
    from gui.single_instance import own_instance

    policy = machine_policy()
    settings = safe_settings(policy) if safe else own_settings(policy)
    if safe or rendering.wants_software(chosen=settings.software_rendering):
        rendering.use_software()
    app = make_application()
    instance = None if safe else own_instance(data_folder(), app)
    if instance and not instance.claim() and instance.hand_over(files):
        return 0
    log = Log(log_folder())
    reporter = CrashReporter(app)
    collector = Collector()
    program = Program(app, settings)
    app.setApplicationDisplayName(program.window.program_name)  # which the system adds to every title
    reporter.install(program.show_crash, log)
    if instance:
        instance.wanted.connect(program.take_over)

    def painted() -> None:
        from gui.journal import Journal  # the paint is not to wait for it

        journal = Journal(program.session, log)
        program.warmed.connect(journal.ready)
        journal.begin()
        if instance:
            instance.listen()

    program.first_painted.connect(painted)
    program.warmed.connect(log.open)
    program.show(files)
    code = app.exec()
    if instance:
        instance.close()
    program.dismantle()
    collector.end()
    log.end()
    return code


def _theme_of(choice: str) -> theme.Theme:
    if choice == "system":
        scheme = QGuiApplication.styleHints().colorScheme()
        return theme.DARK if scheme == Qt.ColorScheme.Dark else theme.LIGHT
    return theme.DARK if choice == "dark" else theme.LIGHT
