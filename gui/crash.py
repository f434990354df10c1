"""What happens when the program has a fault: every path that an exception can leave by ends here.

The report is made to be sent to whoever maintains the program. It holds versions and the way
through the code, and nothing about persons: paths, long numbers and whatever an error quotes are taken out.
"""

import faulthandler
import re
import sys
import traceback
from collections import deque
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)

from gui.tasks import watch_threads
from gui.version import program_version

if TYPE_CHECKING:
    from gui.log import Log

_PROGRAM: Final = Path(__file__).resolve().parent.parent
_SITE: Final = "site-packages"
_PATH: Final = re.compile(r"""(?:[A-Za-z]:\\|\\\\|/)[^\s"'<>|:]*[\\/][^\s"'<>|:]*""")
_LONG_NUMBER: Final = re.compile(r"\d[\d .-]{7,}\d")
_QUOTED: Final = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"|“[^”\n]*”")
_NAME: Final = re.compile(r"[A-Za-z_][\w.]*(?:\(\))?")
"""A name of the code; nobody's name has a place in an error about code."""
_KEPT: Final = 20
_QT_LEVELS: Final = {
    QtMsgType.QtWarningMsg: "warning",
    QtMsgType.QtCriticalMsg: "critical",
    QtMsgType.QtFatalMsg: "fatal",
}


class CrashReporter(QObject):
    """Takes every uncaught exception, from any thread, and hands its report to the GUI thread."""

    crashed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._qt_messages: deque[str] = deque(maxlen=_KEPT)
        self._log: Log | None = None

    def install(self, show: Callable[[str], None], log: "Log | None" = None) -> None:
        """Take over Python's hooks and Qt's messages; *show* gets each report on the GUI thread.

        Everything goes into *log* as well, which is then the one that watches for native faults.
        """
        self._log = log
        self.crashed.connect(show, Qt.ConnectionType.QueuedConnection)
        sys.excepthook = self.report
        sys.unraisablehook = self._unraisable
        watch_threads(self.report)
        qInstallMessageHandler(self._message)
        if log is None and sys.stderr is not None:  # a windowed program on Windows has none
            faulthandler.enable()

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Make the report of an exception; Ctrl+C in a terminal just ends the program."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = crash_report(error, trace, tuple(self._qt_messages))
        if sys.stderr is not None:
            sys.stderr.write(text)
        if self._log is not None:
            self._log.fault(text)
        self.crashed.emit(text)

    def _unraisable(self, found: "sys.UnraisableHookArgs") -> None:
        if found.exc_value is not None:
            self.report(found.exc_type, found.exc_value, found.exc_traceback)

    def _message(self, level: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if name := _QT_LEVELS.get(level):
            line = f"Qt {name}: {without_persons(message)}"
            self._qt_messages.append(line)
            if self._log is not None:
                self._log.write("warning", line)
            if sys.stderr is not None:
                sys.stderr.write(line + "\n")


def crash_report(error: BaseException, trace: TracebackType | None, qt_messages: tuple[str, ...] = ()) -> str:
    """Return the report of *error*: versions, the way through the code, what it said, Qt's last words."""
    import platform  # slow to load, and with luck never needed

    frames = [
        f"  {_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)
    ]
    said = _said(error, trace)
    lines = [
        f"Cakupan {program_version()}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} {platform.release()}"
        f" ({platform.machine()})",
        "",
        *frames,
        f"{type(error).__name__}: {said}" if said else type(error).__name__,
        *(["", *qt_messages] if qt_messages else []),
    ]
    return "\n".join(lines) + "\n"


def without_persons(text: str) -> str:
    """Return *text* without file paths and without numbers as long as those of persons."""
    return _LONG_NUMBER.sub("<angka>", _PATH.sub("<berkas>", text))


def _said(error: BaseException, trace: TracebackType | None) -> str:
    """What an error said, without what it quotes: that may be a cell of somebody's file.

    Of a library's own error about a value nothing is left but its kind and the way to it.
    """
    about_code = isinstance(error, AttributeError | NameError | ImportError | TypeError)
    way = traceback.extract_tb(trace)
    if (
        way
        and not about_code
        and not _is_own(way[-1].filename)
        and not isinstance(error, OSError | RuntimeError)
    ):
        return ""
    text = without_persons(str(error))
    return _QUOTED.sub(
        lambda found: found[0] if about_code and _NAME.fullmatch(found[0][1:-1]) else "<teks>", text
    )


def _is_own(filename: str) -> bool:
    path = Path(filename)
    return path.is_relative_to(_PROGRAM) and _SITE not in path.parts


def _place(filename: str) -> str:
    """A file of the program by its place in it, any other by its place in its package."""
    path = Path(filename)
    if _is_own(filename):
        return path.relative_to(_PROGRAM).as_posix()
    if _SITE in path.parts:
        return "/".join(path.parts[path.parts.index(_SITE) + 1 :])
    return path.name
