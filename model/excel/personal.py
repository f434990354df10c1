"""Sheets about persons, which are not read: neither their cells nor anything about them is kept."""

import re
from typing import Final

from model.excel.grid import Cell, Sheet
from model.excel.header_words import plain_words

_HEADER_ROWS: Final = 40
_LOOKED_AT: Final = 2000
_ENOUGH: Final = 3
_HEADERS: Final = re.compile(
    r"(?:no(?:mor)? )?nik(?: ktp)?|(?:no(?:mor)?|nik) ?(?:e ?)?ktp|nomor induk kependudukan(?: nik)?"
    r"|nama ibu(?: kandung)?|nama lengkap(?: \w+)?|nama (?:peserta|pekerja|tenaga kerja|tk)"
    r"|(?:no(?:mor)? )?kpj|no(?:mor)? kartu(?: peserta)?|(?:no(?:mor)? )?kk"
    r"|(?:tempat (?:dan )?)?(?:tanggal|tgl) lahir"
)
_SIXTEEN: Final = 16


def is_about_persons(sheet: Sheet) -> bool:
    """Say whether *sheet* lists persons: headers such as NIK or mother's name, or columns of 16 digits."""
    for row in sheet.rows[:_HEADER_ROWS]:
        if any(isinstance(cell, str) and _HEADERS.fullmatch(plain_words(cell)) for cell in row):
            return True
    counts: dict[int, int] = {}
    for row in sheet.rows[:_LOOKED_AT]:
        for column, cell in enumerate(row):
            if _is_number_of_a_person(cell):
                counts[column] = counts.get(column, 0) + 1
    return any(count >= _ENOUGH for count in counts.values())


def _is_number_of_a_person(cell: Cell) -> bool:
    if isinstance(cell, bool) or cell is None:
        return False
    if isinstance(cell, int | float):
        return 1e15 <= cell < 1e16 and float(cell).is_integer()
    if not isinstance(cell, str) or len(cell) < _SIXTEEN:
        return False
    digits = re.sub(r"[ .'’-]", "", cell)
    return len(digits) == _SIXTEEN and digits.isdigit()
