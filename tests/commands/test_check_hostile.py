"""``cakupan check`` on files that break readers: an exit code, one sentence, in bounded time and memory.

The bounds are those that the program promises for files of up to 20 MB; they are the only ones of
time in these tests. Seconds are counted as the processor's, which other work on the machine does not
lengthen; a process that does nothing at all is ended by the clock after six times as many.
"""

import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.builders.hostile_files import Hostile
from tests.builders.hostile_places import CHECKED

if TYPE_CHECKING:
    import resource

ROOT = Path(__file__).parents[2]
SECONDS = 20
MEGABYTES = 1024
LARGEST = 20_000_000
ADDRESSES = 6 * 1024**3
AT_ONCE = 2
CLOCK = 6 * SECONDS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="The system has no way to count as this does")


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    said: str
    complained: str
    seconds: float
    megabytes: float
    size: int


@pytest.fixture(scope="module")
def ended() -> Iterator[dict[str, Ended]]:
    """Every hostile file checked once by a process of its own, some at a time."""
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(AT_ONCE) as workers:
        places = [Path(folder) / str(number) for number in range(len(CHECKED))]
        for place in places:
            place.mkdir()
        found = workers.map(checked, CHECKED, places)
        yield {hostile.kind: outcome for hostile, outcome in zip(CHECKED, found, strict=True)}


def checked(hostile: Hostile, place: Path) -> Ended:
    path = hostile.made(place)
    size = path.lstat().st_size if path.is_symlink() or path.exists() else 0
    with (place / "said").open("wb") as said, (place / "complained").open("wb") as complained:
        process = subprocess.Popen(
            [sys.executable, "-m", "gui", "check", str(path)],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=complained,
            start_new_session=True,
            env={**os.environ, "HOME": str(place), "PYTHONPATH": str(ROOT)},
        )
        code, used = _waited(process)
    told, wrong = ((place / name).read_text("utf-8", "replace") for name in ("said", "complained"))
    return Ended(code, told, wrong, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, size)


def _waited(process: "subprocess.Popen[bytes]") -> "tuple[int, resource.struct_rusage]":
    """Wait for a process and all that it started; what they used together, the largest memory of any."""
    import resource  # here: Windows has none

    # So that a file that makes the program swell does not take the machine along.
    resource.prlimit(process.pid, resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))
    clock = threading.Timer(CLOCK, os.killpg, (process.pid, signal.SIGKILL))
    clock.start()
    try:
        _, status, used = os.wait4(process.pid, 0)
    finally:
        clock.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, used


@pytest.mark.parametrize("hostile", CHECKED, ids=[hostile.kind for hostile in CHECKED])
def test_a_hostile_file_is_checked_in_one_sentence_within_bounds(
    ended: dict[str, Ended], hostile: Hostile
) -> None:
    outcome = ended[hostile.kind]

    assert outcome.size <= LARGEST
    assert outcome.code in hostile.ends, outcome
    assert "Traceback" not in outcome.said + outcome.complained
    assert outcome.seconds < SECONDS
    assert outcome.megabytes < MEGABYTES
    if outcome.code == 3:
        assert not outcome.said
        assert len(outcome.complained.strip().splitlines()) == 1
    else:
        assert not outcome.complained
        assert outcome.said.strip()
