"""The file that a book of March came from, as a source and as a workbook."""

from datetime import datetime
from pathlib import Path

from openpyxl import Workbook

from model.book import Source

FILE = "Rekap Maret 2025.xlsx"
SOURCE = Source("rekap", FILE, "", datetime(2025, 4, 2, 10, 14))


def source_workbook(folder: Path) -> Path:
    """Write the source into *folder*: a table in which row 21 is the province."""
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "Rekap"
    for row, name in ((18, "Barito Timur"), (19, "Murung Raya"), (20, "Palangka Raya"), (21, "Jumlah")):
        sheet.cell(row, 2, name)
        sheet.cell(row, 3, 1_009_250 if row == 21 else 1000 * row)
        sheet.cell(row, 4, 465_940 if row == 21 else 100 * row)
        sheet.cell(row, 5, 46.2)
    made.save(folder / FILE)
    return folder / FILE
