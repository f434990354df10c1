"""What else a person does while a book is being saved."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui import dialogs, import_accepting
from gui.import_work import Outcome, joining
from gui.main_window import MainWindow
from gui.opening import Opened, Opening
from model.book import Book, Office
from model.excel import book_saving
from model.excel.answers import About
from model.excel.book_file import read_book, write_book
from model.excel.importing import Import
from model.excel.reader import read_grid
from model.progress import Report, silent
from tests.builders.books import PUBLISHED, book
from tests.builders.importing import KOTIM, settled
from tests.builders.readers import Form, PaperReader
from tests.builders.windows import Open, button, press

WAIT = 20_000
SAMPIT = Office(province="62", place="Sampit")


class Held:
    """Saves when it is let, and counts how often."""

    def __init__(self) -> None:
        self.begun, self.released = threading.Event(), threading.Event()
        self.count = 0
        self.error: Exception | None = None
        self._save: Callable[..., str] = book_saving.save_book

    def __call__(
        self, book: Book, path: Path, program_version: str, *, known: str, report: Report = silent
    ) -> str:
        self.count += 1
        self.begun.set()
        assert self.released.wait(20)
        if self.error:
            raise self.error
        return self._save(book, path, program_version, known=known, report=report)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    """Saving waits for ``released``."""
    made = Held()
    monkeypatch.setattr(book_saving, "save_book", made)
    yield made
    made.released.set()


@pytest.fixture
def window(qtbot: QtBot, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A window on a coverage book that was changed; nobody minds what is lost at the end."""
    monkeypatch.setattr(dialogs, "confirm", lambda *arguments: True)
    write_book(book(*PUBLISHED), tmp_path / "buku.xlsx", "1")
    made = opened(with_book=False)
    with qtbot.waitSignal(made.session.book_changed, timeout=WAIT):
        made.session.open_files([tmp_path / "buku.xlsx"])
    made.session.with_office(SAMPIT)
    return made


def begin(window: MainWindow, held: Held) -> None:
    press(window, Qt.Key.Key_S, ctrl=True)
    assert held.begun.wait(20)


def finish(qtbot: QtBot, window: MainWindow, held: Held) -> None:
    with qtbot.waitSignal(window.session.saving.ended, timeout=WAIT):
        held.released.set()


def place(window: MainWindow) -> str:
    return read_book(read_grid(window.session.paths[0])).office.place


def test_saving_cannot_be_stopped_halfway_so_the_next_save_knows_its_own_file(
    qtbot: QtBot, window: MainWindow, held: Held
) -> None:
    begin(window, held)
    assert not window.commands["cancel"].isEnabled()
    assert button(window, "statusCancel").isHidden()

    window.session.cancel()
    finish(qtbot, window, held)

    assert window.session.is_saved
    window.session.with_office(Office(province="62", place="Muara Teweh"))
    with qtbot.waitSignal(window.session.saving.ended, timeout=WAIT) as ended:
        press(window, Qt.Key.Key_S, ctrl=True)
    assert ended.args == [True]
    assert place(window) == "Muara Teweh"


def test_a_window_built_anew_knows_that_the_book_is_being_saved(
    qtbot: QtBot, window: MainWindow, held: Held
) -> None:
    begin(window, held)
    anew = MainWindow(window.session)
    qtbot.addWidget(anew)

    anew.handlers.save()
    finish(qtbot, window, held)

    assert held.count == 1
    assert window.session.is_saved


def test_what_is_changed_while_the_book_is_saved_is_still_to_be_saved(
    qtbot: QtBot, window: MainWindow, held: Held
) -> None:
    begin(window, held)
    window.session.with_office(Office(province="62", place="Muara Teweh"))

    finish(qtbot, window, held)
    assert (place(window), window.session.is_edited) == ("Sampit", True)

    with qtbot.waitSignal(window.session.saving.ended, timeout=WAIT):
        press(window, Qt.Key.Key_S, ctrl=True)
    assert (place(window), window.session.is_edited) == ("Muara Teweh", False)


