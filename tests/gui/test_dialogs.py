"""The questions, answered as a person would: the dialog runs, a timer presses what is in it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui import dialogs
from gui.import_work import WORKBOOKS as SEARCHED

Answer = Callable[[QDialog], None]


@pytest.fixture
def answer(qtbot: QtBot) -> Callable[[Answer], None]:
    """Return what makes the next dialog be answered as soon as it is open."""

    def soon(act: Answer) -> None:
        def when_open() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, QDialog)
            act(dialog)

        QTimer.singleShot(0, when_open)

    return soon


def press(dialog: QDialog, text: str) -> None:
    button = next(found for found in dialog.findChildren(QPushButton) if found.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def accept(dialog: QDialog) -> None:
    dialog.accept()


def cancel(dialog: QDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_the_remembered_province_is_chosen_beforehand(answer: Callable[[Answer], None]) -> None:
    answer(accept)

    assert dialogs.choose_province(None, "Provinsi mana?", "62") == "62"


def test_another_province_can_be_chosen(answer: Callable[[Answer], None]) -> None:
    def act(dialog: QDialog) -> None:
        choice = dialog.findChild(QComboBox, "province")
        assert choice is not None
        choice.setCurrentText("Kalimantan Barat")
        dialog.accept()

    answer(act)

    assert dialogs.choose_province(None, "Provinsi mana?", "62") == "61"


def test_no_answer_is_none(answer: Callable[[Answer], None]) -> None:
    answer(cancel)

    assert dialogs.choose_province(None, "Provinsi mana?") is None


def test_only_a_yes_is_a_yes(answer: Callable[[Answer], None]) -> None:
    answer(lambda dialog: press(dialog, "Ganti"))

    assert dialogs.confirm(None, "Ganti?", "Berkas itu sudah ada.", "Ganti")

    answer(cancel)

    assert not dialogs.confirm(None, "Ganti?", "Berkas itu sudah ada.", "Ganti")

    answer(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Return))  # the safe button is the default

    assert not dialogs.confirm(None, "Ganti?", "Berkas itu sudah ada.", "Ganti")


def saving(monkeypatch: pytest.MonkeyPatch, name: Path | str, kind: str) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *arguments: (str(name) if name else "", kind))


def test_a_name_without_an_ending_gets_that_of_the_chosen_kind(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    saving(monkeypatch, tmp_path / "lembar", "PDF (*.pdf)")

    assert dialogs.save_file(None, "Simpan", "x", "PDF (*.pdf)") == tmp_path / "lembar.pdf"

    saving(monkeypatch, tmp_path / "Rekap v1.2", "Gambar (*.png *.jpg)")

    assert dialogs.save_file(None, "Simpan", "x", "Gambar (*.png *.jpg)") == tmp_path / "Rekap v1.2.png"

    saving(monkeypatch, tmp_path / "lembar.PDF", "PDF (*.pdf)")

    assert dialogs.save_file(None, "Simpan", "x", "PDF (*.pdf)") == tmp_path / "lembar.PDF"


def test_a_completed_name_that_exists_is_asked_about(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "lembar.pdf").touch()
    saving(monkeypatch, tmp_path / "lembar", "PDF (*.pdf)")
    answers = [False, True]
    monkeypatch.setattr(dialogs, "confirm", lambda *arguments: answers.pop(0))

    assert dialogs.save_file(None, "Simpan", "x", "PDF (*.pdf)") is None
    assert dialogs.save_file(None, "Simpan", "x", "PDF (*.pdf)") == tmp_path / "lembar.pdf"


def test_thinking_better_of_it_saves_and_opens_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    saving(monkeypatch, "", "")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *arguments: ([], ""))

    assert dialogs.save_book(None, "Simpan", "x") is None
    assert dialogs.open_files(None) == ()


def test_several_workbooks_can_be_opened_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def ask(parent: QWidget | None, title: str, folder: str, kinds: str) -> tuple[list[str], str]:
        asked.append(kinds)
        return ["/a/x.xlsx", "/a/y.ods"], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", ask)

    assert dialogs.open_files(None) == (Path("/a/x.xlsx"), Path("/a/y.ods"))
    assert set(SEARCHED) | {".htm", ".html", ".xml"} == set(re.findall(r"\*(\.\w+)", asked[0]))
