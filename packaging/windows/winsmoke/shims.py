"""What Wine 8 lacks of Windows 10, put into the test's prefix and nowhere else."""

import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from winbuild.places import WINDOWS
from winbuild.stop import BuildStopError, require_tools

SOURCES: Final = WINDOWS / "shims"
COMPILER: Final = "x86_64-w64-mingw32-gcc"
ABSENT: Final = {"icuuc": (), "bcryptprimitives": ("-ladvapi32",)}
"""Libraries that Wine has not at all, with what they are linked to."""
INCOMPLETE: Final = ("ucrtbase", "propsys")
"""Libraries of Wine's that lack a function, or end the process in it."""
OVERRIDES: Final = ",".join(INCOMPLETE) + "=n,b"


def exported_names(listing: str) -> list[str]:
    """Return the names that a library exports, out of ``objdump -p``."""
    table = listing.partition("[Ordinal/Name Pointer] Table")[2].partition("\n\n")[0]
    return re.findall(r"^\s*\[\s*\d+\]\s+(\S+)\s*$", table, flags=re.MULTILINE)


def forwarding(library: str, kept: str, names: list[str], own: set[str]) -> str:
    """Return the definition file of a library that forwards *names* to *kept*, except its *own* ones."""
    lines = [f"LIBRARY {library}.dll", "EXPORTS"]
    for name in sorted(set(names) | own):
        lines.append(f"  {name}=shim_{name}" if name in own else f'  "{name}" = "{kept}.{name}"')
    return "\n".join(lines) + "\n"


def install_shims(prefix: Path) -> None:
    """Build every shim and put it into *prefix*; BuildStopError when one does not build."""
    require_tools(COMPILER, "x86_64-w64-mingw32-objdump")
    system = prefix / "drive_c" / "windows" / "system32"
    with tempfile.TemporaryDirectory() as name:
        for library, linked in ABSENT.items():
            made = Path(name) / f"{library}.dll"
            _compile([str(SOURCES / f"{library}.c"), *linked], made)
            shutil.copyfile(made, system / made.name)
        for library in INCOMPLETE:
            _install_proxy(library, system, Path(name))


def _install_proxy(library: str, system: Path, folder: Path) -> None:
    original, kept = system / f"{library}.dll", f"{library}_wine"
    command = ["x86_64-w64-mingw32-objdump", "-p", str(original)]
    listing = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    source = SOURCES / f"{library}.c"
    own = set(re.findall(r"\bshim_(\w+)\(", source.read_text(encoding="utf-8")))
    definition = folder / f"{library}.def"
    definition.write_text(forwarding(library, kept, exported_names(listing), own), encoding="ascii")
    made = folder / f"{library}.dll"
    _compile(["-nostdlib", str(source), str(definition)], made)
    shutil.copyfile(original, system / f"{kept}.dll")
    # The original is a link or shared file in some versions of Wine; it must not be written through.
    original.unlink()
    shutil.copyfile(made, original)


def _compile(arguments: list[str], out: Path) -> None:
    command = [COMPILER, "-shared", "-O2", "-s", "-Wall", "-fno-builtin", "-o", str(out), *arguments]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False)
    if outcome.returncode != 0:
        raise BuildStopError(f"The test-only {out.name} does not build: {outcome.stderr.strip()[:400]}")
