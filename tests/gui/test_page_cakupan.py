from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.pages.cakupan import CakupanPage
from gui.session import Session
from model.book import Book
from model.observations import Nature
from model.pedigree import FigureRef
from tests.builders.book_pages import names, page_on, row_of
from tests.builders.books import MARCH, PUBLISHED, book
from tests.builders.rows import kalteng, kapuas_by_segment

Open = Callable[[Book], CakupanPage]


@pytest.fixture
def open_page(qtbot: QtBot, session: Session) -> Open:
    return partial(page_on, qtbot, session, CakupanPage)


def controls(page: CakupanPage) -> tuple[QWidget, ...]:
    return page.grouping, page.search, page.columns_button, page.copy_button


def test_the_regencies_come_by_coverage_with_the_province_below(open_page: Open) -> None:
    page = open_page(kalteng())

    assert names(page)[0] == "Barito Utara"
    assert names(page)[-1] == "Kotawaringin Timur"
    assert page.table.total_model.row_at(0).name == "Kalimantan Tengah"
    assert page.subtitle.text() == "14 kabupaten/kota, diurutkan menurut cakupan"


def test_a_sum_says_of_how_many_cells_it_is_made(open_page: Open) -> None:
    page = open_page(kalteng())

    page.table.select_total("active")

    assert list(page.strip.links) == ["14 sel"]


def test_regions_and_segments_side_by_side(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(kalteng(kapuas_by_segment()))

    page.grouping.set_value("both")

    qtbot.waitUntil(lambda: page.table.model.rowCount() == 2)
    assert [column.name for column in page.table.model.columns[:3]] == ["rank", "name", "segment"]


def test_the_search_finds_regions_and_keeps_the_total(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(kalteng())

    page.focus_search()
    QTest.keyClicks(page.search, "barito")

    qtbot.waitUntil(lambda: page.table.model.rowCount() == 3)
    assert page.table.total_model.rowCount() == 1
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.table.model.rowCount() == 14


def test_enter_in_the_search_leads_into_the_table(open_page: Open, session: Session) -> None:
    page = open_page(kalteng())
    page.focus_search()
    QTest.keyClicks(page.search, "kapuas")

    QTest.keyClick(page.search, Qt.Key.Key_Return)

    assert session.figure_ref == FigureRef("coverage", "62.03", "", MARCH, "siaran pers")


def test_columns_can_be_taken_away_and_brought_in(open_page: Open) -> None:
    page = open_page(kalteng())
    employed, reported = (page.table.model.place(name) for name in ("employed", "reported_coverage"))
    assert employed is not None
    assert reported is not None
    assert page.table.body.isColumnHidden(employed)

    for entry in page.column_menu.actions():
        if entry.data() in {"employed", "reported_coverage"}:
            entry.trigger()

    assert not page.table.body.isColumnHidden(employed)
    assert not page.table.total.isColumnHidden(employed)
    assert page.table.body.isColumnHidden(reported)


def test_the_columns_chosen_stay_when_the_context_changes(
    open_page: Open, session: Session, qtbot: QtBot
) -> None:
    page = open_page(kalteng())
    page.column_menu.hidden_changed.emit(frozenset({"trail"}))

    with qtbot.waitSignal(page.table.model.modelReset):
        session.set_context(target_set="")

    trail = page.table.model.place("trail")
    assert trail is not None
    assert page.table.body.isColumnHidden(trail)


def test_a_new_position_makes_a_new_table(open_page: Open, session: Session, qtbot: QtBot) -> None:
    page = open_page(kalteng())
    page.table.select(row_of(page, "Kapuas"), "active")

    with qtbot.waitSignal(page.table.model.modelReset):
        session.set_context(as_of=session.positions[0])

    assert page.table.model.row_at(row_of(page, "Kapuas")).active == round(73_884 * 0.98)
    assert page.strip.sentence.startswith("Peserta aktif 72.406 orang.")


def test_rows_made_up_for_an_example_are_marked_and_explained(open_page: Open) -> None:
    page = open_page(kalteng(nature=Nature.INVENTED))
    place = page.table.model.place("name")
    assert place is not None

    assert page.table.model.columns[place].mark(page.table.model.row_at(0))
    assert "rekaan untuk contoh" in [entry.text for entry in page.legend.entries]


def test_the_whole_table_is_copied_and_the_person_is_told(
    open_page: Open, session: Session, qtbot: QtBot
) -> None:
    page = open_page(kalteng())

    with qtbot.waitSignal(session.notice) as told:
        page.copy_button.click()

    assert told.args == ["info", "15 baris disalin; tempel di Excel dengan Ctrl+V."]
    assert QGuiApplication.clipboard().text().count("\n") == 15


def test_without_a_book_the_page_says_so(qtbot: QtBot, session: Session) -> None:
    page = CakupanPage(session)
    qtbot.addWidget(page)

    page.refresh()

    assert page.state is not None
    assert page.state.sentence.text() == "Belum ada buku yang dibuka."
    assert not any(control.isEnabled() for control in controls(page))


def test_a_book_opened_after_an_empty_visit_finds_every_control_ready(qtbot: QtBot, session: Session) -> None:
    page = CakupanPage(session)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()

    session.show_book(kalteng(), name="Kalteng 2025.xlsx")

    qtbot.waitUntil(lambda: page.state is None)
    assert all(control.isEnabled() for control in controls(page))


def test_a_book_without_figures_says_so(open_page: Open) -> None:
    page = open_page(Book())

    assert page.state is not None
    assert "Belum ada posisi data" in page.state.sentence.text()


def test_a_position_that_the_book_does_not_have_leads_back_when_chosen_anew(
    open_page: Open, session: Session, qtbot: QtBot
) -> None:
    page = open_page(kalteng())
    with qtbot.waitSignal(session.context_changed):
        session.set_context(as_of=replace(MARCH, day=MARCH.day.replace(year=2019)))
    qtbot.waitUntil(lambda: page.state is not None)

    session.set_context(as_of=None)

    qtbot.waitUntil(lambda: page.state is None)
    assert page.table.model.rowCount() == 14


def test_a_book_of_the_province_alone_shows_its_total(open_page: Open) -> None:
    page = open_page(book(*PUBLISHED))

    assert page.table.model.rowCount() == 0
    assert page.table.total_model.row_at(0).active == 465_940


def test_a_hidden_page_waits_until_it_is_shown(open_page: Open, session: Session, qtbot: QtBot) -> None:
    page = open_page(kalteng())
    page.hide()

    session.show_book(book(*PUBLISHED), name="lain.xlsx")
    assert page.table.model.rowCount() == 14
    page.show()

    assert page.table.model.rowCount() == 0
