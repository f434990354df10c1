"""The actions that begin an import, as menu, keys and palette trigger them."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui import dialogs
from gui.navigation import Navigation
from gui.recipes_dialog import RecipesDialog
from gui.session import Session
from tests.builders.importing import KOTIM
from tests.builders.importing import opened as read
from tests.builders.readers import Form, Reads
from tests.builders.windows import Open


def test_files_are_asked_for_and_added_to_the_open_book(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened()
    taken: list[list[Path]] = []
    monkeypatch.setattr(dialogs, "import_files", lambda parent, folder: (Path("a.xlsx"), Path("b.xlsx")))
    monkeypatch.setattr(window.session, "import_files", taken.append)
    window.commands["import_files"].trigger()

    assert taken == [[Path("a.xlsx"), Path("b.xlsx")]]


def test_a_folder_is_asked_for_and_added_as_a_whole(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    window = opened()
    taken: list[list[Path]] = []
    monkeypatch.setattr(dialogs, "import_folder", lambda parent, folder: Path("rekap 2025"))
    monkeypatch.setattr(window.session, "import_files", taken.append)
    window.commands["import_folder"].trigger()

    assert taken == [[Path("rekap 2025")]]


@pytest.mark.parametrize(("action", "nothing"), [("import_files", ()), ("import_folder", None)])
def test_nothing_is_added_when_the_person_thinks_better_of_it(
    opened: Open, monkeypatch: pytest.MonkeyPatch, action: str, nothing: object
) -> None:
    window = opened()
    taken: list[list[Path]] = []
    monkeypatch.setattr(dialogs, action, lambda parent, folder: nothing)
    monkeypatch.setattr(window.session, "import_files", taken.append)
    window.commands[action].trigger()

    assert taken == []


def test_the_sample_takes_in_nothing_and_says_so(
    opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened(with_book=False)
    window.session.open_sample()
    qtbot.waitUntil(lambda: window.session.is_sample, timeout=20_000)
    monkeypatch.setattr(window.session, "import_files", lambda paths: None)
    with qtbot.waitSignal(window.session.notice) as notice:
        window.handlers.import_paths([Path("a.xlsx")])

    assert notice.args is not None
    assert "tidak dicampur" in notice.args[1]


def test_the_recipes_open_in_a_dialog_and_close_by_a_button(opened: Open) -> None:
    window = opened()
    seen: list[str] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RecipesDialog)
        seen.append(dialog.windowTitle())
        dialog.accept()

    QTimer.singleShot(0, act)
    window.commands["recipes"].trigger()

    assert seen == ["Resep impor"]


def test_an_import_can_be_turned_back_to_after_the_window_was_built_anew(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    reads(rekap=Form(KOTIM))
    read(qtbot, session, "rekap")
    session.show_page("beranda")
    anew = Navigation(session)
    qtbot.addWidget(anew)

    assert not anew.item("impor").isHidden()

    session.imports.cancel()

    assert anew.item("impor").isHidden()
