"""Saving where every step of the disk can fail: what is left of the book after each."""

import errno
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

from model.errors import UnusableFileError
from model.excel.book_file import read_book, write_book
from model.excel.book_saving import save_book
from model.excel.reader import read_grid
from tests.builders.any_book import small_book

_STEPS: Final[tuple[tuple[object, str], ...]] = (
    (tempfile, "mkstemp"),
    (os, "fdopen"),
    (os, "fsync"),
    (shutil, "copyfile"),
    (shutil, "copystat"),
    (Path, "chmod"),
    (Path, "replace"),
)
_TROUBLES: Final = (errno.ENOSPC, errno.EACCES, errno.EIO, errno.EROFS)


def failed_saves(path: Path) -> Counter[str]:
    """Save a book once for each step and each trouble, which is met the first, second... time the step is
    taken, and return how often the book held the "old" figure and the "new" one.

    AssertionError where it does not open, holds anything else, or something is left lying beside it.
    """
    counts: Counter[str] = Counter()
    for place, name in _STEPS:
        for trouble in _TROUBLES:
            for turn in range(3):
                counts[_one_save(path, place, name, trouble, turn)] += 1
    return counts


def _one_save(path: Path, place: object, name: str, trouble: int, turn: int) -> str:
    for left in path.parent.iterdir():
        left.unlink()
    write_book(small_book(), path, "1.0")
    grid = read_grid(path)
    book = read_book(grid)
    before = round(book.observations["value"].tolist()[0])
    frame = book.observations.copy()
    frame.loc[0, "value"] = before + 1
    told = False
    with _failing(place, name, trouble, turn) as met:
        try:
            save_book(replace(book, observations=frame), path, "1.0", known=grid.sha256)
        except (OSError, UnusableFileError):
            told = True
    value = round(read_book(read_grid(path)).observations["value"].tolist()[0])
    assert value == before + 1 or (value == before and told), f"{name}: {value}, told {told}"
    assert told or not met or name == "fsync", f"{name} failed and nobody was told"
    others = sorted(file.name for file in path.parent.iterdir() if file.name.startswith("."))
    assert others == [], f"{name} left {others}"
    return "new" if value == before + 1 else "old"


@contextmanager
def _failing(place: object, name: str, trouble: int, turn: int) -> Iterator[list[int]]:
    """Let the step fail the *turn*th time that it is taken; yields a list with an entry once it has."""
    real: Callable[..., Any] = getattr(place, name)
    taken, met = 0, []

    def step(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401  whatever the step takes and gives
        nonlocal taken
        taken += 1
        if taken == turn + 1:
            met.append(taken)
            raise OSError(trouble, os.strerror(trouble), "disk")
        return real(*arguments, **options)

    with patch.object(place, name, step):
        yield met
