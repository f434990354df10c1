"""Pages of a PDF: how many, how large, and as pictures for screen and printer.

The library underneath is not made for several threads: call these functions from one at a time.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

import pypdfium2
from pypdfium2 import raw


@dataclass(frozen=True, slots=True)
class PageImage:
    """Pixels of a page or of a band of it, row by row from the top.

    *stride* is the number of bytes from one row to the next; a pixel takes three bytes (red,
    green, blue) in "RGB" and one in "GREY".
    """

    width: int
    height: int
    stride: int
    data: bytes
    format: Literal["RGB", "GREY"]


def page_count(pdf: bytes) -> int:
    """Return the number of pages."""
    with _opened(pdf) as document:
        return len(document)


def page_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Return the width and height of every page in points (1/72 inch)."""
    with _opened(pdf) as document:
        return tuple(document.get_page_size(number) for number in range(len(document)))


def page_text(pdf: bytes, page: int) -> str:
    """Return the text of a page (counted from 0) in reading order, as a search or a copy finds it."""
    with _opened(pdf) as document, _page(document, page) as found:
        text = found.get_textpage()
        try:
            return str(text.get_text_bounded()).replace("\r\n", "\n")
        finally:
            text.close()


def page_image(
    pdf: bytes, page: int, scale: float, *, grey: bool = False, band: tuple[int, int] | None = None
) -> PageImage:
    """Return a page (counted from 0) as a picture, *scale* pixels to the point, on white.

    *band* is the rows from, to (exclusive) of that picture: the same pixels as in the whole page
    (edges of letters by rounding one of 255 steps lighter or darker) with the memory of the band
    only. It is cut to the page; IndexError where nothing is left of it or there is no such page.
    """
    with _opened(pdf) as document, _page(document, page) as found:
        width, height = (max(1, round(length * scale)) for length in found.get_size())
        top, bottom = (0, height) if band is None else (max(0, band[0]), min(height, band[1]))
        if top >= bottom:
            raise IndexError(f"rows {band} of a page of {height} rows")
        layout = raw.FPDFBitmap_Gray if grey else raw.FPDFBitmap_BGR
        bitmap = pypdfium2.PdfBitmap.new_native(width, bottom - top, layout)
        try:
            bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, bottom - top)
            flags = raw.FPDF_ANNOT | (raw.FPDF_GRAYSCALE if grey else raw.FPDF_REVERSE_BYTE_ORDER)
            # The page is laid out whole; the bitmap is a window that begins at the band's first row.
            raw.FPDF_RenderPageBitmap(bitmap, found, 0, -top, width, height, 0, flags)
            data = bytes(bitmap.buffer)
            return PageImage(width, bottom - top, bitmap.stride, data, "GREY" if grey else "RGB")
        finally:
            bitmap.close()


@contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    # Closed here and not by the garbage collector, which may run in any thread.
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


@contextmanager
def _page(document: pypdfium2.PdfDocument, number: int) -> Iterator[pypdfium2.PdfPage]:
    if not 0 <= number < len(document):
        raise IndexError(f"page {number} of {len(document)}")
    page = document[number]
    try:
        yield page
    finally:
        page.close()
