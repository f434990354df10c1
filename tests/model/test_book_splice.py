import io
import re
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl import Workbook, load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.table import Table

from model.book import Book, Note, Office, Target, TargetSet
from model.errors import UnusableFileError
from model.excel.book_file import read_book, write_book
from model.excel.book_rows import all_rows
from model.excel.book_schema import OWN_SOURCE
from model.excel.book_splice import spliced
from model.excel.reader import read_grid
from model.excel.workbook_parts import Package
from model.measures import Measure
from model.observations import Observation, table
from model.periods import at_day
from tests.builders.any_book import books, small_book
from tests.builders.own_workbooks import FOREIGN, with_everything

DRAWN = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
MARCH = at_day(date(2025, 3, 31))


def figures(*values: float | None) -> Book:
    """Active workers of Kapuas, one position a value."""
    rows = [
        Observation("62.03", "", at_day(date(2020 + n, 12, 31)), Measure.ACTIVE, value, source=OWN_SOURCE)
        for n, value in enumerate(values)
    ]
    return Book(observations=table(rows), office=Office(province="62"))


def with_value(book: Book, row: int, value: float) -> Book:
    frame = book.observations.copy()
    frame.loc[row, "value"] = value
    return replace(book, observations=frame)


def saved_into(path: Path, book: Book, version: str = "0.1.0") -> bytes:
    content = spliced(path.read_bytes(), read_grid(path), book, version)
    path.write_bytes(content)
    return content


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert len(packed.namelist()) == len(set(packed.namelist()))
        return {name: packed.read(name) for name in packed.namelist()}


def changed_parts(before: bytes, after: bytes) -> set[str]:
    old, new = parts_of(before), parts_of(after)
    assert set(old) <= set(new)
    return {name for name in new if old.get(name) != new[name]}


def rows_of(book: Book) -> dict[str, Counter[tuple[object, ...]]]:
    return {title: Counter(map(tuple, rows)) for title, rows in all_rows(book, "").items()}


@DRAWN
@given(old=books(), new=books())
def test_any_book_becomes_any_other_book(tmp_path: Path, old: Book, new: Book) -> None:
    path = tmp_path / "buku.xlsx"
    write_book(old, path, "0.1.0")

    saved_into(path, new)

    read = read_book(read_grid(path))
    assert read.problems == ()
    assert rows_of(read) == rows_of(new)


