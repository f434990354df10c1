"""How an understood file is read can be looked at and changed; what a person told is not lost unasked."""

import pytest
from pytestqt.qtbot import QtBot

from gui.session import Session
from model.excel.decisions import Decision
from tests.builders.books import PUBLISHED, book
from tests.builders.importing import KOTIM, POSITION, active, opened, settled
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


@pytest.mark.parametrize(
    ("question", "value", "is_lost"), [(POSITION, "2025-03", True), (KOTIM, "62.02", False)]
)
def test_a_position_that_was_typed_is_not_lost_unasked_but_what_a_recipe_keeps_may_go(
    qtbot: QtBot, session: Session, reads: Reads, question: Decision, value: str, is_lost: bool
) -> None:
    reads(rekap=Form(question))
    opened(qtbot, session, "rekap")
    session.imports.answer(0, question.about, question.key, value)
    settled(qtbot, session)
    session.imports.accept()
    settled(qtbot, session)

    assert session.is_edited == is_lost
    assert not session.loses_by_reading_again


def test_a_book_of_its_own_has_nothing_to_look_at(session: Session) -> None:
    session.show_book(book(*PUBLISHED), name="lama")

    assert not session.is_reviewable
