"""Answering, taking back and unfolding: nothing moves under the mouse, and the keyboard is never lost."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from gui.imports import FileImport
from gui.pages.impor import ImporPage
from gui.pages.page import Label
from gui.session import Session
from gui.widgets.decision_card import NamesCard, QuestionCard
from gui.widgets.decision_line import DecisionLine
from model.excel.answers import About, Answers
from model.excel.decisions import Decision, Standing
from tests.builders.import_pages import Open, choose, combos, opened_page
from tests.builders.imports import file_import, office_decisions


@pytest.fixture
def open_page(qtbot: QtBot, session: Session) -> Open:
    return partial(opened_page, qtbot, session)


def deciding(*decisions: Decision) -> FileImport:
    """The file with these decisions instead of its own."""
    made = file_import()
    assert made.result is not None
    return replace(made, result=replace(made.result, decisions=decisions))


def names(count: int) -> tuple[Decision, ...]:
    odd = next(one for one in office_decisions() if one.about is About.NAME)
    return tuple(replace(odd, key=f"aneh {number}", subject=f"Aneh {number}") for number in range(count))


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def part_of(page: ImporPage, widget: QWidget) -> DecisionLine | QuestionCard | NamesCard:
    parts = [*page.talk.questions, *page.talk.lines]
    found = next(part for part in parts if part.isAncestorOf(widget))
    assert isinstance(found, DecisionLine | QuestionCard | NamesCard)
    return found


def test_a_second_click_at_the_same_place_meets_the_same_option(qtbot: QtBot) -> None:
    asked = Decision(
        About.SHARE, "cakupan", "", Standing.OPEN, "Cakupan", "share_unclear", {"text": 0.4},
        ("percent", "fraction"),
    )  # fmt: skip
    card = QuestionCard(asked, "id", "62")
    qtbot.addWidget(card)
    card.resize(300, card.sizeHint().height())
    card.show()
    option = card.findChildren(QRadioButton)[0]
    before, height = option.mapTo(card, QPoint(0, 0)), card.heightForWidth(300)

    answered = replace(asked, value="percent", standing=Standing.ANSWERED, reason="answered", facts={})
    card.show_decision(answered, "62")
    QApplication.processEvents()

    assert option.mapTo(card, QPoint(0, 0)) == before
    assert card.heightForWidth(300) == height
    assert card.findChild(QPushButton, "withdraw").isVisible()  # type: ignore[union-attr]


def test_taking_an_answer_back_leaves_the_keyboard_in_its_field(qtbot: QtBot) -> None:
    answered = Decision(
        About.SHARE, "cakupan", "fraction", Standing.ANSWERED, "Cakupan", "answered",
        options=("percent", "fraction"),
    )  # fmt: skip
    card = QuestionCard(answered, "id", "62")
    qtbot.addWidget(card)
    with qtbot.waitActive(card):
        card.show()
    undo = card.findChild(QPushButton, "withdraw")
    assert undo is not None
    undo.setFocus()

    with qtbot.waitSignal(card.withdrawn):
        QTest.keyClick(undo, Qt.Key.Key_Space)
    card.show_decision(replace(answered, value="", standing=Standing.OPEN), "62")

    assert focus().objectName() == "option_fraction"
    assert not undo.isVisible()


def test_unfolding_more_lines_goes_on_with_the_first_of_them(open_page: Open, qtbot: QtBot) -> None:
    known = tuple(
        replace(one, value="62.04", standing=Standing.RECIPE, reason="name_suggested") for one in names(12)
    )
    page, _ = open_page(deciding(*known))
    more = page.talk.findChild(QPushButton, "moreDecisions")
    assert more is not None
    more.setFocus()

    QTest.keyClick(more, Qt.Key.Key_Space)

    line = part_of(page, focus())
    assert isinstance(line, DecisionLine)
    assert line is page.talk.lines[5]
    assert len(page.talk.lines) == 12


def test_more_names_go_on_with_the_first_of_them(open_page: Open) -> None:
    page, _ = open_page(deciding(*names(40)))
    more = page.talk.findChild(QPushButton, "moreNames")
    assert more is not None
    more.setFocus()

    QTest.keyClick(more, Qt.Key.Key_Space)

    assert focus().accessibleName() == 'Wilayah "Aneh 30"'


def test_a_line_that_becomes_a_question_keeps_the_keyboard(open_page: Open, qtbot: QtBot) -> None:
    answers = Answers().having(About.NAME, "barsel", "62.04")
    page, imports = open_page(file_import(answers=answers))
    line = next(line for line in page.talk.lines if line.group.first.key == "barsel")
    line.open()
    undo = line.findChild(QPushButton, "withdraw")
    assert undo is not None
    assert undo.isVisible()
    undo.setFocus()

    QTest.keyClick(undo, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(imports.files[0].result.questions) == 3)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: focus().accessibleName() == 'Wilayah "Barsel"')

    assert isinstance(part_of(page, focus()), NamesCard)


def test_a_line_offers_to_take_back_only_what_was_answered(open_page: Open, qtbot: QtBot) -> None:
    page, _ = open_page()
    line = next(line for line in page.talk.lines if line.text.text() == "Tidak dipakai · kolom I")
    line.open()
    undo = line.findChild(QPushButton, "withdraw")
    assert undo is not None
    assert not undo.isVisible()

    line.answered.emit(line.group.first, "eligible")

    qtbot.waitUntil(undo.isVisible)


def test_a_long_name_is_read_whole(open_page: Open) -> None:
    made = file_import()
    assert made.result is not None
    long = "KAB. KPS HULU-SELATAN DAN SEKITARNYA, TERMASUK KECAMATAN BARU"
    decisions = tuple(
        replace(one, subject=long) if one.key == "barsel" else one for one in made.result.decisions
    )
    page, _ = open_page(deciding(*decisions))

    written = page.talk.findChildren(Label, "nameWritten")
    assert {label.text() for label in written} == {long, "Pulpis Raya"}
    for label in written:
        assert label.height() >= label.heightForWidth(label.width())
    named = {label.text(): label for label in written}
    assert named[long].width() > named["Pulpis Raya"].width()


def test_the_list_of_names_keeps_its_order_while_it_is_answered(open_page: Open, qtbot: QtBot) -> None:
    page, _ = open_page()
    before = [combo.accessibleName() for combo in combos(page)]

    choose(combos(page)[0], "Kab. Barito Selatan")
    qtbot.waitUntil(lambda: page.footer.show_question.text().startswith("Jawab 2"))

    assert [combo.accessibleName() for combo in combos(page)] == before
