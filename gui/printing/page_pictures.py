"""Pages of a PDF as pictures for screen and printer: the only way from gui to the library behind them."""

from typing import Final

from PySide6.QtGui import QImage

from gui.tasks import Turns
from model.report.pages import page_image, page_sizes

POINTS_PER_INCH: Final = 72.0

# The library behind these keeps state that two threads must not touch at once.
_turns: Final = Turns()


def sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Return the width and height of every page of *pdf* in points; call it in a task."""
    return _turns.take(page_sizes, pdf)


def picture(
    pdf: bytes, page: int, scale: float, *, grey: bool = False, band: tuple[int, int] | None = None
) -> QImage:
    """Return a page of *pdf* (counted from 0) at *scale* pixels a point; call it in a task.

    *grey* gives 8-bit grey. *band* is the rows from, to (exclusive) at that scale, for printing
    a page in parts; None is the whole page.
    """
    made = _turns.take(page_image, pdf, page, scale, grey=grey, band=band)
    layout = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB888
    # The image only borrows the bytes; copy() owns its pixels.
    return QImage(made.data, made.width, made.height, made.stride, layout).copy()
