"""Rows that say what they count: in a column, below the name of a region, in headings of blocks."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from model.excel.grid import Cell, Sheet
from model.excel.header_block import Header, HeaderCell
from model.excel.header_periods import moment_of
from model.excel.header_words import Doubt, header_text, meaning_of, plain_words
from model.excel.name_column import Key
from model.excel.row_names import RowReader, segment_named
from model.excel.row_words import alone, is_figure_like, is_numbering, without_enumerator

_LABELS: Final = re.compile(
    r"(?:nama )?(?:indikator|ukuran|uraian|variabel|elemen|item|indicator|measure|jenis data|data"
    r"|kategori data)"
)
UNITS: Final = re.compile(r"satuan|unit|units")
_GENERIC: Final = re.compile(
    r"(?:nilai|angka|jumlah|total|value|values|realisasi|capaian|besaran|volume|data|isi|hasil|figure)"
    r"(?: \w+)?|satuan.*"
)
_RUNNING: Final = frozenset(["no", "nomor", "no urut", "urut"])
_MOST_LABELS: Final = 60
_FEWEST: Final = 2
_HALF: Final = 0.5


@dataclass
class RowLabels:
    """The rows of one table (*span*: first and last) and what they may say that they count."""

    reader: RowReader
    header: Header
    data_rows: Sequence[int]
    span: tuple[int, int]
    keys: Sequence[int]

    @property
    def sheet(self) -> Sheet:
        return self.reader.sheet

    @cached_property
    def rows(self) -> list[int]:
        span = range(self.span[0], self.span[1] + 1)
        return [row for row in span if not is_numbering(self.sheet.rows[row])]

    @property
    def aside(self) -> set[int]:
        return {*self.reader.names.aside, *self.keys}

    def is_below(self, column: int) -> bool:
        """Say whether the labels of *column* stand where the names of the regions do."""
        names = self.reader.names
        return not names.is_fixed and column == names.named

    def labels(self) -> tuple[dict[int, str], int]:
        """What each row counts, and the column that says so."""
        for column in range(len(self.sheet.rows[0])):
            is_name = self.reader.names.is_fixed and self.reader.names.key_kind is Key.LABEL
            if column in self.aside and not (is_name and column == self.reader.names.key):
                continue
            if found := self._in_column(column):
                return found, column
        if below := self._below_names():
            return below, self.reader.names.named
        return self._in_headings(), -1

    def _below_names(self) -> dict[int, str]:
        """What rows count whose name says so, below a row that only names their region."""
        if self.reader.names.is_fixed:
            return {}
        labels: dict[int, str] = {}
        for row in self.rows:
            name = self.reader.name(row)
            text = without_enumerator(name) if isinstance(name, str) else ""
            has_figures = self._has_figures(row, -1)
            if has_figures and _is_measure(text):
                labels[row] = text
            elif has_figures:
                return {}
        return labels if len(set(labels.values())) >= _FEWEST else {}

    def owner(self, row: int) -> Cell:
        """The name of the region that stands above a row that says a measure instead of a name."""
        above = range(row, self.span[0] - 1, -1)
        return next((self.reader.name(index) for index in above if self._names_region(index)), None)

    def _names_region(self, row: int) -> bool:
        return self.reader.name(row) is not None and not self._has_figures(row, -1)

    def _in_column(self, column: int) -> dict[int, str]:
        texts = {
            row: without_enumerator(cell)
            for row in self.rows
            if isinstance(cell := self.reader.filled(row, column), str)
        }
        distinct = set(texts.values())
        # Of thousands of names none is asked what it may count.
        if len(distinct) <= _MOST_LABELS and not any(map(_is_measure, distinct)):
            return {}
        cells = {row: text for row, text in texts.items() if self._has_figures(row, column)}
        distinct = set(cells.values())
        if len(distinct) > _MOST_LABELS:
            return {}
        known = [text for text in distinct if _is_measure(text)]
        says_so = bool(_LABELS.fullmatch(plain_words(self.header.text(column))))
        enough = len(known) >= _HALF * len(distinct) or (says_so and bool(known))
        is_label = len(distinct) >= _FEWEST and len(known) >= 1 and enough
        return self._with_units(cells) if is_label else {}

    def _with_units(self, cells: Mapping[int, str]) -> dict[int, str]:
        column = next(
            (c for c in range(len(self.header.paths)) if UNITS.fullmatch(plain_words(self.header.text(c)))),
            -1,
        )
        units = {row: self.sheet.cell(row, column) if column >= 0 else None for row in cells}
        return {
            row: f"{text} ({unit})" if isinstance(unit := units[row], str) and _tells(unit, text) else text
            for row, text in cells.items()
        }

    def _has_figures(self, row: int, label: int) -> bool:
        cells = enumerate(self.sheet.rows[row])
        return any(
            is_figure_like(cell) for column, cell in cells if column not in self.aside and column != label
        )

    def _in_headings(self) -> dict[int, str]:
        """What the headings of blocks say that the rows below them count."""
        labels: dict[int, str] = {}
        current = ""
        for row in self.rows:
            if self._has_figures(row, -1):
                if current:
                    labels[row] = current
                continue
            cell = alone(self.sheet.rows[row])
            text = without_enumerator(cell) if isinstance(cell, str) else ""
            if text and _is_measure(text) and not moment_of(text).is_known:
                current = text
        return labels if len(set(labels.values())) >= _FEWEST else {}

    def values(self, labels: Mapping[int, str], label: int) -> tuple[int, ...]:
        """The columns with figures of the labelled rows."""
        aside = self.aside | {label}
        return tuple(
            column
            for column in range(len(self.sheet.rows[0]))
            if column not in aside
            and not any(map(_is_other, self.header.paths[column]))
            and any(is_figure_like(self.sheet.cell(row, column)) for row in labels)
        )

    def groups(
        self, labels: Mapping[int, str], *, is_below: bool
    ) -> dict[tuple[object, ...], dict[str, int]]:
        """The rows that are about the same, by what they count; a second one of a kind stays apart."""
        names = self.reader.names
        columns = sorted({*self.aside} - {names.key if names.key_kind is Key.LABEL else -1})
        carried: dict[int, Cell] = {}
        groups: dict[tuple[object, ...], dict[str, int]] = {}
        heading: object = ""
        for row in self.rows:
            if row not in labels:
                heading = self._heading(row) or heading
                continue
            for column in columns:
                if (cell := self.reader.filled(row, column)) is not None:
                    carried[column] = cell
            name = self.owner(row) if is_below else self.reader.name(row)
            if name is None:
                name = carried.get(names.named)
            if is_below:
                carried[names.named] = name
            key: tuple[object, ...] = (heading, name, *(str(carried.get(column)) for column in columns))
            if names.key_kind is Key.LABEL:
                key = (heading,)
            number = 0
            while labels[row] in groups.get((*key, number), {}):
                number += 1
            groups.setdefault((*key, number), {})[labels[row]] = row
        return groups

    def _heading(self, row: int) -> object:
        """What a heading says that tells the rows below it apart: a time, a segment."""
        cell = alone(self.sheet.rows[row])
        if cell is None:
            return None
        return cell if moment_of(cell).is_known or segment_named(cell) else None


def is_generic(text: str) -> bool:
    """Say whether a header only says that values stand below it: "Nilai", "Jumlah"."""
    return bool(_GENERIC.fullmatch(plain_words(text)))


def _is_other(cell: HeaderCell) -> bool:
    """Say whether a header names something that is no value: running numbers, codes, companies."""
    words = plain_words(cell.text)
    is_value = is_generic(cell.text) or meaning_of(cell.text).scale != 1
    is_number = words in _RUNNING
    return is_number or (not is_value and meaning_of(cell.text).doubt is Doubt.UNKNOWN_WORDS)


@lru_cache(maxsize=4096)
def _is_measure(text: str) -> bool:
    if not any(map(str.isalpha, text)):
        return False
    meaning = meaning_of(header_text(text))
    return meaning.measure is not None and meaning.doubt is None


def _tells(unit: str, text: str) -> bool:
    """Say whether a unit adds to a label: "%" beside "Cakupan", "ribu orang"."""
    meaning = meaning_of(unit)
    return (meaning.percent and not meaning_of(text).percent) or meaning.scale != 1
