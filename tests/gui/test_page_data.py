from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.pages import data as data_module
from gui.pages.data import DataPage
from gui.session import Session
from model.book import Book
from model.pedigree import FigureRef
from tests.builders.book_pages import page_on
from tests.builders.books import MARCH
from tests.builders.rows import kalteng

Open = Callable[[Book], DataPage]


@pytest.fixture
def open_page(qtbot: QtBot, session: Session) -> Open:
    return partial(page_on, qtbot, session, DataPage)


def column(page: DataPage, name: str) -> list[str]:
    place = page.model.place(name)
    assert place is not None
    return [page.model.text_at(row, place) for row in range(page.model.rowCount())]


def choose(page: DataPage, filter_name: str, text: str) -> None:
    box = page.bar.boxes[filter_name]
    box.setCurrentIndex(box.findText(text))


def test_every_observation_is_there(open_page: Open, session: Session) -> None:
    page = open_page(kalteng())
    assert session.book is not None

    assert page.model.rowCount() == len(session.book.observations)
    assert page.bar.count.text() == f"{len(session.book.observations)} baris"
    assert page.bar.clear_button.isHidden()


def test_the_filters_work_together_and_the_count_says_what_is_left(open_page: Open) -> None:
    page = open_page(kalteng())

    choose(page, "region", "Kapuas")
    choose(page, "as_of", "31 Maret 2025")
    choose(page, "measure", "Peserta aktif")

    assert column(page, "value") == ["73.884"]
    assert page.bar.count.text() == "1 dari 69 baris"
    assert not page.bar.clear_button.isHidden()


def test_the_search_looks_into_every_column(open_page: Open) -> None:
    page = open_page(kalteng())

    page.focus_search()
    QTest.keyClicks(page.bar.search, "rekap!d9")
    page.bar.search.search_now()

    assert column(page, "name") == ["Kapuas"]


def test_clearing_the_filter_brings_everything_back(open_page: Open) -> None:
    page = open_page(kalteng())
    choose(page, "region", "Kapuas")
    page.bar.search.setText("2025")
    page.bar.search.search_now()

    page.bar.clear_button.click()

    assert page.model.rowCount() == 69
    assert page.bar.search.text() == ""


def test_nothing_found_is_said_in_the_table(open_page: Open) -> None:
    page = open_page(kalteng())

    page.bar.search.setText("tidak ada ini")
    page.bar.search.search_now()

    assert page.model.rowCount() == 0
    assert page.bar.count.text() == "0 dari 69 baris"


def test_a_chosen_row_is_the_selected_figure(open_page: Open, session: Session) -> None:
    page = open_page(kalteng())
    choose(page, "region", "Kapuas")
    choose(page, "measure", "Cakupan dilaporkan")

    page.table.select_cell(page.model.index(0, 5))

    assert session.figure_ref == FigureRef("reported_coverage", "62.03", "", MARCH)


def test_the_row_of_a_figure_chosen_elsewhere_is_shown(open_page: Open, session: Session) -> None:
    page = open_page(kalteng())

    session.select_figure(FigureRef("active", "62.03", "", MARCH))

    assert page.model.text_at(page.table.currentIndex().row(), 2) == "Kapuas"
    assert page.table.currentIndex().data() == "73.884"


def test_a_filter_that_hides_the_chosen_figure_gives_way(open_page: Open, session: Session) -> None:
    page = open_page(kalteng())
    choose(page, "region", "Seruyan")

    session.select_figure(FigureRef("active", "62.03", "", MARCH))

    assert page.table.currentIndex().data() == "73.884"
    assert page.bar.boxes["region"].currentIndex() == 0


def test_a_header_sorts_the_values_not_the_texts(open_page: Open) -> None:
    page = open_page(kalteng())
    choose(page, "as_of", "31 Maret 2025")
    choose(page, "measure", "Potensi")

    page.table.sort_wanted.emit(page.model.place("value"), Qt.SortOrder.AscendingOrder)

    assert column(page, "value")[:2] == ["24.440", "37.209"]
    assert column(page, "value")[-1] == "164.619"


def test_selected_cells_are_copied_for_excel(open_page: Open, session: Session, qtbot: QtBot) -> None:
    page = open_page(kalteng())
    choose(page, "region", "Kapuas")
    choose(page, "as_of", "31 Maret 2025")
    page.table.selectAll()

    with qtbot.waitSignal(session.notice) as told:
        page.table.copy_wanted.emit(True)

    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t")[:3] == ["Posisi", "Kode", "Wilayah"]
    assert [line.split("\t")[5] for line in lines[1:]] == ["73884", "164619", "46,2"]
    assert told.args == ["info", "3 baris disalin; tempel di Excel dengan Ctrl+V."]


def test_a_long_book_is_prepared_searched_and_copied_off_the_gui_thread(
    open_page: Open, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data_module, "_LARGE", 10)
    page = open_page(kalteng())
    assert page.state is not None
    assert page.state.sentence.text() == "Menyiapkan tabel…"
    qtbot.waitUntil(lambda: page.model.rowCount() == 69)

    page.table.sort_wanted.emit(page.model.place("value"), Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: column(page, "value")[0] == "166.265")
    choose(page, "region", "Kapuas")
    qtbot.waitUntil(lambda: page.model.rowCount() == 5)
    assert column(page, "value")[0] == "166.265"
    with qtbot.waitSignal(session.notice):
        page.copy_button.click()

    assert QGuiApplication.clipboard().text().count("\n") == 5


def test_only_the_last_of_several_searches_is_shown(
    open_page: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data_module, "_LARGE", 10)
    page = open_page(kalteng())
    qtbot.waitUntil(lambda: page.model.rowCount() == 69)

    for name in ("Seruyan", "Katingan", "Kapuas"):
        choose(page, "region", name)

    qtbot.waitUntil(lambda: set(column(page, "name")) == {"Kapuas"})


def test_an_empty_book_and_no_book_are_told_apart(open_page: Open, session: Session, qtbot: QtBot) -> None:
    without = DataPage(session)
    qtbot.addWidget(without)
    without.refresh()
    assert without.state is not None
    assert without.state.sentence.text() == "Belum ada buku yang dibuka."

    page = open_page(Book())

    assert page.state is not None
    assert page.state.sentence.text() == "Buku ini belum berisi angka."


def test_a_figure_hidden_by_a_filter_is_shown_once_the_long_book_is_searched_anew(
    open_page: Open, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data_module, "_LARGE", 10)
    page = open_page(kalteng())
    qtbot.waitUntil(lambda: page.model.rowCount() == 69)
    choose(page, "region", "Seruyan")
    qtbot.waitUntil(lambda: page.model.rowCount() == 5)

    session.select_figure(FigureRef("active", "62.03", "", MARCH))

    qtbot.waitUntil(lambda: page.table.currentIndex().data() == "73.884")


def test_a_sort_does_not_lose_the_search_that_is_still_running(
    open_page: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data_module, "_LARGE", 10)
    page = open_page(kalteng())
    qtbot.waitUntil(lambda: page.model.rowCount() == 69)

    choose(page, "measure", "Potensi")
    page.table.sort_wanted.emit(page.model.place("value"), Qt.SortOrder.AscendingOrder)

    qtbot.waitUntil(lambda: page.model.rowCount() == 28)
    assert column(page, "value")[0] == "24.440"
