"""Where the dialogs for files begin, and what closing the window is called when it would lose something."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from pytestqt.qtbot import QtBot

from gui import dialogs
from tests.builders.importing import POSITION, settled
from tests.builders.readers import Form, PaperReader
from tests.builders.windows import Open


def test_dialogs_begin_in_a_folder_that_is_there(
    opened: Open, monkeypatch: pytest.MonkeyPatch, own_home: Path
) -> None:
    window = opened(with_book=False)
    began: list[str] = []
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda kind: str(own_home / "Documents"))
    monkeypatch.setattr(dialogs, "import_folder", lambda parent, folder: began.append(folder))

    window.commands["import_folder"].trigger()
    (own_home / "Documents").mkdir()
    window.commands["import_folder"].trigger()

    assert began == [str(own_home), str(own_home / "Documents")]


def test_dialogs_go_on_where_files_were_chosen_last(
    opened: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = opened()
    folder = tmp_path / "rekap 2025"
    folder.mkdir()
    began: list[str] = []
    monkeypatch.setattr(window.session, "import_files", lambda paths: None)
    monkeypatch.setattr(dialogs, "import_folder", lambda parent, where: folder)
    window.commands["import_folder"].trigger()

    def asked(parent: object, where: str) -> tuple[Path, ...]:
        began.append(where)
        return ()

    monkeypatch.setattr(dialogs, "open_files", asked)
    window.commands["open"].trigger()

    assert began == [str(folder)]


def test_closing_is_called_closing(opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window = opened(with_book=False)
    session = window.session
    session.imports.use(PaperReader({"rekap.xlsx": Form(POSITION)}))
    session.open_files(["rekap.xlsx"])
    settled(qtbot, session)
    session.imports.answer(0, POSITION.about, POSITION.key, "2025-03")
    settled(qtbot, session)
    ways: list[str] = []

    def confirm(parent: object, title: str, sentence: str, yes: str) -> bool:
        ways.append(yes)
        return False

    monkeypatch.setattr(dialogs, "confirm", confirm)
    assert not window.close()
    session.imports.accept()
    settled(qtbot, session)
    assert not window.close()
    monkeypatch.setattr(dialogs, "confirm", lambda *arguments: True)

    assert ways == ["Tutup tanpa mengimpor", "Tutup tanpa menyimpan"]
