"""Registers of every kind that an office keeps, of any length: with shares, sums, measures in rows."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from model.regions import regencies
from tests.bench.workbooks import shared_strings

_SEGMENTS: Final = ("PU", "BPU", "JAKON", "PMI")
_FIRST_DAY: Final = (date(1991, 1, 1) - date(1899, 12, 30)).days
_WORDS: Final = (
    "Rekap kepesertaan Kalimantan Tengah", "Kabupaten/Kota", "Posisi", "Segmen", "Potensi", "Peserta aktif",
    "Cakupan (%)", "Indikator", "Nilai", "Jumlah", *_SEGMENTS,
)  # fmt: skip
KINDS: Final = {
    "shares": ("Kabupaten/Kota", "Posisi", "Segmen", "Potensi", "Peserta aktif", "Cakupan (%)"),
    "sums": ("Kabupaten/Kota", "Posisi", "Segmen", "Potensi", "Peserta aktif"),
    "measures": ("Kabupaten/Kota", "Posisi", "Segmen", "Indikator", "Nilai"),
}
"""What a register has beside counts, and its headers."""


def register(path: Path, rows: int, kind: str) -> Path:
    """Write a register of a kind with about *rows* rows below a title and a header; return its path."""
    places = [region.full_name for region in regencies("62")]
    texts = [*_WORDS, *places]
    return shared_strings(path, texts, _sheet(rows, kind, {text: n for n, text in enumerate(texts)}, places))


def _sheet(rows: int, kind: str, texts: dict[str, int], places: list[str]) -> Iterator[str]:
    yield '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    yield _row(1, [_text(0)]) + _row(2, [_text(texts[header]) for header in KINDS[kind]])
    number = 3
    for block in range(rows):
        day, segment = divmod(block, len(_SEGMENTS))
        keys = [f' s="1"><v>{_FIRST_DAY + day}</v></c>', _text(texts[_SEGMENTS[segment]])]
        lines = list(_block(kind, block, texts, places, keys))
        yield "".join(_row(number + place, cells) for place, cells in enumerate(lines))
        number += len(lines)
        if number > rows:
            break
    yield "</sheetData></worksheet>"


def _block(
    kind: str, block: int, texts: dict[str, int], places: list[str], keys: list[str]
) -> Iterator[list[str]]:
    """The rows of one day and segment."""
    counts = [
        (5 * (1000 + (block * 14 + place) % 9000), 1000 + (block * 14 + place) % 9000) for place in range(14)
    ]
    for name, (base, active) in zip(places, counts, strict=True):
        named = [_text(texts[name]), *keys]
        if kind == "measures":
            yield [*named, _text(texts["Potensi"]), _number(base)]
            yield [*named, _text(texts["Peserta aktif"]), _number(active)]
        else:
            yield [*named, _number(base), _number(active), *([_number(20)] if kind == "shares" else [])]
    if kind == "sums":
        sums = [_number(sum(pair[column] for pair in counts)) for column in (0, 1)]
        yield [_text(texts["Jumlah"]), *keys, *sums]


def _row(number: int, cells: list[str]) -> str:
    told = "".join(f'<c r="{"ABCDEF"[place]}{number}"{cell}' for place, cell in enumerate(cells))
    return f'<row r="{number}">{told}</row>'


def _number(value: int) -> str:
    return f"><v>{value}</v></c>"


def _text(number: int) -> str:
    return f' t="s"><v>{number}</v></c>'
