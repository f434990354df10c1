"""What a cell of a coverage book says: numbers, shares, days, text. No sentence, no place."""

import math
import re
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from model.excel.grid import Cell

_MISSING: Final = frozenset({"na", "n/a", "...", "…", "null", "tidak ada", "belum ada"})
_DASHES: Final = frozenset({"-", "–", "—", "--", "_"})
_THOUSANDS_DOT: Final = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_THOUSANDS_COMMA: Final = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3}(?:,\d{3})+\.\d+")
_DECIMAL_COMMA: Final = re.compile(r"\d+,\d+")
_DECIMAL_DOT: Final = re.compile(r"\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
_LARGEST_FRACTION: Final = 2
"""A bare number above this is a percentage: 46,2 means 46,2 %, 1,5 means 150 %."""


def text_of(cell: Cell) -> str:
    """Return a cell as trimmed text; "" for an empty one, whole numbers without a ".0"."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return cell.replace("\u00a0", " ").strip() if isinstance(cell, str) else str(cell)


def is_blank(cell: Cell) -> bool:
    """Say whether a cell holds nothing, or what people write for "not known"."""
    return cell is None or (isinstance(cell, str) and cell.strip().casefold() in _MISSING | {""})


def is_dash(cell: Cell) -> bool:
    """Say whether a cell holds a dash alone."""
    return isinstance(cell, str) and cell.strip() in _DASHES


def number_of(cell: Cell, *, counted: bool = True) -> float | None:
    """Return the number in a cell, or None where it is none.

    Text is read the Indonesian way ("1.009.250", "46,2"), the English way where only that makes
    sense. *counted* says that people are meant, so "1.170" and "1,170" are both 1170. A per
    cent sign divides by 100.
    """
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return None
    if not isinstance(cell, str):
        return float(cell) if math.isfinite(cell) else None
    text = "".join(cell.split()).replace("−", "-")
    if text.casefold() == "nihil":
        return 0.0
    negative = text.startswith("-") or (text.startswith("(") and text.endswith(")"))
    bare = text.strip("()").lstrip("+-")
    share = bare.endswith("%")
    value = _digits(bare.rstrip("%"), counted=counted and not share)
    if value is None:
        return None
    signed = -value if negative else value
    return _hundredth(signed) if share else signed


def _hundredth(value: float) -> float:
    # Through Decimal, so that 46.2 becomes 0.462 and not 0.46200000000000002.
    return float(Decimal(repr(value)) / 100)


def _digits(text: str, *, counted: bool) -> float | None:
    if counted and re.fullmatch(r"\d{1,3},\d{3}", text):
        return float(text.replace(",", ""))
    if _THOUSANDS_DOT.fullmatch(text) and (counted or text.count(".") > 1 or "," in text):
        return float(text.replace(".", "").replace(",", "."))
    if _THOUSANDS_COMMA.fullmatch(text):
        return float(text.replace(",", ""))
    if _DECIMAL_COMMA.fullmatch(text):
        return float(text.replace(",", "."))
    return float(text) if _DECIMAL_DOT.fullmatch(text) else None


def share_of(cell: Cell) -> tuple[float | None, bool]:
    """Return a cell's share as a fraction, and whether a bare percentage had to be assumed.

    "46,2 %" and 0.462 are 0.462; a bare 46.2 is taken for 46,2 % (True). None where it is no number.
    """
    value = number_of(cell, counted=False)
    if value is None:
        return None, False
    marked = isinstance(cell, str) and "%" in cell
    assumed = not marked and abs(value) > _LARGEST_FRACTION
    return (_hundredth(value) if assumed else value), assumed


def needs_percent_sign(fraction: float) -> bool:
    """Say whether a share must be written with its sign, because a bare number would mislead."""
    return abs(fraction) > _LARGEST_FRACTION


def day_of(cell: Cell) -> date | None:
    """Return the day in a date cell, or None."""
    if isinstance(cell, datetime):
        return cell.date()
    return cell if isinstance(cell, date) else None
