"""Workbooks to read: a small office table, and a coverage book of any length."""

import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

import openpyxl

from model.regions import regencies, regions

_HEADERS: Final = (
    "Posisi", "Kode", "Wilayah", "Segmen", "Ukuran", "Nilai", "Basis", "Sumber", "Sel", "Catatan",
)  # fmt: skip
_SEGMENTS: Final = ("PU", "BPU", "JAKON", "PMI")
_PARTS: Final = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    '<Override PartName="/xl/sharedStrings.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
    '<Override PartName="/xl/styles.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": "<Relationships xmlns="
    '"http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'worksheet" Target="worksheets/sheet1.xml"/>'
    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'sharedStrings" Target="sharedStrings.xml"/>'
    '<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    '<fonts count="1"><font/></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
    '<borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
}


def long_book(path: Path, rows: int) -> Path:
    """Write a coverage book whose sheet Data has *rows* rows and ten columns; return its path.

    The nation month by month: 514 regencies, four segments, potential and members. Written by
    hand: openpyxl would take minutes for a million rows.
    """
    places = [region for region in regions().values() if region.kind != "provinsi"]
    texts = [*_HEADERS, "", *_SEGMENTS, "Potensi", "Peserta aktif"]
    first = len(texts)
    texts += [text for region in places for text in (region.code, region.name)]
    return shared_strings(path, texts, _sheet(rows, first, len(places)))


def shared_strings(path: Path, texts: Iterable[str], sheet: Iterable[str]) -> Path:
    """Write a workbook of one sheet, given as pieces of its XML whose cells name *texts* by their place."""
    strings = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in _PARTS.items():
            archive.writestr(name, content)
        archive.writestr(
            "xl/sharedStrings.xml",
            f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{strings}</sst>',
        )
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as written:
            for piece in sheet:
                written.write(piece.encode())
    return path


def _sheet(rows: int, first: int, places: int) -> Iterator[str]:
    yield '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    yield "<row>" + "".join(_text(number) for number in range(len(_HEADERS))) + "</row>"
    blank = len(_HEADERS)
    tail = _text(blank) * 4
    for begin in range(0, rows, 5000):
        lines = []
        for row in range(begin, min(begin + 5000, rows)):
            rest, measure = divmod(row, 2)
            rest, segment = divmod(rest, len(_SEGMENTS))
            month, place = divmod(rest, places)
            lines.append(
                f'<row><c s="1"><v>{_excel_day(month)}</v></c>{_text(first + 2 * place)}'
                f"{_text(first + 2 * place + 1)}{_text(blank + 1 + segment)}"
                f"{_text(blank + 1 + len(_SEGMENTS) + measure)}"
                f"<c><v>{(2 - measure) * (1000 + row % 9000)}</v></c>{tail}</row>"
            )
        yield "".join(lines)
    yield "</sheetData></worksheet>"


@cache
def _excel_day(month: int) -> int:
    """Return Excel's number for the end of a month counted from January 2000."""
    following = date(2000 + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return (following - date(1899, 12, 30)).days - 1


def _text(number: int) -> str:
    return f'<c t="s"><v>{number}</v></c>'


def small_table(path: Path, months: int = 60) -> Path:
    """Write an office table: the fourteen regencies down, potential and *months* of members across."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(["Rekap peserta aktif BPJS Ketenagakerjaan menurut kabupaten/kota"])
    sheet.append([])
    days = [f"{2020 + month // 12}-{month % 12 + 1:02}" for month in range(months)]
    sheet.append(["Kabupaten/Kota", "Potensi", *days])
    for place, region in enumerate(regencies("62"), start=1):
        counts = [20_000 * place + 100 * month for month in range(months)]
        sheet.append([region.full_name, 60_000 * place, *counts])
    workbook.save(path)
    return path
