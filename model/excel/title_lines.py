"""The lines of titles as a row of cells holds them."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from model.excel.grid import Cell
from model.excel.header_words import header_text

_LABEL: Final = re.compile(
    r"\s*(?:bulan|tahun|periode|posisi|keadaan|triwulan|per|posisi data)\s*[:.]?\s*", re.IGNORECASE
)
_PAIR: Final = 2


def lines_of(row: Sequence[Cell]) -> Iterator[Cell]:
    """Yield the titles of one row; a label and the number or word beside it are one, "Tahun" and 2025."""
    cells = [cell for cell in row if cell is not None and not (isinstance(cell, str) and cell.strip() == ":")]
    if len(cells) == _PAIR and isinstance(cells[0], str) and _LABEL.fullmatch(cells[0]):
        value = header_text(cells[1])
        if value and not isinstance(cells[1], date):
            yield f"{cells[0]} {value.lstrip(': ')}"
            return
    yield from (cell for cell in cells if isinstance(cell, str | date))
