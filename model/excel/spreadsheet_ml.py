"""XML that Excel 2003 and many portals write, "SpreadsheetML", -> sheets. It has no zip and no parts.

Read with expat alone; a document type definition, which could make a small file swell, ends it.
"""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Final
from xml.parsers import expat

from model.excel import extent
from model.excel.cell_kinds import MOST_COLUMNS, CellKinds, shows_percent
from model.excel.grid import Cell, Merge, Sheet
from model.excel.refusal import refusal
from model.progress import Report

NAMESPACE: Final = "urn:schemas-microsoft-com:office:spreadsheet"
LARGEST: Final = 512 * 1024**2
_EXCEL: Final = "urn:schemas-microsoft-com:office:excel"
_SEPARATOR: Final = "\n"
_MOST_ROWS: Final = 1_048_576
_PIECE: Final = 1024**2
_SS: Final = NAMESPACE + _SEPARATOR
_X: Final = _EXCEL + _SEPARATOR
_EMPTY_DAY: Final = 1899
_NUMBER: Final = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?")
_HIDDEN: Final = frozenset(["SheetHidden", "SheetVeryHidden"])


class _DtdError(Exception):
    """The file has a document type definition."""


def sheets_of_spreadsheet_ml(content: bytes, file: str, report: Report) -> tuple[Sheet, ...]:
    """Return the worksheets of an XML spreadsheet of Excel 2003, with everything a cell says of itself.

    Raises UnusableFileError where the XML is damaged, has a type definition or reaches too far.
    """
    if len(content) > LARGEST:
        raise refusal("too_large", file)
    reader = _Reader(file)
    parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.letters
    parser.StartDoctypeDeclHandler = _refuse
    try:
        for place in range(0, len(content), _PIECE):
            report(place, 2 * len(content))
            parser.Parse(content[place : place + _PIECE], False)
        parser.Parse(b"", True)
    except _DtdError:
        raise refusal("dtd", file) from None
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise refusal("damaged", file) from error
    return tuple(reader.sheets)


def _refuse(*_: object) -> None:
    raise _DtdError


