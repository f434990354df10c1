"""Long registers with shares, sums or measures among their rows, against bare calamine."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from gui.reading import Reader
from model.excel.answers import Answers
from tests.bench.bench_reading import BARE, ROOT
from tests.bench.long_kinds import KINDS, register
from tests.bench.outcome import Outcome
from tests.bench.workbooks import small_table

ROWS = min(500_000, int(os.environ.get("BENCH_ROWS", "500000")))
OWN = Answers("62")
MOST = {"shares": 30.0, "sums": 30.0, "measures": 8.0}
"""What has to be compared with other rows takes its time, but the same for each row, however many."""


def run() -> Iterator[Outcome]:
    """Measure reading *ROWS* rows of each kind in the warm child."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for kind in KINDS:
            path = register(folder / f"{kind}.xlsx", ROWS, kind)
            reader = Reader()
            reader.examine(small_table(folder / "hangat.xlsx", 2), OWN)
            began = time.perf_counter()
            figures = len(reader.examine(path, OWN).book.observations)
            taken = (time.perf_counter() - began) * 1000
            reader.close()
            floor = _bare(path)
            detail = (
                f"{figures:,} figures of {ROWS:,} rows: {taken / 1000:.1f} s; calamine {floor / 1000:.1f} s"
            )
            yield Outcome(f"read a register with {kind}", taken / floor, MOST[kind], detail=detail)


def _bare(path: Path) -> float:
    """The milliseconds of calamine in a process of its own."""
    command = [sys.executable, "-c", BARE, str(path)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return float(told.stdout.split()[0])
