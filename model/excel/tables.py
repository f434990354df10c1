"""Where the tables of a sheet stand: several below or beside each other are looked at one by one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from model.excel.grid import Cell, Merge, Sheet
from model.excel.header_notes import is_note
from model.excel.header_periods import moment_of
from model.excel.header_words import header_text, meaning_of, plain_words
from model.excel.key_column import find_key
from model.excel.name_column import Key, code_text, is_kind_word, matched, names_a_region
from model.excel.row_words import is_figure_like, is_numbering, is_total
from model.region_names import MatchStatus

MOST_ROWS: Final = 20_000
"""A longer sheet is one table, which is said."""
_NEAR: Final = 500
"""Rows above and below a header that stands again, by which it is told apart from another table's."""
_COLUMNS: Final = 200
_FEWEST: Final = 2
_RUNNING: Final = 4
_LONGEST_HEAD: Final = 12
_SHORTEST: Final = 3
"""Letters that a header has at least."""
_KEY_WORDS: Final = re.compile(
    r"(?:nama )?(?:no|nomor|kode|segmen|jenis kepesertaan|bulan|tahun|periode|posisi|triwulan|uraian"
    r"|indikator|ukuran|kecamatan|kabupaten|desa|kelurahan)\b.*"
)
_CODE_HEAD: Final = re.compile(r"\b(?:kode|kd|code|id)\b")
_ASIDE_HEADS: Final = re.compile(
    r"no|nomor|no urut|kode(?: \w+)*|level|tingkat|#|kd(?: \w+)*|provinsi|propinsi|prov"
)
_SUMMARIES: Final = frozenset([Key.SEGMENT, Key.PERIOD])


@dataclass(frozen=True)
class Piece:
    """One table's part of a sheet, every cell at its own address, all others empty.

    ``context`` are the titles of the sheet that stand outside of it.
    """

    sheet: Sheet
    context: tuple[Cell, ...] = ()


def pieces_of(sheet: Sheet, province: str) -> tuple[Piece, ...]:
    """Return the tables of *sheet* apart, in reading order; the sheet itself where it has only one.

    *province* is the office's, "" where it is not known.
    """
    if len(sheet.rows) > MOST_ROWS or not sheet.rows:
        return (Piece(sheet),)
    width = len(sheet.rows[0])
    starts = [0, *_starts(sheet, province), width]
    pieces: list[Piece] = []
    for left, end in pairwise(starts):
        band = sheet if len(starts) == _FEWEST else _cut(sheet, (0, left, len(sheet.rows) - 1, end - 1))
        cuts = [0, *_cuts(band, province), len(sheet.rows)]
        for top, below in pairwise(cuts):
            if len(starts) == _FEWEST and len(cuts) == _FEWEST:
                return (Piece(sheet),)
            context = _titles(sheet) if pieces else ()
            pieces.append(Piece(_cut(sheet, (top, left, below - 1, end - 1)), context))
    return tuple(pieces)


def _cut(sheet: Sheet, area: tuple[int, int, int, int]) -> Sheet:
    """The sheet with everything outside of an area empty; what is merged into it from outside is kept."""
    top, left, bottom, right = area
    empty: tuple[Cell, ...] = (None,) * len(sheet.rows[0])
    rows = [
        (None,) * left + row[left : right + 1] + (None,) * (len(row) - right - 1)
        for row in sheet.rows[top : bottom + 1]
    ]
    merges = []
    for merge in sheet.merges:
        inside = Merge(
            max(merge.top, top), max(merge.left, left), min(merge.bottom, bottom), min(merge.right, right)
        )
        if inside.top > inside.bottom or inside.left > inside.right:
            continue
        merges.append(inside)
        if inside.left != merge.left and inside.top == merge.top:
            line = list(rows[inside.top - top])
            line[inside.left] = sheet.cell(merge.top, merge.left)
            rows[inside.top - top] = tuple(line)
    return replace(sheet, rows=(empty,) * top + tuple(rows), merges=tuple(merges))


def _titles(sheet: Sheet) -> tuple[Cell, ...]:
    """The lines above the first table of a sheet."""
    lines: list[Cell] = []
    for index, row in enumerate(sheet.rows):
        if _is_header(sheet, index) or _has_figures(row):
            break
        lines += [cell for cell in row if cell is not None]
    return tuple(lines)


