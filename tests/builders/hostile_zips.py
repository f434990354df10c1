"""Workbooks whose zip or list of parts is hostile: bombs, entities, missing and misplaced parts."""

import zipfile
from io import BytesIO
from typing import Final

from tests.builders.broken_files import (
    CONTENT_TYPES,
    SHEET_HEAD,
    SHEET_TAIL,
    cell,
    with_declared_size,
    xlsx,
)
from tests.builders.hostile_files import (
    NAMESPACE,
    SHEET,
    STRINGS,
    USABLE,
    USELESS,
    cell_xml,
    in_utf16,
    laughs,
    of_bytes,
    renamed,
    repacked,
    rows_xml,
    swollen,
    table,
    with_strings,
)


def _overlapping() -> bytes:
    """A zip whose list names one swollen part a thousand times (no two names alike)."""
    content = bytearray(xlsx(rows_xml(), extra={"xl/media/0000": b" " * 10_000_000}))
    place = content.rfind(b"PK\x01\x02")
    end = content.rfind(b"PK\x05\x06")
    entry = bytes(content[place:end])
    more = b"".join(entry.replace(b"media/0000", f"media/{number:04}".encode()) for number in range(1, 1000))
    total = int.from_bytes(content[end + 10 : end + 12], "little") + 999
    tail = bytearray(content[end:])
    tail[8:12] = total.to_bytes(2, "little") * 2
    size = int.from_bytes(tail[12:16], "little") + len(more)
    tail[12:16] = size.to_bytes(4, "little")
    return bytes(content[:end]) + more + bytes(tail)


def _nested(depth: int) -> bytes:
    return xlsx(sheet=SHEET_HEAD + "<a>" * depth + "</a>" * depth + rows_xml() + SHEET_TAIL)


def _with_method(method: int) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(xlsx(rows_xml()))) as old, zipfile.ZipFile(packed, "w", method) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return packed.getvalue()


def _slipping() -> bytes:
    names = ("../../../tmp/lepas.txt", "/tmp/lepas.txt", "C:\\lepas.txt", "xl/..\\..\\lepas.txt")
    return xlsx(rows_xml(), extra=dict.fromkeys(names, b"lepas"))


