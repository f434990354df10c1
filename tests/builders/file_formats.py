"""Drawn pages as files of every format that offices send: written by hand but for .xlsx."""

import csv
import html
import io
import struct
from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path
from typing import Final

import openpyxl

from model.excel.grid import Cell, a1
from tests.builders.broken_files import compound, ods
from tests.builders.drawn_pages import Page
from tests.builders.hostile_binaries import record, xlsb
from tests.builders.hostile_files import renamed

_TEMPLATES: Final = {
    ".xltx": "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
    ".xlsm": "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
}
_SHEET_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def as_xlsx(path: Path, *pages: Page) -> Path:
    """Write pages with a spreadsheet library; an ending .xltx or .xlsm makes it such a file."""
    made = openpyxl.Workbook()
    del made["Sheet"]
    for page in pages:
        sheet = made.create_sheet(page.name)
        for cells in page.rows:
            sheet.append([_plain(cell) for cell in cells])
        for merge in page.merges:
            sheet.merge_cells(f"{a1(merge.top, merge.left)}:{a1(merge.bottom, merge.right)}")
        for row, column in page.percents:
            sheet.cell(row + 1, column + 1).number_format = "0.00%"
        for row in page.hidden_rows:
            sheet.row_dimensions[row + 1].hidden = True
        for column in page.hidden_columns:
            sheet.column_dimensions[a1(0, column).rstrip("1")].hidden = True
        sheet.sheet_state = "visible" if page.visible else "hidden"
    made.save(path)
    made.close()
    if kind := _TEMPLATES.get(path.suffix):
        path.write_bytes(renamed(path.read_bytes(), _SHEET_TYPE, kind, "[Content_Types].xml"))
    return path


def _plain(cell: Cell) -> str | int | float | None:
    assert cell is None or isinstance(cell, str | int | float)
    return cell


def text_of(cell: Cell, decimal: str = ",") -> str:
    """A cell as a text file keeps it."""
    if isinstance(cell, float) and not cell.is_integer():
        return str(cell).replace(".", decimal)
    return "" if cell is None else str(int(cell)) if isinstance(cell, float) else str(cell)


def as_csv(
    path: Path, page: Page, *, delimiter: str = ";", encoding: str = "utf-8", decimal: str = ","
) -> Path:
    """Write one page as delimited text."""
    kept = io.StringIO()
    writer = csv.writer(kept, delimiter=delimiter)
    writer.writerows([text_of(cell, decimal) for cell in row] for row in page.sheet.rows)
    path.write_bytes(kept.getvalue().encode(encoding))
    return path


def as_ods(path: Path, page: Page) -> Path:
    """Write one page as an Open Document sheet, merged cells as spans."""
    spans = {(m.top, m.left): (m.bottom - m.top + 1, m.right - m.left + 1) for m in page.merges}
    hidden = _hidden_by(page)
    rows = []
    for number, row in enumerate(page.sheet.rows):
        cells = (
            "<table:covered-table-cell/>" if (number, column) in hidden
            else _ods_cell(cell, spans.get((number, column), (1, 1)), (number, column) in page.percents)
            for column, cell in enumerate(row)
        )  # fmt: skip
        rows.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    path.write_bytes(ods("".join(rows)))
    return path


def _hidden_by(page: Page) -> set[tuple[int, int]]:
    """The cells that a merge covers."""
    covered: set[tuple[int, int]] = set()
    for merge in page.merges:
        covered |= set(product(range(merge.top, merge.bottom + 1), range(merge.left, merge.right + 1)))
        covered -= {(merge.top, merge.left)}
    return covered


