"""A newer version from a file: is it whole, is it newer, does it fit this machine?

A setup lies beside its list of hashes, SHA256SUMS, on a USB stick or a shared folder. The list proves
that the copy is whole; that it comes from the maintainers is proved by a signature, where there is one.
"""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from model.progress import Report, silent

HASHES: Final = "SHA256SUMS"
SETUPS: Final = "Cakupan-Setup-*.exe"
PACKAGES: Final = "cakupan_*.deb"

Kind = Literal["setup", "package"]
Refusal = Literal[
    "unnamed", "no_setup", "no_list", "unlisted", "bad_list", "unreadable", "mismatch", "older", "equal",
    "other_system",
]  # fmt: skip

_NAMES: Final[dict[Kind, re.Pattern[str]]] = {
    "setup": re.compile(r"Cakupan-Setup-(\d+(?:\.\d+){1,3})\.exe", re.IGNORECASE),
    "package": re.compile(r"cakupan_(\d+(?:\.\d+){1,3})(?:-\d+)?_\w+\.deb", re.IGNORECASE),
}
_LINE: Final = re.compile(r"([0-9a-fA-F]{64}) [ *](.+)")
_LONGEST_LIST: Final = 1_000_000
_PIECE: Final = 1 << 20


class UpdateRefusedError(Exception):
    """A file that is not installed, and why: ``reason`` and the file's name."""

    def __init__(self, reason: Refusal, name: str, version: str = "") -> None:
        super().__init__(f"{reason}: {name}")
        self.reason, self.name, self.version = reason, name, version


@dataclass(frozen=True)
class Update:
    """A newer version that is whole."""

    path: Path
    version: str
    kind: Kind


def check_update(chosen: Path, installed: str, kind: Kind, report: Report = silent) -> Update:
    """Return the update that *chosen* is, or that its folder holds when it is the list of hashes.

    *installed* is the version that runs, *kind* what this system installs. Raises UpdateRefusedError for
    anything but a newer version, whole and of that kind.
    """
    path = _newest(chosen.parent, kind) if chosen.name.casefold() == HASHES.casefold() else chosen
    found = next((k for k, pattern in _NAMES.items() if pattern.fullmatch(path.name)), None)
    if found is None:
        raise UpdateRefusedError("unnamed", path.name)
    if found != kind:
        raise UpdateRefusedError("other_system", path.name)
    version = _version_of(path.name, kind)
    if _numbers(version) <= _numbers(installed):
        reason: Refusal = "equal" if _numbers(version) == _numbers(installed) else "older"
        raise UpdateRefusedError(reason, path.name, version)
    if _hash_of(path, report) != _listed_hash(path):
        raise UpdateRefusedError("mismatch", path.name)
    return Update(path, version, kind)


def _newest(folder: Path, kind: Kind) -> Path:
    """Return the newest file of that kind beside the list."""
    try:
        paths = [path for path in folder.iterdir() if _NAMES[kind].fullmatch(path.name)]
    except OSError as error:
        raise UpdateRefusedError("unreadable", HASHES) from error
    if not paths:
        raise UpdateRefusedError("no_setup", HASHES)
    return max(paths, key=lambda path: _numbers(_version_of(path.name, kind)))


def _listed_hash(path: Path) -> str:
    """Return what the list beside *path* says of it, in lower case."""
    try:
        with (path.parent / HASHES).open("rb") as file:
            text = file.read(_LONGEST_LIST).decode("utf-8-sig")
    except FileNotFoundError as error:
        raise UpdateRefusedError("no_list", path.name) from error
    except (OSError, UnicodeDecodeError) as error:
        raise UpdateRefusedError("bad_list", path.name) from error
    entries = [_LINE.fullmatch(line.strip()) for line in text.splitlines()]
    listed = {entry[2].casefold(): entry[1].casefold() for entry in entries if entry}
    if not listed:
        raise UpdateRefusedError("bad_list", path.name)
    if path.name.casefold() not in listed:
        raise UpdateRefusedError("unlisted", path.name)
    return listed[path.name.casefold()]


def _hash_of(path: Path, report: Report) -> str:
    digest, done = hashlib.sha256(), 0
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
                done += len(piece)
                report(done, size)
    except OSError as error:
        raise UpdateRefusedError("unreadable", path.name) from error
    return digest.hexdigest()


def _version_of(name: str, kind: Kind) -> str:
    match = _NAMES[kind].fullmatch(name)
    assert match is not None
    return match[1]


def _numbers(version: str) -> tuple[int, ...]:
    """Return a version so that it can be compared: 0.2 is 0.2.0, and 0.10 is newer than 0.9."""
    numbers = [int(number) for number in re.findall(r"\d+", version)[:4]]
    return tuple(numbers + [0] * (4 - len(numbers)))
