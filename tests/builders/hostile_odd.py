"""Hostile files that lie in their lists, repeat themselves without end or nest what is never nested."""

import struct
import zipfile
from io import BytesIO
from typing import Final

from tests.builders import binary_books as binary
from tests.builders.broken_files import SHEET_HEAD, SHEET_TAIL, cell, ods, xlsx
from tests.builders.hostile_files import (
    NAMESPACE,
    SHEET,
    USABLE,
    USELESS,
    laughs,
    of_bytes,
    renamed,
    repacked,
    rows_xml,
    table,
    with_strings,
)
from tests.builders.hostile_texts import CSV, PAGE, spreadsheetml

STYLES: Final = "xl/styles.xml"
_GOOD: Final = xlsx(rows_xml())
_STYLED: Final = (
    '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}"'
)


def _related(kind: str, target: str, parts: dict[str, bytes]) -> bytes:
    """The good workbook with one more relation and more parts."""
    line = f'{_STYLED.format(kind)} Target="{target}"/></Relationships>'
    return repacked(renamed(_GOOD, "</Relationships>", line, "xl/_rels/workbook.xml.rels"), dict(parts))


def _with_styles(inside: str, before: str = "") -> bytes:
    part = f"{before}<styleSheet {NAMESPACE}>{inside}</styleSheet>".encode()
    return _related("styles", "styles.xml", {STYLES: part})


def _sheets(count: int) -> bytes:
    lines = "".join(
        f'<sheet name="S{number}" sheetId="{number}" r:id="rId1"/>' for number in range(1, count + 1)
    )
    return renamed(_GOOD, '<sheet name="Rekap" sheetId="1" r:id="rId1"/>', lines)


def _zips_in_zips(depth: int) -> bytes:
    content = _GOOD
    for _ in range(depth):
        content = repacked(_GOOD, {"xl/embeddings/a.xlsx": content})
    return content


def _changed(content: bytes, mark: bytes, offset: int, kind: str, value: int) -> bytes:
    """The same bytes with a number changed at *offset* after the last *mark*."""
    changed = bytearray(content)
    struct.pack_into(kind, changed, changed.rindex(mark) + offset, value)
    return bytes(changed)


def _twice_ended() -> bytes:
    return _GOOD + _GOOD[_GOOD.rindex(b"PK\x05\x06") :]


def _with_comment(comment: bytes) -> bytes:
    packed = BytesIO(_GOOD)
    with zipfile.ZipFile(packed, "a") as archive:
        archive.comment = comment
    return packed.getvalue()


def _sixty_four(size: int) -> bytes:
    """A zip whose list says, in the longer form, that a part has this many bytes."""
    content = bytearray(_GOOD)
    place, end = content.rindex(b"PK\x01\x02"), content.rindex(b"PK\x05\x06")
    name, extra = struct.unpack_from("<HH", content, place + 28)
    struct.pack_into("<II", content, place + 20, 0xFFFFFFFF, 0xFFFFFFFF)
    more = struct.pack("<HHQQ", 1, 16, size, size)
    struct.pack_into("<H", content, place + 30, extra + len(more))
    at = place + 46 + name + extra
    tail = bytearray(content[end:])
    struct.pack_into("<I", tail, 12, struct.unpack_from("<I", tail, 12)[0] + len(more))
    return bytes(content[:at]) + more + bytes(content[at:end]) + bytes(tail)


def _xls(*records: binary.Record) -> bytes:
    return binary.xls({"Rekap": [binary.label(0, 0, "Kapuas"), binary.number(0, 1, 5), *records]})


def _xlsb(*records: binary.Record) -> bytes:
    return binary.xlsb([binary.bin_row(0), binary.bin_text(0, "Kapuas"), binary.bin_number(1, 5), *records])


_MILLION: Final = 1_000_000
_MOST: Final = 0xFFFFFFFF
_EMPTY_ROWS: Final = "".join(f'<row r="{number}" hidden="1"/>' for number in range(9, 200_000))

