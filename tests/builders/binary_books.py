"""Binary workbooks, .xls and .xlsb, written record by record: what no library here can write."""

import struct
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO

from tests.builders.broken_files import compound

Record = tuple[int, bytes]


def xls(
    sheets: Mapping[str, Sequence[Record]],
    *,
    styles: Sequence[int] = (0,),
    formats: Mapping[int, str] | None = None,
) -> bytes:
    """An .xls of these sheets; *styles* are the format numbers of its cell styles, *formats* their codes."""
    return compound("Workbook", content=xls_stream(sheets, styles=styles, formats=formats))


def xls_stream(
    sheets: Mapping[str, Sequence[Record]],
    *,
    styles: Sequence[int] = (0,),
    formats: Mapping[int, str] | None = None,
    before: Sequence[Record] = (),
) -> bytes:
    """The workbook stream of an .xls; *before* are records right after its beginning."""
    begin = struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0)
    head: list[Record] = [(0x0809, begin), *before, (0x0042, struct.pack("<H", 1200))]
    for index, code in (formats or {}).items():
        head.append((0x041E, struct.pack("<HHB", index, len(code), 0) + code.encode()))
    head += [(0x00E0, struct.pack("<HH", 0, index) + bytes(16)) for index in styles]
    bodies = [
        packed([(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0)), *records, (0x000A, b"")])
        for records in sheets.values()
    ]
    listed = sum(12 + len(name) for name in sheets)
    place = len(packed(head)) + listed + 4
    tail: list[Record] = []
    for name, body in zip(sheets, bodies, strict=True):
        tail.append((0x0085, struct.pack("<IHBB", place, 0, len(name), 0) + name.encode("latin-1")))
        place += len(body)
    return packed([*head, *tail, (0x000A, b"")]) + b"".join(bodies)


def packed(records: Sequence[Record]) -> bytes:
    """The records of an .xls one after another."""
    return b"".join(struct.pack("<HH", kind, len(data)) + data for kind, data in records)


def number(row: int, column: int, value: float, style: int = 0) -> Record:
    """A cell with a number."""
    return 0x0203, struct.pack("<HHHd", row, column, style, value)


def label(row: int, column: int, text: str) -> Record:
    """A cell with a text."""
    return 0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 0) + text.encode("latin-1")


def error(row: int, column: int, code: int) -> Record:
    """A cell that holds an error."""
    return 0x0205, struct.pack("<HHHBB", row, column, 0, code, 1)


def error_formula(row: int, column: int, code: int) -> Record:
    """A formula whose result is an error."""
    return 0x0006, struct.pack("<HHHBBBBHHHIH", row, column, 0, 2, 0, code, 0, 0, 0xFFFF, 0, 0, 0)


def hidden_row(row: int) -> Record:
    """A row that is not shown."""
    return 0x0208, struct.pack("<HHHHHHII", row, 0, 3, 255, 0, 0, 0x20, 0)


def hidden_columns(first: int, last: int) -> Record:
    """Columns that are not shown."""
    return 0x007D, struct.pack("<HHHHHH", first, last, 2000, 0, 1, 0)


def many(row: int, first: int, values: Sequence[float], styles: Sequence[int]) -> Record:
    """Several cells with whole numbers in one record."""
    pairs = zip(values, styles, strict=True)
    cells = b"".join(struct.pack("<HI", style, (int(value) << 2) | 2) for value, style in pairs)
    return 0x00BD, struct.pack("<HH", row, first) + cells + struct.pack("<H", first + len(values) - 1)


def xlsb(
    records: Sequence[Record],
    *,
    columns: Sequence[Record] = (),
    styles: Sequence[int] = (0,),
    formats: Mapping[int, str] | None = None,
) -> bytes:
    """An .xlsb with one sheet "Rekap" of these records; *styles* and *formats* as for an .xls."""
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
        "</Types>"
    )
    listed = [(44, struct.pack("<H", n) + _wide(code)) for n, code in (formats or {}).items()]
    listed += [(617, struct.pack("<I", len(styles)))]
    listed += [(47, struct.pack("<HH", 0, n) + bytes(12)) for n in styles] + [(618, b"")]
    named = struct.pack("<II", 0, 1) + _wide("rId1") + _wide("Rekap")
    book = [(131, b""), (143, b""), (156, named), (144, b""), (132, b"")]
    reach = struct.pack("<IIII", 0, 9, 0, 9)
    sheet = [(129, b""), (148, reach), *columns, (145, b""), *records, (146, b""), (130, b"")]
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("_rels/.rels", _related("officeDocument", "xl/workbook.bin"))
        archive.writestr("xl/workbook.bin", _packed_bin(book))
        archive.writestr("xl/_rels/workbook.bin.rels", _related("worksheet", "worksheets/sheet1.bin"))
        archive.writestr("xl/styles.bin", _packed_bin(listed))
        archive.writestr("xl/worksheets/sheet1.bin", _packed_bin(sheet))
    return content.getvalue()


def bin_row(row: int, *, hidden: bool = False) -> Record:
    """The beginning of a row."""
    return 0, struct.pack("<IIHBB", row, 0, 300, 0, 0x10 if hidden else 0) + bytes(5)


def bin_columns(first: int, last: int) -> Record:
    """Columns that are not shown."""
    return 60, struct.pack("<IIIIH", first, last, 2000, 0, 1)


def bin_number(column: int, value: float, style: int = 0, kind: int = 5) -> Record:
    """A cell with a number."""
    return kind, struct.pack("<IId", column, style, value)


def bin_error(column: int, code: int, kind: int = 3) -> Record:
    """A cell that holds an error, *kind* 11 as the result of a formula."""
    return kind, struct.pack("<IIB", column, 0, code) + (bytes(10) if kind == 11 else b"")


def bin_text(column: int, text: str) -> Record:
    """A cell with a text."""
    return 6, struct.pack("<II", column, 0) + _wide(text)


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _packed_bin(records: Sequence[Record]) -> bytes:
    return b"".join(_varint(kind) + _varint(len(data)) + data for kind, data in records)


def _varint(value: int) -> bytes:
    out = b""
    while value > 0x7F:
        out += bytes([value & 0x7F | 0x80])
        value >>= 7
    return out + bytes([value])


def _related(kind: str, target: str) -> str:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        f'Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
        f'Target="{target}"/></Relationships>'
    )
