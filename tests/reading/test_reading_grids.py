"""The workbooks that the child keeps: those used last, by what they really take."""

from pathlib import Path

import pytest

from gui.reading import grids
from gui.reading.grids import Grids
from model.excel.grid import Grid, Row, Sheet
from model.excel.long_rows import gathered

ROW: Row = ("Kapuas", "BPU", 2025.0, 7.0, "aktif", None)


def kept(*heights: int) -> list[bool]:
    """Say which of some workbooks, each with so many rows, are still there when all were read."""
    store = Grids()
    for number, height in enumerate(heights):
        rows = gathered([[ROW] * height], len(ROW))
        store.keep((str(number), 0, 0), Grid("a.xlsx", "", (Sheet("a", rows),)))
    return [store.get((str(number), 0, 0)) is not None for number in range(len(heights))]


def test_a_long_sheet_is_kept_for_it_takes_little() -> None:
    assert kept(1_000_000) == [True]


def test_what_is_too_much_together_is_given_up_from_the_oldest_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grids, "MOST_BYTES", 9_000_000)

    assert kept(9_000, 9_000, 9_000) == [False, True, True]
    monkeypatch.setattr(grids, "MOST_BYTES", 22_000_000)
    assert kept(9_000, 1_000_000, 9_000) == [False, False, True]


def test_what_is_too_much_alone_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grids, "MOST_BYTES", 5_000_000)

    assert kept(9_000, 1_000_000) == [True, False]


def test_no_more_than_some_files_are_kept() -> None:
    assert kept(*[1] * (grids.MOST_GRIDS + 2)) == [False, False, *[True] * grids.MOST_GRIDS]


def test_a_file_that_cannot_be_asked_for_is_not_kept(tmp_path: Path) -> None:
    assert Grids.key(tmp_path / "tidak-ada.xlsx") is None
    assert Grids().get(None) is None
