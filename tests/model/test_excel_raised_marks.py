"""The mark of a footnote that is only drawn raised is no digit of the number before it."""

import zipfile
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from model.excel.raised_marks import with_raised_signs
from model.excel.read import read_file
from model.excel.reader import read_grid
from model.measures import Measure
from tests.builders.broken_files import xlsx
from tests.builders.office import TITLE, figures

RAISED = InlineFont(vertAlign="superscript")


def rich(text: str, mark: str) -> CellRichText:
    return CellRichText(text, TextBlock(RAISED, mark))


def written(path: Path, first: CellRichText | str) -> Path:
    made = openpyxl.Workbook()
    page = made.active
    assert page is not None
    page.append([TITLE])
    page.append(["Kab/Kota", rich("Aktif", "2")])
    page.append([rich("Kapuas", "1)"), first])
    page.append(["Seruyan", "1.300"])
    made.save(path)
    made.close()
    return path


@pytest.mark.parametrize("mark", ["1", "1)", "12", "1, 2", "*", "*)", "a", "a)"])
def test_a_raised_mark_behind_a_number_is_none_of_its_digits(tmp_path: Path, mark: str) -> None:
    path = written(tmp_path / "rekap.xlsx", rich("1.170", mark))

    assert figures(read_file(path), Measure.ACTIVE) == {"62.03": 1170, "62.07": 1300}


def test_the_strings_that_excel_keeps_apart_are_read_so_too() -> None:
    run = '<r><rPr><vertAlign val="superscript"/><sz val="11"/></rPr><t>{}</t></r>'
    strings = f"<sst><si><r><t>1.170</t></r>{run.format('1')}</si><si><r><t>12</t></r></si></sst>"
    content = xlsx(extra={"xl/sharedStrings.xml": strings.encode()})
    with zipfile.ZipFile(BytesIO(with_raised_signs(content, "rekap.xlsx"))) as archive:
        told = archive.read("xl/sharedStrings.xml").decode()

    assert told == strings.replace("<t>1</t>", "<t>¹</t>")


def test_a_raised_word_and_a_lowered_number_stay(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    page = made.active
    assert page is not None
    page.append(
        [rich("Data", "sementara"), CellRichText("CO", TextBlock(InlineFont(vertAlign="subscript"), "2"))]
    )
    made.save(tmp_path / "rekap.xlsx")
    made.close()

    assert read_grid(tmp_path / "rekap.xlsx").sheets[0].rows == (("Datasementara", "CO2"),)


def test_a_raised_mark_of_an_ods_is_none_of_the_digits(tmp_path: Path) -> None:
    style = (
        '<style:style style:name="T{}" style:family="text"><style:text-properties style:text-position="{}"/>'
        "</style:style>"
    )
    cell = (
        '<table:table-cell office:value-type="string"><text:p>1.170<text:span text:style-name="T{}">1'
        "</text:span></text:p></table:table-cell>"
    )
    content = (
        '<?xml version="1.0"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:automatic-styles>'
        f"{style.format(1, 'super 58%')}{style.format(2, 'sub 58%')}</office:automatic-styles>"
        '<office:body><office:spreadsheet><table:table table:name="Rekap"><table:table-row>'
        f"{cell.format(1)}{cell.format(2)}</table:table-row></table:table></office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    with zipfile.ZipFile(tmp_path / "rekap.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content)

    assert read_grid(tmp_path / "rekap.ods").sheets[0].rows == (("1.170¹", "1.1701"),)


def test_a_workbook_without_raised_marks_keeps_its_bytes() -> None:
    content = xlsx('<row r="1"><c r="A1"><v>1</v></c></row>')

    assert with_raised_signs(content, "rekap.xlsx") is content
