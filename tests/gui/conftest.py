"""Windows for the tests of this folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.session import Session
from gui.settings import Settings, in_memory
from model.book import Book
from tests.builders.readers import Form, PaperReader, Reads
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


@pytest.fixture
def session(qtbot: QtBot, settings: Settings) -> Iterator[Session]:
    """A session without a window."""
    made = Session(settings)
    yield made
    made.close()


@pytest.fixture
def reads(session: Session) -> Reads:
    """Return what gives the session a reader of files that are made in the test."""

    def make(**forms: Form | Exception | Book) -> PaperReader:
        reader = PaperReader({f"{name}.xlsx": form for name, form in forms.items()})
        session.imports.use(reader)
        return reader

    return make
