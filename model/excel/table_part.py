"""The Excel table over an owned sheet: how far it reaches, and further columns."""

import re
from typing import Final
from xml.sax.saxutils import quoteattr

from model.excel.grid import a1, place
from model.excel.workbook_parts import appended, attributes, with_attributes

_TABLE: Final = re.compile(rb"<table\b([^>]*)>")
_FILTER: Final = re.compile(rb"<autoFilter\b([^>]*)>")
_COLUMNS: Final = re.compile(rb"<tableColumns\b([^>]*)>")
_COLUMN: Final = re.compile(rb"<tableColumn\b([^>]*)>")


class TablePart:
    """A table part; rows and columns are zero-based."""

    def __init__(self, xml: bytes) -> None:
        self.xml = xml
        found = _TABLE.search(xml)
        self._given = attributes(found[1]) if found else {}

    @property
    def area(self) -> tuple[int, int, int, int]:
        """Top, left, bottom and right of the table, header and totals included."""
        first, _, last = self._given.get("ref", "A1").partition(":")
        return (*place(first), *place(last or first))

    @property
    def has_totals(self) -> bool:
        """A row of totals ends the table; it cannot be made longer without moving that row."""
        return self._given.get("totalsRowCount", "0") not in {"", "0"}

    def reach(self, bottom: int) -> None:
        """Let the table end with the row *bottom*."""
        top, left, _, right = self.area
        self._set_area(top, left, bottom, right)

    def add_column(self, name: str) -> None:
        """Let the table have one more column at its right; its header cell is to be written as well."""
        top, left, bottom, right = self.area
        known = [attributes(element) for element in _COLUMN.findall(self.xml)]
        number = max((int(one.get("id", "0")) for one in known), default=0) + 1
        element = f'<tableColumn id="{number}" name={quoteattr(name)}/>'.encode()
        self.xml = appended(self.xml, "tableColumns", element)
        self._replace(_COLUMNS, {"count": str(len(known) + 1)})
        self._set_area(top, left, bottom, right + 1)

    def _set_area(self, top: int, left: int, bottom: int, right: int) -> None:
        ref = f"{a1(top, left)}:{a1(bottom, right)}"
        self._given["ref"] = ref
        self._replace(_TABLE, {"ref": ref})
        last = bottom - 1 if self.has_totals else bottom
        self._replace(_FILTER, {"ref": f"{a1(top, left)}:{a1(last, right)}"})

    def _replace(self, pattern: re.Pattern[bytes], given: dict[str, str]) -> None:
        self.xml = pattern.sub(
            lambda match: (
                match[0][: match.start(1) - match.start()] + with_attributes(match[1], given) + b">"
            ),
            self.xml,
            count=1,
        )
