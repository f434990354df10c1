"""A screen that nobody sees: Xvfb, the titles of its windows, and pictures of it."""

import os
import re
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from winbuild.stop import BuildStopError, require_tools


@contextmanager
def virtual_screen() -> Iterator[str]:
    """Run Xvfb for the length of the block; gives the name of the display, ":5"."""
    require_tools("Xvfb", "import", "xwininfo")
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        if not number:
            raise BuildStopError("Xvfb did not start; run `Xvfb :99` by hand to see why.")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(10)


def take_picture(display: str, path: Path) -> None:
    """Save what the screen shows as *path*; a failure to do so never fails a test by itself."""
    command = ["import", "-display", display, "-window", "root", str(path)]
    subprocess.run(command, check=False, capture_output=True, timeout=60)


DRAWN = 70_000
"""Bytes of a picture of the screen with a page on it; while the page is awaited it has about 40.000."""
WINDOW = 25_000
"""Bytes of a picture of the screen with any window on it."""


def wait_until_drawn(display: str, path: Path, seconds: float, *, least: int = DRAWN) -> bool:
    """Take pictures until the screen has settled on one of more than *least* bytes.

    Returns whether it did within *seconds*; the last picture stays as *path*.
    """
    sizes: list[int] = []
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        take_picture(display, path)
        sizes.append(path.stat().st_size if path.is_file() else 0)
        if sizes[-1] > least and sizes[-1] in sizes[:-1]:
            return True
        time.sleep(2)
    return False


def window_titles(display: str) -> list[str]:
    """Return the titles of all windows on the screen."""
    command = ["xwininfo", "-display", display, "-root", "-tree"]
    listing = subprocess.run(command, capture_output=True, text=True, check=False, errors="replace").stdout
    return re.findall(r'^\s+0x[0-9a-f]+ "(.*?)": \(', listing, flags=re.MULTILINE)


def wait_for(condition: Callable[[], bool], seconds: float) -> float | None:
    """Wait until *condition* holds; returns the seconds it took, or None when they were too few."""
    begun = time.monotonic()
    while (passed := time.monotonic() - begun) < seconds:
        if condition():
            return passed
        time.sleep(0.2)
    return None
