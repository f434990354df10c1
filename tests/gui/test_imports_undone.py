"""What an import brought is said in numbers, and it can be taken back in one step, in a real window."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui import dialogs
from gui.imports import Verdict
from gui.main_window import MainWindow
from gui.session import Session
from model.book import Book, Office
from model.excel.answers import About, Answers
from model.excel.refusal import refusal
from model.recipes import Recipe
from tests.builders.books import DECEMBER, PUBLISHED, book
from tests.builders.importing import KOTIM, POSITION, UNIT, active, settled
from tests.builders.readers import SHAPE, Form, PaperReader
from tests.builders.windows import Open

Shown = Callable[..., MainWindow]


@pytest.fixture(autouse=True)
def nobody_minds(monkeypatch: pytest.MonkeyPatch) -> None:
    """The window may close at the end of a test, whatever is lost with it."""
    monkeypatch.setattr(dialogs, "confirm", lambda *arguments: True)


@pytest.fixture
def shown(qtbot: QtBot, opened: Open) -> Shown:
    """Return what opens a window on the saved book "buku.xlsx", with a reader of these files."""

    def make(**forms: Form | Exception | Book) -> MainWindow:
        window = opened(with_book=False)
        files = {f"{name}.xlsx": form for name, form in forms.items()}
        window.session.imports.use(PaperReader({"buku.xlsx": book(*PUBLISHED), **files}))
        window.session.open_files(["buku.xlsx"])
        settled(qtbot, window.session)
        assert window.session.is_saved
        return window

    return make


def imported(qtbot: QtBot, window: MainWindow, *names: str) -> Session:
    window.handlers.import_paths([Path(f"{name}.xlsx") for name in names])
    settled(qtbot, window.session)
    return window.session


def test_an_import_without_a_question_is_taken_back_with_the_button_of_its_notice(
    qtbot: QtBot, shown: Shown
) -> None:
    window = shown(april=Form())
    before = active(window.session)
    session = imported(qtbot, window, "april")

    assert active(session) == [*before, 400]
    assert window.notices.offer_button.isVisible()
    assert window.notices.offer_button.text() == "Batalkan impor"

    window.notices.offer_button.click()

    assert active(session) == before
    assert window.notices.sentence.text() == (
        "Impor april.xlsx dibatalkan; isi buku kembali seperti sebelumnya."
    )
    assert not window.notices.offer_button.isVisible()
    assert (session.is_saved, session.is_edited, session.paths) == (True, False, (Path("buku.xlsx"),))


def test_the_command_is_there_only_while_there_is_an_import_to_take_back(qtbot: QtBot, shown: Shown) -> None:
    window = shown(april=Form(), lain=Form())
    command = window.commands["undo_import"]
    states = [command.isEnabled()]
    imported(qtbot, window, "april")
    states.append(command.isEnabled())
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    states.append(command.isEnabled())
    imported(qtbot, window, "april")
    window.session.open_files(["lain.xlsx"])
    settled(qtbot, window.session)
    states.append(command.isEnabled())

    assert states == [False, True, False, False]


def test_taking_back_keeps_what_was_changed_in_the_book_since(qtbot: QtBot, shown: Shown) -> None:
    window = shown(april=Form())
    session = imported(qtbot, window, "april")
    session.with_office(Office(province="62", place="Kuala Kapuas"))
    session.show_page("cakupan")
    session.imports.undo()

    assert session.book is not None
    assert session.book.office.place == "Kuala Kapuas"
    assert 400 not in active(session)
    assert session.is_edited
    assert session.page == "cakupan"


def test_an_import_that_was_looked_at_is_taken_back_as_well(qtbot: QtBot, shown: Shown) -> None:
    window = shown(april=Form(KOTIM))
    session = imported(qtbot, window, "april")
    session.imports.answer(0, About.NAME, "kotim", "62.02")
    settled(qtbot, session)
    session.imports.accept()
    settled(qtbot, session)
    assert 400 in active(session)
    session.imports.undo()

    assert 400 not in active(session)
    assert session.recipes.load().aliases == {"kotim": "62.02"}


def test_the_book_keeps_its_name_with_a_mark_until_it_is_saved(qtbot: QtBot, shown: Shown) -> None:
    window = shown(april=Form(), mei=Form(as_of=DECEMBER))
    bar = window.status
    assert (bar.file.text(), bar.saved.text()) == ("buku.xlsx", "Tersimpan")
    imported(qtbot, window, "april")
    imported(qtbot, window, "mei")

    assert (bar.file.text(), bar.saved.text()) == ("buku.xlsx", "Perubahan belum disimpan")
    assert window.windowTitle().startswith("buku.xlsx* - ")
    assert window.session.path == Path("buku.xlsx")

    window.session.reload()
    settled(qtbot, window.session)

    assert (bar.file.text(), bar.saved.text()) == ("buku.xlsx", "Perubahan belum disimpan")
    assert active(window.session)[-2:] == [400, 400]
    assert window.session.is_edited


def test_only_what_was_opened_is_a_recent_book(qtbot: QtBot, shown: Shown) -> None:
    window = shown(april=Form(), mei=Form(as_of=DECEMBER))
    imported(qtbot, window, "april")
    imported(qtbot, window, "mei")
    window.session.reload()
    settled(qtbot, window.session)

    assert window.session.settings is not None
    assert [entry.paths for entry in window.session.settings.recent] == [("buku.xlsx",)]


def test_what_is_there_already_and_what_contradicts_is_told_apart(qtbot: QtBot, shown: Shown) -> None:
    window = shown(a=Form(region="62.01"), b=Form(region="62.01", active=7), c=Form(region="62.01"))
    session = imported(qtbot, window, "a")
    said: list[str] = []
    session.notice.connect(lambda level, sentence: said.append(sentence))
    rows = len(session.book.observations) if session.book else 0
    imported(qtbot, window, "c")
    imported(qtbot, window, "b")
    session.imports.accept()
    settled(qtbot, session)

    assert said == [
        "Tidak ada yang baru di c.xlsx; isi buku ini tetap.",
        "b.xlsx: 0 angka ditambahkan, 1 sudah ada, 1 bentrok dengan isi buku ini, yang tetap dipakai.",
    ]
    assert session.book is not None
    assert len(session.book.observations) == rows + 1
    assert "same_figure_twice" in [problem.code for problem in session.problems]


def test_files_that_repeat_a_part_of_the_book_say_how_many(qtbot: QtBot, shown: Shown) -> None:
    window = shown(a=Form(region="62.01"), b=Form(region="62.01"), c=Form(region="62.02"))
    imported(qtbot, window, "a")
    session = imported(qtbot, window, "b", "c")

    assert window.notices.sentence.text() == ("b.xlsx +1: 2 angka ditambahkan ke buku ini, 2 sudah ada.")
    assert session.can_undo_import


def test_findings_of_reading_outlive_the_saving_of_the_book(
    qtbot: QtBot, shown: Shown, tmp_path: Path
) -> None:
    window = shown(a=Form(region="62.01"), b=Form(region="62.01"))
    imported(qtbot, window, "a")
    session = imported(qtbot, window, "b")
    before = [problem.text() for problem in session.problems]
    saved = tmp_path / "simpanan.xlsx"
    assert session.book is not None
    session.imports.use(PaperReader({"simpanan.xlsx": replace(session.book, problems=())}))
    with qtbot.waitSignal(session.book_changed, timeout=20_000):
        session.save_as(saved)
    settled(qtbot, session)

    assert session.path == saved
    assert [problem.text() for problem in session.problems] == before

    session.reload()
    settled(qtbot, session)

    assert [problem.text() for problem in session.problems] == before
    assert session.is_saved


@pytest.mark.parametrize("leave", ["close", "open"])
def test_a_typed_position_is_not_dropped_unasked(
    qtbot: QtBot, shown: Shown, monkeypatch: pytest.MonkeyPatch, leave: str
) -> None:
    window = shown(rekap=Form(POSITION, as_of=None), lain=Form())
    session = window.session
    asked: list[str] = []

    def refuses(parent: object, title: str, *texts: str) -> bool:
        asked.append(title)
        return False

    monkeypatch.setattr(dialogs, "confirm", refuses)
    window.handlers.open_paths([Path("rekap.xlsx")])
    settled(qtbot, session)
    session.imports.answer(0, About.POSITION, "", "2025-03")
    settled(qtbot, session)
    session.imports.accept()
    settled(qtbot, session)
    assert not asked
    if leave == "close":
        window.close()
    else:
        window.handlers.open_paths([Path("lain.xlsx")])
        settled(qtbot, session)

    assert asked == ["Perubahan belum disimpan"]
    assert window.isVisible()
    assert session.name == "rekap.xlsx"
    monkeypatch.setattr(dialogs, "confirm", lambda *arguments: True)


def test_the_page_offers_to_read_a_file_once_more_whose_reading_was_killed(
    qtbot: QtBot, shown: Shown
) -> None:
    window = shown(mati=refusal("reading_killed", "mati.xlsx"))
    session = imported(qtbot, window, "mati")
    qtbot.waitUntil(lambda: session.page == "impor")
    reader = session.imports.reader
    assert isinstance(reader, PaperReader)
    reader.forms["mati.xlsx"] = Form(KOTIM)
    button = window.findChild(QPushButton, "unusableRetry")
    assert button is not None
    qtbot.waitUntil(button.isVisible)
    button.click()
    settled(qtbot, session)
    qtbot.waitUntil(lambda: not button.isVisible())

    assert [file.verdict for file in session.imports.files] == [Verdict.QUESTIONS]


@pytest.mark.parametrize("is_added", [True, False])
def test_a_file_that_differs_from_its_recipe_says_so_where_nobody_was_asked(
    qtbot: QtBot, shown: Shown, is_added: bool
) -> None:
    window = shown(mei=Form(UNIT, shape=(*SHAPE, "target")))
    session = window.session
    session.recipes.remember((Recipe("Rekap", SHAPE, Answers(given={(About.SCALE, "potensi"): "1"})),), {})
    (window.handlers.import_paths if is_added else window.handlers.open_paths)([Path("mei.xlsx")])
    settled(qtbot, session)
    sentence = window.notices.sentence.text()

    assert window.notices.isVisible()
    assert sentence.startswith("2 angka dari mei.xlsx ditambahkan") == is_added
    assert sentence.endswith("mei.xlsx berbeda bentuknya dari resep Rekap; bedanya tercatat di Temuan.")
    assert "recipe_new" in [problem.code for problem in session.problems]


def test_files_added_to_an_office_table_are_not_dropped_unasked_after_reading_again(
    qtbot: QtBot, shown: Shown
) -> None:
    window = shown(januari=Form(), april=Form(as_of=DECEMBER))
    session = window.session
    session.open_files(["januari.xlsx"])
    settled(qtbot, session)
    imported(qtbot, window, "april")
    session.reload()
    settled(qtbot, session)

    assert session.is_edited
    assert not session.loses_by_reading_again
    assert window.windowTitle().startswith("januari.xlsx* - ")
