"""A file of our own that two programs may want to change at once: one after the other does."""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

_PATIENCE: Final = 5.0
"""Seconds to wait for somebody whose change takes a moment."""
_STEP: Final = 0.02


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Keep everybody else who asks from changing the file at *path*; it need not be there.

    The system lets go of the lock when its holder dies. Raises TimeoutError where somebody holds it
    for long; where the disk knows no locks, nobody is kept from anything.
    """
    mark = path.with_name(f"{path.name}.lock")
    descriptor = _taken(mark)
    try:
        yield
    finally:
        with suppress(OSError):  # Windows does not remove a file that is open; whoever waits keeps it
            mark.unlink()
        os.close(descriptor)
        if sys.platform == "win32":
            with suppress(OSError):
                mark.unlink()


def _taken(mark: Path) -> int:
    ends = time.monotonic() + _PATIENCE
    while True:
        descriptor = os.open(mark, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if _locked(descriptor) and _is_still(descriptor, mark):
                return descriptor
        except OSError:
            return descriptor
        os.close(descriptor)
        if time.monotonic() > ends:
            raise TimeoutError(errno.ETIMEDOUT, "held by another program", str(mark.with_suffix("")))
        time.sleep(_STEP)


def _locked(descriptor: int) -> bool:
    """Lock the whole file, False where somebody else has; OSError where the disk knows no locks."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _is_still(descriptor: int, mark: Path) -> bool:
    """Say whether the file that was locked is the one that others find: its last holder removes it."""
    try:
        return os.path.samestat(os.fstat(descriptor), mark.stat())
    except FileNotFoundError:
        return False
