"""Compiled code beside every module, made by Python 3.11: no slow first start, and nothing written later."""

import subprocess
from pathlib import Path
from typing import Final

from debbuild.places import PYTHON
from winbuild.stop import BuildStopError

# Unchecked: Python looks neither at the date of the source nor compiles again; the same source gives the same
# bytes. The name inside is that in the payload. Runs in another Python, hence as text.
_COMPILE: Final = """\
import py_compile, sys
from pathlib import Path
payload = Path(sys.argv[1])
for name in sys.stdin.read().splitlines():
    source = payload / name
    target = source.parent / "__pycache__" / f"{source.stem}.cpython-311.pyc"
    py_compile.compile(str(source), str(target), name, doraise=True, quiet=2,
                       invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
"""


def find_python() -> str:
    """Return the command of a Python 3.11, Debian's own before any other.

    Raises BuildStopError when there is none: bytecode of another version would be ignored.
    """
    for command in (f"/usr/bin/python{PYTHON}", f"python{PYTHON}", "python3"):
        code = f"import sys; sys.exit(sys.version_info[:2] != {tuple(map(int, PYTHON.split('.')))})"
        try:
            if subprocess.run([command, "-c", code], capture_output=True, check=False).returncode == 0:
                return command
        except FileNotFoundError:
            continue
    raise BuildStopError(
        f"The package is compiled with Python {PYTHON}, which is not here; build it on Debian 12, "
        f"or install python{PYTHON}."
    )


def compile_payload(payload: Path) -> int:
    """Compile every module in *payload*; returns their number. BuildStopError when one does not compile."""
    names = [path.relative_to(payload).as_posix() for path in sorted(payload.rglob("*.py"))]
    command = [find_python(), "-I", "-S", "-B", "-X", "utf8", "-c", _COMPILE, str(payload)]
    outcome = subprocess.run(command, input="\n".join(names), capture_output=True, text=True, check=False)
    if outcome.returncode != 0:
        raise BuildStopError(f"Compiling the payload failed: {outcome.stderr.strip()[-300:]}")
    return len(names)
