"""While files are read, the page says which one now, how far, how many are left; one or all can be left."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.imports import FileImport, Verdict
from gui.session import Session
from tests.builders.import_pages import ImportsByHand, Open, opened_page
from tests.builders.imports import file_import, understood


@pytest.fixture
def open_page(qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens the page of an import whose second file is being read."""
    monkeypatch.setattr(ImportsByHand, "reading", 1)
    monkeypatch.setattr(ImportsByHand, "skip", lambda self, index: self.done.append(("skip", index)))
    monkeypatch.setattr(ImportsByHand, "stop", lambda self: self.done.append(("stop",)))
    monkeypatch.setattr(ImportsByHand, "retry", lambda self, index: self.done.append(("retry", index)))
    return partial(opened_page, qtbot, session)


def three() -> tuple[FileImport, ...]:
    return (
        file_import("Rekap Januari 2025.xlsx", understood()),
        file_import("Rekap Februari 2025.xlsx", verdict=Verdict.READING, result=None),
        file_import("Rekap Maret 2025.xlsx", verdict=Verdict.READING, result=None),
    )


def test_the_list_tells_which_file_is_read_how_far_and_which_wait(open_page: Open) -> None:
    page, imports = open_page(*three())

    imports.progressed.emit(1, 430)

    told = [page.files.files.verdict(row) for row in range(3)]
    assert told == ["dimengerti, 28 angka", "sedang dibaca, 43 %", "menunggu"]
    left = page.findChild(QLabel, "filesLeft")
    assert left is not None
    assert left.isVisible()
    assert left.text() == "1 dari 3 dibaca"


def test_the_file_in_view_tells_it_as_well(open_page: Open, qtbot: QtBot) -> None:
    page, imports = open_page(*three())
    imports.choose(1)
    qtbot.waitUntil(page.bodies.reading.isVisible)

    imports.progressed.emit(1, 430)
    assert page.bodies.reading.percent.text() == "43 %"

    imports.choose(2)
    qtbot.waitUntil(lambda: page.bodies.reading.said.text() == "Rekap Maret 2025.xlsx menunggu giliran")
    assert not page.bodies.reading.progress.isVisible()


def test_one_file_is_left_alone_by_a_key_a_cross_or_a_button(open_page: Open, qtbot: QtBot) -> None:
    page, imports = open_page(*three())
    page.files.setFocus()
    QTest.keyClick(page.files, Qt.Key.Key_Delete)
    assert imports.done == []  # that one is read

    QTest.keyClick(page.files, Qt.Key.Key_Down)
    QTest.keyClick(page.files, Qt.Key.Key_Delete)
    row = page.files.visualRect(page.files.files.index(2))
    place = row.center()
    place.setX(row.right() - 16)
    QTest.mouseClick(page.files.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: page.bodies.reading.isVisible() and imports.current == 2)
    page.refresh()
    page.bodies.reading.stop.click()

    assert imports.done == [("skip", 1), ("skip", 2), ("skip", 2)]


def test_all_are_left_alone_by_one_button(open_page: Open) -> None:
    page, imports = open_page(*three())
    stop = page.findChild(QPushButton, "filesStop")
    assert stop is not None

    stop.click()

    assert imports.done == [("stop",)]


def test_a_file_that_was_left_alone_can_be_read_after_all(open_page: Open, qtbot: QtBot) -> None:
    page, imports = open_page(*three())
    imports.show(1, verdict=Verdict.STOPPED)
    imports.show(2, verdict=Verdict.STOPPED)
    imports.choose(1)
    qtbot.waitUntil(page.bodies.unusable.retry.isVisible)

    page.bodies.unusable.retry.click()

    assert imports.done == [("retry", 1)]
    assert page.files.files.verdict(1) == "dilewati, belum dibaca"
    assert page.bodies.unusable.sentence.text().startswith("Rekap Februari 2025.xlsx tidak dibaca")
    assert not page.findChild(QPushButton, "filesStop").isVisible()  # type: ignore[union-attr]
