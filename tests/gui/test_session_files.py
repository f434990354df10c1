import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.session import Context, Session
from gui.settings import Recent, Settings
from model.book import Book
from model.errors import UnusableFileError
from model.progress import Report
from resources import FOLDER
from tests.builders.books import DECEMBER, PUBLISHED, book, target_of
from tests.builders.readers import Held, PaperReader

SAMPLE = FOLDER / "sample" / "contoh-kalimantan-tengah.xlsx"


def published() -> Book:
    return book(*PUBLISHED, target_sets=(target_of(0.6603),))


def test_opening_a_coverage_book_shows_it_saved(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    path.write_bytes(SAMPLE.read_bytes())
    with qtbot.waitSignal(session.book_changed, timeout=20_000):
        session.open_files([path])

    assert (session.path, session.name, session.is_saved) == (path, "buku.xlsx", True)
    assert session.context.target_set == session.book.target_sets[0].name  # type: ignore[union-attr]
    assert session.page == "ringkasan"
    assert round(session.region_row().coverage or 0, 4) == 0.4617


def test_the_sample_is_no_recent_book_and_its_figures_are_marked(
    qtbot: QtBot, session: Session, settings: Settings
) -> None:
    with qtbot.waitSignal(session.book_changed, timeout=20_000):
        session.open_sample()

    assert session.is_sample
    assert session.invented
    assert settings.recent == ()


def test_a_book_that_was_opened_is_remembered_by_path_and_figure(
    session: Session, settings: Settings, tmp_path: Path
) -> None:
    session.show_book(published(), path=tmp_path / "a.xlsx")
    (recent,) = settings.recent

    assert (recent.path, recent.as_of, recent.region) == (str(tmp_path / "a.xlsx"), "2025-03-31", "62")
    assert recent.coverage == pytest.approx(465_940 / 1_009_250)


def test_a_book_without_figures_is_remembered_without_one(
    session: Session, settings: Settings, tmp_path: Path
) -> None:
    session.show_book(book(), path=tmp_path / "a.xlsx")

    assert settings.recent == (Recent(str(tmp_path / "a.xlsx")),)


def test_opening_another_book_forgets_region_position_and_selection(session: Session) -> None:
    session.show_book(published())
    session.set_context(region="62.03", as_of=DECEMBER, segment="PU")
    session.show_book(published())

    assert session.context == Context(target_set="tersirat")
    assert session.figure_ref is None


def test_the_same_file_read_again_keeps_what_one_was_looking_at(qtbot: QtBot, session: Session) -> None:
    reader = PaperReader({"rekap.xlsx": published()})
    session.imports.use(reader)
    with qtbot.waitSignal(session.book_changed):
        session.open_files(["rekap.xlsx"])
    session.set_context(region="62.03", as_of=DECEMBER)
    reader.forms["rekap.xlsx"] = book(*PUBLISHED[:1])
    with qtbot.waitSignal(session.book_changed):
        session.reload()

    assert session.context == Context(region="62.03")  # neither December nor the target is there any more


def test_several_files_are_one_book_named_by_the_first(
    qtbot: QtBot, session: Session, settings: Settings
) -> None:
    names = ["januari.xlsx", "februari.xlsx", "maret.xlsx"]
    session.imports.use(PaperReader(dict.fromkeys(names, published())))
    with qtbot.waitSignal(session.book_changed):
        session.open_files(names)

    assert session.name == "januari.xlsx +2"
    assert session.path is None
    assert not session.is_saved
    assert [recent.paths for recent in settings.recent] == [tuple(names)]


def test_a_file_that_cannot_be_used_is_a_notice_and_nothing_changes(qtbot: QtBot, session: Session) -> None:
    session.show_book(published(), name="lama")
    error = UnusableFileError("empty", "Berkas itu kosong.")
    session.imports.use(PaperReader({"kosong.xlsx": error}))
    with qtbot.waitSignal(session.notice) as notice, qtbot.assertNotEmitted(session.book_changed):
        session.open_files(["kosong.xlsx"])

    assert notice.args == ["error", "Berkas itu kosong."]
    assert session.name == "lama"


def test_a_text_file_renamed_xlsx_gets_one_sentence(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    path = tmp_path / "surat.xlsx"
    path.write_text("Yth. Bapak", encoding="utf-8")
    with qtbot.waitSignal(session.notice, timeout=20_000) as notice:
        session.open_files([path])

    assert notice.args is not None
    assert notice.args[0] == "error"
    assert "surat.xlsx" in notice.args[1]
    assert session.book is None


def test_cancelled_reading_changes_nothing(qtbot: QtBot, session: Session) -> None:
    reader = PaperReader({"besar.xlsx": published()})
    reader.wait = held = Held()
    session.imports.use(reader)
    session.open_files(["besar.xlsx"])
    qtbot.waitUntil(held.begun.is_set)
    (task,) = session.tasks.running
    with qtbot.waitSignal(task.cancelled), qtbot.assertNotEmitted(session.book_changed):
        session.cancel()

    assert session.book is None


def test_a_later_opening_outdates_an_earlier_one(qtbot: QtBot, session: Session) -> None:
    second = published()
    reader = PaperReader({"pertama.xlsx": published(), "kedua.xlsx": second})
    begun, released = threading.Event(), threading.Event()

    def wait(report: Report) -> None:
        if not begun.is_set():
            begun.set()
            released.wait(5)  # never reports: it cannot notice that it is out of date

    reader.wait = wait
    session.imports.use(reader)
    session.open_files(["pertama.xlsx"])
    qtbot.waitUntil(begun.is_set)
    (first,) = session.tasks.running
    with qtbot.waitSignal(session.book_changed):
        session.open_files(["kedua.xlsx"])
    with qtbot.waitSignal(first.ended), qtbot.assertNotEmitted(session.book_changed):
        released.set()

    assert session.name == "kedua.xlsx"


def test_saving_writes_a_book_and_goes_on_with_it(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    session.show_book(published(), name="Rekap.xlsx")
    path = tmp_path / "Buku.xlsx"
    with qtbot.waitSignal(session.book_changed, timeout=20_000):
        session.save_as(path)

    assert (session.path, session.is_saved) == (path, True)
    assert session.region_row().active == 465_940


def test_a_new_book_is_empty_and_open(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    path = tmp_path / "Baru.xlsx"
    with qtbot.waitSignal(session.book_changed, timeout=20_000):
        session.new_book(path)

    assert path.is_file()
    assert session.positions == ()
    assert session.is_saved


def test_saving_never_overwrites_somebody_elses_workbook(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    from openpyxl import Workbook

    path = tmp_path / "Rekap.xlsx"
    Workbook().save(path)
    before = path.read_bytes()
    session.show_book(published())
    with qtbot.waitSignal(session.notice, timeout=20_000) as notice:
        session.save_as(path)

    assert notice.args is not None
    assert notice.args[0] == "error"
    assert "Rekap.xlsx" in notice.args[1]
    assert path.read_bytes() == before


def test_saving_keeps_a_book_that_its_owner_may_have_added_sheets_to(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "buku.xlsx"
    with qtbot.waitSignal(session.book_changed, timeout=20_000):
        session.new_book(path)
    before = path.read_bytes()
    with qtbot.waitSignal(session.notice, timeout=20_000) as notice:
        session.save_as(path)

    assert notice.args is not None
    assert "tidak ditimpa" in notice.args[1]
    assert path.read_bytes() == before


def test_an_office_table_is_read_dated_and_not_yet_a_book(
    qtbot: QtBot, session: Session, settings: Settings, tmp_path: Path
) -> None:
    path = tmp_path / "Rekap UCJ 31 Maret 2025.csv"
    lines = ["Kabupaten/Kota;Potensi;Peserta aktif", "Kapuas;100;40", "Katingan;50;30", "Seruyan;70;35"]
    path.write_text("\n".join(lines), encoding="utf-8")
    with qtbot.waitSignal(session.book_changed, timeout=20_000):
        session.open_files([path])

    assert session.book is not None
    assert session.book.sources[0].read_at is not None
    assert not session.is_saved
    assert settings.recent[0].path == str(path)


def test_the_sentence_of_an_unusable_file_follows_the_language(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "kosong.xlsx"
    path.write_bytes(b"")
    said = []
    for language in ("id", "en"):
        session.set_appearance(language=language)
        with qtbot.waitSignal(session.notice, timeout=20_000) as notice:
            session.open_files([path])
        said.append(notice.args[1])

    assert all("kosong.xlsx" in sentence for sentence in said)
    assert said[0] != said[1]
