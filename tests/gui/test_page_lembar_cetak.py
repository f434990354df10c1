from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui import dialogs
from gui.pages.lembar_cetak import LembarCetakPage
from gui.printing import printers
from gui.printing.order import Content
from gui.printing.page_places import FIT_PAGE
from gui.printing.print_job import set_up
from gui.session import Session
from model.book import Book
from model.report.pages import page_sizes, page_text
from tests.builders.books import book, counted
from tests.builders.summaries import OFFICE, REGENCIES


def kalteng() -> Book:
    rows = [counted(active=465_940, eligible=1_009_250)]
    rows += [counted(code, active=active, eligible=eligible) for code, _, eligible, active, _ in REGENCIES]
    return book(*rows, office=OFFICE)


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> LembarCetakPage:
    """The page with a book of fourteen regencies, its preview finished."""
    session.show_book(kalteng(), name="Kalteng 2025.xlsx")
    return shown(session, qtbot)


def shown(session: Session, qtbot: QtBot) -> LembarCetakPage:
    made = LembarCetakPage(session)
    qtbot.addWidget(made)
    made.resize(1264, 760)
    made.show()
    settle(made, qtbot)
    return made


def settle(page: LembarCetakPage, qtbot: QtBot) -> None:
    """Wait until the sheets asked for are made and drawn."""
    qtbot.waitUntil(lambda: page.is_settled, timeout=20_000)
    if page.pdf:
        qtbot.waitUntil(lambda: page.preview.is_sharp, timeout=20_000)


def words(page: LembarCetakPage, number: int = 0) -> str:
    return " ".join(page_text(page.pdf, number).split())


def test_without_a_book_the_page_offers_the_sample(session: Session, qtbot: QtBot) -> None:
    page = shown(session, qtbot)

    assert not page.save_button.isEnabled()
    assert not page.print_button.isEnabled()
    assert page.preview.isHidden() or not page.preview.isVisible()


def test_the_provinces_sheet_is_shown_first(page: LembarCetakPage) -> None:
    assert "Kalimantan Tengah" in words(page)
    assert "Kalimantan Tengah, posisi per 31 Maret 2025, F4 215 × 330 mm" in page.subtitle.text()
    assert page.print_button.isEnabled()


def test_another_paper_makes_the_sheet_anew_and_is_kept_in_the_office(
    page: LembarCetakPage, session: Session, qtbot: QtBot
) -> None:
    QTest.mouseClick(page.choices.papers.button("a4"), Qt.MouseButton.LeftButton)
    settle(page, qtbot)

    width, height = page_sizes(page.pdf)[0]

    assert (round(width), round(height)) == (595, 842)
    assert session.book is not None
    assert session.book.office.paper == "a4"


def test_a_booklet_has_a_sheet_for_the_province_and_each_regency(page: LembarCetakPage, qtbot: QtBot) -> None:
    page.choices.set_content(Content.BOOKLET)
    settle(page, qtbot)

    text = " ".join(words(page, number) for number in range(page.preview.pages))

    assert page.preview.pages >= 15
    assert all(name in text for _, name, *_ in REGENCIES)
    assert page.view_bar.place.text() == f"Halaman 1 dari {page.preview.pages}"


def test_one_regencys_sheet_follows_the_choice(page: LembarCetakPage, qtbot: QtBot) -> None:
    page.choices.set_content(Content.REGION)
    page.choices.regions.setCurrentIndex(page.choices.regions.findData("62.03"))
    settle(page, qtbot)

    assert "Kapuas, posisi per 31 Maret 2025" in page.subtitle.text()
    assert page.choices.regions.isVisible()


def test_a_region_chosen_for_the_whole_program_is_the_one_to_print(
    page: LembarCetakPage, session: Session, qtbot: QtBot
) -> None:
    session.set_context(region="62.71")
    settle(page, qtbot)

    assert (page.choices.content, page.choices.region) == (Content.REGION, "62.71")


def test_without_a_region_the_provinces_sheet_is_the_one_to_print_again(
    page: LembarCetakPage, session: Session, qtbot: QtBot
) -> None:
    session.set_context(region="62.71")
    session.set_context(region="")
    settle(page, qtbot)

    assert page.choices.content is Content.PROVINCE


def test_what_is_typed_about_the_office_reaches_the_sheet(
    page: LembarCetakPage, session: Session, qtbot: QtBot
) -> None:
    name = page.choices.form.name
    QTest.keyClicks(name, "Hj. Rahmawati")
    qtbot.waitUntil(lambda: session.book is not None and session.book.office.signatory.name != "")
    settle(page, qtbot)

    assert session.book is not None
    assert session.book.office.signatory.name == "Hj. Rahmawati"
    assert "Hj. Rahmawati" in words(page, page.preview.pages - 1)
    assert name.cursorPosition() == len("Hj. Rahmawati")


def test_another_position_of_the_cursor_or_context_loses_nothing_typed(
    page: LembarCetakPage, session: Session, qtbot: QtBot
) -> None:
    QTest.keyClicks(page.choices.form.nip, "19700101")
    session.set_context(region="62.01")
    settle(page, qtbot)

    assert session.book is not None
    assert session.book.office.signatory.nip == "19700101"


