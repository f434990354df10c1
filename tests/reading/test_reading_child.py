"""What the child is made of, seen from outside."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def printed(code: str) -> str:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def test_neither_side_of_the_pipes_needs_a_toolkit() -> None:
    code = "import sys; from gui.reading import child, reader; child._load(); print('PySide6' in sys.modules)"

    assert printed(code) == "False"


def test_the_parents_side_loads_no_library_before_a_file_is_read() -> None:
    code = "import sys; import gui.reading.shared; print({'pandas', 'numpy'} & {*sys.modules})"

    assert printed(code) == "set()"


NOISY = """
import os, sys
from gui.reading import child

child._load = lambda: (os.write(1, b"noise"), os.write(2, b"noise"), print("noise", file=sys.stderr))
child.serve()
"""


def test_what_a_library_prints_is_neither_an_answer_nor_on_the_screen() -> None:
    command = [sys.executable, "-c", NOISY]
    told = subprocess.run(command, cwd=ROOT, input=b"", capture_output=True, check=True)

    assert told.stdout == b"\x03\0\0\0\0"
    assert told.stderr == b""
