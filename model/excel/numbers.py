"""Cells as figures: numbers kept as text, dashes, percent signs; what a separator means is decided by column.

"1.170" is a thousand and more in one file and little more than one in another. A single cell cannot
say; its column usually can, and where nothing can, the answer is that it is not known.
"""

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Final

from model.excel.grid import Cell


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


@dataclass(frozen=True, slots=True)
class Separators:
    """What the separators of a column or table mean. None: nothing shows it; both False: they clash."""

    dot_groups: bool | None = None
    """True: the dot groups thousands; False: it is the decimal mark."""
    comma_groups: bool | None = None
    clash: bool = False
    """The texts contradict each other."""
    few_decimals: str = ""
    """The mark that nearly all texts use for thousands; the few that use it for decimals are in doubt."""
    told: bool = False
    """A person said it: a text that is written otherwise is in doubt."""


EMPTY: Final = Reading(Mark.EMPTY)
_DASHES: Final = frozenset("-‐‑‒–—―−_")
_UNREPORTED: Final = frozenset(
    ["n/a", "na", "n.a", "n.a.", "#n/a", "null", "none", "nan", "tad", "t.a.d", "t.a.d."]
)
_NIL: Final = frozenset(["nihil", "nil", "nol"])
_UNIT: Final = re.compile(r"(?<=\d)\s*(?:orang|jiwa|org|pekerja|peserta|tk)\.?$")
_FOOTNOTE: Final = re.compile(r"(?<=[\d%])\s*(?:\*+\)?|[\u00b9\u00b2\u00b3\u2070-\u2079]+\)?|r\))$")
_GROUPED_BY_SPACE: Final = re.compile(r"\d{1,3}(?:[ '\u2019]\d{3})+(?=$|[.,]\d+$)")
_BODY: Final = re.compile(r"\d+(?:[.,]\d+)*")
_CLEARLY: Final = 5
"""So many times as many texts decide what a separator means in a column."""
_GROUPS: Final = re.compile(r"[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*")


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
    return tuple(_settled(_shape(cell), known, counted) for cell in cells)


def known_separators(cells: Sequence[Cell], counted: Counted, beside: Separators | None = None) -> Separators:
    """Return what the separators of a column mean, by a person, by the column itself or by *beside*."""
    if beside is not None and beside.told:
        return beside
    known = _completed(separators(cells))
    if counted is Counted.WHOLE:
        known = _by_majority(cells, known)
    if counted is Counted.SCALED and known == Separators() and beside:
        known = _completed(beside)
    return known


def told_separators(decimal: str) -> Separators:
    """Return what a person's answer says: *decimal* is the mark before decimals, "," or "."."""
    return Separators(dot_groups=decimal == ",", comma_groups=decimal == ".", told=True)


def number_text(cell: Cell) -> str:
    """Return the digits and separators of a number kept as text, "" where a cell is none."""
    return _body(cell) if isinstance(cell, str) else ""


def is_lone_group(body: str) -> bool:
    """Say whether digits such as "1.170" may mean thousands as well as decimals."""
    return _is_lone_group(body)


def separators(cells: Iterable[Cell]) -> Separators:
    """Return what the unambiguous texts among *cells* show about dots and commas."""
    dots: set[bool] = set()
    commas: set[bool] = set()
    for cell in cells:
        if isinstance(cell, str) and (body := _body(cell)):
            _evidence(body, dots, commas)
    clash = len(dots) > 1 or len(commas) > 1
    return Separators(
        None if len(dots) != 1 else dots.copy().pop(),
        None if len(commas) != 1 else commas.copy().pop(),
        clash,
    )


def without_giants(cells: Iterable[Cell], most: float) -> Separators:
    """Return what the separators of a column must mean if its whole is to be at most *most*.

    "104,890" thousands are 104.89 thousands where the column would else add up to more people
    than there are. Nothing is known where the texts use both marks or fit either way.
    """
    bodies = [body for cell in cells if isinstance(cell, str) and (body := _body(cell))]
    lone = [body for body in bodies if _is_lone_group(body)]
    marks = {mark for body in bodies for mark in re.findall("[.,]", body)}
    whole = sum(float(re.sub("[.,]", "", body)) for body in lone)
    # Half of it, for a printed total counts all of it once more.
    if len(marks) != 1 or whole / 2 <= most:
        return Separators()
    return Separators(dot_groups=False) if "." in marks else Separators(comma_groups=False)


