"""Where the keyboard is after the window turned to another page by itself."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from gui.pages.impor import ImporPage
from model.excel.answers import About
from tests.builders.importing import KOTIM, settled
from tests.builders.readers import Form, PaperReader
from tests.builders.windows import Open


def focused() -> str:
    focus = QApplication.focusWidget()
    return focus.objectName() if focus else ""


def test_after_an_import_the_keyboard_is_on_the_page_that_is_shown(opened: Open, qtbot: QtBot) -> None:
    window = opened(with_book=False)
    session = window.session
    session.imports.use(PaperReader({"rekap.xlsx": Form(KOTIM)}))
    session.open_files(["rekap.xlsx"])
    settled(qtbot, session)
    session.imports.answer(0, About.NAME, "kotim", "62.02")
    settled(qtbot, session)
    page = window.page
    assert isinstance(page, ImporPage)
    qtbot.waitUntil(page.footer.accept.isEnabled)
    page.footer.accept.setFocus()

    QTest.keyClick(page.footer.accept, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: session.page == "ringkasan")

    assert focused() == "navigation_ringkasan"


def test_while_it_imports_the_keyboard_stays_on_the_button_that_does_nothing_then(
    opened: Open, qtbot: QtBot
) -> None:
    window = opened(with_book=False)
    session = window.session
    session.imports.use(PaperReader({"rekap.xlsx": Form(KOTIM)}))
    session.open_files(["rekap.xlsx"])
    settled(qtbot, session)
    page = window.page
    assert isinstance(page, ImporPage)
    page.footer.show_state("", "", 0)
    page.footer.accept.setFocus()

    page.footer.show_reading(is_begun=True)
    with qtbot.assertNotEmitted(page.footer.accepted):
        QTest.keyClick(page.footer.accept, Qt.Key.Key_Space)

    assert focused() == "importAccept"
    session.imports.cancel()


def test_a_page_that_was_turned_to_by_keys_has_the_keyboard_at_its_entry(opened: Open, qtbot: QtBot) -> None:
    window = opened()
    window.session.show_page("data")
    table = window.page
    assert table is not None
    button = next(one for one in table.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled())
    button.setFocus()

    window.session.show_page("cakupan")

    assert focused() == "navigation_cakupan"


def test_the_search_that_has_the_keyboard_keeps_it(opened: Open) -> None:
    window = opened()
    window.search_box.setFocus()

    window.session.show_page("data")

    assert QApplication.focusWidget() is window.search_box
