"""Starting the program: safe mode, software rendering, a second start, what the start has to tell."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from gui import app as app_module
from gui import journal as journal_module
from gui import program as program_module
from gui import rendering
from gui.__main__ import main
from gui.app import Program
from gui.journal import Journal, start_sentences
from gui.log import Log
from gui.policy import read_policy
from gui.process_age import milliseconds_since_start
from gui.settings import Settings, safe_settings
from gui.version import program_version
from model.errors import UnusableFileError
from tests.builders.windows import Open

ROOT = Path(__file__).parents[2]
BOOK = "Rékap Désémber – Palangka Raya.xlsx"
Start = Callable[..., "subprocess.Popen[bytes]"]


@pytest.mark.parametrize(
    ("words", "files", "safe"),
    [
        (["a.xlsx"], ["a.xlsx"], False),
        (["--aman"], [], True),
        (["--aman", "a b.xlsx"], ["a b.xlsx"], True),
        (["a.xlsx", "--aman"], ["a.xlsx"], True),
    ],
)
def test_the_safe_mode_is_one_word_beside_the_files(
    monkeypatch: pytest.MonkeyPatch, words: list[str], files: list[str], safe: bool
) -> None:
    started: list[tuple[list[str], bool]] = []

    def run_window(files: list[str], *, safe: bool) -> int:
        started.append((files, safe))
        return 0

    monkeypatch.setattr(app_module, "run_window", run_window)

    assert main(words) == 0
    assert started == [(files, safe)]


@pytest.mark.parametrize(
    ("said", "chosen", "wanted"),
    [
        (None, False, False),
        (None, True, True),
        ("1", False, True),
        ("0", True, False),
        ("mungkin", True, True),
        ("", False, False),
    ],
)
def test_the_environment_wins_over_the_setting(
    monkeypatch: pytest.MonkeyPatch, said: str | None, chosen: bool, wanted: bool
) -> None:
    if said is None:
        monkeypatch.delenv(rendering.SWITCH, raising=False)
    else:
        monkeypatch.setenv(rendering.SWITCH, said)

    assert rendering.wants_software(chosen=chosen) is wanted


def test_software_rendering_is_told_to_qt_before_the_application_is_made() -> None:
    code = (
        "import os\nfrom gui import rendering\nrendering.use_software()\n"
        "from PySide6.QtCore import QCoreApplication, Qt\nfrom gui.app import make_application\n"
        "app = make_application()\n"
        "print(os.environ['QT_OPENGL'], app.testAttribute(Qt.ApplicationAttribute.AA_UseSoftwareOpenGL))"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )

    assert told.stdout.split() == ["software", "True"]


def test_the_safe_mode_is_said_in_the_title(opened: Open, settings: Settings) -> None:
    settings.is_safe = True

    assert opened(with_book=False).windowTitle() == "Cakupan (mode aman)"


def test_a_start_as_usual_has_nothing_to_tell(qapp: QApplication) -> None:
    assert start_sentences(Settings()) == []


def test_a_start_tells_everything_that_is_not_as_usual(qapp: QApplication) -> None:
    settings = safe_settings(read_policy("[bawaan]\nbahasa\nkertas = a3\n"))
    settings.set_aside, settings.is_writable = "Cakupan.ini.rusak-2026-03-18", False
    said = start_sentences(settings, ended_at_once=True)

    assert len(said) == 5
    assert "Mode aman" in said[0]
    assert "Cakupan.ini.rusak-2026-03-18" in said[1]
    assert "tidak dapat disimpan" in said[2]
    assert "berhenti mendadak" in said[3]
    assert "(2, 3)" in said[4]


def test_a_policy_that_cannot_be_read_is_told(qapp: QApplication, tmp_path: Path) -> None:
    from gui.policy import BadLine, Policy

    said = start_sentences(Settings(policy=Policy(bad_lines=(BadLine(0, "unreadable"),))))

    assert len(said) == 1
    assert "tidak dapat dibaca" in said[0]


def test_the_journal_tells_pages_books_and_refusals_by_name_and_count(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Log, "watch_native_faults", lambda log: False)
    monkeypatch.setattr(journal_module, "milliseconds_since_start", lambda: 812)
    window = opened(with_book=False)
    log = Log(tmp_path)
    journal = Journal(window.session, log)
    journal.begin()
    journal.ready()
    window.session.show_page("data")
    window.session.refused.emit(UnusableFileError("encrypted", "rina.xlsx terkunci", file="rina.xlsx"))
    window.session.refused.emit(PermissionError(13, "Permission denied", "/home/rina/Gaji.xlsx"))
    log.end()
    lines = (tmp_path / "cakupan.log").read_text(encoding="utf-8").splitlines()

    assert [line.split(maxsplit=4)[4] for line in lines] == [
        f"begins: Cakupan {program_version()}, 812 ms after the start",
        "ready, 812 ms after the start",
        "page data",
        "refused: UnusableFileError encrypted",
        "refused: PermissionError 13",
        "ends",
    ]


def test_the_age_of_the_process_grows_with_the_clock() -> None:
    first, began = milliseconds_since_start(), time.monotonic()
    time.sleep(0.3)
    second, passed = milliseconds_since_start(), (time.monotonic() - began) * 1000

    assert first is not None
    assert second is not None
    assert first > 0
    assert abs((second - first) - passed) < 100


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication) -> Iterator[Program]:
    made = Program(qapp, Settings())
    yield made
    made.session.close()
    made.window.close()
    made.window.deleteLater()
    made.setParent(None)
    made.deleteLater()


def test_files_of_a_later_start_bring_the_window_back_and_are_opened(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(program.window.handlers, "open_paths", opened.extend)
    program.window.show()
    program.window.setWindowState(Qt.WindowState.WindowMinimized)
    program.take_over([f"/data/{BOOK}"])

    assert not program.window.isMinimized()
    assert opened == [Path(f"/data/{BOOK}")]

    program.take_over([])

    assert len(opened) == 1


def test_files_of_a_later_start_wait_until_an_open_question_is_answered(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(program.window.handlers, "open_paths", opened.extend)
    monkeypatch.setattr(program_module, "_ASK_AGAIN", 10)
    question = QDialog(program.window)
    qtbot.addWidget(question)
    question.open()
    program.take_over(["/data/a.xlsx"])
    qtbot.wait(50)

    assert opened == []

    question.accept()
    qtbot.waitUntil(lambda: opened == [Path("/data/a.xlsx")], timeout=5000)


@pytest.fixture
def start(own_home: Path, tmp_path: Path) -> Iterator[Start]:
    """Return what starts the program as a person does, in a process of its own."""
    started: list[subprocess.Popen[bytes]] = []
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(runtime)}
    environment["PYTHONPATH"] = str(ROOT)

    def begin(*words: str) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "gui", *words]
        started.append(subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=subprocess.DEVNULL))
        return started[-1]

    yield begin
    for process in started:
        process.kill()
        process.wait()


def logged(home: Path, text: str, seconds: float = 40) -> bool:
    """Wait until the log of the programs that were started holds *text*."""
    path = home / "xdg_data_home" / "Cakupan" / "catatan" / "cakupan.log"
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        if path.is_file() and text in path.read_text(encoding="utf-8"):
            return True
        time.sleep(0.1)
    return False


@pytest.mark.skipif(sys.platform != "linux", reason="the folders of Linux")
def test_a_second_double_click_opens_its_file_in_the_running_window(
    start: Start, own_home: Path, tmp_path: Path
) -> None:
    assert main(["sample", str(tmp_path / BOOK)]) == 0

    first = start()

    assert logged(own_home, "begins")

    second = start(BOOK)

    assert second.wait(30) == 0
    assert logged(own_home, f"book {BOOK}")
    assert first.poll() is None

    safe = start("--aman")

    assert logged(own_home, "safe mode")
    assert safe.poll() is None


@pytest.mark.skipif(sys.platform != "linux", reason="the folders of Linux")
def test_a_second_double_click_finds_a_window_that_is_still_starting(
    start: Start, own_home: Path, tmp_path: Path
) -> None:
    assert main(["sample", str(tmp_path / BOOK)]) == 0

    first = start()
    ends = time.monotonic() + 40
    while not list((tmp_path / "runtime").glob("*.lock")):
        assert first.poll() is None
        assert time.monotonic() < ends
        time.sleep(0.005)
    second = start(BOOK)  # the window is not there yet

    assert second.wait(30) == 0
    assert logged(own_home, f"book {BOOK}")
    assert first.poll() is None
