from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from gui.imports import FileImport, Verdict
from gui.pages.import_files import FileModel
from gui.pages.import_words import recipe_name, recipe_sentence
from gui.session import Session
from model.excel.answers import About
from model.excel.decisions import Standing
from model.recipes import Match, Recipe
from tests.builders.import_pages import Open, answer_position, opened_page
from tests.builders.imports import file_import, understood


@pytest.fixture
def open_page(qtbot: QtBot, session: Session) -> Open:
    return partial(opened_page, qtbot, session)


def several() -> tuple[FileImport, ...]:
    return (
        file_import("Rekap Januari 2025.xlsx", understood()),
        file_import("Rekap Maret.xlsx"),
        file_import("terkunci.xlsx", verdict=Verdict.PASSWORD, result=None, sentence="terkunci."),
        file_import("rusak.xls", verdict=Verdict.UNUSABLE, result=None, sentence="rusak.xls rusak."),
        file_import("besar.xlsx", verdict=Verdict.READING, result=None),
    )


def test_every_file_has_its_verdict(open_page: Open) -> None:
    page, _ = open_page(*several())

    told = [page.files.files.verdict(row) for row in range(5)]
    assert told == [
        "dimengerti, 28 angka",
        "3 pertanyaan",
        "perlu kata sandi",
        "tidak dapat dibaca",
        "sedang dibaca",
    ]


def test_the_list_of_files_keeps_qts_contract(qtbot: QtBot) -> None:
    model: QAbstractItemModel = FileModel("id")
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert isinstance(model, FileModel)

    model.show_files(several())
    model.show_files((replace(several()[0], taken=False), *several()[1:]))
    model.show_files(())

    assert model.rowCount() == 0


def test_space_leaves_a_file_out_and_its_questions_with_it(open_page: Open, qtbot: QtBot) -> None:
    page, imports = open_page(*several())
    assert not page.footer.accept.isEnabled()

    page.files.setFocus()
    QTest.keyClick(page.files, Qt.Key.Key_Down)
    QTest.keyClick(page.files, Qt.Key.Key_Space)

    assert [file.taken for file in imports.files] == [True, False, True, True, True]
    assert imports.current == 1
    qtbot.waitUntil(page.footer.accept.isEnabled)


def test_a_click_beside_the_tick_only_chooses_the_file(open_page: Open) -> None:
    page, imports = open_page(*several())
    row = page.files.visualRect(page.files.files.index(1))

    QTest.mouseClick(page.files.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert (imports.current, imports.files[1].taken) == (1, True)

    tick = row.topLeft() + page.files.visualRect(page.files.files.index(0)).center() * 0
    tick.setX(row.left() + 18)
    tick.setY(row.center().y())
    QTest.mouseClick(page.files.viewport(), Qt.MouseButton.LeftButton, pos=tick)
    assert not imports.files[1].taken


def test_the_way_to_what_is_left_leads_to_the_other_file(open_page: Open, qtbot: QtBot) -> None:
    page, imports = open_page(*several())

    page.footer.show_question.click()

    assert imports.current == 1
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.talk.findChild(QLineEdit, "periodLine"))


def test_a_locked_file_asks_for_its_password(open_page: Open, qtbot: QtBot) -> None:
    page, imports = open_page(*several())

    imports.choose(2)
    qtbot.waitUntil(page.bodies.password.line.isVisible)
    assert page.bodies.password.line.echoMode() is QLineEdit.EchoMode.Password
    page.bodies.password.show_it.click()
    assert page.bodies.password.line.echoMode() is QLineEdit.EchoMode.Normal
    QTest.keyClicks(page.bodies.password.line, "rahasia")
    QTest.keyClick(page.bodies.password.line, Qt.Key.Key_Return)

    assert imports.done == [("password", 2, "rahasia")]
    assert not page.bodies.password.wrong.isVisible()
    imports.show(2, sentence="Kata sandi itu tidak cocok.")
    qtbot.waitUntil(page.bodies.password.wrong.isVisible)
    assert page.bodies.password.wrong.text() == "Kata sandi itu tidak cocok."


def test_a_password_does_not_stay_in_the_field(open_page: Open, qtbot: QtBot) -> None:
    page, imports = open_page(*several())
    imports.choose(2)
    qtbot.waitUntil(page.bodies.password.line.isVisible)
    page.bodies.password.line.setText("rahasia")

    imports.choose(0)
    qtbot.waitUntil(page.sheets.view.isVisible)

    assert page.bodies.password.line.text() == ""


