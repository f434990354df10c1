"""One start in a process of its own: prints the milliseconds from the start to the first paint.

python tests/bench/first_paint.py empty|program BEGAN, where BEGAN is the time that the parent saw.
"""

import sys
import time


def main(what: str, began: float) -> int:
    """Show one window and leave with its first paint."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Paint and watched is window:
                QTimer.singleShot(0, painted)
            return False

    def painted() -> None:
        print((time.monotonic() - began) * 1000, flush=True)
        # Without waiting for what the program loads behind its window.
        import os

        os._exit(0)

    if what == "empty":
        app = QApplication([])
        window: QMainWindow = QMainWindow()
        window.resize(1280, 800)
        show = window.show
    else:
        from gui.app import Program, make_application
        from gui.settings import in_memory

        app = make_application()
        program = Program(app, in_memory(sys.argv[3]))
        window = program.window

        def show() -> None:
            program.show([])

    watch = Watch()
    window.installEventFilter(watch)
    show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], float(sys.argv[2])))
