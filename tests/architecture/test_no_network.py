"""The program opens no network socket: it runs in a process of its own, watched by the interpreter."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from gui import commands

ROOT = Path(__file__).parents[2]

WATCHED = """
import socket, sys

def watch(event, arguments):
    if event == "socket.__new__" and arguments[1] in (socket.AF_INET, socket.AF_INET6):
        print("NETWORK", arguments[1:], flush=True)
    if event in ("socket.connect", "socket.bind", "socket.sendto") and isinstance(arguments[1], tuple):
        print("NETWORK", event, arguments[1], flush=True)
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"):
        print("NETWORK", event, arguments, flush=True)

sys.addaudithook(watch)
"""

COMMANDS = """
from pathlib import Path
from gui.__main__ import main

book, new = str(Path(FOLDER) / "contoh.xlsx"), str(Path(FOLDER) / "baru.xlsx")
codes = [main(["sample", book]), main(["new", new])]
codes += [main(["table", book]), main(["check", book]), main(["trend", book, "--format", "csv"])]
codes += [main(["print", book, "-o", str(Path(FOLDER) / "lembar.pdf")])]
codes += [main(["trend", book, "-o", str(Path(FOLDER) / "tren.svg")])]
codes += [main(["add", new, book]), main(["diff", new + ".cadangan", new])]
print("ENDED", codes)
"""

WINDOW = """
from gui.__main__ import main

code = main(["selftest", "-o", FOLDER])
print("ENDED", [code])
"""

A_SOCKET = """
import socket

socket.socket(socket.AF_INET).close()
print("ENDED")
"""


def watched(program: str, folder: Path) -> str:
    """Run *program* under the watch and return what it printed."""
    code = WATCHED + f"FOLDER = {str(folder)!r}\n" + program
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", code]
    outcome = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", timeout=300, check=False
    )

    assert "ENDED" in outcome.stdout, outcome.stderr
    return outcome.stdout


def test_the_watch_sees_a_socket(tmp_path: Path) -> None:
    assert "NETWORK" in watched(A_SOCKET, tmp_path)


def test_every_command_is_watched() -> None:
    watched_ones = COMMANDS + WINDOW

    assert {name for name in commands.COMMANDS if f'main(["{name}"' not in watched_ones} == set()


@pytest.mark.parametrize("program", [COMMANDS, WINDOW], ids=["every command", "the window on every page"])
def test_no_network_socket_is_opened(program: str, tmp_path: Path) -> None:
    printed = watched(program, tmp_path)

    assert "NETWORK" not in printed
    codes = printed.rsplit("ENDED", 1)[1]
    assert set(re.findall(r"\d+", codes)) <= {"0", "1"}, printed