def test_a_file_of_no_use_says_why(open_page: Open, qtbot: QtBot) -> None:
    page, imports = open_page(*several())

    imports.choose(3)

    qtbot.waitUntil(page.bodies.unusable.sentence.isVisible)
    assert page.bodies.unusable.sentence.text() == "rusak.xls rusak."


def test_a_file_that_is_being_read_says_so(open_page: Open, qtbot: QtBot) -> None:
    page, imports = open_page(*several())

    imports.choose(4)

    qtbot.waitUntil(page.bodies.reading.isVisible)
    assert page.bodies.reading.said.text() == "Membaca besar.xlsx…"


def test_without_an_import_the_page_says_so(open_page: Open, qtbot: QtBot) -> None:
    page, imports = open_page()
    imports.cancel()

    page.refresh()

    assert not page.sheets.view.isVisible()
    assert not page.footer.accept.isEnabled()


def test_a_recipe_says_its_name_and_in_what_the_file_differs(open_page: Open) -> None:
    recipe = Recipe("Rekap UCJ", ("[rekap]",))
    match = Match(recipe, new=("jumlah peserta jakon",), renamed=(("potensi", "potensi pekerja"),))
    page, _ = open_page(file_import(answers=understood(), match=match))

    said = recipe_sentence(match)
    assert said == (
        "Dibaca dengan resep Rekap UCJ. "
        "Berbeda: baru: jumlah peserta jakon; berganti nama: potensi → potensi pekerja."
    )
    assert page.footer.name.text() == "Rekap UCJ"
    assert page.footer.remember.text() == "Perbarui resep"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Rekap UCJ 31 Maret 2025.xlsx", "Rekap UCJ"),
        ("rekap_ucj_TW I 2025.xlsx", "rekap ucj"),
        ("Rekap.xlsx", "Rekap"),
        ("Maret 2025.xlsx", "Maret 2025"),
    ],
)
def test_a_recipe_is_called_like_the_file_without_its_time(name: str, expected: str) -> None:
    assert recipe_name(file_import(name)) == expected


def test_decisions_of_a_recipe_are_marked(open_page: Open) -> None:
    made = file_import(answers=understood())
    assert made.result is not None
    by_recipe = tuple(
        replace(decision, standing=Standing.RECIPE) if decision.about is About.NAME else decision
        for decision in made.result.decisions
    )
    page, _ = open_page(replace(made, result=replace(made.result, decisions=by_recipe)))

    told = {line.text.text(): line.why.text() for line in page.talk.lines}
    assert told["Barsel = Kabupaten Barito Selatan"].startswith("dari resep")


def test_the_page_fits_into_a_small_window(open_page: Open) -> None:
    page, _ = open_page(*several())

    assert page.minimumSizeHint().width() <= 1280 - 176
    assert page.minimumSizeHint().height() <= 800 - 116


def test_what_was_answered_for_one_file_stands_in_no_field_of_another(open_page: Open, qtbot: QtBot) -> None:
    page, imports = open_page(file_import("Rekap Maret.xlsx"), file_import("Rekap lain.xlsx"))
    answer_position(page, "Maret 2025")
    qtbot.waitUntil(lambda: len(imports.files[0].result.questions) == 2)  # type: ignore[union-attr]

    imports.choose(1)
    qtbot.waitUntil(lambda: page.subtitle.text().startswith("Rekap lain.xlsx"))

    def typed() -> list[str]:
        lines = page.talk.findChildren(QLineEdit, "periodLine")
        return [line.text() for line in lines if line.isVisible()]

    qtbot.waitUntil(lambda: typed() == [""])

    imports.cancel()
    assert page.talk.questions == []


def test_while_an_answer_is_worked_in_nothing_flickers(open_page: Open) -> None:
    page, imports = open_page(file_import(answers=understood()))
    said = page.footer.said.text()

    imports.busy = True
    page.refresh()

    assert not page.footer.accept.isEnabled()
    assert page.footer.said.text() == said
    assert page.sheets.view.isVisible()

    imports.busy = False
    page.refresh()
    assert page.footer.accept.isEnabled()


def test_a_password_that_is_being_tried_cannot_be_given_again(open_page: Open, qtbot: QtBot) -> None:
    page, imports = open_page(*several())
    imports.choose(2)
    qtbot.waitUntil(page.bodies.password.line.isVisible)
    page.bodies.password.line.setText("rahasia")

    imports.busy = True
    page.refresh()
    QTest.keyClick(page.bodies.password.line, Qt.Key.Key_Return)

    assert page.bodies.password.open.text() == "Membuka…"
    assert imports.done == []
