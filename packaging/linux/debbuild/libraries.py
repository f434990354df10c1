"""The system libraries that the package stands on: those its files ask for, and Debian's names for them."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from debbuild import elf
from winbuild.places import ROOT, files_below
from winbuild.stop import BuildStopError

FOR_RUNNING: Final = ROOT / "tools" / "qt_libraries.sh"
"""The list that ``make run`` installs by; the package takes it from there, so that the two agree."""

ALWAYS: Final = {
    "ld-linux-x86-64.so.2": "libc6", "libc.so.6": "libc6", "libdl.so.2": "libc6", "libm.so.6": "libc6",
    "libpthread.so.0": "libc6", "libresolv.so.2": "libc6", "librt.so.1": "libc6", "libutil.so.1": "libc6",
    "libgcc_s.so.1": "libgcc-s1", "libstdc++.so.6": "libstdc++6", "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}  # fmt: skip
"""What every Debian with Python has, or nearly so."""

FURTHER: Final = {
    "libX11.so.6": "libx11-6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libfreetype.so.6": "libfreetype6",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxcb.so.1": "libxcb1",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
"""What comes along with those of the list, but is asked for by name, and Wayland's own."""

OPTIONAL: Final = {"libcups.so.2": "libcups2"}
"""Without it the plugin for printers is not loaded and everything else works: recommended, not required."""


def listed(script: str) -> dict[str, str]:
    """Return library -> package from the text of tools/qt_libraries.sh."""
    return dict(re.findall(r"^(lib\S+\.so\.\d+) (\S+)$", script, re.MULTILINE))


def known() -> dict[str, str]:
    """Return every library that may be asked for, with its package."""
    return listed(FOR_RUNNING.read_text(encoding="utf-8")) | ALWAYS | FURTHER


def asked_for(payload: Path) -> dict[str, str]:
    """Return each library that files of *payload* ask for and that is not in it, with one that asks."""
    files = [path for path in files_below(payload) if ".so" in path.name and elf.is_elf(path)]
    carried = {path.name for path in files}
    found: dict[str, str] = {}
    for path in files:
        for name in elf.needed(path.read_bytes()):
            if name not in carried:
                found.setdefault(name, path.relative_to(payload).as_posix())
    return found


def packages_for(names: Iterable[str], packages: dict[str, str]) -> tuple[list[str], list[str]]:
    """Return the packages that *names* require and those that they would like to have, both ordered.

    Raises BuildStopError for a library that is in no list: the package would not start on a bare machine.
    """
    wanted = set(names)
    if unknown := sorted(wanted - packages.keys() - OPTIONAL.keys()):
        raise BuildStopError(
            f"No package is named for {', '.join(unknown)}; add it to FURTHER in debbuild/libraries.py."
        )
    required = {packages[name] for name in wanted if name in packages}
    return sorted(required), sorted({OPTIONAL[name] for name in wanted if name in OPTIONAL})
