"""What the reading library hides of an .ods: read from its content part, if anything of it is there."""

import re
from collections.abc import Iterable, Iterator
from typing import Final
from xml.parsers import expat
from xml.sax.saxutils import unescape

from model.excel.archive import Archive
from model.excel.cell_kinds import ERROR_TEXTS, MOST_CELLS, MOST_COLUMNS, CellKinds

_LARGEST_PART: Final = 256 * 1024**2
_SIGNS: Final = (b"visibility", b"percentage", b"formula", b'"error"', b"-spanned")
_NAME: Final = re.compile(rb'<table:table [^<>]*?table:name="([^"]*)"[^<>]*>')
_LONGEST_TAG: Final = 64 * 1024
_HIDING: Final = frozenset(["collapse", "filter"])
_MOST_ROWS: Final = 1_048_576
_ERRORS: Final = ERROR_TEXTS | {"Err:502", "Err:504", "Err:508", "Err:509", "Err:511", "Err:522", "Err:523"}
_CELLS: Final = frozenset(["table-cell", "covered-table-cell"])


def kinds_of_ods(archive: Archive) -> dict[str, CellKinds]:
    """Return, by the name of the sheet, what its cells and rows are that the library does not tell."""
    part = next((part for part in archive.parts if part.filename == "content.xml"), None)
    if part is None:
        return {}
    if part.file_size > _LARGEST_PART:
        return {name: CellKinds(blind=True) for name in _names(archive.pieces(part))}
    content = b"".join(archive.pieces(part))
    if not any(sign in content for sign in _SIGNS):
        return {}
    tables = _Tables()
    parser = expat.ParserCreate()
    parser.StartElementHandler = tables.start
    parser.EndElementHandler = tables.end
    parser.CharacterDataHandler = tables.text
    parser.Parse(content, True)
    return tables.sheets


def _names(pieces: Iterable[bytes]) -> Iterator[str]:
    """The names of the sheets of a part that is too large to be looked at whole."""
    tail = b""
    for piece in pieces:
        chunk = tail + piece
        for found in _NAME.finditer(chunk):
            yield unescape(found[1].decode("utf-8", errors="replace"), {"&quot;": '"', "&apos;": "'"})
        tail = chunk[chunk.rfind(b"<") :][-_LONGEST_TAG:]


class _Tables:
    """Follows tables, columns, rows and cells by their places; repeated ones count as often as they stand."""

    def __init__(self) -> None:
        self.sheets: dict[str, CellKinds] = {}
        self._sheet = CellKinds()
        self._row = self._column = self._repeat = 0
        self._letters: list[str] = []
        self._cell: dict[str, str] | None = None
        self._depth = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        kind = name.rpartition(":")[2]
        if kind == "table":
            self._depth += 1
            if self._depth == 1:
                self._sheet = self.sheets.setdefault(attributes.get("table:name", ""), CellKinds())
                self._row = self._column = 0
        elif kind == "table-column":
            last = self._column + _repeated(attributes, "table:number-columns-repeated")
            if attributes.get("table:visibility") in _HIDING:
                self._sheet.hide_columns(self._column, last - 1)
            self._column = last
        elif kind == "table-row":
            self._column = 0
            self._repeat = _repeated(attributes, "table:number-rows-repeated")
            if attributes.get("table:visibility") in _HIDING:
                self._sheet.hidden_rows.update(range(self._row, min(self._row + self._repeat, _MOST_ROWS)))
        elif kind in _CELLS:
            self._cell, self._letters = attributes, []

    def text(self, letters: str) -> None:
        if self._cell is not None and len(self._letters) < 10:
            self._letters.append(letters)

    def end(self, name: str) -> None:
        kind = name.rpartition(":")[2]
        if kind == "table":
            self._depth -= 1
        elif kind == "table-row":
            self._row += self._repeat
        elif kind in _CELLS and self._cell is not None:
            self._look(self._cell, "".join(self._letters).strip())
            self._span(self._cell)
            self._column += _repeated(self._cell, "table:number-columns-repeated")
            self._cell = None

    def _look(self, cell: dict[str, str], text: str) -> None:
        formula = "table:formula" in cell
        value = cell.get("office:value-type")
        if value == "percentage":
            add = self._sheet.add_percent
        elif cell.get("calcext:value-type") == "error" or (formula and text in _ERRORS):
            for place in self._places(cell):
                self._sheet.add_error(place, text or "#")
            return
        elif formula and value is None and not text:
            add = self._sheet.add_uncomputed
        else:
            return
        for place in self._places(cell):
            add(place)

    def _span(self, cell: dict[str, str]) -> None:
        down = _repeated(cell, "table:number-rows-spanned")
        across = _repeated(cell, "table:number-columns-spanned")
        last = min(self._row + down, _MOST_ROWS) - 1, min(self._column + across, MOST_COLUMNS) - 1
        self._sheet.add_merge(self._row, self._column, *last)

    def _places(self, cell: dict[str, str]) -> list[tuple[int, int]]:
        across = min(_repeated(cell, "table:number-columns-repeated"), MOST_COLUMNS)
        down = min(self._repeat, MOST_CELLS // max(1, across) + 1)
        return [
            (row, column)
            for row in range(self._row, self._row + down)
            for column in range(self._column, self._column + across)
        ]


def _repeated(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    return max(1, int(text[:8])) if text.isascii() and text.isdigit() else 1
