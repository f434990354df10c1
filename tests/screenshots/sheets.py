"""Every page of the sample's booklet as a picture: python -m tests.screenshots.sheets FOLDER."""

import sys
from datetime import date
from pathlib import Path

from gui.printing.order import Content, SheetOrder
from gui.printing.page_pictures import picture, sizes
from model.book import Book, Paper
from model.excel.read import read_file
from resources import FOLDER

DPI = 110


def main(folder: Path) -> int:
    """Write the booklet on F4 and the province's sheet on the other papers; returns the exit code."""
    book = read_file(next((FOLDER / "sample").glob("*.xlsx")))
    for content, paper, language in (
        (Content.BOOKLET, "f4", "id"),
        (Content.PROVINCE, "folio", "id"),
        (Content.PROVINCE, "a4", "en"),
    ):
        pdf = _order(book, content, paper, language).pdf()  # type: ignore[arg-type]
        for page in range(len(sizes(pdf))):
            picture(pdf, page, DPI / 72).save(str(folder / f"lembar-{paper}-{language}-{page + 1:02}.png"))
    return 0


def _order(book: Book, content: Content, paper: Paper, language: str) -> SheetOrder:
    return SheetOrder(
        book=book,
        content=content,
        region="",
        as_of=None,
        segment="",
        target_set=book.target_sets[0].name if book.target_sets else "",
        paper=paper,
        language=language,
        printed_on=date(2025, 4, 3),
        book_name="Contoh Kalimantan Tengah.xlsx",
    )


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