def test_a_book_is_not_read_again_while_its_file_is_being_written(
    qtbot: QtBot, window: MainWindow, held: Held
) -> None:
    begin(window, held)
    with qtbot.waitSignal(window.session.notice, timeout=WAIT) as said:
        window.handlers.reload()
    assert said.args[1] == "buku.xlsx sedang disimpan. Baca ulang setelah tersimpan."
    assert not window.session.is_importing

    finish(qtbot, window, held)
    assert (place(window), window.session.is_saved) == ("Sampit", True)


def test_a_window_that_is_closed_while_the_book_is_saved_closes_when_it_is(
    qtbot: QtBot, window: MainWindow, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def confirm(parent: object, title: str, sentence: str, way: str) -> bool:
        asked.append(title)
        return False

    monkeypatch.setattr(dialogs, "confirm", confirm)
    begin(window, held)
    window.close()
    assert window.isVisible()

    held.released.set()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=WAIT)

    assert asked == []
    assert place(window) == "Sampit"


def test_a_window_stays_open_when_the_book_could_not_be_saved(
    qtbot: QtBot, window: MainWindow, held: Held
) -> None:
    held.error = OSError(28, "No space left on device")
    begin(window, held)
    window.close()

    with qtbot.waitSignal(window.session.notice, timeout=WAIT) as said:
        held.released.set()
    qtbot.wait(50)

    assert "penuh" in str(said.args[1])
    assert window.isVisible()
    assert window.session.is_edited


def test_saving_on_the_page_of_an_import_saves_the_open_book_and_the_import_goes_on(
    qtbot: QtBot, window: MainWindow, held: Held
) -> None:
    session = window.session
    session.imports.use(PaperReader({"april.xlsx": Form(KOTIM)}))
    window.handlers.import_paths([Path("april.xlsx")])
    settled(qtbot, session)
    assert session.page == "impor"

    begin(window, held)
    session.imports.answer(0, About.NAME, "kotim", "62.02")
    finish(qtbot, window, held)
    settled(qtbot, session)
    assert (session.is_saved, session.is_importing, session.page) == (True, True, "impor")

    session.imports.accept()
    settled(qtbot, session)
    assert (session.is_importing, session.is_edited) == (False, True)
    with qtbot.waitSignal(session.saving.ended, timeout=WAIT) as ended:
        press(window, Qt.Key.Key_S, ctrl=True)
    assert ended.args == [True]
    assert place(window) == "Sampit"


def test_what_is_changed_while_an_import_is_first_put_together_is_not_lost(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, released = threading.Event(), threading.Event()

    def slow(
        results: tuple[Import, ...], opening: Opening, before: Opened | None
    ) -> Callable[[Report], Outcome]:
        work = joining(results, opening, before)

        def held_work(report: Report) -> Outcome:
            begun.set()
            assert released.wait(20)
            return work(report)

        return held_work

    session = window.session
    monkeypatch.setattr(import_accepting, "joining", slow)
    session.imports.use(PaperReader({"april.xlsx": Form()}))
    window.handlers.import_paths([Path("april.xlsx")])
    qtbot.waitUntil(begun.is_set, timeout=WAIT)

    session.with_office(Office(province="62", place="Muara Teweh"))
    released.set()
    settled(qtbot, session)

    assert session.book is not None
    assert session.can_undo_import
    assert session.book.office.place == "Muara Teweh"


def test_a_new_file_that_is_being_written_is_opened_although_somebody_cancels(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    with qtbot.waitSignal(window.session.book_changed, timeout=WAIT):
        window.session.save_as(tmp_path / "baru.xlsx")
        window.session.cancel()

    assert window.session.path == tmp_path / "baru.xlsx"
    assert window.session.is_saved
