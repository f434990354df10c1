"""One window that opens the sample or files, in a process of its own: prints its memory at rest."""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gui.session import Session

PATIENCE = 120_000
"""Milliseconds after which something hangs."""


def main(settings: str, *files: str) -> int:
    """Open *files*, or the sample, and leave when all is at rest."""
    from PySide6.QtCore import QTimer

    from gui.app import Program, make_application
    from gui.settings import in_memory

    app = make_application()
    program = Program(app, in_memory(settings))
    session = program.session

    def at_rest() -> None:
        if session.book is not None and not session.tasks.running:
            tell_memory()
            app.quit()

    poll = QTimer(app)
    poll.setInterval(300)
    poll.timeout.connect(at_rest)
    program.warmed.connect(lambda: open_in(session, files))
    program.warmed.connect(poll.start)
    QTimer.singleShot(PATIENCE, app, lambda: app.exit(1))
    program.show([])
    code = app.exec()
    program.dismantle()
    return code


def open_in(session: "Session", files: Sequence[str]) -> None:
    """Open *files*, the sample without any."""
    if files:
        session.open_files([Path(name) for name in files])
    else:
        session.open_sample()


def tell_memory() -> None:
    """Print the memory of this process, and of it with its children."""
    from tests.bench.bench_memory import together

    print(json.dumps({"window": megabytes(), "together": together(os.getpid())}), flush=True)


def megabytes() -> float:
    """Return the memory that this process holds, the libraries that it shares with others included."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
