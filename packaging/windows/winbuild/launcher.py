"""The two small programs that start ours: one with a window, one for the console."""

import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from winbuild.places import PARTS, numbered_version
from winbuild.stop import BuildStopError, require_tools

COMPILER: Final = "x86_64-w64-mingw32-gcc"
RESOURCES: Final = "x86_64-w64-mingw32-windres"


@dataclass(frozen=True)
class Launcher:
    """One of the programs: its file, what Windows says it is, and whether it has a console."""

    file_name: str
    description: str
    has_console: bool


LAUNCHERS: Final = (
    Launcher("Cakupan.exe", "Cakupan kepesertaan Jamsostek", has_console=False),
    Launcher("cakupan-cli.exe", "Cakupan, baris perintah", has_console=True),
)


def compiler_arguments(launcher: Launcher, folder: Path) -> list[str]:
    """Return the command that links *launcher*; whenever it runs, it gives the same bytes."""
    command = [
        COMPILER,
        "-std=c11",
        "-O2",
        "-Wall",
        "-Wextra",
        "-Werror",
        "-municode",
        "-s",
        "-static-libgcc",
    ]
    command += ["-Wl,--no-insert-timestamp,--dynamicbase,--nxcompat,--high-entropy-va"]
    command += ["-DCONSOLE", "-mconsole"] if launcher.has_console else ["-mwindows"]
    return [*command, "launcher.c", "resources.o", "-o", str(folder / launcher.file_name)]


def resource_arguments(launcher: Launcher, version: str) -> list[str]:
    """Return the command that makes icon, manifest and version of *launcher*."""
    numbers = ",".join(str(number) for number in numbered_version(version))
    texts = {
        "FILE_DESCRIPTION": launcher.description,
        "FILE_VERSION": version,
        "FILE_NAME": launcher.file_name,
    }
    command = [RESOURCES, "--codepage=65001", f"-DFILE_NUMBERS={numbers}"]
    command += [f'-D{name}=\\"{text}\\"' for name, text in texts.items()]
    return [*command, "launcher.rc", "-o", "resources.o"]


def build_launchers(folder: Path, icon: Path, version: str) -> None:
    """Build every launcher into *folder*; BuildStopError when the compiler is missing or complains."""
    require_tools(COMPILER, RESOURCES)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        for part in ("launcher.c", "launcher.rc", "launcher.manifest"):
            shutil.copyfile(PARTS / part, place / part)
        shutil.copyfile(icon, place / "app.ico")
        for launcher in LAUNCHERS:
            for command in (resource_arguments(launcher, version), compiler_arguments(launcher, folder)):
                _run(command, place)


def _run(command: list[str], folder: Path) -> None:
    outcome = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if outcome.returncode != 0:
        raise BuildStopError(f"{command[0]} could not build the launcher: {outcome.stderr.strip()[:400]}")
