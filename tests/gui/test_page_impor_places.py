"""Which cells are framed for a decision: on every sheet that it holds for, merged cells never cut."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.imports import FileImport
from gui.pages.import_places import cells_of, column_labels, decision_at
from gui.session import Session
from gui.widgets.decision_card import QuestionCard
from model.excel.answers import About
from model.excel.decisions import Decision, Standing
from model.excel.grid import Merge
from model.excel.importing import Import
from tests.builders.import_pages import Open, opened_page
from tests.builders.imports import FIRST, LAST, file_import, office_import, office_sheet


@pytest.fixture
def open_page(qtbot: QtBot, session: Session) -> Open:
    return partial(opened_page, qtbot, session)


def on_two_sheets() -> Import:
    """The same table on another sheet, three rows lower; decisions about columns hold for both."""
    found = office_import()
    (table,) = found.tables
    other = replace(table, key="rekap 2", sheet="Februari", top=6, bottom=table.bottom + 3)
    roles = tuple(
        replace(area, top=area.top + 3, bottom=area.bottom + 3, table="rekap 2")
        for area in office_sheet().roles
    )
    rows = ((None,) * 9,) * 3 + office_sheet().rows
    picture = replace(office_sheet("Februari"), rows=rows, height=len(rows), roles=roles, merges=())
    decisions = tuple(
        replace(one, elsewhere=tuple(("Februari", row + 3, column) for row, column in one.places))
        if one.about is About.COLUMN
        else one
        for one in found.decisions
    )
    sheets = (found.sheets[0], picture)
    return replace(found, tables=(table, other), sheets=sheets, decisions=decisions)


def on_two(name: str = "Rekap Maret.xlsx") -> FileImport:
    return replace(file_import(name), result=on_two_sheets())


def decided(found: Import, key: str, about: About = About.COLUMN) -> Decision:
    return next(one for one in found.decisions if (one.about, one.key) == (about, key))


def test_a_decision_is_painted_on_each_sheet_that_it_holds_for(open_page: Open) -> None:
    page, _ = open_page(on_two())
    found = on_two_sheets()

    page.talk.chosen.emit(decided(found, "potensi"))
    assert page.sheets.tabs.currentIndex() == 0
    assert (3, 3) in page.sheets.view.sheet.marked

    page.sheets.tabs.setCurrentIndex(1)
    assert page.sheets.view.sheet.marked == {(row, 3) for row in range(6, LAST + 5)}


def test_the_sheet_in_view_stays_where_a_decision_holds_for_it(open_page: Open) -> None:
    page, _ = open_page(on_two())
    found = on_two_sheets()
    page.sheets.tabs.setCurrentIndex(1)

    page.talk.chosen.emit(decided(found, "potensi"))
    assert page.sheets.tabs.currentIndex() == 1

    page.talk.chosen.emit(decided(found, "barsel", About.NAME))
    assert page.sheets.tabs.currentIndex() == 0


def test_columns_of_every_sheet_say_what_they_are_for_and_lead_to_their_decision() -> None:
    found = on_two_sheets()
    second = found.sheets[1]

    assert column_labels(found, second, "id")[3].text == "Potensi"
    at = decision_at(found, second, FIRST + 3, 3)
    assert at is not None
    assert at.key == "potensi"


def test_a_question_says_on_how_many_sheets_its_answer_holds(qtbot: QtBot) -> None:
    asked = replace(decided(on_two_sheets(), "potensi"), value="", standing=Standing.OPEN)
    card = QuestionCard(asked, "id", "62")
    qtbot.addWidget(card)

    reason = card.findChild(QLabel, "questionReason")
    assert reason is not None
    assert reason.text().endswith("Berlaku di 2 lembar.")


def test_a_heading_over_several_columns_is_framed_with_all_of_them_or_not_at_all() -> None:
    found = office_import()
    sheet = found.sheets[0]

    one = cells_of(decided(found, "peserta aktif pu"), found, sheet)
    assert {row for row, _ in one} == set(range(4, LAST + 2))

    places = tuple((3, column) for column in (4, 5, 6))
    all_three = replace(decided(found, "peserta aktif pu"), places=places)
    whole = cells_of(all_three, found, sheet)
    assert {(3, 4), (3, 5), (3, 6)} <= whole


def test_a_heading_over_several_rows_is_framed_whole() -> None:
    found = office_import()

    cells = cells_of(decided(found, "potensi"), found, found.sheets[0])

    assert {(3, 3), (4, 3)} <= cells


def test_a_merged_title_is_framed_as_wide_as_it_is() -> None:
    found = office_import()
    sheet = found.sheets[0]
    sheet = replace(sheet, merges=(*sheet.merges, Merge(0, 0, 0, 8)))

    position = next(one for one in found.decisions if one.about is About.POSITION)
    cells = cells_of(position, replace(found, sheets=(sheet,)), sheet)

    assert cells == {*((0, column) for column in range(9)), (1, 0)}


def test_the_frame_of_a_merged_title_is_one_block(open_page: Open, qtbot: QtBot) -> None:
    made = file_import()
    assert made.result is not None
    sheet = made.result.sheets[0]
    sheet = replace(sheet, merges=(*sheet.merges, Merge(0, 0, 0, 8), Merge(1, 0, 1, 8)))
    page, _ = open_page(replace(made, result=replace(made.result, sheets=(sheet,))))
    line = page.talk.questions[0]

    QTest.mouseClick(line, Qt.MouseButton.LeftButton)

    assert page.sheets.view._blocks == [(0, 0, 1, 8)]
