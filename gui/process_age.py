"""How long the program has been running, counted from where a person counts: the double-click."""

import os
import sys
import time
from pathlib import Path


def milliseconds_since_start() -> int | None:
    """Return the time since this process began; None where the system does not tell."""
    try:
        return round(_seconds() * 1000)
    except (OSError, ValueError, IndexError):
        return None


def _seconds() -> float:
    if sys.platform == "win32":
        return time.time() - _began_on_windows()
    # The 22nd field, counted behind the name, which may hold anything: ticks since the boot.
    fields = Path("/proc/self/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    uptime = float(Path("/proc/uptime").read_text(encoding="ascii").split()[0])
    return uptime - int(fields[19]) / os.sysconf("SC_CLK_TCK")


def _began_on_windows() -> float:
    """Return when this process was made, in seconds of Unix."""
    import ctypes
    from ctypes import wintypes

    library = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    library.GetCurrentProcess.restype = wintypes.HANDLE
    library.GetProcessTimes.argtypes = [wintypes.HANDLE, *[ctypes.POINTER(wintypes.FILETIME)] * 4]
    times = [wintypes.FILETIME() for _ in range(4)]
    if not library.GetProcessTimes(library.GetCurrentProcess(), *map(ctypes.byref, times)):
        raise OSError("GetProcessTimes")
    # 100 nanoseconds since 1601.
    return float((times[0].dwHighDateTime << 32 | times[0].dwLowDateTime) / 1e7 - 11_644_473_600)
