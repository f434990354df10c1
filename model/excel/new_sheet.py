"""The XML of what is new in a workbook: an empty one, and an owned sheet with its header still to come."""

import io
import zipfile
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from model.excel.book_schema import Column, SheetSchema
from model.excel.grid import a1
from model.excel.workbook_parts import CONTENT_TYPES

SHEETS_OF: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT_SHEETS_OF: Final = "http://purl.oclc.org/ooxml/spreadsheetml/main"
LINKS_OF: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_LINKS_OF: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships"

_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_PROPERTIES_OF: Final = f"{_PACKAGE}/metadata/core-properties"
_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES: Final = "application/vnd.openxmlformats-"
_SHEETS_TYPE: Final = f"{_TYPES}officedocument.spreadsheetml."
_LAST_ROW: Final = 1_048_576

_PARTS: Final = {
    CONTENT_TYPES: (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{_TYPES}package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEETS_TYPE}sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_SHEETS_TYPE}styles+xml"/>'
        f'<Override PartName="/docProps/core.xml" ContentType="{_TYPES}package.core-properties+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{LINKS_OF}/officeDocument" Target="xl/workbook.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/></Relationships>'
    ),
    "docProps/core.xml": (
        f'<cp:coreProperties xmlns:cp="{_PROPERTIES_OF}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:creator>Cakupan</dc:creator></cp:coreProperties>"
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{SHEETS_OF}" xmlns:r="{LINKS_OF}"><bookViews><workbookView/></bookViews>'
        "<sheets></sheets></workbook>"
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{LINKS_OF}/styles" Target="styles.xml"/></Relationships>'
    ),
    "xl/styles.xml": (
        f'<styleSheet xmlns="{SHEETS_OF}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/>'
        '<family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/>'
        '<top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" '
        'fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" '
        'borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" '
        'builtinId="0"/></cellStyles></styleSheet>'
    ),
}


def empty_workbook() -> bytes:
    """Return a workbook that has no sheet yet, always the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in _PARTS.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, (_XML + part).encode())
    return stream.getvalue()


def sheet_xml(schema: SheetSchema, *, is_strict: bool, table_link: str) -> bytes:
    """Return the part of an owned sheet: widths, a frozen header row, the choices of its columns."""
    main, links = (STRICT_SHEETS_OF, STRICT_LINKS_OF) if is_strict else (SHEETS_OF, LINKS_OF)
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{column.width}" customWidth="1"/>'
        for n, column in enumerate(schema.columns, 1)
    )
    rules = [_rule(place, column) for place, column in enumerate(schema.columns) if column.choices]
    choices = f'<dataValidations count="{len(rules)}">{"".join(rules)}</dataValidations>' if rules else ""
    return (
        f'{_XML}<worksheet xmlns="{main}" xmlns:r="{links}"><dimension ref="A1"/><sheetViews>'
        '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" '
        f'state="frozen"/></sheetView></sheetViews><cols>{columns}</cols>'
        f'<sheetData><row r="1" ht="22" customHeight="1"/></sheetData>{choices}'
        f'<tableParts count="1"><tablePart r:id="{table_link}"/></tableParts></worksheet>'
    ).encode()


def _rule(place: int, column: Column) -> str:
    """A list to choose from. A warning, not a ban: the program understands more spellings than it holds."""
    letter = a1(0, place).rstrip("1")
    title, prompt = quoteattr(column.header), quoteattr(column.meaning[:255])
    error = quoteattr(f"Pilih salah satu: {', '.join(column.choices)}."[:255])
    choices = escape(",".join(column.choices))
    return (
        '<dataValidation type="list" errorStyle="warning" allowBlank="1" showInputMessage="1" '
        f'showErrorMessage="1" errorTitle={title} error={error} promptTitle={title} prompt={prompt} '
        f'sqref="{letter}2:{letter}{_LAST_ROW}"><formula1>"{choices}"</formula1></dataValidation>'
    )


def table_xml(number: int, name: str, headers: list[str], *, is_strict: bool) -> bytes:
    """Return a new table over a header in the first row and one row; *number* is unique in the workbook."""
    ref = f"A1:{a1(1, len(headers) - 1)}"
    main = STRICT_SHEETS_OF if is_strict else SHEETS_OF
    columns = "".join(
        f'<tableColumn id="{number}" name={quoteattr(header)}/>' for number, header in enumerate(headers, 1)
    )
    return (
        f'{_XML}<table xmlns="{main}" id="{number}" name="{name}" displayName="{name}" ref="{ref}" '
        f'totalsRowShown="0"><autoFilter ref="{ref}"/>'
        f'<tableColumns count="{len(headers)}">{columns}</tableColumns>'
        '<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" '
        'showRowStripes="1" showColumnStripes="0"/></table>'
    ).encode()
