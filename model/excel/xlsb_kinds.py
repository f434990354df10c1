"""What the reading library hides of an .xlsb: read from the records of its sheet and style parts."""

import posixpath
import re
import struct
from typing import Final

from model.excel.archive import Archive
from model.excel.cell_kinds import ERRORS, PERCENT_FORMATS, CellKinds, shows_percent
from model.excel.xlsb_records import records

_LARGEST_PART: Final = 128 * 1024**2
"""A part beyond this is not searched: the reading library takes some seconds for it, this more."""
_ROW, _BLANK, _SMALL_NUMBER, _ERROR, _NUMBER = 0, 1, 2, 3, 5
_FORMULA_NUMBER, _FORMULA_ERROR = 9, 11
_NUMBERS: Final = frozenset([_SMALL_NUMBER, _NUMBER, _FORMULA_NUMBER])
_COLUMNS: Final = 60
_MERGE: Final = 176
_FORMAT, _STYLE, _STYLES_BEGIN, _STYLES_END = 44, 47, 617, 618
_SHEET: Final = 156
_ROW_HIDDEN: Final = 0x10
_ATTRIBUTE: Final = re.compile(r"(\w+)\s*=\s*[\"']([^\"']*)[\"']")
_RELATION: Final = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")


def kinds_of_xlsb(archive: Archive) -> dict[str, CellKinds]:
    """Return, by the name of the sheet, what its cells and rows are that the library does not tell.

    A formula of such a file always has a result, so none is ever uncalculated.
    """
    relations = archive.text("xl/_rels/workbook.bin.rels")
    tags = [dict(_ATTRIBUTE.findall(tag)) for tag in _RELATION.findall(relations)]
    targets = {tag.get("Id", ""): tag.get("Target", "") for tag in tags}
    percents = _percent_styles(_content(archive, "xl/styles.bin") or b"")
    found: dict[str, CellKinds] = {}
    for kind, data in records(_content(archive, "xl/workbook.bin") or b""):
        if kind == _SHEET and len(data) > 12:
            relation, place = _text(data, 8)
            target = targets.get(relation, "")
            path = target[1:] if target.startswith("/") else posixpath.normpath(f"xl/{target}")
            found[_text(data, place)[0]] = _kinds_of_sheet(_content(archive, path), percents)
    return found


def _content(archive: Archive, path: str) -> bytes | None:
    part = next((part for part in archive.parts if part.filename == path), None)
    if part is None or part.file_size > _LARGEST_PART:
        return None
    return b"".join(archive.pieces(part))


def _kinds_of_sheet(content: bytes | None, percents: frozenset[int]) -> CellKinds:
    sheet = CellKinds(blind=content is None)
    row = 0
    for kind, data in records(content or b""):
        if kind == _ROW and len(data) >= 12:
            row = struct.unpack_from("<I", data)[0]
            if data[11] & _ROW_HIDDEN:
                sheet.hidden_rows.add(row)
        elif kind == _COLUMNS and len(data) >= 17:
            if data[16] & 1:
                sheet.hide_columns(*struct.unpack_from("<II", data))
        elif kind == _MERGE and len(data) >= 16:
            top, bottom, left, right = struct.unpack_from("<IIII", data)
            sheet.add_merge(top, left, bottom, right)
        elif _BLANK < kind <= _FORMULA_ERROR and len(data) > 8:
            column, style = struct.unpack_from("<II", data)
            if kind in {_ERROR, _FORMULA_ERROR}:
                sheet.add_error((row, column), ERRORS.get(data[8], "#"))
            elif kind in _NUMBERS and (style & 0xFFFFFF) in percents:
                sheet.add_percent((row, column))
    return sheet


def _percent_styles(content: bytes) -> frozenset[int]:
    formats, styles, listing = set(PERCENT_FORMATS), [], False
    for kind, data in records(content):
        if kind in {_STYLES_BEGIN, _STYLES_END}:
            listing = kind == _STYLES_BEGIN
        elif kind == _FORMAT and len(data) > 6 and shows_percent(_text(data, 2)[0]):
            formats.add(struct.unpack_from("<H", data)[0])
        elif kind == _STYLE and listing and len(data) >= 4:
            styles.append(struct.unpack_from("<H", data, 2)[0])
    return frozenset(index for index, number in enumerate(styles) if number in formats)


def _text(data: bytes, place: int) -> tuple[str, int]:
    """The text whose length stands at *place*, and where it ends."""
    count = int.from_bytes(data[place : place + 4], "little")
    end = place + 4 + 2 * min(count, len(data))
    return data[place + 4 : end].decode("utf-16-le", errors="replace"), end
