"""Tables whose rows say what they count, drawn wide: a column for each measure; addresses are kept."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
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
_UNITS: Final = re.compile(r"satuan|unit|units")
_GENERIC: Final = re.compile(
    r"(?:nilai|angka|jumlah|total|value|values|realisasi|capaian|besaran|volume|data|isi|hasil|figure)"
    r"(?: \w+)?|satuan.*"
)
_RUNNING: Final = frozenset(["no", "nomor", "no urut", "urut"])
_SCALES: Final = {1e3: "(ribu orang)", 1e6: "(juta orang)"}
_MOST_LABELS: Final = 60
_FEWEST: Final = 2
_HALF: Final = 0.5


@dataclass(frozen=True)
class Wide:
    """A table drawn wide. ``cells`` says where a drawn cell really stands."""

    sheet: Sheet
    header: Header
    data_rows: Sequence[int]
    label: int = -1
    """The column that said what each row counts; -1 where headings of blocks did."""
    values: tuple[int, ...] = ()
    """The columns whose figures were drawn anew."""
    cells: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)


def wide(
    reader: RowReader, header: Header, data_rows: Sequence[int], span: tuple[int, int], keys: Sequence[int]
) -> Wide:
    """Return the table drawn wide where its rows (*span*: first and last) say what they count.

    *keys* are the columns of periods, segments and such; without labels the table is as it was.
    """
    sheet = reader.sheet
    named = _Labelled(reader, header, data_rows, span, keys)
    labels, column = named.labels()
    if not labels:
        return Wide(sheet, header, data_rows)
    values = named.values(labels, column)
    if not values:
        return Wide(sheet, header, data_rows)
    groups = named.groups(labels, is_below=_is_below(named, column))
    repeats = len(groups) < len(labels)
    return _drawn(named, labels, column, values, groups) if repeats else Wide(sheet, header, data_rows)


def _is_below(named: "_Labelled", column: int) -> bool:
    """Say whether the labels stand where the names of the regions do."""
    names = named.reader.names
    return not names.is_fixed and column == names.named


@dataclass
class _Labelled:
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
        if not any(_is_measure(text) for text in set(texts.values())):
            return {}
        cells = {row: text for row, text in texts.items() if self._has_figures(row, column)}
        distinct = set(cells.values())
        known = [text for text in distinct if _is_measure(text)]
        says_so = bool(_LABELS.fullmatch(plain_words(self.header.text(column))))
        enough = len(known) >= _HALF * len(distinct) or (says_so and bool(known))
        is_label = _FEWEST <= len(distinct) <= _MOST_LABELS and len(known) >= 1 and enough
        return self._with_units(cells) if is_label else {}

    def _with_units(self, cells: Mapping[int, str]) -> dict[int, str]:
        column = next(
            (c for c in range(len(self.header.paths)) if _UNITS.fullmatch(plain_words(self.header.text(c)))),
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


def _drawn(
    table: _Labelled,
    labels: Mapping[int, str],
    label: int,
    values: Sequence[int],
    groups: Mapping[tuple[object, ...], Mapping[str, int]],
) -> Wide:
    sheet, width = table.sheet, len(table.sheet.rows[0])
    kinds = list(dict.fromkeys(labels.values()))
    new = {(kind, value): width + n for n, (value, kind) in enumerate((v, k) for v in values for k in kinds)}
    rows = [[*row, *[None] * len(new)] for row in sheet.rows]
    cells: dict[tuple[int, int], tuple[int, int]] = {}
    firsts = []
    keys = sorted(table.aside)
    for parts in groups.values():
        first = min(parts.values())
        firsts.append(first)
        told = {column: table.reader.filled(first, column) for column in keys}
        for row in parts.values():
            rows[row] = [None] * (width + len(new))
        for column, cell in told.items():
            rows[first][column] = cell
        named = max(table.reader.names.named, 0)
        if _is_below(table, label):
            rows[first][named] = table.owner(first)
        if rows[first][named] is None:
            # A name that is written once for all rows of its region, or stands further left.
            rows[first][named] = _carried_name(table.reader, first, named)
        for kind, row in parts.items():
            for value in values:
                column = new[kind, value]
                rows[first][column] = sheet.cell(row, value)
                cells[first, column] = (row, value)
    percents = {(r, c) for (r, c), place in cells.items() if place in sheet.percents}
    errors = {there: sheet.errors[place] for there, place in cells.items() if place in sheet.errors}
    made = replace(
        sheet,
        rows=tuple(map(tuple, rows)),
        merges=tuple(merge for merge in sheet.merges if merge.top < table.span[0]),
        percents=frozenset(percents),
        errors=errors,
    )
    paths = [*table.header.paths, *[()] * len(new)]
    for (kind, value), column in new.items():
        row = next(row for row, text in labels.items() if text == kind)
        paths[column] = (*_kept(table.header.paths[value]), HeaderCell(row, max(label, 0), kind))
    header = replace(table.header, paths=tuple(paths))
    return Wide(made, header, sorted(firsts), label, tuple(values), cells)


def _carried_name(reader: RowReader, row: int, column: int) -> Cell:
    own = reader.name(row)
    if own is not None:
        return own
    above = (reader.sheet.cell(index, column) for index in range(row, -1, -1))
    return next((cell for cell in above if cell is not None), None)


def _kept(path: Sequence[HeaderCell]) -> tuple[HeaderCell, ...]:
    """The header cells of a column of values that say something beside that they are values."""
    kept = []
    for cell in path:
        meaning = meaning_of(cell.text)
        if not _GENERIC.fullmatch(plain_words(cell.text)) and meaning.doubt is not Doubt.UNKNOWN_WORDS:
            kept.append(cell)
        elif meaning.scale != 1:
            kept.append(replace(cell, value=_SCALES.get(meaning.scale, cell.value)))
    return tuple(kept)


def _is_other(cell: HeaderCell) -> bool:
    """Say whether a header names something that is no value: running numbers, codes, companies."""
    words = plain_words(cell.text)
    is_value = _GENERIC.fullmatch(words) or meaning_of(cell.text).scale != 1
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
