"""What the import page calls a table, and what is left of one file when another comes."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.imports import FileImport
from gui.pages.impor import ImporPage
from gui.pages.import_parts import read_stops
from gui.pages.import_places import named, titles_of
from gui.pages.page import Label
from gui.session import Session
from gui.widgets.decision_card import NamesCard
from gui.widgets.decision_choices import Choice
from gui.widgets.decision_fields import CalmCombo, RadioField
from model.excel.answers import About, Answers
from model.excel.decision_words import question_of
from model.excel.importing import Import
from model.problems import Problem, Severity
from tests.builders.import_pages import ImportsByHand, combos, opened_page
from tests.builders.imports import FIRST, TABLE, file_import, office_import

Open = Callable[..., tuple[ImporPage, ImportsByHand]]


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    made = Session()
    yield made
    made.close()


@pytest.fixture
def open_page(qtbot: QtBot, session: Session) -> Open:
    return partial(opened_page, qtbot, session)


def entitled(found: Import) -> Import:
    """The same import, with decisions that name the table by its title as the reader does."""
    by_title = (About.POSITION, About.TABLE)
    decisions = (
        replace(decision, subject="REKAPITULASI CAKUPAN") if decision.about in by_title else decision
        for decision in found.decisions
    )
    return replace(found, decisions=tuple(decisions))


def entitled_file(name: str = "Rekap Maret.xlsx") -> FileImport:
    made = file_import(name)
    assert made.result is not None
    return replace(made, result=entitled(made.result))


def test_the_only_table_is_asked_about_by_its_sheet(open_page: Open) -> None:
    page, _ = open_page(entitled_file())

    title = page.talk.questions[0].findChild(Label, "questionTitle")
    assert title is not None
    assert title.text() == "Posisi data di lembar Rekap"
    assert "Rekap: Dibaca" in [line.text.text() for line in page.talk.lines]


def test_of_several_tables_each_is_asked_about_by_its_title() -> None:
    found = entitled(office_import())
    found = replace(found, tables=(*found.tables, replace(found.tables[0], key="klaim", title="Klaim")))
    position = next(decision for decision in found.decisions if decision.about is About.POSITION)

    assert question_of(named(position, found)) == "Posisi data REKAPITULASI CAKUPAN"
    assert titles_of(found) == {TABLE: "Rekapitulasi cakupan", "klaim": "Klaim"}


def test_tables_of_one_title_are_told_apart_by_their_sheets() -> None:
    found = office_import()
    found = replace(found, tables=(*found.tables, replace(found.tables[0], key="salinan", sheet="Salinan")))

    assert list(titles_of(found).values()) == [
        "Rekapitulasi cakupan · Rekap",
        "Rekapitulasi cakupan · Salinan",
    ]


def test_the_cell_of_one_file_is_not_chosen_in_the_next(open_page: Open, qtbot: QtBot) -> None:
    page, imports = open_page(file_import("Rekap Maret.xlsx"), file_import("Rekap April.xlsx"))
    page.sheets.view.go_to(FIRST, 3)
    assert page.sheets.view.currentIndex().isValid()

    imports.choose(1)

    qtbot.waitUntil(lambda: page.subtitle.text().startswith("Rekap April.xlsx"))
    assert not page.sheets.view.currentIndex().isValid()
    assert page.sheets.strip.sentence == "Pilih sebuah sel untuk melihat bagaimana ia dibaca."


def test_the_keyboard_begins_with_the_first_name_that_is_open(open_page: Open, qtbot: QtBot) -> None:
    answers = Answers().having(About.POSITION, TABLE, "2025-03").having(About.NAME, "barsel", "62.04")
    page, _ = open_page(file_import(answers=answers))

    page.talk.focus_question()

    qtbot.waitUntil(lambda: QApplication.focusWidget() is combos(page)[0])
    assert combos(page)[0].accessibleName() == 'Wilayah "Pulpis Raya"'


def test_a_name_is_answered_before_all_names_are_left_out(open_page: Open) -> None:
    page, _ = open_page()
    names = next(card for card in page.talk.questions if isinstance(card, NamesCard))

    stops = read_stops(names)

    assert [isinstance(stop, CalmCombo) for stop in stops] == sorted(
        (isinstance(stop, CalmCombo) for stop in stops), reverse=True
    )
    assert isinstance(stops[0], CalmCombo)


def test_a_long_option_goes_on_in_another_line(qtbot: QtBot) -> None:
    field = RadioField("Daftar")
    qtbot.addWidget(field)
    field.offer([Choice("leave", "Tidak dibaca"), Choice("count", "Dihitung per wilayah, tanpa nama")], None)
    field.resize(160, 200)
    field.show()

    assert [button.text().count("\n") for button in field.buttons] == [0, 1]
    field.resize(600, 200)
    assert [button.text().count("\n") for button in field.buttons] == [0, 0]
    assert field.minimumSizeHint().width() < 160


def test_a_new_import_begins_with_its_figures(open_page: Open, qtbot: QtBot) -> None:
    page, imports = open_page()
    page.preview.switch.set_value("findings")

    imports.cancel()

    qtbot.waitUntil(lambda: page.preview.switch.value == "figures")


def test_the_name_of_a_file_leaves_room_for_what_was_found(open_page: Open) -> None:
    page, imports = open_page(file_import("Rekap kepesertaan Dinas Tenaga Kerja Provinsi Maret.xlsx"))
    imports.told = tuple(
        Problem(Severity.WARNING, "position_unknown", f"Rekap kepesertaan Dinas Tenaga Kerja {month}.xlsx")
        for month in ("Maret", "April")
    )
    page.refresh()
    page.preview.switch.set_value("findings")

    header = page.preview.findings.horizontalHeader()
    names = [
        page.preview.finding_model.headerData(place, Qt.Orientation.Horizontal)
        for place in range(header.count())
    ]
    widths = dict(zip(names, map(header.sectionSize, range(header.count())), strict=True))
    assert widths["Berkas"] < widths["Temuan"]
