"""What a table may be about: how its rows are named, and which of them hold figures."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from model.excel.answers import About, Answers
from model.excel.grid import Cell, Sheet
from model.excel.header_periods import moment_of
from model.excel.key_column import find_key
from model.excel.layout import RowKind
from model.excel.layout_decisions import region_key
from model.excel.name_column import Key, Names, find_names
from model.excel.row_names import RowReader
from model.excel.row_words import is_figure_like, is_numbering, is_signature
from model.excel.titles import titles_above
from model.region_names import MatchStatus
from model.regions import regions

_DATA: Final = frozenset([RowKind.REGION, RowKind.PROVINCE, RowKind.TOTAL, RowKind.SUBTOTAL, RowKind.PART])
_TITLE_ROWS: Final = 12


@dataclass(frozen=True)
class Subject:
    """One table's part of a sheet, and everything that its names may be found by."""

    sheet: Sheet
    file: str
    asked: Answers
    context: tuple[Cell, ...]
    key: str

    def candidates(self) -> Iterator[Names]:
        """Yield how the rows of the table may be named, likeliest first."""
        titles = titles_above(self.sheet, self._first_figures(), self.file, (), self.context)
        own = self.asked.province
        scheme = self._scheme()
        found = find_names(self.sheet, own, scheme)
        if (found is None or not found.province) and titles.province:
            found = find_names(self.sheet, titles.province, scheme) or found
        if found is not None:
            yield found
        asked = self.asked.get(About.NAME, region_key(self.key)) or ""
        about = asked if asked in regions() else titles.region(own)
        key = find_key(self.sheet, own or titles.province, about)
        if about and own and about[:2] != own and key:
            key = replace(key, other_province=about[:2], province=own)
        if key is not None:
            yield key

    def _first_figures(self) -> int:
        """The first row with figures, at most a dozen rows down: names from there on are no titles."""
        first = self.sheet.first_filled
        for index, row in enumerate(self.sheet.first_rows(_TITLE_ROWS), first):
            if any(is_figure_like(cell) and not moment_of(cell).is_known for cell in row):
                return index
        return min(len(self.sheet.rows), first + _TITLE_ROWS)

    def _scheme(self) -> str:
        """Whose codes the columns of codes hold, where a person said so."""
        given = (value for (about, _), value in self.asked.given.items() if about is About.CODES)
        return next((value for value in given if value in {"kemendagri", "bps"}), "")


def data_rows_of(reader: RowReader) -> list[int]:
    """Return the rows of regions, sums and parts that hold figures, down to where the table is signed.

    Where there are none, rows with names that are like those of regions: they are asked about.
    """
    return _data_rows(reader) or _data_rows(reader, alike=True)


def _data_rows(reader: RowReader, *, alike: bool = False) -> list[int]:
    aside = reader.names.aside
    found: list[int] = []
    is_headed = False
    for index, row in enumerate(reader.sheet.rows):
        if found and is_signature(row):
            break
        kind = reader.kind(index)
        is_headed |= kind is RowKind.REGION
        if not any(_is_figure(cell, reader.names) for column, cell in enumerate(row) if column not in aside):
            continue
        # Districts may stand below the name of their regency, which has no figures of its own.
        is_part = is_headed and kind is RowKind.NOT_MATCHED and bool(reader.level(index))
        # Codes that mean two regions are rows of a table as well: whose codes they are is asked.
        is_part |= reader.names.codes_open and reader.match(index).status is MatchStatus.AMBIGUOUS_CODE
        is_part |= alike and kind is RowKind.NOT_MATCHED and reader.match(index).status is MatchStatus.SUGGEST
        if (kind in _DATA or reader.is_foreign(index) or is_part) and not is_numbering(row):
            found.append(index)
    return found


def _is_figure(cell: Cell, names: Names) -> bool:
    """Say whether a cell makes its row one with figures; where any text names a row, years do not."""
    if not is_figure_like(cell):
        return False
    return names.key_kind not in {Key.LABEL, Key.PART} or not moment_of(cell).is_known
