"""The Linux wheels: those lines of requirements.lock that hold for Debian 12, by their hashes."""

import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from packaging.markers import Marker

from debbuild.places import DOWNLOADS, GLIBC, PYTHON
from winbuild.places import ROOT, sha256_of
from winbuild.stop import BuildStopError
from winbuild.wheels import Wheel, licence_of

LOCK: Final = ROOT / "requirements.lock"

ENVIRONMENT: Final = {
    "implementation_name": "cpython",
    "implementation_version": f"{PYTHON}.2",
    "os_name": "posix",
    "platform_machine": "x86_64",
    "platform_python_implementation": "CPython",
    "platform_system": "Linux",
    "python_full_version": f"{PYTHON}.2",
    "python_version": PYTHON,
    "sys_platform": "linux",
}
"""Debian 12, whatever machine builds: pip itself would ask the machine that it runs on."""

_REQUIREMENT: Final = re.compile(r"^([A-Za-z0-9_.-]+)==([^\s;]+)(?:\s*;\s*(.+))?$")
_HASH: Final = re.compile(r"--hash=sha256:([0-9a-f]{64})")


@dataclass(frozen=True)
class Requirement:
    """One package of the list with the hashes of every file that may stand for it."""

    name: str
    version: str
    hashes: frozenset[str]

    def line(self) -> str:
        """Return the requirement as pip reads it."""
        return " ".join(
            [f"{self.name}=={self.version}", *(f"--hash=sha256:{h}" for h in sorted(self.hashes))]
        )


def read_lock(text: str) -> list[Requirement]:
    """Return the requirements in *text* that hold on Debian 12, in their order.

    Raises BuildStopError for a line that is not understood, and for a package without hashes.
    """
    found = []
    for line in re.sub(r"\\\n", " ", text).splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        words = line.split("--hash", 1)[0].strip()
        match = _REQUIREMENT.match(words)
        hashes = frozenset(_HASH.findall(line))
        if match is None or not hashes:
            raise BuildStopError(
                f"`{words}` in {LOCK.name} is no `name==version` with hashes; "
                "make the list anew with `make lock`."
            )
        name, version, marker = match.groups()
        if marker is None or Marker(marker).evaluate(dict(ENVIRONMENT)):
            found.append(Requirement(name, version, hashes))
    return found


def fetch_wheels() -> list[Wheel]:
    """Return the wheel of every requirement, fetched where it is not in the folder of downloads yet.

    Raises BuildStopError when pip cannot get one, or gets a file that the list does not name.
    """
    requirements = read_lock(LOCK.read_text(encoding="utf-8"))
    DOWNLOADS.mkdir(parents=True, exist_ok=True)
    missing = [one for one in requirements if find_wheel(DOWNLOADS, one) is None]
    if missing:
        _download(missing)
    wheels = []
    for one in requirements:
        path = find_wheel(DOWNLOADS, one)
        if path is None:
            raise BuildStopError(f"No wheel of {one.name} {one.version} for Debian 12 came; see {LOCK.name}.")
        wheels.append(Wheel(one.name, one.version, licence_of(path), sha256_of(path), path))
    return wheels


def find_wheel(folder: Path, wanted: Requirement) -> Path | None:
    """Return the wheel in *folder* that has one of the hashes of *wanted*, None when there is none."""
    name = re.sub(r"[-_.]+", "_", wanted.name)
    candidates = sorted(folder.glob(f"{name}-{wanted.version}-*.whl"))
    return next((path for path in candidates if sha256_of(path) in wanted.hashes), None)


def _download(missing: Sequence[Requirement]) -> None:
    platforms = [f"manylinux_2_{minor}_x86_64" for minor in range(GLIBC, 4, -1)] + ["manylinux2014_x86_64"]
    with tempfile.TemporaryDirectory() as name:
        wanted = Path(name) / "wanted.txt"
        wanted.write_text("".join(f"{one.line()}\n" for one in missing), encoding="utf-8")
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
        command += ["--no-deps", "--require-hashes", "--only-binary=:all:", "--python-version", PYTHON]
        command += [word for platform in platforms for word in ("--platform", platform)]
        command += ["--dest", str(DOWNLOADS), "-r", str(wanted)]
        outcome = subprocess.run(command, capture_output=True, text=True, check=False)
    if outcome.returncode == 0:
        return
    if "DO NOT MATCH THE HASHES" in outcome.stderr:
        raise BuildStopError(
            f"A file that pip fetched does not match its hash in {LOCK.name}: do not use it; "
            "if the change is meant, make the list anew with `make lock`."
        )
    reason = next((line for line in outcome.stderr.splitlines() if line.startswith("ERROR")), "pip failed")
    raise BuildStopError(
        f"The wheels could not be fetched ({reason.removeprefix('ERROR: ').rstrip('.')}); "
        f"connect to the package index, or put them into {DOWNLOADS.relative_to(ROOT)}/."
    )
