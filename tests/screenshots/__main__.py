"""``make screenshots``: every page, light and dark, 100 % and 150 %, and every sheet, into screenshots/."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "screenshots"


def main() -> int:
    """Draw everything anew, one process a scale: Qt reads the scale once, at its start."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    for scale in ("1", "1.5"):
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
        command = [sys.executable, "-m", "tests.screenshots.render", str(FOLDER)]
        subprocess.run(command, env=environment, check=True)
    subprocess.run([sys.executable, "-m", "tests.screenshots.sheets", str(FOLDER)], check=True)
    print(f"{len(list(FOLDER.glob('*.png')))} pictures in {FOLDER}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
