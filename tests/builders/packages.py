"""Workbooks (.xlsx) packed as any program may pack them: other names, other addresses, other markup."""

import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from io import BytesIO

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>'
    '<xf numFmtId="10"/><xf numFmtId="14"/></cellXfs></styleSheet>'
)
ROWS = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Kapuas</t></is></c><c r="B1" s="1"><v>0.5</v></c>'
    '<c r="C1" t="e"><v>#N/A</v></c><c r="D1"><f>B1</f></c></row>'
    '<row r="2" hidden="1"><c r="A2" t="s"><v>1</v></c><c r="B2" s="1"><v>0.25</v></c><c r="C2"><v>7</v></c>'
    '<c r="D2"><v>1</v></c></row>'
)
"""A percentage, an error, a formula without a result and a hidden row: everything has to be found."""
STRINGS = f'<sst xmlns="{MAIN}"><si><t>x</t></si><si><r><t>Seru</t></r><r><t>yan</t></r></si></sst>'


def worksheet(rows: str = ROWS, before: str = "", after: str = "") -> str:
    """A sheet part."""
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


@dataclass(frozen=True)
class Package:
    """A workbook with one sheet: where its parts are kept, how they are reached, what they say."""

    workbook: str = "xl/workbook.xml"
    sheet: str = "xl/worksheets/sheet1.xml"
    target: str = "worksheets/sheet1.xml"
    strings: str = "sharedStrings.xml"
    styles: str = "styles.xml"
    sheet_name: str = "Rekap"
    before: str = ""
    """What stands before the list of sheets."""
    content: str = field(default_factory=worksheet)
    spelled: Mapping[str, str] = field(default_factory=dict)
    """The names of parts as the zip has them, where they differ from those that lead there."""

    def packed(self, prefix: Callable[[str], str] = str) -> bytes:
        """Return the bytes of the workbook, each part of it through *prefix*."""
        folder, _, name = self.workbook.rpartition("/")
        told = (("worksheet", self.target), ("sharedStrings", self.strings), ("styles", self.styles))
        lines = [_relation(place, *one) for place, one in enumerate(told, 1)]
        parts = {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-'
            'types"><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/{self.workbook}" ContentType="{_WORKBOOK_TYPE}"/></Types>',
            "_rels/.rels": _relations(_relation(1, "officeDocument", self.workbook)),
            self.workbook: prefix(
                f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{self.before}<sheets>'
                f'<sheet name="{self.sheet_name}" sheetId="1" r:id="rId1"/></sheets></workbook>'
            ),
            f"{folder}/_rels/{name}.rels".lstrip("/"): _relations("".join(lines)),
            self.sheet: prefix(self.content),
            _in_folder(folder, self.strings): prefix(STRINGS),
            _in_folder(folder, self.styles): prefix(STYLES),
        }
        whole = BytesIO()
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
            for part, text in parts.items():
                archive.writestr(self.spelled.get(part, part), text)
        return whole.getvalue()


def _in_folder(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"{folder}/{target}".lstrip("/")


def _relation(place: int, kind: str, target: str) -> str:
    return f'<Relationship Id="rId{place}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def _relations(lines: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}">{lines}</Relationships>'


def prefixed(part: str) -> str:
    """The same XML with a prefix before the name of every element."""
    return part.replace("<", "<x:").replace("<x:/", "</x:").replace("xmlns=", "xmlns:x=")


def strict(part: str) -> str:
    """The same XML in the namespaces of the strict format."""
    return part.replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main").replace(
        OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships"
    )
