"""The numbers that identify persons (NIK): read from cells, checked, and masked for showing.

The first six digits of a NIK name where its bearer was first registered and never change; they
say nothing about where somebody lives or works and are therefore never read as a region.
"""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final

from model.excel.grid import Cell

LENGTH: Final = 16
_OFFICIAL: Final = 18
"""Digits of the number of a civil servant (NIP)."""
_PROVINCES: Final = range(11, 98)
_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_BIRTHDAYS: Final = frozenset(
    # The day of birth of a woman has 40 added.
    f"{day + woman:02}{month:02}"
    for month, days in enumerate(_DAYS, 1)
    for day in range(1, days + 1)
    for woman in (0, 40)
)
_LEAP_DAYS: Final = frozenset(["2902", "6902"])
_SIGNS: Final = re.compile(r"[\s.'’‘`´\"_/-]+")
_SCIENTIFIC: Final = re.compile(r"\d[.,]\d+e\+?15", re.IGNORECASE)
_GROUPED: Final = re.compile(r"\d{1,3}(?:[.,]\d{3}){4,}")
"""An amount of money with its thousands apart."""
_S: Final = r"[ ._/'’-]"
_IN_TEXT: Final = re.compile(
    rf"(?<!\d)(?<!\d[.,])(?:\d{{15,}}|\d{{11}}|\d{{6}}{_S}\d{{6}}{_S}\d{{4}}|\d{{4}}(?:{_S}\d{{4}}){{3}}"
    rf"|\d\d{_S}\d\d{_S}\d\d{_S}\d{{6}}{_S}\d{{4}}|\d\d{_S}\d{{4}}{_S}\d{{6}}{_S}\d{{4}}"
    rf"|\d{{8}}{_S}\d{{6}}{_S}?\d{_S}?\d{{3}}"
    r"|(?:\+?62[ -]?|0)8\d{1,3}(?:[ .-]?\d){5,9})(?!\d)"
)
"""A NIK or KK whole, cut short or with a digit too many, a NIP (which tells a day of birth as well), a
KPJ of eleven digits, a mobile telephone. Nobody counts people with so many digits."""
_YEARS: Final = re.compile(rf"(?:(?:19|20)\d\d{_S}){{3}}(?:19|20)\d\d")
_PERHAPS: Final = re.compile(rf"\d(?:{_S}?\d){{8}}")
"""What every number of a person has, and few other texts: found in no time."""
_MOST_END_IN_ZERO: Final = 0.5
_FEW: Final = 5


class Fault(StrEnum):
    """Why a cell is of no use for telling persons apart."""

    BLANK = "blank"
    LENGTH = "length"
    """Not sixteen digits."""
    DAMAGED = "damaged"
    """Excel kept fifteen digits and made the last one a zero."""
    DATE = "date"
    """Its middle is no day of birth."""
    MASKED = "masked"
    """Somebody put stars into it."""


def read_numbers(cells: Iterable[Cell]) -> tuple[list[str], list[Fault | None]]:
    """Return the sixteen digits of each cell of a column, "" with its fault where they are of no use.

    That a number was damaged shows in the column: nobody's whole village ends in zero.
    """
    listed = tuple(cells)
    digits = [plain_digits(cell) for cell in listed]
    texts, numbers = _whole(listed, digits, of_texts=True), _whole(listed, digits, of_texts=False)
    # Excel leaves no number of sixteen digits whole; a few texts may well end in zero.
    damaged = {True: _most_end_in_zero(texts, _FEW), False: _most_end_in_zero(numbers, 1)}
    faults = [
        _fault(number, zero_is_damage=damaged[isinstance(cell, str)])
        for cell, number in zip(listed, digits, strict=True)
    ]
    return [number if fault is None else "" for number, fault in zip(digits, faults, strict=True)], faults


def _whole(cells: Sequence[Cell], digits: Sequence[str], *, of_texts: bool) -> set[str]:
    """The different numbers of full length among the texts, or among the numbers."""
    pairs = zip(cells, digits, strict=True)
    return {number for cell, number in pairs if len(number) == LENGTH and isinstance(cell, str) is of_texts}


def _most_end_in_zero(numbers: set[str], least: int) -> bool:
    zeros = sum(number.endswith("0") for number in numbers)
    return zeros >= least and zeros > _MOST_END_IN_ZERO * len(numbers)


def is_number_of_a_person(cell: Cell) -> bool:
    """Say whether a cell looks like a NIK, also one that Excel damaged; not an amount of rupiah."""
    if isinstance(cell, bool) or cell is None:
        return False
    if isinstance(cell, int | float):
        is_whole = 1e15 <= cell < 1e16 and float(cell).is_integer()
        return is_whole and _is_plausible(str(int(cell)))
    if not isinstance(cell, str) or not 11 <= len(cell) <= 30:
        return False
    text = cell.strip()
    if _SCIENTIFIC.fullmatch(text):
        return int(_SIGNS.sub("", text)[0]) > 0
    if _GROUPED.fullmatch(text):
        return False
    digits = _SIGNS.sub("", text)
    return len(digits) == LENGTH and (digits.isascii() and digits.isdigit())


def masked_number(digits: str) -> str:
    """Return a number as a screen may show it, "620201******0003"; another length keeps less of it."""
    if len(digits) == LENGTH:
        return f"{digits[:6]}******{digits[-4:]}"
    return "*" * len(digits)


def without_number(text: str, instead: str) -> str:
    """Return a text with every number of a person in it replaced."""
    if not _PERHAPS.search(text):
        return text
    return _IN_TEXT.sub(lambda found: found[0] if _YEARS.fullmatch(found[0]) else instead, text)


def masked_text(text: str) -> str:
    """Return a text as a screen may show it: every number of a person in it masked, the rest as it stands."""
    return _IN_TEXT.sub(_masked, text) if _PERHAPS.search(text) else text


def _masked(found: re.Match[str]) -> str:
    if _YEARS.fullmatch(found[0]):
        return found[0]
    digits = _SIGNS.sub("", found[0])
    if len(digits) == _OFFICIAL:
        return f"{'*' * 14}{digits[-4:]}"
    return masked_number(digits) if len(digits) == LENGTH else "*" * len(found[0])


def plain_digits(cell: Cell) -> str:
    """Return the digits of a cell without signs between them, "" for an empty one, other text as it is."""
    if isinstance(cell, str) and cell.isascii() and cell.isdigit():  # nearly every one of 300.000
        return cell
    if cell is None or isinstance(cell, bool):
        return ""
    if isinstance(cell, int | float):
        return str(int(cell)) if float(cell).is_integer() else repr(cell)
    if not isinstance(cell, str):
        return "?"
    text = cell.strip()
    return "e" if _SCIENTIFIC.fullmatch(text) else _SIGNS.sub("", text)


def _fault(digits: str, *, zero_is_damage: bool) -> Fault | None:
    if len(digits) != LENGTH or not (digits.isascii() and digits.isdigit()):
        if not digits:
            return Fault.BLANK
        return Fault.DAMAGED if digits == "e" else Fault.MASKED if "*" in digits else Fault.LENGTH
    if digits.endswith("0000") or (zero_is_damage and digits.endswith("0")):
        return Fault.DAMAGED
    return None if _has_day_of_birth(digits) else Fault.DATE


def _has_day_of_birth(digits: str) -> bool:
    day = digits[6:10]
    # 29 February of a year that has none in either century.
    return day in _BIRTHDAYS and not (day in _LEAP_DAYS and int(digits[10:12]) % 4)


def _is_plausible(digits: str) -> bool:
    return int(digits[:2]) in _PROVINCES and _has_day_of_birth(digits)
