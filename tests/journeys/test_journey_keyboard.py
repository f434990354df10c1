"""A whole import by the keyboard alone: from the menu's key to the book, without one touch of the mouse."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui import dialogs
from gui.pages.impor import ImporPage
from gui.widgets.decision_fields import CalmCombo
from tests.journeys.person import Person
from tests.journeys.test_journey_import import STRANGE, rekap

pytestmark = pytest.mark.journey
Key = Qt.Key
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    assert found.isVisible()
    return found


def tab_to(person: Person, name: str, *, back: bool = False) -> QWidget:
    """Press Tab until the widget of that name has the keyboard."""
    for _ in range(60):
        if focused().objectName() == name:
            return focused()
        person.press(Key.Key_Backtab if back else Key.Key_Tab)
    raise AssertionError(f"Tab never reaches {name}")


def answer_both(person: Person) -> None:
    """The position by typing, the strange name from its list."""
    assert focused().objectName() == "periodLine"
    QTest.keyClicks(focused(), "Maret 2025")
    person.press(Key.Key_Return)
    for _ in range(60):
        if isinstance(focused(), CalmCombo):
            break
        person.press(Key.Key_Tab)
    combo = focused()
    assert isinstance(combo, CalmCombo)
    assert STRANGE in combo.accessibleName()
    person.press(Key.Key_Down)
    QTest.keyClicks(combo.view(), "Kab. Pulang Pisau")
    QTest.keyClick(combo.view(), Key.Key_Return)
    person.wait()
    assert combo.currentText() == "Kab. Pulang Pisau"
    assert focused() is combo


def leave_out_and_take(person: Person) -> None:
    """The second file out of the import, and into it again."""
    tab_to(person, "importFiles", back=True)
    person.press(Key.Key_Down)
    person.press(Key.Key_Space)
    assert [file.taken for file in person.session.imports.files] == [True, False]
    person.press(Key.Key_Space)


def look_around(person: Person, page: ImporPage) -> None:
    """From a cell to its decision, and to both lists."""
    tab_to(person, "sheetView")
    person.press(Key.Key_Down)
    person.press(Key.Key_Return)
    assert page.talk.isAncestorOf(focused())
    person.press(Key.Key_T, ALT)
    assert focused().objectName() in {"previewFindings", "previewFigures"}
    person.press(Key.Key_H, ALT)
    assert focused().objectName() == "previewFigures"


def test_an_import_by_the_keyboard_alone(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = (rekap(tmp_path / "Rekap terbaru.xlsx"), rekap(tmp_path / "Rekap Mei.xlsx", "31 Mei"))
    monkeypatch.setattr(dialogs, "open_files", lambda parent, folder: files)
    person.press(Key.Key_O, CONTROL)
    person.wait()
    page = person.window.page
    assert isinstance(page, ImporPage)

    answer_both(person)
    leave_out_and_take(person)
    look_around(person, page)
    tab_to(person, "importAccept")
    person.press(Key.Key_Space)
    person.wait()

    assert [period.iso for period in person.session.positions] == ["2025-03-31", "2025-05-31"]
    assert person.session.page == "ringkasan"
    assert focused().objectName() == "navigation_ringkasan"


def test_an_import_is_given_up_by_the_keyboard_alone(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = (rekap(tmp_path / "Rekap terbaru.xlsx"),)
    monkeypatch.setattr(dialogs, "open_files", lambda parent, folder: files)
    person.press(Key.Key_O, CONTROL)
    person.wait()
    tab_to(person, "sheetView", back=True)

    person.press(Key.Key_Escape)

    assert not person.session.is_importing
    assert person.session.page == "beranda"
    assert focused().objectName() == "navigation_beranda"
