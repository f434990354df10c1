from collections.abc import Callable, Iterator
from dataclasses import replace

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
from tests.builders.books import DECEMBER, MARCH, PUBLISHED, book
from tests.builders.rows import kalteng, kapuas_by_segment

Open = Callable[[Book], CakupanPage]


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    made = Session()
    yield made
    made.close()


@pytest.fixture
def open_page(qtbot: QtBot, session: Session) -> Open:
    def make(made: Book) -> CakupanPage:
        session.show_book(made, name="Kalteng 2025.xlsx")
        page = CakupanPage(session)
        qtbot.addWidget(page)
        page.resize(1264, 784)
        with qtbot.waitExposed(page):
            page.show()
        return page

    return make


def names(page: CakupanPage) -> list[str]:
    return [page.table.model.row_at(row).name for row in range(page.table.model.rowCount())]


def row_of(page: CakupanPage, name: str) -> int:
    return names(page).index(name)


def controls(page: CakupanPage) -> tuple[QWidget, ...]:
    return page.grouping, page.search, page.columns_button, page.copy_button


def test_the_regencies_come_by_coverage_with_the_province_below(open_page: Open) -> None:
    page = open_page(kalteng())

    assert names(page)[0] == "Barito Utara"
    assert names(page)[-1] == "Kotawaringin Timur"
    assert page.table.total_model.row_at(0).name == "Kalimantan Tengah"
    assert page.subtitle.text() == "14 kabupaten/kota, diurutkan menurut cakupan"


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


def test_a_sum_says_of_how_many_cells_it_is_made(open_page: Open) -> None:
    page = open_page(kalteng())

    page.table.select_total("active")

    assert list(page.strip.links) == ["14 sel"]


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
