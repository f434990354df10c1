"""``make faults``: books that are being saved while the process is killed or the disk fails."""

import os
import tempfile
from pathlib import Path

from tests.faults.failing import failed_saves
from tests.faults.killing import killed_saves


def main() -> None:
    """Print how often the book held its old and its new figures; an AssertionError ends it."""
    times = int(os.environ.get("FAULTS", "200"))
    seed = int(os.environ.get("SEED", "1"))
    with tempfile.TemporaryDirectory() as folder:
        failed = failed_saves(Path(folder) / "buku.xlsx")
        print(f"{failed.total()} saves in which a step of the disk failed: {dict(failed)}")
    with tempfile.TemporaryDirectory() as folder:
        killed = killed_saves(Path(folder) / "buku.xlsx", times, seed)
        print(f"{times} saves in which the process was killed: {dict(killed)}")


if __name__ == "__main__":
    main()
