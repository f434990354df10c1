"""One import after another: nothing of the one before is left, and only what it brings is told."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from gui.imports import Verdict
from gui.opening import Opening, examined
from gui.pages.import_words import added
from gui.session import Session
from model.book import Book
from model.problems import Problem, Severity
from tests.builders.books import PUBLISHED, book
from tests.builders.import_pages import Open, opened_page
from tests.builders.imports import FIRST, file_import, office_import, understood

OLD = Problem(Severity.ERROR, "contradiction", "Rekap Februari.xlsx", "Rekap", "D7")
NEW = Problem(Severity.ERROR, "position_unknown", "Rekap Maret.xlsx", "Rekap", "D7")
HINT = Problem(Severity.WARNING, "column_unused", "Rekap Maret.xlsx", "Rekap", "I4")


@pytest.fixture
def open_page(qtbot: QtBot, session: Session) -> Open:
    return partial(opened_page, qtbot, session)


@pytest.fixture
def with_book(session: Session) -> Session:
    """A session with a book of which something was found."""
    made = examined(book(*PUBLISHED), Opening(()), is_coverage_book=False)
    session.take_over(replace(made, problems=(OLD,)))
    return session


@pytest.mark.usefixtures("with_book")
def test_only_what_the_import_brings_is_a_finding_of_the_import(open_page: Open) -> None:
    page, imports = open_page(file_import(answers=understood()), into_open_book=True)
    imports.told = (OLD, OLD, NEW)
    page.refresh()

    assert page.preview.switch.button("findings").text() == "Temuan 2"
    assert added((OLD, OLD, NEW), (OLD,)) == (OLD, NEW)


def test_errors_are_told_beside_either_list(open_page: Open) -> None:
    page, imports = open_page()
    imports.told = (NEW, HINT)
    page.refresh()

    for shown in ("findings", "figures"):
        page.preview.switch.set_value(shown)
        assert page.preview.said.text() == "28 angka, 14 wilayah, 1 posisi; 1 galat, 1 peringatan"


def test_the_same_file_again_begins_at_its_top(open_page: Open, qtbot: QtBot, session: Session) -> None:
    page, imports = open_page(file_import(answers=understood()))
    page.sheets.view.go_to(FIRST + 4, 6)
    page.sheets.tabs.setCurrentIndex(1)
    page.preview.figures.verticalScrollBar().setValue(5)
    page.preview.figures.select_cell(page.preview.model.index(20, 0))
    page.preview.figures.sort_wanted.emit(2, Qt.SortOrder.AscendingOrder)

    again = imports.files
    imports.cancel()
    imports._shown = again
    imports.changed.emit()

    qtbot.waitUntil(lambda: page.sheets.tabs.currentIndex() == 0 and page.sheets.view.sheet.rowCount() > 1)
    current = page.sheets.view.currentIndex()
    assert (current.row(), current.column()) in {(-1, -1), (0, 0)}
    assert page.preview.figures.verticalScrollBar().value() == 0
    assert not page.preview.figures.currentIndex().isValid()
    assert page.preview.model.row_at(0) == 0


def test_the_next_import_is_greeted_though_the_page_stays_in_view(open_page: Open, qtbot: QtBot) -> None:
    page, imports = open_page(file_import(answers=understood()))
    page.footer.cancel.setFocus()

    imports.cancel()
    imports._shown = (file_import("Rekap April.xlsx"),)
    imports.changed.emit()

    qtbot.waitUntil(lambda: _focused() == "periodLine")


def test_while_another_import_is_read_the_footer_tells_nothing_of_the_one_before(
    open_page: Open, qtbot: QtBot
) -> None:
    page, imports = open_page(file_import(), into_open_book=True)
    assert page.footer.show_question.isVisible()

    imports.cancel()
    imports._shown = (file_import("Lain.xlsx", verdict=Verdict.READING, result=None),)
    imports.busy = True
    imports.changed.emit()

    qtbot.waitUntil(lambda: page.footer.said.text() == "Sedang membaca…")
    assert not page.footer.show_question.isVisible()
    assert not page.footer.remember.isVisible()


def test_without_an_import_there_is_only_a_way_to_begin_one(
    open_page: Open, qtbot: QtBot, session: Session
) -> None:
    page, imports = open_page()
    imports.cancel()
    qtbot.waitUntil(lambda: not page.footer.isVisible())

    begin = next(button for button in page.findChildren(QPushButton) if button.text() == "Impor berkas…")
    assert begin.isVisible()
    with qtbot.waitSignal(session.action_wanted) as wanted:
        begin.click()
    assert wanted.args == ["import_files"]


def test_nothing_can_be_imported_from_a_file_that_gives_nothing(open_page: Open) -> None:
    made = replace(office_import(understood()), book=Book())
    page, _ = open_page(replace(file_import(answers=understood()), result=made))

    assert not page.footer.accept.isEnabled()
    assert page.footer.said.text().startswith("Belum ada angka yang terbaca")


def _focused() -> str:
    focus = QApplication.focusWidget()
    return focus.objectName() if focus else ""
