"""One start in a process of its own: prints the milliseconds from the start to the first paint.

python -m tests.bench.first_paint empty|frame|shell BEGAN FOLDER, where BEGAN is the time the parent saw,
and FOLDER takes settings and log. "frame" is the program's window as it first appears, "shell" the
complete one: navigation, bars and start page, drawn, and everything in it can be asked for.
"""

import os
import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMenuBar, QWidget

WIDTH, HEIGHT = 1440, 900
"""The first size of the program's window, where the screen is large enough."""


class Painted(QObject):
    """Ends the process when *widget* has been painted, without waiting for what is loaded behind it."""

    def __init__(self, widget: QWidget, began: float) -> None:
        super().__init__()
        self._widget, self._began = widget, began
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint and watched is self._widget:
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        print((time.monotonic() - self._began) * 1000, flush=True)
        os._exit(0)


def empty(began: float) -> int:
    """Show a window with nothing in it."""
    from PySide6.QtWidgets import QMainWindow

    app = QApplication([])
    window = QMainWindow()
    room = app.primaryScreen().availableSize() * 0.94
    window.resize(min(WIDTH, room.width()), min(HEIGHT, room.height()))
    watch = Painted(window, began)
    window.show()
    code = app.exec()
    del watch
    return code


def program(what: str, began: float) -> int:
    """Start the program as its command does, with everything that belongs to a start."""
    from gui import app
    from gui.__main__ import main
    from gui.frame import Frame

    kept: list[Painted] = []
    show, reveal = app.Program.show, Frame.reveal

    def shown(self: app.Program, files: list[str]) -> None:
        show(self, files)
        # After the program's own watch: what that begins after the paint is no part of it.
        kept.append(Painted(self.frame, began))

    def revealed(self: Frame, bar: QMenuBar, centre: QWidget) -> None:
        reveal(self, bar, centre)
        page = next(widget for widget in centre.findChildren(QWidget) if widget.objectName() == "beranda")
        kept.append(Painted(page, began))

    if what == "frame":
        app.Program.show = shown  # type: ignore[assignment, method-assign]
    else:
        Frame.reveal = revealed  # type: ignore[method-assign]
    return main([])


if __name__ == "__main__":
    os.environ.update(XDG_CONFIG_HOME=sys.argv[3], XDG_DATA_HOME=sys.argv[3], XDG_RUNTIME_DIR=sys.argv[3])
    began_at = float(sys.argv[2])
    sys.exit(empty(began_at) if sys.argv[1] == "empty" else program(sys.argv[1], began_at))
