"""Printing, proved through a printer that writes a PDF."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
import typst
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from gui.printing import pdf_file
from gui.printing.pdf_file import NotSavedError, save
from gui.printing.print_job import BAND_ROWS, LEAST_DPI, PrintingError, bands, page_size, print_pdf, set_up
from model.progress import Cancelled, silent

F4_POINTS = (609, 935)


def sheets(pages: int = 2, *, width: str = "215mm", height: str = "330mm") -> bytes:
    """A PDF with a coloured square in the upper left corner of each page and its number."""
    body = "#place(top + left, rect(width: 20mm, height: 20mm, fill: rgb(200, 0, 0)))\n"
    body += "#place(bottom + right, rect(width: 20mm, height: 20mm, fill: black))\n"
    page = f'#set page(width: {width}, height: {height}, margin: 10mm)\n#set text(font: "Libertinus Serif")\n'
    return bytes(typst.compile((page + "#pagebreak()\n".join([body + "Lembar"] * pages)).encode()))


@pytest.fixture
def printed(tmp_path: Path, qapp: object) -> Callable[..., pypdfium2.PdfDocument]:
    """Print a PDF to a file and return it; *prepare* changes the printer first."""

    def run(
        pdf: bytes, prepare: Callable[[QPrinter], object] = lambda printer: None, dpi: int = LEAST_DPI
    ) -> pypdfium2.PdfDocument:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        printer.setResolution(dpi)
        set_up(printer, "f4", "Lembar ringkasan")
        prepare(printer)
        print_pdf(pdf, printer)
        return pypdfium2.PdfDocument((tmp_path / "printed.pdf").read_bytes())

    return run


def pixel(page: pypdfium2.PdfPage, x_millimetres: float, y_millimetres: float) -> tuple[int, ...]:
    image = page.render(scale=1).to_numpy()
    return tuple(
        int(value) for value in image[round(y_millimetres / 25.4 * 72), round(x_millimetres / 25.4 * 72)]
    )


def test_every_page_comes_out_on_its_own_paper(printed: Callable[..., pypdfium2.PdfDocument]) -> None:
    document = printed(sheets(3))

    assert len(document) == 3
    assert [round(side) for side in document[0].get_size()] == list(F4_POINTS)


def test_the_page_is_neither_moved_nor_scaled(printed: Callable[..., pypdfium2.PdfDocument]) -> None:
    page = printed(sheets(1))[0]

    assert pixel(page, 11, 11) != (255, 255, 255)
    assert pixel(page, 29, 29) != (255, 255, 255)
    assert pixel(page, 31, 31) == (255, 255, 255)
    assert pixel(page, 204, 319) == (0, 0, 0)
    assert pixel(page, 206, 321) == (255, 255, 255)


def test_a_page_is_sent_in_bands_at_300_dots_an_inch_or_more(
    printed: Callable[..., pypdfium2.PdfDocument],
) -> None:
    page = printed(sheets(1))[0]
    pictures = [thing for thing in page.get_objects() if isinstance(thing, pypdfium2.PdfImage)]

    heights = [picture.get_px_size()[1] for picture in pictures]

    assert len(pictures) == len(list(bands(round(330 / 25.4 * LEAST_DPI))))
    assert max(heights) <= BAND_ROWS
    assert sum(heights) >= 330 / 25.4 * LEAST_DPI - 1


def test_bands_cover_every_row_once() -> None:
    covered = [row for top, bottom in bands(BAND_ROWS * 2 + 7) for row in range(top, bottom)]

    assert covered == list(range(BAND_ROWS * 2 + 7))


def test_a_grey_printer_gets_grey_pictures(printed: Callable[..., pypdfium2.PdfDocument]) -> None:
    page = printed(sheets(1), lambda printer: printer.setColorMode(QPrinter.ColorMode.GrayScale))[0]

    red, green, blue = pixel(page, 20, 20)[:3]

    assert red == green == blue < 255


def test_a_range_of_pages_is_respected(printed: Callable[..., pypdfium2.PdfDocument]) -> None:
    def second_only(printer: QPrinter) -> None:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(2, 2)

    assert len(printed(sheets(3), second_only)) == 1


def test_a_sheet_too_large_for_the_paper_is_made_smaller(
    printed: Callable[..., pypdfium2.PdfDocument],
) -> None:
    page = printed(sheets(1), lambda printer: printer.setPageSize(page_size("a4")))[0]

    assert [round(side) for side in page.get_size()] == [595, 842]
    assert pixel(page, 204 * 297 / 330, 319 * 297 / 330) == (0, 0, 0)


def test_a_cancel_stops_between_bands(tmp_path: Path, qapp: object) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    set_up(printer, "f4", "Lembar")
    seen: list[int] = []

    def stop_in_the_second_page(done: int, total: int) -> None:
        seen.append(done)
        if done > total / 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        print_pdf(sheets(2), printer, stop_in_the_second_page)

    assert seen == sorted(seen)


def test_a_printer_that_cannot_start_gives_a_plain_sentence(tmp_path: Path, qapp: object) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no such folder" / "printed.pdf"))

    with pytest.raises(PrintingError, match="Printer tidak dapat dipakai"):
        print_pdf(sheets(1), printer, silent)


@pytest.mark.parametrize(("paper", "size"), [("f4", (215, 330)), ("folio", (210, 330)), ("a4", (210, 297))])
def test_papers_have_their_size_to_the_millimetre(paper: str, size: tuple[int, int], qtbot: QtBot) -> None:
    found = page_size(paper).size(page_size(paper).definitionUnits())  # type: ignore[arg-type]

    assert (round(found.width()), round(found.height())) == size


def test_saving_replaces_the_old_file_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "lembar.pdf"
    path.write_bytes(b"old")

    save(b"new", path)

    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_cannot_be_written_to_gives_a_plain_sentence(tmp_path: Path) -> None:
    with pytest.raises(NotSavedError, match="tidak dapat ditulisi"):
        save(b"new", tmp_path / "no such folder" / "lembar.pdf")


def test_a_file_held_open_elsewhere_gives_a_plain_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lembar.pdf"
    path.write_bytes(b"old")

    def refuse(path: Path, content: bytes) -> None:
        raise PermissionError(13, "in use", str(path))

    monkeypatch.setattr(pdf_file, "write_atomically", refuse)

    with pytest.raises(NotSavedError, match=r"lembar.pdf sedang dibuka program lain"):
        save(b"new", path)
    assert path.read_bytes() == b"old"


def test_a_folder_in_place_of_the_file_gives_a_plain_sentence(tmp_path: Path) -> None:
    with pytest.raises(NotSavedError, match="adalah folder"):
        save(b"new", tmp_path)
