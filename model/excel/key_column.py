"""A table about one region: the column that names its rows, by segments, periods, districts or measures."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from model.excel.grid import Cell, Sheet
from model.excel.header_periods import moment_of
from model.excel.header_words import header_text, meaning_of, plain_words
from model.excel.name_column import Key, Names, is_kind_word, matched
from model.excel.row_names import segment_named
from model.excel.row_words import alone, is_figure_like, is_footer, is_numbering, is_total, without_enumerator
from model.region_columns import infer_province
from model.region_names import MatchStatus

_LOOKED_AT: Final = 3000
"""Rows in which a key shows itself."""
_COLUMNS: Final = 12
_FEWEST: Final = 2
_MOST: Final = 0.6
_PERIOD: Final = re.compile(
    r"(?:tahun|bulan|periode|posisi|tanggal|tgl|triwulan|year|month|period|date)(?: data)?"
)
_PARTS: Final = (
    re.compile(r"(?:nama |wilayah )?(?:kecamatan|kec|distrik|district|subdistrict)\b.*"),
    re.compile(r"(?:nama )?(?:desa|kelurahan|kel|kampung|nagari|village|urban village)\b.*"),
)


def part_level(header: str) -> int:
    """Return what a header says to stand below it: 1 districts, 2 villages, 0 neither."""
    words = plain_words(header)
    return next((level for level, pattern in enumerate(_PARTS, 1) if pattern.fullmatch(words)), 0)


def find_key(sheet: Sheet, province: str, region: str) -> Names | None:
    """Return how the rows of a table about *region* ("" not known yet) are named, None where they are not."""
    width = len(sheet.rows[0]) if sheet.rows else 0
    sheet = replace(sheet, rows=sheet.rows[: sheet.first_filled + _LOOKED_AT])
    best: tuple[int, int, Names] | None = None
    for column in range(min(width - 1, _COLUMNS)):
        rows = _rows(sheet, column)
        kind, level = _kind(sheet, column, rows)
        if kind is Key.NONE:
            continue
        inferred, headed = _headings(sheet, rows, region[:2] or province)
        own = region[:2] or province or inferred
        about = "" if headed else region
        names = Names(own, key=column, key_kind=kind, key_level=level, fixed=about, headed=headed)
        rank = 2 if kind is Key.PART else 1 if kind is not Key.LABEL else 0
        if best is None or (rank, -column) > best[:2]:
            best = rank, -column, names
    return best[2] if best else None


def _rows(sheet: Sheet, column: int) -> list[int]:
    """The rows in which something stands in *column* and a figure to the right of it."""
    return [
        index
        for index, row in enumerate(sheet.rows)
        if row[column] is not None
        and not is_footer(row[column])
        and not is_numbering(row)
        and any(is_figure_like(cell) and not moment_of(cell).is_known for cell in row[column + 1 :])
    ]


def _headings(sheet: Sheet, rows: Sequence[int], province: str) -> tuple[str, bool]:
    """The province of the regions that stand in rows of their own, and whether the rows stand below them."""
    if not rows:
        return "", False
    lines = ((index, alone(sheet.rows[index])) for index in range(rows[-1]))
    found = [(index, cell) for index, cell in lines if isinstance(cell, str) and not is_kind_word(cell)]
    own = province or infer_province([cell for _, cell in found]) or ""
    regions = [
        (index, match.region)
        for index, cell in found
        if (match := matched(cell, own)).status is MatchStatus.MATCH and match.region
    ]
    # One name above everything is a title; several, or one between rows, are headings.
    is_headed = len(regions) > 1 and regions[-1][0] > rows[0] and regions[0][0] < rows[0]
    return own, is_headed


def _kind(sheet: Sheet, column: int, rows: Sequence[int]) -> tuple[Key, int]:
    cells = [sheet.cell(row, column) for row in rows]
    told = [cell for cell in cells if not is_total(cell)]
    if not told:
        return Key.NONE, 0
    above = [header_text(row[column]) for row in sheet.rows[: rows[0]] if isinstance(row[column], str)]
    header = above[-1] if above else ""
    if any(part_level(text) for text in above) and all(isinstance(cell, str) for cell in told):
        return Key.PART, next(level for text in reversed(above) if (level := part_level(text)))
    if len(cells) < _FEWEST:
        return Key.NONE, 0
    if _mostly(told, _is_segment) and any(segment_named(cell) for cell in told):
        return Key.SEGMENT, 0
    says_time = bool(_PERIOD.fullmatch(plain_words(header)))
    if _mostly(told, lambda cell: _is_time(cell, says_time=says_time)):
        return Key.PERIOD, 0
    return (Key.LABEL, 0) if _mostly(told, _is_measure) else (Key.NONE, 0)


def _mostly(cells: Sequence[Cell], test: Callable[[Cell], bool]) -> bool:
    return sum(map(test, cells)) >= _MOST * len(cells)


def _is_segment(cell: Cell) -> bool:
    return segment_named(cell) is not None


def _is_time(cell: Cell, *, says_time: bool) -> bool:
    if isinstance(cell, str):
        meaning = meaning_of(without_enumerator(cell))
        is_bare = meaning.measure is None and meaning.doubt is None and not meaning.segment
        return is_bare and moment_of(without_enumerator(cell)).is_known
    return moment_of(cell).is_known and (says_time or isinstance(cell, date))


def _is_measure(cell: Cell) -> bool:
    meaning = meaning_of(without_enumerator(cell)) if isinstance(cell, str) else None
    return meaning is not None and meaning.measure is not None and meaning.doubt is None
