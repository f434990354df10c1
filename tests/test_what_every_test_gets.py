"""The fixtures that hold the whole suite together hold what they promise."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings


def test_an_internet_socket_fails_the_test() -> None:
    with pytest.raises(AssertionError, match="network"):
        socket.socket(socket.AF_INET, socket.SOCK_STREAM)


def test_a_connection_fails_the_test() -> None:
    with pytest.raises(AssertionError, match="network"):
        socket.create_connection(("127.0.0.1", 9), timeout=1)


def test_settings_go_to_a_home_of_the_tests_own(own_home: Path) -> None:
    settings = QSettings("Cakupan", "Uji")
    settings.setValue("kunci", 1)
    settings.sync()

    assert Path(settings.fileName()).is_relative_to(own_home)
    assert os.environ["HOME"] == str(own_home)


LEAKS = {
    "QWidget": "import QWidget; kept = QWidget(); kept.show()",
    "QTimer": "import QTimer; kept = QTimer(); kept.start(9999)",
    "QThread": "import QThread; kept = QThread(); kept.start()",
}
MODULES = {"QWidget": "QtWidgets", "QTimer": "QtCore", "QThread": "QtCore"}
LEAKING_TEST = """
kept = None

def test_it(qtbot):
    global kept
    from PySide6.{module} {leak}

def test_the_end(qtbot):
    if hasattr(kept, "quit"):
        kept.quit()
        kept.wait()
"""


@pytest.mark.parametrize("leak", LEAKS)
def test_a_test_that_leaves_something_behind_fails(leak: str, tmp_path: Path) -> None:
    conftest = Path(__file__).parent / "conftest.py"
    (tmp_path / "conftest.py").write_text(conftest.read_text(encoding="utf-8"), encoding="utf-8")
    source = LEAKING_TEST.format(module=MODULES[leak], leak=LEAKS[leak])
    (tmp_path / "test_leak.py").write_text(source, encoding="utf-8")

    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--rootdir", ".", "test_leak.py"]
    environment = {**os.environ, "PYTHONPATH": str(conftest.parents[1])}
    outcome = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )

    assert outcome.returncode == 1
    assert "The test left behind: " in outcome.stdout
    assert leak in outcome.stdout
