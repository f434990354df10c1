from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from gui.session import Session
from gui.widgets.decision_card import NamesCard, QuestionCard
from gui.widgets.decision_fields import CalmCombo
from model.excel.answers import About
from model.excel.decisions import Decision, Standing
from model.problems import Problem, Severity
from tests.builders.import_pages import Open, answer_position, choose, combos, opened_page
from tests.builders.imports import FIRST, file_import

ODD = Problem(Severity.WARNING, "position_unknown", "Rekap Maret.xlsx", "Rekap", "D7")


@pytest.fixture
def open_page(qtbot: QtBot, session: Session) -> Open:
    return partial(opened_page, qtbot, session)


def test_what_is_asked_stands_first_and_has_the_keyboard(open_page: Open, qtbot: QtBot) -> None:
    page, _ = open_page()

    kinds = [type(card) for card in page.talk.questions]
    assert kinds == [QuestionCard, NamesCard]
    line = page.talk.findChild(QLineEdit, "periodLine")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is line)


def test_consecutive_columns_with_the_same_decision_are_one_line(open_page: Open) -> None:
    page, _ = open_page()

    told = [line.text.text() for line in page.talk.lines]
    assert "Peserta aktif · kolom E–G" in told
    assert "Potensi · kolom D" in told
    assert all(line.why.text().startswith("dari berkas: ") for line in page.talk.lines)


def test_a_question_says_which_columns_its_answer_is_for(qtbot: QtBot) -> None:
    several = Decision(
        About.COLUMN, "·", "", Standing.OPEN, "Peserta PU", "column_unknown", places=((3, 3), (3, 4), (3, 5))
    )
    for decision, is_told in ((several, True), (replace(several, places=((3, 3),)), False)):
        card = QuestionCard(decision, "id", "62")
        qtbot.addWidget(card)

        reason = card.findChild(QLabel, "questionReason")
        assert reason is not None
        assert reason.text().endswith("Untuk kolom D–F.") == is_told


def test_an_answer_is_shown_in_its_place(open_page: Open, qtbot: QtBot) -> None:
    page, imports = open_page()

    answer_position(page)
    qtbot.waitUntil(lambda: len(imports.files[0].result.questions) == 2)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: page.talk.findChild(QPushButton, "withdraw").isVisible())  # type: ignore[union-attr]

    assert [type(card) for card in page.talk.questions] == [QuestionCard, NamesCard]
    page.talk.findChild(QPushButton, "withdraw").click()  # type: ignore[union-attr]
    assert len(imports.files[0].result.questions) == 3  # type: ignore[union-attr]


def test_a_name_is_a_suggestion_another_region_or_none(open_page: Open, qtbot: QtBot) -> None:
    page, imports = open_page()
    first, second = combos(page)
    texts = [choice.text for choice in first.choices]

    assert texts[:3] == [
        "Kab. Barito Selatan",
        "Kab. Barito Utara",
        "Bukan wilayah, lewati barisnya",
    ]
    assert {"Kota Palangka Raya", "Prov. Kalimantan Tengah"} <= set(texts)
    assert first.placeholderText() == "Pilih wilayah…"

    choose(first, "Kab. Barito Selatan")
    choose(second, "Bukan wilayah, lewati barisnya")

    result = imports.files[0].result
    assert result is not None
    assert [result.answers.get(About.NAME, key) for key in ("barsel", "pulpis raya")] == ["62.04", "leave"]
    qtbot.waitUntil(lambda: combos(page)[0].currentText() == "Kab. Barito Selatan")


def test_neither_the_wheel_nor_a_letter_answers(open_page: Open) -> None:
    page, imports = open_page()
    combo = combos(page)[0]
    combo.setFocus()

    QTest.keyClick(combo, Qt.Key.Key_K)
    combo.hidePopup()

    assert combo.currentIndex() == -1
    assert len(imports.files[0].result.questions) == 3  # type: ignore[union-attr]


