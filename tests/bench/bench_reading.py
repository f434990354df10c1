"""Reading a long sheet into observations, against the floor and against the usual way."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import python_calamine

from model.excel.read import read_file
from tests.bench.outcome import Outcome, milliseconds
from tests.bench.workbooks import long_book

ROWS = int(os.environ.get("BENCH_ROWS", "1000000"))
OPENPYXL_ROWS = min(ROWS, 20_000)
"""openpyxl takes its time for every row alike: a part is measured and scaled up."""


def run() -> Iterator[Outcome]:
    """Measure reading *BENCH_ROWS* rows of ten columns."""
    with tempfile.TemporaryDirectory() as folder:
        path = long_book(Path(folder) / "panjang.xlsx", ROWS)
        floor = milliseconds(lambda: _iterate(path))
        ours = milliseconds(lambda: read_file(path))
        part = long_book(Path(folder) / "pendek.xlsx", OPENPYXL_ROWS)
        usual = milliseconds(lambda: pd.read_excel(part, engine="openpyxl")) * ROWS / OPENPYXL_ROWS
    detail = f"{ROWS:,} x 10: {ours / 1000:.1f} s; calamine alone {floor / 1000:.1f} s"
    yield Outcome("read a long sheet, against bare calamine", ours / floor, 2, detail=detail)
    detail = f"pandas with openpyxl {usual / 1000:.0f} s"
    yield Outcome("... faster than pandas with openpyxl", usual / ours, 7, at_least=True, detail=detail)


def _iterate(path: Path) -> None:
    workbook = python_calamine.load_workbook(path)
    for _ in workbook.get_sheet_by_index(0).iter_rows():
        pass
