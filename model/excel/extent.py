"""How far a sheet reaches against how many cells it has, measured before anything opens it.

The reading library sets aside a place for every cell between the first and the last one. One lone
cell at XFD1048576 asks for 17 thousand million places and ends the whole program, so such a sheet
must be found first. Each format has its own way to say where a cell stands.
"""

import re
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final
from xml.parsers import expat

import numpy as np

from model.excel.grid import a1
from model.excel.xlsb_records import records

HARMLESS_AREA: Final = 8_000_000
"""So many places (about 300 MB) are never refused, however few of them are filled."""
SPARSE: Final = 20
"""More places than this for every filled one is not a table."""
WIDE: Final = 1024
"""No table has more columns than this, nearly all of them empty: a lone cell was typed at the far end."""
LARGEST_AREA: Final = 120_000_000
"""More than this is refused even if every place is filled."""

MOST_ROWS: Final = 1_048_576
MOST_COLUMNS: Final = 16_384

_ANY_CELL: Final = re.compile(rb"<(?:\w+:)?c\b[^>]*?\sr\s*=\s*[\"']([A-Za-z]+)(\d+)[\"'][^>]*(?<!/)>")
_REFERENCE: Final = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]*)(\d+)")
_ROW: Final = re.compile(rb"<(?:\w+:)?row\b[^>]*?\br\s*=\s*[\"'](\d+)")
_LETTERS: Final = 26
_TAIL: Final = 64
_LONGEST_TAG: Final = 1024**2
_LONGEST_LETTERS: Final = 6
_LONGEST_DIGITS: Final = 12
_SPACE, _I, _R, _S, _V, _EQUALS, _END = b" irsv=>"
_A, _ZERO = np.uint8(ord("a")), np.uint8(ord("0"))
_QUOTES: Final = (34, 39)


@dataclass(frozen=True, slots=True)
class Extent:
    """The reach of a sheet: rows and columns from A1, and how many cells hold something."""

    rows: int = 0
    columns: int = 0
    filled: int = 0

    @property
    def area(self) -> int:
        """The number of places up to the far corner."""
        return self.rows * self.columns

    @property
    def corner(self) -> str:
        """The far corner as an address, "XFD1048576"."""
        return a1(max(0, self.rows - 1), max(0, self.columns - 1))

    @property
    def is_sparse(self) -> bool:
        """Say whether a few lone cells stand so far out that the sheet must not be opened."""
        is_large = self.area > HARMLESS_AREA or self.columns > WIDE
        return is_large and self.area > SPARSE * max(1, self.filled)

    @property
    def is_impossible(self) -> bool:
        """Say whether the sheet reaches where no program has cells."""
        return self.rows > MOST_ROWS or self.columns > MOST_COLUMNS

    @property
    def is_too_large(self) -> bool:
        """Say whether the sheet is beyond what can be held, filled or not."""
        return self.area > LARGEST_AREA

    def including(self, row: int, column: int) -> "Extent":
        """Return the extent with one more filled cell at a zero-based place."""
        return Extent(max(self.rows, row + 1), max(self.columns, column + 1), self.filled + 1)


