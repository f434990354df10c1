"""A PDF to a printer: page after page as pictures, in bands so that memory stays flat."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF, QSizeF
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from gui.printing.page_pictures import POINTS_PER_INCH, picture, sizes
from model.book import Paper
from model.errors import ModelError
from model.progress import Cancelled, Report, silent

LEAST_DPI: Final = 300
MOST_DPI: Final = 600
"""Finer than this nobody sees, and a page would take four times the memory and time."""
BAND_ROWS: Final = 512
"""Rows of one band: 9 MB at 600 dpi in colour, where the whole page would be 120 MB."""

_MILLIMETRES: Final = {"f4": (215.0, 330.0), "folio": (210.0, 330.0), "a4": (210.0, 297.0)}
_NAMES: Final = {"f4": "F4", "folio": "Folio", "a4": "A4"}


class PrintingError(ModelError):
    """The printer did not take the job."""


def page_size(paper: Paper) -> QPageSize:
    """Return *paper* as Qt knows it, to the millimetre (F4 is no standard size)."""
    if paper == "a4":
        return QPageSize(QPageSize.PageSizeId.A4)
    size = QSizeF(*_MILLIMETRES[paper])
    return QPageSize(size, QPageSize.Unit.Millimeter, _NAMES[paper], QPageSize.SizeMatchPolicy.ExactMatch)


def set_up(printer: QPrinter, paper: Paper, title: str) -> None:
    """Prepare *printer* for sheets on *paper*, before its dialog is shown."""
    printer.setDocName(title)
    printer.setCreator("Cakupan")
    printer.setPageSize(page_size(paper))
    printer.setFullPage(True)


def print_pdf(pdf: bytes, printer: QPrinter, report: Report = silent) -> int:
    """Print *pdf* and return the number of pages sent; call it in a task.

    At 300 to 600 dpi, in grey where the printer has no colours. Respects the printer's page
    range, order and copies. Reports bands; a cancel discards what was not sent yet. Raises
    PrintingError where the printer cannot be started.
    """
    # The dialog may have changed the printer, and with it everything that depends on the device.
    printer.setFullPage(True)
    printer.setResolution(min(max(printer.resolution(), LEAST_DPI), MOST_DPI))
    if _only_grey(printer):
        printer.setColorMode(QPrinter.ColorMode.GrayScale)
    pages = _pages(printer, len(sizes(pdf)))
    painter = QPainter()
    if not pages or not painter.begin(printer):
        raise PrintingError(
            QCoreApplication.translate(
                "Printing", "Printer tidak dapat dipakai. Periksa apakah printer menyala dan terhubung."
            )
        )
    try:
        # Without this, pictures with fine type go out as JPEG.
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        for done, page in enumerate(pages):
            if done and not printer.newPage():
                raise PrintingError(
                    QCoreApplication.translate("Printing", "Printer berhenti di tengah pekerjaan.")
                )
            _print_page(pdf, page, printer, painter, _part_of(report, done, len(pages)))
    except (Cancelled, PrintingError):
        printer.abort()
        raise
    finally:
        painter.end()
    return len(pages)


def _print_page(pdf: bytes, page: int, printer: QPrinter, painter: QPainter, report: Report) -> None:
    dots = printer.resolution() / POINTS_PER_INCH
    wide, high = sizes(pdf)[page]
    paper = printer.paperRect(QPrinter.Unit.Point)
    # A sheet is never enlarged, and made smaller only for paper that it does not fit on. Rounding of
    # the paper to whole points must not count as smaller.
    fit = min(1.0, (paper.width() + 1) / wide, (paper.height() + 1) / high)
    scale = dots * fit
    grey = printer.colorMode() == QPrinter.ColorMode.GrayScale
    for top, bottom in bands(round(high * scale)):
        report(top, round(high * scale))
        part = picture(pdf, page, scale, grey=grey, band=(top, bottom))
        painter.drawImage(QRectF(0, top, part.width(), part.height()), part)


def bands(rows: int) -> Iterator[tuple[int, int]]:
    """Yield (from, to) of the bands that cover *rows*, none of them larger than BAND_ROWS."""
    for top in range(0, rows, BAND_ROWS):
        yield top, min(top + BAND_ROWS, rows)


def _part_of(report: Report, page: int, pages: int) -> Report:
    def of_page(done: int, total: int) -> None:
        report(page * 1000 + done * 1000 // max(total, 1), pages * 1000)

    return of_page


def _pages(printer: QPrinter, count: int) -> list[int]:
    """Return the pages to send, counted from 0, as the print dialog asked for them."""
    first, last = 0, count - 1
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        first, last = printer.fromPage() - 1, min(printer.toPage() or count, count) - 1
    pages = list(range(first, last + 1))
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    if printer.copyCount() < 2 or printer.supportsMultipleCopies():
        return pages
    if printer.collateCopies():
        return pages * printer.copyCount()
    return [page for page in pages for _ in range(printer.copyCount())]


def _only_grey(printer: QPrinter) -> bool:
    if printer.outputFormat() == QPrinter.OutputFormat.PdfFormat:
        return printer.colorMode() == QPrinter.ColorMode.GrayScale
    modes = QPrinterInfo(printer).supportedColorModes()
    return printer.colorMode() == QPrinter.ColorMode.GrayScale or (
        bool(modes) and QPrinter.ColorMode.Color not in modes
    )
