"""Writing a file whole or not at all."""

import errno
import os
import tempfile
from pathlib import Path


def write_atomically(path: Path, content: bytes) -> None:
    """Write *content* to *path* so that a failure at any instant leaves the old file as it was.

    Written beside, flushed to the disk, then put in its place. Raises OSError (no such folder, no
    permission, disk full, file held open on Windows), leaving nothing behind.
    """
    if not path.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "no such folder", str(path))
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
        Path(name).chmod(_usual_mode(path))
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _usual_mode(path: Path) -> int:
    """A temporary file is private; the finished one has the rights of the file it replaces, or 644."""
    return path.stat().st_mode & 0o777 if path.exists() else 0o644
