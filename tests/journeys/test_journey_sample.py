"""From the start page to a printed sheet, on the sample."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot

from gui import dialogs
from gui.pages import PAGES
from gui.pages.cakupan import CakupanPage
from gui.pages.lembar_cetak import LembarCetakPage
from gui.pages.page import PageFrame
from gui.printing import printers
from gui.printing.print_job import set_up
from gui.tables.columns import ValueRole
from gui.widgets.figure_card import FigureCell
from model.report.pages import page_count, page_text
from tests.journeys.person import PATIENCE, Person

pytestmark = pytest.mark.journey


def colours(widget: QWidget) -> int:
    """Return how many colours a coarse look at the widget finds: an empty page has a handful."""
    image: QImage = widget.grab().toImage()
    return len({image.pixel(x, y) for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)})


def test_the_start_page_opens_the_sample_in_one_click(person: Person) -> None:
    assert person.session.page == "beranda"

    person.click("berandaSample")

    assert person.session.page == "ringkasan"
    assert "46,2" in person.see(FigureCell, "figure_coverage").accessibleName()
    assert "Kalimantan Tengah" in person.window.windowTitle()


def test_every_page_shows_the_sample(person: Person) -> None:
    person.click("berandaSample")

    pictures = {page.id: colours(person.turn_to(page.id)) for page in PAGES}

    assert min(pictures.values()) > 20, pictures


class WindowsShown(QObject):
    """Notes every window that is shown besides the real one; a tool tip is none."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            name = watched.metaObject().className()
            if watched is not self._window and name != "QTipLabel":
                self.seen.append(f"{name} {watched.objectName()}")
        return False


def test_no_page_flashes_up_as_a_window_of_its_own(person: Person, qapp: QApplication) -> None:
    shown = WindowsShown(person.window)
    qapp.installEventFilter(shown)

    person.click("berandaSample")
    for page in PAGES:
        person.turn_to(page.id)
    qapp.removeEventFilter(shown)

    assert shown.seen == []


def test_a_figure_leads_to_its_cells(person: Person) -> None:
    person.click("berandaSample")
    person.click("figure_active")

    assert person.window.area.is_open
    assert person.session.figure_ref is not None
    assert "465.940" in person.see(QWidget, "pedigree_value").property("text")

    person.click("show_cells")
    assert person.see(QWidget, "cell_picture").isVisible()


def table_of(person: Person) -> tuple[CakupanPage, QTableView]:
    page = person.turn_to("cakupan")
    assert isinstance(page, CakupanPage)
    return page, page.table.body


def cell(table: QTableView, row: int, column: str) -> QModelIndex:
    model = table.model()
    names = [found.name for found in model.columns]  # type: ignore[attr-defined]
    return model.index(row, names.index(column))


def test_a_click_on_a_header_sorts_and_the_cell_below_explains_itself(person: Person) -> None:
    person.click("berandaSample")
    page, table = table_of(person)

    person.click_header(table, cell(table, 0, "active").column())
    once = [cell(table, row, "active").data(ValueRole) for row in range(14)]
    person.click_header(table, cell(table, 0, "active").column())
    twice = [cell(table, row, "active").data(ValueRole) for row in range(14)]

    assert sorted(once) in (once, once[::-1])
    assert twice == once[::-1]

    person.click_cell(table, cell(table, 3, "unprotected"))

    assert person.session.figure_ref is not None
    assert person.session.figure_ref.name == "unprotected"
    assert "−" in page.strip.sentence or "dikurangi" in page.strip.sentence


def test_the_sheet_is_saved_as_pdf_and_printed(
    person: Person, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "save_file", lambda *arguments: tmp_path / "lembar.pdf")
    monkeypatch.setattr(printers, "choose", lambda parent, paper, title, pages: to_file(tmp_path, title))
    person.click("berandaSample")
    page = person.turn_to("lembar_cetak")
    assert isinstance(page, LembarCetakPage)
    qtbot.waitUntil(lambda: page.is_settled and page.preview.is_sharp, timeout=PATIENCE)

    person.click("savePdf")
    saved = (tmp_path / "lembar.pdf").read_bytes()

    assert "465.940" in page_text(saved, 0)
    assert person.notice() == "lembar.pdf tersimpan."

    person.click("printSheets")

    assert page_count((tmp_path / "printed.pdf").read_bytes()) == page_count(saved)
    assert "dikirim ke printer" in person.notice()


def to_file(folder: Path, title: str) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(folder / "printed.pdf"))
    printer.setResolution(300)
    set_up(printer, "f4", title)
    return printer


def subtitle(page: QWidget) -> str:
    assert isinstance(page, PageFrame)
    return page.subtitle.text()


def test_the_context_is_obeyed_on_every_page(person: Person) -> None:
    person.click("berandaSample")
    person.choose("older")

    assert "31 Desember 2024" in subtitle(person.turn_to("ringkasan"))
    assert "45,4" in person.see(FigureCell, "figure_coverage").accessibleName()
    assert "31 Desember 2024" in subtitle(person.turn_to("lembar_cetak"))


def title(page: QWidget) -> str:
    found = page.findChild(QLabel, "pageTitle")
    assert isinstance(found, QLabel)
    return found.text()


def test_english_reaches_every_page(person: Person) -> None:
    person.click("berandaSample")
    pages = [page.id for page in PAGES if page.id not in {"beranda", "data"}]  # "Data" is "Data" in both
    indonesian = {page: title(person.turn_to(page)) for page in pages}

    person.choose("language_en")
    english = {page: title(person.turn_to(page)) for page in pages}

    assert {page for page in pages if indonesian[page] == english[page]} == set()
    person.turn_to("ringkasan")
    assert "46.2" in person.see(FigureCell, "figure_coverage").accessibleName()


def test_the_programs_own_zoom_keeps_every_page_inside_the_window(person: Person) -> None:
    person.click("berandaSample")
    for _ in range(3):
        person.choose("zoom_in")

    assert person.session.settings is not None
    assert person.session.settings.zoom == pytest.approx(1.5)
    for page in PAGES:
        shown = person.turn_to(page.id)
        assert shown.width() <= person.window.width()
        assert colours(shown) > 20


def test_the_keyboard_alone_reaches_every_page(person: Person) -> None:
    person.click("berandaSample")
    person.see(QWidget, "navigation_ringkasan").setFocus()
    seen = [person.session.page]
    for _ in PAGES[2:]:
        person.press(Qt.Key.Key_Down)
        seen.append(person.session.page)

    assert seen == [page.id for page in PAGES[1:]]


def test_keys_turn_pages_from_anywhere(person: Person) -> None:
    person.click("berandaSample")

    person.press(Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert person.session.page == "cakupan"

    person.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert person.session.page == "lembar_cetak"


@pytest.mark.skipif("QT_SCALE_FACTOR" in os.environ, reason="this is the scaled run")
def test_the_journeys_hold_at_150_percent() -> None:
    names = "start_page or every_page or header or saved_as_pdf"
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", __file__, "-k", names]
    environment = {**os.environ, "QT_SCALE_FACTOR": "1.5"}
    outcome = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    assert outcome.returncode == 0, outcome.stdout[-3000:]
