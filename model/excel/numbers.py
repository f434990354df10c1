"""Cells as figures: numbers kept as text, dashes, percent signs; what a separator means is decided by column.

"1.170" is a thousand and more in one file and little more than one in another. A single cell cannot
say; its column usually can, and where nothing can, the answer is that it is not known.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Final

from model.excel.grid import Cell
from model.excel.number_texts import cleaned, is_lone_group, number_text, written_value
from model.excel.separators import Separators, by_majority, completed, is_written_so, separators


class Mark(StrEnum):
    """What stands in a cell."""

    NUMBER = "number"
    EMPTY = "empty"
    DASH = "dash"
    """Nil or not yet reported: its column decides."""
    NIL = "nil"
    """"nihil": zero."""
    UNREPORTED = "unreported"
    """"...", "n/a", "NA": missing, and said to be."""
    AMBIGUOUS = "ambiguous"
    """A number whose separator could mean thousands or decimals."""
    TEXT = "text"
    """Something else where a number should stand."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One cell as a figure. *value* is set for NUMBER and NIL, *percent* where the cell has the sign."""

    mark: Mark
    value: float | None = None
    percent: bool = False
    as_text: bool = False
    """The number is kept as text in the file."""


EMPTY: Final = Reading(Mark.EMPTY)
_UNREPORTED: Final = frozenset(
    ["n/a", "na", "n.a", "n.a.", "#n/a", "null", "none", "nan", "tad", "t.a.d", "t.a.d."]
)
_NIL: Final = frozenset(["nihil", "nil", "nol"])


class Counted(StrEnum):
    """What a column counts, which settles what a lone "1.170" can mean."""

    WHOLE = "whole"
    """People one by one: 1170, unless the column itself uses the dot for decimals."""
    SCALED = "scaled"
    """Thousands or millions of people, with decimals: only evidence can say."""
    RATE = "rate"
    """Shares: 1,17. A share of more than a thousand per cent is none."""


def read_column(
    cells: Sequence[Cell], counted: Counted, beside: Separators | None = None
) -> tuple[Reading, ...]:
    """Return each cell of one column as a figure, numbers as they are written (46.2 for "46,2%").

    *beside* is what the rest of the table shows about separators; it helps a SCALED column only,
    unless a person told it.
    """
    known = known_separators(cells, counted, beside)
    read: dict[tuple[type, Cell], Reading] = {}  # of a long column most cells say what others say
    found = []
    for cell in cells:
        key = type(cell), cell  # for Python 1, 1.0 and True are the same
        if key not in read:
            read[key] = _settled(_shape(cell), known, counted)
        found.append(read[key])
    return tuple(found)


def known_separators(cells: Sequence[Cell], counted: Counted, beside: Separators | None = None) -> Separators:
    """Return what the separators of a column mean, by a person, by the column itself or by *beside*."""
    if beside is not None and beside.told:
        return beside
    known = completed(separators(cells))
    if counted is Counted.WHOLE:
        known = by_majority(cells, known)
    if counted is Counted.SCALED and known == Separators() and beside:
        known = completed(beside)
    return known


@dataclass(frozen=True, slots=True)
class _Shape:
    """A cell taken apart: settled at once, or the digits and separators of a text number."""

    reading: Reading
    body: str = ""
    sign: int = 1


def _shape(cell: Cell) -> _Shape:
    if cell is None:
        return _Shape(EMPTY)
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return _Shape(Reading(Mark.TEXT))
    if not isinstance(cell, str):
        fine = math.isfinite(cell)
        return _Shape(Reading(Mark.NUMBER, float(cell)) if fine else Reading(Mark.TEXT))
    text = cleaned(cell)
    if word := _word(text):
        return _Shape(word)
    body = number_text(cell)
    if not body:
        return _Shape(Reading(Mark.TEXT))
    negative = text.startswith("-") or (text.startswith("(") and text.endswith(")"))
    reading = Reading(Mark.NUMBER, percent="%" in text, as_text=True)
    return _Shape(reading, body, -1 if negative else 1)


def _word(text: str) -> Reading | None:
    if not text:
        return EMPTY
    if set(text) <= {"-", " "}:
        return Reading(Mark.DASH)
    if text in _NIL:
        return Reading(Mark.NIL, 0.0)
    if text in _UNREPORTED or (set(text) <= {".", "…", " "} and len(text.replace("…", "...")) > 1):
        return Reading(Mark.UNREPORTED)
    return None


def _settled(shape: _Shape, known: Separators, counted: Counted) -> Reading:
    if not shape.body:
        return shape.reading
    value = _value(shape.body, known, counted)
    if value is None:
        return replace(shape.reading, mark=Mark.AMBIGUOUS)
    if math.isnan(value):
        return replace(shape.reading, mark=Mark.TEXT)
    return replace(shape.reading, value=shape.sign * value)


def _value(body: str, known: Separators, counted: Counted) -> float | None:
    """The number of a text; None where its separator may mean two things, NaN where it is no number."""
    marks = re.findall("[.,]", body)
    if not marks:
        return float(body)
    if marks == [known.few_decimals] and not is_lone_group(body):
        return None
    if known.told and not is_written_so(body, known):
        return None
    if not is_lone_group(body):
        return written_value(body)
    as_decimal, as_group = float(body.replace(marks[0], ".")), float(body.replace(marks[0], ""))
    groups = known.dot_groups if marks[0] == "." else known.comma_groups
    if known.told:
        return as_group if groups else as_decimal
    match counted:
        case Counted.RATE:
            return as_decimal
        case Counted.WHOLE:
            return None if known.clash or groups is False else as_group
    return None if known.clash or groups is None else as_group if groups else as_decimal


def mark_of(cell: Cell) -> Mark:
    """Return what stands in a cell, without settling what its separators mean."""
    return _text_mark(cell) if isinstance(cell, str) else _shape(cell).reading.mark


@lru_cache(maxsize=20_000)
def _text_mark(text: str) -> Mark:
    return _shape(text).reading.mark