def test_a_page_is_drawn_at_the_screens_own_density(page: LembarCetakPage, qtbot: QtBot) -> None:
    page.preview.set_zoom(1.5)
    settle(page, qtbot)

    picture = page.preview.picture_of(0)

    assert picture is not None
    assert picture.width() == pytest.approx(215 / 25.4 * 96 * 1.5 * page.devicePixelRatioF(), abs=2)
    assert page.preview.horizontalScrollBar().maximum() > 0


def test_the_bar_turns_pages_and_zooms(page: LembarCetakPage, qtbot: QtBot) -> None:
    page.choices.set_content(Content.BOOKLET)
    settle(page, qtbot)
    page.preview.set_zoom(FIT_PAGE)
    settle(page, qtbot)
    QTest.mouseClick(page.view_bar.after, Qt.MouseButton.LeftButton)

    assert page.preview.page == 1
    assert page.view_bar.before.isEnabled()

    fitted = page.preview.factor
    QTest.mouseClick(page.view_bar.larger, Qt.MouseButton.LeftButton)
    settle(page, qtbot)

    assert page.preview.factor > fitted
    assert page.preview.page == 1


def test_keys_turn_to_the_last_page_and_back(page: LembarCetakPage, qtbot: QtBot) -> None:
    page.choices.set_content(Content.BOOKLET)
    settle(page, qtbot)

    QTest.keyClick(page.preview, Qt.Key.Key_End)
    assert page.preview.page == page.preview.pages - 1

    QTest.keyClick(page.preview, Qt.Key.Key_Home)
    assert page.preview.page == 0
    settle(page, qtbot)


def test_a_picture_shows_the_page_and_not_an_empty_field(page: LembarCetakPage) -> None:
    picture = page.preview.picture_of(0)
    assert picture is not None

    small = picture.scaled(60, 90).convertToFormat(QImage.Format.Format_Grayscale8)
    dark = sum(small.pixelColor(x, y).lightness() < 200 for x in range(60) for y in range(90))

    assert dark > 50


def test_saving_writes_the_pdf_that_is_shown(
    page: LembarCetakPage, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lembar.pdf"
    monkeypatch.setattr(dialogs, "save_file", lambda *arguments, **options: path)

    with qtbot.waitSignal(session.notice) as notice:
        QTest.mouseClick(page.save_button, Qt.MouseButton.LeftButton)

    assert notice.args == ["info", "lembar.pdf tersimpan."]
    assert path.read_bytes() == page.pdf


def test_saving_where_nothing_can_be_written_says_so(
    page: LembarCetakPage, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = tmp_path / "no such folder" / "lembar.pdf"
    monkeypatch.setattr(dialogs, "save_file", lambda *arguments, **options: nowhere)

    with qtbot.waitSignal(session.notice) as notice:
        QTest.mouseClick(page.save_button, Qt.MouseButton.LeftButton)

    assert notice.args is not None
    assert notice.args[0] == "error"
    assert "tidak dapat ditulisi" in notice.args[1]


def test_printing_sends_every_page(
    page: LembarCetakPage, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def to_a_file(parent: object, paper: str, title: str, pages: int) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        printer.setResolution(300)
        set_up(printer, "f4", title)
        return printer

    monkeypatch.setattr(printers, "choose", to_a_file)

    with qtbot.waitSignal(session.notice, timeout=20_000) as notice:
        QTest.mouseClick(page.print_button, Qt.MouseButton.LeftButton)

    assert notice.args == ["info", f"{page.preview.pages} halaman dikirim ke printer."]
    assert len(page_sizes((tmp_path / "printed.pdf").read_bytes())) == page.preview.pages


def test_a_cancelled_print_dialog_prints_nothing(
    page: LembarCetakPage, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printers, "choose", lambda *arguments: None)

    with qtbot.assertNotEmitted(session.notice, wait=100):
        QTest.mouseClick(page.print_button, Qt.MouseButton.LeftButton)


def test_an_older_wish_never_lands_over_a_newer_one(page: LembarCetakPage, qtbot: QtBot) -> None:
    for content in (Content.BOOKLET, Content.REGION, Content.PROVINCE):
        page.choices.set_content(content)
    settle(page, qtbot)

    assert page.subtitle.text().startswith("Kalimantan Tengah, posisi")


def test_a_book_without_figures_gets_a_sentence_instead_of_a_sheet(session: Session, qtbot: QtBot) -> None:
    session.show_book(replace(kalteng(), observations=book().observations), name="Kosong.xlsx")
    page = shown(session, qtbot)

    assert page.pdf == b""
    assert not page.print_button.isEnabled()
    assert page.refusal.isVisible()
    assert len(page.refusal.sentence.text()) > 10


def test_every_control_has_an_accessible_name(page: LembarCetakPage) -> None:
    unnamed = [
        widget.objectName() or type(widget).__name__
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not widget.accessibleName()
        and not getattr(widget, "text", lambda: "")()
    ]

    assert unnamed == []
