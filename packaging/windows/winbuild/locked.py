"""Files that a hash-locked list names: read it, fetch what is missing, take nothing else."""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from winbuild.places import sha256_of
from winbuild.stop import BuildStopError


@dataclass(frozen=True)
class Pin:
    """One line of a list: a package, its version, and the hash of the one file that is meant."""

    name: str
    version: str
    sha256: str


_PIN = re.compile(r"^([A-Za-z0-9_.-]+)==(\S+) --hash=sha256:([0-9a-f]{64})$")


def read_pins(lock: Path) -> list[Pin]:
    """Return the pins of *lock* in their order.

    Raises BuildStopError where a line is neither a comment nor ``name==version --hash=sha256:…``: a list that
    is only partly understood must not be used.
    """
    pins = []
    for number, line in enumerate(lock.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        match = _PIN.match(line.strip())
        if match is None:
            raise BuildStopError(
                f"Line {number} of {lock.name} is not `name==version --hash=sha256:…`; "
                "make the list anew with `make windows-lock`."
            )
        pins.append(Pin(*match.groups()))
    if not pins:
        raise BuildStopError(f"{lock.name} names no package; make it anew with `make windows-lock`.")
    return pins


def find_files(folder: Path, pins: Sequence[Pin]) -> dict[Pin, Path]:
    """Return those *pins* whose very file, by its hash, lies in *folder*."""
    by_hash = {sha256_of(path): path for path in folder.glob("*") if path.is_file()}
    return {pin: by_hash[pin.sha256] for pin in pins if pin.sha256 in by_hash}


def fetch(lock: Path, folder: Path, options: Sequence[str]) -> dict[Pin, Path]:
    """Return the file of every pin of *lock*, fetching into *folder* only when one is missing there.

    *options* are further ones for ``pip download``. Raises BuildStopError when pip cannot get a file or gets
    another one than the list names; *folder* then holds what it held before.
    """
    pins = read_pins(lock)
    folder.mkdir(parents=True, exist_ok=True)
    found = find_files(folder, pins)
    if len(found) < len(pins):
        missing = [pin for pin in pins if pin not in found]
        with tempfile.TemporaryDirectory(dir=folder) as name:
            _download(lock, missing, Path(name), options)
            for path in Path(name).iterdir():
                if path.suffix in {".whl", ".gz", ".zip"}:
                    shutil.move(path, folder / path.name)
        found = find_files(folder, pins)
    if lost := [pin.name for pin in pins if pin not in found]:
        raise BuildStopError(
            f"What was fetched does not match {lock.name} ({', '.join(lost)}); "
            "make the list anew with `make windows-lock` and look at what changed."
        )
    return found


def _download(lock: Path, pins: Sequence[Pin], folder: Path, options: Sequence[str]) -> None:
    wanted = folder / "wanted.txt"
    lines = [f"{pin.name}=={pin.version} --hash=sha256:{pin.sha256}\n" for pin in pins]
    wanted.write_text("".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    command += ["--require-hashes", "--dest", str(folder), *options, "-r", str(wanted)]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False)
    wanted.unlink()
    if outcome.returncode == 0:
        return
    if "DO NOT MATCH THE HASHES" in outcome.stderr:
        named = (
            ", ".join(pin.name for pin in pins if f"{pin.name}==" in outcome.stderr) or "see pip's message"
        )
        raise BuildStopError(
            f"A file does not match its hash in {lock.name} ({named}): do not use it; "
            "if the change is meant, make the list anew with `make windows-lock`."
        )
    reason = next((line for line in outcome.stderr.splitlines() if line.startswith("ERROR")), "pip failed")
    raise BuildStopError(
        f"The files of {lock.name} could not be fetched ({reason.removeprefix('ERROR: ').rstrip('.')}); "
        f"connect to the package index, or put them into {folder.parent.name}/ below build/windows/."
    )
