"""Writing a file whole or not at all."""

import errno
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path


def _nothing(written: Path) -> None:
    """Accept whatever was written."""


def write_atomically(
    path: Path, content: bytes, *, check: Callable[[Path], None] = _nothing, keep: Path | None = None
) -> None:
    """Write *content* to *path* so that a failure at any instant leaves the old file as it was.

    Written beside and flushed to the disk; *check* gets to see that file, and what it raises ends the
    writing; the old file is kept as *keep*; then the new one takes its place. Raises OSError (no such
    folder, no permission, disk full, file held open on Windows), leaving nothing behind.
    """
    if not path.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "no such folder", str(path))
    name = _written_beside(path, content)
    try:
        check(name)
        if keep and path.exists():
            _keep(path, keep)
        name.chmod(_usual_mode(path))
        name.replace(path)
    except BaseException:
        name.unlink(missing_ok=True)
        raise
    _flush_folder(path.parent)


def _written_beside(path: Path, content: bytes) -> Path:
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    except OSError as error:
        error.filename = str(path)  # nobody knows the file beside it
        raise
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _keep(path: Path, keep: Path) -> None:
    """Copy the old file, whole or not at all as well."""
    beside = keep.with_name(f".{keep.name}.tmp")
    try:
        # Not copy2: on Windows that is a call of the system which Wine 8 does not know and dies of.
        shutil.copyfile(path, beside)
        shutil.copystat(path, beside)
        beside.replace(keep)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _flush_folder(folder: Path) -> None:
    """Have the new name reach the disk as well; Windows has no such thing and needs none."""
    if os.name != "posix":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return  # a folder that may be written but not read: the file itself is safe
    try:
        os.fsync(handle)
    except OSError:
        pass  # a network folder that cannot
    finally:
        os.close(handle)


def _usual_mode(path: Path) -> int:
    """A temporary file is private; the finished one has the rights of the file it replaces, or 644."""
    return path.stat().st_mode & 0o777 if path.exists() else 0o644
