"""Footnotes that date a header: "2025*)" above the figures, "*) s.d. Maret 2025" below them."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from model.excel.grid import Cell
from model.excel.header_periods import Moment, moment_of
from model.excel.row_words import is_figure_like

_SIGN: Final = r"(\*+|[\u00b9\u00b2\u00b3\u2070-\u2079]+)[)\u207e]?"
_MARKED: Final = re.compile(rf"{_SIGN}$")
_NOTE: Final = re.compile(rf"\s*{_SIGN}\s*[:=]?\s*(.*)", re.DOTALL)
_UP_TO: Final = re.compile(
    r"\b(?:s\.?\s*/?\s*d\b|sampai|hingga|keadaan|posisi|kondisi|per|akhir|bulan|data|angka)", re.IGNORECASE
)
_PRINTED: Final = re.compile(
    r"\b(?:di(?:cetak|unduh|perbarui|mutakhirkan|olah|akses)|cetak|update)", re.IGNORECASE
)
"""Such a note says when somebody worked on the figures, not which day they are of."""

Notes = dict[str, str]
"""What the footnotes say, by their mark."""


def mark_in(text: str) -> str:
    """Return the mark of a footnote that a header ends with, "*" or a raised number, "" for none."""
    found = _MARKED.search(text.strip())
    return found[1] if found else ""


def is_note(row: Sequence[Cell]) -> bool:
    """Say whether a row begins with the mark of a footnote."""
    first = next((cell for cell in row if cell is not None), None)
    return isinstance(first, str) and bool(_NOTE.fullmatch(first))


def notes_in(rows: Iterable[Sequence[Cell]], marks: set[str]) -> Notes:
    """Return the first footnote of each of *marks* that names a time, from the rows below a header."""
    notes: Notes = {}
    for row in rows if marks else ():
        cells = [cell for cell in row if cell is not None]
        if not cells or not isinstance(cells[0], str) or any(map(is_figure_like, cells)):
            continue
        found = _NOTE.fullmatch(" ".join(cell for cell in cells if isinstance(cell, str)))
        if found and found[1] in marks and _dates(found[2]):
            notes.setdefault(found[1], " ".join(found[0].split()))
    return notes


def finer(moment: Moment, note: str) -> Moment:
    """Return a bare year as the footnote of its header makes it; everything else as it is."""
    if moment.period or moment.month or moment.quarter or moment.year is None:
        return moment
    found = _NOTE.fullmatch(note)
    return moment.joined(moment_of(found[2])) if found else moment


def _dates(text: str) -> bool:
    said = moment_of(text)
    is_finer = bool(said.period or said.month or said.quarter)
    return is_finer and bool(_UP_TO.search(text)) and not _PRINTED.search(text)