class _Reader:
    """Follows styles, worksheets, rows and cells; a cell without an index stands after the one before it."""

    def __init__(self, file: str) -> None:
        self.sheets: list[Sheet] = []
        self._file = file
        self._percents: set[str] = set()
        self._parents: dict[str, str] = {}
        self._style = ""
        self._name = ""
        self._visible = True
        self._text: list[str] | None = None
        self._begin_sheet({})

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take in the beginning of an element."""
        kind = name.removeprefix(_SS)
        match kind:
            case "Style" | "NumberFormat":
                self._describe_style(attributes)
            case "Worksheet":
                self._begin_sheet(attributes)
            case "Column":
                self._begin_column(attributes)
            case "Row":
                self._begin_row(attributes)
            case "Cell":
                self._begin_cell(attributes)
            case "Comment":
                self._commented = True
            case "Data" if not self._commented:
                self._type, self._text = attributes.get(f"{_SS}Type", "String"), []
            case _ if name == f"{_X}Visible":
                self._text = []

    def letters(self, text: str) -> None:
        """Take in some letters of a value."""
        if self._text is not None:
            self._text.append(text)

    def end(self, name: str) -> None:
        """Take in the end of an element."""
        match name.removeprefix(_SS):
            case "Comment":
                self._commented = False
            case "Data" if not self._commented:
                self._set("".join(self._text or []))
                self._text = None
            case "Cell":
                self._end_cell()
            case "Row":
                self._row += 1 + self._row_span
            case "Worksheet":
                self._end_sheet()
            case _ if name == f"{_X}Visible":
                self._visible = "".join(self._text or []).strip() not in _HIDDEN
                self._text = None

    def _describe_style(self, attributes: Mapping[str, str]) -> None:
        if name := attributes.get(f"{_SS}ID"):
            self._style = name
            self._parents[name] = attributes.get(f"{_SS}Parent", "")
        code = attributes.get(f"{_SS}Format", "")
        if code == "Percent" or shows_percent(code):
            self._percents.add(self._style)

    def _begin_sheet(self, attributes: Mapping[str, str]) -> None:
        self._name, self._visible = attributes.get(f"{_SS}Name", ""), True
        self._cells: dict[tuple[int, int], Cell] = {}
        self._merges: list[Merge] = []
        self._kinds = CellKinds()
        self._row = self._column = self._next_column = self._row_span = 0
        self._down = self._across = 0
        self._row_style = self._cell_style = ""
        self._column_styles: dict[int, str] = {}
        self._formula = self._has_value = self._commented = False

    def _begin_column(self, attributes: Mapping[str, str]) -> None:
        first = _number(attributes, "Index", self._next_column + 1) - 1
        last = min(first + _number(attributes, "Span", 0), MOST_COLUMNS - 1)
        self._next_column = last + 1
        if attributes.get(f"{_SS}Hidden") == "1" or attributes.get(f"{_SS}Width") == "0":
            self._kinds.hide_columns(first, last)
        if style := attributes.get(f"{_SS}StyleID", ""):
            self._column_styles |= dict.fromkeys(range(first, last + 1), style)

    def _begin_row(self, attributes: Mapping[str, str]) -> None:
        self._row = _number(attributes, "Index", self._row + 1) - 1
        self._row_span, self._column = _number(attributes, "Span", 0), 0
        self._row_style = attributes.get(f"{_SS}StyleID", "")
        if attributes.get(f"{_SS}Hidden") == "1" or attributes.get(f"{_SS}Height") == "0":
            last = min(self._row + self._row_span, _MOST_ROWS - 1)
            self._kinds.hidden_rows.update(range(self._row, last + 1))

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        self._column = _number(attributes, "Index", self._column + 1) - 1
        self._across = _number(attributes, "MergeAcross", 0)
        self._down = _number(attributes, "MergeDown", 0)
        self._cell_style = attributes.get(f"{_SS}StyleID", "")
        self._formula, self._has_value = f"{_SS}Formula" in attributes, False

    def _end_cell(self) -> None:
        place = self._row, self._column
        if self._formula and not self._has_value:
            self._kinds.add_uncomputed(place)
        if self._across or self._down:
            self._merges.append(Merge(*place, self._row + self._down, self._column + self._across))
        self._column += 1 + self._across

    def _set(self, text: str) -> None:
        place = self._row, self._column
        self._has_value = bool(text.strip()) or self._type == "String"
        if self._type == "Error":
            self._kinds.add_error(place, text.strip() or "#")
            return
        value = _value(self._type, text)
        if value is None:
            return
        self._cells[place] = value
        style = self._cell_style or self._row_style or self._column_styles.get(self._column, "")
        if isinstance(value, float) and self._is_percent(style):
            self._kinds.add_percent(place)

    def _is_percent(self, style: str) -> bool:
        for _ in range(10):
            if style in self._percents:
                return True
            style = self._parents.get(style, "")
        return False

    def _end_sheet(self) -> None:
        height = max((row + 1 for row, _ in self._cells), default=0)
        width = max((column + 1 for _, column in self._cells), default=0)
        reach = extent.Extent(height, width, len(self._cells))
        is_far = reach.is_sparse or reach.is_impossible
        if is_far or reach.is_too_large:
            raise refusal("far_cell" if is_far else "too_large", self._file, cell=reach.corner)
        rows: list[list[Cell]] = [[None] * width for _ in range(height)]
        for (row, column), value in self._cells.items():
            rows[row][column] = value
        sheet = Sheet(self._name, tuple(map(tuple, rows)), tuple(self._merges), self._visible)
        self.sheets.append(self._kinds.told_of(sheet))
        self._cells = {}


def _value(kind: str, text: str) -> Cell:
    bare = text.strip()
    if not bare:
        return None
    match kind:
        case "Number":
            return float(bare) if _NUMBER.fullmatch(bare) else text
        case "Boolean":
            return bare in {"1", "true"}
        case "DateTime":
            return _moment(bare) or text
    return text


def _moment(text: str) -> Cell:
    """A day, a time or both; None for a text that is none, which then stays as it stands."""
    try:
        moment = datetime.fromisoformat(re.sub(r"\.\d+$", "", text.removesuffix("Z")))
    except ValueError:
        return None
    if moment.year <= _EMPTY_DAY:
        return moment.time()
    return moment if moment.time() != moment.min.time() else moment.date()


def _number(attributes: Mapping[str, str], name: str, default: int) -> int:
    text = attributes.get(_SS + name, "").strip()
    return min(int(text[:8]), _MOST_ROWS) if text.isascii() and text.isdigit() else default
