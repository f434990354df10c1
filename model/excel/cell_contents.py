"""What stands in a cell for a value of a row: text that a cell can hold, a number, and its format."""

import re
from datetime import date, datetime
from typing import Final

from model.excel.book_rows import Share, Value
from model.excel.book_schema import PEOPLE, PEOPLE_AND_PARTS, PERCENT, TEXT, Column

_LONGEST_TEXT: Final = 32_767
_UNSTORABLE: Final = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPE_LIKE: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")

Plain = str | int | float | date | datetime | None
"""What a cell can hold."""


def formatted(value: Value, column: Column) -> tuple[Plain, str]:
    """Return the value to write and the number format that shows it as what it is."""
    if isinstance(value, Share):
        return value.written, PERCENT if isinstance(value.written, float) else TEXT
    if isinstance(value, str):
        return value, TEXT if column.number_format == TEXT else "General"
    if isinstance(value, int | float):
        return (int(value), PEOPLE) if float(value).is_integer() else (value, PEOPLE_AND_PARTS)
    return value, column.number_format


def storable(text: str) -> str:
    """Return *text* as a cell can hold it: no signs that XML forbids, nothing that reads as an escape."""
    kept = _UNSTORABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _ESCAPE_LIKE.sub("_x005F_", kept)[:_LONGEST_TEXT]
