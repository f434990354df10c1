"""The XML of one sheet, of which single cells are set and everything else keeps its bytes.

Rows are found by pattern and not by parser: a sheet of 250,000 rows has 100 MB, and a parser's events
for them take half a minute.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple
from xml.sax.saxutils import escape

from openpyxl.formula.translate import Translator

from model.excel.grid import a1, place
from model.excel.workbook_parts import attributes, with_attributes

_ROW: Final = re.compile(rb"<row(?=[\s/>])([^>]*?)(/>|>)")
_NUMBER: Final = re.compile(rb"\br=[\"'](\d+)[\"']")
_CELL: Final = re.compile(rb"<c(?=[\s/>])([^>]*?)(?:/>|>(.*?)</c>)", re.DOTALL)
_ROW_WITH_CELLS: Final = re.compile(rb"<row(?=[\s>])[^>]*(?<!/)>(.*?)</row>", re.DOTALL)
_FORMULA: Final = re.compile(rb"<f(?=[\s/>])([^>]*?)(?:/>|>(.*?)</f>)", re.DOTALL)
_ARRAY: Final = re.compile(rb"<f(?=\s)([^>]*\bt=[\"'](?:array|dataTable)[\"'][^>]*)>")
_DATA: Final = re.compile(rb"<sheetData\s*/>|<sheetData(?=[\s>])[^>]*>(.*?)</sheetData>", re.DOTALL)
_DIMENSION: Final = re.compile(rb'(<dimension\b[^>]*?\bref=")([^"]*)(")')
_SPANS: Final = re.compile(rb'\s+spans="[^"]*"')

Value = str | float | None


class Written(NamedTuple):
    """What a cell shall hold: text, a number (days as Excel counts them), or nothing; and its format.

    ``style`` None keeps the one that the cell has.
    """

    value: Value
    style: int | None = None


@dataclass(frozen=True, slots=True)
class _Cell:
    column: int
    given: bytes
    """What stands in its start tag."""
    inside: bytes
    xml: bytes


class SheetPart:
    """A worksheet part with rows to be set."""

    def __init__(self, xml: bytes) -> None:
        found = _DATA.search(xml)
        if found is None:
            raise ValueError("no sheetData")
        self._before, self._after = xml[: found.start()], xml[found.end() :]
        self._rows = found[1] or b""
        self._edits: dict[int, dict[int, Written]] = {}
        self.lost_formulas: set[str] = set()
        """Addresses of formulas that a value has taken the place of, once ``xml`` was asked for."""

    def set(self, row: int, column: int, written: Written) -> None:
        """Let the cell at a zero-based place hold something."""
        self._edits.setdefault(row, {})[column] = written

    @property
    def width(self) -> int:
        """How many columns any of its rows reaches with something in them."""
        rows = _ROW_WITH_CELLS.findall(self._rows)
        reach = [cell.column for row in rows for cell in _cells(row) if cell.inside]
        set_ = [column for cells in self._edits.values() for column in cells]
        return max([-1, *reach, *set_]) + 1

    @property
    def is_changed(self) -> bool:
        """Some cell was set."""
        return bool(self._edits)

    def xml(self) -> bytes:
        """Return the part with what was set. Rows that were not touched keep their bytes.

        Raises ValueError where a cell of an array formula was set: Excel would compute over it.
        """
        self._refuse_arrays()
        if not self._edits:
            return self._before + b"<sheetData>" + self._rows + b"</sheetData>" + self._after
        pieces, copied = [], 0
        waiting = sorted(self._edits)
        for row, start, end, tag in self._spans():
            while waiting and waiting[0] < row:
                pieces += [self._rows[copied:start], self._new_row(waiting.pop(0))]
                copied = start
            if waiting and waiting[0] == row:
                waiting.pop(0)
                pieces += [self._rows[copied:start], self._changed_row(row, self._rows[start:end], tag)]
                copied = end
        pieces.append(self._rows[copied:])
        pieces += [self._new_row(row) for row in waiting]
        rows = self._with_heirs(b"".join(pieces))
        return self._dimensioned(self._before) + b"<sheetData>" + rows + b"</sheetData>" + self._after

    def _refuse_arrays(self) -> None:
        edited = {(row, column) for row, cells in self._edits.items() for column in cells}
        for found in _ARRAY.findall(self._rows):
            first, _, last = attributes(found).get("ref", "A1").partition(":")
            (top, left), (bottom, right) = place(first), place(last or first)
            if any(top <= row <= bottom and left <= column <= right for row, column in edited):
                raise ValueError("array formula")

    def _spans(self) -> Iterator[tuple[int, int, int, re.Match[bytes]]]:
        """Yield each row with where it begins and ends."""
        row, at = -1, 0
        while found := _ROW.search(self._rows, at):
            given = _NUMBER.search(found[1])
            row = int(given[1]) - 1 if given else row + 1
            at = found.end()
            if found[2] == b">":
                at = self._rows.index(b"</row>", at) + len(b"</row>")
            yield row, found.start(), at, found

    def _new_row(self, row: int) -> bytes:
        cells = [_cell_xml(row, column, written, "") for column, written in sorted(self._edits[row].items())]
        inside = b"".join(cells)
        return b'<row r="%d">%s</row>' % (row + 1, inside) if inside else b""

    def _changed_row(self, row: int, whole: bytes, tag: re.Match[bytes]) -> bytes:
        edits = dict(self._edits[row])
        head = len(tag[0])
        cells = list(_cells(whole[head:]))
        pieces = []
        for cell in cells:
            for column in sorted(column for column in edits if column < cell.column):
                pieces.append(_cell_xml(row, column, edits.pop(column), ""))
            if cell.column in edits:
                if b"<f" in cell.inside:
                    self.lost_formulas.add(a1(row, cell.column))
                style = attributes(cell.given).get("s", "")
                pieces.append(_cell_xml(row, cell.column, edits.pop(cell.column), style))
            else:
                pieces.append(cell.xml)
        pieces += [_cell_xml(row, column, written, "") for column, written in sorted(edits.items())]
        given = with_attributes(_SPANS.sub(b"", tag[1]), {"r": str(row + 1)})
        return b"<row%s>%s</row>" % (given, b"".join(pieces))

    def _with_heirs(self, rows: bytes) -> bytes:
        """Give the formula of a cell that others share, and that is gone, to the next of those."""
        if not self.lost_formulas or b'"shared"' not in self._rows:
            return rows
        for found in _CELL.finditer(self._rows):
            address = attributes(found[1]).get("r", "")
            formula = _FORMULA.search(found[2] or b"")
            if address in self.lost_formulas and formula and formula[2]:
                given = attributes(formula[1])
                if given.get("t") == "shared":
                    rows = _inherited(rows, given.get("si", ""), given.get("ref", ""), address, formula[2])
        return rows

    def _dimensioned(self, before: bytes) -> bytes:
        """Let the used area reach as far as what was set."""
        found = _DIMENSION.search(before)
        if found is None or not found[2]:
            return before
        first, _, last = found[2].decode("ascii").partition(":")
        bottom, right = place(last or first)
        filled = {
            (row, column)
            for row, cells in self._edits.items()
            for column, written in cells.items()
            if written.value is not None
        }
        bottom = max([bottom, *(row for row, _ in filled)])
        right = max([right, *(column for _, column in filled)])
        ref = f"{first}:{a1(bottom, right)}".encode()
        return before[: found.start(2)] + ref + before[found.end(2) :]


def _cells(inside: bytes) -> Iterator[_Cell]:
    column = -1
    for found in _CELL.finditer(inside):
        address = attributes(found[1]).get("r", "")
        column = place(address)[1] if address else column + 1
        yield _Cell(column, found[1], found[2] or b"", found[0])


def _cell_xml(row: int, column: int, written: Written, style: str) -> bytes:
    """Return a cell; b"" for an empty one without a format of its own."""
    kept = style if written.style is None else str(written.style)
    given = f'<c r="{a1(row, column)}"' + (f' s="{kept}"' if kept and kept != "0" else "")
    value = written.value
    if value is None:
        return f"{given}/>".encode() if kept and kept != "0" else b""
    if isinstance(value, str):
        # Line ends as references: a parser would turn a bare carriage return into a line feed.
        text = escape(value, {"\r": "&#13;"})
        return f'{given} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'.encode()
    number = str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else repr(float(value))
    return f"{given}><v>{number}</v></c>".encode()


def _inherited(rows: bytes, group: str, ref: str, origin: str, formula: bytes) -> bytes:
    """Return *rows* with the formula of a group written out at the first cell that still shares it."""
    text = formula.decode("utf-8")
    for found in _CELL.finditer(rows):
        shared = _FORMULA.search(found[2] or b"")
        given = attributes(shared[1]) if shared else {}
        if shared is None or given.get("t") != "shared" or given.get("si") != group or shared[2]:
            continue
        address = attributes(found[1])["r"]
        moved = Translator(f"={_plain(text)}", origin=origin).translate_formula(address)[1:]
        heir = f'<f t="shared" ref="{ref}" si="{group}">{escape(moved)}</f>'.encode()
        start = found.start(2)
        return rows[: start + shared.start()] + heir + rows[start + shared.end() :]
    return rows


def _plain(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