EVIL: Final = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
_LAUGHING: Final = laughs("sst") + f"<sst {NAMESPACE}><si><t>&e11;</t></si></sst>"
_ENTITY: Final = f'<?xml version="1.0"?>{EVIL}<sst {NAMESPACE}><si><t>&x;</t></si></sst>'
_STRING: Final = '<row r="9"><c r="A9" t="s"><v>0</v></c></row>'
ZIPPED: Final = (
    of_bytes("far cell", "jauh.xlsx", lambda: table(cell("XFD1048576")), USELESS),
    of_bytes("far row beside a wide sheet", "liar.xlsx", lambda: table(
        '<row r="5">' + "".join(cell_xml(f"B{chr(65 + n)}5", 1) for n in range(26)) + "</row>"
        + cell("A1048576")), USELESS),
    of_bytes("dimension too large", "dimensi.xlsx", lambda: table(
        before='<dimension ref="A1:XFD1048576"/>'), USABLE),
    of_bytes("dimension too small", "dimensi2.xlsx", lambda: table(before='<dimension ref="A1"/>'), USABLE),
    of_bytes("dimension no range", "dimensi3.xlsx", lambda: table(before='<dimension ref="?:!"/>')),
    of_bytes("billion laughs", "tawa.xlsx", lambda: with_strings(_LAUGHING, rows_xml() + _STRING), USELESS),
    of_bytes("laughs in the sheet", "tawa2.xlsx", lambda: xlsx(
        sheet=laughs("worksheet") + SHEET_HEAD.partition("?>")[2] + "&e11;" + SHEET_TAIL), USELESS),
    of_bytes("laughs in the workbook part", "tawa3.xlsx", lambda: renamed(
        xlsx(rows_xml()), '<?xml version="1.0"?>', laughs("workbook")), USELESS),
    of_bytes("laughs in the relations", "tawa4.xlsx", lambda: renamed(
        xlsx(rows_xml()), '<?xml version="1.0"?>', laughs("Relationships"), "xl/_rels/workbook.xml.rels"),
        USELESS),
    of_bytes("external entity", "xxe.xlsx", lambda: with_strings(_ENTITY, rows_xml() + _STRING), USELESS),
    of_bytes("document type in UTF-16", "xxe16.xlsx", lambda: in_utf16(
        with_strings(_ENTITY, rows_xml() + _STRING), STRINGS), USELESS),
    of_bytes("bomb by ratio", "bom.xlsx", lambda: swollen(STRINGS, 200 * 2**20), USELESS),
    of_bytes("three gigabytes of strings", "bom3.xlsx", lambda: swollen(STRINGS, 3 * 2**30), USELESS),
    of_bytes("a bomb outside the sheets", "bom4.xlsx", lambda: swollen("xl/media/a.bin", 3 * 2**30), USELESS),
    of_bytes("a bomb that says it is small", "bom5.xlsx", lambda: with_declared_size(
        swollen(STRINGS, 300 * 2**20), STRINGS, 1000), USELESS),
    of_bytes("overlapping parts", "tindih.xlsx", _overlapping, USELESS),
    of_bytes("a zip in a zip", "zip.xlsx", lambda: repacked(
        xlsx(), {"[Content_Types].xml": None, "dalam.xlsx": xlsx(rows_xml())}), USELESS),
    of_bytes("deep nesting", "dalam.xlsx", lambda: _nested(200_000)),
    of_bytes("zip-slip names", "lepas.xlsx", _slipping, USABLE),
    of_bytes("packed by bzip2", "bzip2.xlsx", lambda: _with_method(zipfile.ZIP_BZIP2), USELESS),
    of_bytes("packed by lzma", "lzma.xlsx", lambda: _with_method(zipfile.ZIP_LZMA), USELESS),
    of_bytes("no part at all", "kosong.xlsx", lambda: b"PK\x05\x06" + bytes(18), USELESS),
    of_bytes("missing sheet part", "tanpa-lembar.xlsx", lambda: repacked(xlsx(), {SHEET: None}), USELESS),
    of_bytes("missing relations", "tanpa-rels.xlsx", lambda: repacked(
        xlsx(rows_xml()), {"xl/_rels/workbook.xml.rels": None}), USELESS),
    of_bytes("missing first relations", "tanpa-rels2.xlsx", lambda: repacked(
        xlsx(rows_xml()), {"_rels/.rels": None})),
    of_bytes("missing workbook part", "tanpa-buku.xlsx", lambda: repacked(
        xlsx(rows_xml()), {"xl/workbook.xml": None}), USELESS),
    of_bytes("missing content types", "tanpa-jenis.xlsx", lambda: repacked(
        xlsx(rows_xml()), {"[Content_Types].xml": None}), USELESS),
    of_bytes("relation to the network", "jaringan.xlsx", lambda: renamed(
        xlsx(rows_xml()), "worksheets/sheet1.xml", "http://192.0.2.1/a.xml", "xl/_rels/workbook.xml.rels"),
        USELESS),
    of_bytes("relation out of the zip", "keluar.xlsx", lambda: renamed(
        xlsx(rows_xml()), "worksheets/sheet1.xml", "../../../etc/passwd", "xl/_rels/workbook.xml.rels"),
        USELESS),
    of_bytes("the workbook is its own sheet", "diri.xlsx", lambda: renamed(
        xlsx(rows_xml()), "worksheets/sheet1.xml", "workbook.xml", "xl/_rels/workbook.xml.rels"), USELESS),
    of_bytes("no sheets", "nihil.xlsx", lambda: renamed(
        xlsx(), '<sheet name="Rekap" sheetId="1" r:id="rId1"/>', ""), USELESS),
    of_bytes("no such type", "jenis.xlsx", lambda: repacked(
        xlsx(rows_xml()), {"[Content_Types].xml": CONTENT_TYPES[:120].encode()}), USELESS),
)  # fmt: skip
