"""An office's register of any length: one row for each regency, day and segment, as Excel writes it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from model.regions import regencies
from tests.bench.workbooks import shared_strings

_HEADERS: Final = (
    "No", "Kode", "Kabupaten/Kota", "Posisi", "Segmen", "Peserta aktif", "Keterangan", "Petugas input",
    "Cara kirim", "Kantor cabang",
)  # fmt: skip
_SEGMENTS: Final = ("PU", "BPU", "JAKON", "PMI")
_LETTERS: Final = "ABCDEFGHIJ"
_FIRST_DAY: Final = (date(1991, 1, 1) - date(1899, 12, 30)).days
_REMARKS: Final = ("sementara", "tetap", "")


def long_office_table(path: Path, rows: int) -> Path:
    """Write a table with *rows* rows and ten columns below a title and a header; return its path."""
    places = regencies("62")
    texts = ["Rekap harian kepesertaan Kalimantan Tengah", *_HEADERS, *_SEGMENTS, *_REMARKS, "Kantor cabang"]
    first = len(texts)
    texts += [text for region in places for text in (region.code, region.full_name)]
    return shared_strings(path, texts, _sheet(rows, first, len(places)))


def _sheet(rows: int, first: int, places: int) -> Iterator[str]:
    yield '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    yield '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    yield _row(2, [_text(number + 1) for number in range(len(_HEADERS))])
    segments, remarks = 1 + len(_HEADERS), 1 + len(_HEADERS) + len(_SEGMENTS)
    for begin in range(0, rows, 5000):
        lines = []
        for number in range(begin, min(begin + 5000, rows)):
            rest, place = divmod(number, places)
            day, segment = divmod(rest, len(_SEGMENTS))
            cells = [
                _number(number + 1), _text(first + 2 * place), _text(first + 2 * place + 1),
                f' s="1"><v>{_FIRST_DAY + day}</v></c>', _text(segments + segment),
                _number(1000 + number % 9000), _text(remarks + number % len(_REMARKS)),
                *[_text(remarks + len(_REMARKS))] * 3,
            ]  # fmt: skip
            lines.append(_row(number + 3, cells))
        yield "".join(lines)
    yield "</sheetData></worksheet>"


def _row(number: int, cells: list[str]) -> str:
    told = "".join(f'<c r="{letter}{number}"{cell}' for letter, cell in zip(_LETTERS, cells, strict=True))
    return f'<row r="{number}" spans="1:10">{told}</row>'


def _number(value: int) -> str:
    return f"><v>{value}</v></c>"


def _text(number: int) -> str:
    return f' t="s"><v>{number}</v></c>'
