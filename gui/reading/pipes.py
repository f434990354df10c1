"""Reading a pipe without ever being stuck in it: waiting is done in short steps."""

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from io import FileIO
from typing import Final

STEP: Final = 0.05
"""Seconds between two looks at whether the wait is still worth while."""
_BUFFER: Final = 1024**2


def pipe() -> tuple[int, int]:
    """Return a pipe (to read from, to write to) that holds much: each refill costs a change of process."""
    if sys.platform == "win32":
        import _winapi
        import msvcrt

        read, write = _winapi.CreatePipe(None, _BUFFER)
        return msvcrt.open_osfhandle(read, os.O_RDONLY), msvcrt.open_osfhandle(write, 0)
    read, write = os.pipe()
    if sys.platform == "linux":
        import fcntl

        with suppress(OSError):  # the system lets nobody have more
            fcntl.fcntl(write, fcntl.F_SETPIPE_SZ, _BUFFER)
    return read, write


class Inlet:
    """The end of a pipe that is read from; ``tick`` is called while it waits and may raise to end that."""

    def __init__(self, descriptor: int) -> None:
        self._file = FileIO(descriptor, "rb")
        self.tick: Callable[[], None] = _nothing

    def exactly(self, count: int) -> bytearray:
        """Return the next *count* bytes; EOFError where the other side has closed."""
        content = bytearray(count)
        view, got, ticked = memoryview(content), 0, time.monotonic()
        while got < count:
            while not self._is_ready():
                self.tick()
            if time.monotonic() - ticked > STEP:  # what comes byte by byte is watched as well
                ticked = time.monotonic()
                self.tick()
            read = self._file.readinto(view[got:])
            if not read:
                raise EOFError
            got += read
        return content

    def close(self) -> None:
        """Close the pipe."""
        self._file.close()

    def _is_ready(self) -> bool:
        if sys.platform == "win32":
            return self._is_ready_on_windows()
        import select

        poll = select.poll()
        poll.register(self._file.fileno(), select.POLLIN)
        return bool(poll.poll(STEP * 1000))

    def _is_ready_on_windows(self) -> bool:
        """Look every millisecond: Windows cannot wait for a pipe of this kind."""
        ends = time.monotonic() + STEP
        if sys.platform == "win32":
            import _winapi
            import msvcrt

            handle = msvcrt.get_osfhandle(self._file.fileno())
            while time.monotonic() < ends:
                try:
                    if _winapi.PeekNamedPipe(handle, 0)[0]:
                        return True
                except OSError:  # closed at the other end: the read that follows says so
                    return True
                time.sleep(0.001)
        return False


def _nothing() -> None:
    """What a wait does that nobody watches."""
