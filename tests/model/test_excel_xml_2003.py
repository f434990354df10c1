"""XML of Excel 2003 ("SpreadsheetML"), as old programs and portals write it, under any name."""

import datetime
from pathlib import Path

import pytest

from model.errors import UnusableFileError
from model.excel.grid import Merge, Sheet
from model.excel.read import read_file
from model.excel.reader import read_grid
from model.measures import Measure
from tests.builders.office import figures

STYLES = (
    '<Styles><Style ss:ID="Default"/><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style>'
    '<Style ss:ID="q" ss:Parent="p"/><Style ss:ID="t"><NumberFormat ss:Format="0.0&quot;%&quot;"/></Style>'
    '<Style ss:ID="r"><NumberFormat ss:Format="0.0%"/></Style></Styles>'
)


def page(table: str, *, more: str = "", head: str = "", encoding: str = "utf-8") -> bytes:
    """A file with one worksheet called "Rekap"."""
    return (
        f'<?xml version="1.0" encoding="{encoding}"?>{head}<?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:x="urn:schemas-microsoft-com:office:excel" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        f'{STYLES}<Worksheet ss:Name="Rekap"><Table>{table}</Table>{more}</Worksheet></Workbook>'
    ).encode(encoding)


def cell(value: object, kind: str = "Number", more: str = "") -> str:
    return f'<Cell {more}><Data ss:Type="{kind}">{value}</Data></Cell>'


FAR = cell(1, more='ss:Index="16384"')


def read(folder: Path, content: bytes, name: str = "rekap.xls") -> Sheet:
    path = folder / name
    path.write_bytes(content)
    (only,) = read_grid(path).sheets
    return only


def test_values_are_what_their_types_say(tmp_path: Path) -> None:
    cells = [
        cell("Kapuas", "String"), cell("1170"), cell("0.5"), cell("2025-03-31T00:00:00.000", "DateTime"),
        cell("1", "Boolean"), cell("#REF!", "Error"), "<Cell/>", '<Cell ss:Formula="=1+1"/>',
        cell("1.170", "String"), cell("3", more='ss:Formula="=1+2"'),
    ]  # fmt: skip
    sheet = read(tmp_path, page(f"<Row>{''.join(cells)}</Row>"))

    assert sheet.name == "Rekap"
    assert sheet.rows == (
        ("Kapuas", 1170.0, 0.5, datetime.date(2025, 3, 31), True, None, None, None, "1.170", 3.0),
    )
    assert sheet.errors == {(0, 5): "#REF!"}
    assert sheet.uncomputed == {(0, 7)}


def test_a_value_unlike_its_type_stays_as_it_is_written(tmp_path: Path) -> None:
    cells = [
        cell("1,5"), cell("x"), cell("NaN"), cell("45747", "DateTime"),
        cell("12025-01-01T00:00:00", "DateTime"), cell("-1.5E2"), cell("", more='ss:Formula="=1+1"'),
    ]  # fmt: skip
    sheet = read(tmp_path, page(f"<Row>{''.join(cells)}</Row>"))

    assert sheet.rows == (("1,5", "x", "NaN", "45747", "12025-01-01T00:00:00", -150.0),)
    assert sheet.uncomputed == {(0, 6)}


def test_indexes_spans_and_merges_put_cells_in_their_places(tmp_path: Path) -> None:
    table = (
        '<Row ss:Index="3"><Cell ss:Index="2" ss:MergeAcross="1" ss:MergeDown="1"><Data ss:Type="String">a'
        '</Data></Cell><Cell><Data ss:Type="String">b</Data></Cell></Row><Row><Cell ss:Index="5">'
        '<Data ss:Type="Number">1</Data></Cell></Row>'
    )
    sheet = read(tmp_path, page(table))

    assert sheet.rows[2:] == ((None, "a", None, "b", None), (None, None, None, None, 1.0))
    assert sheet.merges == (Merge(2, 1, 3, 2),)


def test_hidden_rows_columns_and_sheets_are_told(tmp_path: Path) -> None:
    table = (
        '<Column/><Column ss:Hidden="1" ss:Span="1"/><Row><Cell><Data ss:Type="Number">1</Data></Cell></Row>'
        f'<Row ss:Hidden="1">{cell(2) * 5}</Row>'
    )
    more = "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"
    sheet = read(tmp_path, page(table, more=more))

    assert sheet.hidden_rows == {1}
    assert sheet.hidden_columns == {1, 2}
    assert sheet.visible is False


def styled(style: str, value: object = 0.5, kind: str = "Number") -> str:
    return cell(value, kind, f'ss:StyleID="{style}"')


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (f"<Row>{styled('p')}</Row>", True),
        (f"<Row>{styled('q')}</Row>", True),
        (f"<Row ss:StyleID='r'>{cell(0.5)}</Row>", True),
        (f"<Column ss:StyleID='r'/><Row>{cell(0.5)}</Row>", True),
        (f"<Row>{styled('t')}</Row>", False),
        (f"<Row>{styled('p', '0,5', 'String')}</Row>", False),
    ],
)
def test_numbers_shown_as_percentages_are_told(tmp_path: Path, row: str, told: bool) -> None:
    assert bool(read(tmp_path, page(row)).percents) is told


def test_rich_text_is_one_text_and_a_comment_is_none(tmp_path: Path) -> None:
    row = (
        '<Row><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>Kab.</B> Kapuas'
        "</ss:Data><Comment><ss:Data>catatan</ss:Data></Comment></Cell></Row>"
    )

    assert read(tmp_path, page(row)).rows == (("Kab. Kapuas",),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1252", "iso-8859-1"])
def test_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    row = f"<Row>{cell('Kapuas é', 'String')}</Row>"

    assert read(tmp_path, page(row, encoding=encoding)).rows == (("Kapuas é",),)


def test_its_figures_reach_the_book(tmp_path: Path) -> None:
    rows: list[list[str | int]] = [["Kab/Kota", "Aktif"], ["Kapuas", 5], ["Seruyan", 6]]
    lines = "".join(
        "<Row>" + "".join(cell(v, "String" if isinstance(v, str) else "Number") for v in row) + "</Row>"
        for row in rows
    )
    path = tmp_path / "UCJ Maret 2025.xml"
    path.write_bytes(page(lines))

    assert figures(read_file(path), Measure.ACTIVE) == {"62.03": 5, "62.07": 6}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (page("<Row/>", head='<!DOCTYPE a [<!ENTITY b "c">]>'), "dtd"),
        (page(f"<Row>{cell(1)}")[:-60], "damaged"),
        (page(f"<Row>{cell(1)}</Row><Row ss:Index='1048576'>{FAR}</Row>"), "far_cell"),
    ],
)
def test_what_is_of_no_use_is_said(tmp_path: Path, content: bytes, code: str) -> None:
    with pytest.raises(UnusableFileError) as caught:
        read(tmp_path, content)

    assert caught.value.code == code
