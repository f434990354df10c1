from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.opening import Opened
from gui.session import Context, Session
from gui.settings import Settings
from model.book import Book, Office
from model.errors import UnanswerableError
from model.periods import month
from model.progress import Report
from resources import FOLDER
from tests.builders.books import DECEMBER, MARCH, PUBLISHED, book, counted, target_of

Work = Callable[[Report], Opened]
SAMPLE = FOLDER / "sample" / "contoh-kalimantan-tengah.xlsx"


def published() -> Book:
    return book(*PUBLISHED, target_sets=(target_of(0.6603),))


def test_a_session_begins_with_nothing(session: Session) -> None:
    assert (session.book, session.path, session.name, session.problems) == (None, None, "", ())
    assert session.context == Context()
    assert not session.is_saved
    with pytest.raises(UnanswerableError):
        session.coverage_table()


def test_the_context_speaks_only_when_it_changes(qtbot: QtBot, session: Session) -> None:
    session.show_book(published())
    with qtbot.assertNotEmitted(session.context_changed):
        session.set_context(region="", target_set="tersirat")
    with qtbot.waitSignal(session.context_changed):
        session.set_context(region="62.03")


def test_a_table_is_computed_once_for_each_context(session: Session) -> None:
    session.show_book(published())
    table = session.coverage_table()

    assert session.coverage_table() is table

    session.set_context(as_of=DECEMBER)
    older = session.coverage_table()

    assert older.as_of == DECEMBER
    assert older is not table

    session.set_context(as_of=None)

    assert session.coverage_table() is table


def test_an_edit_of_the_office_is_seen_by_the_next_table_and_not_yet_saved(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    session.show_book(published(), path=tmp_path / "a.xlsx")
    table = session.coverage_table()

    assert session.is_saved

    with qtbot.waitSignal(session.book_changed):
        session.with_office(Office(province="62", place="Palangka Raya"))

    assert session.coverage_table() is not table
    assert session.is_edited
    assert not session.is_saved


def test_the_row_follows_region_and_segment(session: Session) -> None:
    rows = counted("62.03", active=10, eligible=40), counted("62.03", active=3, eligible=4, segment="PU")
    session.show_book(book(counted(active=50, eligible=100), *rows))
    session.set_context(region="62.03")

    assert session.region_row().coverage == 0.25

    session.set_context(segment="PU")

    assert session.region_row().coverage == 0.75


def test_the_sheet_carries_the_name_of_the_book_and_the_language(session: Session) -> None:
    session.show_book(published(), name="Kalteng.xlsx")
    sheet = session.summary(language="en")

    assert (sheet.book_name, sheet.language, sheet.region) == ("Kalteng.xlsx", "en", "62")


def test_slow_work_delivers_here_and_its_label_is_known(qtbot: QtBot, session: Session) -> None:
    got: list[int] = []
    with qtbot.waitSignal(session.task_changed):
        task = session.run(lambda report: 42, got.append, label="Menghitung")
    with qtbot.waitSignal(task.ended):
        pass

    assert task.label == "Menghitung"
    assert got == [42]


def test_a_fault_in_work_is_not_turned_into_a_notice(qtbot: QtBot, session: Session) -> None:
    def work(report: Report) -> None:
        raise ZeroDivisionError

    with qtbot.capture_exceptions() as caught, qtbot.assertNotEmitted(session.notice):
        task = session.run(work, print)
        with qtbot.waitSignal(task.ended):
            pass

    assert [kind for kind, *_ in caught] == [ZeroDivisionError]


def test_language_theme_and_zoom_are_remembered(qtbot: QtBot, session: Session, settings: Settings) -> None:
    with qtbot.waitSignal(session.appearance_changed):
        session.set_appearance(language="en", theme="dark", zoom=1.25)

    assert session.language == "en"
    assert (settings.language, settings.theme, settings.zoom) == ("en", "dark", 1.25)


def test_a_session_without_settings_works_as_well(qtbot: QtBot) -> None:
    session = Session()
    session.show_book(published())
    session.set_appearance(language="en")

    assert session.language == "en"
    assert session.positions == (month(2023, 12), DECEMBER, MARCH)
    session.close()


def test_cancel_while_nothing_runs_is_harmless(session: Session) -> None:
    session.cancel()

    assert session.tasks.running == ()
