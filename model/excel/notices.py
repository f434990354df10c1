"""Problems of reading, with their place; what they quote is cut short and never shows a person's number."""

import re
import unicodedata
from typing import Final

from model.excel.by_name_numbers import without_number
from model.problems import Problem, Severity

MASK: Final = "…"
"""Stands for a person's number in a name."""
_LONGEST: Final = 60
_LOOKED_AT: Final = 1000
"""Signs of a cell from which what is quoted of it is taken."""
_SIGNS: Final = {"Cc": " ", "Zl": " ", "Zp": " ", "Cf": "", "Cs": "\N{REPLACEMENT CHARACTER}"}
"""What stands for signs that would break a sentence or turn it round, by their kind."""
_LONG_NUMBER: Final = re.compile(r"\d(?:[ .-]?\d){11,}")


def masked(name: str) -> str:
    """Return the name of a sheet or file as addresses may show it: on one line, a person's number masked."""
    name = one_line(name)
    return without_number(name, MASK)


def one_line(text: str) -> str:
    """Return *text* without line ends and unseen signs, so that it stays a part of its sentence."""
    if text.isprintable():
        return text
    return "".join(_SIGNS.get(unicodedata.category(sign), sign) for sign in text)


def notice(severity: Severity, code: str, file: str, sheet: str, cell: str = "", **facts: object) -> Problem:
    """Return a problem of a sheet or one of its cells."""
    region = str(facts.pop("region", ""))
    return Problem(severity, code, file=file, sheet=sheet, cell=cell, region=region, facts=facts)


def shown(cell: object) -> str:
    """Return a cell's content as a sentence may quote it: one line, short, long numbers masked."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)  # a code or a year, as the sheet shows it
    text = " ".join(one_line(str(cell)[:_LOOKED_AT]).split())
    text = _LONG_NUMBER.sub(MASK, without_number(text, MASK))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
