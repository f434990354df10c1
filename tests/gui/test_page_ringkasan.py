"""The summary page, driven as a person would: read, click, press keys, make narrow."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from model.observations import Nature
from model.periods import month
from tests.builders.books import DECEMBER, MARCH, PUBLISHED, book, counted, target_of
from tests.builders.summary_pages import Shown, cell, graded, published, shown_summary


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return partial(shown_summary, qtbot)


def test_the_five_figures_stand_in_their_order_with_change_and_definition(shown: Shown) -> None:
    page, _ = shown(published())

    said = [(each.figure.value, each.figure.change) for each in page.figures.cells]

    assert said == [
        ("46,2", "↑ 0,73 poin persen"),
        ("465.940", "↓ 346 orang"),
        ("1.009.250", "↓ 16.908 orang"),
        ("543.310", "↓ 16.562 orang"),
        ("200.468", "↓ 10.819 orang"),
    ]
    assert page.subtitle.text() == "per 31 Maret 2025, dibandingkan dengan 31 Desember 2024"
    assert cell(page, "shortfall").figure.definition == "target 666.408 − peserta aktif"


def test_a_change_that_rests_on_a_derived_base_carries_its_sign(shown: Shown) -> None:
    before = [
        replace(found, nature=Nature.DERIVED if str(found.measure) == "eligible" else found.nature)
        for found in PUBLISHED[1]
    ]
    page, _ = shown(book(before, PUBLISHED[2]))

    assert cell(page, "eligible").figure.change == "↓ ±16.908 orang"
    assert cell(page, "active").figure.change == "↓ 346 orang"


def test_the_position_whose_base_was_derived_says_so(shown: Shown) -> None:
    before = [
        replace(found, nature=Nature.DERIVED if str(found.measure) == "eligible" else found.nature)
        for found in PUBLISHED[1]
    ]
    page, _ = shown(book(before, PUBLISHED[2]), as_of=DECEMBER)

    assert cell(page, "eligible").figure.value == "±1.026.158"
    assert cell(page, "active").figure.value == "466.286"


def test_the_sentence_explains_the_movement_and_the_bars_add_up(shown: Shown) -> None:
    page, _ = shown(published())

    assert page.change.title.text() == "Mengapa cakupan naik?"
    assert "padahal peserta aktif berkurang 346 orang" in page.change.prose.text()
    assert "Basis potensi berganti" in page.change.prose.text()
    assert page.change.bars.accessibleDescription() == (
        "Des 2024 45,44 %; Peserta aktif −0,03; Basis potensi +0,76; Mar 2025 46,17 %"
    )


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_on_a_figure_selects_it(shown: Shown, key: Qt.Key) -> None:
    page, session = shown(published())

    QTest.keyClick(cell(page, "unprotected"), key)

    assert session.figure_ref is not None
    assert (session.figure_ref.name, session.figure_ref.region) == ("unprotected", "62")
    assert (session.figure_ref.as_of, session.figure_ref.target_set) == (MARCH, "tersirat")
    assert [each.isChecked() for each in page.figures.cells] == [False, False, False, True, False]


def test_a_second_click_keeps_the_figure_selected_until_the_session_says_otherwise(shown: Shown) -> None:
    page, session = shown(published())
    for _ in range(2):
        QTest.mouseClick(cell(page, "active"), Qt.MouseButton.LeftButton)

    assert cell(page, "active").isChecked()

    session.select_figure(None)

    assert not any(each.isChecked() for each in page.figures.cells)


def test_each_figure_says_itself_to_a_screen_reader(shown: Shown) -> None:
    page, _ = shown(published())

    assert cell(page, "active").accessibleName() == "Peserta aktif 465.940, turun 346 orang"


def test_the_first_position_has_no_comparison(shown: Shown) -> None:
    page, _ = shown(published(), as_of=month(2023, 12))

    assert {each.figure.change for each in page.figures.cells} == {"posisi pertama"}
    assert page.subtitle.text() == "per 31 Desember 2023"
    assert page.change.bars.isHidden()
    assert "posisi pertama" in page.change.prose.text()


def test_without_targets_the_shortfall_says_why_it_is_missing(shown: Shown) -> None:
    page, _ = shown(published(rate=None))

    assert cell(page, "shortfall").figure.value == "–"
    assert cell(page, "shortfall").figure.definition == "belum ada target"


def test_a_missing_base_leaves_a_dash_and_a_plain_reason(shown: Shown) -> None:
    page, _ = shown(book(PUBLISHED[1], counted(active=465_940)))

    assert cell(page, "active").figure.value == "465.940"
    assert cell(page, "coverage").figure.value == "–"
    assert cell(page, "coverage").figure.definition == "potensi tidak ada"
    assert "tidak dapat dihitung" in page.change.prose.text()


def test_coverage_over_a_hundred_percent_is_shown_and_flagged(shown: Shown) -> None:
    page, _ = shown(book(counted(active=77_074, eligible=51_086)))

    assert cell(page, "coverage").figure.value == "150,9"
    assert cell(page, "coverage").figure.flagged
    assert cell(page, "unprotected").figure.value == "lebih 25.988"
    assert not cell(page, "active").figure.flagged


def test_more_than_the_target_reads_as_a_surplus(shown: Shown) -> None:
    page, _ = shown(book(counted(active=90, eligible=100), target_sets=(target_of(0.6),)))

    assert cell(page, "shortfall").figure.value == "lebih 30"


def test_the_links_and_the_small_chart_lead_to_their_pages(shown: Shown) -> None:
    page, session = shown(book(*graded()))

    QTest.mouseClick(page.ranking.link, Qt.MouseButton.LeftButton)
    assert session.page == "cakupan"

    QTest.mouseClick(page.trend.chart, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    assert session.page == "tren"

    session.show_page("ringkasan")
    QTest.keyClick(page.trend.chart, Qt.Key.Key_Return)
    assert session.page == "tren"


def test_without_a_book_the_page_says_so_and_leads_to_the_start(shown: Shown) -> None:
    page, session = shown(None)
    session.page = "ringkasan"
    assert page.empty is not None
    assert page.empty.sentence.text() == "Belum ada buku yang dibuka."

    QTest.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)

    assert session.page == "beranda"


def test_a_book_without_a_position_says_so(shown: Shown) -> None:
    page, _ = shown(book(counted(eligible=100)))

    assert page.empty is not None
    assert "Belum ada posisi" in page.empty.sentence.text()


def test_a_new_position_in_the_context_is_followed(shown: Shown, qtbot: QtBot) -> None:
    page, session = shown(published())

    session.set_context(as_of=DECEMBER)

    qtbot.waitUntil(lambda: cell(page, "coverage").figure.value == "45,4")


def test_a_sum_of_some_regions_is_not_passed_off_as_the_province(shown: Shown) -> None:
    page, _ = shown(book(*graded()[:3]))

    assert page.subtitle.text() == "per 31 Maret 2025 · Jumlah 3 wilayah"


@pytest.mark.parametrize(("width", "rows"), [(1000, [5]), (760, [3, 2]), (480, [2, 2, 1]), (360, [2, 2, 1])])
def test_the_figures_wrap_where_they_do_not_fit(shown: Shown, width: int, rows: list[int]) -> None:
    page, _ = shown(published(), width=width)

    tops = [each.geometry().top() for each in page.figures.cells]

    assert [tops.count(top) for top in dict.fromkeys(tops)] == rows
    assert all(each.width() >= each.minimumSizeHint().width() for each in page.figures.cells)


@pytest.mark.parametrize("width", [420, 620, 760, 1000])
def test_nothing_sticks_out_at_the_side(shown: Shown, width: int) -> None:
    page, _ = shown(book(*graded()), width=width)

    content = page.figures.parentWidget()
    assert isinstance(content, QWidget)
    for part in (page.figures, page.change, page.trend, page.ranking):
        right = part.mapTo(page, QPoint(part.width(), 0)).x()
        assert right <= page.width()


def test_every_cell_is_a_tab_stop_and_each_list_is_one(shown: Shown) -> None:
    page, _ = shown(book(*graded()))
    stops = []
    widget: QWidget | None = page.figures.cells[0]
    while widget is not None and widget not in stops:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(page):
            stops.append(widget)
        widget = widget.nextInFocusChain()

    order = [stop for stop in stops if page.isAncestorOf(stop)]

    assert order[:5] == list(page.figures.cells)
    assert order[5:] == [
        page.trend.chart,
        page.trend.link,
        page.ranking.first,
        page.ranking.last,
        page.ranking.link,
    ]
    assert all(stop.accessibleName() for stop in order)
