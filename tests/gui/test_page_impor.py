from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui import dialogs
from gui.pages.impor import ImporPage
from gui.session import Session
from gui.widgets.decision_card import NamesCard, QuestionCard
from gui.widgets.decision_fields import CalmCombo
from model.excel.answers import About
from model.problems import Problem, Severity
from tests.builders.imports import FIRST, ImportsByHand, file_import, opened_page, understood

Open = Callable[..., tuple[ImporPage, ImportsByHand]]
ODD = Problem(Severity.WARNING, "position_unknown", "Rekap Maret.xlsx", "Rekap", "D7")


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    made = Session()
    yield made
    made.close()


@pytest.fixture
def open_page(qtbot: QtBot, session: Session) -> Open:
    return partial(opened_page, qtbot, session)


def combos(page: ImporPage) -> list[CalmCombo]:
    """The lists of the names that are asked."""
    card = next(card for card in page.talk.questions if isinstance(card, NamesCard))
    return card.findChildren(CalmCombo)


def choose(combo: CalmCombo, text: str) -> None:
    """Choose an entry of a list by what it says."""
    combo.choose(next(choice.value for choice in combo.choices if choice.text == text))


def answer_position(page: ImporPage, text: str = "Maret 2025") -> None:
    line = page.talk.findChild(QLineEdit, "periodLine")
    assert line is not None
    line.setText(text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_one_file_needs_no_list(open_page: Open) -> None:
    page, _ = open_page()

    assert not page.files.isVisible()
    assert page.subtitle.text() == "Rekap Maret.xlsx"
    assert page.sheets.view.isVisible()


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


def test_tab_goes_as_one_reads(open_page: Open) -> None:
    page, _ = open_page()
    seen: list[QWidget] = []
    page.sheets.view.setFocus()
    for _ in range(20):
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)

    named = [widget.objectName() for widget in seen]
    order = ["sheetView", "sheetTabs", "figures", "previewFigures", "periodLine", "changeDecision"]
    places = [named.index(name) for name in order]
    assert places == sorted(places)
    assert len({id(widget) for widget in seen}) == len(seen)


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


def test_import_waits_for_every_answer_and_says_so(open_page: Open, qtbot: QtBot) -> None:
    page, imports = open_page()
    assert not page.footer.accept.isEnabled()
    assert page.footer.show_question.text() == "Jawab 3 pertanyaan lagi"

    answer_position(page)
    for combo in combos(page):
        choose(combo, "Bukan wilayah, lewati barisnya")

    qtbot.waitUntil(page.footer.accept.isEnabled)
    assert not page.footer.show_question.isVisible()
    QTest.mouseClick(page.footer.accept, Qt.MouseButton.LeftButton)
    assert imports.done == [("accept", "Rekap")]


def test_a_recipe_is_proposed_and_can_be_refused(open_page: Open) -> None:
    page, imports = open_page(file_import("Rekap UCJ 31 Maret 2025.xlsx", understood()))
    assert page.footer.name.text() == "Rekap UCJ"
    assert page.footer.remember.isChecked()

    page.footer.remember.setChecked(False)
    page.footer.accept.click()

    assert imports.done == [("accept", "")]


def test_where_the_figures_go_is_said(open_page: Open) -> None:
    page, _ = open_page(file_import(answers=understood()))
    assert page.footer.said.text() == "Dibuka sebagai buku baru; berkas asalnya tidak diubah."


def test_into_the_open_book_is_said(open_page: Open) -> None:
    page, _ = open_page(file_import(answers=understood()), into_open_book=True)
    assert page.footer.said.text().startswith("Ditambahkan ke buku yang terbuka")


def test_escape_gives_up_at_once_while_nothing_was_answered(open_page: Open) -> None:
    page, imports = open_page()

    QTest.keyClick(page, Qt.Key.Key_Escape)

    assert imports.done == [("cancel",)]


def test_answers_are_not_lost_without_asking(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    page, imports = open_page(file_import(answers=understood()))
    monkeypatch.setattr(dialogs, "confirm", lambda *arguments, **options: False)

    page.footer.cancel.click()
    assert imports.done == []

    monkeypatch.setattr(dialogs, "confirm", lambda *arguments, **options: True)
    page.footer.cancel.click()
    assert imports.done == [("cancel",)]


def test_the_preview_counts_and_leads_to_the_cell(open_page: Open, qtbot: QtBot) -> None:
    page, imports = open_page()
    imports.told = (ODD,)
    page.refresh()

    assert page.preview.switch.button("figures").text() == "Hasil 28"
    assert page.preview.said.text().startswith("28 angka, 14 wilayah, 1 posisi")
    page.preview.switch.set_value("findings")
    page.preview.findings.clicked.emit(page.preview.finding_model.index(0, 1))
    current = page.sheets.view.currentIndex()
    assert (current.row(), current.column()) == (6, 3)


def test_hidden_sheets_have_a_tab_that_says_so(open_page: Open) -> None:
    page, _ = open_page()

    assert page.sheets.tabs.tabText(1) == "Petunjuk (tersembunyi)"
    page.sheets.tabs.setCurrentIndex(1)
    assert page.sheets.view.sheet.text(0, 0) == "Isi setiap kolom sebelum tanggal 5."


def test_the_strip_explains_the_current_cell(open_page: Open) -> None:
    page, _ = open_page()

    page.sheets.view.go_to(FIRST, 3)

    assert page.sheets.strip.accessibleName() == "D7: 53.777 Angka. Potensi."
