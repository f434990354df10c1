"""The setup: one file that installs, upgrades and removes the program, built with NSIS."""

import os
import subprocess
import tempfile
from pathlib import Path, PurePosixPath

from winbuild import icon
from winbuild.places import EPOCH, PARTS, files_below, numbered_version, size_below
from winbuild.stop import BuildStopError, require_tools


def install_lines(payload: Path) -> list[str]:
    """Return the NSIS commands that lay down every file of *payload*, in an order that is always the same."""
    lines: list[str] = []
    present = None
    for path in files_below(payload):
        inner = PurePosixPath(path.relative_to(payload).as_posix())
        if inner.parent != present:
            present = inner.parent
            lines.append(f'SetOutPath "{_on_the_pc(present)}"')
        lines.append(f'File "{path}"')
    return lines


def removal_lines(payload: Path) -> list[str]:
    """Return the NSIS commands that remove the files at the top of *payload*; folders go whole."""
    top = sorted(path.name for path in payload.iterdir() if path.is_file())
    return [f'Delete "$INSTDIR\\{name}"' for name in top]


def _on_the_pc(folder: PurePosixPath) -> str:
    return "\\".join(["$INSTDIR", *folder.parts])


def build_setup(payload: Path, out: Path, version: str, *, sign: str = "") -> None:
    """Build the setup of *payload* as *out*; *sign* is a command that signs the file named behind it.

    Raises BuildStopError when makensis is missing or complains; *out* is then not there.
    """
    require_tools("makensis")
    with tempfile.TemporaryDirectory(dir=out.parent) as name:
        place = Path(name)
        (place / "files.nsh").write_text("\n".join(install_lines(payload)) + "\n", encoding="utf-8")
        (place / "removal.nsh").write_text("\n".join(removal_lines(payload)) + "\n", encoding="utf-8")
        icon.write_icon(place / "app.ico")
        icon.write_setup_pictures(place)
        for path in place.iterdir():
            # The setup remembers the dates of the files in it.
            os.utime(path, (EPOCH, EPOCH))
        made = place / out.name
        command = ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8"]
        command += [f"-D{key}={value}" for key, value in _defines(payload, place, made, version).items()]
        command += [f"-DSIGN={sign}"] if sign else []
        outcome = subprocess.run(
            [*command, str(PARTS / "setup.nsi")],
            capture_output=True,
            text=True,
            check=False,
            errors="replace",
        )
        if outcome.returncode != 0 or not made.is_file():
            said = (outcome.stderr or outcome.stdout).strip()[-600:]
            raise BuildStopError(f"makensis could not build the setup: {said}")
        made.replace(out)


def _defines(payload: Path, place: Path, made: Path, version: str) -> dict[str, str]:
    return {
        "VERSION": version,
        "NUMBERS": ".".join(str(number) for number in numbered_version(version)),
        "FILES": str(place / "files.nsh"),
        "UNFILES": str(place / "removal.nsh"),
        "SIZE_KB": str(size_below(payload) // 1024),
        "ICON": str(place / "app.ico"),
        "PICTURES": str(place),
        "OUT": str(made),
    }
