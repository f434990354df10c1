"""The first code of the installed program: where its own folders are, and which library is missing."""

import sys
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).resolve().parent
PLACES = ("/usr/lib/x86_64-linux-gnu", "/lib/x86_64-linux-gnu", "/usr/lib64", "/usr/lib")
WITHOUT_WINDOW = (
    "table", "trend", "check", "print", "new", "sample", "add", "diff", "--version", "--help", "-h",
)  # fmt: skip
NOT_FOUND = 127
MISSING = """\
Pustaka sistem yang diperlukan jendela tidak ada: {names}.
Pada Debian 12: sudo apt install {packages}
"""


def missing(lines: Iterable[str]) -> dict[str, str]:
    """Return those libraries of *lines* ("library package") that this machine lacks, with their packages."""
    pairs = [line.split() for line in lines]
    return {name: package for name, package in pairs if not _is_there(name)}


def _is_there(name: str) -> bool:
    # Looking is a thousand times quicker than loading, and right nearly always.
    if any(Path(place, name).exists() for place in PLACES):
        return True
    import ctypes  # only where a library lies in an unusual place

    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def start() -> int:
    """Run the program, or say what it lacks: Qt itself would end the process without a useful word."""
    words = sys.argv[1:]
    if not (words and words[0] in WITHOUT_WINDOW):
        lacking = missing((HERE / "pustaka-sistem.txt").read_text(encoding="ascii").splitlines())
        if lacking:
            packages = " ".join(sorted(set(lacking.values())))
            sys.stderr.write(MISSING.format(names=", ".join(lacking), packages=packages))
            return NOT_FOUND
    sys.path[:0] = [str(HERE / "program"), str(HERE / "pustaka")]
    from gui.__main__ import main

    return main()


if __name__ == "__main__":
    sys.exit(start())
