"""A life of the window with a watch on its event loop; prints what was seen as JSON in its last line."""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QTimer

from gui.app import Program, make_application
from gui.pages import PAGES
from gui.settings import in_memory
from tests.bench.workbooks import long_book, small_table

LONG = min(int(os.environ.get("BENCH_ROWS", "1000000")), 100_000)
TICK = 5
QUIET = 120


class Watch(QObject):
    """The longest gap between two ticks of the event loop, in milliseconds above a tick."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def restart(self) -> None:
        """Forget what was seen."""
        self.longest, self._last = 0.0, time.perf_counter()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000 - TICK)
        self._last = now


def settle(program: Program) -> float:
    """Let the loop run until nothing has been running for a while; the moment when it became so."""
    loop, idle_since = QEventLoop(), time.perf_counter()

    def look() -> None:
        nonlocal idle_since
        now = time.perf_counter()
        # Whoever asks for the session gets all parts of the window at once.
        if not program.frame.is_composed or program.session.tasks.running:
            idle_since = now
        elif (now - idle_since) * 1000 > QUIET:
            loop.quit()

    poll = QTimer(interval=2)
    poll.timeout.connect(look)
    poll.start()
    loop.exec()
    return idle_since


def main(folder: Path) -> int:
    """Start, open, turn every page, open a long book; print stalls and times."""
    app = make_application()
    settings = in_memory(str(folder / "settings.ini"))
    settings.province = "62"
    program, watch, stalls = Program(app, settings), Watch(), {}

    def watched(name: str, work: Callable[[], object]) -> float:
        watch.restart()
        began = time.perf_counter()
        work()
        ended = settle(program)
        stalls[name] = watch.longest
        return (ended - began) * 1000

    watched("start, its parts and what the pages need", lambda: program.show([]))
    summary = watched("opening the sample", program.session.open_sample)
    for page in PAGES:
        watched(f"first visit of {page.label}", lambda page=page: program.session.show_page(page.id))  # type: ignore[misc]
    program.session.show_page("cakupan")
    path = small_table(folder / "kecil.xlsx")
    small = watched("opening a small workbook", lambda: program.session.open_files([path]))
    path = long_book(folder / "panjang.xlsx", LONG)
    watched(f"reading a book of {LONG:,} rows", lambda: program.session.open_files([path]))
    program.session.close()
    print(json.dumps({"small": small, "summary": summary, "stalls": stalls}))
    return 0


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        sys.exit(main(Path(home)))
