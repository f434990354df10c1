"""What the cells of a row look like by themselves: figures, numbering, totals, footers."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from model.excel.grid import Cell
from model.excel.header_words import header_text, plain_words
from model.excel.numbers import Mark, mark_of

TOTAL: Final = re.compile(r"(?:grand |sub ?)?(?:jumlah|total|jml|jlh)\b.*|.*\b(?:jumlah|total)")
PART_TOTAL: Final = re.compile(
    r"sub ?(?:jumlah|total).*|(?:jumlah|total) (?:seluruh )?(?:kabupaten|kab|kota)(?! */| kota| dan)"
)
"""Totals of some rows only."""
MEAN: Final = re.compile(r"rata|rerata|average|median")
STATISTIC: Final = re.compile(
    r"(?:nilai )?(?:tertinggi|terendah|terbesar|terkecil|maks(?:imum|imal)?|min(?:imum|imal)?|max"
    r"|median|rerata|rata|selisih|deviasi|kenaikan|penurunan|pertumbuhan|penambahan)\b.*"
)
WHOLES: Final = frozenset(
    ["indonesia", "nasional", "national", "kalimantan", "sumatera", "jawa", "sulawesi", "papua"]
)
FOOTER: Final = re.compile(r"(?:sumber|catatan|keterangan|ket|note|source|mengetahui|dicetak|nb)\b")
_NUMBERING: Final = re.compile(r"\(?-?\d{1,2}\)?(?:\s*[=:].*)?|\(?[a-z]\)?|\d{1,2}\s*=.*")
_ENUMERATOR: Final = re.compile(r"\A\s*(?:\(?(?:[A-Za-z]|[IVXivx]{1,5}|\d{1,2})[.)]+|[-•*–]+)\s*(?=\S)")
_LONE_ENUMERATOR: Final = re.compile(r"\(?(?:[A-Za-z]|[IVXivx]{1,5}|\d{1,2})[.)]*")
_PLACE_AND_DATE: Final = re.compile(
    r"[^\d,:]+,\s*(?:(?:tanggal|tgl)\.?\s*)?(?:\d{1,2}|[.…_ ]{2,})\s*[A-Za-z]+\s+\d{4}\s*\.?", re.IGNORECASE
)
_POSITION: Final = re.compile(r"(?:keadaan|posisi|kondisi|per|data|bulan|tahun|periode|sd|s/d)\b")
_SIGNER: Final = re.compile(r"(?:nip|mengetahui|ditandatangani)\b")
EARLIER: Final = re.compile(r"\b(?:lalu|sebelumnya|kemarin|previous|last (?:month|year|quarter))\b")
"""A total of another position than the table's."""
_LEVELS: Final = (
    re.compile(r"(?:kec|kecamatan|distrik|district)\b"),
    re.compile(r"(?:desa|kel|kelurahan|kampung|nagari|gampong|village)\b"),
)
_NUMBERED_AT_LEAST: Final = 3
_IN_BRACKETS: Final = re.compile(r"\(\d{1,2}\)")
_IN_STEP: Final = 0.7


def is_figure_like(cell: Cell) -> bool:
    """Say whether a cell could hold a figure: a number, a text number, a dash or "..."."""
    if cell is None:
        return False
    return mark_of(cell) in {Mark.NUMBER, Mark.DASH, Mark.NIL, Mark.UNREPORTED}


def is_numbering(cells: Sequence[Cell]) -> bool:
    """Say whether a row only numbers the columns: (1) (2) (3), which Excel keeps as -1 -2 -3."""
    texts = [
        header_text(cell) if not isinstance(cell, str) else cell.strip() for cell in cells if cell is not None
    ]
    if len(texts) == _NUMBERED_AT_LEAST - 1 and all(_IN_BRACKETS.fullmatch(text) for text in texts):
        return int(texts[1].strip("()")) == int(texts[0].strip("()")) + 1
    if len(texts) < _NUMBERED_AT_LEAST or not all(_NUMBERING.fullmatch(text.casefold()) for text in texts):
        return False
    numbers = [int(found[0]) for text in texts if (found := re.search(r"\d+", text))]
    steps = [after - before for before, after in pairwise(numbers)]
    return bool(steps) and sum(step == 1 for step in steps) >= _IN_STEP * len(steps)


def is_footer(cell: Cell) -> bool:
    """Say whether a cell begins a note below a table: "Sumber: ..."."""
    return isinstance(cell, str) and bool(FOOTER.match(plain_words(cell)))


def is_place_and_date(cell: Cell) -> bool:
    """Say whether a cell is where and when a letter was signed, "Palangka Raya, 5 April 2025"."""
    return (
        isinstance(cell, str)
        and bool(_PLACE_AND_DATE.fullmatch(cell.strip()))
        and not _POSITION.match(plain_words(cell))
    )


def is_signature(cells: Sequence[Cell]) -> bool:
    """Say whether a row belongs to the block that signs a letter: place and date, or the signer's number."""
    if any(is_figure_like(cell) for cell in cells):
        return False
    texts = [cell for cell in cells if isinstance(cell, str)]
    return any(is_place_and_date(text) or _SIGNER.match(plain_words(text)) for text in texts)


def is_total(cell: Cell) -> bool:
    """Say whether a cell is a "Jumlah" of whatever kind."""
    return isinstance(cell, str) and bool(TOTAL.fullmatch(plain_words(cell)))


def without_enumerator(text: str) -> str:
    """Return a text without the "A.", "II)" or dash that it begins with."""
    return _ENUMERATOR.sub("", text, count=1)


def alone(cells: Sequence[Cell]) -> Cell:
    """Return the one cell that a row has beside an enumerator, None where it has none or several."""
    used = [cell for cell in cells if cell is not None and str(cell).strip()]
    if len(used) == 2 and _LONE_ENUMERATOR.fullmatch(header_text(used[0])):
        used = used[1:]
    return used[0] if len(used) == 1 else None


def level_below(text: str) -> int:
    """Return what a name says to lie below a regency: 1 a district, 2 a village, 0 neither."""
    words = plain_words(without_enumerator(text))
    return next((level for level, pattern in enumerate(_LEVELS, 1) if pattern.match(words)), 0)
