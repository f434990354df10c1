"""Where a table's header stands, and the texts above each of its columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from model.excel.grid import Cell, Merge, Sheet
from model.excel.header_notes import Notes, mark_in, notes_in
from model.excel.header_periods import moment_of
from model.excel.header_words import Doubt, header_text, meaning_of, plain_words
from model.excel.row_words import alone, is_figure_like, is_numbering

_MOST_ROWS: Final = 8
_HEADINGS: Final = 4
_FEWEST_MONTHS: Final = 2
_MONTHS: Final = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
    "November", "Desember",
)  # fmt: skip
_MONTH_WORD: Final = re.compile(r"\b(?:bulan|month)\b")


@dataclass(frozen=True, slots=True)
class HeaderCell:
    """One cell above a column. *spans_all*: it stands above every figure, like a title."""

    row: int
    column: int
    value: Cell
    spans_all: bool = False

    @property
    def text(self) -> str:
        """Its text on one line."""
        return header_text(self.value) or ("" if self.value is None else str(self.value))


@dataclass(frozen=True)
class Header:
    """The header rows of a table; *top* > *bottom* where there is none."""

    top: int
    bottom: int
    paths: tuple[tuple[HeaderCell, ...], ...]
    """For each column of the sheet its header cells from above, merged ones under all that they cover."""
    notes: Notes = field(default_factory=dict)
    """The footnotes that its cells point to and that name a time."""

    def note(self, column: int) -> str:
        """Return the footnote that dates a column, "" where there is none."""
        marks = (mark_in(cell.value) for cell in self.paths[column] if isinstance(cell.value, str))
        return next((self.notes[mark] for mark in marks if mark in self.notes), "")

    @property
    def exists(self) -> bool:
        """Say whether the table has a header at all."""
        return self.top <= self.bottom

    def text(self, column: int) -> str:
        """Return the header of a column, its rows joined."""
        return " ".join(cell.text for cell in self.paths[column] if cell.text and not cell.spans_all)


def find_header(sheet: Sheet, first_data: int, names: int) -> Header:
    """Return the header above the first data row; *names* is the column that names the rows."""
    bottom = _bottom(sheet, first_data, names)
    if bottom < 0:
        return Header(0, -1, tuple(() for _ in range(_width(sheet))))
    top = bottom
    while top > 0 and bottom - top + 1 < _MOST_ROWS and _belongs(sheet, top - 1, names):
        top -= 1
    filled = [_filled_row(sheet, row, top, bottom, names) for row in range(top, bottom + 1)]
    for row, line in enumerate(filled, top):
        for column, number in _numbered_months(sheet, row, names).items():
            line[column] = HeaderCell(row, column, _MONTHS[number - 1])
    paths = tuple(_path([line[column] for line in filled], column, names) for column in range(_width(sheet)))
    words = {cell.value for path in paths for cell in path if isinstance(cell.value, str)}
    marks = {mark for word in words if (mark := mark_in(word))}
    return Header(top, bottom, paths, notes_in(sheet.rows[bottom + 1 :] if marks else (), marks))


def _width(sheet: Sheet) -> int:
    return len(sheet.rows[0]) if sheet.rows else 0


def _used(sheet: Sheet, row: int) -> list[int]:
    return [column for column, cell in enumerate(sheet.rows[row]) if cell is not None]


def _bottom(sheet: Sheet, first_data: int, names: int) -> int:
    """The lowest header row: above rows with figures, numbering, blanks and headings of the first block."""
    others = 0
    for row in range(first_data - 1, -1, -1):
        used = _used(sheet, row)
        if _numbered_months(sheet, row, names):
            return row
        if used and not is_numbering(sheet.rows[row]) and not _is_header_like(sheet.rows[row]):
            # A row above the first known region with figures of its own: the nation, or a name to ask about.
            continue
        if used and not is_numbering(sheet.rows[row]) and not _stands_alone(sheet, row, used, names):
            return row
        others += 1
        if others > _HEADINGS:
            break
    return -1


def _stands_alone(sheet: Sheet, row: int, used: Sequence[int], names: int) -> bool:
    """Say whether a row has one cell only, and that one heads no figures: a title or a heading."""
    if len(used) == 2 and used[1] <= max(names, 0) and alone(sheet.rows[row]) is not None:
        # "A. | POTENSI": the letter stands in the column of running numbers.
        return True
    if len(used) != 1:
        return False
    merge = _merge_at(sheet, row, used[0])
    if merge is not None and merge.bottom > merge.top:
        return False
    # A title may stand in the middle of the sheet without a merge; a header says what we know.
    text = header_text(sheet.cell(row, used[0]))
    return used[0] <= max(names, 0) or (merge is None and meaning_of(text).doubt is Doubt.UNKNOWN_WORDS)


def _belongs(sheet: Sheet, row: int, names: int) -> bool:
    used = _used(sheet, row)
    if _numbered_months(sheet, row, names):
        return True
    if not used or is_numbering(sheet.rows[row]) or _stands_alone(sheet, row, used, names):
        return False
    return _is_header_like(sheet.rows[row])


def _numbered_months(sheet: Sheet, row: int, names: int) -> dict[int, int]:
    """The months of a row that writes them as numbers, by their columns; empty where it does not.

    They are months where there are twelve of them, or where "Bulan" stands beside or above them.
    """
    cells = [
        (column, cell) for column, cell in enumerate(sheet.rows[row]) if column > names and cell is not None
    ]
    numbers = [header_text(cell) for _, cell in cells]
    if len(cells) < _FEWEST_MONTHS or numbers != [str(n) for n in range(1, len(cells) + 1)]:
        return {}
    beside = (*sheet.rows[row], *(sheet.rows[row - 1] if row else ()))
    is_told = any(map(_says_months, beside))
    is_year = len(cells) == len(_MONTHS) and not is_numbering(sheet.rows[row])
    if not (is_told or is_year):
        return {}
    return {column: number for number, (column, _) in enumerate(cells, 1)}


def _says_months(cell: Cell) -> bool:
    """Say whether a cell heads months, and is none itself: "Bulan", not "Bulan Maret"."""
    if not isinstance(cell, str) or not _MONTH_WORD.search(plain_words(cell)):
        return False
    moment = moment_of(cell)
    return moment.month is None and moment.period is None


def _is_header_like(cells: Sequence[Cell]) -> bool:
    """Say whether a row holds words, years and dates rather than figures."""
    return not any(is_figure_like(cell) and not moment_of(cell).is_known for cell in cells)


def _merge_at(sheet: Sheet, row: int, column: int) -> Merge | None:
    return next(
        (
            merge
            for merge in sheet.merges
            if merge.top <= row <= merge.bottom and merge.left <= column <= merge.right
        ),
        None,
    )


def _filled_row(sheet: Sheet, row: int, top: int, bottom: int, names: int) -> list[HeaderCell | None]:
    """Each column's header cell in one row, through merges and through the gaps that stand for them."""
    line: list[HeaderCell | None] = []
    last: HeaderCell | None = None
    for column in range(_width(sheet)):
        merge = _merge_at(sheet, row, column)
        value = sheet.cell(row, column)
        if merge:
            spans = merge.left <= names + 1 and merge.right >= _width(sheet) - 1 > merge.left
            source = HeaderCell(merge.top, merge.left, sheet.cell(merge.top, merge.left), spans)
            line.append(source if source.value is not None and merge.top >= top else None)
            last = None
        elif value is not None:
            last = HeaderCell(row, column, value)
            line.append(last)
        elif last and row < bottom and last.column > names and _has_below(sheet, row, bottom, last.column):
            line.append(last if _has_below(sheet, row, bottom, column) else None)
        else:
            line.append(None)
    return line


def _has_below(sheet: Sheet, row: int, bottom: int, column: int) -> bool:
    return any(sheet.cell(below, column) is not None for below in range(row + 1, bottom + 1))


def _path(cells: Sequence[HeaderCell | None], column: int, names: int) -> tuple[HeaderCell, ...]:
    path: list[HeaderCell] = []
    for cell in cells:
        if cell is not None and cell not in path and (cell.column > names or column <= names):
            path.append(cell)
    return tuple(path)