def is_mixed(cells: Iterable[Cell]) -> bool:
    """Say whether a column has "1.170" beside "1132": thousands written in two ways."""
    bodies = [body for cell in cells if isinstance(cell, str) and (body := _body(cell))]
    grouped = any(_is_lone_group(body) for body in bodies)
    return grouped and any(len(body) > 3 and body.isdigit() for body in bodies)


def cleaned(text: str) -> str:
    """Return *text* in lower case with plain spaces and signs, without a unit or a footnote mark."""
    if text.isascii():
        # The short way of nearly every cell: there is one other dash, and nothing to normalise.
        folded = text.lower().replace("_", "-")
    else:
        folded = "".join(
            "-" if sign in _DASHES else sign
            for sign in unicodedata.normalize("NFC", text).casefold()
            if unicodedata.category(sign) != "Cf"
        )
    folded = " ".join(folded.split())
    return _UNIT.sub("", _FOOTNOTE.sub("", folded)).strip()


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
    body = _body(cell)
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


def _body(text: str) -> str:
    """The digits and separators of a text number, "" if *text* is none."""
    bare = cleaned(text).strip("() ").lstrip("+-").replace("%", "").strip()
    bare = bare.removeprefix("±").removeprefix("±").strip()
    if found := _GROUPED_BY_SPACE.match(bare):
        bare = re.sub(r"[ '\u2019]", "", found[0]) + bare[found.end() :]
    return bare if _BODY.fullmatch(bare) else ""


def _is_lone_group(body: str) -> bool:
    return bool(_GROUPS.fullmatch(body)) and len(re.findall("[.,]", body)) == 1


def _evidence(body: str, dots: set[bool], commas: set[bool]) -> None:
    marks = re.findall("[.,]", body)
    if not marks or _is_lone_group(body):
        return
    last = marks[-1]
    repeated = marks.count(last) > 1
    (dots if last == "." else commas).add(repeated)
    if len(set(marks)) == 2:
        (commas if last == "." else dots).add(True)


def _completed(found: Separators) -> Separators:
    """What is known of one mark settles the other: a decimal comma leaves the dot for thousands."""
    dot, comma = found.dot_groups, found.comma_groups
    if dot is None and comma is not None:
        dot = not comma
    elif comma is None and dot is not None:
        comma = not dot
    return replace(found, dot_groups=dot, comma_groups=comma)


def _by_majority(cells: Iterable[Cell], known: Separators) -> Separators:
    """Let the clear majority of a column of whole people decide: one "17.5" among many "45.148"."""
    bodies = [body for cell in cells if isinstance(cell, str) and (body := _body(cell))]
    for mark in ".,":
        groups = sum(_is_lone_group(body) and mark in body for body in bodies)
        others = sum(not _is_lone_group(body) and mark in body for body in bodies)
        is_decimal = (known.dot_groups if mark == "." else known.comma_groups) is False
        if (is_decimal or known.clash) and others and groups >= _CLEARLY * others:
            return Separators(mark == ".", mark == ",", few_decimals=mark)
    return known


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
    if marks == [known.few_decimals] and not _is_lone_group(body):
        return None
    if known.told and not _is_written_so(body, known):
        return None
    if not _is_lone_group(body):
        return _plain_value(body, marks)
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


def _is_written_so(body: str, known: Separators) -> bool:
    """Say whether a text can be read as a person said that this column is written."""
    group, decimal = (".", ",") if known.dot_groups else (",", ".")
    whole, _, rest = body.partition(decimal)
    return not re.search("[.,]", rest) and (group not in whole or bool(_GROUPS.fullmatch(whole)))


def _plain_value(body: str, marks: list[str]) -> float:
    last = marks[-1]
    if len(set(marks)) == 1 and len(marks) > 1:
        return float(re.sub("[.,]", "", body)) if _GROUPS.fullmatch(body) else math.nan
    front, _, decimals = body.rpartition(last)
    if re.search("[.,]", front) and not _GROUPS.fullmatch(front):
        return math.nan
    return float(re.sub("[.,]", "", front) + "." + decimals)


def mark_of(cell: Cell) -> Mark:
    """Return what stands in a cell, without settling what its separators mean."""
    return _text_mark(cell) if isinstance(cell, str) else _shape(cell).reading.mark


@lru_cache(maxsize=20_000)
def _text_mark(text: str) -> Mark:
    return _shape(text).reading.mark
