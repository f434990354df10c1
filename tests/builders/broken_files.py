"""Files that must not be read: damaged, locked, swollen, or not workbooks at all. All bytes made here."""

import struct
import zipfile
from io import BytesIO

SHEET_HEAD = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
SHEET_TAIL = "</sheetData></worksheet>"
CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/>'
    "</Relationships>"
)
_WORKBOOK = (
    '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="Rekap" sheetId="1" r:id="rId1"/></sheets></workbook>'
)


def xlsx(cells: str = "", *, sheet: str | None = None, extra: dict[str, bytes] | None = None) -> bytes:
    """An .xlsx whose only sheet holds the given row elements, or is the given part as a whole."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("_rels/.rels", _RELATIONS.format(kind="officeDocument", target="xl/workbook.xml"))
        archive.writestr("xl/workbook.xml", _WORKBOOK)
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            _RELATIONS.format(kind="worksheet", target="worksheets/sheet1.xml"),
        )
        archive.writestr("xl/worksheets/sheet1.xml", sheet or SHEET_HEAD + cells + SHEET_TAIL)
        for name, content in (extra or {}).items():
            archive.writestr(name, content)
    return packed.getvalue()


def cell(address: str, value: float = 1) -> str:
    """A row element with one number at an address."""
    row = "".join(sign for sign in address if sign.isdigit())
    return f'<row r="{row}"><c r="{address}"><v>{value}</v></c></row>'


def with_declared_size(content: bytes, name: str, size: int) -> bytes:
    """The same zip, where the central directory says that the part *name* has *size* bytes unpacked."""
    changed = bytearray(content)
    place = changed.find(b"PK\x01\x02")
    while place >= 0:
        length = struct.unpack_from("<H", changed, place + 28)[0]
        if changed[place + 46 : place + 46 + length] == name.encode():
            struct.pack_into("<I", changed, place + 24, size)
        place = changed.find(b"PK\x01\x02", place + 4)
    return bytes(changed)


def ods(table: str = "", *, manifest: str = "") -> bytes:
    """An .ods with the given rows in one table; *manifest* may say that it is encrypted."""
    content = (
        '<?xml version="1.0"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="Rekap">{table}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
        archive.writestr("content.xml", content)
    return packed.getvalue()


def compound(*streams: str, content: bytes = b"", loop: bool = False) -> bytes:
    """A compound file (.xls, encrypted workbooks) with the given streams; *loop*: a chain bites its tail."""
    sector, end, free = 512, 0xFFFFFFFE, 0xFFFFFFFF
    body = content.ljust(max(4096, -(-len(content) // sector) * sector), b"\0")
    sectors = len(body) // sector
    chain = [place + 3 for place in range(sectors - 1)] + [2 if loop else end]
    fat = [0xFFFFFFFD, end, *chain]
    header = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(sector, b"\0"))
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIIII", header, 44, 1, 1, 0, 4096, end, 0, end, 0, 0)
    struct.pack_into("<109I", header, 76, 0, *([free] * 108))
    entries = entry("Root Entry", 5, end, 0, child=1 if streams else free)
    last = min(len(streams), 3)
    for number, name in enumerate(streams[:3], 1):
        entries += entry(name, 2, 2, len(body), right=number + 1 if number < last else free)
    return (
        bytes(header)
        + struct.pack(f"<{len(fat)}I", *fat).ljust(sector, b"\xff")
        + entries.ljust(sector, b"\0")
        + body
    )


def entry(
    name: str, kind: int, start: int, size: int, *, right: int = 0xFFFFFFFF, child: int = 0xFFFFFFFF
) -> bytes:
    """A line of the directory of a compound file."""
    raw = name.encode("utf-16-le")
    made = bytearray(raw.ljust(64, b"\0") + bytes(64))
    struct.pack_into("<HB", made, 64, len(raw) + 2, kind)
    struct.pack_into("<III", made, 68, 0xFFFFFFFF, right, child)
    struct.pack_into("<II", made, 116, start, size)
    return bytes(made)


def biff(*cells: tuple[int, int]) -> bytes:
    """The workbook stream of an .xls with numbers at the given zero-based places."""
    records = struct.pack("<HHHH", 0x0809, 4, 0x0600, 0x0010)
    for row, column in cells:
        records += struct.pack("<HHHHHd", 0x0203, 14, row, column, 0, 1.0)
    return records + struct.pack("<HH", 0x000A, 0)