ODD: Final = (
    of_bytes("a lone cell at the end of a row", "ujung.xlsx", lambda: table(cell("XFD5")), USELESS),
    of_bytes("a million merges", "gabung6.xlsx", lambda: table(
        after="<mergeCells>" + '<mergeCell ref="A1:B2"/>' * _MILLION + "</mergeCells>")),
    of_bytes("a million styles", "gaya6.xlsx", lambda: _with_styles(
        "<cellXfs>" + '<xf numFmtId="9"/>' * _MILLION + "</cellXfs>")),
    of_bytes("formats without end", "format.xlsx", lambda: _with_styles("<numFmts>" + "".join(
        f'<numFmt numFmtId="{number}" formatCode="{"%" * 500}"/>' for number in range(20_000))
        + "</numFmts>")),
    of_bytes("twenty thousand sheets", "lembar.xlsx", lambda: _sheets(20_000)),
    of_bytes("a workbook related to itself", "lingkar.xlsx", lambda: _related(
        "worksheet", "workbook.xml", {}), USELESS),
    of_bytes("relations of relations", "lingkar2.xlsx", lambda: _related(
        "styles", "_rels/workbook.xml.rels", {})),
    of_bytes("a target far above", "atas.xlsx", lambda: _related("styles", "../" * 9000 + "etc/passwd", {})),
    of_bytes("a target of a megabyte", "sasaran.xlsx", lambda: _related("styles", "a" * 2**20, {})),
    of_bytes("laughs in the styles", "tawa5.xlsx", lambda: _with_styles(
        "&e11;", laughs("styleSheet")), USELESS),
    of_bytes("laughs in the types", "tawa6.xlsx", lambda: repacked(_GOOD, {
        "[Content_Types].xml": laughs("Types").encode() + b"<Types>&e11;</Types>"}), USELESS),
    of_bytes("one long entity many times", "kuadrat.xlsx", lambda: with_strings(
        f'<!DOCTYPE sst [<!ENTITY a "{"a" * 100_000}">]>'
        f'<sst {NAMESPACE}><si><t>{"&a;" * 10_000}</t></si></sst>',
        rows_xml()), USELESS),
    of_bytes("a document type elsewhere", "dtd.xlsx", lambda: xlsx(
        sheet='<!DOCTYPE w SYSTEM "http://192.0.2.1/a.dtd">' + SHEET_HEAD.partition("?>")[2] + SHEET_TAIL),
        USELESS),
    of_bytes("an attribute of ten megabytes", "atribut.xlsx", lambda: table(
        f'<row r="9" spans="{"1" * 10_000_000}"><c r="A9"><v>1</v></c></row>')),
    of_bytes("a hundred thousand attributes", "atribut2.xlsx", lambda: table(
        '<row r="9" ' + " ".join(f'a{number}="1"' for number in range(100_000)) + "/>")),
    of_bytes("deep strings", "dalam2.xlsx", lambda: with_strings(
        f"<sst {NAMESPACE}><si>{'<r>' * 100_000}<t>a</t>{'</r>' * 100_000}</si></sst>", rows_xml())),
    of_bytes("twenty strings of a megabyte", "panjang2.xlsx", lambda: with_strings(
        f"<sst {NAMESPACE}>{('<si><t>' + 'Kapuas ' * 140_000 + '</t></si>') * 20}</sst>",
        rows_xml() + "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>{row - 9}</v></c></row>'
                             for row in range(9, 29)))),
    of_bytes("strings that lie about their number", "jumlah.xlsx", lambda: with_strings(
        f'<sst {NAMESPACE} count="4294967295" uniqueCount="-1"><si><t>a</t></si></sst>', rows_xml())),
    of_bytes("numbers below nothing", "minus.xlsx", lambda: table(
        '<row r="9" s="-1" spans="-1:-5"><c r="A9" s="-1" t="s"><v>-1</v></c></row>',
        before='<sheetFormatPr defaultRowHeight="-1"/><cols><col min="-1" max="-9" width="-1"/></cols>')),
    of_bytes("days without end", "hari.xlsx", lambda: repacked(_with_styles(
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'), {
        SHEET: (SHEET_HEAD + rows_xml() + "".join(
            f'<row r="{row}"><c r="A{row}" s="1"><v>{day}</v></c></row>'
            for row, day in enumerate(("1e300", "-1e300", "1e9", "NaN", "-700000", "2958466.5"), 9))
            + SHEET_TAIL).encode()})),
    of_bytes("cells that do not say where they are", "tanpa-r.xlsx", lambda: xlsx(
        rows_xml().replace(' r="', ' q="')), USABLE),
    of_bytes("rows and cells in any order", "acak2.xlsx", lambda: table(
        '<row r="2"><c r="C2"><v>9</v></c></row><row r="1"><c r="B7"><v>1</v></c><c r="A1"><v>2</v></c></row>'
        * 1000)),
    of_bytes("the same cell twenty thousand times", "kembar2.xlsx", lambda: table(
        '<row r="4">' + '<c r="B4"><v>2000</v></c>' * 20_000 + "</row>"), USABLE),
    of_bytes("hidden rows that hold nothing", "tersembunyi.xlsx", lambda: table(_EMPTY_ROWS), USABLE),
    of_bytes("brackets in a formula", "kurung.xlsx", lambda: table(
        f'<row r="9"><c r="A9"><f>{"(" * 500_000}1{")" * 500_000}</f><v>1</v></c></row>'), USABLE),
    of_bytes("rules without end", "aturan.xlsx", lambda: table(after=(
        '<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" dxfId="0" priority="1">'
        "<formula>A1</formula></cfRule></conditionalFormatting>") * 20_000), USABLE),
    of_bytes("zips in zips", "zipzip.xlsx", lambda: _zips_in_zips(40), USABLE),
    of_bytes("a zip that ends twice", "ekor2.xlsx", _twice_ended),
    of_bytes("a zip with an end in its comment", "komentar.xlsx", lambda: _with_comment(
        _GOOD[_GOOD.rindex(b"PK\x05\x06") :] + b"x" * 60_000)),
    of_bytes("a zip of more bytes than there are", "lebih.xlsx", lambda: _changed(
        _GOOD, b"PK\x01\x02", 20, "<I", 0x7FFFFFFF), USELESS),
    of_bytes("a zip whose list begins nowhere", "daftar.xlsx", lambda: _changed(
        _GOOD, b"PK\x05\x06", 16, "<I", _MOST), USELESS),
    of_bytes("a zip of sixty thousand parts that has six", "bagian.xlsx", lambda: _changed(
        _GOOD, b"PK\x05\x06", 10, "<H", 65_000)),
    of_bytes("a long zip of four exabytes", "zip64.xlsx", lambda: _sixty_four(2**62), USELESS),
    of_bytes("a long zip of minus one byte", "zip64b.xlsx", lambda: _sixty_four(2**64 - 1), USELESS),
    of_bytes("bytes before the zip", "depan.xlsx", lambda: b"MZ" + bytes(500) + _GOOD, USELESS),
    of_bytes("twenty thousand parts", "part.xlsx", lambda: repacked(
        _GOOD, {f"xl/media/{number}": b"" for number in range(20_000)}), USABLE),
    of_bytes("xls rows and columns below nothing", "minus.xls", lambda: _xls(
        (0x007D, struct.pack("<HHHHHH", 5, 0xFFFF, 0, 0, 1, 0)), binary.hidden_row(0xFFFF),
        (0x00BD, struct.pack("<HHH", 1, 9, 2)), (0x00E5, struct.pack("<H", 0xFFFF)))),
    of_bytes("xls formulas cut short", "rumus.xls", lambda: _xls(
        *((0x0006, bytes(size)) for size in range(22)))),
    of_bytes("xls of empty records", "hampa.xls", lambda: _xls(*[(0x1234, b"")] * 500_000), USELESS),
    of_bytes("xlsb rows and columns without end", "tanpa-akhir.xlsb", lambda: binary.xlsb(
        [(0, struct.pack("<IIHBB", _MOST, 0, 300, 0, 0x10) + bytes(5)), binary.bin_number(1, 5)],
        columns=[binary.bin_columns(0, _MOST)] * 100), USELESS),
    of_bytes("xlsb texts longer than the file", "teks.xlsb", lambda: _xlsb(
        (6, struct.pack("<III", 2, 0, _MOST)), (7, struct.pack("<III", 3, 0, _MOST)), (2, b"\0"))),
    of_bytes("ods with covered cells without end", "tutup.ods", lambda: ods(
        '<table:table-column table:visibility="collapse" table:number-columns-repeated="1000000000"/>'
        '<table:table-row table:visibility="collapse" table:number-rows-repeated="1000000000">'
        '<table:covered-table-cell table:number-columns-repeated="1000000000"/></table:table-row>'), USELESS),
    of_bytes("ods of a million paragraphs", "alinea.ods", lambda: ods(
        "<table:table-row><table:table-cell office:value-type='string'>" + "<text:p>Kapuas</text:p>" * 300_000
        + "</table:table-cell></table:table-row>")),
    of_bytes("a page of footnotes", "catatan.xls", lambda: PAGE.replace(
        "<td>400</td>", f"<td>400{'<sup>1</sup>' * 200_000}</td>").encode(), USABLE),
    of_bytes("a page of hidden parts", "sembunyi.xls", lambda: PAGE.replace(
        "<td>400</td>", f"<td>400{'<span hidden>' * 200_000}</td>").encode()),
    of_bytes("SpreadsheetML in no column", "lama6.xls", lambda: spreadsheetml(
        '<Row><Cell ss:Index="1048576"><Data ss:Type="Number">1</Data></Cell></Row>'), USELESS),
    of_bytes("SpreadsheetML of hidden columns", "lama7.xls", lambda: spreadsheetml(
        '<Column ss:Index="1" ss:Span="999999999" ss:Hidden="1" ss:StyleID="a"/>' * 300)),
    of_bytes("SpreadsheetML of odd values", "lama8.xls", lambda: spreadsheetml(
        '<Row><Cell><Data ss:Type="DateTime">99999-99-99</Data></Cell>'
        '<Cell><Data ss:Type="Number">1e999</Data></Cell><Cell><Data ss:Type="?">x</Data></Cell></Row>'),
        USABLE),
    of_bytes("text of quotes", "kutip2.csv", lambda: CSV.encode() + b'"' * 5_000_001, USELESS),
    of_bytes("text of formulas", "rumus.csv", lambda: CSV.encode() + b'="' * 500_000 + b"\n"),
    of_bytes("text of old line ends", "baris.csv", lambda: (
        CSV.replace("\n", "\r").encode() + b"\r" * 5_000_000)),
    of_bytes("text in letters of four bytes", "lebar.csv", lambda: CSV.encode("utf-32"), USABLE),
    of_bytes("text of half a letter", "separuh.csv", lambda: CSV.encode("utf-16")[:-1], USABLE),
)  # fmt: skip
