"""The child: answers one question after the other until its parent closes the pipe."""

import gc
import os
import sys
import time
import traceback
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from gui.reading import frames
from gui.reading.frames import Kind, Part
from gui.reading.grids import Grids
from gui.reading.limits import ParentWatch, contain
from gui.reading.parcels import packed, unpacked
from gui.reading.persons import Persons
from gui.reading.pipes import Inlet
from model.errors import UnusableFileError

if TYPE_CHECKING:
    from model.excel.by_name_together import Answer
    from model.excel.cell_block import FoundCells
    from model.excel.grid import Grid
    from model.excel.importing import Import

_PROGRESS_EVERY: Final = 0.04
"""Seconds between two words about the progress."""
_READ: Final = 87
_EXAMINED: Final = 96
"""Per cent of the work that are done when a long file is read, and when its table is made."""
_CELLS_BETWEEN: Final = 50_000
"""Values made between two looks for garbage; Python's own 700 are a fifth of the time of a long reading."""


def serve() -> None:
    """Read files for the parent at the other end of standard input and output, until it is gone."""
    contain()
    reads, writes = os.dup(0), os.dup(1)
    _send_prints_nowhere()
    for descriptor in (reads, writes):
        if sys.platform == "win32":
            import msvcrt

            msvcrt.setmode(descriptor, os.O_BINARY)
    line = _Line(reads, writes)
    _load()
    _collect_seldom()
    line.say(Kind.READY)
    grids, persons = Grids(), Persons()
    while True:
        try:
            kind, parts = line.heard()
        except EOFError:
            return
        if kind is Kind.REQUEST:
            line.say(*_reply(parts, line, grids, persons))


def _send_prints_nowhere() -> None:
    """Whatever a library prints must not end up among the answers, nor on anybody's screen."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    os.close(nothing)


def _load() -> None:
    """Import what reading needs, so that the first question finds it there."""
    import_module("model.excel.examine")
    import_module("model.excel.reader")


def _collect_seldom() -> None:
    """Look for garbage in circles less often: cells make none, but millions would be looked through."""
    gc.collect()
    gc.freeze()  # what the libraries brought stays anyway
    gc.set_threshold(_CELLS_BETWEEN, 20, 100)


class _Line:
    """The two pipes to the parent."""

    def __init__(self, reads: int, writes: int) -> None:
        self._inlet, self._writes = Inlet(reads), writes
        self.parent = ParentWatch(reads)
        self._last = 0.0

    def say(self, kind: Kind, *parts: Part) -> None:
        """Send a frame."""
        for part in (frames.heads(kind, parts), *parts):
            view = memoryview(part).cast("B")
            while view:
                view = view[os.write(self._writes, view) :]

    def heard(self) -> tuple[Kind, list[bytearray]]:
        """Return the parent's next frame; EOFError where it is gone."""
        return frames.received(self._inlet)

    def progress(self, done: int, total: int) -> None:
        """Say where the work is, not too often."""
        now = time.monotonic()
        if now - self._last >= _PROGRESS_EVERY or done >= total:
            self._last = now
            self.say(Kind.PROGRESS, frames.numbers(done, total))

    def while_reading(self, done: int, total: int) -> None:
        """Say where the work is while the file is read, which is most of it."""
        self.progress(_READ * done, 100 * total)

    def while_examining(self, done: int, total: int) -> None:
        """Say where the work is while something is made of the cells; the rest is the way back."""
        self.progress(_READ * total + (_EXAMINED - _READ) * done, 100 * total)

    def counted(self, cells: int) -> None:
        """Say how many cells the file holds, and wait until the parent has made room for them."""
        self.parent.watch(wanted=False)
        self.say(Kind.COUNTED, frames.numbers(cells))
        if self.heard()[0] is not Kind.GO_ON:
            raise EOFError
        self.parent.watch(wanted=True)


def _reply(
    parts: list[bytearray], line: _Line, grids: Grids, persons: Persons
) -> tuple[Kind, *tuple[Part, ...]]:
    path, *wanted = unpacked(parts)
    line.parent.watch(wanted=True)
    try:
        return (Kind.RESULT, *packed(_answer(Path(path), wanted, line, grids, persons)))
    except UnusableFileError as error:
        return (Kind.REFUSED, *packed((error.code, error.facts)))
    except MemoryError:
        return (Kind.NO_MEMORY,)
    except EOFError:
        raise
    except BaseException as error:
        # A panic of the reading library is no Exception. Where it happened is told, not what it said.
        return Kind.BROKE_DOWN, _places(error).encode()
    finally:
        line.parent.watch(wanted=False)


def _answer(
    path: Path, wanted: list[object], line: _Line, grids: Grids, persons: Persons
) -> "Import | FoundCells | Answer":
    """Examine the file with (answers, password), look up cells by (sheet, addresses), or count the
    persons of several files (each a path and its answers) together."""
    from model.excel.answers import Answers
    from model.excel.cell_block import find_cells
    from model.excel.examine import examine

    match wanted:
        case (Answers() as answers, str(password)):
            grid = _grid(path, password, line, grids)
            keep = persons.keep(grids.key(path), answers)
            found = examine(grid, answers, line.while_examining, run_key=persons.key, keep=keep)
            line.while_examining(1, 1)
            return found
        case (str(sheet), tuple(addresses)):
            return find_cells(_grid(path, "", line, grids), sheet, addresses)
        case (tuple(files),):
            return persons.together([(grids.key(Path(file)), answers) for file, answers in files])
    raise TypeError


def _grid(path: Path, password: str, line: _Line, grids: Grids) -> "Grid":
    from model.excel.reader import read_grid

    key = grids.key(path)
    grid = grids.get(key)
    if grid is None:
        grid = read_grid(path, line.while_reading, password=password, tell_cells=line.counted)
        grids.keep(key, grid)
    return grid


def _places(error: BaseException) -> str:
    frames_of_it = traceback.extract_tb(error.__traceback__)[-8:]
    places = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames_of_it]
    return " < ".join([type(error).__name__, *reversed(places)])
