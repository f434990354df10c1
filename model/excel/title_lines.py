"""The lines of titles as a row of cells holds them."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from model.excel.grid import Cell
from model.excel.header_words import header_text, plain_words
from model.excel.row_words import is_place_and_date

_LABEL: Final = re.compile(
    r"\s*(?:bulan|tahun|periode|posisi|keadaan|triwulan|per|posisi data)\s*[:.]?\s*", re.IGNORECASE
)
_PAIR: Final = 2
_NO_TITLE: Final = re.compile(r"(?:sumber|catatan|dicetak|tanggal cetak|update|diperbarui|lampiran|nomor)\b")
_LETTER: Final = re.compile(r"(?:lampiran|nomor|no|surat|keputusan|peraturan|instruksi)\b")
_ITS_DATE: Final = re.compile(r"(?:tanggal|tgl)\b.*")


def lines_of(row: Sequence[Cell]) -> Iterator[Cell]:
    """Yield the titles of one row; a label and the number or word beside it are one, "Tahun" and 2025."""
    cells = [cell for cell in row if cell is not None and not (isinstance(cell, str) and cell.strip() == ":")]
    if len(cells) == _PAIR and isinstance(cells[0], str) and _LABEL.fullmatch(cells[0]):
        value = header_text(cells[1])
        if value and not isinstance(cells[1], date):
            yield f"{cells[0]} {value.lstrip(': ')}"
            return
    yield from (cell for cell in cells if isinstance(cell, str | date))


def without_asides(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """Return the lines that are neither notes nor the date of a letter."""
    return tuple(
        cell
        for above, cell in pairwise((None, *cells))
        if not (isinstance(cell, str) and (_is_aside(cell) or _is_date_of_letter(cell, above)))
    )


def _is_aside(text: str) -> bool:
    return bool(_NO_TITLE.match(plain_words(text))) or is_place_and_date(text)


def _is_date_of_letter(text: str, above: Cell) -> bool:
    """Say whether a line "Tanggal 5 April 2025" dates the letter that the line above names."""
    return (
        isinstance(above, str)
        and bool(_LETTER.match(plain_words(above)))
        and bool(_ITS_DATE.match(plain_words(text)))
    )
