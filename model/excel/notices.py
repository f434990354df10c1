"""Problems of reading, with their place; what they quote is cut short and never shows a person's number."""

import re
from typing import Final

from model.excel.by_name_numbers import LENGTH, without_number
from model.problems import Problem, Severity

MASK: Final = "…"
"""Stands for a person's number in a name."""
_LONGEST: Final = 60
_LONG_NUMBER: Final = re.compile(r"\d(?:[ .-]?\d){11,}")


def masked(name: str) -> str:
    """Return the name of a sheet or file as addresses may show it: a person's number in it masked."""
    return without_number(name, MASK) if len(name) >= LENGTH else name


def notice(severity: Severity, code: str, file: str, sheet: str, cell: str = "", **facts: object) -> Problem:
    """Return a problem of a sheet or one of its cells."""
    region = str(facts.pop("region", ""))
    return Problem(severity, code, file=file, sheet=sheet, cell=cell, region=region, facts=facts)


def shown(cell: object) -> str:
    """Return a cell's content as a sentence may quote it: one line, short, long numbers masked."""
    text = " ".join(str(cell).split())
    text = _LONG_NUMBER.sub(MASK, text)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
