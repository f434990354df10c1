"""How long a start takes: to the first paint of an empty window, and of ours, by the same clock."""

import re
import subprocess
import time
from pathlib import Path
from typing import Final

from winbuild import wine
from winsmoke.outcome import Findings
from winsmoke.screen import wait_for, wait_until_drawn
from winsmoke.shims import OVERRIDES

TIMES: Final = 3
"""The first start finds nothing in the system's memory, the others everything."""
_PATIENCE: Final = 120
_EMPTY: Final = """
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
from gui.process_age import milliseconds_since_start
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self.tell)
        return False
    def tell(self):
        print(milliseconds_since_start(), flush=True)
        app.quit()
app, window, watch = QApplication([]), QMainWindow(), Watch()
window.resize(1440, 900)
window.installEventFilter(watch)
window.show()
app.exec()
"""
_TOLD: Final = re.compile(
    r"begins: [^\n]*first paint (\d+) ms, (\d+) ms after the start(?:(?!begins: ).)*?ready, (\d+) ms",
    re.DOTALL,
)


def told_starts(log: str) -> list[tuple[int, int, int]]:
    """Return first paint, complete window and all loaded, in ms, of each start in the text of a log."""
    found = _TOLD.findall(log)
    return [(int(painted), int(complete), int(ready)) for painted, complete, ready in found]


def run_start(prefix: Path, display: str, program: Path, folder: Path, findings: Findings) -> None:
    """Start an empty window and the program below *program* in turn; a picture goes into *folder*."""
    environment = wine.environment(prefix, display=display, overrides=OVERRIDES)
    python = ["wine", str(program / "python.exe"), "-X", "utf8", "-I", "-B", "-c", _EMPTY]
    log, empty = _log(prefix), []
    for number in range(1, TIMES + 1):
        told = wine.run(python, environment, seconds=_PATIENCE).stdout.strip()
        findings.expect(f"an empty window is painted ({number})", told.isdigit(), told)
        empty += [int(told)] if told.isdigit() else []
        _start_once(program, environment, log, number, display, folder, findings)
    starts = told_starts(_read(log))
    findings.expect(f"the log tells {TIMES} first paints", len(starts) == TIMES)
    findings.note(f"ms to the first paint of an empty window: {', '.join(map(str, empty))}")
    for place, name in enumerate(("first paint", "complete window", "all loaded") if starts else ()):
        taken = [start[place] for start in starts]
        ratio = f"; at best {min(taken) / min(empty):.2f} x an empty one" if empty else ""
        findings.note(f"ms to ours, {name}: {', '.join(map(str, taken))}{ratio}")


def _start_once(
    program: Path,
    environment: dict[str, str],
    log: Path,
    number: int,
    display: str,
    folder: Path,
    findings: Findings,
) -> None:
    nothing = subprocess.DEVNULL
    started = subprocess.Popen(
        ["wine", str(program / "Cakupan.exe")], env=environment, stdin=nothing, stdout=nothing, stderr=nothing
    )
    ready = wait_for(lambda: _read(log).count(" ready, ") >= number, _PATIENCE)
    findings.expect(f"start {number} is told by the log", ready is not None)
    if number == TIMES:
        drawn = wait_until_drawn(display, folder / "started.png", 60, least=25_000)
        findings.expect("the window is drawn", drawn)
    wine.run(["wine", "taskkill", "/im", "Cakupan.exe"], environment, seconds=60)
    ended = wait_for(lambda: started.poll() is not None, 40)
    findings.expect("and closes when it is asked to", ended is not None)
    if ended is None:
        started.kill()
    time.sleep(1)


def _log(prefix: Path) -> Path:
    users = prefix / "drive_c" / "users"
    user = next(path for path in users.iterdir() if path.name != "Public")
    return user / "AppData" / "Local" / "Cakupan" / "catatan" / "cakupan.log"


def _read(log: Path) -> str:
    return log.read_text(encoding="utf-8", errors="replace") if log.is_file() else ""