# Beside each other


def _starts(sheet: Sheet, province: str) -> Iterator[int]:
    """The columns in which a table begins to the right of another one."""
    named = [(column, rows) for column, rows in _name_columns(sheet, province) if len(rows) >= _FEWEST]
    before = named[0] if named else (0, [])
    for column, rows in named[1:]:
        between = range(before[0] + 1, column)
        after = range(column + 1, min(len(sheet.rows[0]), _COLUMNS))
        separate = any(_is_figure_column(sheet, k, before[1]) for k in between)
        if separate and any(_is_figure_column(sheet, k, rows) for k in after):
            yield _leftmost(sheet, column, before[0], rows)
            before = column, rows
    yield from _summaries(sheet, province, before)


def _summaries(sheet: Sheet, province: str, before: tuple[int, list[int]]) -> Iterator[int]:
    """The column in which a table without names of regions begins: behind a blank one, with its own keys."""
    width = min(len(sheet.rows[0]), _COLUMNS)
    column, rows = before
    for blank in range(column + 1, width - 1):
        if any(row[blank] is not None for row in sheet.rows):
            continue
        has_figures = any(_is_figure_column(sheet, k, rows) for k in range(column + 1, blank))
        if rows and has_figures:
            right = _cut(sheet, (0, blank + 1, len(sheet.rows) - 1, len(sheet.rows[0]) - 1))
            found = find_key(right, province, "")
            first = next(
                (k for k in range(blank + 1, width) if any(r[k] is not None for r in sheet.rows)), -1
            )
            if found is not None and found.key_kind in _SUMMARIES and first <= found.key <= first + 1:
                yield blank + 1
                return


def _name_columns(sheet: Sheet, province: str) -> Iterator[tuple[int, list[int]]]:
    for column in range(min(len(sheet.rows[0]), _COLUMNS)):
        rows: dict[str, int] = {}
        for index, row in enumerate(sheet.rows):
            cell = row[column]
            if isinstance(cell, str) and cell not in rows and _is_name(cell, province):
                rows[cell] = index
        if rows:
            yield column, list(rows.values())


def _is_name(cell: Cell, province: str) -> bool:
    if not isinstance(cell, str) or not any(map(str.isalpha, cell)):
        return False
    return names_a_region(matched(cell, province))


def _is_figure_column(sheet: Sheet, column: int, rows: Sequence[int]) -> bool:
    cells = [cell for row in rows if is_figure_like(cell := sheet.cell(row, column))]
    if 2 * len(cells) < len(rows):
        return False
    is_time = all(moment_of(cell).is_known for cell in cells)
    numbers = [cell for cell in cells if isinstance(cell, int | float)]
    is_running = len(numbers) >= _RUNNING and all(b - a == 1 for a, b in pairwise(numbers))
    return not is_time and not is_running and not _are_codes(sheet, column, rows, cells)


def _are_codes(sheet: Sheet, column: int, rows: Sequence[int], cells: Sequence[Cell]) -> bool:
    """Say whether a column holds codes of regions; without a header that says so a number is a number."""
    if not all(code_text(cell) for cell in cells):
        return False
    above = (sheet.cell(row, column) for row in range(rows[0]))
    is_headed = any(isinstance(cell, str) and _CODE_HEAD.search(plain_words(cell)) for cell in above)
    return is_headed or all(isinstance(cell, str) and "." in cell for cell in cells)


def _leftmost(sheet: Sheet, column: int, before: int, rows: Sequence[int]) -> int:
    """The first column of the table with names in *column*: its running number and codes are its own."""
    left = column
    while left - 1 > before:
        cells = [row[left - 1] for row in sheet.rows[: rows[-1] + 1]]
        heads = any(isinstance(cell, str) and _ASIDE_HEADS.fullmatch(plain_words(cell)) for cell in cells)
        beside = [sheet.cell(row, left - 1) for row in rows]
        filled = any(cell is not None for cell in beside)
        if not heads and (not filled or _is_figure_column(sheet, left - 1, rows)):
            break
        left -= 1
    return left


# Below each other


