"""Memory of the window's process when the sample is open and everything is at rest."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.outcome import Outcome

ROOT = Path(__file__).parents[2]
BUDGET = 260


def run() -> Iterator[Outcome]:
    """Measure it where the system tells it (Linux)."""
    if sys.platform != "linux":
        return
    with tempfile.TemporaryDirectory() as folder:
        script = "import sys; sys.path.insert(0, '.'); from tests.bench.opened_sample import main; "
        command = [sys.executable, "-c", script + "sys.exit(main(sys.argv[1]))", str(Path(folder) / "s.ini")]
        told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    yield Outcome("memory of the window with the sample open", float(told.stdout), BUDGET, unit="MB")
