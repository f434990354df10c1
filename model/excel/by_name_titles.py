"""Lines around tables that name somebody: whom to ask, who signed. The name is hidden, the rest stays."""

import re
from collections.abc import Iterable
from typing import Final

from model.excel.by_name_headers import header_field, is_bare_person, is_role
from model.excel.grid import Cell, Row
from model.excel.header_words import plain_words
from model.excel.row_words import is_figure_like
from model.region_names import MatchStatus, match_region

HIDDEN: Final = "•••"
_LONGEST: Final = 40
_ROLE: Final = re.compile(
    r"\b(?:petugas|pic|cp|kontak|contact|narahubung|penanggung ?jawab|operator|verifikator|ketua|kepala"
    r"|koordinator|pengirim|penyusun|pemeriksa|pembuat|pendamping|penyuluh|pembina|pimpinan|pejabat|camat|lurah"
    r"|kades|direktur|sekretaris|bendahara|oleh|account officer|ao|surveyor|enumerator|up|attn)\b"
)
_COUNTED: Final = re.compile(r"\b(?:jumlah|jml|total|banyak\w*|keluarga)\b")
_NOBODY: Final = re.compile(
    r"\b(?:kab|kabupaten|kota|prov|provinsi|kecamatan|kec|desa|kelurahan|kel|daerah|wilayah|kantor|instansi|dinas"
    r"|badan|bpjs|bps|cabang|kacab|perusahaan|pt|cv|lembaga|unit|upt|kementerian|pemerintah|disnaker\w*|laporan"
    r"|lembar|sheet|file|berkas|tabel|data|program|segmen|kegiatan|indikator)\b"
)
_OFFICIAL: Final = re.compile(r"\s*(?:nip|npk|nrp|nik)\b[\s.:]*[\d*…]", re.IGNORECASE)
_ABOVE: Final = 2
"""A name stands so many rows above the number of its bearer, at most."""


def names_somebody(label: str) -> bool:
    """Say whether what follows a label is somebody's name, number or the like."""
    words = plain_words(label)
    if not words or len(words) > _LONGEST or _COUNTED.search(words):
        return False
    if _ROLE.search(words):
        return True
    return header_field(label) is not None and not _NOBODY.search(words) and not is_bare_person(label)


def without_names(rows: Iterable[Row]) -> list[Row]:
    """Return rows without who is named beside a label ("Petugas: ...") or above a number of an official."""
    told = [_without_labelled(row) for row in rows]
    for number, row in enumerate(told):
        for column, cell in enumerate(row):
            if isinstance(cell, str) and _OFFICIAL.match(cell):
                _hide_above(told, number, column)
    return told


def _without_labelled(row: Row) -> Row:
    filled = [column for column, cell in enumerate(row) if cell is not None]
    if len(filled) == 2 and _is_pair(row[filled[0]], row[filled[1]]):
        return (*row[: filled[1]], HIDDEN, *row[filled[1] + 1 :])
    if not any(isinstance(cell, str) and (":" in cell or "\n" in cell) for cell in row):
        return row
    told: list[Cell] = []
    follows = False
    for cell in row:
        if not isinstance(cell, str):
            told.append(HIDDEN if follows and cell is not None else cell)
            follows = follows and cell is None
            continue
        begins = cell.lstrip().startswith(":")
        if (follows or (begins and _before_names(told))) and _is_a_name(cell.strip(" :")):
            told.append(f": {HIDDEN}" if begins else HIDDEN)
            follows = False
        else:
            told.append("\n".join(_lines(cell)))
            label, colon, value = cell.partition(":")
            follows = bool(colon) and not value.strip() and names_somebody(label)
    return tuple(told)


def _is_pair(label: Cell, value: Cell) -> bool:
    """Say whether a line is nothing but a role and who has it."""
    is_text = isinstance(label, str) and isinstance(value, str)
    return is_text and is_role(str(label)) and _is_a_name(str(value).strip(" :"))


def _before_names(told: list[Cell]) -> bool:
    last = next((cell for cell in reversed(told) if cell is not None), None)
    return isinstance(last, str) and names_somebody(last)


def _lines(cell: str) -> list[str]:
    """The lines of a cell, without names beside labels and above numbers of officials."""
    lines = [_without_value(line) for line in cell.split("\n")]
    for number, line in enumerate(lines[1:], 1):
        if _OFFICIAL.match(line):
            lines[number - 1] = HIDDEN
    return lines


def _without_value(line: str) -> str:
    label, colon, value = line.partition(":")
    if colon and value.strip() and names_somebody(label) and _is_a_name(value):
        return f"{label}: {HIDDEN}"
    return line


def _is_a_name(text: str) -> bool:
    """Say whether a text beside a label may be somebody's name: it names no office and no region."""
    words = plain_words(text)
    if not any(map(str.isalpha, words)):
        return bool(words)
    known = match_region(text.strip(), "").status
    return not _NOBODY.search(words) and known not in {MatchStatus.MATCH, MatchStatus.AGGREGATE}


def _hide_above(rows: list[Row], number: int, column: int) -> None:
    for above in range(number - 1, max(-1, number - 1 - _ABOVE), -1):
        row = rows[above]
        cell = row[column] if column < len(row) else None
        if cell is None:
            continue
        # A row with figures is the table's last one, and whoever signs does so below it.
        if isinstance(cell, str) and not any(map(is_figure_like, row)):
            rows[above] = (*row[:column], HIDDEN, *row[column + 1 :])
        return
