"""Comma, semicolon and tab separated text as rows of text cells."""

import csv
import io
from typing import Final

from model.excel import extent
from model.excel.grid import Cell
from model.excel.refusal import refusal
from model.progress import Report

_DELIMITERS: Final = ("\t", ";", "|", ",")
"""In the order of trust: a decimal comma makes a comma the weakest sign of all."""
_OFTEN: Final = 0.5
_LOOKED_AT: Final = 200
_STEP: Final = 5000


def rows_of_text(content: bytes, file: str, report: Report) -> tuple[tuple[Cell, ...], ...]:
    """Return the rows of a delimited text, all of one width; empty cells are None, the rest is text.

    Reads UTF-8 with or without a mark, UTF-16 with a mark, else Windows-1252. Line numbers are
    those of the rows (a line "sep=;" is kept as an empty row), so addresses hold in Excel.
    """
    text = decoded(content)
    lines = text.splitlines()
    announced = lines[0].strip().removeprefix("sep=") if lines and lines[0].startswith("sep=") else ""
    delimiter = announced[:1] or _delimiter(lines)
    rows: list[tuple[Cell, ...]] = []
    filled = width = 0
    try:
        for number, fields in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)):
            if number % _STEP == 0:
                report(min(number, len(lines)), len(lines))
            row = tuple(field if field.strip() else None for field in fields)
            rows.append((None,) if announced and number == 0 else row)
            filled, width = filled + len(fields), max(width, len(fields))
    except csv.Error as error:
        raise refusal("unreadable", file) from error
    reach = extent.Extent(len(rows), width, filled)
    if reach.is_sparse or reach.is_too_large:
        raise refusal("far_cell" if reach.is_sparse else "too_large", file, cell=reach.corner)
    return tuple(row + (None,) * (width - len(row)) for row in rows)


def decoded(content: bytes) -> str:
    """Return bytes as text by their mark, else as UTF-8 if they are, else as Windows-1252."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _delimiter(lines: list[str]) -> str:
    looked_at = [line for line in lines[:_LOOKED_AT] if line.strip()]
    shares = {mark: sum(mark in line for line in looked_at) for mark in _DELIMITERS}
    often = next((mark for mark in _DELIMITERS if shares[mark] >= _OFTEN * max(1, len(looked_at))), None)
    return often or max(_DELIMITERS, key=lambda mark: shares[mark])
