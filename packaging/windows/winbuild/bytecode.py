"""Compiled code beside every module, made by the very Python that is shipped: no slow first start."""

import subprocess
from pathlib import Path
from typing import Final

from winbuild import wine
from winbuild.places import PYTHON_TAG
from winbuild.stop import BuildStopError

CACHE_TAG: Final = f"cpython-{PYTHON_TAG}"

# It runs in the shipped Python, hence as text. The pyc is unchecked: Python neither looks at the source's
# date nor compiles again, and the same source gives the same bytes. The name inside is that in the payload.
_COMPILE: Final = """\
import py_compile, sys
from pathlib import Path
payload, failed = Path(sys.argv[1]), 0
for name in sys.stdin.read().splitlines():
    source = payload / name
    target = source.parent / "__pycache__" / f"{source.stem}.@TAG@.pyc"
    target.parent.mkdir(exist_ok=True)
    try:
        py_compile.compile(str(source), str(target), name, doraise=True, quiet=2,
                           invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
    except py_compile.PyCompileError as error:
        failed += 1
        print("FAILED", name, error.exc_value)
print("COMPILED", failed)
""".replace("@TAG@", CACHE_TAG)


def compile_payload(payload: Path, prefix: Path) -> int:
    """Compile every module in *payload*; returns their number. *prefix* is the Wine prefix to run Python in.

    Raises BuildStopError when one of them does not compile.
    """
    names = [path.relative_to(payload).as_posix() for path in sorted(payload.rglob("*.py"))]
    wine.make_prefix(prefix)
    command = ["wine", str(payload / "python.exe"), "-X", "utf8", "-B", "-c", _COMPILE, str(payload)]
    outcome = subprocess.run(
        command,
        input="\n".join(names),
        env=wine.environment(prefix),
        capture_output=True,
        text=True,
        check=False,
        timeout=900,
    )
    wine.stop(prefix)
    failed = [line for line in outcome.stdout.splitlines() if line.startswith("FAILED")]
    if failed or "COMPILED 0" not in outcome.stdout:
        reason = failed[0] if failed else outcome.stderr.strip()[-300:]
        raise BuildStopError(f"Compiling the payload with its own Python under Wine failed: {reason}")
    return len(names)
