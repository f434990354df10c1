"""Many files: how far they are is told, one or all can be left alone, and what was read stays."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from gui import import_steps
from gui.imports import Verdict
from gui.session import Session
from model.progress import Report
from tests.builders.importing import KOTIM, active, opened, settled, verdicts
from tests.builders.readers import Form, PaperReader, Reads


class Gate:
    """Holds the reading of one file, at 43 %, until it is opened or the reading is stopped."""

    def __init__(self, reader: PaperReader, name: str) -> None:
        self._reader, self._name = reader, name
        self._open = threading.Event()
        reader.wait = self._hold

    def open(self) -> None:
        self._open.set()

    def _hold(self, report: Report) -> None:
        while self._reader.asked[-1][0] == f"{self._name}.xlsx" and not self._open.wait(0.01):
            report(43, 100)


def begun(qtbot: QtBot, session: Session, *names: str, until: int) -> None:
    """Open files and wait until the one at that place is being read."""
    session.open_files([f"{name}.xlsx" for name in names])
    qtbot.waitUntil(lambda: session.imports.reading == until)


def test_it_is_told_which_file_is_read_and_how_far(qtbot: QtBot, session: Session, reads: Reads) -> None:
    gate = Gate(reads(a=Form(), b=Form(), c=Form()), "b")
    begun(qtbot, session, "a", "b", "c", until=1)

    with qtbot.waitSignal(session.imports.progressed) as told:
        pass
    assert told.args == [1, 430]
    assert verdicts(session) == [Verdict.UNDERSTOOD, Verdict.READING, Verdict.READING]

    gate.open()
    settled(qtbot, session)
    assert session.imports.reading == -1


@pytest.mark.parametrize("place", [1, 2])
def test_one_file_is_left_alone_and_the_others_go_on(
    qtbot: QtBot, session: Session, reads: Reads, place: int
) -> None:
    gate = Gate(reads(a=Form(), b=Form(), c=Form()), "b")
    begun(qtbot, session, "a", "b", "c", until=1)

    session.imports.skip(place)
    if place == 2:
        gate.open()
    settled(qtbot, session)

    expected = [Verdict.UNDERSTOOD] * 3
    expected[place] = Verdict.STOPPED
    assert verdicts(session) == expected
    assert session.imports.is_active
    assert session.imports.can_accept
    assert session.imports.preview is not None


def test_all_that_is_not_read_is_left_alone_and_can_be_read_later(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    gate = Gate(reads(a=Form(), b=Form(region="62.04"), c=Form(region="62.05")), "b")
    begun(qtbot, session, "a", "b", "c", until=1)

    session.imports.stop()
    settled(qtbot, session)
    assert verdicts(session) == [Verdict.UNDERSTOOD, Verdict.STOPPED, Verdict.STOPPED]
    assert session.imports.preview is not None

    gate.open()
    session.imports.retry(1)
    settled(qtbot, session)
    session.imports.accept()
    settled(qtbot, session)

    assert active(session) == [400, 400]


def test_cancelling_before_anybody_looked_gives_the_import_up(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    Gate(reads(a=Form(), b=Form()), "b")
    begun(qtbot, session, "a", "b", until=1)

    session.cancel()
    settled(qtbot, session)

    assert not session.imports.is_active


def test_what_takes_long_is_shown_and_accepts_itself_where_nobody_touches_it(
    qtbot: QtBot, session: Session, reads: Reads, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(reads(a=Form(), b=Form(region="62.04")), "b")
    session.imports._patience.setInterval(10)
    begun(qtbot, session, "a", "b", until=1)
    qtbot.waitUntil(lambda: session.page == "impor")

    gate.open()
    settled(qtbot, session)

    assert not session.imports.is_active
    assert session.page == "ringkasan"
    assert active(session) == [400, 400]
    assert import_steps._PATIENCE >= 300


def test_what_somebody_looked_at_waits_for_them(qtbot: QtBot, session: Session, reads: Reads) -> None:
    gate = Gate(reads(a=Form(), b=Form(region="62.04")), "b")
    begun(qtbot, session, "a", "b", until=1)
    session.imports.choose(1)

    gate.open()
    settled(qtbot, session)

    assert session.imports.is_active
    assert session.imports.can_accept


def test_what_somebody_left_out_waits_for_them(qtbot: QtBot, session: Session, reads: Reads) -> None:
    gate = Gate(reads(a=Form(), b=Form(region="62.04")), "b")
    begun(qtbot, session, "a", "b", until=1)
    session.imports.set_taken(0, False)

    gate.open()
    settled(qtbot, session)

    assert session.imports.is_active
    assert session.imports.can_accept


def test_an_answer_given_while_others_are_read_is_taken(qtbot: QtBot, session: Session, reads: Reads) -> None:
    gate = Gate(reads(a=Form(KOTIM), b=Form(region="62.04")), "b")
    begun(qtbot, session, "a", "b", until=1)

    session.imports.answer(0, KOTIM.about, KOTIM.key, "62.02")
    gate.open()
    settled(qtbot, session)

    assert verdicts(session) == [Verdict.UNDERSTOOD, Verdict.UNDERSTOOD]


def test_one_file_is_not_shown_before_it_is_read(qtbot: QtBot, session: Session, reads: Reads) -> None:
    reads(a=Form())
    session.imports._patience.setInterval(0)
    opened(qtbot, session, "a")

    assert session.page == "ringkasan"
