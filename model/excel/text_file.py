"""Comma, semicolon and tab separated text as rows of text cells."""

import codecs
import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import chain
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
_FEW: Final = 3
_STEP: Final = 5000
_SNIFFED: Final = 4096
_MOSTLY_ZERO: Final = 0.3
_LARGEST_CELL: Final = 1024**2
_ANNOUNCED: Final = re.compile(r"\"?sep= *([^ \r\"])", re.IGNORECASE)
_AS_TEXT: Final = re.compile(r'="([^"]*)"')
"""How a portal has Excel keep "0012" or a code as it is."""
_END: Final = "\x02"
"""A row of our own after the last one: if it is missing, a quote was left open and swallowed it."""
_DIGITS: Final = re.compile(r"\s*-?\d[\d.]*\s*%?\s*")


def sheet_of_text(content: bytes, file: str, name: str, report: Report) -> Sheet:
    """Return a delimited text as one sheet: empty cells are None, all else is text as it stands.

    Reads UTF-8 with or without a mark, UTF-16 with or without a mark, else Windows-1252. A row of
    the sheet is a row of the text (a line "sep=;" is kept as an empty one), so addresses hold in
    Excel. The errors that Excel writes out, "#REF!", are errors.
    """
    text = decoded(content)
    lines = text.split("\n", _LOOKED_AT)[:_LOOKED_AT]
    announced = _ANNOUNCED.match(lines[0]) if lines else None
    delimiter = announced[1] if announced else _delimiter(lines)
    kinds = CellKinds()
    try:
        rows = _rows(text, delimiter, lines, kinds, file, report)
    except csv.Error as error:
        raise refusal("unreadable_text", file) from error
    if rows.pop() != (_END,):
        raise refusal("unreadable_text", file)
    if announced:
        rows[0] = (None,)
    if delimiter == "," and _are_torn(rows[:_LOOKED_AT]):
        raise refusal("torn_numbers", file)
    while rows and not any(rows[-1]):
        rows.pop()
    width = max(map(len, rows), default=0)
    reach = extent.Extent(len(rows), width, sum(map(len, rows)))
    if reach.is_sparse or reach.is_too_large:
        raise refusal("far_cell" if reach.is_sparse else "too_large", file, cell=reach.corner)
    return kinds.told_of(Sheet(name, tuple(row + (None,) * (width - len(row)) for row in rows)))


def _rows(
    text: str, delimiter: str, beginning: list[str], kinds: CellKinds, file: str, report: Report
) -> list[tuple[Cell, ...]]:
    """All rows, and our own end as the last of them; notes the errors among their cells."""
    count = max(1, text.count("\n"))
    rows: list[tuple[Cell, ...]] = []
    for number, fields in enumerate(_fields(text, delimiter, beginning)):
        if number % _STEP == 0:
            report(min(number, count), count)
        if number > MOST_ROWS or len(fields) > extent.MOST_COLUMNS:
            raise refusal("too_large", file)
        rows.append(tuple(field if field.strip() else None for field in fields))
        for column, field in enumerate(fields):
            if field[:1] == "#" and field.strip() in ERROR_TEXTS:
                kinds.add_error((number, column), field.strip())
    return rows


def _fields(text: str, delimiter: str, beginning: list[str]) -> Iterator[list[str]]:
    """The rows of a text, and :data:`_END` as the last of them."""
    csv.field_size_limit(_LARGEST_CELL)
    # Spaces between a separator and a quote are of no meaning; others may set names in.
    spaced = re.compile(re.escape(delimiter) + ' +"')
    skips = any(map(spaced.search, beginning))
    lines = chain(io.StringIO(text, newline=""), [_END])
    rows = csv.reader(lines, delimiter=delimiter, skipinitialspace=skips)
    if '="' not in text:
        return rows
    return ([_AS_TEXT.sub(r"\1", field) for field in fields] for fields in rows)


def _are_torn(rows: Sequence[tuple[Cell, ...]]) -> bool:
    """Say whether numbers reach beyond every header: "1,170" that nobody quoted, torn by its comma."""
    headers, figures = 0, []
    for row in rows:
        texts = [cell for cell in row if isinstance(cell, str)]
        if len(texts) < 2:
            continue
        if row[0] is not None and any(map(_DIGITS.fullmatch, texts)):
            figures.append(len(row) if _DIGITS.fullmatch(str(row[-1])) else 0)
        else:
            headers = max(headers, len(row))
    torn = sum(reach > headers for reach in figures)
    # A note below the table may have more commas than it, too.
    return bool(headers and torn and torn * _FEW >= len(figures))


def decoded(content: bytes) -> str:
    """Return bytes as text: by their mark, as UTF-16 or UTF-8 if they are, else as Windows-1252."""
    text = content.decode(encoding_of(content), errors="replace").lstrip("\ufeff")
    # The end of a text as old programs mark it.
    return text.removesuffix("\x1a")


def encoding_of(content: bytes) -> str:
    """Return how the bytes of a text are to be decoded."""
    if content.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
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