def _ods_cell(cell: Cell, span: tuple[int, int], is_percent: bool) -> str:
    spans = f' table:number-rows-spanned="{span[0]}" table:number-columns-spanned="{span[1]}"'
    spans = "" if span == (1, 1) else spans
    if cell is None:
        return f"<table:table-cell{spans}/>"
    if isinstance(cell, str):
        text = html.escape(cell)
        return (
            f'<table:table-cell{spans} office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        )
    kind = "percentage" if is_percent else "float"
    return f'<table:table-cell{spans} office:value-type="{kind}" office:value="{cell}"/>'


def as_html(path: Path, page: Page, encoding: str = "utf-8") -> Path:
    """Write one page as an HTML table with spans, named as the caller likes."""
    spans = {(m.top, m.left): m for m in page.merges}
    hidden = _hidden_by(page)
    rows = []
    for number, row in enumerate(page.sheet.rows):
        cells = []
        for column, cell in enumerate(row):
            if (number, column) in hidden:
                continue
            merge = spans.get((number, column))
            down, across = (merge.bottom - number + 1, merge.right - column + 1) if merge else (1, 1)
            span = f' rowspan="{down}" colspan="{across}"' if merge else ""
            cells.append(f"<td{span}>{html.escape(text_of(cell))}</td>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    head = f'<html><head><meta charset="{encoding}"></head><body>'
    path.write_bytes(f"{head}<table border=1>{''.join(rows)}</table></body></html>".encode(encoding))
    return path


def as_portal(path: Path, title: str, header: Sequence[str], body: Sequence[Sequence[Cell]]) -> Path:
    """Write a page as statistics portals do: corner, names, header and data are tables of their own."""

    def nested(rows: Sequence[Sequence[Cell]], tag: str = "td") -> str:
        lines = (
            "".join(f"<{tag}><b>{html.escape(text_of(cell))}</b>&nbsp;</{tag}>" for cell in row)
            for row in rows
        )
        return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"

    names = [[row[0]] for row in body]
    data = [row[1:] for row in body]
    page = (
        f"<html><body><table><tr><td colspan=2><h3>{title}</h3></td></tr>"
        f"<tr><td>{nested([['Wilayah']])}</td><td>{nested([header], 'th')}</td></tr>"
        f"<tr><td>{nested(names)}</td><td>{nested(data)}</td></tr></table></body></html>"
    )
    path.write_text(page, encoding="utf-8")
    return path


def as_spreadsheetml(path: Path, *pages: Page) -> Path:
    """Write pages in the XML of Excel 2003, empty cells skipped by index as Excel does."""
    sheets = "".join(_worksheet(page) for page in pages)
    path.write_text(
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        f'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">{sheets}</Workbook>',
        encoding="utf-8",
    )
    return path


def _worksheet(page: Page) -> str:
    spans = {(m.top, m.left): m for m in page.merges}
    rows = []
    for number, row in enumerate(page.sheet.rows):
        cells = []
        for column, cell in enumerate(row):
            if cell is None and (number, column) not in spans:
                continue
            merge = spans.get((number, column))
            more = (
                f' ss:MergeDown="{merge.bottom - number}" ss:MergeAcross="{merge.right - column}"'
                if merge
                else ""
            )
            kind = "String" if isinstance(cell, str) else "Number"
            data = f'<Data ss:Type="{kind}">{html.escape(str(cell))}</Data>' if cell is not None else ""
            cells.append(f'<Cell ss:Index="{column + 1}"{more}>{data}</Cell>')
        rows.append(f'<Row ss:Index="{number + 1}">{"".join(cells)}</Row>')
    return f'<Worksheet ss:Name="{html.escape(page.name)}"><Table>{"".join(rows)}</Table></Worksheet>'


def as_xls(path: Path, page: Page) -> Path:
    """Write one page as an old binary workbook."""
    begin = struct.pack("<HHHHII", 0x0600, 5, 0x0DBB, 0x07CC, 0, 6)
    name = page.name.encode("latin-1")
    listed = struct.pack("<IBBBB", 0, 0, 0, len(name), 0) + name
    head = _biff(0x0809, begin) + _biff(0x0085, listed) + _biff(0x000A)
    offset = struct.pack("<I", len(head))
    head = head.replace(_biff(0x0085, listed), _biff(0x0085, offset + listed[4:]))
    cells = b"".join(
        _xls_cell(row, column, cell)
        for row, line in enumerate(page.sheet.rows)
        for column, cell in enumerate(line)
        if cell is not None
    )
    merges = b"".join(struct.pack("<HHHH", m.top, m.bottom, m.left, m.right) for m in page.merges)
    merged = _biff(0x00E5, struct.pack("<H", len(page.merges)) + merges) if page.merges else b""
    sheet = _biff(0x0809, begin.replace(b"\x05\x00", b"\x10\x00", 1)) + cells + merged + _biff(0x000A)
    path.write_bytes(compound("Workbook", content=head + sheet))
    return path


def _biff(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _xls_cell(row: int, column: int, cell: Cell) -> bytes:
    place = struct.pack("<HHH", row, column, 0)
    if isinstance(cell, str):
        text = cell.encode("utf-16-le")
        return _biff(0x0204, place + struct.pack("<HB", len(text) // 2, 1) + text)
    assert isinstance(cell, int | float)
    return _biff(0x0203, place + struct.pack("<d", cell))


def as_xlsb(path: Path, page: Page) -> Path:
    """Write one page as a binary workbook of the newer kind."""
    rows = []
    for number, line in enumerate(page.sheet.rows):
        rows.append(record(0, struct.pack("<I", number) + bytes(21)))
        for column, cell in enumerate(line):
            if cell is None:
                continue
            place = struct.pack("<II", column, 0)
            if isinstance(cell, str):
                text = cell.encode("utf-16-le")
                rows.append(record(6, place + struct.pack("<I", len(text) // 2) + text))
            else:
                assert isinstance(cell, int | float)
                rows.append(record(5, place + struct.pack("<d", cell)))
    height, width = len(page.sheet.rows), len(page.sheet.rows[0])
    area = record(148, struct.pack("<IIII", 0, height - 1, 0, width - 1))
    merges = b"".join(
        record(176, struct.pack("<IIII", m.top, m.bottom, m.left, m.right)) for m in page.merges
    )
    merged = record(177, struct.pack("<I", len(page.merges))) + merges + record(178) if page.merges else b""
    sheet = record(129) + area + record(145) + b"".join(rows) + record(146) + merged + record(130)
    path.write_bytes(xlsb(sheet))
    return path


WRITERS: Final[dict[str, Callable[[Path, Page], Path]]] = {
    ".xlsx": as_xlsx, ".xlsm": as_xlsx, ".xltx": as_xlsx, ".xls": as_xls, ".xlsb": as_xlsb, ".ods": as_ods,
    ".csv": as_csv,
}  # fmt: skip
