"""Scrolling a table of a million observations, a frame at a time."""

import os
import time
from collections.abc import Iterator
from statistics import median

import numpy as np
import pandas as pd
from PySide6.QtWidgets import QApplication

from gui import theme
from gui.pages.data import DataPage
from gui.session import Session
from model.book import Book
from model.measures import Measure
from model.observations import Nature, Observation, table
from model.periods import month
from model.regions import regencies
from tests.bench.outcome import Outcome
from tests.screenshots.settling import settle

ROWS = int(os.environ.get("BENCH_ROWS", "1000000"))
FRAMES = 300


class Holding(Session):
    """A session that holds a book without having checked its figures: only the table is measured."""

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._held = book

    @property
    def book(self) -> Book:
        """The book."""
        return self._held


def run() -> Iterator[Outcome]:
    """Measure the Data page on *BENCH_ROWS* observations."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, theme.LIGHT)
    session = Holding(long_in_memory(ROWS))
    page = DataPage(session)
    page.resize(1200, 800)
    page.show()
    page.refresh()
    settle(session)
    taken = []
    bar = page.table.verticalScrollBar()
    for frame in range(FRAMES):
        # Steps of three rows, as a wheel turns them, and now and then a jump across the table.
        value = bar.value() + 3 if frame % 25 else int(bar.maximum() * frame / FRAMES)
        began = time.perf_counter()
        bar.setValue(value)
        page.table.viewport().repaint()
        taken.append((time.perf_counter() - began) * 1000)
    page.deleteLater()
    session.close()
    detail = f"slowest of {FRAMES} frames {max(taken):.0f} ms; {page.model.rowCount():,} rows"
    yield Outcome("scroll a long table, a frame", median(taken), 16, "ms", detail=detail)


def long_in_memory(rows: int) -> Book:
    """Return a book of *rows* observations without reading a file."""
    regions = regencies("62")
    some = [
        Observation(region=region.code, segment="", as_of=month(2025, 3), measure=Measure.ACTIVE, value=1.0,
                    vintage="", nature=Nature.SOURCED, source="rekap", sheet="Data", cell="A1")
        for region in regions
    ]  # fmt: skip
    frame = table(some)
    repeated = frame.iloc[np.arange(rows) % len(frame)].reset_index(drop=True)
    days = pd.Timestamp("2000-01-01") + pd.to_timedelta(np.arange(rows) // len(frame) % 9000, unit="D")
    return Book(
        observations=repeated.assign(
            as_of=days.astype(frame["as_of"].dtype), value=np.arange(rows, dtype=float)
        )
    )
