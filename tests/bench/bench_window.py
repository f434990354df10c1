"""The window up: a small workbook to a shown table, and the longest moment in which it did not answer."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.outcome import Outcome

ROOT = Path(__file__).parents[2]


def run() -> Iterator[Outcome]:
    """Measure in a process of its own, so that the start is a start."""
    command = [sys.executable, "-m", "tests.bench.window_life"]
    environment = {**os.environ, "QT_LOGGING_RULES": "*=false"}
    told = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True, timeout=600
    )
    found = json.loads(told.stdout.splitlines()[-1])
    detail = f"to the summary page {found['summary']:.0f} ms"
    yield Outcome("open 14 regions x 60 months to a shown table", found["small"], 200, "ms", detail=detail)
    for name, stall in found["stalls"].items():
        yield Outcome(f"longest stall: {name}", stall, 100, "ms")
