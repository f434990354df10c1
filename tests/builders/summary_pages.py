"""The summary page on a book, and the books that it is tried with."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from gui.pages.ringkasan import RingkasanPage
from gui.session import Session
from gui.widgets.figure_card import FigureCell
from model.book import Book
from model.observations import Observation
from model.periods import Period
from model.regions import regencies
from tests.builders.books import MARCH, PUBLISHED, book, counted, target_of

Shown = Callable[..., tuple[RingkasanPage, Session]]
"""Shows the page: ``shown(book, width=1000, **context)``."""


def shown_summary(
    qtbot: QtBot, figures: Book | None, *, width: int = 1000, **context: object
) -> tuple[RingkasanPage, Session]:
    """Show the page of a book, with changes of the context, at a width."""
    session = Session()
    if figures is not None:
        session.show_book(figures, name="Kalteng.xlsx")
        session.set_context(**context)
    page = RingkasanPage(session)
    qtbot.addWidget(page)
    page.resize(width, 800)
    page.show()
    return page, session


def published(rate: float | None = 0.6603) -> Book:
    """The three published positions of the province, with a target."""
    return book(*PUBLISHED, target_sets=(target_of(rate),) if rate else ())


def graded(as_of: Period = MARCH, step: int = 3) -> list[list[Observation]]:
    """All fourteen regencies with coverages of 10 % and *step* points more each, in code order."""
    return [
        counted(region.code, active=10 + step * place, eligible=100, as_of=as_of, row=place)
        for place, region in enumerate(regencies("62"))
    ]


def cell(page: RingkasanPage, name: str) -> FigureCell:
    found = page.findChild(FigureCell, f"figure_{name}")
    assert isinstance(found, FigureCell)
    return found
