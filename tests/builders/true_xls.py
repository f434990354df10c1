"""Old workbooks (.xls) as another program writes them, and not record by record as we think they are."""

from collections.abc import Callable
from io import BytesIO
from typing import Final

import xlwt

PERCENT: Final = "0.00%"
DAY: Final = "dd/mm/yyyy"


def true_xls(fill: Callable[["xlwt.Workbook"], object], *, since_1904: bool = False) -> bytes:
    """The bytes of a workbook; *fill* is given it to make sheets in."""
    book = xlwt.Workbook(encoding="utf-8")
    book.dates_1904 = since_1904
    fill(book)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def style(code: str) -> "xlwt.XFStyle":
    """A cell style with a number format."""
    return xlwt.easyxf(num_format_str=code)


def formula(text: str) -> "xlwt.ExcelFormula.Formula":
    """A formula, which the library cannot calculate."""
    return xlwt.Formula(text)
