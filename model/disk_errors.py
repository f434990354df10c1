"""What the disk refuses, in words for people: the one place that knows its error numbers."""

import errno
from pathlib import Path
from typing import Final

from model import wording

_REASONS: Final = {
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
    errno.EEXIST: "exists",
    errno.ENOSPC: "full",
    errno.EROFS: "readonly",
}


def disk_sentence(error: OSError, language: str = "id") -> str:
    """Return what to tell a person about *error*: which file, why, never the system's own words."""
    from model.excel.notices import masked  # not before the first paint

    reason = _REASONS.get(error.errno or 0, "other")
    file = masked(Path(str(error.filename)).name) if error.filename else wording.say("disk.unnamed", language)
    return wording.say(f"disk.{reason}", language, file=file)
