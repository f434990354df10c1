"""Where things lie, what the program is called, and the one point in time that everything is dated with."""

import hashlib
import tomllib
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[3]
WINDOWS: Final = ROOT / "packaging" / "windows"
PARTS: Final = WINDOWS / "parts"
LICENCES: Final = ROOT / "packaging" / "licences"
BUILD: Final = ROOT / "build" / "windows"
DOWNLOADS: Final = BUILD / "downloads"
PAYLOAD: Final = BUILD / "payload"
"""The program's folder as it will stand on the PC."""
DIST: Final = ROOT / "dist" / "windows"

NAME: Final = "Cakupan"
PYTHON_TAG: Final = "313"

EPOCH: Final = 1_735_689_600
"""1 January 2025, 00.00 UTC: the date of every shipped file, so that two builds are the same."""


def project() -> dict[str, Any]:
    """Return the table ``[project]`` of pyproject.toml."""
    table: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return table


def program_version() -> str:
    """Return the version that is built, "0.1.0"."""
    return str(project()["version"])


def numbered_version(version: str) -> tuple[int, int, int, int]:
    """Return "0.1.0" or "0.1.0rc2" as the four numbers that Windows wants, (0, 1, 0, 0)."""
    numbers: list[int] = []
    for part in version.split("."):
        digits = ""
        for character in part:
            if not character.isdigit():
                break
            digits += character
        numbers.append(int(digits or 0))
    first, second, third, fourth = [*numbers, 0, 0, 0, 0][:4]
    return first, second, third, fourth


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file as hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def files_below(folder: Path) -> list[Path]:
    """Return every file below *folder*, ordered by its path, the same on every machine."""
    return sorted(
        (path for path in folder.rglob("*") if path.is_file()),
        key=lambda path: path.relative_to(folder).parts,
    )


def size_below(folder: Path) -> int:
    """Return the bytes of all files below *folder*."""
    return sum(path.stat().st_size for path in files_below(folder))
