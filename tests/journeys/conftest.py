"""The whole program for one journey: window, settings of its own, and an end that leaves nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui import dialogs, i18n, theme
from gui.app import Program
from gui.settings import in_memory
from tests.journeys.person import PATIENCE, Person


@pytest.fixture
def person(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Person]:
    """A person before the freshly started program, its window shown and ready."""
    settings = in_memory(str(tmp_path / "settings.ini"))
    settings.province, settings.theme = "62", "light"
    program = Program(qapp, settings)
    program.frame.resize(1440, 900)
    program.show([])
    with qtbot.waitActive(program.frame, timeout=PATIENCE):
        program.frame.activateWindow()
    qtbot.waitUntil(lambda: program.frame.panel is not None, timeout=PATIENCE)
    yield Person(program, qtbot)
    monkeypatch.setattr(dialogs, "confirm", lambda *arguments, **options: True)
    program.session.close()
    program.window.close()
    program.window.deleteLater()
    program.setParent(None)
    program.deleteLater()
    i18n.install(qapp, "id")
    theme.apply(qapp, theme.LIGHT)
