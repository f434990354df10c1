"""Hostile files of the old binary kind, of the newer one, and Open Document."""

import struct
import zipfile
from functools import partial
from io import BytesIO
from typing import Final

from tests.builders.broken_files import (
    CONTENT_TYPES,
    biff,
    compound,
    ods,
    xlsx,
)
from tests.builders.hostile_files import (
    TABLE,
    USELESS,
    laughs,
    of_bytes,
    repacked,
)


def _ods_cells(*texts: str) -> str:
    return "".join(
        f'<table:table-cell office:value-type="float" office:value="{text}"/>'
        if text.isdigit()
        else f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        for text in texts
    )


def _ods_table(more: str = "") -> bytes:
    lines = (tuple(map(str, line)) for line in TABLE)
    rows = "".join(f"<table:table-row>{_ods_cells(*line)}</table:table-row>" for line in lines)
    return ods(rows + more)


def _repeated(rows: str, columns: str, one: str) -> str:
    filled = one.replace("<table:table-cell", f'<table:table-cell table:number-columns-repeated="{columns}"')
    return f'<table:table-row table:number-rows-repeated="{rows}">{filled}</table:table-row>'


_ONE: Final = '<table:table-cell office:value-type="float" office:value="1"/>'
_NONE: Final = "<table:table-cell/>"
_BILLION: Final = "1000000000"


def xlsb(sheet: bytes, workbook: bytes = b"") -> bytes:
    """A binary workbook whose sheet part holds these records."""
    types = CONTENT_TYPES.replace("spreadsheetml.sheet.main+xml", "x").replace(
        "application/vnd.openxmlformats-officedocument.x",
        "application/vnd.ms-excel.sheet.binary.macroEnabled.main",
    )
    name = "Rekap".encode("utf-16-le")
    relation = "rId1".encode("utf-16-le")
    listed = struct.pack("<II", 0, 1) + struct.pack("<I", 4) + relation + struct.pack("<I", 5) + name
    book = workbook or record(131) + record(143) + record(156, listed) + record(144) + record(132)
    content = repacked(
        xlsx(),
        {
            "[Content_Types].xml": types.encode(),
            "xl/workbook.xml": None,
            "xl/_rels/workbook.xml.rels": None,
            "xl/worksheets/sheet1.xml": None,
            "xl/workbook.bin": book,
            "xl/worksheets/sheet1.bin": sheet,
        },
    )
    rels = {
        "_rels/.rels": _part("_rels/.rels").replace(b"workbook.xml", b"workbook.bin"),
        "xl/_rels/workbook.bin.rels": _part("xl/_rels/workbook.xml.rels").replace(
            b"sheet1.xml", b"sheet1.bin"
        ),
    }
    return repacked(content, rels)


def _part(name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(xlsx())) as archive:
        return archive.read(name)


def record(kind: int, data: bytes = b"") -> bytes:
    """A record of a binary workbook: a varint kind, a varint length, its data."""
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length, size = b"", len(data)
    while size >= 128:
        length, size = length + bytes([size & 0x7F | 0x80]), size >> 7
    return head + length + bytes([size]) + data


_SHEET: Final = record(129) + record(145)
_NUMBER: Final = record(0, struct.pack("<I", 3) + bytes(21)) + record(5, struct.pack("<IId", 1, 0, 400.0))


def _with_loop(kind: str) -> bytes:
    """A compound file in which one of the chains never ends."""
    content = bytearray(compound("Workbook", content=biff((0, 0))))
    directory = 1024
    if kind == "directory":
        struct.pack_into("<I", content, directory + 76, 1)  # the root's child is the stream
        struct.pack_into("<III", content, directory + 128 + 68, 1, 1, 0)  # whose neighbours are itself
    elif kind == "difat":
        struct.pack_into("<II", content, 68, 0, 0xFFFFFFF)
    elif kind == "mini":
        struct.pack_into("<I", content, 56, 0xFFFFFFFF)
        struct.pack_into("<II", content, 60, 0, 0xFFFFFFFF)
    elif kind == "fat":
        struct.pack_into("<II", content, 44, 0x7FFFFFFF, 1)
    elif kind == "sector":
        struct.pack_into("<HH", content, 30, 31, 31)
    elif kind == "size":
        struct.pack_into("<Q", content, directory + 128 + 120, 2**62)
    return bytes(content)


def _biff(*records: tuple[int, bytes]) -> bytes:
    stream = b"".join(struct.pack("<HH", kind, len(data)) + data for kind, data in records)
    return compound("Workbook", content=stream)


