"""The ranked lists of the summary page: who stands in them, and what a click or a key on a line does."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from gui.widgets.ranking import LineRole, RankingModel
from tests.builders.books import DECEMBER, book, counted, every_regency, target_of
from tests.builders.summary_pages import Shown, cell, graded, published, shown_summary


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return partial(shown_summary, qtbot)


def test_the_two_ends_of_the_ranking_do_not_overlap(shown: Shown) -> None:
    page, _ = shown(book(*graded(), target_sets=(target_of(0.5),)))

    assert [line.rank for line in page.ranking.first.lines()] == ["1", "2", "3", "4", "5"]
    assert [line.rank for line in page.ranking.last.lines()] == ["10", "11", "12", "13", "14"]
    assert page.ranking.first.lines()[0].name == "Palangka Raya"
    assert page.ranking.last.lines()[-1].percent == "10,0"
    assert {line.target for line in page.ranking.first.lines()} == {0.5}
    assert page.ranking.link.text() == "Semua 14 wilayah"


def test_fewer_than_ten_regions_make_one_list(shown: Shown) -> None:
    page, _ = shown(book(*graded()[:9]))

    assert len(page.ranking.first.lines()) == 9
    assert page.ranking.last.isHidden()


def test_regions_without_a_figure_are_counted_not_ranked(shown: Shown) -> None:
    before = every_regency(as_of=DECEMBER)
    page, _ = shown(book(before, *graded()[:12]))

    ranked = [*page.ranking.first.lines(), *page.ranking.last.lines()]

    assert all(line.rank for line in ranked)
    assert page.ranking.note.text() == "2 wilayah belum punya angka pada posisi ini."


def test_a_book_of_the_province_alone_says_so(shown: Shown) -> None:
    page, _ = shown(published())

    assert page.ranking.note.text() == "Buku ini hanya memuat angka provinsi."
    assert page.ranking.first.lines() == ()


def test_a_regency_shows_its_segments_and_itself_as_the_whole(shown: Shown) -> None:
    rows = [
        counted("62.03", active=60, eligible=100, segment="PU"),
        counted("62.03", active=20, eligible=100, segment="BPU"),
    ]
    page, session = shown(book(*graded(), *rows), region="62.03")

    assert [line.name for line in page.ranking.first.lines()] == [
        "Penerima Upah",
        "Bukan Penerima Upah",
    ]
    assert cell(page, "coverage").figure.value == "16,0"
    page.ranking.first.chosen.emit("BPU")
    assert session.figure_ref is not None
    assert (session.figure_ref.region, session.figure_ref.segment) == ("62.03", "BPU")


def test_a_click_on_a_ranked_region_selects_its_coverage(shown: Shown) -> None:
    page, session = shown(book(*graded()))
    shown_list = page.ranking.last
    place = shown_list.visualRect(shown_list.model().index(1, 0)).center()

    QTest.mouseClick(shown_list.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert session.figure_ref is not None
    assert session.figure_ref.name == "coverage"
    assert session.figure_ref.region == shown_list.lines()[1].key
    assert page.ranking.first.currentIndex().row() == -1


def test_enter_on_a_ranked_region_selects_it_too(shown: Shown) -> None:
    page, session = shown(book(*graded()))
    page.ranking.first.setFocus()
    page.ranking.first.setCurrentIndex(page.ranking.first.model().index(2, 0))

    QTest.keyClick(page.ranking.first, Qt.Key.Key_Return)

    assert session.figure_ref is not None
    assert session.figure_ref.region == page.ranking.first.lines()[2].key


def test_the_ranking_model_keeps_qts_contract(qtbot: QtBot, shown: Shown) -> None:
    page, _ = shown(book(*graded()))
    lines = page.ranking.first.lines()
    model = RankingModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.set_lines(lines)

    assert model.index(0, 0).data(LineRole) == lines[0]
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("1. Palangka Raya, 49,0 %")
