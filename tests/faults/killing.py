"""Killing a process that saves a book, at any instant, and looking at what is left of the book."""

import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Final

from model.excel.book_file import read_book
from model.excel.reader import read_grid
from model.excel.workbook_parts import Package
from tests.builders.any_book import small_book
from tests.builders.own_workbooks import FOREIGN, with_everything

_SAVES: Final = 1.5
"""A process is killed within so many saves."""


def killed_saves(path: Path, times: int, seed: int) -> Counter[str]:
    """Let a process save the book at *path*, kill it at a random instant, *times* times.

    After each the book must open with everything of its owner, and hold what was saved last, or what
    was being saved. Returns how often it was which ("old", "new", "between saves"); AssertionError where
    the book is neither.
    """
    with_everything(small_book(), path)
    longest = _SAVES * _seconds(path)
    chance = random.Random(seed)
    counts: Counter[str] = Counter()
    for _ in range(times):
        said = _killed(path, chance.uniform(0, longest))
        counts[_judged(path, said)] += 1
    return counts


def _started(path: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.faults.saver", str(path)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def _seconds(path: Path) -> float:
    """How long one save takes on this computer."""
    with _started(path) as process:
        assert process.stdout is not None
        process.stdout.readline()
        begun = time.monotonic()
        process.stdout.readline()
        process.kill()
        return time.monotonic() - begun


def _killed(path: Path, wait: float) -> list[str]:
    """Start the process, kill it *wait* seconds after its first save began, and return what it said."""
    with _started(path) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(wait)
        process.kill()
        rest = process.stdout.read()
    assert first, "the process could not begin to save"
    return [first, *rest.splitlines()]


def _judged(path: Path, said: list[str]) -> str:
    book = read_book(read_grid(path))
    value = round(book.observations["value"].tolist()[0])
    saved = [int(line.split()[1]) for line in said if line.startswith("saved ")]
    begun = [int(line.split()[1]) for line in said if line.startswith("saving ")]
    last = saved[-1] if saved else begun[0] - 1
    assert value in {last, begun[-1]}, f"{value} was neither saved ({last}) nor being saved ({begun[-1]})"
    parts = Package.of(path.read_bytes(), path.name).parts
    assert {name: parts[name] for name in FOREIGN} == FOREIGN
    if begun[-1] == last:
        return "between saves"
    return "new" if value == begun[-1] else "old"
