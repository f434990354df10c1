"""Files on their way into a book: verdicts, answers, passwords, and an end that leaves nothing."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from gui.import_files import FileState
from gui.import_work import Wish
from gui.imports import FileImport, Verdict
from gui.session import Session
from gui.settings import Settings
from model.excel.answers import About, Answers
from tests.builders.books import DECEMBER, PUBLISHED, book
from tests.builders.importing import KOTIM, PROVINCE, active, opened, settled, verdicts
from tests.builders.readers import Form, Held, Reads, of_no_use


def test_a_file_without_a_question_opens_at_once(qtbot: QtBot, session: Session, reads: Reads) -> None:
    reads(rekap=Form())
    opened(qtbot, session, "rekap")

    assert active(session) == [400]
    assert (session.page, session.imports.is_active) == ("ringkasan", False)


def test_a_file_with_a_question_turns_to_the_page_of_the_import(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    reads(rekap=Form(KOTIM))
    with qtbot.assertNotEmitted(session.book_changed):
        opened(qtbot, session, "rekap")

    assert (session.page, session.book) == ("impor", None)
    assert verdicts(session) == [Verdict.QUESTIONS]


def test_answering_examines_that_file_alone_and_accepting_makes_the_book(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    reader = reads(rekap=Form(KOTIM), lain=Form(shape=("[lain]", "nama"), as_of=DECEMBER))
    opened(qtbot, session, "rekap", "lain")
    before = reader.times("lain")
    session.imports.answer(0, About.NAME, "kotim", "62.02")
    settled(qtbot, session)

    assert reader.times("lain") == before
    assert verdicts(session) == [Verdict.UNDERSTOOD, Verdict.UNDERSTOOD]
    assert session.imports.preview is not None
    assert len(session.imports.preview.sources) == 2

    session.imports.accept()
    settled(qtbot, session)

    assert active(session) == [400, 400]
    assert (session.page, session.imports.files) == ("ringkasan", ())


def test_cancelling_leaves_book_and_page_as_they_were(qtbot: QtBot, session: Session, reads: Reads) -> None:
    reads(rekap=Form(KOTIM))
    session.show_book(book(*PUBLISHED), name="lama")
    session.show_page("cakupan")
    opened(qtbot, session, "rekap")
    with qtbot.assertNotEmitted(session.book_changed):
        session.imports.cancel()

    assert (session.page, session.name, session.imports.is_active) == ("cakupan", "lama", False)


def test_a_second_import_given_up_leads_back_to_where_the_first_began(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    reads(rekap=Form(KOTIM), lain=Form(KOTIM))
    session.show_book(book(*PUBLISHED), name="lama")
    session.show_page("cakupan")
    opened(qtbot, session, "rekap")
    opened(qtbot, session, "lain")
    session.imports.cancel()

    assert session.page == "cakupan"


def test_a_second_import_of_no_use_leaves_nobody_on_the_page_of_the_first(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    reads(rekap=Form(KOTIM), rusak=of_no_use("rusak.xlsx"))
    session.show_book(book(*PUBLISHED), name="lama")
    session.show_page("cakupan")
    opened(qtbot, session, "rekap")
    opened(qtbot, session, "rusak")

    assert (session.page, session.imports.is_active) == ("cakupan", False)


def test_the_offices_province_is_taken_where_a_file_does_not_tell(
    qtbot: QtBot, session: Session, reads: Reads, settings: Settings
) -> None:
    reader = reads(rekap=Form(PROVINCE))
    settings.province = "62"
    opened(qtbot, session, "rekap")

    assert active(session) == [400]
    assert [answers.province for _, answers in reader.asked] == ["", "62"]


def test_a_file_that_cannot_be_used_leaves_the_others(qtbot: QtBot, session: Session, reads: Reads) -> None:
    reads(rusak=of_no_use("rusak.xlsx"), rekap=Form())
    opened(qtbot, session, "rusak", "rekap")

    assert verdicts(session) == [Verdict.UNUSABLE, Verdict.UNDERSTOOD]
    assert "rusak.xlsx kosong" in session.imports.files[0].sentence

    session.imports.accept()
    settled(qtbot, session)

    assert active(session) == [400]
    assert session.name == "rekap.xlsx"


def test_files_that_are_all_of_no_use_get_one_sentence(qtbot: QtBot, session: Session, reads: Reads) -> None:
    reads(a=of_no_use("a.xlsx"), b=of_no_use("b.xlsx"))
    with qtbot.waitSignal(session.notice) as notice:
        opened(qtbot, session, "a", "b")

    assert notice.args is not None
    assert notice.args[0] == "error"
    assert notice.args[1].endswith("Begitu pula 1 berkas lain.")
    assert (session.page, session.imports.is_active) == ("beranda", False)


def test_a_file_that_is_left_out_gives_nothing(qtbot: QtBot, session: Session, reads: Reads) -> None:
    reads(a=Form(KOTIM, as_of=DECEMBER), b=Form(active=7))
    opened(qtbot, session, "a", "b")
    session.imports.set_taken(0, taken=False)
    settled(qtbot, session)
    session.imports.accept()
    settled(qtbot, session)

    assert active(session) == [7]
    assert session.paths == (Path("b.xlsx"),)


def test_a_password_shows_in_no_text_of_what_holds_it() -> None:
    path = Path("rahasia.xlsx")
    state = FileState(FileImport(path, Verdict.PASSWORD), password="kunci")
    wish = Wish(path, Answers(), frozenset(), "kunci", None)

    assert (state.password, wish.password) == ("kunci", "kunci")
    assert "kunci" not in f"{state} {wish}"


def test_a_locked_file_is_opened_with_its_password_which_is_then_forgotten(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    reader = reads(rahasia=Form(password="kunci"))
    opened(qtbot, session, "rahasia")

    assert verdicts(session) == [Verdict.PASSWORD]

    session.imports.give_password(0, "salah")
    settled(qtbot, session)

    assert verdicts(session) == [Verdict.PASSWORD]
    assert session.imports.files[0].sentence

    session.imports.give_password(0, "kunci")
    settled(qtbot, session)
    session.imports.accept()
    settled(qtbot, session)

    assert active(session) == [400]
    assert reader.is_closed  # and with it whatever it kept of the file
    assert not session.imports.files


def test_cancelling_the_reading_gives_the_import_up(qtbot: QtBot, session: Session, reads: Reads) -> None:
    held = Held()
    reads(besar=Form()).wait = held
    session.open_files(["besar.xlsx"])
    qtbot.waitUntil(held.begun.is_set)
    with qtbot.assertNotEmitted(session.book_changed):
        session.cancel()
        qtbot.waitUntil(lambda: not session.imports.is_active)

    assert session.book is None
    assert session.page == "beranda"


def test_an_answer_that_leaves_nothing_to_read_is_taken_back(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    reader = reads(rekap=Form(KOTIM))
    opened(qtbot, session, "rekap")
    reader.forms["rekap.xlsx"] = of_no_use("rekap.xlsx")
    with qtbot.waitSignal(session.notice) as notice:
        session.imports.answer(0, About.NAME, "kotim", "leave")
        settled(qtbot, session)

    assert notice.args is not None
    assert notice.args[0] == "warning"
    assert verdicts(session) == [Verdict.QUESTIONS]
    assert not session.imports.has_answers


def test_a_later_import_outdates_an_earlier_one(qtbot: QtBot, session: Session, reads: Reads) -> None:
    reads(lama=Form(KOTIM), baru=Form(active=9))
    opened(qtbot, session, "lama")
    opened(qtbot, session, "baru")

    assert active(session) == [9]
    assert session.page == "ringkasan"


def test_a_bug_reaches_the_crash_dialog_and_ends_the_import(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    reads(rekap=ZeroDivisionError())
    with qtbot.captureExceptions() as caught:
        session.open_files(["rekap.xlsx"])
        qtbot.waitUntil(lambda: not session.imports.is_active)

    assert [kind for kind, *_ in caught] == [ZeroDivisionError]


def test_a_file_without_a_single_figure_is_looked_at_before_it_opens(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    reads(kosong=Form(as_of=None))
    opened(qtbot, session, "kosong")

    assert verdicts(session) == [Verdict.UNDERSTOOD]
    assert (session.page, session.book) == ("impor", None)
