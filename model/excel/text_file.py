"""Comma, semicolon and tab separated text as rows of text cells."""

import codecs
import csv
import io
import re
from typing import Final

from model.excel import extent
from model.excel.cell_kinds import ERROR_TEXTS, CellKinds
from model.excel.grid import Cell, Sheet
from model.excel.refusal import refusal
from model.progress import Report

MOST_ROWS: Final = 3_000_000
"""A text of more rows is refused; Excel itself shows a third of them."""
_DELIMITERS: Final = ("\t", ";", "|", ",")
"""In the order of trust: a decimal comma makes a comma the weakest sign of all."""
_OFTEN: Final = 0.5
_LOOKED_AT: Final = 200
_STEP: Final = 5000
_SNIFFED: Final = 4096
_MOSTLY_ZERO: Final = 0.3
_LARGEST_CELL: Final = 1024**2
_ANNOUNCED: Final = re.compile(r"\"?sep=(.)\"?\s*", re.IGNORECASE)


def sheet_of_text(content: bytes, file: str, name: str, report: Report) -> Sheet:
    """Return a delimited text as one sheet: empty cells are None, all else is text as it stands.

    Reads UTF-8 with or without a mark, UTF-16 with or without a mark, else Windows-1252. A row of
    the sheet is a row of the text (a line "sep=;" is kept as an empty one), so addresses hold in
    Excel. The errors that Excel writes out, "#REF!", are errors.
    """
    text = decoded(content)
    lines = text.split("\n", _LOOKED_AT)[:_LOOKED_AT]
    announced = _ANNOUNCED.match(lines[0].strip("\r")) if lines else None
    delimiter = announced[1] if announced and announced[1] != '"' else _delimiter(lines)
    count = max(1, text.count("\n"))
    rows: list[tuple[Cell, ...]] = []
    kinds = CellKinds()
    filled = width = 0
    try:
        csv.field_size_limit(_LARGEST_CELL)
        for number, fields in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)):
            if number % _STEP == 0:
                report(min(number, count), count)
            if number >= MOST_ROWS or len(fields) > extent.MOST_COLUMNS:
                raise refusal("too_large", file)
            row = tuple(field if field.strip() else None for field in fields)
            for column, field in enumerate(fields):
                if field[:1] == "#" and field.strip() in ERROR_TEXTS:
                    kinds.add_error((number, column), field.strip())
            rows.append((None,) if announced and number == 0 else row)
            filled, width = filled + len(fields), max(width, len(fields))
    except csv.Error as error:
        raise refusal("unreadable_text", file) from error
    while rows and not any(rows[-1]):
        rows.pop()
    reach = extent.Extent(len(rows), width, filled)
    if reach.is_sparse or reach.is_too_large:
        raise refusal("far_cell" if reach.is_sparse else "too_large", file, cell=reach.corner)
    return kinds.told_of(Sheet(name, tuple(row + (None,) * (width - len(row)) for row in rows)))


def decoded(content: bytes) -> str:
    """Return bytes as text: by their mark, as UTF-16 or UTF-8 if they are, else as Windows-1252."""
    return content.decode(encoding_of(content), errors="replace").removeprefix("\ufeff")


def encoding_of(content: bytes) -> str:
    """Return how the bytes of a text are to be decoded."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    beginning = content[:_SNIFFED]
    half = max(1, len(beginning) // 2)
    # Letters of our languages leave every other byte of UTF-16 empty.
    if beginning[1::2].count(0) > _MOSTLY_ZERO * half > beginning[::2].count(0):
        return "utf-16-le"
    if beginning[::2].count(0) > _MOSTLY_ZERO * half > beginning[1::2].count(0):
        return "utf-16-be"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        # A beginning that was cut within a letter is still UTF-8.
        cut = error.start > len(content) - 4 and error.reason == "unexpected end of data"
        return "utf-8" if cut else "cp1252"
    return "utf-8"


def _delimiter(lines: list[str]) -> str:
    looked_at = [line for line in lines if line.strip()]
    shares = {mark: sum(mark in line for line in looked_at) for mark in _DELIMITERS}
    often = next((mark for mark in _DELIMITERS if shares[mark] >= _OFTEN * max(1, len(looked_at))), None)
    return often or max(_DELIMITERS, key=lambda mark: shares[mark])