def bound_of_xml(pieces: Iterable[bytes]) -> Extent:
    """Return an upper bound of the extent of an .xlsx sheet part, cheaply.

    Every reference counts, also that of a cell which is a mere format (:func:`exact_of_xml` leaves
    those out), and what stands without one counts by its number.
    """
    rows, columns, tags, starts, tail = 0, 0, 0, 0, b""
    for piece in pieces:
        tags += _values(tail[-2:] + piece)
        far, wide = _reach(tail + piece)
        rows, columns = max(rows, far), max(columns, wide)
        if not columns:
            starts += piece.count(b"<row") + piece.count(b":row")
        tail = (tail + piece)[-_TAIL:]
    # Each value has an opening and a closing tag, whatever their prefix.
    filled = tags // 2
    if not columns and filled:
        # Cells without references stand one after the other, in as many rows as there are row tags.
        return Extent(max(rows, starts), _LETTERS // 2, filled)
    return Extent(rows, columns, filled)


def _values(chunk: bytes) -> int:
    """How many tags end in "v>" or "is>" after the first two bytes."""
    signs = np.frombuffer(chunk, dtype=np.uint8)
    ends = signs[2:] == _END
    values = np.count_nonzero(ends & (signs[1:-1] == _V))
    inline = np.flatnonzero(ends & (signs[1:-1] == _S))
    return int(values + np.count_nonzero(signs[inline] == _I))


def _reach(chunk: bytes) -> tuple[int, int]:
    """The last row and column that any attribute r="..." in *chunk* names, counted from 1."""
    signs = np.frombuffer(chunk + bytes(_TAIL), dtype=np.uint8)
    # What the end of the chunk cuts off comes again at the beginning of the next one.
    at = np.flatnonzero(signs[1 : len(chunk) - 2] == _R) + 2
    after = signs[at]
    at = at[(signs[at - 2] <= _SPACE) & ((after == _EQUALS) | (after <= _SPACE))]
    quote = signs[at + 1]
    if not ((signs[at] == _EQUALS) & ((quote == _QUOTES[0]) | (quote == _QUOTES[1]))).all():
        # Space around the sign is allowed, and nobody writes it: no need to be fast.
        found = set(_REFERENCE.findall(chunk))
        return (
            max((_number(digits) for _, digits in found), default=0),
            max((_column(letters) for letters, _ in found), default=0),
        )
    return _furthest(signs, at + 2)


def _furthest(signs: np.ndarray[Any, np.dtype[np.uint8]], at: np.ndarray[Any, Any]) -> tuple[int, int]:
    """The last row and column among the references that begin at the places *at*."""
    column = np.zeros(len(at), dtype=np.int32)
    for _ in range(_LONGEST_LETTERS):
        letter = (signs[at] | 0x20) - _A  # below the letter "a" it comes round to a large number
        is_letter = letter < _LETTERS
        if not is_letter.any():
            break
        column = np.where(is_letter, column * _LETTERS + letter + 1, column)
        at = at + is_letter
    row = np.zeros(len(at), dtype=np.int64)
    for _ in range(_LONGEST_DIGITS):
        digit = signs[at] - _ZERO
        is_digit = digit <= 9
        if is_digit.all():
            row = row * 10 + digit
            at = at + 1
            continue
        if not is_digit.any():
            break
        row = np.where(is_digit, row * 10 + digit, row)
        at = at + is_digit
    # More letters than are looked at are a column nobody has, whatever follows them.
    is_one = (row > 0) | (column > MOST_COLUMNS)
    return int(row.max(initial=0)), int(column[is_one].max(initial=0))


def exact_of_xml(pieces: Iterable[bytes]) -> Extent:
    """Return the extent of an .xlsx sheet part by every cell that is not a mere format.

    Where cells stand without a reference of their own, the numbers of the rows count as well.
    """
    rows, columns, filled, values, last_row, tail = 0, 0, 0, 0, 0, b""
    for piece in pieces:
        chunk = tail + piece
        cut = chunk.rfind(b"<")
        chunk, tail = chunk[:cut], chunk[cut:][-_LONGEST_TAG:]
        values += (chunk.count(b"v>") + chunk.count(b"is>")) // 2
        last_row = max([last_row, *map(_number, _ROW.findall(chunk))])
        found = _ANY_CELL.findall(chunk)
        if found:
            filled += len(found)
            columns = max(columns, max(map(_column, {letters for letters, _ in found})))
            rows = max(rows, max(_number(digits) for _, digits in found))
    return Extent(max(rows, last_row) if values > filled else rows, columns, filled)


def of_binary(content: bytes) -> Extent:
    """Return the extent of an .xlsb sheet part."""
    extent, row = Extent(), 0
    for kind, data in records(content):
        if kind == 0 and len(data) >= 4:
            row = struct.unpack_from("<I", data)[0]
        elif 2 <= kind <= 11 and len(data) >= 4:
            extent = extent.including(row, struct.unpack_from("<I", data)[0])
    return extent


_BIFF_CELLS: Final = frozenset([0x0006, 0x0203, 0x0204, 0x0205, 0x00FD, 0x027E, 0x00D6])
_BIFF_MANY: Final = 0x00BD
_BIFF_BEGIN: Final = 0x0809


def of_biff(content: bytes) -> tuple[Extent, ...]:
    """Return the extents of the sheets of an .xls workbook stream, in the order of the stream."""
    extents: list[Extent] = []
    place = 0
    while place + 4 <= len(content):
        kind, length = struct.unpack_from("<HH", content, place)
        place += 4
        if kind == _BIFF_BEGIN:
            extents.append(Extent())
        elif extents and kind in _BIFF_CELLS and place + 4 <= len(content):
            extents[-1] = extents[-1].including(*struct.unpack_from("<HH", content, place))
        elif extents and kind == _BIFF_MANY and length >= 6 and place + length <= len(content):
            row, last = struct.unpack_from("<H", content, place)[0], place + length - 2
            extents[-1] = extents[-1].including(row, struct.unpack_from("<H", content, last)[0])
        place += length
    return tuple(extents)


class _Table:
    """Follows the rows and cells of an .ods part and remembers only those that hold something."""

    def __init__(self) -> None:
        self.extents: list[Extent] = []
        self.row = self.column = 0
        self.filled_to = 0
        self.repeat = 1

    def start(self, name: str, attributes: dict[str, str]) -> None:
        kind = name.rpartition(":")[2]
        if kind == "table":
            self.extents.append(Extent())
            self.row = 0
        elif kind == "table-row":
            self.column = self.filled_to = 0
            self.repeat = _repeated(attributes, "table:number-rows-repeated")
        elif kind in {"table-cell", "covered-table-cell"}:
            self.column += _repeated(attributes, "table:number-columns-repeated")
            if any(key.startswith(("office:value", "calcext:value")) for key in attributes):
                self.filled_to = self.column
        elif kind == "p" and self.extents:
            self.filled_to = self.column

    def end(self, name: str) -> None:
        if name.rpartition(":")[2] == "table-row" and self.extents:
            self.row += self.repeat
            if self.filled_to:
                last = self.extents[-1]
                self.extents[-1] = Extent(
                    self.row, max(last.columns, self.filled_to), last.filled + self.filled_to
                )


def of_open_document(pieces: Iterable[bytes]) -> tuple[Extent, ...]:
    """Return the extents of the tables of an .ods content part; repeated cells count as they stand.

    Raises expat.ExpatError for a part that is not well-formed.
    """
    table = _Table()
    parser = expat.ParserCreate()
    parser.StartElementHandler = table.start
    parser.EndElementHandler = table.end
    for piece in pieces:
        parser.Parse(piece, False)
    parser.Parse(b"", True)
    return tuple(table.extents)


def _repeated(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    return max(1, _number(text.encode())) if text.isascii() and text.isdigit() else 1


def _number(digits: bytes) -> int:
    # A reference of more digits than any sheet has rows is far out whatever it says exactly.
    return int(digits[:12])


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper()[:6]:
        number = number * _LETTERS + letter - ord("A") + 1
    return number
