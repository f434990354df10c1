"""Old workbooks written by another program: every cell, and everything that the reading library hides."""

import struct
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest
import xlwt

from model.excel.grid import Merge, Sheet
from model.excel.read import read_file
from model.excel.reader import read_grid
from model.measures import Measure
from tests.builders import binary_books as binary
from tests.builders.broken_files import compound
from tests.builders.office import TITLE, codes, figures
from tests.builders.true_xls import DAY, PERCENT, formula, style, true_xls

Written: TypeAlias = "xlwt.Workbook | xlwt.Worksheet"
"""A workbook or one of its sheets; the library that writes them has no types."""


def sheets(folder: Path, content: bytes) -> tuple[Sheet, ...]:
    path = folder / "rekap.xls"
    path.write_bytes(content)
    return read_grid(path).sheets


def written(folder: Path, fill: Callable[[Written], object], **how: bool) -> Sheet:
    def one_sheet(book: Written) -> None:
        fill(book.add_sheet("Rekap"))

    (only,) = sheets(folder, true_xls(one_sheet, **how))
    return only


def test_values_are_read_as_they_were_written(tmp_path: Path) -> None:
    def fill(page: Written) -> None:
        for column, value in enumerate(("Kapuas", 1170, 46.25, True, "é ☃", -3, 1e12)):
            page.write(0, column, value)
        page.write_rich_text(1, 0, ["Seru", ("yan", style("0").font)])
        page.write(1, 1, date(2025, 3, 31), style(DAY))
        page.row(1).set_cell_error(2, 0x17)
        page.row(1).set_cell_mulblanks(3, 6)
        page.write_merge(2, 3, 0, 1, "gabung")

    sheet = written(tmp_path, fill)

    assert sheet.rows[0] == ("Kapuas", 1170, 46.25, True, "é ☃", -3, 1e12)
    assert sheet.rows[1] == ("Seruyan", date(2025, 3, 31), None, None, None, None, None)
    assert sheet.errors == {(1, 2): "#REF!"}
    assert sheet.merges == (Merge(2, 0, 3, 1),)


def test_texts_beyond_one_record_are_whole(tmp_path: Path) -> None:
    long = ["x" * 32_000, "€" * 9000, *(f"{'teks panjang sekali ' * 40}{number}" for number in range(300))]

    def fill(page: Written) -> None:
        for row, text in enumerate(long):
            page.write(row, 0, text)

    assert [row[0] for row in written(tmp_path, fill).rows] == long


def test_percent_formats_and_hidden_rows_and_columns_are_seen(tmp_path: Path) -> None:
    def fill(page: Written) -> None:
        for column, code in enumerate(("0%", PERCENT, "[Red]0.0%;-0.0%", '0.0"%"', "0.00", "General")):
            page.write(0, column, 0.5, style(code))
        page.write(1, 0, 1, style(PERCENT))
        page.write(1, 1, "teks", style(PERCENT))
        page.row(1).hidden = True
        page.col(3).hidden = True
        page.col(4).hidden = True

    sheet = written(tmp_path, fill)

    assert sheet.percents == {(0, 0), (0, 1), (0, 2), (1, 0)}
    assert sheet.hidden_rows == {1}
    assert sheet.hidden_columns == {3, 4}


def test_hidden_sheets_are_told_from_others_whatever_their_names(tmp_path: Path) -> None:
    def fill(book: Written) -> None:
        for visibility, name in enumerate(("Rekap '25", "Rahasia ☃", "Jum'at")):
            page = book.add_sheet(name)
            page.visibility = visibility
            page.write(0, 0, 0.5, style(PERCENT))

    found = sheets(tmp_path, true_xls(fill))

    assert [(sheet.name, sheet.visible) for sheet in found] == [
        ("Rekap '25", True), ("Rahasia ☃", False), ("Jum'at", False),
    ]  # fmt: skip
    assert all(sheet.percents == {(0, 0)} for sheet in found)


