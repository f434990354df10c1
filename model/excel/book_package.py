"""The workbook of a coverage book as its parts: which part is which sheet, its table, its formats."""

import re
from typing import Final
from xml.sax.saxutils import quoteattr

from model.excel.book_schema import SheetSchema
from model.excel.new_sheet import STRICT_SHEETS_OF, empty_workbook, sheet_xml, table_xml
from model.excel.package import sheet_parts
from model.excel.refusal import refusal
from model.excel.sheet_part import SheetPart, Written
from model.excel.style_part import StylePart
from model.excel.table_part import TablePart
from model.excel.workbook_parts import Package, appended, attributes, with_attributes

_SHEET: Final = re.compile(rb"<sheet\b([^>]*)/?>")
_PROPERTIES: Final = re.compile(rb"<workbookPr\b([^>]*)>")
_CALCULATION: Final = re.compile(rb"<calcPr\b([^>]*)>")
_CHAIN: Final = re.compile(rb"<c\b([^>]*)/>")
_FORMULA: Final = re.compile(rb"<f[\s/>]")


class BookPackage:
    """The parts of one workbook; those that were asked for are written back if they have changed."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._before = dict(package.parts)
        self._sheets: dict[str, SheetPart] = {}
        self._tables: dict[str, dict[str, TablePart]] = {}
        """The tables of each sheet that was changed, by their parts."""
        self._styles: StylePart | None = None
        self._paths = sheet_parts(package.archive, package.workbook)

    @classmethod
    def of(cls, content: bytes, file: str) -> "BookPackage":
        """Return the parts of a workbook; UnusableFileError where they cannot be unpacked."""
        return cls(Package.of(content, file))

    @classmethod
    def empty(cls, file: str) -> "BookPackage":
        """Return the parts of a workbook without a sheet."""
        return cls.of(empty_workbook(), file)

    # ---- what may be changed

    def sheet(self, name: str) -> SheetPart:
        """Return the part of a sheet, by its name."""
        if name not in self._sheets:
            path = self._paths.get(name, "")
            try:
                self._sheets[name] = SheetPart(self._package.xml(path))
            except ValueError as error:
                raise refusal("not_spliceable", self._package.file, part=path) from error
        return self._sheets[name]

    def _table(self, name: str, header: tuple[int, int]) -> TablePart | None:
        """The table over the header of a sheet, *header* a cell of it; others there are the owner's."""
        if name not in self._tables:
            self._tables[name] = {
                path: TablePart(self._package.xml(path))
                for path in self._package.linked(self._paths[name], "table")
            }
        row, column = header
        for table in self._tables[name].values():
            top, left, _, right = table.area
            if top == row and left <= column <= right:
                return table
        return None

    def reach(self, name: str, header: tuple[int, int], top: int, bottom: int) -> None:
        """Let the table over *header* reach down over the zero-based rows *top* to *bottom* below it.

        It stays where the owner has written between, or ends it with a row of totals: the rows are read
        all the same, and nothing of the owner's becomes a row of the table.
        """
        table = self._table(name, header)
        if table and not table.has_totals and top <= table.area[2] + 1 <= bottom:
            table.reach(bottom)

    def add_column(self, name: str, title: str, header: tuple[int, int]) -> int:
        """Add a column right of everything on a sheet to its *header*; return its zero-based place.

        The table gets it where nothing of the owner's stands between.
        """
        sheet, table = self.sheet(name), self._table(name, header)
        place = sheet.width
        if table and table.area[3] + 1 >= place:
            place = table.area[3] + 1
            table.add_column(title)
        sheet.set(header[0], place, Written(title))
        return place

    def style(self, number_format: str) -> int:
        """Return the index of a cell format that shows numbers so."""
        return self._style_part().style(number_format)

    def header_style(self) -> int:
        """Return the index of the format of a header."""
        return self._style_part().header_style()

    def _style_part(self) -> StylePart:
        if self._styles is None:
            path = self._linked("styles", "xl/styles.xml")
            self._styles = StylePart(self._package.xml(path))
        return self._styles

    @property
    def counts_from_1904(self) -> bool:
        """Days are counted from 1904, as old Macintosh workbooks do."""
        found = _PROPERTIES.search(self._package.xml(self._package.workbook))
        return bool(found and attributes(found[1]).get("date1904") in {"1", "true"})

    def add_sheet(self, schema: SheetSchema) -> None:
        """Add an empty sheet with the table of *schema*, its header still to be written."""
        package = self._package
        path = package.free_part("xl/worksheets/sheet{}.xml")
        table = package.free_part("xl/tables/table{}.xml")
        headers = [column.header for column in schema.columns]
        is_strict = STRICT_SHEETS_OF.encode() in package.xml(package.workbook)
        number = self._free_table_number()
        link = package.link(path, "table", table)
        package.add(path, sheet_xml(schema, is_strict=is_strict, table_link=link), "worksheet")
        package.add(table, table_xml(number, schema.table, headers, is_strict=is_strict), "table")
        self._enter(schema.title, package.link(package.workbook, "worksheet", path))
        self._paths[schema.title] = path
        self._tables[schema.title] = {table: TablePart(package.xml(table))}

    def _enter(self, title: str, link: str) -> None:
        """Append a sheet to the list of the workbook, with the prefix that its relations have there."""
        main = self._package.workbook
        whole = self._package.xml(main)
        given = [attributes(element) for element in _SHEET.findall(whole)]
        number = max((int(one.get("sheetId", "0")) for one in given), default=0) + 1
        names = [name for one in given for name in one if name.endswith(":id")]
        attribute = names[0] if names else "r:id"
        element = f'<sheet name={quoteattr(title)} sheetId="{number}" {attribute}="{link}"/>'
        self._package.parts[main] = appended(whole, "sheets", element.encode())

    def _free_table_number(self) -> int:
        numbers = [0]
        for name, part in self._package.parts.items():
            if name.startswith("xl/tables/"):
                found = re.search(rb'<table\b[^>]*?\bid="(\d+)"', part)
                numbers.append(int(found[1]) if found else 0)
        return max(numbers) + 1

    def _linked(self, kind: str, usual: str) -> str:
        return next(iter(self._package.linked(self._package.workbook, kind)), usual)

    # ---- back to bytes

    def content(self) -> bytes | None:
        """Return the workbook with everything that was set in its part; None where that changes nothing."""
        self._put_back()
        return self._package.content() if self._package.parts != self._before else None

    def _put_back(self) -> None:
        parts = self._package.parts
        for name, sheet in self._sheets.items():
            if sheet.is_changed:
                parts[self._paths[name]] = self._xml(name, sheet)
                self._forget_formulas(name, sheet.lost_formulas)
        for tables in self._tables.values():
            parts |= {path: table.xml for path, table in tables.items()}
        if self._styles:
            parts[self._linked("styles", "xl/styles.xml")] = self._styles.xml
        if parts != self._before:
            self._let_recalculate()

    def _xml(self, name: str, sheet: SheetPart) -> bytes:
        try:
            return sheet.xml()
        except ValueError as error:
            raise refusal("not_spliceable", self._package.file, part=self._paths[name]) from error

    def _forget_formulas(self, name: str, addresses: set[str]) -> None:
        """Take formulas that are no more out of the order of calculation; Excel repairs a book otherwise."""
        path = self._linked("calcChain", "xl/calcChain.xml")
        if not addresses or path not in self._package.parts:
            return
        number = self._number(name)
        sheet = 0

        def kept(match: re.Match[bytes]) -> bytes:
            nonlocal sheet
            given = attributes(match[1])
            sheet = int(given.get("i", sheet))
            return b"" if sheet == number and given.get("r") in addresses else match[0]

        self._package.parts[path] = _CHAIN.sub(kept, self._package.parts[path])

    def _number(self, name: str) -> int:
        """The number by which the workbook knows a sheet, whatever its place."""
        for element in _SHEET.findall(self._package.xml(self._package.workbook)):
            given = attributes(element)
            if given.get("name") == name:
                return int(given.get("sheetId", "0"))
        return 0

    def _let_recalculate(self) -> None:
        """Have Excel calculate every formula when it opens the book: their results are those of before."""
        sheets = (part for name, part in self._package.parts.items() if "/worksheets/" in name)
        if not any(_FORMULA.search(part) for part in sheets):
            return
        main = self._package.workbook
        whole = self._package.xml(main)
        if found := _CALCULATION.search(whole):
            changed = with_attributes(found[1], {"fullCalcOnLoad": "1"})
            self._package.parts[main] = whole[: found.start(1)] + changed + whole[found.end(1) :]