_BEGIN: Final = (0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 0))
_STRINGS: Final = (0x00FC, struct.pack("<II", 0xFFFFFFFF, 0xFFFFFFFF))
_LISTED: Final = (0x0085, struct.pack("<IBBBB", 0xFFFFFFF0, 0, 0, 5, 0) + b"Rekap")

BINARY: Final = (
    *(of_bytes(f"ole loop in the {kind}", f"putar-{kind}.xls", partial(_with_loop, kind), USELESS)
      for kind in ("directory", "difat", "mini", "fat", "sector", "size")),
    of_bytes("ole loop in the chain", "putar.xls", lambda: compound(
        "Workbook", content=biff((0, 0)), loop=True), USELESS),
    of_bytes("truncated xls", "potong.xls", lambda: compound(
        "Workbook", content=biff((0, 0)))[:1300], USELESS),
    of_bytes("nothing but the magic", "ajaib.xls", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", USELESS),
    of_bytes("garbage after the magic", "ajaib2.xls", lambda: (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 40), USELESS),
    of_bytes("xls with endless strings", "teks.xls", lambda: _biff(_BEGIN, _STRINGS, (10, b"")), USELESS),
    of_bytes("xls with a sheet nowhere", "mana.xls", lambda: _biff(_BEGIN, _LISTED, (10, b"")), USELESS),
    of_bytes("xls with a record too long", "lebih.xls", lambda: compound(
        "Workbook", content=struct.pack("<HH", 0x0809, 0xFFFF) + bytes(40)), USELESS),
    of_bytes("xls far cell", "jauh.xls", lambda: compound(
        "Workbook", content=biff((0, 0), (65535, 255), (65535, 65535))), USELESS),
    of_bytes("locked compound", "kunci.xlsx", lambda: compound(
        "EncryptedPackage", "EncryptionInfo"), USELESS),
    of_bytes("xlsb of garbage", "acak.xlsb", lambda: xlsb(bytes(range(256)) * 40), USELESS),
    of_bytes("xlsb cut inside a record", "potong.xlsb", lambda: xlsb(_SHEET + _NUMBER[:-3])),
    of_bytes("xlsb with endless lengths", "panjang.xlsb", lambda: xlsb(
        _SHEET + b"\x05\xff\xff\xff\xff\xff\xff" + _NUMBER)),
    of_bytes("xlsb far cell", "jauh.xlsb", lambda: xlsb(
        _SHEET + _NUMBER + record(0, struct.pack("<I", 1_048_575) + bytes(21))
        + record(5, struct.pack("<IId", 16_383, 0, 1.0))), USELESS),
    of_bytes("xlsb with a garbage book", "buku.xlsb", lambda: xlsb(_SHEET, b"\x9c\x01\xff\x7f" + bytes(50))),
    of_bytes("ods repeats a cell a billion times", "ulang.ods", lambda: _ods_table(
        _repeated("1", _BILLION, _ONE)), USELESS),
    of_bytes("ods repeats a row a billion times", "ulang2.ods", lambda: _ods_table(
        _repeated(_BILLION, "1", _ONE)), USELESS),
    of_bytes("ods repeats nothing a billion times", "ulang3.ods", lambda: _ods_table(
        _repeated(_BILLION, _BILLION, _NONE))),
    of_bytes("ods repeats twice, multiplied", "ulang4.ods", lambda: _ods_table(
        _repeated("1048576", "1024", _ONE)), USELESS),
    of_bytes("ods number of repeats", "ulang5.ods", lambda: _ods_table(_repeated("-1", "9" * 40, _ONE))),
    of_bytes("ods tables in tables", "dalam.ods", lambda: _ods_table(
        "<table:table-row><table:table-cell><table:table>" * 5000
        + "</table:table></table:table-cell></table:table-row>" * 5000)),
    of_bytes("ods with laughs", "tawa.ods", lambda: repacked(ods(), {
        "content.xml": (laughs("a") + "<a>&e11;</a>").encode()}), USELESS),
    of_bytes("ods without its content", "tanpa.ods", lambda: repacked(ods(), {"content.xml": None}), USELESS),
    of_bytes("ods cut short", "potong.ods", lambda: _ods_table()[:500], USELESS),
    of_bytes("ods with spans", "rentang.ods", lambda: _ods_table(
        '<table:table-row><table:table-cell table:number-columns-spanned="1000000000" '
        'table:number-rows-spanned="1000000000"><text:p>a</text:p></table:table-cell></table:table-row>')),
)  # fmt: skip
