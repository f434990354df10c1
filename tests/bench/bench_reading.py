"""Reading long sheets into observations, against the floor and against the usual way; a small one at once."""

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pandas as pd

from gui.reading import Reader
from model.excel.answers import Answers
from tests.bench.long_tables import long_office_table
from tests.bench.outcome import Outcome, milliseconds
from tests.bench.workbooks import long_book, small_table

ROOT = Path(__file__).parents[2]
ROWS = int(os.environ.get("BENCH_ROWS", "1000000"))
OPENPYXL_ROWS = min(ROWS, 20_000)
"""openpyxl takes its time for every row alike: a part is measured and scaled up."""
OWN = Answers("62")

BARE = """
import resource, sys, time
import python_calamine

began = time.perf_counter()
for row in python_calamine.load_workbook(sys.argv[1]).get_sheet_by_index(0).iter_rows():
    pass
print((time.perf_counter() - began) * 1000, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def run() -> Iterator[Outcome]:
    """Measure reading *BENCH_ROWS* rows of ten columns, as a coverage book and as an office's table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield from _long("a coverage book", long_book, folder, Answers())
        yield from _long("an office's table", long_office_table, folder, OWN)
        yield from _small(folder)


def _long(what: str, write: Callable[[Path, int], Path], folder: Path, answers: Answers) -> Iterator[Outcome]:
    """Read a long file in the child; the time includes the way back, the peak is that of the child."""
    path = write(folder / "panjang.xlsx", ROWS)
    bare, bare_peak = _bare(path)
    reader = Reader()
    reader.examine(small_table(folder / "hangat.xlsx", 2), OWN)
    taken, stall, read = _watched(reader, path, answers)
    # Before and after, for other work on the machine comes and goes.
    bare = (bare + _bare(path)[0]) / 2
    detail = f"{read:,} figures of {ROWS:,} x 10: {taken / 1000:.1f} s; calamine alone {bare / 1000:.1f} s"
    yield Outcome(f"read {what}, against bare calamine", taken / bare, 2, detail=detail)
    if (peak := _peak(reader)) is not None:
        detail = f"{peak:.0f} MB; calamine alone {bare_peak:.0f} MB"
        yield Outcome("... peak memory, against calamine alone", peak / bare_peak, 1.25, detail=detail)
    yield Outcome("... longest stall of another thread meanwhile", stall, 100, unit="ms")
    reader.close()
    part = write(folder / "pendek.xlsx", OPENPYXL_ROWS)
    usual = milliseconds(lambda: pd.read_excel(part, engine="openpyxl")) * ROWS / OPENPYXL_ROWS
    detail = f"pandas with openpyxl {usual / 1000:.0f} s"
    yield Outcome("... faster than pandas with openpyxl", usual / taken, 7, at_least=True, detail=detail)


def _bare(path: Path) -> tuple[float, float]:
    """The milliseconds and the peak megabytes of calamine in a process of its own."""
    command = [sys.executable, "-c", BARE, str(path)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    taken, peak = map(float, told.stdout.split())
    return taken, peak


def _watched(reader: Reader, path: Path, answers: Answers) -> tuple[float, float, int]:
    """How long a reading in a thread takes, the longest gap between two looks at the clock, its figures."""
    found: list[int] = []
    thread = threading.Thread(
        target=lambda: found.append(len(reader.examine(path, answers).book.observations))
    )
    began = last = time.perf_counter()
    longest = 0.0
    thread.start()
    while thread.is_alive():
        time.sleep(0.001)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return (last - began) * 1000, longest * 1000, found[0]


def _peak(reader: Reader) -> float | None:
    """The most megabytes that the child held at once, where the system tells it (Linux)."""
    if sys.platform != "linux" or reader._child is None:
        return None
    told = Path(f"/proc/{reader._child.process_id}/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) / 1024 for line in told.splitlines() if line.startswith("VmHWM"))


def _small(folder: Path) -> Iterator[Outcome]:
    """A table of 14 x 60 in the warm child: new, and again with another answer."""
    reader = Reader()
    tables = [small_table(folder / f"rekap-{number}.xlsx") for number in range(6)]
    reader.examine(tables[0], OWN)
    fresh = sorted(milliseconds(partial(reader.examine, path, OWN)) for path in tables[1:])
    yield Outcome("read a table of 14 x 60", fresh[len(fresh) // 2], 200, unit="ms")
    again = milliseconds(lambda: reader.examine(tables[1], Answers("62", None)), times=5)
    yield Outcome("... with a changed answer", again, 200, unit="ms")
    reader.close()
