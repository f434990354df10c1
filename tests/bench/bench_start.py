"""From the start of the process to the first paint, against an empty window."""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.outcome import Outcome

ROOT = Path(__file__).parents[2]
TIMES = 7


def run() -> Iterator[Outcome]:
    """Measure both in turn, so that a busy moment of the machine meets both."""
    taken: dict[str, list[float]] = {"empty": [], "program": []}
    with tempfile.TemporaryDirectory() as folder:
        for what in ("empty", "program"):
            _start(what, folder)  # files into the cache
        for _ in range(TIMES):
            for what, times in taken.items():
                times.append(_start(what, folder))
    empty, program = (statistics.median(taken[what]) for what in ("empty", "program"))
    detail = f"{program:.0f} ms against {empty:.0f} ms"
    yield Outcome("start to first paint, against an empty window", program / empty, 1.25, detail=detail)


def _start(what: str, folder: str) -> float:
    settings = str(Path(folder) / "settings.ini")
    command = [sys.executable, "-m", "tests.bench.first_paint", what, str(time.monotonic()), settings]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return float(told.stdout)
