"""The program's folder as it will stand on the PC: runtime, libraries, program, launcher, licences."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from winbuild.places import EPOCH, PYTHON_TAG, ROOT, files_below, project
from winbuild.stop import BuildStopError

PROGRAM: Final = "program"
"""The folder of our own code in the payload."""

PACKAGES: Final = ("gui", "model", "resources")

PATH_FILE: Final = f"python{PYTHON_TAG}.zip\n.\n{PROGRAM}\nLib\\site-packages\n"
"""``python313._pth``: the only places that Python looks at. Neither the registry, nor PYTHONPATH, nor the
user's own packages change the program, and no ``import site`` runs whatever lies in a .pth file."""

_UNWANTED_SUFFIXES: Final = {".pyc", ".pyo", ".ts", ".tmp", ".orig", ".rej", ".bak"}


def program_files(root: Path) -> Iterator[Path]:
    """Yield the files of the program below *root* that are shipped, nothing hidden or left by an editor."""
    for package in PACKAGES:
        for path in files_below(root / package):
            inner = path.relative_to(root)
            if any(part.startswith((".", "__pycache__")) or part.endswith("~") for part in inner.parts):
                continue
            if path.suffix not in _UNWANTED_SUFFIXES:
                yield path


def compose(payload: Path, *, root: Path = ROOT) -> None:
    """Put our own code and the path file into *payload*, where runtime and libraries already are."""
    for path in program_files(root):
        target = payload / PROGRAM / path.relative_to(root)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    if not (payload / PROGRAM / "gui" / "__main__.py").is_file():
        raise BuildStopError("The program has no gui/__main__.py to start; build from a whole source tree.")
    _write_metadata(payload / "Lib" / "site-packages")
    (payload / f"python{PYTHON_TAG}._pth").write_bytes(PATH_FILE.replace("\n", "\r\n").encode("ascii"))


def _write_metadata(site: Path) -> None:
    """Let importlib.metadata know the program's version, as an installation would."""
    table = project()
    folder = site / f"{table['name']}-{table['version']}.dist-info"
    folder.mkdir()
    text = f"Metadata-Version: 2.1\nName: {table['name']}\nVersion: {table['version']}\n"
    text += f"Summary: {table['description']}\nLicense-Expression: {table['license']}\n"
    (folder / "METADATA").write_bytes(text.encode("utf-8"))


def settle(payload: Path) -> None:
    """Give every file and folder the same date and rights, whatever they had where they came from."""
    for path in payload.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
        os.utime(path, (EPOCH, EPOCH))
