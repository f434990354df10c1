from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.pages.findings import figure_of, finding_of, measured_figure
from gui.pages.temuan import TemuanPage
from gui.session import Session
from model.book import Book
from model.pedigree import FigureRef
from model.problems import Problem, Severity
from tests.builders.book_pages import page_on
from tests.builders.books import DECEMBER, MARCH, book, counted, every_regency
from tests.builders.rows import FILE, kalteng

Open = Callable[[Book], TemuanPage]


@pytest.fixture
def open_page(qtbot: QtBot, session: Session) -> Open:
    return partial(page_on, qtbot, session, TemuanPage)


def codes(page: TemuanPage) -> list[str]:
    return [page.list.model.row_at(row).code for row in range(page.list.model.rowCount())]


def button(page: TemuanPage, name: str) -> QPushButton:
    found = page.card.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def over_a_hundred() -> Book:
    """Kapuas reported wrongly, Seruyan over a hundred percent in one segment."""
    return kalteng(
        counted("62.07", active=1_200, eligible=1_000, segment="BPU", row=50),
        counted("62.07", active=38_382 - 1_200, eligible=63_156 - 1_000, segment="PU", row=51),
    )


def test_the_worst_comes_first_and_is_explained(open_page: Open) -> None:
    page = open_page(over_a_hundred())

    assert codes(page)[0] == "reported_differs"
    assert "over_100" in codes(page)
    assert "Cakupan Kapuas" in page.card.sentence.text()
    assert page.card.hint.text().startswith("Tanyakan kepada pembuat angka")


def test_the_chips_count_and_narrow(open_page: Open) -> None:
    page = open_page(over_a_hundred())
    assert page.levels.button("error").text() == "Galat 1"
    assert not page.levels.button("info").isEnabled()

    page.levels.set_value("error")

    assert codes(page) == ["reported_differs"]
    assert page.subtitle.text() == f"1 dari {page.levels.button('all').text().split()[-1]} temuan"


def test_the_search_looks_into_sentence_region_place_and_file(open_page: Open) -> None:
    page = open_page(over_a_hundred())

    for words, code in (
        ("melebihi 100", "over_100"),
        ("rekap!e9", "reported_differs"),
        ("seruyan", "over_100"),
    ):
        page.search.setText(words)
        page.search.search_now()
        assert codes(page) == [code], words


def test_choosing_another_finding_explains_that_one(open_page: Open) -> None:
    page = open_page(over_a_hundred())

    page.list.select(codes(page).index("over_100"), "text")

    assert "melebihi 100 persen" in page.card.sentence.text()


def test_a_finding_leads_to_its_figure(open_page: Open, session: Session) -> None:
    page = open_page(over_a_hundred())

    button(page, "showFigure").click()

    assert session.page == "cakupan"
    assert session.figure_ref is not None
    assert (session.figure_ref.name, session.figure_ref.region) == ("difference", "62.03")
    assert session.context.as_of is None  # the newest position, as before


def test_a_finding_of_another_position_says_that_every_page_turns_to_it(
    open_page: Open, session: Session, qtbot: QtBot
) -> None:
    page = open_page(over_a_hundred())
    session.set_context(as_of=DECEMBER)

    with qtbot.waitSignal(session.notice) as told:
        QTest.mouseClick(button(page, "showFigure"), Qt.MouseButton.LeftButton)

    assert session.context.as_of == MARCH
    assert told.args == [
        "info",
        "Semua halaman sekarang menampilkan posisi 31 Maret 2025. "
        "Untuk kembali, pilih 31 Desember 2024 di Posisi.",
    ]


def test_the_buttons_count_no_finding_when_there_is_none_any_more(
    open_page: Open, session: Session, qtbot: QtBot
) -> None:
    page = open_page(over_a_hundred())
    assert page.levels.button("all").text() != "Semua 0"

    session.show_book(book(every_regency()), name="lain.xlsx")

    qtbot.waitUntil(lambda: page.state is not None)
    assert page.levels.button("all").text() == "Semua 0"
    assert page.levels.button("error").text() == "Galat 0"


def test_a_finding_leads_to_its_cell(open_page: Open, session: Session) -> None:
    page = open_page(over_a_hundred())

    button(page, "showCell").click()

    assert session.page == "data"
    assert session.figure_ref == FigureRef("reported_coverage", "62.03", "", MARCH)


def test_enter_opens_the_figure(open_page: Open, session: Session) -> None:
    page = open_page(over_a_hundred())

    QTest.keyClick(page.list.body, Qt.Key.Key_Return)

    assert session.page == "cakupan"


def test_the_finding_of_the_selected_figure_is_chosen(
    qtbot: QtBot, session: Session, open_page: Open
) -> None:
    page = open_page(over_a_hundred())
    page.hide()
    session.select_figure(FigureRef("coverage", "62.07", "BPU", MARCH))

    page.show()

    assert "Seruyan" in page.card.sentence.text()


def test_the_list_is_copied_as_sentences(open_page: Open, session: Session, qtbot: QtBot) -> None:
    page = open_page(over_a_hundred())
    page.levels.set_value("error")

    with qtbot.waitSignal(session.notice):
        page.copy_button.click()

    text = QGuiApplication.clipboard().text()
    assert text.startswith("Galat: Cakupan Kapuas per 31 Maret 2025 dilaporkan 46,2")
    assert f"({FILE}, Rekap!E9)" in text


def test_a_book_in_which_all_is_well_says_so(open_page: Open) -> None:
    page = open_page(book(every_regency()))

    assert page.state is not None
    assert page.state.sentence.text().startswith("Tidak ada temuan.")
    assert not page.copy_button.isEnabled()


def test_without_a_book_the_page_says_so(qtbot: QtBot, session: Session) -> None:
    page = TemuanPage(session)
    qtbot.addWidget(page)

    page.refresh()

    assert page.state is not None
    assert page.state.sentence.text() == "Belum ada buku yang dibuka."


def test_a_level_that_the_next_book_has_not_gives_way(
    open_page: Open, session: Session, qtbot: QtBot
) -> None:
    page = open_page(over_a_hundred())
    page.levels.set_value("error")

    with qtbot.waitSignal(page.list.model.modelReset):
        session.show_book(
            book(every_regency(), every_regency(eligible=150, as_of=DECEMBER)), name="lain.xlsx"
        )

    assert page.levels.value == "all"
    assert codes(page)


FACTS = {"as_of": MARCH, "name": "Kapuas BPU", "measure": "active"}
TWICE = Problem(Severity.ERROR, "contradiction", "a.xlsx", "Rekap", "D9", "62.03", FACTS)


def test_a_finding_and_its_figure_know_each_other() -> None:
    ref = FigureRef("active", "62.03", "BPU", MARCH)

    assert figure_of(TWICE) == ref
    assert measured_figure(TWICE) == ref
    assert finding_of([TWICE], ref) is TWICE


@pytest.mark.parametrize(
    "other",
    [
        FigureRef("eligible", "62.03", "BPU", MARCH),
        FigureRef("active", "62.04", "BPU", MARCH),
        FigureRef("active", "62.03", "", MARCH),
        FigureRef("active", "62.03", "BPU", DECEMBER),
    ],
)
def test_a_finding_does_not_speak_of_another_figure(other: FigureRef) -> None:
    assert finding_of([TWICE], other) is None


def test_a_finding_without_a_place_leads_nowhere() -> None:
    assert figure_of(Problem(Severity.INFO, "layout")) is None
    assert measured_figure(replace(TWICE, cell="")) is None
