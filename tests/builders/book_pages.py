"""A page on a book, in view."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.pages.cakupan import CakupanPage
from gui.session import Session
from model.book import Book

Page = TypeVar("Page", bound=QWidget)


def page_on(qtbot: QtBot, session: Session, make: Callable[[Session], Page], book: Book) -> Page:
    """Open *book* in the session and show the page that *make* makes of it."""
    session.show_book(book, name="Kalteng 2025.xlsx")
    page = make(session)
    qtbot.addWidget(page)
    page.resize(1264, 784)
    with qtbot.waitExposed(page):
        page.show()
    return page


def names(page: CakupanPage) -> list[str]:
    """What the rows of the coverage table are called, from above."""
    return [page.table.model.row_at(row).name for row in range(page.table.model.rowCount())]


def row_of(page: CakupanPage, name: str) -> int:
    return names(page).index(name)
