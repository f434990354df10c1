"""Sheets about persons, which are not read: neither their cells nor anything about them is kept."""

import re
from typing import Final

from model.excel.grid import Cell, Sheet
from model.excel.header_words import plain_words

_HEADER_ROWS: Final = 40
_LOOKED_AT: Final = 2000
_ENOUGH: Final = 3
_LONGEST_HEADER: Final = 40
_HEADERS: Final = re.compile(
    r"\b(?:nik|ktp|kpj|induk kependudukan|ibu kandung|nama lengkap|(?:tanggal|tgl) lahir|no(?:mor)? kk)\b"
    r"|^nama (?:peserta|pekerja|tenaga kerja|tk|karyawan|pegawai)$"
)
_SIXTEEN: Final = 16


def is_about_persons(sheet: Sheet) -> bool:
    """Say whether *sheet* lists persons: headers such as NIK or mother's name, or columns of 16 digits."""
    for row in sheet.rows[:_HEADER_ROWS]:
        texts = [cell for cell in row if isinstance(cell, str) and len(cell) <= _LONGEST_HEADER]
        # A title may speak of NIK; a row of several headers means what it says.
        if len(texts) > 1 and any(_HEADERS.search(plain_words(text)) for text in texts):
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
