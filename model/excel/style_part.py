"""The formats of a workbook's cells: those that our cells need are found in its styles, or appended."""

import re
from typing import Final
from xml.sax.saxutils import quoteattr

from model.excel.workbook_parts import appended, attributes, with_attributes

_BUILT_IN: Final = {"General": 0, "0.00%": 10, "#,##0": 3, "@": 49}
_FIRST_OWN: Final = 164
_FORMATS: Final = re.compile(rb"<numFmt\b([^>]*?)/>")
_STYLE_SHEET: Final = re.compile(rb"<styleSheet\b[^>]*>")
_HEADER_FONT: Final = (
    b'<font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/><family val="2"/></font>'
)
_HEADER_FILL: Final = (
    b'<fill><patternFill patternType="solid"><fgColor rgb="FF0F766E"/><bgColor indexed="64"/></patternFill>'
    b"</fill>"
)


class StylePart:
    """A styles part that is only ever appended to."""

    def __init__(self, xml: bytes) -> None:
        self.xml = xml
        self._known: dict[str, int] = {}

    def style(self, number_format: str) -> int:
        """Return the index of a cell format that shows numbers so and is plain in all else."""
        if number_format not in self._known:
            format_id = self._format_id(number_format)
            xf = (
                f'<xf numFmtId="{format_id}" fontId="0" fillId="0" borderId="0" xfId="0" '
                'applyNumberFormat="1"/>'
            )
            self._known[number_format] = self._index("cellXfs", "xf", xf.encode())
        return self._known[number_format]

    def header_style(self) -> int:
        """Return the index of the format of a header: white and bold on the colour of the program."""
        font = self._index("fonts", "font", _HEADER_FONT)
        fill = self._index("fills", "fill", _HEADER_FILL)
        xf = (
            f'<xf numFmtId="49" fontId="{font}" fillId="{fill}" borderId="0" xfId="0" applyNumberFormat="1" '
            'applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>'
        )
        return self._index("cellXfs", "xf", xf.encode())

    def _format_id(self, number_format: str) -> int:
        if number_format in _BUILT_IN:
            return _BUILT_IN[number_format]
        given = [attributes(element) for element in _FORMATS.findall(self.xml)]
        same = next((one["numFmtId"] for one in given if one.get("formatCode") == number_format), None)
        if same is not None:
            return int(same)
        number = max([_FIRST_OWN - 1, *(int(one["numFmtId"]) for one in given)]) + 1
        if b"<numFmts" not in self.xml:
            root = _STYLE_SHEET.search(self.xml)
            if root is None:
                raise ValueError("no styleSheet")
            self.xml = self.xml[: root.end()] + b'<numFmts count="0"/>' + self.xml[root.end() :]
        self._append(
            "numFmts", f'<numFmt numFmtId="{number}" formatCode={quoteattr(number_format)}/>'.encode()
        )
        return number

    def _index(self, element: str, item: str, wanted: bytes) -> int:
        """Return which of the items of an element the wanted one is; it is appended where it is none."""
        name, one = element.encode(), item.encode()
        whole = re.search(rb"<%s\b[^>]*>(.*?)</%s>" % (name, name), self.xml, re.DOTALL)
        if whole is None:
            raise ValueError(f"no {element}")
        items = re.findall(rb"<%s\b[^>]*?/>|<%s\b[^>]*?>.*?</%s>" % (one, one, one), whole[1], re.DOTALL)
        if wanted in items:
            return items.index(wanted)
        self._append(element, wanted)
        return len(items)

    def _append(self, element: str, child: bytes) -> None:
        self.xml = appended(self.xml, element, child)
        found = re.search(rb"<%s\b([^>]*)>" % element.encode(), self.xml)
        if found is None:
            raise ValueError(f"no {element}")
        count = int(attributes(found[1]).get("count", "0") or 0)
        counted = with_attributes(found[1], {"count": str(count + 1)})
        self.xml = self.xml[: found.start(1)] + counted + self.xml[found.end(1) :]
