"""What a printed sheet says, as a reader finds it."""

from model.report.pages import page_count, page_text
from model.report.sheet import sheet_pdf
from model.summary import Summary


def text_of(pdf: bytes, page: int = 0) -> str:
    """Return the text of a page with one space wherever there is any."""
    return " ".join(page_text(pdf, page).split())


def sheet_text(sheet: Summary) -> str:
    """Return the text of all pages of one sheet."""
    pdf = sheet_pdf([sheet])
    return " ".join(text_of(pdf, page) for page in range(page_count(pdf)))
