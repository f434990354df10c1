"""Hostile text, pages and XML, under whatever name."""

from typing import Final

from tests.builders.broken_files import (
    xlsx,
)
from tests.builders.hostile_files import (
    ANY,
    USABLE,
    USELESS,
    laughs,
    of_bytes,
    rows_xml,
)

CSV: Final = "Keadaan per 31 Maret 2025\nKab/Kota;Potensi;Aktif\nKapuas;1000;400\nSeruyan;2000;900\n"
_ROWS: Final = "".join(
    "<tr>" + "".join(f"<td>{text}</td>" for text in line.split(";")) + "</tr>" for line in CSV.splitlines()
)
PAGE: Final = f"<html><body><table>{_ROWS}</table></body></html>"
_SPREADSHEETML: Final = (
    '<?xml version="1.0"?>{before}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Rekap"><Table>{rows}'
    "</Table></Worksheet></Workbook>"
)


def spreadsheetml(more: str = "", before: str = "") -> bytes:
    """A workbook of Excel 2003 in XML with the good table and *more* rows."""
    rows = "".join(
        "<Row>" + "".join(_typed(text) for text in line.split(";")) + "</Row>" for line in CSV.splitlines()
    )
    return _SPREADSHEETML.format(before=before, rows=rows + more).encode()


_BILLION: Final = "1000000000"


def _typed(text: str) -> str:
    kind = "Number" if text.isdigit() else "String"
    return f'<Cell><Data ss:Type="{kind}">{text}</Data></Cell>'


def _page(rows: str) -> bytes:
    return PAGE.replace("</table>", rows + "</table>").encode()


TEXTS: Final = (
    of_bytes("empty", "kosong.xlsx", lambda: b"", USELESS),
    of_bytes("one byte", "satu.xlsx", lambda: b"P", USELESS),
    of_bytes("only zeros", "nol.xls", lambda: bytes(2**20), USELESS),
    of_bytes("only spaces", "spasi.csv", lambda: b" \r\n" * 10_000, USELESS),
    of_bytes("garbage", "acak.xlsx", lambda: bytes(range(256)) * 400, USELESS),
    of_bytes("a truncated workbook", "potong.xlsx", lambda: xlsx(rows_xml())[:900], USELESS),
    of_bytes("the end of a workbook", "ekor.xlsx", lambda: xlsx(rows_xml())[700:], USELESS),
    of_bytes("a workbook called csv", "buku.csv", lambda: xlsx(rows_xml()), USABLE),
    of_bytes("a workbook called ods", "buku.ods", lambda: xlsx(rows_xml()), USABLE),
    of_bytes("text called xlsx", "teks.xlsx", CSV.encode, ANY),
    of_bytes("csv called xls", "teks.xls", CSV.encode, USABLE),
    of_bytes("a picture called xlsx", "foto.xlsx", lambda: b"\x89PNG\r\n\x1a\n" + bytes(99), USELESS),
    of_bytes("a page called xls", "portal.xls", lambda: _page(""), ANY),
    of_bytes("a page without a table", "halaman.xls", lambda: b"<html><body>Galat 500</body></html>",
             USELESS),
    of_bytes("a page with a billion columns", "lebar.xls", lambda: _page(
        f'<tr><td colspan="{_BILLION}" rowspan="{_BILLION}">1</td></tr>')),
    of_bytes("a page of nested tables", "sarang.xls", lambda: _page("<tr><td><table>" * 50_000)),
    of_bytes("a page of nested blocks", "sarang2.xls", lambda: _page("<tr><td>" + "<div>" * 500_000)),
    of_bytes("a page that never closes", "buka.xls", lambda: b"<html><table><tr><td>" * 100_000, USELESS),
    of_bytes("a page with a broken tag", "tag.xls", lambda: _page("<tr><td " + "a='" * 200_000)),
    of_bytes("a page in UTF-16", "utf16.xls", lambda: PAGE.encode("utf-16")),
    of_bytes("a page of entities", "entitas.xls", lambda: _page(
        "<tr><td>" + "&amp" * 500_000 + "&#99999999999;")),
    of_bytes("SpreadsheetML", "lama.xls", lambda: spreadsheetml(), ANY),
    of_bytes("SpreadsheetML far cell", "lama2.xls", lambda: spreadsheetml(
        f'<Row ss:Index="{_BILLION}"><Cell ss:Index="{_BILLION}">'
        '<Data ss:Type="Number">1</Data></Cell></Row>'),
        USELESS),
    of_bytes("SpreadsheetML with spans", "lama3.xls", lambda: spreadsheetml(
        f'<Row ss:Span="{_BILLION}"><Cell ss:MergeAcross="{_BILLION}" ss:MergeDown="{_BILLION}"/></Row>')),
    of_bytes("SpreadsheetML with laughs", "lama4.xls", lambda: spreadsheetml(
        "<Row><Cell><Data>&e11;</Data></Cell></Row>", laughs("Workbook").partition("?>")[2]), USELESS),
    of_bytes("SpreadsheetML nested", "lama5.xls", lambda: spreadsheetml("<Row>" * 200_000)),
    of_bytes("text of one endless line", "baris.csv", lambda: b"Kapuas " * 2_000_000),
    of_bytes("text of empty lines", "enter.csv", lambda: b"\n" * 1_000_000),
    of_bytes("text of separators", "titik.csv", lambda: CSV.encode() + b";" * 15_000_000),
    of_bytes("text with an open quote", "kutip.csv", lambda: CSV.encode() + b'"Kapuas;5\n' * 40_000),
    of_bytes("text with zeros inside", "nul.csv", lambda: CSV.encode() + b"Kat\0ingan;5;6\n"),
    of_bytes("text that is wide once and long", "liar.csv", lambda: (
        CSV.encode() + b";" * 30_000 + b"\n" + b"a;1\n" * 300_000), USELESS),
    of_bytes("text of brackets", "kurung.csv", lambda: CSV.encode() + b"(" * 300_000 + b";1;1\n"),
    of_bytes("text of dots", "angka.csv", lambda: CSV.encode() + b"Katingan;" + b"1.1" * 100_000 + b";1\n"),
    of_bytes("a title of days", "judul.csv", lambda: b"per 31 Maret dan " * 5_000 + b"\n" + CSV.encode()),
    of_bytes("one separator named", "sep.csv", lambda: b"sep=\n" + CSV.encode()),
    of_bytes("a lock file", "~$rekap.xlsx", lambda: b"x" * 165, USELESS),
)  # fmt: skip
