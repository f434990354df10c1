"""Files that are added to the open book, and files that say different things."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from gui.imports import Verdict
from gui.session import Session
from model.book import Office
from model.excel.answers import About
from model.problems import Severity
from tests.builders.books import DECEMBER, MARCH, PUBLISHED, book
from tests.builders.importing import KOTIM, POSITION, UNIT, active, opened, settled, verdicts
from tests.builders.readers import Form, Held, PaperReader, Reads


def test_the_same_position_in_two_files_with_two_values_is_an_error_with_both_places(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    reads(a=Form(active=5), b=Form(active=7))
    opened(qtbot, session, "a", "b")

    (problem,) = [problem for problem in session.problems if problem.code == "contradiction"]
    assert problem.severity is Severity.ERROR
    assert "a.xlsx Rekap!D1" in problem.text()
    assert "b.xlsx Rekap!D1" in problem.text()
    assert "Yang dipakai 5" in problem.text()


def test_importing_adds_to_the_open_book_and_says_how_much(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    reads(april=Form(as_of=DECEMBER))
    session.show_book(book(*PUBLISHED), name="Buku")
    before = len(session.book.observations) if session.book else 0
    with qtbot.waitSignal(session.notice) as notice:
        session.import_files(["april.xlsx"])
    settled(qtbot, session)

    assert session.book is not None
    assert len(session.book.observations) == before + 2
    assert notice.args == ["info", "2 angka dari april.xlsx ditambahkan ke buku ini."]
    assert session.is_edited
    assert session.name == "Buku"


def test_importing_what_contradicts_the_open_book_is_looked_at_first(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    reads(lama=Form(active=5), baru=Form(active=7))
    opened(qtbot, session, "lama")
    session.import_files(["baru.xlsx"])
    settled(qtbot, session)

    assert (session.page, active(session)) == ("impor", [5])
    assert "contradiction" in [problem.code for problem in session.imports.problems]


def test_importing_the_same_file_again_is_said_and_not_doubled(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    reads(maret=Form(content="x"), salinan=Form(content="x"))
    opened(qtbot, session, "maret")
    with qtbot.waitSignal(session.notice) as notice:
        session.import_files(["salinan.xlsx"])
    settled(qtbot, session)

    assert active(session) == [400]
    assert notice.args == ["info", "Tidak ada yang baru di salinan.xlsx; isi buku ini tetap."]
    assert not session.is_edited
    assert "file_read_before" in [problem.code for problem in session.problems]


def test_an_imported_book_keeps_what_one_was_looking_at(qtbot: QtBot, session: Session, reads: Reads) -> None:
    reads(maret=Form(), lain=Form(region="62.01"))
    opened(qtbot, session, "maret")
    session.show_page("cakupan")
    session.set_context(region="62.03", as_of=MARCH)
    session.import_files(["lain.xlsx"])
    settled(qtbot, session)

    assert session.context.region == "62.03"
    assert session.page == "cakupan"
    assert session.paths == (Path("maret.xlsx"), Path("lain.xlsx"))


def test_files_are_not_mixed_with_the_sample(qtbot: QtBot, session: Session, reads: Reads) -> None:
    reads(rekap=Form())
    session.open_sample()
    qtbot.waitUntil(lambda: session.is_sample, timeout=20_000)
    session.import_files(["rekap.xlsx"])
    settled(qtbot, session)

    assert active(session) == [400]
    assert not session.is_sample


def test_reading_again_asks_no_question_a_second_time(qtbot: QtBot, session: Session, reads: Reads) -> None:
    reads(rekap=Form(POSITION, as_of=None))
    opened(qtbot, session, "rekap")
    session.imports.answer(0, About.POSITION, "", "2025-03")
    settled(qtbot, session)
    session.imports.accept()
    settled(qtbot, session)
    with qtbot.waitSignal(session.book_changed):
        session.reload()
    settled(qtbot, session)

    assert active(session) == [400]
    assert [position.written for position in session.positions] == ["2025-03"]


def test_a_folder_stands_for_its_workbooks_by_name(
    qtbot: QtBot, session: Session, reads: Reads, tmp_path: Path
) -> None:
    for name in ("rekap 10.xlsx", "rekap 2.XLSX", "~$rekap 2.xlsx", "surat.docx", ".sisa.xlsx"):
        (tmp_path / name).touch()
    (tmp_path / "lama").mkdir()
    (tmp_path / "lama" / "rekap 1.xlsx").touch()
    session.imports.use(PaperReader({"rekap 2.XLSX": Form(KOTIM), "rekap 10.xlsx": Form()}))
    session.open_files([tmp_path])
    settled(qtbot, session)

    assert [file.path.name for file in session.imports.files] == ["rekap 2.XLSX", "rekap 10.xlsx"]


def test_an_empty_folder_is_said(qtbot: QtBot, session: Session, reads: Reads, tmp_path: Path) -> None:
    reads()
    with qtbot.waitSignal(session.notice) as notice:
        session.open_files([tmp_path])

    assert notice.args == ["warning", f"Di folder {tmp_path.name} tidak ada buku kerja."]
    assert not session.imports.is_active


def test_cancelling_the_reading_again_leaves_the_answer_before(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    reader = reads(rekap=Form(UNIT))
    opened(qtbot, session, "rekap")
    reader.wait = held = Held()
    session.imports.answer(0, About.SCALE, "potensi", "1000")
    qtbot.waitUntil(held.begun.is_set)
    session.cancel()
    settled(qtbot, session)

    assert session.imports.is_active
    assert not session.imports.has_answers
    assert verdicts(session) == [Verdict.QUESTIONS]


def test_what_is_changed_in_the_open_book_meanwhile_is_kept(
    qtbot: QtBot, session: Session, reads: Reads
) -> None:
    reads(april=Form(KOTIM, as_of=DECEMBER))
    session.show_book(book(*PUBLISHED), name="Buku")
    session.import_files(["april.xlsx"])
    settled(qtbot, session)
    session.with_office(Office(province="62", place="Kuala Kapuas"))
    session.imports.answer(0, About.NAME, "kotim", "62.02")
    settled(qtbot, session)
    session.imports.accept()
    settled(qtbot, session)

    assert session.book is not None
    assert session.book.office.place == "Kuala Kapuas"
    assert 400 in active(session)


def test_a_change_while_it_is_accepted_is_not_lost(qtbot: QtBot, session: Session, reads: Reads) -> None:
    reads(april=Form(KOTIM, as_of=DECEMBER))
    session.show_book(book(*PUBLISHED), name="Buku")
    session.import_files(["april.xlsx"])
    settled(qtbot, session)
    session.imports.answer(0, About.NAME, "kotim", "62.02")
    settled(qtbot, session)
    session.imports.accept()
    session.with_office(Office(province="62", place="Kuala Kapuas"))
    settled(qtbot, session)

    assert session.book is not None
    assert session.book.office.place == "Kuala Kapuas"
    assert 400 in active(session)
    assert not session.imports.is_active
