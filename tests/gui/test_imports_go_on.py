"""What goes wrong on the way: nothing that was answered is lost, and what may pass can be tried again."""

from dataclasses import replace
from pathlib import Path
from typing import Never

import pytest
from pytestqt.qtbot import QtBot

from gui import dialogs, import_work
from gui.imports import Verdict
from gui.session import Session
from model.excel.answers import About, Answers
from model.excel.refusal import refusal
from model.recipes import Recipe
from tests.builders.books import DECEMBER, PUBLISHED, book
from tests.builders.importing import KOTIM, POSITION, UNIT, active, settled, verdicts
from tests.builders.importing import opened as read
from tests.builders.readers import SHAPE, Form, PaperReader, Reads
from tests.builders.windows import Open


@pytest.fixture(autouse=True)
def nobody_minds(monkeypatch: pytest.MonkeyPatch) -> None:
    """The window may close at the end of a test, whatever is lost with it."""
    monkeypatch.setattr(dialogs, "confirm", lambda *arguments: True)


SCALE = (About.SCALE, "potensi")


def recipe(name: str, shape: tuple[str, ...] = SHAPE, scale: str = "1000") -> Recipe:
    return Recipe(name, shape, Answers(given={SCALE: scale}))


@pytest.mark.parametrize("error", [OSError(5, "gone"), MemoryError()])
def test_a_failed_joining_leaves_the_answers_and_can_be_tried_again(
    qtbot: QtBot, session: Session, reads: Reads, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def fails(*arguments: object, **options: object) -> Never:
        raise error

    reads(rekap=Form(KOTIM))
    read(qtbot, session, "rekap")
    session.imports.answer(0, About.NAME, "kotim", "62.02")
    settled(qtbot, session)
    with monkeypatch.context() as patched, qtbot.waitSignal(session.notice) as notice:
        patched.setattr(import_work, "checked", fails)
        session.imports.set_taken(0, taken=False)
        session.imports.set_taken(0, taken=True)
        session.imports.accept()
        settled(qtbot, session)

    assert notice.args is not None
    assert notice.args[0] == "error"
    assert (session.page, session.imports.is_active, session.book) == ("impor", True, None)
    assert session.imports.has_answers
    assert session.imports.can_accept

    session.imports.accept()
    settled(qtbot, session)

    assert active(session) == [400]
    assert session.recipes.load().aliases == {"kotim": "62.02"}


def test_a_joining_that_fails_before_anything_was_asked_shows_the_page(
    qtbot: QtBot, session: Session, reads: Reads, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*arguments: object, **options: object) -> Never:
        raise MemoryError

    monkeypatch.setattr(import_work, "checked", fails)
    reads(a=Form(), b=Form(as_of=DECEMBER))
    with qtbot.waitSignal(session.notice) as notice:
        read(qtbot, session, "a", "b")

    assert notice.args is not None
    assert "tidak cukup untuk menggabungkan a.xlsx +1" in notice.args[1]
    assert (session.page, verdicts(session)) == ("impor", [Verdict.UNDERSTOOD] * 2)


def test_an_answer_of_the_reader_that_does_not_fit_into_memory_is_a_sentence(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    reads(besar=MemoryError(), rekap=Form())
    read(qtbot, session, "besar", "rekap")

    assert verdicts(session) == [Verdict.UNUSABLE, Verdict.UNDERSTOOD]
    assert "lebih banyak memori" in session.imports.files[0].sentence
    assert session.imports.files[0].can_retry


@pytest.mark.parametrize("others", [(), ("rekap",)])
def test_a_file_whose_reading_was_killed_can_be_read_once_more(
    qtbot: QtBot, session: Session, reads: Reads, others: tuple[str, ...]
) -> None:
    reader = reads(mati=refusal("reading_killed", "mati.xlsx"), rekap=Form(as_of=DECEMBER))
    read(qtbot, session, *others, "mati")
    place = len(others)

    assert session.page == "impor"
    assert session.imports.current == place
    assert session.imports.files[place].can_retry

    reader.forms["mati.xlsx"] = Form()
    session.imports.retry(place)
    settled(qtbot, session)

    assert verdicts(session) == [Verdict.UNDERSTOOD] * (place + 1)
    session.imports.accept()
    settled(qtbot, session)
    assert active(session) == [400] * (place + 1)


def test_a_file_that_is_of_no_use_in_itself_offers_no_other_try(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    reads(kosong=refusal("empty", "kosong.xlsx"), rekap=Form())
    read(qtbot, session, "kosong", "rekap")

    assert not session.imports.files[0].can_retry


def test_an_alias_that_was_taken_back_stays_so_when_the_files_are_read_again(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    reads(rekap=Form(KOTIM, POSITION, as_of=None))
    session.recipes.remember((), {"kotim": "62.02"})
    read(qtbot, session, "rekap")
    session.imports.withdraw(0, About.NAME, "kotim")
    session.imports.answer(0, About.POSITION, "", "2025-03")
    settled(qtbot, session)
    session.imports.accept()
    settled(qtbot, session)
    session.reload(review=True)
    settled(qtbot, session)
    (file,) = session.imports.files

    assert file.result is not None
    assert [question.about for question in file.result.questions] == [About.NAME]


def test_a_nearer_recipe_of_the_user_goes_before_one_of_the_book_that_is_farther(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    form = (*SHAPE, "target", "catatan", "sisa")
    reads(april=Form(UNIT, as_of=DECEMBER, shape=form))
    session.recipes.remember((recipe("Dekat", form[:-1]),), {})
    theirs = replace(book(*PUBLISHED), recipes=(recipe("Jauh", scale="1"),))
    session.show_book(theirs, name="Buku")
    session.import_files(["april.xlsx"])
    settled(qtbot, session)

    assert session.book is not None
    (made, *_) = session.book.recipes
    assert (made.name, made.answers.given[SCALE]) == ("Dekat (2)", "1000")


def test_a_book_behind_other_files_lends_them_its_recipes_as_well(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    theirs = replace(book(*PUBLISHED), recipes=(recipe("Buku"),), aliases={"kotim": "62.02"})
    reads(april=Form(UNIT, KOTIM, as_of=DECEMBER), buku=theirs)
    read(qtbot, session, "april", "buku")

    assert not session.imports.is_active
    assert 400 in active(session)


def test_a_book_that_is_imported_lends_its_recipes_behind_those_of_the_open_one(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    theirs = replace(book(), recipes=(recipe("Diimpor", scale="1"),), aliases={"kotim": "62.02"})
    reads(lain=theirs, april=Form(UNIT, KOTIM, as_of=DECEMBER))
    session.show_book(replace(book(*PUBLISHED), recipes=(recipe("Terbuka"),)), name="Buku")
    session.import_files(["lain.xlsx", "april.xlsx"])
    settled(qtbot, session)

    assert session.book is not None
    assert not session.imports.is_active
    assert session.book.sources[-1].recipe == "Terbuka"


def test_a_recipe_without_any_answer_is_not_kept(qtbot: QtBot, session: Session, reads: Reads) -> None:
    reads(rekap=Form(POSITION, as_of=None))
    read(qtbot, session, "rekap")
    session.imports.answer(0, About.POSITION, "", "2025-03")
    settled(qtbot, session)
    session.imports.accept("Rekap bulanan")
    settled(qtbot, session)

    assert session.book is not None
    assert (session.book.recipes, session.recipes.load().recipes) == ((), ())


def test_a_recipe_whose_last_answer_is_taken_back_is_forgotten(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    reads(april=Form(UNIT, POSITION, as_of=None))
    session.recipes.remember((recipe("Rekap"), recipe("Lain", ("[lain]", "nama"))), {})
    session.show_book(replace(book(*PUBLISHED), recipes=(recipe("Rekap"),)), name="Buku")
    session.import_files(["april.xlsx"])
    settled(qtbot, session)
    session.imports.withdraw(0, *SCALE)
    settled(qtbot, session)
    session.imports.accept()
    settled(qtbot, session)

    assert session.book is not None
    assert session.book.recipes == ()
    assert [found.name for found in session.recipes.load().recipes] == ["Lain"]


def test_another_import_is_announced_even_in_the_midst_of_one(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    reads(lama=Form(KOTIM), baru=Form(KOTIM))
    begun: list[int] = []
    session.imports.begun.connect(lambda: begun.append(len(session.imports.files)))
    read(qtbot, session, "lama")
    read(qtbot, session, "baru")

    assert begun == [0, 0]


def test_a_complaint_about_one_import_is_gone_with_the_next(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    window = opened(with_book=False)
    session = window.session
    session.imports.use(PaperReader({"rekap.xlsx": Form(KOTIM)}))
    session.import_files([tmp_path])
    qtbot.waitUntil(window.notices.isVisible)
    session.open_files(["rekap.xlsx"])
    settled(qtbot, session)

    assert session.page == "impor"
    assert not window.notices.isVisible()


def test_a_complaint_about_an_answer_is_gone_when_the_next_one_is_taken(qtbot: QtBot, opened: Open) -> None:
    window = opened(with_book=False)
    session = window.session
    reader = PaperReader({"rekap.xlsx": Form(KOTIM)})
    session.imports.use(reader)
    session.open_files(["rekap.xlsx"])
    settled(qtbot, session)
    form = reader.forms.pop("rekap.xlsx")
    session.imports.answer(0, About.NAME, "kotim", "62.02")
    settled(qtbot, session)
    assert window.notices.isVisible()
    reader.forms["rekap.xlsx"] = form
    session.imports.answer(0, About.NAME, "kotim", "62.02")
    settled(qtbot, session)

    assert verdicts(session) == [Verdict.UNDERSTOOD]
    assert not window.notices.isVisible()
