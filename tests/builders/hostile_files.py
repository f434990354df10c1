"""Files that break readers, one of each kind: far cells, bombs, loops, lies, and things that are no files.

Everything is made here. A :class:`Hostile` writes itself into a folder; ``ends`` are the exit codes
that ``cakupan check`` may end with: 3 where the file is of no use, 0 or 1 where a table is left.
"""

import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

from tests.builders.broken_files import (
    SHEET_HEAD,
    SHEET_TAIL,
    xlsx,
)

USABLE: Final = frozenset({0, 1})
USELESS: Final = frozenset({3})
ANY: Final = USABLE | USELESS
NAMESPACE: Final = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
STRINGS: Final = "xl/sharedStrings.xml"
SHEET: Final = "xl/worksheets/sheet1.xml"
TABLE: Final = (
    ("Keadaan per 31 Maret 2025",),
    ("Kab/Kota", "Potensi", "Aktif"),
    ("Kapuas", 1000, 400),
    ("Seruyan", 2000, 900),
)


@dataclass(frozen=True)
class Hostile:
    """A file of one kind: its name, what writes it, and how the check may end."""

    kind: str
    name: str
    write: Callable[[Path], None]
    ends: frozenset[int] = ANY

    def made(self, folder: Path) -> Path:
        """Write the file into *folder* and return where it is."""
        path = folder / self.name
        self.write(path)
        return path


def of_bytes(kind: str, name: str, content: Callable[[], bytes], ends: frozenset[int] = ANY) -> Hostile:
    """A hostile file with these bytes, made when they are wanted."""

    def write(path: Path) -> None:
        path.write_bytes(content())

    return Hostile(kind, name, write, ends)


def rows_xml(rows: Iterable[Sequence[object]] = TABLE, first: int = 1) -> str:
    """Row elements with inline texts and numbers."""
    lines = []
    for number, row in enumerate(rows, first):
        cells = "".join(cell_xml(f"{chr(65 + place)}{number}", value) for place, value in enumerate(row))
        lines.append(f'<row r="{number}">{cells}</row>')
    return "".join(lines)


def cell_xml(address: str, value: object) -> str:
    """A cell element with a text or a number."""
    if isinstance(value, str):
        return f'<c r="{address}" t="inlineStr"><is><t>{value}</t></is></c>'
    return f'<c r="{address}"><v>{value}</v></c>'


def table(more: str = "", *, before: str = "", after: str = "", **extra: bytes) -> bytes:
    """A good table in a workbook, with *more* rows and anything *before* and *after* its cells."""
    sheet = SHEET_HEAD.replace("<sheetData>", before + "<sheetData>") + rows_xml() + more
    return xlsx(sheet=sheet + "</sheetData>" + after + "</worksheet>")


def repacked(content: bytes, changes: Mapping[str, bytes | None]) -> bytes:
    """The same zip with some parts replaced, added, or (None) left out."""
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in changes:
                new.writestr(name, old.read(name))
        for name, part in changes.items():
            if part is not None:
                new.writestr(name, part)
    return packed.getvalue()


def renamed(content: bytes, old: str, new: str, part: str = "xl/workbook.xml") -> bytes:
    """The same zip with a text replaced in one part."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        text = archive.read(part).decode()
    assert old in text
    return repacked(content, {part: text.replace(old, new).encode()})


def swollen(name: str, size: int, beginning: bytes = b"<sst>") -> bytes:
    """A workbook whose part *name* really unpacks to *size* bytes, packed without ever holding them."""
    block = b" " * 2**20
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    head = packer.compress(beginning) + packer.flush(zlib.Z_FULL_FLUSH)
    repeated = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    count = size // len(block)
    packed = head + repeated + again * (count - 1) + packer.flush()
    check = zlib.crc32(beginning)
    for _ in range(count):
        check = zlib.crc32(block, check)
    return _with_raw_part(xlsx(rows_xml()), name, packed, check, len(beginning) + count * len(block))


def _with_raw_part(content: bytes, name: str, packed: bytes, check: int, size: int) -> bytes:
    """A zip with one more part that is packed already; written as stored, then relabelled."""
    out = BytesIO(content)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr(name, packed)
    changed = bytearray(out.getvalue())
    local = changed.find(b"PK\x03\x04", len(content) - 4096 if len(content) > 4096 else 0)
    while changed[local + 30 : local + 30 + len(name)] != name.encode():
        local = changed.find(b"PK\x03\x04", local + 4)
    central = changed.rfind(b"PK\x01\x02")
    for place in (local + 8, central + 10):
        changed[place : place + 2] = (8).to_bytes(2, "little")
        changed[place + 6 : place + 10] = check.to_bytes(4, "little")
        changed[place + 14 : place + 18] = size.to_bytes(4, "little")
    return bytes(changed)


def laughs(root: str, levels: int = 12) -> str:
    """A document type with entities that grow tenfold at every level."""
    entities = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, levels))
    return f'<?xml version="1.0"?><!DOCTYPE {root} [<!ENTITY e0 "ha">{entities}]>'


def in_utf16(content: bytes, part: str) -> bytes:
    """The same workbook with one part in UTF-16."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        text = archive.read(part).decode()
    text = text.replace('version="1.0"', 'version="1.0" encoding="UTF-16"')
    return repacked(content, {part: text.encode("utf-16")})


def with_strings(strings: str, cells: str) -> bytes:
    """A workbook with these shared strings and cells."""
    content = xlsx(cells, extra={STRINGS: strings.encode()})
    relation = (
        '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    )
    return renamed(content, "</Relationships>", relation, "xl/_rels/workbook.xml.rels")


def xlsx_part() -> bytes:
    """The sheet part of a good workbook."""
    return (SHEET_HEAD + rows_xml() + SHEET_TAIL).encode()
