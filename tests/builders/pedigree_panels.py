"""The panel that says where a figure comes from, on a book whose source is known."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.import_work import OwnReader
from gui.pedigree_panel import PedigreePanel
from gui.session import Session
from model.book import Book
from model.pedigree import FigureRef
from tests.builders.books import MARCH, PUBLISHED, book, counted, target_of
from tests.builders.source_files import SOURCE

Shown = Callable[..., tuple[PedigreePanel, Session]]
"""Shows the panel: ``shown(book, name="coverage", region="62", path=None, targets="")``."""


def shown_panel(
    qtbot: QtBot,
    figures: Book,
    name: str = "coverage",
    region: str = "62",
    *,
    path: Path | None = None,
    targets: str = "",
) -> tuple[PedigreePanel, Session]:
    """Show the panel for a figure of a book, read from a file in some folder."""
    session = Session()
    session.imports.use(OwnReader())
    session.show_book(figures, path=path, name="" if path else "Kalteng.xlsx")
    panel = PedigreePanel(session)
    qtbot.addWidget(panel)
    panel.resize(320, 700)
    panel.show()
    session.select_figure(FigureRef(name, region, "", MARCH, targets))
    return panel, session


def published(**march: float | None) -> Book:
    """The published positions from one source file; *march* replaces figures of the newest."""
    newest = {"active": 465_940.0, "eligible": 1_009_250.0, "reported": 0.462} | march
    rows = (*PUBLISHED[:2], counted(vintage="Basis 2025", row=21, **newest))  # type: ignore[arg-type]
    return replace(book(*rows, target_sets=(target_of(0.6603),)), sources=(SOURCE,))


def texts(panel: QWidget) -> list[str]:
    """Every text that is shown, in the order of the layout's making."""
    return [label.text().replace("\N{NO-BREAK SPACE}", " ") for label in panel.findChildren(QLabel)]
