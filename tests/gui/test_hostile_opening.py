"""Files that break readers, opened in a window with a book: the window lives on and the book stays."""

import sys
from pathlib import Path

import pandas as pd
import pytest
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from tests.builders.hostile_files import Hostile
from tests.builders.hostile_places import EVERY
from tests.builders.windows import Open

KINDS = {
    "far cell", "billion laughs", "three gigabytes of strings", "missing sheet part", "reference 2",
    "ole loop in the chain", "xls with a sheet nowhere", "xlsb far cell", "empty", "garbage",
    "ods repeats a cell a billion times", "a page without a table", "SpreadsheetML far cell",
    "text of separators", "a link to endless zeros",
}  # fmt: skip
PATIENCE = 60_000


def hostile_files() -> list[Hostile]:
    return [hostile for hostile in EVERY if hostile.kind in KINDS]


def settled(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.session.imports.is_busy, timeout=PATIENCE)


def figures(window: MainWindow) -> pd.DataFrame:
    assert window.session.book is not None
    return window.session.book.observations.copy()


@pytest.mark.skipif(sys.platform == "win32", reason="Some of what stands there Windows has not")
@pytest.mark.parametrize("into_open_book", [False, True])
def test_a_list_of_hostile_files_leaves_the_window_and_the_book(
    qtbot: QtBot, opened: Open, tmp_path: Path, into_open_book: bool
) -> None:
    window = opened()
    before = figures(window)
    paths = [hostile.made(tmp_path) for hostile in hostile_files()]
    assert len(paths) == len(KINDS)
    begin = window.session.import_files if into_open_book else window.session.open_files
    with qtbot.waitSignal(window.session.notice, timeout=PATIENCE) as notice:
        begin(paths)
        settled(qtbot, window)

    assert notice.args is not None
    assert notice.args[0] == "error"
    assert len(notice.args[1].splitlines()) == 1
    assert window.isVisible()
    assert not window.session.imports.is_active
    pd.testing.assert_frame_equal(figures(window), before)
