"""The chosen cell of the coverage table: its sentence, its figure, and the ways onward and back."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.pages.cakupan import CakupanPage
from gui.session import Session
from model.book import Book
from model.pedigree import FigureRef
from tests.builders.book_pages import page_on, row_of
from tests.builders.books import DECEMBER, MARCH
from tests.builders.rows import kalteng, kapuas_by_segment

Open = Callable[[Book], CakupanPage]


@pytest.fixture
def open_page(qtbot: QtBot, session: Session) -> Open:
    return partial(page_on, qtbot, session, CakupanPage)


def test_a_cell_is_explained_and_becomes_the_selected_figure(open_page: Open, session: Session) -> None:
    page = open_page(kalteng())

    page.table.select(row_of(page, "Kapuas"), "difference")

    assert session.figure_ref == FigureRef("difference", "62.03", "", MARCH, "siaran pers")
    assert page.strip.sentence.startswith("Dilaporkan 46,2 %, dihitung ulang 44,9 %. 73.884 ÷ 164.619")
    assert set(page.strip.links) == {"Rekap!E9", "Buka temuan"}


def test_the_arrow_keys_move_the_cell_and_its_figure(open_page: Open, session: Session) -> None:
    page = open_page(kalteng())
    page.table.select(0, "active")

    QTest.keyClick(page.table.body, Qt.Key.Key_Down)

    assert session.figure_ref == FigureRef("active", "62.08", "", MARCH, "siaran pers")


def test_a_status_leads_to_the_figure_behind_it(open_page: Open, session: Session) -> None:
    page = open_page(kalteng())

    page.table.select(0, "status")

    assert session.figure_ref is not None
    assert session.figure_ref.name == "attainment"
    assert page.strip.sentence.startswith("Sesuai: capaian")


def test_a_link_shows_the_source_cell_among_the_data(open_page: Open, session: Session) -> None:
    page = open_page(kalteng())
    page.table.select(row_of(page, "Kapuas"), "coverage")

    page.strip.links["Rekap!D9"].click()

    assert session.figure_ref == FigureRef("active", "62.03", "", MARCH)
    assert session.page == "data"


def test_the_link_to_the_finding_turns_to_the_findings(open_page: Open, session: Session) -> None:
    page = open_page(kalteng())
    page.table.select(row_of(page, "Kapuas"), "difference")

    page.strip.links["Buka temuan"].click()

    assert session.page == "temuan"


def test_a_double_click_or_enter_drills_down_to_the_segments(
    open_page: Open, session: Session, qtbot: QtBot
) -> None:
    page = open_page(kalteng(kapuas_by_segment()))
    page.table.select(row_of(page, "Kapuas"), "name")

    QTest.keyClick(page.table.body, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: page.table.model.rowCount() == 2)
    assert session.context.region == "62.03"
    assert page.grouping.value == "segment"
    assert [page.table.model.row_at(row).segment for row in range(2)] == ["PU", "BPU"]
    assert page.subtitle.text() == "2 segmen di Kapuas, diurutkan menurut cakupan"


def test_a_figure_is_opened_and_not_its_region(open_page: Open, session: Session, qtbot: QtBot) -> None:
    page = open_page(kalteng(kapuas_by_segment()))
    page.table.select(row_of(page, "Kapuas"), "active")

    with qtbot.waitSignal(session.origin_wanted):
        QTest.keyClick(page.table.body, Qt.Key.Key_Return)

    assert page.grouping.value == "region"


def test_a_click_on_a_cell_does_not_ask_for_its_origin(
    open_page: Open, session: Session, qtbot: QtBot
) -> None:
    page = open_page(kalteng())
    body = page.table.body
    place = page.table.model.place("active")
    assert place is not None

    with qtbot.assertNotEmitted(session.origin_wanted):
        inside = body.visualRect(page.table.model.index(2, place)).center()
        QTest.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, pos=inside)

    assert session.figure_ref is not None
    assert session.figure_ref.name == "active"


def test_one_goes_back_from_the_segments_to_the_list_of_regions(
    open_page: Open, session: Session, qtbot: QtBot
) -> None:
    page = open_page(kalteng(kapuas_by_segment()))
    assert not page.back.isVisible()
    page.table.select(row_of(page, "Kapuas"), "name")
    QTest.keyClick(page.table.body, Qt.Key.Key_Return)
    qtbot.waitUntil(page.back.isVisible)

    QTest.mouseClick(page.back, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: page.table.model.rowCount() == 14)
    assert session.context.region == ""
    assert page.grouping.value == "region"
    assert page.table.model.row_at(page.table.body.currentIndex().row()).name == "Kapuas"
    assert not page.back.isVisible()


def test_going_up_to_the_whole_province_leads_to_the_list_one_came_from(
    open_page: Open, session: Session, qtbot: QtBot
) -> None:
    page = open_page(kalteng(kapuas_by_segment()))
    page.table.select(row_of(page, "Kapuas"), "name")
    QTest.keyClick(page.table.body, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.table.model.rowCount() == 2)

    session.set_context(region="")

    qtbot.waitUntil(lambda: page.table.model.rowCount() == 14)
    assert page.grouping.value == "region"


def test_the_figure_goes_along_when_the_position_changes(
    open_page: Open, session: Session, qtbot: QtBot
) -> None:
    page = open_page(kalteng(kapuas_by_segment()))
    page.table.select(row_of(page, "Kapuas"), "name")
    QTest.keyClick(page.table.body, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.table.model.rowCount() == 2)

    session.set_context(as_of=DECEMBER)

    qtbot.waitUntil(lambda: session.figure_ref is not None and session.figure_ref.as_of == DECEMBER)
    assert session.figure_ref == FigureRef("coverage", "62.03", "", DECEMBER, "siaran pers")
    assert "Cakupan 43,5" in page.strip.sentence


def test_a_figure_whose_row_is_gone_is_selected_no_longer(
    open_page: Open, session: Session, qtbot: QtBot
) -> None:
    page = open_page(kalteng(kapuas_by_segment()))
    page.table.select(row_of(page, "Barito Utara"), "active")

    page.grouping.set_value("both")

    qtbot.waitUntil(lambda: session.figure_ref is None)
    assert page.strip.sentence.startswith("Pilih sel")


def test_a_figure_chosen_before_the_first_visit_is_the_current_cell(
    qtbot: QtBot, session: Session, open_page: Open
) -> None:
    page = open_page(kalteng(kapuas_by_segment()))
    page.table.select(row_of(page, "Barito Utara"), "active")
    page.grouping.set_value("segment")
    page.hide()
    session.set_context(as_of=DECEMBER, region="62.03")
    session.select_figure(FigureRef("coverage", "62", "", DECEMBER))

    page.show()

    qtbot.waitUntil(lambda: page.strip.sentence.startswith("Cakupan 44,"))
    assert session.figure_ref == FigureRef("coverage", "62", "", DECEMBER)
    assert page.table.total.currentIndex().isValid()


def test_a_rank_leads_to_the_coverage_that_it_ranks(open_page: Open, session: Session) -> None:
    page = open_page(kalteng())

    page.table.select(0, "rank")

    assert session.figure_ref == FigureRef("coverage", "62.05", "", MARCH, "siaran pers")
    assert page.strip.sentence.startswith("Peringkat 1 dari 14.")


def test_the_cell_stays_chosen_when_the_table_is_sorted_or_searched(
    open_page: Open, session: Session
) -> None:
    page = open_page(kalteng())
    page.table.select(row_of(page, "Kapuas"), "active")

    page.table.sort_by("name", Qt.SortOrder.AscendingOrder)
    page.search.setText("kapuas")
    page.search.search_now()

    current = page.table.body.currentIndex()
    assert page.table.model.row_at(current.row()).name == "Kapuas"
    assert session.figure_ref == FigureRef("active", "62.03", "", MARCH, "siaran pers")


def test_the_cell_of_a_figure_chosen_elsewhere_is_shown(open_page: Open, session: Session) -> None:
    page = open_page(kalteng())

    session.select_figure(FigureRef("shortfall", "62.03", "", MARCH, "siaran pers"))

    current = page.table.body.currentIndex()
    assert page.table.model.row_at(current.row()).name == "Kapuas"
    assert page.table.model.columns[current.column()].name == "shortfall"
    assert page.strip.sentence.startswith("Kurang 34.814 orang")
