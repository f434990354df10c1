"""Reading long sheets into observations, against the floor and against the usual way; a small one at once."""

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from gui.reading import Reader
from model.excel.answers import Answers
from model.progress import Cancelled
from tests.bench.long_tables import long_office_table
from tests.bench.outcome import Outcome, milliseconds
from tests.bench.workbooks import long_book, small_table

ROOT = Path(__file__).parents[2]
ROWS = int(os.environ.get("BENCH_ROWS", "1000000"))
OPENPYXL_ROWS = min(ROWS, 20_000)
"""openpyxl takes its time for every row alike: a part is measured and scaled up."""
OWN = Answers("62")

ROUNDS = 3
"""Each is measured so often, and the best counts."""

BARE = """
import resource, sys, time
import python_calamine

began = time.process_time()
for row in python_calamine.load_workbook(sys.argv[1]).get_sheet_by_index(0).iter_rows():
    pass
print((time.process_time() - began) * 1000, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
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
    rounds = [_round(path, folder, answers) for _ in range(ROUNDS)]
    # Seconds of work, and the least of them: other work on the machine only ever adds to a time.
    bare, worked = min(found.bare for found in rounds), min(found.worked for found in rounds)
    clock = min(found.taken for found in rounds)
    detail = f"{worked / 1000:.1f} s of work, calamine alone {bare / 1000:.1f} s; clock {clock / 1000:.1f} s"
    yield Outcome(f"read {what} of {ROWS:,} x 10", worked / bare, 2, detail=detail)
    if rounds[0].peak is not None:
        peak, bare_peak = rounds[0].peak, rounds[0].bare_peak
        detail = f"{peak:.0f} MB; calamine alone {bare_peak:.0f} MB"
        yield Outcome("... peak memory, against calamine alone", peak / bare_peak, 1.25, detail=detail)
    stall = min(found.stall for found in rounds)
    yield Outcome("... longest stall of another thread meanwhile", stall, 100, unit="ms")
    yield from _told(rounds)
    part = write(folder / "pendek.xlsx", OPENPYXL_ROWS)
    began = time.process_time()
    pd.read_excel(part, engine="openpyxl")
    usual = (time.process_time() - began) * 1000 * ROWS / OPENPYXL_ROWS
    detail = f"pandas with openpyxl {usual / 1000:.0f} s"
    yield Outcome("... faster than pandas with openpyxl", usual / worked, 7, at_least=True, detail=detail)


class _Round(NamedTuple):
    """One reading of a long file, beside calamine alone."""

    bare: float
    bare_peak: float
    worked: float
    taken: float
    peak: float | None
    stall: float
    told: list[tuple[float, float]]
    """What was told of the progress: when, as a share of the time, and the share that was said to be done."""
    again: float
    cancelled: float


def _round(path: Path, folder: Path, answers: Answers) -> _Round:
    """Measure everything once, in a child of its own; milliseconds and megabytes."""
    bare, bare_peak = _bare(path)
    reader = Reader()
    reader.examine(small_table(folder / "hangat.xlsx", 2), OWN)
    watched = _Watched(reader, path, answers)
    peak = _peak(reader)
    again = milliseconds(partial(reader.examine, path, Answers("62", None)))
    reader.close()
    cancelled = _cancelled(path, folder)
    return _Round(
        bare, bare_peak, watched.worked, watched.taken, peak, watched.stall, watched.told, again, cancelled
    )


def _told(rounds: Sequence[_Round]) -> Iterator[Outcome]:
    """What a person sees of it: how the percentage moves, and what an answer and a cancel come to."""
    waits = [max(after[0] - before[0] for before, after in pairwise(found.told)) for found in rounds]
    detail = "as a part of the whole time"
    yield Outcome("... longest wait for the next per cent", 100 * min(waits), 15, unit="%", detail=detail)
    jumps = [max(after[1] - before[1] for before, after in pairwise(found.told)) for found in rounds]
    yield Outcome("... largest step of the percentage", 100 * min(jumps), 15, unit="%")
    yield Outcome("... cancelled in the middle", min(found.cancelled for found in rounds), 200, unit="ms")
    share = min(found.again / found.taken for found in rounds)
    yield Outcome("... with a changed answer, against the first time", share, 0.5)


def _bare(path: Path) -> tuple[float, float]:
    """The milliseconds and the peak megabytes of calamine in a process of its own."""
    command = [sys.executable, "-c", BARE, str(path)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    taken, peak = map(float, told.stdout.split())
    return taken, peak


class _Watched:
    """A reading in a thread, looked at from another one."""

    def __init__(self, reader: Reader, path: Path, answers: Answers) -> None:
        """Read the file at *path*; returns when it is read."""
        self._seen: list[tuple[float, float]] = []

        own = 0.0

        def work() -> None:
            nonlocal own
            began = time.thread_time()
            reader.examine(path, answers, self._report)
            own = time.thread_time() - began

        thread = threading.Thread(target=work)
        before = _worked(reader)
        began = last = time.perf_counter()
        longest = 0.0
        thread.start()
        while thread.is_alive():
            time.sleep(0.001)
            now = time.perf_counter()
            longest, last = max(longest, now - last), now
        self.taken, self.stall = (last - began) * 1000, longest * 1000
        self.worked = (_worked(reader) - before + own) * 1000
        told = [((when - began) / (last - began), share) for when, share in self._seen]
        self.told = [(0.0, 0.0), *told, (1.0, 1.0)]
        """When each new per cent was told, as a share of the whole time, and which."""

    def _report(self, done: int, total: int) -> None:
        share = done / total
        if not self._seen or share >= self._seen[-1][1] + 0.01:
            self._seen.append((time.perf_counter(), share))


def _worked(reader: Reader) -> float:
    """The seconds that the child has worked so far."""
    child = reader._child.fence.worked() if reader._child else None
    if child is None:
        raise OSError("this system does not tell how long a process has worked")
    return child


def _cancelled(path: Path, folder: Path) -> float:
    """How long it takes from the wish to stop, in the middle of a reading, until the reading is over."""
    reader = Reader()
    small = small_table(folder / "hangat.xlsx", 2)
    reader.examine(small, OWN)
    wished = 0.0

    def report(done: int, total: int) -> None:
        nonlocal wished
        if done > total / 2:
            wished = time.perf_counter()
            raise Cancelled

    with suppress(Cancelled):
        reader.examine(path, OWN, report)
    ended = time.perf_counter()
    reader.close()
    return (ended - wished) * 1000


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
