"""What the reading library hides of an .xls: read from the records of its workbook stream."""

import struct
from collections.abc import Iterator
from typing import Final

from model.excel.cell_kinds import ERRORS, PERCENT_FORMATS, CellKinds, shows_percent

_BEGIN: Final = 0x0809
_SHEET: Final = 0x0085
_FORMAT: Final = 0x041E
_STYLE: Final = 0x00E0
_ROW: Final = 0x0208
_COLUMNS: Final = 0x007D
_FORMULA: Final = 0x0006
_NUMBERS: Final = frozenset([0x0203, 0x027E])
_MANY: Final = 0x00BD
_ERROR: Final = 0x0205
_BIFF8: Final = b"\x00\x06"
_ROW_HIDDEN: Final = 0x20
_RESULT_IS_ERROR: Final = 2
_CALCULATED_BY: Final = 0x01C1
"""Which Excel calculated the workbook: other programs do not say so, and it calculates theirs anew."""
_RESULT_IS_NOTHING: Final = 3
_NO_NUMBER: Final = b"\xff\xff"
_WHEN_OPENED: Final = 0x02
"""The mark of a formula that is to be calculated when the file is opened."""


def kinds_of_xls(stream: bytes) -> dict[str, CellKinds]:
    """Return, by the name of the sheet, what the cells of a workbook stream are that nobody tells.

    Excel always writes the results of its formulas. Programs that cannot calculate write nothing or
    zeros, and ask Excel to calculate when it opens the file: such formulas were never calculated.
    """
    book = _Book(stream)
    for begin, kind, data in _records(stream):
        book.take(begin, kind, data)
    book.end_sheet()
    return book.sheets


def _records(stream: bytes) -> Iterator[tuple[int, int, bytes]]:
    place = 0
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, place)
        yield place, kind, stream[place + 4 : place + 4 + length]
        place += 4 + length


class _Book:
    """Follows the records: names, formats and styles come first, then the sheets one by one."""

    def __init__(self, stream: bytes) -> None:
        self.sheets: dict[str, CellKinds] = {}
        self._is_new = stream[4:6] == _BIFF8
        self._names: dict[int, str] = {}
        self._formats = set(PERCENT_FORMATS)
        self._styles: list[int] = []
        self._percents: frozenset[int] = frozenset()
        self._sheet: CellKinds | None = None
        self._by_excel = False
        self._without: list[tuple[int, int]] = []
        self._has_results = False

    def take(self, begin: int, kind: int, data: bytes) -> None:
        """Take in the next record, which begins at *begin* of the stream."""
        if kind == _BEGIN:
            self.end_sheet()
            name = self._names.get(begin)
            self._sheet = self.sheets.setdefault(name, CellKinds()) if name is not None else None
            styles = enumerate(self._styles)
            self._percents = frozenset(index for index, number in styles if number in self._formats)
        elif self._sheet is None:
            self._describe(kind, data)
        elif len(data) >= 6:
            self._look(self._sheet, kind, data)

    def end_sheet(self) -> None:
        """Take zeros and nothing for no results where no formula of the sheet has any other."""
        if self._sheet is not None and not self._has_results:
            for cell in self._without:
                self._sheet.add_uncomputed(cell)
        self._without, self._has_results = [], False

    def _describe(self, kind: int, data: bytes) -> None:
        if kind == _SHEET and len(data) > 7:
            self._names[struct.unpack_from("<I", data)[0]] = self._text(data[6:], 1)
        elif kind == _FORMAT and len(data) > 3 and shows_percent(self._text(data[2:], 1 + self._is_new)):
            self._formats.add(struct.unpack_from("<H", data)[0])
        elif kind == _CALCULATED_BY:
            self._by_excel = True
        elif kind == _STYLE and len(data) >= 4:
            self._styles.append(struct.unpack_from("<H", data, 2)[0])

    def _text(self, data: bytes, width: int) -> str:
        """A text after its length of *width* bytes; newer files say how wide its letters are."""
        count = int.from_bytes(data[:width], "little")
        if not self._is_new:
            return data[width : width + count].decode("cp1252", errors="replace")
        start = width + 1
        if data[width : width + 1] and data[width] & 1:
            return data[start : start + 2 * count].decode("utf-16-le", errors="replace")
        return data[start : start + count].decode("latin-1")

    def _look(self, sheet: CellKinds, kind: int, data: bytes) -> None:
        row, column, style = struct.unpack_from("<HHH", data)
        if kind == _ROW and len(data) >= 16:
            sheet.hidden_rows |= {row} if data[12] & _ROW_HIDDEN else set()
        elif kind == _COLUMNS and len(data) >= 10:
            # Here the first two numbers are the first and the last column.
            sheet.hide_columns(row, column if data[8] & 1 else -1)
        elif kind in _NUMBERS:
            self._number(sheet, row, column, style)
        elif kind == _MANY:
            for step in range((len(data) - 6) // 6):
                self._number(sheet, row, column + step, struct.unpack_from("<H", data, 4 + 6 * step)[0])
        elif kind == _ERROR and len(data) >= 8 and data[7]:
            sheet.add_error((row, column), ERRORS.get(data[6], "#"))
        elif kind == _FORMULA and len(data) >= 14:
            self._result(sheet, (row, column), style, data)

    def _result(self, sheet: CellKinds, place: tuple[int, int], style: int, data: bytes) -> None:
        is_to_come = len(data) > 14 and bool(data[14] & _WHEN_OPENED)
        if data[12:14] != _NO_NUMBER:
            self._number(sheet, *place, style)
            is_zero = is_to_come and not any(data[6:14])
            self._without += [place] if is_zero else []
            self._has_results |= not is_zero
        elif data[6] == _RESULT_IS_ERROR:
            sheet.add_error(place, ERRORS.get(data[8], "#"))
        elif data[6] != _RESULT_IS_NOTHING:
            self._has_results = True
        elif is_to_come:
            sheet.add_uncomputed(place)
        elif not self._by_excel:
            self._without.append(place)

    def _number(self, sheet: CellKinds, row: int, column: int, style: int) -> None:
        if style in self._percents:
            sheet.add_percent((row, column))
