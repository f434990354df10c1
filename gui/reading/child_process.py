"""The child as its parent sees it: started, spoken to, ended. Nothing here waits for its end."""

import atexit
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from gui.reading import frames
from gui.reading.frames import Kind, Part
from gui.reading.limits import Fence
from gui.reading.pipes import Inlet, pipe

_START: Final = "import sys; sys.path[:] = sys.argv[1:]; from gui.reading.child import serve; serve()"
_FAREWELL: Final = 2.0
"""Seconds that the end of the program waits for a child that was killed."""
_FAST_FAIL: Final = 0xC0000409
_NO_COMMIT: Final = 0xC000012D

_ended: list["subprocess.Popen[bytes]"] = []
"""Children that were killed and not seen off yet."""


def command() -> list[str]:
    """Return what starts the child with the very Python and the very folders of this process.

    On Windows this process may be our own launcher; python.exe lies beside it.
    """
    python = Path(sys.executable)
    if not python.stem.lower().startswith("python"):
        python = python.with_name("python.exe")
    flags = ["-X", "utf8", "-I", "-B", *(["-S"] if sys.flags.no_site else [])]
    folders = [str(Path(folder or ".").absolute()) for folder in sys.path]
    return [str(python), *flags, "-c", _START, *folders]


class ChildProcess:
    """One child, from its start to its end."""

    def __init__(self) -> None:
        """Start it; it loads its libraries and says READY."""
        see_off(0)
        requests, self._requests = pipe()
        answers, answered = pipe()
        try:
            self._process = subprocess.Popen(  # noqa: S603  our own Python
                command(),
                stdin=requests,
                stdout=answered,
                stderr=subprocess.DEVNULL,
                env=_environment(),
                cwd=Path(os.sep).absolute(),  # whatever folder we were started in stays free to be removed
                creationflags=0x08000000 if sys.platform == "win32" else 0,  # no console window
            )
        except OSError:
            for end in (self._requests, answers):
                os.close(end)
            raise
        finally:
            os.close(requests)
            os.close(answered)
        self._inlet = Inlet(answers)
        self.fence = Fence(self._process.pid, getattr(self._process, "_handle", None))
        self.is_ready = False

    @property
    def is_alive(self) -> bool:
        """The child runs."""
        return self._process.poll() is None

    @property
    def process_id(self) -> int:
        """The child's number."""
        return self._process.pid

    def listen_with(self, tick: Callable[[], None]) -> None:
        """Call *tick* while waiting from now on."""
        self._inlet.tick = tick

    def send(self, kind: Kind, *parts: Part) -> None:
        """Send a frame; OSError where the child is gone."""
        content = frames.heads(kind, parts) + b"".join(parts)
        view = memoryview(content)
        while view:
            view = view[os.write(self._requests, view) :]

    def next(self) -> tuple[Kind, list[bytearray]]:
        """Return the child's next frame; EOFError where it is gone."""
        return frames.received(self._inlet)

    def kill(self) -> None:
        """End the child and let go of it; returns at once, and may be called again."""
        if self._process in _ended:
            return
        with suppress(OSError):
            self._process.kill()
        self.fence.close()
        _ended.append(self._process)

    def close(self) -> None:
        """Kill it, and close the pipes: only by who listens to it."""
        self.kill()
        self._inlet.close()
        if self._requests >= 0:
            os.close(self._requests)
            self._requests = -1

    def why_it_ended(self) -> str:
        """Return what its end is to be called: "reading_memory", "reading_killed", "reading_broke_down"."""
        try:
            code = self._process.wait(_FAREWELL)
        except subprocess.TimeoutExpired:
            return "reading_broke_down"
        if sys.platform == "win32":
            lacked = code & 0xFFFFFFFF in {_FAST_FAIL, _NO_COMMIT}
            return "reading_memory" if lacked else "reading_broke_down"
        # The reading library aborts where it gets no memory. Its limit kills nobody: that is done by
        # the system when the whole computer has none left, or by somebody else.
        return {-signal.SIGABRT: "reading_memory", -signal.SIGKILL: "reading_killed"}.get(
            code, "reading_broke_down"
        )


def see_off(seconds: float) -> None:
    """Let the system forget children that were killed, waiting at most so long for each."""
    for process in tuple(_ended):
        with suppress(subprocess.TimeoutExpired, ValueError):  # the latter: another thread was here
            process.wait(seconds)
            _ended.remove(process)


def _environment() -> dict[str, str]:
    # One thread is enough for sums, and each sets memory aside that would count against the child.
    return {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


atexit.register(see_off, _FAREWELL)
