"""A page of a portal -> its tables as they are nested, whatever is wrong with its tags.

Portals write pages that no strict reader takes: cells and rows are not closed, tables stand in
tables without a row between. A page has only a dozen tags that matter for its cells, so it is taken
apart by these alone, in one pass whose time grows with the length of the page and nothing else.
Scripts, styles and comments are skipped; nothing is ever fetched or expanded.
"""

import html
import re
from dataclasses import dataclass, field
from typing import Final

DEEPEST: Final = 40
"""Tables nested deeper than this are read as if they stood at this depth."""
_LONGEST_TAG: Final = 64 * 1024
_MOST_ENDS: Final = 8
"""A tag with more ">" than this in its quotes has a quote left open."""
_NAME: Final = re.compile(r"/?([a-zA-Z][\w:.-]*)")
_ATTRIBUTE: Final = re.compile(r"""([a-zA-Z_][\w:.-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")
_SKIPPED: Final = {
    name: re.compile(rf"</\s*{name}\b", re.IGNORECASE)
    for name in ("script", "style", "title", "select", "textarea", "xml", "noscript", "svg", "object")
}
_BLOCKS: Final = frozenset(
    ["p", "div", "br", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "hr", "center", "body", "head"]
)
_GROUPS: Final = frozenset(["tbody", "thead", "tfoot"])
_HIDDEN: Final = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_CELL_TAG: Final = "</?(?:table|tr|td|th)"
_FOOTNOTE: Final = re.compile(r"\s*[(\[]?(?:\d{1,2}|[a-z*†]{1,3})(?:[,;]\s*\d{1,2})*[)\]]?\s*")
"""What a raised text says if it is the mark of a footnote: "1.170" with one is not 11.701."""
_HIDING: Final = re.compile("none|hidden", re.IGNORECASE)
_NEVER_PASSED: Final = _GROUPS | {
    "tr",
    "td",
    "th",
    "table",
    "col",
    "colgroup",
    "br",
    "img",
    "input",
    "hr",
    "wbr",
}
"""Elements that are never closed, and those of a table, of which others see whether they are hidden."""


@dataclass
class Cell:
    """One cell: texts, and tables that stand in it, in their order."""

    attributes: dict[str, str]
    is_header: bool = False
    parts: "list[str | Table]" = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its text, lines kept apart; of a table within it only where that is a single cell."""
        texts = [part if isinstance(part, str) else part.only_text for part in self.parts]
        return tidy("".join(texts))

    @property
    def is_hidden(self) -> bool:
        """Say whether the page does not show it, which moves all that follows one column to the left."""
        return _is_hidden(self.attributes)

    def span(self, name: str) -> int:
        """How many rows or columns it covers, at least one."""
        text = self.attributes.get(name, "1").strip()
        return max(1, int(text[:6])) if text.isascii() and text.isdigit() else 1


@dataclass
class Row:
    """One row of cells."""

    hidden: bool = False
    cells: list[Cell] = field(default_factory=list)


@dataclass
class Table:
    """One table; what stands outside of its cells is in ``above`` (its caption) and nowhere else."""

    rows: list[Row] = field(default_factory=list)
    above: str = ""

    @property
    def inner(self) -> "list[Table]":
        """The tables within its cells."""
        return [
            part for row in self.rows for cell in row.cells for part in cell.parts if isinstance(part, Table)
        ]

    @property
    def only_text(self) -> str:
        """The text of its only cell, "" where it has more or none."""
        cells = [cell for row in self.rows for cell in row.cells]
        return cells[0].text if len(cells) == 1 else ""

    @property
    def is_single(self) -> bool:
        """Say whether it is only a frame around one cell's text."""
        return sum(len(row.cells) for row in self.rows) <= 1 and not self.inner


def tidy(text: str) -> str:
    """Return *text* with single spaces, its lines kept apart and empty ones left out."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _is_hidden(attributes: dict[str, str]) -> bool:
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style", "")))


def _attributes(inside: str) -> dict[str, str]:
    return {key.lower(): html.unescape(value.strip("\"'")) for key, value in _ATTRIBUTE.findall(inside)}


def parts_of(page: str) -> list[str | Table]:
    """Return the lines of text and the tables of a page, in their order."""
    reader = _Reader(page)
    reader.read()
    return reader.root.parts


class _Reader:
    """Goes from tag to tag; ``_open`` are the tables that were begun and not yet ended."""

    def __init__(self, page: str) -> None:
        self.root = Cell({})
        self._page = page
        self._open: list[Table] = []
        self._cells: list[Cell | None] = []
        self._captions: list[str] | None = None
        self._raised = False
        self._nexts: dict[str, int] = {}

    def read(self) -> None:
        page, place = self._page, 0
        while True:
            tag = page.find("<", place)
            self._text(page[place : tag if tag >= 0 else len(page)])
            if tag < 0:
                return
            place = self._tag(tag)

    def _text(self, text: str) -> None:
        if not text:
            return
        # A break within the source is a space; only tags break lines.
        told = html.unescape(text.replace("\n", " ").replace("\r", " ")) if "&" in text else text
        told = told.replace("\n", " ").replace("\r", " ")
        if self._raised and _FOOTNOTE.fullmatch(told):
            return
        if self._captions is not None:
            self._captions.append(told)
        elif target := self._target():
            target.parts.append(told)

    def _target(self) -> Cell | None:
        """Where text goes: into the open cell; between cells there is only noise."""
        return self._cells[-1] if self._open else self.root

    def _tag(self, begin: int) -> int:
        """Take in the tag at *begin* and return where to go on."""
        page = self._page
        if page.startswith("<!--", begin):
            end = page.find("-->", begin + 4)
            return len(page) if end < 0 else end + 3
        found = _NAME.match(page, begin + 1)
        if found is None:
            if page[begin + 1 : begin + 2] in {"!", "?", "/"}:
                return self._end_of(begin)
            self._text("<")
            return begin + 1
        end = self._end_of(begin)
        name, closing = found[1].lower(), page[begin + 1] == "/"
        if name in _SKIPPED and not closing and page[end - 2 : end] != "/>":
            close = _SKIPPED[name].search(page, end)
            return len(page) if close is None else self._end_of(close.start())
        inside = page[found.end() : end - 1]
        if not closing and (after := self._after_hidden(name, inside, end)):
            return after
        (self._closed if closing else self._opened)(name, inside)
        return end

    def _after_hidden(self, name: str, inside: str, begin: int) -> int:
        """The place after an element within a cell that the page does not show, 0 for any other."""
        if name in _NEVER_PASSED or not _HIDING.search(inside) or not _is_hidden(_attributes(inside)):
            return 0
        close = self._next(f"</{name}", begin)
        # One that is never closed, or only in another cell, hides nothing.
        is_within = close < min(len(self._page), self._next(_CELL_TAG, begin))
        return self._end_of(close) if is_within else 0

    def _next(self, tag: str, begin: int) -> int:
        """Where the next tag like *tag* begins; each is looked for once only."""
        place = self._nexts.get(tag, -1)
        if place < begin:
            found = re.compile(rf"{tag}\b", re.IGNORECASE).search(self._page, begin)
            place = self._nexts[tag] = found.start() if found else len(self._page)
        return place

    def _end_of(self, begin: int) -> int:
        """The place after a tag; a ">" within quotes is none of its ends, unless a quote is left open."""
        end = self._page.find(">", begin)
        if end < 0:
            return len(self._page)
        first = end
        for _ in range(_MOST_ENDS):
            if end < 0 or end - begin > _LONGEST_TAG:
                break
            inside = self._page[begin:end]
            if inside.count('"') % 2 == 0 and (inside.count("'") % 2 == 0 or '"' in inside):
                return end + 1
            end = self._page.find(">", end + 1)
        return first + 1

    def _opened(self, name: str, inside: str) -> None:
        if name == "table":
            self._begin_table()
        elif name == "caption" and self._open:
            self._captions = []
        elif name in {"tr", "td", "th"} and self._open:
            self._captions = None
            if name == "tr":
                self._begin_row(inside)
            else:
                self._begin_cell(name, inside)
        elif name in _GROUPS and self._open:
            self._cells[-1] = None
        elif name == "sup":
            self._raised = True
        elif name in _BLOCKS:
            self._break()

    def _closed(self, name: str, inside: str) -> None:
        if name == "table" and self._open:
            self._captions = None
            self._open.pop()
            self._cells.pop()
        elif name == "caption" and self._open and self._captions is not None:
            self._open[-1].above = tidy("".join(self._captions))
            self._captions = None
        elif name in {"tr", "td", "th"} and self._open:
            self._cells[-1] = None
        elif name == "sup":
            self._raised = False
        elif name in _BLOCKS:
            self._break()

    def _break(self) -> None:
        if self._captions is not None:
            self._captions.append("\n")
        elif target := self._target():
            target.parts.append("\n")

    def _begin_table(self) -> None:
        if len(self._open) >= DEEPEST:
            self._open.pop()
            self._cells.pop()
        if self._open and self._cells[-1] is None:
            # A table in a table without a cell between, as some portals write it.
            self._begin_cell("td", "")
        table = Table()
        holder = self._target()
        assert holder is not None
        holder.parts.append(table)
        self._open.append(table)
        self._cells.append(None)
        self._captions = None

    def _begin_row(self, inside: str) -> None:
        self._open[-1].rows.append(Row(_is_hidden(_attributes(inside))))
        self._cells[-1] = None

    def _begin_cell(self, name: str, inside: str) -> None:
        table = self._open[-1]
        if not table.rows:
            table.rows.append(Row())
        self._raised = False
        cell = Cell(_attributes(inside), is_header=name == "th")
        table.rows[-1].cells.append(cell)
        self._cells[-1] = cell
