"""An import as a person goes through it: open, wait, look."""

from pytestqt.qtbot import QtBot

from gui.imports import Verdict
from gui.session import Session
from model.excel.answers import About
from tests.builders.readers import open_question

KOTIM = open_question(About.NAME, "kotim", ("62.02",))
UNIT = open_question(About.SCALE, "potensi", ("1", "1000"))
POSITION = open_question(About.POSITION)
PROVINCE = open_question(About.PROVINCE)


def settled(qtbot: QtBot, session: Session) -> None:
    """Wait until there is nothing left to do without a person."""
    qtbot.waitUntil(lambda: not session.imports.is_busy, timeout=10_000)


def opened(qtbot: QtBot, session: Session, *names: str) -> None:
    """Open files by their names without ending, and wait."""
    session.open_files([f"{name}.xlsx" for name in names])
    settled(qtbot, session)


def verdicts(session: Session) -> list[Verdict]:
    """How far each file has come."""
    return [file.verdict for file in session.imports.files]


def active(session: Session) -> list[float]:
    """The figures of participants in the open book."""
    assert session.book is not None
    frame = session.book.observations
    return [float(value) for value in frame[frame["measure"] == "active"]["value"]]
