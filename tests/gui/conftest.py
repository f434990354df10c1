"""Windows for the tests of this folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.session import Session
from gui.settings import Settings, in_memory
from tests.builders.windows import Open, published_book


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return in_memory(str(tmp_path / "settings.ini"))


@pytest.fixture
def opened(qtbot: QtBot, settings: Settings) -> Iterator[Open]:
    """Return what opens a window on the published book, or on none."""
    sessions: list[Session] = []

    def make(*, with_book: bool = True, ready: bool = True, width: int = 1280) -> MainWindow:
        session = Session(settings)
        sessions.append(session)
        if with_book:
            session.show_book(published_book(), name="Kalteng.xlsx")
        window = MainWindow(session, ready=ready)
        qtbot.addWidget(window)
        window.resize(width, 800)
        with qtbot.waitActive(window):
            window.show()
        return window

    yield make
    for session in sessions:
        session.close()
