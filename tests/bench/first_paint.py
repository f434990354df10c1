"""One start in a process of its own: prints the milliseconds from the start to the first paint.

python -m tests.bench.first_paint empty|program BEGAN SETTINGS, where BEGAN is the time the parent saw.
"""

import os
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class FirstPaint(QObject):
    """Ends the process with the first paint, without waiting for what is loaded behind the window."""

    def __init__(self, window: QWidget, began: float) -> None:
        super().__init__()
        self._window, self._began = window, began
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint and watched is self._window:
            QTimer.singleShot(0, self._painted)
        return False

    def _painted(self) -> None:
        print((time.monotonic() - self._began) * 1000, flush=True)
        os._exit(0)


def empty() -> tuple[QWidget, Callable[[], None], object]:
    """Return a window with nothing in it, how to show it, and what must be kept."""
    from PySide6.QtWidgets import QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.resize(1280, 800)
    return window, window.show, app


def program(settings: str) -> tuple[QWidget, Callable[[], None], object]:
    """Return the program's window in the same way."""
    from gui.app import Program, make_application
    from gui.settings import in_memory

    app = make_application()
    made = Program(app, in_memory(settings))
    return made.window, lambda: made.show([]), (app, made)


def main(what: str, began: float, settings: str) -> int:
    """Show one window and leave with its first paint."""
    window, show, kept = empty() if what == "empty" else program(settings)
    watch = FirstPaint(window, began)
    show()
    code = QApplication.exec()
    del watch, kept
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], float(sys.argv[2]), sys.argv[3]))
