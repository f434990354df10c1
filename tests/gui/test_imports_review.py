"""How an understood file is read can be looked at and changed; what a person told is not lost unasked."""

from pytestqt.qtbot import QtBot

from gui.session import Session
from model.excel.answers import About
from tests.builders.books import PUBLISHED, book
from tests.builders.importing import KOTIM, active, opened, settled
from tests.builders.readers import Form, Reads


def test_a_file_without_a_question_can_be_looked_at_and_read_in_another_way(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    reads(rekap=Form())
    opened(qtbot, session, "rekap")
    assert session.is_reviewable
    session.reload(review=True)
    settled(qtbot, session)

    assert (session.page, session.imports.is_active) == ("impor", True)
    assert active(session) == [400]

    session.imports.accept()
    settled(qtbot, session)

    assert (session.imports.is_active, session.is_edited) == (False, False)


def test_reading_again_does_not_show_how(qtbot: QtBot, session: Session, reads: Reads) -> None:
    reads(rekap=Form())
    opened(qtbot, session, "rekap")
    session.reload(review=True)
    settled(qtbot, session)
    session.imports.accept()
    settled(qtbot, session)
    session.reload()
    settled(qtbot, session)

    assert not session.imports.is_active


def test_answers_that_stand_in_no_book_are_not_lost_unasked(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    reads(rekap=Form(KOTIM))
    opened(qtbot, session, "rekap")
    session.imports.answer(0, About.NAME, "kotim", "62.02")
    settled(qtbot, session)
    session.imports.accept()
    settled(qtbot, session)

    assert session.is_edited
    assert not session.loses_by_reading_again


def test_a_book_of_its_own_has_nothing_to_look_at(session: Session) -> None:
    session.show_book(book(*PUBLISHED), name="lama")

    assert not session.is_reviewable
