"""The booklet: fifteen F4 sheets with charts, the first time and again."""

import subprocess
import sys
from collections.abc import Iterator

from tests.bench.outcome import Outcome

_SCRIPT = """
import time
from datetime import date
from model.excel.read import read_file
from model.report.sheet import sheet_pdf
from model.regions import regencies
from model.summary import summarise
from resources import FOLDER

book = read_file(next((FOLDER / "sample").glob("*.xlsx")))
codes = ["", *(region.code for region in regencies(book.province))]
said = [summarise(book, region=code, printed_on=date(2025, 4, 3), book_name="Contoh", paper="f4",
                  target_set=book.target_sets[0].name) for code in codes]
for _ in range(3):
    began = time.perf_counter()
    pdf = sheet_pdf(said)
    print((time.perf_counter() - began) * 1000)
"""


def run() -> Iterator[Outcome]:
    """Measure the booklet in a process of its own, so that the first time is a first time."""
    command = [sys.executable, "-c", _SCRIPT]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    cold, *warm = map(float, told)
    yield Outcome("15 F4 sheets with charts, the first time", cold, 1500, "ms")
    yield Outcome("15 F4 sheets with charts, again", min(warm), 500, "ms")
