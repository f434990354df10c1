"""Memory: of the window at rest with the sample, and of all processes at their worst with a long book."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.bench.outcome import Outcome
from tests.bench.workbooks import long_book

ROOT = Path(__file__).parents[2]
BUDGET = 260
TOGETHER = 1000
"""Megabytes. A PC of 4 GB has about 2 GB left when Windows, an antivirus and a browser are there."""
LONG = 100_000
EVERY = 0.03


class Memory(NamedTuple):
    """Megabytes of one run."""

    window: float
    """Held by the window's process when all is at rest, the libraries that it shares with others included."""
    at_rest: float
    """Held by it and its children; what they share is counted for each."""
    peak: float
    """The same, at its worst."""


def run() -> Iterator[Outcome]:
    """Measure it where the system tells it (Linux)."""
    if sys.platform != "linux":
        return
    with tempfile.TemporaryDirectory() as folder:
        sample = opened(Path(folder))
        long = opened(Path(folder), long_book(Path(folder) / "panjang.xlsx", LONG))
    detail = f"with its reader {sample.at_rest:.0f} MB, at their worst {sample.peak:.0f} MB"
    yield Outcome(
        "memory of the window with the sample open", sample.window, BUDGET, unit="MB", detail=detail
    )
    detail = f"then {long.at_rest:.0f} MB, the window {long.window:.0f} of it"
    name = f"all processes at their worst, opening {LONG:,} rows"
    yield Outcome(name, long.peak, TOGETHER, unit="MB", detail=detail)


def opened(folder: Path, *files: Path) -> Memory:
    """Open *files*, the sample without any, in a window of its own process, and look on."""
    script = "import sys; sys.path.insert(0, '.'); from tests.bench.opened_sample import main; "
    settings = str(folder / "s.ini")
    command = [sys.executable, "-c", script + "sys.exit(main(*sys.argv[1:]))", settings, *map(str, files)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, together(process.pid))
        time.sleep(EVERY)
    told, _ = process.communicate()
    if process.returncode:
        raise RuntimeError(f"the window ended with {process.returncode}")
    found = json.loads(told)
    return Memory(found["window"], found["together"], peak)


def together(process: int) -> float:
    """Return what a process and its descendants hold, in megabytes."""
    held = 0.0
    for number in (process, *_descendants(process)):
        try:
            lines = Path(f"/proc/{number}/status").read_text(encoding="utf-8").splitlines()
            held += next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024
        except (OSError, StopIteration):  # it has just ended
            continue
    return held


def _descendants(process: int) -> Iterator[int]:
    for path in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children = path.read_text(encoding="ascii").split()
        except OSError:
            continue
        for child in map(int, children):
            yield child
            yield from _descendants(child)
