"""What the child may use: memory by the system's own means, time by the parent's clock."""

import os
import sys
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

_MEGABYTE: Final = 1024**2
_CELLS_A_BYTE: Final = 2


@dataclass(frozen=True, slots=True)
class Allowance:
    """How much memory the child may hold, in bytes, and how many seconds of work one reading may take.

    Seconds in which it only waits, for a slow disk or behind other programs, count for less.
    """

    memory: int = 1024 * _MEGABYTE
    seconds: float = 16.0

    @property
    def patience(self) -> float:
        """The seconds after which a reading ends however little of them the child could work."""
        return 2.5 * self.seconds

    def grown(self, cells: int, file_size: int) -> "Allowance":
        """Return the allowance for a file of *file_size* bytes in which *cells* cells were counted.

        It grows with the cells, from a few millions on. A file that claims more of them than any
        packing leaves of an honest one gets no more than every other.
        """
        if cells > _CELLS_A_BYTE * file_size:
            return self
        return replace(
            self,
            memory=max(self.memory, 256 * _MEGABYTE + 160 * cells),
            seconds=max(self.seconds, self.seconds / 1e6 * cells),
        )


START_SECONDS: Final = 60.0
"""A cold start of the child, with an antivirus that looks at every library."""


class Fence:
    """Holds one child within its memory, and ends it with its parent where the system can do that."""

    def __init__(self, process_id: int, handle: int | None) -> None:
        self._process_id, self._handle = process_id, handle
        self._job = _job(handle) if handle is not None else None

    def allow(self, memory: int) -> None:
        """Let the child have so many bytes from now on; where the system cannot say so, nothing happens."""
        if self._job is not None:
            _limit_job(self._job, memory)
        elif sys.platform == "linux":
            import resource

            with suppress(OSError, ValueError):
                # The libraries' own code is mapped, not held: RLIMIT_DATA leaves it out, RLIMIT_AS would not.
                cap = memory + _beyond_resident(self._process_id)
                resource.prlimit(self._process_id, resource.RLIMIT_DATA, (cap, resource.RLIM_INFINITY))

    def held(self) -> int | None:
        """Return how many bytes the child has set aside, where somebody has to look; None elsewhere.

        On Windows a job may not hold it: an old system has none to give, Wine's sets no limit.
        """
        return _held_on_windows(self._handle) if self._handle is not None else None

    def worked(self) -> float | None:
        """Return for how many seconds the child has worked so far, None where the system does not tell."""
        if self._handle is not None:
            return _worked_on_windows(self._handle)
        if sys.platform == "linux":
            with suppress(OSError, ValueError, IndexError):
                told = Path(f"/proc/{self._process_id}/stat").read_text(encoding="ascii", errors="replace")
                ticks = told.rpartition(")")[2].split()[11:13]
                return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")
        return None

    def close(self) -> None:
        """Take the fence down; a child that still runs in it ends."""
        job, self._job = self._job, None  # two threads may end a child at once: a job is closed once
        if job is not None:
            _close_job(job)


def _beyond_resident(process_id: int) -> int:
    """What a process has set aside for data but not touched, less what it holds of its libraries' code."""
    told = dict(
        line.split(":", 1)
        for line in Path(f"/proc/{process_id}/status").read_text(encoding="ascii").splitlines()
        if line.startswith("Vm")
    )
    data, resident = (int(told[name].split()[0]) * 1024 for name in ("VmData", "VmRSS"))
    return data - resident


def contain() -> None:
    """In the child: leave no image of its memory behind, and no box on the screen, however it ends."""
    if sys.platform == "win32":
        quiet = 0x0001 | 0x0002 | 0x8000  # no box for a missing disk, a crash, a missing file
        _kernel().SetErrorMode(quiet)
        return
    import resource

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class ParentWatch:
    """In the child: while it watches, the parent's death ends this process, whatever it is busy with.

    A parent that is gone closes its end of the pipe of requests, and while nothing is expected
    there, the signal for that is deadly. On Windows the job does the same.
    """

    def __init__(self, requests: int) -> None:
        self._requests = requests

    def watch(self, *, wanted: bool) -> None:
        """Begin to watch, or stop: to be stopped before the parent may send anything."""
        if sys.platform != "linux":
            return
        import fcntl

        flags = fcntl.fcntl(self._requests, fcntl.F_GETFL)
        fcntl.fcntl(self._requests, fcntl.F_SETOWN, os.getpid())
        flags = flags | os.O_ASYNC if wanted else flags & ~os.O_ASYNC
        fcntl.fcntl(self._requests, fcntl.F_SETFL, flags)


# ---- Windows: a job object

_EXTENDED_LIMITS: Final = 9
_PROCESS_MEMORY: Final = 0x0100
_KILL_ON_CLOSE: Final = 0x2000


def _kernel() -> Any:  # noqa: ANN401  a library of the system
    import ctypes

    return ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]


def _job(process: int) -> int | None:
    """Return a job with the process in it; None where the system (Wine, an old one) has none to give."""
    import ctypes

    kernel = _kernel()
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    job = kernel.CreateJobObjectW(None, None)
    if job and kernel.AssignProcessToJobObject(ctypes.c_void_p(job), ctypes.c_void_p(process)):
        _limit_job(job, None)
        return int(job)
    if job:
        _close_job(job)
    return None


def _worked_on_windows(process: int) -> float | None:
    import ctypes

    # created, ended, in the system, in the program: in tenths of microseconds
    times = (ctypes.c_uint64 * 4)()
    places = [ctypes.byref(times, 8 * place) for place in range(4)]
    if not _kernel().GetProcessTimes(ctypes.c_void_p(process), *places):
        return None
    return (times[2] + times[3]) / 1e7


def _held_on_windows(process: int) -> int | None:
    import ctypes

    class Counters(ctypes.Structure):
        _fields_ = (
            ("size", ctypes.c_uint32), ("faults", ctypes.c_uint32), ("resident", ctypes.c_size_t * 2),
            ("pools", ctypes.c_size_t * 4), ("committed", ctypes.c_size_t), ("peak", ctypes.c_size_t),
        )  # fmt: skip

    counters = Counters()
    counters.size = ctypes.sizeof(counters)
    asked = ctypes.c_void_p(process), ctypes.byref(counters), counters.size
    return int(counters.committed) if _kernel().K32GetProcessMemoryInfo(*asked) else None


def _close_job(job: int) -> None:
    import ctypes

    _kernel().CloseHandle(ctypes.c_void_p(job))


def _limit_job(job: int, memory: int | None) -> None:
    import ctypes

    class Basic(ctypes.Structure):
        _fields_ = (
            ("times", ctypes.c_int64 * 2), ("flags", ctypes.c_uint32), ("set", ctypes.c_size_t * 2),
            ("active", ctypes.c_uint32), ("affinity", ctypes.c_size_t), ("priority", ctypes.c_uint32 * 2),
        )  # fmt: skip

    class Extended(ctypes.Structure):
        _fields_ = (
            ("basic", Basic), ("io", ctypes.c_uint64 * 6), ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t), ("peaks", ctypes.c_size_t * 2),
        )  # fmt: skip

    limits = Extended()
    limits.basic.flags = _KILL_ON_CLOSE | (_PROCESS_MEMORY if memory else 0)
    limits.process_memory = memory or 0
    _kernel().SetInformationJobObject(
        ctypes.c_void_p(job), _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
    )
