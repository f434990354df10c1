"""Wine, as far as building and testing need it: a prefix of our own, never the user's."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from winbuild.stop import BuildStopError, require_tools


def environment(prefix: Path, *, display: str = "", overrides: str = "") -> dict[str, str]:
    """Return the environment for a program in *prefix*; without *display* it can open no window."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "TMPDIR", "USER"}}
    libraries = ";".join(part for part in ("mscoree,mshtml,winemenubuilder.exe=d", overrides) if part)
    return kept | {
        # Wine makes Documents and Desktop links to the home folder; the user's own must not be touched.
        "HOME": str(home(prefix)),
        "LANG": "C.UTF-8",
        "WINEPREFIX": str(prefix),
        "WINEARCH": "win64",
        "WINEDEBUG": "-all",
        "WINEDLLOVERRIDES": libraries,
        "DISPLAY": display,
    }


def home(prefix: Path) -> Path:
    """Return the folder that stands for the user's home in *prefix*."""
    return prefix.parent / f"{prefix.name}-home"


def make_prefix(prefix: Path) -> None:
    """Make *prefix* a fresh Windows 10 where it is none yet; BuildStopError when Wine cannot."""
    require_tools("wine", "wineserver")
    if (prefix / "system.reg").is_file():
        return
    home(prefix).mkdir(parents=True, exist_ok=True)
    run(["wineboot", "-i"], environment(prefix), seconds=180)
    # Without this Wine says Windows 7, on which neither Qt nor the setup would start.
    run(["wine", "winecfg", "-v", "win10"], environment(prefix), seconds=60)
    stop(prefix)
    if not (prefix / "system.reg").is_file():
        raise BuildStopError(
            "Wine could not make its prefix; check that `wine wineboot` works, or install wine64."
        )


def run(
    command: list[str], environment: Mapping[str, str], *, seconds: float
) -> "subprocess.CompletedProcess[str]":
    """Run *command* with pipes as its standard streams, as Wine needs them, and return what it said.

    Raises BuildStopError when it takes longer than *seconds*.
    """
    try:
        return subprocess.run(
            command,
            env=dict(environment),
            input="",
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            timeout=seconds,
        )
    except subprocess.TimeoutExpired as error:
        raise BuildStopError(f"{' '.join(command[:3])} did not end within {seconds:.0f} seconds.") from error


def stop(prefix: Path) -> None:
    """Wait until nothing runs in *prefix* any more; after a while, end what does."""
    settings = environment(prefix)
    try:
        subprocess.run(["wineserver", "-w"], env=settings, check=False, timeout=20)
    except subprocess.TimeoutExpired:
        subprocess.run(["wineserver", "-k"], env=settings, check=False, timeout=20)