def test_a_list_is_filled_when_it_is_opened(open_page: Open) -> None:
    page, _ = open_page()
    combo = combos(page)[0]
    assert combo.count() == 0

    QTest.keyClick(combo, Qt.Key.Key_Down)

    assert combo.view().isVisible()
    assert combo.findText("Kota Palangka Raya") > 0
    assert combo.currentIndex() == -1
    combo.hidePopup()


def test_a_choice_in_the_conversation_frames_its_cells(open_page: Open) -> None:
    page, _ = open_page()

    combos(page)[1].setFocus()
    assert page.sheets.view.sheet.marked == {(FIRST + 5, 2)}

    line = next(line for line in page.talk.lines if line.text.text() == "Potensi · kolom D")
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    assert {column for _, column in page.sheets.view.sheet.marked} == {3}
    assert line.property("chosen") is True


def test_a_click_on_the_sheet_leads_to_the_decision(open_page: Open) -> None:
    page, _ = open_page()

    page.sheets.view.place_chosen.emit(FIRST, 7)

    chosen = [line.text.text() for line in page.talk.lines if line.property("chosen")]
    assert chosen == ["Cakupan dilaporkan · kolom H"]
    page.sheets.view.place_chosen.emit(FIRST + 3, 2)
    assert [type(card) for card in page.talk.questions if card.property("chosen")] == [NamesCard]


def test_what_was_recognised_can_be_changed(open_page: Open, qtbot: QtBot) -> None:
    page, imports = open_page()
    line = next(line for line in page.talk.lines if line.text.text() == "Tidak dipakai · kolom I")

    line.open()
    field = line.findChild(CalmCombo)
    assert field is not None
    choose(field, "Potensi")

    result = imports.files[0].result
    assert result is not None
    assert result.answers.get(About.COLUMN, "catatan petugas") == "eligible"
    qtbot.waitUntil(
        lambda: any(
            line.why.text() == "dijawab"
            for line in page.talk.lines
            if line.group.first.key == "catatan petugas"
        )
    )


def test_the_conversation_keeps_its_place_when_it_changes(open_page: Open, qtbot: QtBot) -> None:
    page, imports = open_page()
    bar = page.talk.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    there = page.talk.lines[-1].mapTo(page.talk, page.talk.lines[-1].rect().topLeft()).y()

    imports.answer(0, About.NAME, "barsel", "62.04")
    qtbot.waitUntil(lambda: page.footer.show_question.text().startswith("Jawab 2"))

    assert page.talk.lines[-1].mapTo(page.talk, page.talk.lines[-1].rect().topLeft()).y() == pytest.approx(
        there, abs=3
    )


def test_the_keyboard_stays_where_it_answered(open_page: Open, qtbot: QtBot) -> None:
    page, _ = open_page()
    combo = combos(page)[0]
    combo.setFocus()

    choose(combo, "Kab. Barito Selatan")
    qtbot.waitUntil(lambda: page.footer.show_question.text().startswith("Jawab 2"))

    assert QApplication.focusWidget() is combo


def test_many_names_are_shown_a_part_at_a_time_and_can_be_left_out_together(
    open_page: Open, qtbot: QtBot
) -> None:
    made = file_import()
    assert made.result is not None
    odd = next(one for one in made.result.decisions if one.about is About.NAME)
    names = tuple(replace(odd, key=f"aneh {number}", subject=f"Aneh {number}") for number in range(70))
    page, imports = open_page(replace(made, result=replace(made.result, decisions=names)))
    more, leave = (page.talk.findChild(QPushButton, name) for name in ("moreNames", "leaveNames"))
    assert more is not None
    assert leave is not None
    assert (len(combos(page)), more.text()) == (30, "Tampilkan 40 nama lagi")

    more.click()
    assert len(combos(page)) == 60

    asked: list[str] = []
    page.talk.answered.connect(lambda decision, value: asked.append(value))
    imports.answer = lambda *arguments: None  # type: ignore[method-assign]
    leave.click()
    assert asked == ["leave"] * 70
