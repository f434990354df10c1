"""From the start of the process to the first paint and to the complete window, against an empty window."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.outcome import Outcome

ROOT = Path(__file__).parents[2]
TIMES = 9
FRAME, SHELL = 1.25, 3.0
"""Budgets. The complete window is 60 widgets and 40 actions, each named and dressed, and a start page. Three
empty windows are 0.3 s here and 0.5 s on a slow PC: less than a hand needs to reach the mouse."""


def run() -> Iterator[Outcome]:
    """Measure all in turn, so that a busy moment of the machine meets all."""
    taken: dict[str, list[float]] = {"empty": [], "frame": [], "shell": []}
    with tempfile.TemporaryDirectory() as folder:
        for what in taken:
            _start(what, folder)  # files into the cache, and compiled
        for _ in range(TIMES):
            for what, times in taken.items():
                times.append(_start(what, folder))
    # The quickest third: whatever else the machine does makes a start slower, never quicker.
    empty, frame, shell = (statistics.mean(sorted(times)[: TIMES // 3]) for times in taken.values())
    detail = f"{frame:.0f} ms against {empty:.0f} ms"
    yield Outcome("start to first paint, against an empty window", frame / empty, FRAME, detail=detail)
    detail = f"{shell:.0f} ms; sooner than a hand is at the mouse"
    yield Outcome("start to the complete window with its start page", shell / empty, SHELL, detail=detail)


def _start(what: str, folder: str) -> float:
    command = [sys.executable, "-m", "tests.bench.first_paint", what, str(time.monotonic()), folder]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    told = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return float(told.stdout)
