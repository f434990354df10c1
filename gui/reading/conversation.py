"""One question to the child and what becomes of it: an answer, a refusal, or the child's end."""

import time
from pathlib import Path

from gui.reading.child_process import ChildProcess
from gui.reading.frames import BrokenFrameError, Kind, numbers_in
from gui.reading.limits import START_SECONDS, Allowance
from gui.reading.parcels import unpacked
from model.errors import UnusableFileError
from model.excel.refusal import refusal
from model.progress import Report


class _TooLong(Exception):  # noqa: N818  the end of a wait, not an error
    """The time that was given is over."""


class Conversation:
    """Asks the child about one file and watches over it until it has answered."""

    def __init__(self, child: ChildProcess, path: Path, allowance: Allowance, report: Report) -> None:
        self._child, self._path, self._allowance = child, path, allowance
        self._report = report
        self._told = (0, 1)
        self._began = 0.0
        self._worked_before: float | None = None

    def hold(self, question: list[bytes | memoryview]) -> object:
        """Return the child's answer, or its refusal as a value: after both it can be asked again.

        Raises UnusableFileError where the child is of no further use; whatever the report raises.
        """
        self._child.listen_with(self._tick)
        try:
            self._wait_for_the_child()
            self._child.fence.allow(self._allowance.memory)
            self._begin()
            self._child.send(Kind.REQUEST, *question)
            return self._answer()
        except _TooLong as late:
            raise self._failure("reading_time") from late
        except (EOFError, OSError) as gone:
            raise self._failure(self._child.why_it_ended()) from gone
        except BrokenFrameError as broken:
            raise self._failure("reading_broke_down") from broken

    def _tick(self) -> None:
        self._report(*self._told)
        waited = time.monotonic() - self._began
        if waited <= self._allowance.seconds:
            return
        if waited > self._allowance.patience or self._worked_before is None:
            raise _TooLong
        worked = self._child.fence.worked()
        if worked is None or worked - self._worked_before > self._allowance.seconds:
            raise _TooLong

    def _begin(self) -> None:
        self._began, self._worked_before = time.monotonic(), self._child.fence.worked()

    def _wait_for_the_child(self) -> None:
        if self._child.is_ready:
            return
        usual, self._allowance = self._allowance, Allowance(seconds=START_SECONDS)
        self._begin()
        kind, _ = self._child.next()
        self._allowance = usual
        if kind is not Kind.READY:
            raise BrokenFrameError
        self._child.is_ready = True

    def _answer(self) -> object:
        while True:
            kind, parts = self._child.next()
            match kind:
                case Kind.PROGRESS:
                    done, total = numbers_in(parts[0])
                    self._told = done, total
                    self._tick()
                case Kind.COUNTED:
                    self._give_more(numbers_in(parts[0])[0])
                case Kind.RESULT:
                    return _value(parts)
                case Kind.REFUSED:
                    return self._refusal(parts)
                case Kind.NO_MEMORY:
                    raise self._failure("reading_memory")
                case Kind.BROKE_DOWN:
                    failure = self._failure("reading_broke_down")
                    failure.add_note(parts[0].decode("utf-8", "replace"))
                    raise failure
                case _:
                    raise BrokenFrameError

    def _give_more(self, cells: int) -> None:
        """Let the child have what a file needs in which so many cells were counted."""
        grown = self._allowance.grown(cells, self._path.stat().st_size)
        self._allowance = grown
        self._child.fence.allow(grown.memory)
        self._child.send(Kind.GO_ON)

    def _refusal(self, parts: list[bytearray]) -> UnusableFileError:
        match _value(parts):
            case (str(code), str(sentence), dict(facts)):
                return UnusableFileError(code, sentence, **facts)
        raise BrokenFrameError

    def _failure(self, code: str) -> UnusableFileError:
        return refusal(code, self._path.name)


def _value(parts: list[bytearray]) -> object:
    """What a parcel holds; whatever goes wrong with it, it is no parcel of ours."""
    try:
        return unpacked(parts)
    except MemoryError:
        raise
    except Exception as error:
        raise BrokenFrameError from error
