"""Workbooks whose zip is sound and whose sheets are hostile: references, numbers, texts, merges."""

from functools import partial
from typing import Final

from tests.builders.broken_files import (
    SHEET_HEAD,
    xlsx,
)
from tests.builders.hostile_files import (
    NAMESPACE,
    SHEET,
    TABLE,
    USELESS,
    cell_xml,
    in_utf16,
    of_bytes,
    renamed,
    repacked,
    rows_xml,
    table,
    with_strings,
    xlsx_part,
)


def _named_sheet(name: str) -> bytes:
    return renamed(xlsx(rows_xml()), 'name="Rekap"', f'name="{name}"')


def _many_sheets(count: int, name: str = "S{}") -> bytes:
    sheets = "".join(
        f'<sheet name="{name.format(number)}" sheetId="{number}" r:id="rId1"/>'
        for number in range(1, count + 1)
    )
    return renamed(xlsx(rows_xml()), '<sheet name="Rekap" sheetId="1" r:id="rId1"/>', sheets)


def _wide(columns: int) -> str:
    from model.excel.grid import a1

    lines = []
    for row, (name, text) in enumerate((("Kab/Kota", "Januari 2025"), ("Kapuas", 5), ("Seruyan", 6))):
        cells = "".join(cell_xml(a1(row, column), text) for column in range(1, columns))
        lines.append(f'<row r="{row + 1}">{cell_xml(a1(row, 0), name)}{cells}</row>')
    return "".join(lines)


_LONG: Final = "9" * 5000

SHEETS: Final = (
    *(of_bytes(f"reference {number}", f"rujukan{number}.xlsx", partial(table,
        f'<row r="7"><c r="{address}"><v>1</v></c></row>'))
        for number, address in enumerate(
            ("ZZZZ1", "A0", "A99999999999", "1A", "A-1", "", "AAAAAAAAAA1", "$B$7"))),
    *(of_bytes(f"row number {number}", f"baris{number}.xlsx", partial(table,
        f'<row r="{row}"><c><v>1</v></c></row>'))
        for number, row in enumerate(("0", "-1", "99999999999999999999", "x", ""))),
    *(of_bytes(f"string number {number}", f"teks{number}.xlsx", partial(with_strings,
        f"<sst {NAMESPACE}><si><t>a</t></si></sst>",
        rows_xml() + f'<row r="9"><c r="A9" t="s"><v>{place}</v></c></row>'))
        for number, place in enumerate(("7", "-1", "99999999999999999999", "x"))),
    of_bytes("style number", "gaya.xlsx", lambda: table('<row r="9"><c r="A9" s="99999"><v>1</v></c></row>')),
    of_bytes("duplicate sheet names", "kembar.xlsx", lambda: _many_sheets(2, "Rekap")),
    of_bytes("five hundred sheets", "banyak.xlsx", lambda: _many_sheets(500)),
    of_bytes("a sheet's name of 32k", "nama.xlsx", lambda: _named_sheet("N" * 32_767)),
    of_bytes("a sheet without a name", "tanpa-nama.xlsx", lambda: _named_sheet("")),
    of_bytes("signs in a sheet's name", "tanda.xlsx", lambda: _named_sheet("=1+1!&#10;&#x202E;{x}%s")),
    of_bytes("a cell of 10 MB", "besar.xlsx", lambda: table(
        f'<row r="9">{cell_xml("A9", "Kapuas " * 1_500_000)}{cell_xml("B9", 5)}</row>')),
    of_bytes("a header of 10 MB", "kepala.xlsx", lambda: xlsx(rows_xml(
        (("Kab/Kota", "Peserta Aktif " * 700_000), ("Kapuas", 5), ("Seruyan", 6))))),
    of_bytes("names of 32k", "panjang.xlsx", lambda: xlsx(rows_xml(
        (*TABLE, *(("Kab. " + "K" * 32_700, number, number) for number in range(60)))))),
    of_bytes("a number of 5000 digits", "angka.xlsx", lambda: table(
        f'<row r="9">{cell_xml("A9", "Katingan")}{cell_xml("B9", _LONG)}<c r="C9"><v>{_LONG}</v></c></row>')),
    of_bytes("numbers beyond all", "lewat.xlsx", lambda: table(
        "".join(f'<row r="{row}">{cell_xml(f"A{row}", "Katingan")}<c r="B{row}"><v>{value}</v></c></row>'
                for row, value in enumerate(("1e999", "-1e308", "NaN", "INF", "1e", "0x10", "1,5", ""), 9)))),
    of_bytes("cyclic formulas", "siklus.xlsx", lambda: table(
        '<row r="9"><c r="A9" t="str"><f>B9</f><v>Katingan</v></c><c r="B9"><f>A9+B9</f></c>'
        '<c r="C9"><f t="shared" si="99"/></c></row>')),
    of_bytes("a shared formula over everything", "rumus.xlsx", lambda: table(
        '<row r="9"><c r="A9"><f t="shared" ref="A1:XFD1048576" si="0">A1</f></c>'
        '<c r="B9"><f t="array" ref="A1:XFD1048576">A1:XFD1048576</f></c></row>')),
    of_bytes("merged from corner to corner", "gabung.xlsx", lambda: table(
        after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
    of_bytes("fifty thousand merges", "gabung2.xlsx", lambda: table(
        after="<mergeCells>" + "".join(
            f'<mergeCell ref="A{row}:Z{row + 9}"/>' for row in range(1, 50_000)) + "</mergeCells>")),
    of_bytes("merges that are none", "gabung3.xlsx", lambda: table(
        after='<mergeCells><mergeCell ref="C9:A1"/><mergeCell ref="A0:ZZZZ9"/><mergeCell ref=""/>'
        '<mergeCell/></mergeCells>')),
    of_bytes("hidden columns without end", "lajur.xlsx", lambda: table(
        before='<cols><col min="1" max="4294967295" hidden="1"/><col min="-5" max="2" hidden="x"/></cols>')),
    of_bytes("not UTF-8", "rusak8.xlsx", lambda: repacked(xlsx(rows_xml()), {
        SHEET: xlsx_part().replace(b"Kapuas", b"Kap\xff\xfe\x80as")})),
    of_bytes("a sheet in UTF-16", "utf16.xlsx", lambda: in_utf16(xlsx(rows_xml()), SHEET)),
    of_bytes("a workbook part in UTF-16", "utf16b.xlsx", lambda: in_utf16(
        xlsx(rows_xml()), "xl/workbook.xml")),
    of_bytes("an unknown encoding", "sandi.xlsx", lambda: repacked(xlsx(rows_xml()), {
        SHEET: xlsx_part().replace(b'version="1.0"', b'version="1.0" encoding="x-tidak-ada"')})),
    of_bytes("not well-formed", "tak-tutup.xlsx", lambda: xlsx(sheet=SHEET_HEAD + rows_xml() + "<row><c>")),
    of_bytes("another root", "akar.xlsx", lambda: xlsx(sheet="<html><body>halo</body></html>"), USELESS),
    of_bytes("text with a zero", "nol.xlsx", lambda: table(
        f'<row r="9">{cell_xml("A9", "Kap&#0;uas")}{cell_xml("B9", 1)}</row>')),
    of_bytes("unknown names without end", "asing.xlsx", lambda: xlsx(rows_xml(
        (*TABLE, *((f"Desa {number * 7919 % 99991} Rt {number}", number)
                   for number in range(60_000)))))),
    of_bytes("sixteen thousand columns", "lebar.xlsx", lambda: xlsx(_wide(16_000))),
)  # fmt: skip
