"""Waiting until a window has nothing left to do, without knowing what it is doing."""

from PySide6.QtCore import QEventLoop, QTimer

from gui.session import Session

QUIET = 250
"""Milliseconds without a task after which everything is drawn: one task may start the next."""
PATIENCE = 60_000


def settle(session: Session) -> None:
    """Run the event loop until no task has been running for a while; TimeoutError if that never comes."""
    loop = QEventLoop()
    quiet = QTimer(loop)
    quiet.setSingleShot(True)
    quiet.setInterval(QUIET)
    quiet.timeout.connect(loop.quit)
    patience = QTimer(loop)
    patience.setSingleShot(True)
    patience.setInterval(PATIENCE)
    patience.timeout.connect(loop.quit)

    def follow() -> None:
        if session.tasks.running:
            quiet.stop()
        else:
            quiet.start()

    session.task_changed.connect(follow)
    follow()
    patience.start()
    loop.exec()
    session.task_changed.disconnect(follow)
    if session.tasks.running:
        raise TimeoutError("the window is still busy: " + ", ".join(t.label for t in session.tasks.running))
