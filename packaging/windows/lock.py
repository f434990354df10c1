"""``make windows-lock``: the list of Windows wheels anew, versions as in requirements.lock."""

import subprocess
import sys
import tempfile
from pathlib import Path

from winbuild.places import ROOT, WINDOWS, sha256_of
from winbuild.stop import BuildStopError
from winbuild.wheels import FOR_WINDOWS, LOCK

HEADER = """\
# The libraries of the Windows build, each by the hash of the one file that is shipped.
# Made by `make windows-lock`; the versions are those of requirements.lock, which the tests run on.
"""


def resolve() -> str:
    """Return ``name==version`` lines for Windows, markers resolved for Windows and not for this machine."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--no-header", "--no-annotate"]
    command += [
        "--python-platform",
        "x86_64-pc-windows-msvc",
        "--python-version",
        "3.13",
        "--no-emit-index-url",
    ]
    command += ["-c", "requirements.lock", "pyproject.toml", str(WINDOWS / "requirements-windows.in")]
    outcome = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if outcome.returncode != 0:
        raise BuildStopError(f"The Windows wheels could not be resolved: {outcome.stderr.strip()[-400:]}")
    return outcome.stdout


def pinned(requirements: str, folder: Path) -> list[str]:
    """Fetch every wheel of *requirements* into *folder* and return the lines of the list."""
    wanted = folder / "wanted.txt"
    wanted.write_text(requirements, encoding="utf-8")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    command += ["--dest", str(folder), *FOR_WINDOWS, "-r", str(wanted)]
    if subprocess.run(command, check=False).returncode != 0:
        raise BuildStopError("The Windows wheels could not be fetched; pip's message above says which.")
    lines = []
    for wheel in sorted(folder.glob("*.whl"), key=lambda path: path.name.casefold()):
        name, version = wheel.name.split("-")[:2]
        lines.append(f"{name.replace('_', '-')}=={version} --hash=sha256:{sha256_of(wheel)}\n")
    return lines


def main() -> int:
    try:
        with tempfile.TemporaryDirectory() as name:
            lines = pinned(resolve(), Path(name))
    except BuildStopError as stop:
        print(stop, file=sys.stderr)
        return 1
    LOCK.write_text(HEADER + "".join(lines), encoding="utf-8")
    print(f"{LOCK.relative_to(ROOT)}: {len(lines)} wheels")
    return 0


if __name__ == "__main__":
    sys.exit(main())