def _cuts(sheet: Sheet, province: str) -> Iterator[int]:
    """The rows from which on another table stands, its own titles included."""
    last_data, header = -1, -1
    for index, row in enumerate(sheet.rows):
        if is_numbering(row):
            continue
        if _is_header(sheet, index, province):
            if last_data > header >= 0 and not _continues(sheet, (header, last_data), index, province):
                yield _after_notes(sheet, last_data + 1)
            if last_data > header or header < 0:
                header = index
        elif header >= 0 and (_has_figures(row) or _is_named_row(row, province)):
            last_data = index


def _after_notes(sheet: Sheet, row: int) -> int:
    """The first row from *row* on that is no footnote: those are of the table above."""
    while row < len(sheet.rows) and is_note(sheet.rows[row]):
        row += 1
    return row


def _is_named_row(row: Sequence[Cell], province: str) -> bool:
    """Say whether a row with nothing but numbers that could be years is a region's: "Seruyan | 2000"."""
    return any(map(is_figure_like, row)) and any(
        isinstance(cell, str) and (_is_name(cell, province) or is_total(cell)) for cell in row
    )


def _has_figures(row: Sequence[Cell]) -> bool:
    return any(is_figure_like(cell) and not moment_of(cell).is_known for cell in row)


def _is_header(sheet: Sheet, index: int, province: str = "") -> bool:
    """Say whether a row is the first one of a header: words that we know above figures, and no figures."""
    row = sheet.rows[index]
    used = [column for column, cell in enumerate(row) if cell is not None]
    if len(used) < _FEWEST or is_numbering(row) or _has_figures(row):
        return False
    if not any(_is_key(row[column]) or _is_measure(row[column]) for column in used):
        return False
    if _is_named_row(row, province):
        return False
    rows = (sheet.rows[below] for below in range(index + 1, len(sheet.rows)))
    below = next((other for other in rows if _has_figures(other)), ())
    labels = [
        column
        for column in used
        if column < len(below) and is_figure_like(below[column]) and _is_label(row[column])
    ]
    # A measure heads figures; where none stand below it, it is what a row counts.
    names = any(_is_key(row[column]) for column in used)
    return bool(labels) and (names or any(_is_measure(row[column]) for column in labels))


def _is_key(cell: Cell) -> bool:
    """Say whether a cell heads names, periods, segments or numbers of rows."""
    words = plain_words(header_text(cell))
    is_short = 0 < len(words.split()) <= _LONGEST_HEAD
    return is_kind_word(cell) or (is_short and bool(_KEY_WORDS.fullmatch(words)))


def _is_measure(cell: Cell) -> bool:
    text = header_text(cell)
    meaning = meaning_of(text) if 0 < len(text.split()) <= _LONGEST_HEAD else None
    return meaning is not None and meaning.measure is not None and meaning.doubt is None


def _is_label(cell: Cell) -> bool:
    return moment_of(cell).is_known or len(header_text(cell)) >= _SHORTEST or header_text(cell) == "%"


def _continues(sheet: Sheet, above: tuple[int, int], index: int, province: str) -> bool:
    """Say whether a header only stands again because a page ended: the same words, other regions."""
    header, last = above
    between = (sheet.rows[row] for row in range(last + 1, index))
    if any(cell is not None for row in between for cell in row):
        return False
    again = [header_text(cell) for cell in sheet.rows[index]]
    if again != [header_text(cell) for cell in sheet.rows[header]]:
        return False
    above_rows = range(max(header + 1, last - _NEAR), last + 1)
    below_rows = range(index + 1, min(len(sheet.rows), index + 1 + _NEAR))
    before = _names(sheet, above_rows, province)
    if before:
        return not before & _names(sheet, below_rows, province)
    # A table about one region: its months or segments stand for the names.
    return not _texts(sheet, above_rows) & _texts(sheet, below_rows)


def _texts(sheet: Sheet, rows: range) -> set[str]:
    cells = (cell for row in rows for cell in sheet.rows[row] if isinstance(cell, str))
    return {plain_words(cell) for cell in cells if not is_figure_like(cell)}


def _names(sheet: Sheet, rows: range, province: str) -> set[str]:
    found = (matched(cell, province) for row in rows for cell in sheet.rows[row] if isinstance(cell, str))
    return {match.region.code for match in found if match.status is MatchStatus.MATCH and match.region}
