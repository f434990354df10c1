"""Tables whose rows say what they count, drawn wide: a column for each measure; addresses are kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from model.excel.grid import Cell, Sheet
from model.excel.header_block import Header, HeaderCell
from model.excel.header_words import Doubt, meaning_of
from model.excel.row_labels import RowLabels, is_generic
from model.excel.row_names import RowReader

_SCALES: Final = {1e3: "(ribu orang)", 1e6: "(juta orang)"}
Place = tuple[int, int]


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
    cells: Mapping[Place, Place] = field(default_factory=dict)


def wide(
    reader: RowReader, header: Header, data_rows: Sequence[int], span: tuple[int, int], keys: Sequence[int]
) -> Wide:
    """Return the table drawn wide where its rows (*span*: first and last) say what they count.

    *keys* are the columns of periods, segments and such; without labels the table is as it was.
    """
    sheet = reader.sheet
    named = RowLabels(reader, header, data_rows, span, keys)
    labels, column = named.labels()
    if not labels:
        return Wide(sheet, header, data_rows)
    values = named.values(labels, column)
    if not values:
        return Wide(sheet, header, data_rows)
    groups = named.groups(labels, is_below=named.is_below(column))
    repeats = len(groups) < len(labels)
    if not repeats:
        return Wide(sheet, header, data_rows)
    return _Drawing(named, labels, column, values).drawn(groups)


class _Drawing:
    """Draws one table anew: the first row of each group holds the figures of all of them."""

    def __init__(
        self, table: RowLabels, labels: Mapping[int, str], label: int, values: Sequence[int]
    ) -> None:
        self._table, self._labels, self._label, self._values = table, labels, label, values
        self._sheet = table.sheet
        width = len(self._sheet.rows[0])
        kinds = dict.fromkeys(labels.values())
        pairs = [(kind, value) for value in values for kind in kinds]
        self._columns = {pair: width + number for number, pair in enumerate(pairs)}
        self._blank: list[Cell] = [None] * (width + len(pairs))
        self._rows = [[*row, *[None] * len(pairs)] for row in self._sheet.rows]
        self._cells: dict[Place, Place] = {}

    def drawn(self, groups: Mapping[tuple[object, ...], Mapping[str, int]]) -> Wide:
        """Return the table drawn wide, one row for each group."""
        for parts in groups.values():
            self._draw(parts)
        firsts = sorted(min(parts.values()) for parts in groups.values())
        return Wide(self._made(), self._header(), firsts, self._label, tuple(self._values), self._cells)

    def _draw(self, parts: Mapping[str, int]) -> None:
        first, reader = min(parts.values()), self._table.reader
        told = {column: reader.filled(first, column) for column in self._table.aside}
        for row in parts.values():
            self._rows[row] = list(self._blank)
        line = self._rows[first]
        for column, cell in told.items():
            line[column] = cell
        named = max(reader.names.named, 0)
        if self._table.is_below(self._label):
            line[named] = self._table.owner(first)
        if line[named] is None:
            # A name that is written once for all rows of its region, or stands further left.
            line[named] = _carried_name(reader, first, named)
        for kind, row in parts.items():
            for value in self._values:
                column = self._columns[kind, value]
                line[column] = self._sheet.cell(row, value)
                self._cells[first, column] = (row, value)

    def _made(self) -> Sheet:
        sheet, cells = self._sheet, self._cells
        return replace(
            sheet,
            rows=tuple(map(tuple, self._rows)),
            merges=tuple(merge for merge in sheet.merges if merge.top < self._table.span[0]),
            percents=frozenset(place for place, real in cells.items() if real in sheet.percents),
            uncomputed=frozenset(place for place, real in cells.items() if real in sheet.uncomputed),
            errors={place: sheet.errors[real] for place, real in cells.items() if real in sheet.errors},
        )

    def _header(self) -> Header:
        header = self._table.header
        paths = [*header.paths, *[()] * len(self._columns)]
        first_rows = {text: row for row, text in reversed(list(self._labels.items()))}
        for (kind, value), column in self._columns.items():
            own = HeaderCell(first_rows[kind], max(self._label, 0), kind)
            paths[column] = (*_kept(header.paths[value]), own)
        return replace(header, paths=tuple(paths))


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
        if not is_generic(cell.text) and meaning.doubt is not Doubt.UNKNOWN_WORDS:
            kept.append(cell)
        elif meaning.scale != 1:
            kept.append(replace(cell, value=_SCALES.get(meaning.scale, cell.value)))
    return tuple(kept)
