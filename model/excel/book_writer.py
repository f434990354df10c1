"""A Book as a new workbook: owned sheets as Excel tables, the same bytes for the same book."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from model import wording
from model.atomic_write import write_atomically
from model.book import Book
from model.errors import UnusableFileError
from model.excel import book_rows
from model.excel.book_rows import Value
from model.excel.book_schema import PEOPLE, PEOPLE_AND_PARTS, PERCENT, SHEETS, TEXT, Column, SheetSchema

_LAST_ROW: Final = 1_048_576
_LONGEST_TEXT: Final = 32_767
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
Plain = str | int | float | date | datetime | None
"""What a cell can hold."""

_UNSTORABLE: Final = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPE_LIKE: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_MODIFIED: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_HEADER_FILL: Final = PatternFill("solid", fgColor="0F766E")
_HEADER_FONT: Final = Font(bold=True, color="FFFFFF")


def write_book(book: Book, path: Path, program_version: str) -> None:
    """Write *book* as a new workbook, whole or not at all; the same book gives the same bytes.

    A failed write leaves an older file at *path* untouched. Raises UnusableFileError where the
    folder, the disk or another program refuses. What the program does not own is not kept: a
    user's own workbook is never written with this.
    """
    try:
        write_atomically(path, book_bytes(book, program_version))
    except OSError as error:
        reason = error.strerror or str(error)
        sentence = wording.say("problem.not_writable", file=path.name, reason=reason)
        raise UnusableFileError("not_writable", sentence) from error


def book_bytes(book: Book, program_version: str) -> bytes:
    """Return the workbook that ``write_book`` writes."""
    workbook = Workbook()
    del workbook[workbook.sheetnames[0]]
    rows = book_rows.all_rows(book, program_version)
    for schema in SHEETS:
        _fill(workbook.create_sheet(schema.title), schema, rows[schema.title])
    workbook.properties.creator = "Cakupan"
    stream = io.BytesIO()
    workbook.save(stream)
    return _without_times(stream.getvalue())


def _fill(sheet: Worksheet, schema: SheetSchema, rows: Sequence[Sequence[Value]]) -> None:
    for place, column in enumerate(schema.columns, 1):
        _write(sheet, 1, place, column.header, TEXT)
        cell = sheet.cell(1, place)
        cell.font, cell.fill = _HEADER_FONT, _HEADER_FILL
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    for row, values in enumerate(rows, 2):
        for place, (value, column) in enumerate(zip(values, schema.columns, strict=True), 1):
            if value is not None and value != "":
                _write(sheet, row, place, *_formatted(value, column))
    last = max(len(rows) + 1, 2)  # An Excel table has at least one row below its header.
    area = f"A1:{get_column_letter(len(schema.columns))}{last}"
    table = Table(displayName=schema.table, ref=area)
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    sheet.add_table(table)
    sheet.freeze_panes = "A2"
    sheet.row_dimensions[1].height = 22
    _offer_choices(sheet, schema.columns)


def _formatted(value: Value, column: Column) -> tuple[Plain, str]:
    """Return the value to write and the number format that shows it as what it is."""
    if isinstance(value, book_rows.Share):
        return value.written, PERCENT if isinstance(value.written, float) else TEXT
    if isinstance(value, str):
        return value, TEXT if column.number_format == TEXT else "General"
    if isinstance(value, int | float):
        return (int(value), PEOPLE) if float(value).is_integer() else (value, PEOPLE_AND_PARTS)
    return value, column.number_format


def _write(sheet: Worksheet, row: int, place: int, value: Plain, number_format: str) -> None:
    cell = sheet.cell(row, place)
    if isinstance(value, str):
        # Set by hand: openpyxl would take "=..." for a formula and "#N/A" for an error.
        cell.value = _storable(value)
        cell.data_type = "s"
    else:
        cell.value = value
    cell.number_format = number_format


def _storable(text: str) -> str:
    """Return *text* as a cell can hold it: no signs that XML forbids, nothing that reads as an escape."""
    kept = _UNSTORABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _ESCAPE_LIKE.sub("_x005F_", kept)[:_LONGEST_TEXT]


def _offer_choices(sheet: Worksheet, columns: Iterable[Column]) -> None:
    for place, column in enumerate(columns, 1):
        if not column.choices:
            continue
        letter = get_column_letter(place)
        rule = DataValidation("list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
        rule.errorTitle = rule.promptTitle = column.header
        rule.error = f"Pilih salah satu: {', '.join(column.choices)}."[:255]
        rule.prompt = column.meaning[:255]
        rule.showErrorMessage = rule.showInputMessage = True
        # A warning, not a ban: the program understands more spellings than the list holds.
        rule.errorStyle = "warning"
        rule.add(f"{letter}2:{letter}{_LAST_ROW}")
        sheet.add_data_validation(rule)


def _without_times(content: bytes) -> bytes:
    """Return the zip with fixed times, so that one book gives one file."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _MODIFIED.sub(rb"\g<1>2025-01-01T00:00:00Z\g<2>", part)
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, part)
    return stream.getvalue()
