"""One question to the child and what becomes of it: an answer, a refusal, or the child's end."""

import re
import time
from pathlib import Path
from typing import Final

from gui.reading.child_process import ChildProcess
from gui.reading.frames import BrokenFrameError, Kind, numbers_in
from gui.reading.limits import START_SECONDS, Allowance
from gui.reading.parcels import unpacked
from model import wording
from model.errors import UnusableFileError
from model.excel.refusal import refusal
from model.progress import Report

_LONGEST: Final = 2000
_PLACES: Final = re.compile(r"[\w.]+(?: < [\w.<>-]+:\d+ [\w<>.]+)*")


class _TooLong(Exception):  # noqa: N818  the end of a wait, not an error
    """The time that was given is over."""


class _TooMuch(Exception):  # noqa: N818
    """The child holds more memory than it may."""


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
        except _TooMuch as much:
            raise self._failure("reading_memory") from much
        except (EOFError, OSError) as gone:
            raise self._failure(self._child.why_it_ended()) from gone
        except BrokenFrameError as broken:
            raise self._failure("reading_broke_down") from broken

    def _tick(self) -> None:
        self._report(*self._told)
        if (self._child.fence.held() or 0) > self._allowance.memory:
            raise _TooMuch
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
                    done, total = _numbers(parts, 2)
                    if total > 0:
                        self._told = min(max(done, 0), total), total
                    self._tick()
                case Kind.COUNTED:
                    self._give_more(*_numbers(parts, 1))
                    self._tick()
                case Kind.RESULT:
                    return _value(parts)
                case Kind.REFUSED:
                    return self._refusal(parts)
                case Kind.NO_MEMORY:
                    raise self._failure("reading_memory")
                case Kind.BROKE_DOWN:
                    failure = self._failure("reading_broke_down")
                    failure.add_note(_places(parts))
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
        """The child's refusal; its sentence is said here, so that nothing but its facts is theirs."""
        match _value(parts):
            case (str(code), dict(facts)):
                try:
                    return _said(code, {str(name): fact for name, fact in facts.items()}, self._path.name)
                except (TypeError, ValueError, LookupError) as error:
                    raise BrokenFrameError from error
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


def _said(code: str, facts: dict[str, object], file: str) -> UnusableFileError:
    """A refusal in words; LookupError and the like where there are none for it."""
    file = str(facts.pop("file", file))
    if wording.has(f"unusable.{code}", "id"):
        return refusal(code, file, **facts)
    return UnusableFileError(code, wording.say(f"problem.{code}", "id", file=file))


def _numbers(parts: list[bytearray], count: int) -> tuple[int, ...]:
    numbers = numbers_in(parts[0]) if len(parts) == 1 else ()
    if len(numbers) != count:
        raise BrokenFrameError
    return numbers


def _places(parts: list[bytearray]) -> str:
    """Where in our code the child broke down; whatever is no such place is left out."""
    told = parts[0][:_LONGEST].decode("ascii", "replace") if parts else ""
    return told if _PLACES.fullmatch(told) else ""
