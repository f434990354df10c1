import faulthandler
import json
import operator
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd
import pytest
from PySide6.QtCore import Qt, qInstallMessageHandler, qWarning
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from gui.crash import CrashReporter, crash_report, without_persons
from gui.crash_dialog import CrashDialog
from gui.log import Log
from gui.version import program_version


@pytest.fixture
def reporter(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[CrashReporter]:
    for module, name in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
        monkeypatch.setattr(module, name, getattr(module, name))
    monkeypatch.setattr(faulthandler, "enable", lambda: None)
    made = CrashReporter()
    yield made
    qInstallMessageHandler(None)


def failure(text: str = "no such column") -> Exception:
    try:
        raise LookupError(text)
    except LookupError as error:
        return error


def test_a_report_names_versions_the_way_through_the_code_and_the_error() -> None:
    error = failure()
    report = crash_report(error, error.__traceback__)

    assert f"Cakupan {program_version()}" in report
    assert "Python 3." in report
    assert "Qt 6." in report
    assert "tests/gui/test_crash_dialog.py:" in report
    assert report.rstrip().endswith("LookupError: no such column")


def report_of(doing: Callable[[], object]) -> str:
    """The report of what goes wrong in *doing*."""
    try:
        doing()
    except Exception as error:
        return crash_report(error, error.__traceback__)
    raise AssertionError


@pytest.mark.parametrize(
    ("doing", "kind"),
    [
        (lambda: float("Siti Aminah"), "ValueError: could not convert string to float: <teks>"),
        (lambda: int("Siti"), "ValueError: invalid literal for int() with base 10: <teks>"),
        (lambda: operator.getitem({}, "Siti"), "KeyError: <teks>"),
        (lambda: pd.to_datetime(["Siti Aminah"]), "\nDateParseError\n"),
        (lambda: pd.DataFrame()["Siti"], "KeyError"),
        (lambda: operator.add(["1"], "Siti Aminah"), "TypeError: can only concatenate list"),
        (lambda: json.loads("Siti"), "\nJSONDecodeError\n"),
        (
            lambda: operator.attrgetter("no_such_thing")("Siti"),
            "AttributeError: 'str' object has no attribute 'no_such_thing'",
        ),
    ],
)
def test_a_report_quotes_no_cell_of_a_file(doing: Callable[[], object], kind: str) -> None:
    report = report_of(doing)

    assert kind in report
    assert "Siti" not in report
    assert "Aminah" not in report


@pytest.mark.parametrize(
    "said",
    [
        "/home/rina/Dokumen/Gaji Budi.xlsx is broken",
        r"C:\Users\Rina\Data Pegawai\buku.xlsx: locked",
        r"\\server\bersama\kantor\data.xlsx",
        "NIK 6271 0112 3456 7890 is twice",
        "1987-04-12 NIP 19870412 201001 1 001",
    ],
)
def test_a_report_tells_nothing_about_persons(said: str) -> None:
    shown = crash_report(failure(said), None)

    assert not any(word in shown for word in ("rina", "Rina", "Dokumen", "server", "6271", "19870412"))


def test_what_is_no_path_and_no_long_number_stays() -> None:
    said = "expected 14 regions, found 1/2 of them at row 120345"

    assert without_persons(said) == said


def test_a_report_tells_no_folder_of_this_machine() -> None:
    error = failure()

    assert str(Path.home()) not in crash_report(error, error.__traceback__)
    assert str(Path(__file__).parents[2]) not in crash_report(error, error.__traceback__)


def test_an_exception_in_a_slot_is_shown(
    qtbot: QtBot, reporter: CrashReporter, capsys: pytest.CaptureFixture[str]
) -> None:
    shown: list[str] = []
    reporter.install(shown.append)
    error = failure()
    with qtbot.waitSignal(reporter.crashed):
        sys.excepthook(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: len(shown) == 1)

    assert "LookupError" in shown[0]
    assert "LookupError" in capsys.readouterr().err


def test_an_exception_in_a_thread_is_shown_on_the_gui_thread(qtbot: QtBot, reporter: CrashReporter) -> None:
    places: list[threading.Thread] = []
    reporter.install(lambda report: places.append(threading.current_thread()))

    def fail() -> None:
        raise LookupError

    with qtbot.waitSignal(reporter.crashed):
        thread = threading.Thread(target=fail)
        thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(places) == 1)

    assert places == [threading.main_thread()]


def test_what_qt_complained_about_stands_in_the_next_report(
    qtbot: QtBot, reporter: CrashReporter, capsys: pytest.CaptureFixture[str]
) -> None:
    reporter.install(lambda report: None)
    qWarning("something odd about /home/rina/x")
    error = failure()
    with qtbot.waitSignal(reporter.crashed) as signal:
        sys.excepthook(type(error), error, error.__traceback__)

    assert signal.args is not None
    assert "Qt warning: something odd about <berkas>" in signal.args[0]


def test_ctrl_c_in_the_terminal_is_no_fault(
    qtbot: QtBot, reporter: CrashReporter, capsys: pytest.CaptureFixture[str]
) -> None:
    reporter.install(lambda report: None)
    with qtbot.assertNotEmitted(reporter.crashed):
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)


def press(dialog: CrashDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_copy_button_copies_the_whole_report(qtbot: QtBot) -> None:
    dialog = CrashDialog("Cakupan 1\nLookupError: x\n")
    qtbot.addWidget(dialog)
    dialog.add("Cakupan 1\nValueError: y\n")
    dialog.add("Cakupan 1\nLookupError: x\n")
    dialog.show()
    press(dialog, "crashCopy")

    assert QApplication.clipboard().text() == dialog.report
    assert dialog.report.count("LookupError") == 1
    assert "ValueError" in dialog.report


def test_one_can_go_on_or_leave(qtbot: QtBot) -> None:
    going_on = CrashDialog("x")
    qtbot.addWidget(going_on)
    going_on.show()
    with qtbot.waitSignal(going_on.accepted), qtbot.assertNotEmitted(going_on.quit_wanted):
        press(going_on, "crashContinue")
    leaving = CrashDialog("x")
    qtbot.addWidget(leaving)
    leaving.show()
    with qtbot.waitSignal(leaving.quit_wanted):
        press(leaving, "crashQuit")


def test_faults_and_qts_warnings_reach_the_log(
    qtbot: QtBot, reporter: CrashReporter, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = Log(tmp_path)
    shown: list[str] = []
    reporter.install(shown.append, log)
    qWarning("a picture of /home/rina/Foto/kop.png is broken")
    error = failure()
    sys.excepthook(LookupError, error, error.__traceback__)
    qtbot.waitUntil(lambda: shown != [])
    log.close()
    written = (tmp_path / "cakupan.log").read_text(encoding="utf-8")
    capsys.readouterr()

    assert "Qt warning: a picture of" in written
    assert "LookupError: no such column" in written
    assert "rina" not in written