@pytest.mark.parametrize(("since_1904", "number"), [(False, 45747), (True, 44285)])
def test_days_count_from_the_year_that_the_workbook_says(
    tmp_path: Path, since_1904: bool, number: int
) -> None:
    sheet = written(tmp_path, lambda page: page.write(0, 0, number, style(DAY)), since_1904=since_1904)

    assert sheet.rows == ((date(2025, 3, 31),),)


def test_a_workbook_whose_sheets_are_protected_opens_without_a_password(tmp_path: Path) -> None:
    def fill(book: Written) -> None:
        page = book.add_sheet("Rekap")
        page.write(0, 0, 5)
        page.protect = page.scen_protect = page.obj_protect = book.protect = book.wnd_protect = True
        page.password = "rahasia"

    (sheet,) = sheets(tmp_path, true_xls(fill))

    assert sheet.rows == ((5,),)


def test_formulas_that_nothing_calculated_are_findings_and_no_blanks(tmp_path: Path) -> None:
    def fill(page: Written) -> None:
        page.write(0, 0, TITLE)
        for column, header in enumerate(("Kab/Kota", "Potensi", "Aktif")):
            page.write(2, column, header)
        for row, name in enumerate(("Kapuas", "Seruyan"), 3):
            page.write(row, 0, name)
            page.write(row, 1, 1000 * row)
            page.write(row, 2, formula(f"B{row + 1}/2"))
        for column, value in enumerate(("Katingan", 3000, 700)):
            page.write(5, column, value)

    sheet = written(tmp_path, fill)
    book = read_file(tmp_path / "rekap.xls")

    assert sheet.uncomputed == {(3, 2), (4, 2)}
    assert figures(book, Measure.ACTIVE) == {"62.03": None, "62.06": 700, "62.07": None}
    assert "formula_uncomputed" in codes(book)


def result(row: int, value: bytes, flags: int) -> binary.Record:
    """A formula with these eight bytes as its result."""
    return 0x0006, struct.pack("<HHH", row, 0, 0) + value + struct.pack("<HIH", flags, 0, 0)


NOTHING = b"\x03\0\0\0\0\0\xff\xff"
ZERO = bytes(8)
SEVEN = struct.pack("<d", 7.0)


@pytest.mark.parametrize(
    ("results", "uncomputed"),
    [
        ([(ZERO, 2), (ZERO, 3)], {(0, 0), (1, 0)}),
        ([(ZERO, 2), (SEVEN, 2)], set()),
        ([(ZERO, 0), (ZERO, 0)], set()),
        ([(ZERO, 2), (ZERO, 0)], set()),
        ([(NOTHING, 2), (SEVEN, 2)], {(0, 0)}),
        ([(NOTHING, 0), (NOTHING, 1)], set()),
        ([(NOTHING, 0), (NOTHING, 1)], {(0, 0), (1, 0)}),
        ([(NOTHING, 0), (SEVEN, 1)], set()),
    ],
    ids=[
        "zeros to come", "one has a result", "zeros", "a zero that is none to come", "nothing to come",
        "empty texts of Excel", "never empty texts only", "an empty text",
    ],
)  # fmt: skip
def test_only_results_that_are_still_to_come_are_none(
    tmp_path: Path,
    results: list[tuple[bytes, int]],
    uncomputed: set[tuple[int, int]],
    request: pytest.FixtureRequest,
) -> None:
    records = [result(row, value, flags) for row, (value, flags) in enumerate(results)]
    before = [(0x01C1, bytes(8))] if "Excel" in request.node.name else []
    stream = binary.xls_stream({"Rekap": records, "Lain": [result(0, SEVEN, 2)]}, before=before)
    sheet, other = sheets(tmp_path, compound("Workbook", content=stream))

    assert sheet.uncomputed == uncomputed
    assert not other.uncomputed
