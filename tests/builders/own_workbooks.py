"""A coverage book to which its owner has added whatever Excel offers."""

import io
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.chart import LineChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.properties import CalcProperties

from model.book import Book
from model.excel.book_file import write_book
from model.excel.workbook_parts import Package, appended

FOREIGN = {
    "xl/printerSettings/printerSettings1.bin": b"\x00\x01printer",
    "customXml/item1.xml": b"<letter>ini milik kantor</letter>",
    "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0macro",
    "xl/media/image1.png": b"\x89PNG\r\n\x1a\npicture",
    "xl/pivotCache/pivotCacheDefinition1.xml": b'<pivotCacheDefinition xmlns="urn:x"/>',
}
"""Parts that no library here writes; what matters is that nobody touches them."""


def with_everything(book: Book, path: Path) -> bytes:
    """Write *book* and add an own sheet with formulas and a chart, a comment and a colour rule in ``Data``, a
    name, a column of the owner beside the figures, and parts of other programs; return the bytes."""
    write_book(book, path, "0.1.0")
    workbook = load_workbook(path)
    own = workbook.create_sheet("Rekap saya", 0)
    own["A1"], own["A2"] = "=SUM(Data!F2:F99)", "=Data!F2*2"
    chart = LineChart()
    chart.add_data(Reference(workbook["Data"], min_col=6, min_row=1, max_row=5), titles_from_data=True)
    own.add_chart(chart, "C3")
    data = workbook["Data"]
    data["F2"].comment = Comment("periksa lagi", "kantor")
    data["L1"], data["L2"], data["L3"] = "Petugas", "Budi", "=F3*2"
    red = PatternFill("solid", bgColor="FF0000")
    rule = CellIsRule(operator="greaterThan", formula=["5"], fill=red)  # type: ignore[no-untyped-call]
    data.conditional_formatting.add("F2:F99", rule)
    workbook.defined_names["Angka"] = DefinedName("Angka", attr_text="Data!$F$2:$F$9")
    workbook.calculation = CalcProperties(calcId=191029, fullCalcOnLoad=False)
    stream = io.BytesIO()
    workbook.save(stream)
    package = Package.of(stream.getvalue(), path.name)
    package.parts |= FOREIGN
    types = package.parts["[Content_Types].xml"]
    for ending in ("bin", "png"):
        kind = f'<Default Extension="{ending}" ContentType="application/octet-stream"/>'
        types = appended(types, "Types", kind.encode())
    package.parts["[Content_Types].xml"] = types
    path.write_bytes(package.content())
    return path.read_bytes()
