"""Saving into the open book, in a real window on real files."""

import os
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui import dialogs
from gui.main_window import MainWindow
from model.book import Office
from model.excel.book_file import read_book, write_book
from model.excel.book_saving import kept_path
from model.excel.reader import read_grid
from tests.builders.books import DECEMBER, PUBLISHED, book
from tests.builders.importing import settled
from tests.builders.own_workbooks import FOREIGN, with_everything
from tests.builders.readers import Form, PaperReader
from tests.builders.windows import Open, press

WAIT = 20_000
Shown = Callable[[Path], MainWindow]


@pytest.fixture(autouse=True)
def nobody_minds(monkeypatch: pytest.MonkeyPatch) -> None:
    """The window may close at the end of a test, whatever is lost with it."""
    monkeypatch.setattr(dialogs, "confirm", lambda *arguments: True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with_everything(book(*PUBLISHED), tmp_path / "buku.xlsx")
    return tmp_path / "buku.xlsx"


@pytest.fixture
def shown(qtbot: QtBot, opened: Open) -> Shown:
    """Return what opens a window on a coverage book."""

    def make(path: Path) -> MainWindow:
        window = opened(with_book=False)
        with qtbot.waitSignal(window.session.book_changed, timeout=WAIT):
            window.session.open_files([path])
        assert window.session.is_saved
        return window

    return make


def is_changed(window: MainWindow) -> bool:
    """Say whether the window shows more than the file holds, in whichever way it says so."""
    session = window.session
    assert session.is_saved is not session.is_edited
    assert session.is_changed_book is session.is_edited
    return session.is_edited


def save(qtbot: QtBot, window: MainWindow) -> str:
    """Press Ctrl+S and return what the window says."""
    with qtbot.waitSignal(window.session.notice, timeout=WAIT) as said:
        press(window, Qt.Key.Key_S, ctrl=True)
    return str(said.args[1])


def test_what_was_changed_is_saved_and_the_owner_finds_everything_else_as_it_was(
    qtbot: QtBot, shown: Shown, path: Path
) -> None:
    window = shown(path)
    session = window.session
    session.set_context(region="62.03", as_of=DECEMBER)
    session.with_office(Office(province="62", place="Sampit"))
    assert is_changed(window)

    assert save(qtbot, window) == "buku.xlsx tersimpan."

    assert not is_changed(window)
    assert (session.context.region, session.context.as_of) == ("62.03", DECEMBER)
    assert read_book(read_grid(path)).office.place == "Sampit"
    assert openpyxl.load_workbook(path)["Rekap saya"]["A2"].value == "=Data!F2*2"
    with zipfile.ZipFile(path) as packed:
        assert {name: packed.read(name) for name in FOREIGN} == FOREIGN
    assert kept_path(path).exists()


def test_an_import_becomes_part_of_the_book_and_the_book_knows_its_sources(
    qtbot: QtBot, shown: Shown, path: Path
) -> None:
    window = shown(path)
    window.session.imports.use(PaperReader({"april.xlsx": Form()}))
    window.handlers.import_paths([Path("april.xlsx")])
    settled(qtbot, window.session)
    before = len(read_book(read_grid(path)).observations)

    save(qtbot, window)

    saved = read_book(read_grid(path))
    assert len(saved.observations) > before
    assert "april.xlsx" in [source.file for source in saved.sources]
    assert (window.session.is_saved, window.session.paths) == (True, (path,))
    assert window.windowTitle().startswith("buku.xlsx")


def test_an_import_taken_back_after_saving_is_a_change_to_be_saved(
    qtbot: QtBot, shown: Shown, path: Path
) -> None:
    window = shown(path)
    window.session.imports.use(PaperReader({"april.xlsx": Form()}))
    before = len(read_book(read_grid(path)).observations)
    window.handlers.import_paths([Path("april.xlsx")])
    settled(qtbot, window.session)
    save(qtbot, window)

    press(window, Qt.Key.Key_Z, ctrl=True)
    assert is_changed(window)
    save(qtbot, window)

    assert not is_changed(window)
    assert len(read_book(read_grid(path)).observations) == before


def test_a_book_that_somebody_else_changed_is_not_overwritten_and_that_is_said(
    qtbot: QtBot, shown: Shown, path: Path
) -> None:
    window = shown(path)
    window.session.with_office(Office(province="62", place="Sampit"))
    write_book(replace(book(*PUBLISHED), office=Office(province="62", place="Muara Teweh")), path, "1")

    said = save(qtbot, window)

    assert said.startswith("buku.xlsx diubah oleh orang atau program lain sejak dibuka")
    assert is_changed(window)
    assert read_book(read_grid(path)).office.place == "Muara Teweh"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="no folder is read-only to root")
def test_a_folder_that_may_not_be_written_is_said_and_nothing_is_lost(
    qtbot: QtBot, shown: Shown, path: Path
) -> None:
    window = shown(path)
    window.session.with_office(Office(province="62", place="Sampit"))
    path.parent.chmod(0o500)
    try:
        said = save(qtbot, window)
    finally:
        path.parent.chmod(0o700)

    assert "buku.xlsx" in said
    assert window.session.is_edited


def test_a_full_disk_is_said_and_nothing_is_lost(
    qtbot: QtBot, shown: Shown, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = shown(path)
    before = path.read_bytes()
    window.session.with_office(Office(province="62", place="Sampit"))

    def fails(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fails)
    said = save(qtbot, window)

    assert "penuh" in said
    assert window.session.is_edited
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir() if file.name.startswith(".buku")] == []


def test_an_offices_own_workbook_is_never_written_saving_asks_where(
    qtbot: QtBot, opened: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = opened(with_book=False)
    window.session.imports.use(PaperReader({"rekap.xlsx": Form()}))
    window.session.open_files(["rekap.xlsx"])
    settled(qtbot, window.session)
    asked: list[Path] = []

    def ask(parent: object, title: str, proposed: Path) -> None:
        asked.append(proposed)

    monkeypatch.setattr(dialogs, "save_book", ask)
    press(window, Qt.Key.Key_S, ctrl=True)

    assert [path.name for path in asked] == ["rekap - buku cakupan.xlsx"]
