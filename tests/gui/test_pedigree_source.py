"""The cells of a figure's source, shown in the panel that says where the figure comes from."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.widgets.cell_picture import CellPicture
from gui.widgets.pedigree_sections import CellLink
from model.pedigree import FigureRef
from tests.builders.books import MARCH
from tests.builders.pedigree_panels import Shown, published, shown_panel, texts
from tests.builders.source_files import FILE, source_workbook


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return partial(shown_panel, qtbot)


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    return source_workbook(tmp_path)


def test_the_cells_of_the_source_are_shown_from_the_file_itself(
    shown: Shown, qtbot: QtBot, workbook: Path
) -> None:
    panel, _ = shown(published(), path=workbook)

    QTest.mouseClick(panel.source.show_cells, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.findChild(CellPicture) is not None)

    picture = panel.findChild(CellPicture)
    assert isinstance(picture, CellPicture)
    assert picture.block.rows == (17, 18, 19, 20)
    assert picture.block.marked == {(20, 2), (20, 3), (20, 4)}
    assert picture.block.cells[-1] == ("Jumlah", 1_009_250, 465_940, 46.2)
    assert "D21: 465.940" in picture.accessibleDescription()


def test_a_link_shows_its_own_cell_and_says_which(shown: Shown, qtbot: QtBot, workbook: Path) -> None:
    panel, _ = shown(published(), path=workbook.with_name("Kalteng.xlsx"))
    link = panel.findChildren(CellLink)[0]
    workbook.with_name("Kalteng.xlsx").touch()

    with qtbot.waitSignal(panel.source_requested) as asked:
        QTest.keyClick(link, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: panel.findChild(CellPicture) is not None)

    assert asked.args[0].cell == "D21"


def test_a_source_that_is_not_reachable_is_said_plainly(shown: Shown, qtbot: QtBot, tmp_path: Path) -> None:
    panel, _ = shown(published(), path=tmp_path / "Kalteng.xlsx")

    QTest.mouseClick(panel.source.show_cells, Qt.MouseButton.LeftButton)

    sentence = f"{FILE} tidak ditemukan di samping berkas yang dibuka."
    qtbot.waitUntil(lambda: sentence in texts(panel))
    assert panel.findChild(CellPicture) is None


def test_an_answer_for_another_figure_does_not_land(shown: Shown, qtbot: QtBot, workbook: Path) -> None:
    panel, session = shown(published(), path=workbook)
    QTest.mouseClick(panel.source.show_cells, Qt.MouseButton.LeftButton)

    session.select_figure(FigureRef("active", "62", "", MARCH))
    qtbot.waitUntil(lambda: not session.tasks.running)

    assert panel.findChild(CellPicture) is None
