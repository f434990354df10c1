from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from gui import dialogs, i18n
from gui.imports import Verdict
from gui.pages.import_parts import stops_of
from gui.pages.page import Label
from gui.session import Session
from model.problems import Problem, Severity
from tests.builders.import_pages import Open, answer_position, choose, combos, opened_page
from tests.builders.imports import FIRST, file_import, understood

ODD = Problem(Severity.WARNING, "position_unknown", "Rekap Maret.xlsx", "Rekap", "D7")


@pytest.fixture
def open_page(qtbot: QtBot, session: Session) -> Open:
    return partial(opened_page, qtbot, session)


def test_one_file_needs_no_list(open_page: Open) -> None:
    page, _ = open_page()

    assert not page.files.isVisible()
    assert page.subtitle.text() == "Rekap Maret.xlsx"
    assert page.sheets.view.isVisible()


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


def test_no_recipe_is_offered_where_there_is_nothing_to_remember(open_page: Open) -> None:
    page, imports = open_page(file_import("Rekap UCJ 31 Maret 2025.xlsx", understood()))
    assert page.footer.remember.isVisible()

    imports.memorable = False
    page.refresh()

    assert not page.footer.remember.isVisible()
    assert not page.footer.name.isVisible()
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


@pytest.fixture(params=["en", "id"])
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """Each language of the program, which has its own names for the keys."""
    i18n.install(qapp, request.param)
    yield
    i18n.install(qapp, "id")


@pytest.mark.usefixtures("spoken")
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_imports_once_all_is_answered(open_page: Open, key: Qt.Key) -> None:
    page, imports = open_page(file_import(answers=understood()))

    QTest.keyClick(page.sheets.view, key, Qt.KeyboardModifier.ControlModifier)

    assert imports.done == [("accept", "Rekap")]


def test_everything_that_the_keyboard_reaches_has_a_name(open_page: Open) -> None:
    page, _ = open_page()
    for line in page.talk.lines[:4]:
        line.open()

    nameless = [
        type(stop).__name__
        for stop in stops_of(page)
        if stop.isVisible()
        and not stop.accessibleName()
        and not (isinstance(stop, QCheckBox) and stop.text())
    ]
    assert nameless == []


def test_a_long_sheet_says_that_it_is_drawn_in_part(open_page: Open) -> None:
    made = file_import()
    assert made.result is not None
    sheet = replace(made.result.sheets[0], height=120_000)
    page, _ = open_page(replace(made, result=replace(made.result, sheets=(sheet,))))

    assert page.sheets.cut.text() == "15 baris pertama digambar; semua 120.000 baris dibaca."


def test_a_coverage_book_among_the_files_needs_no_decision(open_page: Open) -> None:
    made = file_import()
    assert made.result is not None
    own = replace(made.result, sheets=(), decisions=(), tables=(), is_coverage_book=True)
    page, _ = open_page(replace(made, result=own, verdict=Verdict.UNDERSTOOD))

    assert page.sheets.strip.sentence == "Buku cakupan: isinya dibaca apa adanya."
    assert page.talk.findChild(Label).text() == "Tidak ada yang perlu diputuskan."  # type: ignore[union-attr]
    assert page.footer.accept.isEnabled()
    assert not page.footer.remember.isVisible()
