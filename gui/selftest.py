"""The self-test: the real window on the sample, page by page, with pictures, a sheet and a report."""

import json
import os
import platform
import sys
import time
from collections.abc import Callable
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final, TypedDict

from PySide6.QtCore import QEventLoop, QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler, qVersion
from PySide6.QtWidgets import QApplication

from gui import i18n, theme
from gui.app import make_application, warm_up
from gui.main_window import MainWindow
from gui.pages import PAGES
from gui.session import Session
from gui.settings import in_memory
from gui.version import program_version
from model.atomic_write import write_atomically
from model.progress import silent

PATIENCE: Final = 60_000
"""Milliseconds that one step may take on a slow PC."""

_LIBRARIES: Final = (
    "PySide6-Essentials",
    "pandas",
    "numpy",
    "python-calamine",
    "openpyxl",
    "pyqtgraph",
    "typst",
)
_OFFICE_TABLE: Final = """\
Peserta aktif per 31 Maret 2025
Kabupaten/Kota,Peserta Aktif
Kabupaten Kapuas,1200
Kabupaten Katingan,800
Kota Palangka Raya,4200
"""
"""Made up; three figures."""
_SMALLEST_PICTURE: Final = 40
"""Colours that a drawn page has at least; an empty one has a handful."""


class Check(TypedDict):
    """One thing that was tried."""

    name: str
    ok: bool
    ms: int
    detail: str


class Report(TypedDict):
    """What ``selftest.json`` holds."""

    program: str
    platform: str
    qt_platform: str
    versions: dict[str, str]
    checks: list[Check]
    files: list[str]
    ok: bool


class SelfTest:
    """Runs every check once and writes pictures, sheet and report into *folder*."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._checks: list[Check] = []
        self._files: list[str] = []
        self._unreadable: list[str] = []
        existing = QApplication.instance()
        self._app = existing if isinstance(existing, QApplication) else make_application()
        # Settings of its own: a test must neither use nor change those of the person at this PC.
        self._session = Session(in_memory(str(folder / "settings.ini")))
        self._window: MainWindow | None = None

    def run(self) -> Report:
        """Return the report after everything was tried; a failed check never stops the others."""
        self._check("start", self._start)
        self._check("open_sample", self._open_sample)
        for page in PAGES:
            self._check(f"page_{page.id}", partial(self._draw, page.id))
        self._check("summary_sheet", self._write_sheet)
        self._check("office_table", self._read_office_table)
        self._check("close", self._close)
        report = self._report()
        text = json.dumps(report, ensure_ascii=False, indent=1)
        write_atomically(self._folder / "selftest.json", text.encode())
        return report

    def _check(self, name: str, step: Callable[[], str]) -> None:
        begun = time.perf_counter()
        try:
            detail, ok = step(), True
        except Exception as error:  # whatever goes wrong is what this command is there to tell
            detail, ok = f"{type(error).__name__}: {error}", False
        took = round((time.perf_counter() - begun) * 1000)
        self._checks.append(Check(name=name, ok=ok, ms=took, detail=detail))

    def _start(self) -> str:
        # Qt drops a style sheet that it cannot read with no more than a line in its log.
        previous = qInstallMessageHandler(self._hear)
        i18n.install(self._app, "id")
        theme.apply(self._app, theme.LIGHT)
        self._window = MainWindow(self._session, ready=False)
        self._window.resize(1440, 900)
        self._window.show()
        qInstallMessageHandler(previous)
        self._wait_for_tasks()
        warm_up(silent)
        self._window.set_ready()
        if self._unreadable:
            raise AssertionError(self._unreadable[0])
        return ""

    def _hear(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if "parse" in message:
            self._unreadable.append(message)

    def _open_sample(self) -> str:
        self._session.open_sample()
        self._wait_for_tasks()
        if self._session.book is None:
            raise AssertionError("the sample was not opened")
        row = self._session.region_row()
        if (row.active, row.eligible) != (465_940, 1_009_250):
            raise AssertionError(f"{row.active} / {row.eligible} instead of the published figures")
        return f"{len(self._session.book.observations)} observations"

    def _draw(self, page: str) -> str:
        assert self._window is not None
        self._session.show_page(page)
        self._wait_for_tasks()
        picture = self._window.grab()
        name = f"{page}.png"
        if not picture.save(str(self._folder / name)):
            raise OSError(f"{name} could not be written")
        self._files.append(name)
        image = picture.toImage()
        colours = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
        if len(colours) < _SMALLEST_PICTURE:
            raise AssertionError(f"only {len(colours)} colours: the page looks empty")
        return f"{image.width()} x {image.height()}"

    def _write_sheet(self) -> str:
        from gui.printing.page_pictures import sizes
        from model.report.sheet import sheet_pdf

        pdf = sheet_pdf([self._session.summary()])
        write_atomically(self._folder / "lembar-ringkasan.pdf", pdf)
        self._files.append("lembar-ringkasan.pdf")
        return f"{len(sizes(pdf))} page(s), {len(pdf)} bytes"

    def _read_office_table(self) -> str:
        """Read a table of an office's own: in the child process, which has to run where we are installed."""
        from gui.reading import Reader

        path = self._folder / "tabel-kantor.csv"
        write_atomically(path, _OFFICE_TABLE.encode())
        self._files.append(path.name)
        reader = Reader()
        try:
            found = reader.examine(path)
        finally:
            reader.close()
        active = list(found.book.observations["value"])
        if active != [1200, 800, 4200]:
            raise AssertionError(f"read as {active}")
        return f"{len(active)} figures"

    def _close(self) -> str:
        if self._window is not None:
            self._window.hide()
            self._window.deleteLater()
        self._session.close()
        return ""

    def _wait_for_tasks(self) -> None:
        """Let the event loop run until no task does; TimeoutError after the patience is spent."""
        loop = QEventLoop()
        poll = QTimer(interval=20)
        ends = time.monotonic() + PATIENCE / 1000
        idle_rounds = 0

        def look() -> None:
            nonlocal idle_rounds
            # A task may start another one as it ends, hence twice in a row.
            idle_rounds = 0 if self._session.tasks.running else idle_rounds + 1
            if idle_rounds >= 2 or time.monotonic() > ends:
                loop.quit()

        poll.timeout.connect(look)
        poll.start()
        loop.exec()
        poll.stop()
        if self._session.tasks.running:
            raise TimeoutError("a task did not end")

    def _report(self) -> Report:
        return Report(
            program=program_version(),
            platform=platform.platform(),
            qt_platform=self._app.platformName() or os.environ.get("QT_QPA_PLATFORM", ""),
            versions={"python": sys.version.split()[0], "qt": qVersion(), **_library_versions()},
            checks=self._checks,
            files=sorted(self._files),
            ok=all(check["ok"] for check in self._checks),
        )


def _library_versions() -> dict[str, str]:
    found = {}
    for name in _LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = ""
    return found