def test_a_book_that_says_the_same_keeps_every_byte(tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    before = with_everything(figures(10, 20, 30), path)

    assert saved_into(path, read_book(read_grid(path))) == before


def test_one_edit_changes_one_cell_and_no_part_of_the_owner(tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    before = with_everything(figures(10, 20, 30), path)

    after = saved_into(path, with_value(read_book(read_grid(path)), 1, 25))

    workbook = parts_of(after)["xl/workbook.xml"]
    assert changed_parts(before, after) == {data_part(before), "xl/workbook.xml"}
    assert b'fullCalcOnLoad="1"' in workbook  # or the owner's formulas would show what they had before
    old, new = (parts_of(content)[data_part(before)].decode() for content in (before, after))
    assert re.sub(r'<c r="F3".*?</c>', "", old) == re.sub(r'<c r="F3".*?</c>', "", new)
    sheet = load_workbook(path)["Data"]
    assert (sheet["F3"].value, sheet["F3"].number_format) == (25, "#,##0")
    assert (sheet["L2"].value, sheet["L3"].value) == ("Budi", "=F3*2")


def test_everything_that_the_owner_added_is_kept_when_rows_come_and_go(tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    before = with_everything(figures(10, 20, 30), path)
    read = read_book(read_grid(path))
    new = figures(10, 20, 30, 40, 50).observations.iloc[[0, 2, 3, 4]].reset_index(drop=True)

    after = saved_into(path, replace(read, observations=new, notes=(Note(None, "Ani", "Dicek."),)))

    untouched = set(parts_of(before)) - {data_part(before), "xl/workbook.xml"}
    assert all(parts_of(after)[name] == FOREIGN[name] for name in FOREIGN)
    assert {name for name in changed_parts(before, after) if name in untouched} <= {
        "xl/tables/table1.xml",
        "xl/styles.xml",
        *(name for name in untouched if "sheet8" in name or "table7" in name),
    }
    again = read_book(read_grid(path))
    assert again.observations["value"].tolist() == [10, 30, 40, 50]
    assert [note.text for note in again.notes] == ["Dicek."]
    sheet = load_workbook(path)["Data"]
    assert (sheet["F3"].value, sheet["F4"].value, sheet["F5"].value) == (None, 30, 40)  # nothing moved
    assert sheet["L3"].value == "=F3*2"
    assert sheet.tables["TabelData"].ref == "A1:K6"


def data_part(content: bytes) -> str:
    """The part whose first header is that of ``Data``."""
    return next(
        name
        for name, part in parts_of(content).items()
        if name.startswith("xl/worksheets/sheet") and b"<conditionalFormatting" in part
    )


def test_a_book_filled_by_hand_keeps_its_ways_of_writing(tmp_path: Path) -> None:
    path = by_hand(
        tmp_path,
        ("Kabupaten/Kota", "Ukuran", "Posisi data", "Jumlah", "Keterangan kami"),
        ("kab. kapuas", "aktif", "Maret 2025", "73.884", "lihat surat"),
        ("Kota Palangka Raya", "semesta", "Maret 2025", "105.193", None),
        ("entah di mana", "aktif", "Maret 2025", 5, "belum jelas"),
    )
    book = read_book(read_grid(path))

    saved_into(path, with_value(book, 1, 105_000))

    rows = [tuple(cell.value for cell in row) for row in load_workbook(path)["Data"].iter_rows()]
    assert rows[1] == ("kab. kapuas", "aktif", "Maret 2025", "73.884", "lihat surat")
    assert rows[2] == ("Kota Palangka Raya", "semesta", "Maret 2025", 105_000, None)
    assert rows[3] == ("entah di mana", "aktif", "Maret 2025", 5, "belum jelas")
    assert "Tentang" in load_workbook(path).sheetnames
    again = read_book(read_grid(path))
    assert again.observations["value"].tolist() == [73_884, 105_000]


def by_hand(folder: Path, *rows: tuple[str | float | date | None, ...], mac: bool = False) -> Path:
    workbook = Workbook()
    if mac:
        workbook.epoch = CALENDAR_MAC_1904
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Data"
    for row in rows:
        sheet.append(row)
    path = folder / "tangan.xlsx"
    workbook.save(path)
    return path


def test_a_column_that_is_not_there_is_added_when_something_has_to_stand_in_it(tmp_path: Path) -> None:
    path = by_hand(
        tmp_path, ("Wilayah", "Ukuran", "Posisi", "Nilai"), ("Kapuas", "aktif", date(2025, 3, 31), 5)
    )
    book = read_book(read_grid(path))
    frame = book.observations.copy()
    frame.loc[0, "note"] = "dari telepon"

    saved_into(path, replace(book, observations=frame))

    rows = [tuple(cell.value for cell in row) for row in load_workbook(path)["Data"].iter_rows()]
    assert rows[0] == ("Wilayah", "Ukuran", "Posisi", "Nilai", "Catatan")
    assert rows[1][4] == "dari telepon"


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    """A table with a column of the owner right of it, his sum and his note below."""
    header = ("Posisi", "Wilayah", "Ukuran", "Nilai", "Kolom saya")
    rows = [
        (date(2025, 3, 31), name, "aktif", value, "=D2*2") for name, value in (("Kapuas", 5), ("Seruyan", 6))
    ]
    path = by_hand(
        tmp_path, header, *rows, (None,) * 5, ("Jumlah", None, None, "=SUM(D2:D3)"), ("Sumber: kami",)
    )
    workbook = load_workbook(path)
    workbook["Data"].add_table(Table(displayName="TabelData", ref="A1:D3"))
    workbook.save(path)
    return path


def test_a_new_column_stands_right_of_what_the_owner_wrote_beside_the_table(beside: Path) -> None:
    book = read_book(read_grid(beside))
    frame = book.observations.assign(segment="PU")

    saved_into(beside, replace(book, observations=frame))

    sheet = load_workbook(beside)["Data"]
    assert [cell.value for cell in sheet[1]] == [
        "Posisi",
        "Wilayah",
        "Ukuran",
        "Nilai",
        "Kolom saya",
        "Segmen",
    ]
    assert [cell.value for cell in sheet[2]][4:] == ["=D2*2", "PU"]
    assert sheet.tables["TabelData"].ref == "A1:D3"
    assert read_book(read_grid(beside)).observations["segment"].tolist() == ["PU", "PU"]


def test_sum_and_note_of_the_owner_below_the_table_become_no_rows_of_it(beside: Path) -> None:
    book = read_book(read_grid(beside))
    more = Observation("62.02", "", MARCH, Measure.ACTIVE, 7.0, source=OWN_SOURCE)
    frame = pd.concat([book.observations, table([more])], ignore_index=True)

    saved_into(beside, replace(book, observations=frame))

    sheet = load_workbook(beside)["Data"]
    assert sheet.tables["TabelData"].ref == "A1:D3"
    assert (sheet["D5"].value, sheet["A6"].value, sheet["D7"].value) == ("=SUM(D2:D3)", "Sumber: kami", 7)
    assert read_book(read_grid(beside)).observations["value"].tolist() == [5, 6, 7]


def test_days_of_a_workbook_that_counts_from_1904_are_the_same_days(tmp_path: Path) -> None:
    header = ("Wilayah", "Ukuran", "Posisi", "Nilai")
    path = by_hand(tmp_path, header, ("Kapuas", "aktif", date(2025, 3, 31), 5), mac=True)
    book = read_book(read_grid(path))
    more = Observation("62.02", "", at_day(date(2025, 6, 30)), Measure.ACTIVE, 7.0, source=OWN_SOURCE)
    frame = pd.concat([book.observations, table([more])], ignore_index=True)

    saved_into(path, replace(book, observations=frame))

    days = read_book(read_grid(path)).observations["as_of"].dt.date.tolist()
    assert days == [date(2025, 3, 31), date(2025, 6, 30)]


def test_a_formula_in_place_of_a_figure_gives_way_and_the_ones_that_shared_it_live_on(tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    write_book(figures(10, 20, 30), path, "0.1.0")
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    heir = b'<f t="shared" si="0"/>'
    for row, formula in enumerate((b'<f t="shared" ref="F2:F4" si="0">M2+1</f>', heir, heir), 2):
        sheet, times = re.subn(rb'(<c r="F%d"[^>]*>)' % row, rb"\1" + formula, sheet)
        assert times == 1
    parts["xl/worksheets/sheet1.xml"] = sheet
    with zipfile.ZipFile(path, "w") as packed:
        for name, part in parts.items():
            packed.writestr(name, part)

    after = saved_into(path, with_value(read_book(read_grid(path)), 0, 11))

    data = parts_of(after)["xl/worksheets/sheet1.xml"]
    assert b'<f t="shared" ref="F2:F4" si="0">M3+1</f>' in data
    assert data.count(b'<f t="shared" si="0"/>') == 1
    assert read_book(read_grid(path)).observations["value"].tolist() == [11, 20, 30]


def test_a_sheet_of_ours_with_a_header_that_nobody_knows_is_not_written_over(tmp_path: Path) -> None:
    path = by_hand(tmp_path, ("Wilayah", "Ukuran", "Posisi", "Nilai"), ("Kapuas", "aktif", "2025", 5))
    workbook = load_workbook(path)
    workbook.create_sheet("Target")["A1"] = "rencana kami sendiri"
    workbook.save(path)
    book = read_book(read_grid(path))
    wanted = TargetSet("RPJMD", "Perda 1", (Target(MARCH, "62", "percent", 0.66),))

    with pytest.raises(UnusableFileError, match="Target"):
        spliced(path.read_bytes(), read_grid(path), replace(book, target_sets=(wanted,)), "1")


def test_a_table_with_a_row_of_totals_keeps_its_reach(tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    write_book(figures(10), path, "0.1.0")
    workbook = load_workbook(path)
    found: Table = workbook["Data"].tables["TabelData"]
    found.totalsRowCount, found.ref = 1, "A1:K3"
    workbook.save(path)

    saved_into(path, replace(figures(10, 20), sources=()))

    assert load_workbook(path)["Data"].tables["TabelData"].ref == "A1:K3"
    assert read_book(read_grid(path)).observations["value"].tolist() == [10, 20]


def test_saving_twice_adds_nothing_more(tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    write_book(small_book(), path, "0.1.0")
    once = saved_into(path, figures(1, 2, 3))

    assert saved_into(path, figures(1, 2, 3)) == once


def test_the_table_over_our_header_is_ours_whichever_else_the_sheet_has(tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    write_book(figures(10), path, "0.1.0")
    workbook = load_workbook(path)
    sheet = workbook["Data"]
    ours = sheet.tables.pop("TabelData")
    for place, text in (("N3", "Bulan"), ("O3", "Catatan kami"), ("N4", "Maret")):
        sheet[place] = text
    sheet.add_table(Table(displayName="Kami", ref="N3:O4"))
    sheet.add_table(ours)
    workbook.save(path)

    saved_into(path, figures(10, 20))

    tables = load_workbook(path)["Data"].tables
    assert (tables["Kami"].ref, tables["TabelData"].ref) == ("N3:O4", "A1:K2")
    assert read_book(read_grid(path)).observations["value"].tolist() == [10, 20]


def test_a_figure_within_an_array_formula_of_the_owner_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    write_book(figures(10, 20), path, "0.1.0")
    workbook = load_workbook(path)
    workbook["Data"]["F2"] = ArrayFormula("F2:F3", "=M2:M3*2")
    workbook.save(path)
    changed = with_value(figures(10, 20), 1, 25)

    with pytest.raises(UnusableFileError, match="tidak dapat diubah"):
        spliced(path.read_bytes(), read_grid(path), changed, "0.1.0")


def test_a_part_in_another_encoding_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    write_book(figures(10), path, "0.1.0")
    package = Package.of(path.read_bytes(), path.name)
    sheet = package.parts["xl/worksheets/sheet1.xml"].replace(b"UTF-8", b"UTF-16", 1)
    package.parts["xl/worksheets/sheet1.xml"] = sheet

    with pytest.raises(UnusableFileError, match="tidak dapat diubah"):
        spliced(package.content(), read_grid(path), figures(11), "0.1.0")
