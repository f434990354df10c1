"""Workbooks of other programs: the same cells, errors and formats, wherever their parts are kept."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from model.errors import UnusableFileError
from model.excel.grid import Sheet
from model.excel.package import laid_out
from model.excel.reader import read_grid
from tests.builders.broken_files import cell, xlsx
from tests.builders.packages import Package, prefixed, strict, worksheet

_PARTS = ("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml", "xl/styles.xml",
          "xl/sharedStrings.xml")  # fmt: skip
_BACKWARDS = {name: name.replace("/", "\\") for name in (*_PARTS, "_rels/.rels")}


def read(folder: Path, content: bytes) -> Sheet:
    path = folder / "rekap.xlsx"
    path.write_bytes(content)
    (sheet,) = read_grid(path).sheets
    return sheet


def check(sheet: Sheet, name: str = "Rekap") -> None:
    assert sheet.name == name
    assert sheet.rows == (("Kapuas", 0.5, None, None), ("Seruyan", 0.25, 7.0, 1.0))
    assert sheet.errors == {(0, 2): "#N/A"}
    assert sheet.uncomputed == {(0, 3)}
    assert sheet.percents == {(0, 1), (1, 1)}
    assert sheet.hidden_rows == {1}
    assert not sheet.blind


@pytest.mark.parametrize(
    "package",
    [
        Package(),
        Package(target="/xl/worksheets/sheet1.xml", strings="/xl/sharedStrings.xml", styles="/xl/styles.xml"),
        Package(target="./worksheets/sheet1.xml"),
        Package(target="../xl/worksheets/sheet1.xml"),
        Package(target="worksheets\\sheet1.xml"),
        Package(target="worksheets/lembar%201.xml", sheet="xl/worksheets/lembar 1.xml"),
        Package(target="worksheets/a&amp;b.xml", sheet="xl/worksheets/a&b.xml"),
        Package(target="data/one.sheet", sheet="xl/data/one.sheet"),
        Package(workbook="workbook.xml", sheet="sheet1.xml", target="sheet1.xml"),
        Package(workbook="xl/workbook22.xml"),
        Package(strings="strings.xml", styles="styles7.xml"),
        Package(spelled={name: name.upper() for name in _PARTS}),
        Package(spelled={"xl/worksheets/sheet1.xml": "xl/worksheets/Sheet1.xml"}),
        Package(spelled=_BACKWARDS),
        Package(spelled={name: f"/{name}" for name in _PARTS[2:]}),
    ],
    ids=[
        "as Excel does", "from the root", "from here", "out and in again", "backslashes", "a space", "an and",
        "another ending", "all at the top", "another workbook", "other strings and styles", "capitals",
        "one capital", "backslashes everywhere", "with a stroke before",
    ],
)  # fmt: skip
def test_a_workbook_is_read_wherever_its_parts_are_kept(tmp_path: Path, package: Package) -> None:
    check(read(tmp_path, package.packed()))


@pytest.mark.parametrize("prefix", [prefixed, strict])
def test_prefixed_and_strict_parts_are_read_like_any(tmp_path: Path, prefix: Callable[[str], str]) -> None:
    check(read(tmp_path, Package().packed(prefix)))


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Rekap '25", "Rekap '25"),
        ("Jum&#39;at", "Jum'at"),
        ("P&amp;L &#x41;", "P&L A"),
        ("1 &lt; 2", "1 < 2"),
    ],
)
def test_what_a_sheet_hides_is_found_whatever_signs_its_name_has(
    tmp_path: Path, written: str, name: str
) -> None:
    check(read(tmp_path, Package(sheet_name=written).packed()), name)


def test_tags_with_breaks_and_spaces_are_understood(tmp_path: Path) -> None:
    loose = (
        Package().content.replace('t="e"', 't = "e"').replace("<c ", "<c\n\t").replace(' s="1"', '\ns="1"')
    )

    check(read(tmp_path, Package(content=loose).packed()))


def test_a_workbook_as_excel_packs_it_is_not_packed_again() -> None:
    usual = Package().packed()

    assert laid_out(usual, "rekap.xlsx") is usual


def test_a_far_cell_is_found_in_a_part_of_another_ending(tmp_path: Path) -> None:
    far = worksheet(cell("A1") + cell("XFD1048576"))
    with pytest.raises(UnusableFileError) as caught:
        read(tmp_path, Package(target="a.part", sheet="xl/a.part", content=far).packed())

    assert caught.value.code == "far_cell"


def test_days_count_from_1904_where_the_workbook_says_so(tmp_path: Path) -> None:
    days = worksheet('<row r="1"><c r="A1" s="2"><v>44285</v></c></row>')
    since_1904 = Package(content=days, before='<workbookPr date1904="1"/>')

    assert read(tmp_path, since_1904.packed()).rows == ((date(2025, 3, 31),),)
    assert read(tmp_path, Package(content=days).packed()).rows == ((date(2021, 3, 30),),)


def test_days_of_the_strict_format_are_days(tmp_path: Path) -> None:
    days = worksheet('<row r="1"><c r="A1" t="d"><v>2025-03-31</v></c></row>')

    assert read(tmp_path, Package(content=days).packed(strict)).rows == ((date(2025, 3, 31),),)


def test_a_value_that_the_library_passes_over_makes_the_sheet_blind(tmp_path: Path) -> None:
    hidden = worksheet('<row r="1"><c r="A1"><v><![CDATA[5]]></v></c><c r="B1"><v>1</v></c></row>')

    assert read(tmp_path, Package(content=hidden).packed()).blind


def test_a_protected_sheet_is_read_without_a_password(tmp_path: Path) -> None:
    package = Package(
        content=worksheet(after='<sheetProtection password="83AF" sheet="1" objects="1"/>'),
        before='<workbookProtection workbookPassword="83AF" lockStructure="1"/>',
    )

    check(read(tmp_path, package.packed()))


def test_a_zip_that_was_written_as_a_stream_is_read(tmp_path: Path) -> None:
    class Stream(BytesIO):
        def seek(self, offset: int, whence: int = 0, /) -> int:
            raise OSError

    streamed = Stream()
    with ZipFile(BytesIO(Package().packed())) as old, ZipFile(streamed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        assert all(part.flag_bits & 8 for part in new.infolist())

    check(read(tmp_path, streamed.getvalue()))


def test_a_small_workbook_without_strings_and_styles_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, xlsx(cell("A1", 5))).rows == ((5.0,),)
