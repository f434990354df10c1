"""The page of an import by the keyboard alone: every stop can be seen, none is a trap, keys lead on."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui import theme
from gui.imports import FileImport, Verdict
from gui.pages.impor import ImporPage
from gui.session import Session
from model.problems import Problem, Severity
from tests.builders.import_pages import Open, opened_page
from tests.builders.imports import file_import, understood

ODD = Problem(Severity.WARNING, "position_unknown", "Rekap Maret.xlsx", "Rekap", "D7")


@pytest.fixture
def open_page(qtbot: QtBot, session: Session) -> Open:
    return partial(opened_page, qtbot, session)


def several() -> tuple[FileImport, ...]:
    return (
        file_import("Rekap Maret.xlsx"),
        file_import("Rekap Januari 2025.xlsx", understood()),
        file_import("terkunci.xlsx", verdict=Verdict.PASSWORD, result=None),
    )


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def walked(page: ImporPage, most: int = 80) -> list[QWidget]:
    """The widgets that Tab reaches, from the list of files once around or out of the page."""
    page.files.setFocus(Qt.FocusReason.TabFocusReason)
    seen: list[QWidget] = []
    while focused() not in seen and len(seen) < most:
        seen.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    return seen


@pytest.fixture(params=["light", "dark"])
def themed(request: pytest.FixtureRequest, qapp: QApplication) -> None:
    """Both themes; the first fixture of every test puts the light one back."""
    theme.apply(qapp, theme.DARK if request.param == "dark" else theme.LIGHT)


@pytest.mark.usefixtures("themed")
def test_where_the_keyboard_is_can_always_be_seen(open_page: Open) -> None:
    page, imports = open_page(*several())
    imports.told = (ODD,)
    page.refresh()
    page.talk.lines[0].open()
    unseen: list[str] = []
    for stop in walked(page):
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        page.talk.ensureWidgetVisible(stop)
        with_keyboard = stop.grab().toImage()
        stop.clearFocus()
        if stop.grab().toImage() == with_keyboard:
            unseen.append(f"{type(stop).__name__} {stop.objectName()}")

    assert unseen == []


def test_tab_goes_through_the_whole_page_and_back(open_page: Open) -> None:
    page, _ = open_page(*several())

    forth = walked(page)
    named = [widget.objectName() for widget in forth]
    order = [
        "importFiles",
        "sheetView",
        "sheetTabs",
        "figures",
        "previewFigures",
        "periodLine",
        "importCancel",
    ]
    places = [named.index(name) for name in order]
    assert places == sorted(places)

    forth[-1].setFocus()
    for expected in reversed(forth[:-1]):
        QTest.keyClick(focused(), Qt.Key.Key_Backtab)
        assert focused() is expected


def test_sheets_are_turned_as_in_a_spreadsheet(open_page: Open) -> None:
    page, _ = open_page()
    page.sheets.view.setFocus()

    QTest.keyClick(page.sheets.view, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.sheets.tabs.currentIndex() == 1
    QTest.keyClick(focused(), Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.sheets.tabs.currentIndex() == 1
    QTest.keyClick(focused(), Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert page.sheets.tabs.currentIndex() == 0


def test_enter_on_a_cell_leads_to_its_decision_and_back(open_page: Open) -> None:
    page, _ = open_page()
    page.sheets.view.setFocus()
    page.sheets.view.go_to(7, 3)

    QTest.keyClick(page.sheets.view, Qt.Key.Key_Return)

    chosen = [line for line in page.talk.lines if line.property("chosen")]
    assert [line.text.text() for line in chosen] == ["Potensi · kolom D"]
    assert chosen[0].isAncestorOf(focused())


def test_alt_keys_lead_to_the_question_and_to_both_lists(open_page: Open) -> None:
    page, imports = open_page()
    imports.told = (ODD,)
    page.refresh()
    page.sheets.view.setFocus()
    alt = Qt.KeyboardModifier.AltModifier

    QTest.keyClick(page.sheets.view, Qt.Key.Key_T, alt)
    assert page.preview.switch.value == "findings"
    assert focused() is page.preview.findings
    QTest.keyClick(focused(), Qt.Key.Key_H, alt)
    assert page.preview.switch.value == "figures"
    assert focused() is page.preview.figures
    QTest.keyClick(focused(), Qt.Key.Key_J, alt)
    assert focused().objectName() == "periodLine"


def test_a_finding_leads_to_its_cell_by_enter(open_page: Open) -> None:
    page, imports = open_page()
    imports.told = (ODD,)
    page.refresh()
    QTest.keyClick(page, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)

    QTest.keyClick(focused(), Qt.Key.Key_Down)
    QTest.keyClick(focused(), Qt.Key.Key_Return)

    current = page.sheets.view.currentIndex()
    assert (current.row(), current.column()) == (6, 3)


def test_escape_in_an_open_list_closes_the_list_and_not_the_import(open_page: Open) -> None:
    page, imports = open_page()
    combo = next(stop for stop in page.talk.stops() if stop.metaObject().className() == "CalmCombo")
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Down)
    view = combo.view()  # type: ignore[attr-defined]
    assert view.isVisible()

    QTest.keyClick(view, Qt.Key.Key_Escape)

    assert not view.isVisible()
    assert imports.done == []


def test_the_arrow_keys_go_through_all_files_and_enter_goes_into_one(open_page: Open, qtbot: QtBot) -> None:
    page, imports = open_page(*several(), file_import("Rekap Mei.xlsx", understood()))
    page.files.setFocus()
    for place in (1, 2, 3):
        QTest.keyClick(focused(), Qt.Key.Key_Down)
        qtbot.waitUntil(lambda: page.bodies.password.isVisible() == (imports.current == 2))
        assert (imports.current, focused()) == (place, page.files)

    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert focused() is page.sheets.view
    page.files.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Up)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert focused() is page.bodies.password.line


def test_tab_goes_from_the_list_into_the_password(open_page: Open, qtbot: QtBot) -> None:
    page, imports = open_page(*several())
    imports.choose(2)
    qtbot.waitUntil(page.bodies.password.isVisible)

    names = [widget.objectName() for widget in walked(page)]
    assert names[:3] == ["importFiles", "passwordLine", "passwordShow"]


def test_the_right_password_leads_to_the_question(open_page: Open, qtbot: QtBot) -> None:
    page, imports = open_page(*several())
    imports.choose(2)
    qtbot.waitUntil(page.bodies.password.isVisible)
    page.bodies.password.line.setFocus()

    read = file_import("terkunci.xlsx")
    imports.show(2, verdict=read.verdict, result=read.result)

    qtbot.waitUntil(lambda: focused().objectName() == "periodLine")


def test_what_was_typed_for_one_locked_file_is_not_offered_for_another(open_page: Open, qtbot: QtBot) -> None:
    locked = [file_import(name, verdict=Verdict.PASSWORD, result=None) for name in ("a.xlsx", "b.xlsx")]
    page, imports = open_page(*locked)
    page.bodies.password.line.setText("rahasia")

    imports.choose(1)

    qtbot.waitUntil(lambda: page.bodies.password.title.text().startswith("b.xlsx"))
    assert page.bodies.password.line.text() == ""


def test_the_file_in_view_stays_readable_while_its_list_has_the_keyboard(open_page: Open) -> None:
    page, _ = open_page(*several()[1:])
    page.files.setFocus(Qt.FocusReason.TabFocusReason)

    row = page.files.visualRect(page.files.files.index(0))
    drawn = page.files.viewport().grab(row).toImage()

    accent = QColor(theme.current().accent).rgb()
    filled = sum(drawn.pixel(x, drawn.height() // 2) == accent for x in range(drawn.width()))
    assert filled < drawn.width() // 4


def test_a_narrow_page_leaves_room_for_the_sheet(open_page: Open, qtbot: QtBot) -> None:
    page, _ = open_page(*several())

    page.resize(784, 560)

    qtbot.waitUntil(lambda: page.sheets.width() >= 240)
