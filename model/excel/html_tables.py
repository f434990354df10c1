"""A page of a portal saved as .xls -> sheets: its tables below each other, as Excel shows them.

Statistics portals hold a table in four, so that it can be scrolled: a corner, the names, the
headers and the figures. Names and figures are put together where their rows are equal in number.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from typing import Final

from model.excel import extent
from model.excel.cell_kinds import ERROR_TEXTS, MOST_COLUMNS
from model.excel.grid import Cell, Merge, Sheet
from model.excel.html_page import Table, decoded_page, parts_of, tidy
from model.excel.refusal import refusal
from model.progress import Report

LARGEST_PAGE: Final = 128 * 1024**2
_LINES_KEPT: Final = 12
"""So many lines of text before a table are kept: titles, not the menus of a whole portal."""
_LONGEST_LINE: Final = 300
_FEW_ROWS: Final = 5
_ENOUGH_ROWS: Final = 3
_MOST: Final = 0.5
_SHEET_NAME: Final = re.compile(r"<x:Name>\s*([^<]{1,80}?)\s*</x:Name>", re.IGNORECASE)
_SOURCE: Final = re.compile(
    r"<x:Name>\s*([^<]{1,80}?)\s*</x:Name>.{0,400}?<x:WorksheetSource\s+HRef\s*=\s*3?D?[\"']([^\"']{1,200})",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER: Final = re.compile(r"[-+(]?\s*\d[\d.,\s]*\)?\s*%?")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_PLAIN_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d{1,3})?")


@dataclass
class _Block:
    """A table without tables in it, on a grid of its own."""

    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    height: int = 0
    width: int = 0
    hidden: set[int] = field(default_factory=set)
    percents: set[tuple[int, int]] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)

    def put(self, other: "_Block", top: int, left: int) -> None:
        """Set *other* into this block with its corner at a place."""
        for name in ("cells", "errors"):
            mine, theirs = getattr(self, name), getattr(other, name)
            mine.update({(row + top, column + left): value for (row, column), value in theirs.items()})
        self.percents |= {(row + top, column + left) for row, column in other.percents}
        self.hidden |= {row + top for row in other.hidden}
        self.merges += [
            Merge(merge.top + top, merge.left + left, merge.bottom + top, merge.right + left)
            for merge in other.merges
        ]
        self.height, self.width = max(self.height, top + other.height), max(self.width, left + other.width)

    @property
    def holds_names(self) -> bool:
        """Say whether it has words and hardly a figure: the names of rows."""
        return self._words() > _MOST * self.height and self.width <= _FEW_ROWS

    @property
    def holds_figures(self) -> bool:
        """Say whether it has figures and no column of words."""
        numbers = sum(_is_figure(cell) for cell in self.cells.values())
        return numbers > _MOST * max(1, len(self.cells)) and self._words() <= _MOST * self.height

    def _words(self) -> float:
        """How many cells of the wordiest column are words."""
        counts = [0] * max(1, self.width)
        for (_, column), cell in self.cells.items():
            counts[column] += isinstance(cell, str) and any(map(str.isalpha, cell)) and not _is_figure(cell)
        return max(counts)


def sheets_of_page(content: bytes, file: str, name: str, report: Report) -> tuple[Sheet, ...]:
    """Return the tables of an HTML page as one sheet called *name* (or as the page names it).

    Texts stay text, numbers too, but for those that Excel itself wrote down exactly (``x:num``). Lines
    of text above a table stand as rows above it. Raises UnusableFileError where there is no table.
    """
    if len(content) > LARGEST_PAGE:
        raise refusal("too_large", file)
    page = decoded_page(content)
    named = _SHEET_NAME.findall(page[:20_000])
    sheet = _sheet(page, named[0] if len(named) == 1 else name, file)
    report(1, 2)
    if sheet is None:
        raise refusal("html_without_table", file)
    return (sheet,)


def sheets_of_web_archive(content: bytes, file: str, name: str, report: Report) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook that Excel saved as one web page (.mht), each part a sheet."""
    if len(content) > LARGEST_PAGE:
        raise refusal("too_large", file)
    message = message_from_bytes(content.lstrip(), policy=policy.compat32)
    pages: list[tuple[str, str]] = []
    for part in message.walk():
        payload = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(payload, bytes):
            location = str(part.get("Content-Location", "")).replace("\\", "/").rpartition("/")[2]
            pages.append((location, decoded_page(payload, part.get_content_charset() or "")))
    names = {source.rpartition("/")[2]: told for _, page in pages for told, source in _SOURCE.findall(page)}
    found = []
    for number, (location, page) in enumerate(pages):
        report(number, 2 * len(pages))
        sheet = _sheet(page, names.get(location, name), file)
        if sheet is not None:
            found.append(sheet)
    if not found:
        raise refusal("html_without_table", file)
    return tuple(found)


def _sheet(page: str, name: str, file: str) -> Sheet | None:
    blocks = [part if isinstance(part, str) else _block(part, file) for part in _flow(parts_of(page))]
    tables = [part for part in blocks if isinstance(part, _Block) and part.height]
    if not tables:
        return None
    stacked = _stacked(_joined([part for part in blocks if isinstance(part, str) or part.height]))
    reach = extent.Extent(stacked.height, stacked.width, len(stacked.cells))
    if reach.is_sparse or reach.is_too_large:
        raise refusal("far_cell" if reach.is_sparse else "too_large", file, cell=reach.corner)
    rows: list[list[Cell]] = [[None] * stacked.width for _ in range(stacked.height)]
    for (row, column), cell in stacked.cells.items():
        rows[row][column] = cell
    return Sheet(
        name,
        tuple(map(tuple, rows)),
        tuple(stacked.merges),
        errors=stacked.errors,
        hidden_rows=frozenset(stacked.hidden),
        percents=frozenset(stacked.percents),
    )


def _flow(parts: Sequence[str | Table]) -> Iterator[str | Table]:
    """The lines and innermost tables in the order of the page; tables that only arrange others open up."""
    text: list[str] = []
    for part in parts:
        if isinstance(part, str):
            text.append(part)
            continue
        yield from _lines("".join(text))
        text = []
        if part.above:
            yield from _lines(part.above)
        if all(inner.is_single for inner in part.inner):
            yield part
            continue
        for row in part.rows:
            for cell in row.cells:
                yield from _flow(cell.parts)
    yield from _lines("".join(text))


def _lines(text: str) -> Iterator[str]:
    yield from (line[:_LONGEST_LINE] for line in tidy(text).split("\n") if line)


def _block(table: Table, file: str) -> _Block:
    """Lay a table's cells on a grid, each where those that reach down from above leave room."""
    rows = [row for row in table.rows if row.cells]
    block = _Block(height=len(rows))
    reaches: dict[int, int] = {}
    for index, row in enumerate(rows):
        column = 0
        if row.hidden:
            block.hidden.add(index)
        for cell in row.cells:
            if cell.is_hidden:
                continue
            while reaches.get(column, -1) >= index:
                column += 1
            across, down = cell.span("colspan"), min(cell.span("rowspan"), len(rows) - index)
            if column + across > MOST_COLUMNS:
                raise refusal("too_large", file)
            if down > 1:
                reaches |= dict.fromkeys(range(column, column + across), index + down - 1)
            if across * down > 1:
                block.merges.append(Merge(index, column, index + down - 1, column + across - 1))
            _set(block, (index, column), cell.text, cell.attributes)
            column += across
            block.width = max(block.width, column)
    return block


def _set(block: _Block, place: tuple[int, int], text: str, attributes: dict[str, str]) -> None:
    if text in ERROR_TEXTS or attributes.get("x:err", "").startswith("#"):
        block.errors[place] = text or attributes["x:err"]
        return
    if "x:num" in attributes:
        exact = attributes["x:num"].strip() or text
        if _PLAIN_NUMBER.fullmatch(exact):
            block.cells[place] = float(exact)
            if text.endswith("%"):
                block.percents.add(place)
            return
    if text:
        block.cells[place] = text


def _joined(blocks: Sequence[str | _Block]) -> list[str | _Block]:
    """Put names and figures together that stand in tables of their own."""
    tables = [index for index, part in enumerate(blocks) if isinstance(part, _Block)]
    result = list(blocks)
    gone: set[int] = set()
    for position, index in enumerate(tables):
        for other in tables[position + 1 : position + 4]:
            names, figures = result[index], result[other]
            assert isinstance(names, _Block)
            assert isinstance(figures, _Block)
            fit = names.height == figures.height >= _ENOUGH_ROWS and {index, other}.isdisjoint(gone)
            if not fit or not names.holds_names or not figures.holds_figures:
                continue
            near = [place for place in tables if other - 4 < place < other and place not in gone]
            corner, header = _headers(result, near, index, other)
            result[other] = _together(_at(result, corner), names, _at(result, header), figures)
            gone |= {place for place in (index, corner, header) if place >= 0}
            break
    return [part for index, part in enumerate(result) if index not in gone]


def _at(blocks: Sequence[str | _Block], index: int) -> _Block:
    block = blocks[index] if index >= 0 else _Block()
    assert isinstance(block, _Block)
    return block


def _headers(
    blocks: Sequence[str | _Block], near: Sequence[int], names: int, figures: int
) -> tuple[int, int]:
    """The corner above the names and the headers above the figures, -1 for what there is not."""
    found = {names: -1, figures: -1}
    for place in near:
        head = _at(blocks, place)
        if place == names or not 0 < head.height <= min(_FEW_ROWS, _at(blocks, names).height - 1):
            continue
        for below in (names, figures):
            if found[below] < 0 and head.width == _at(blocks, below).width and place < below:
                found[below] = place
                break
    return found[names], found[figures]


def _together(corner: _Block, names: _Block, header: _Block, figures: _Block) -> _Block:
    joined, above = _Block(), max(corner.height, header.height)
    left = max(corner.width, names.width)
    joined.put(corner, 0, 0)
    joined.put(header, 0, left)
    joined.put(names, above, 0)
    joined.put(figures, above, left)
    if corner.height == 1 < above:
        # The corner is as high as the headers beside it, whatever its own table says.
        joined.merges += [Merge(0, column, above - 1, column) for (_, column) in corner.cells]
    return joined


def _stacked(blocks: Sequence[str | _Block]) -> _Block:
    """All blocks below each other; an empty row parts two tables, but not headers from their figures."""
    sheet = _Block()
    before: str | _Block = ""
    for number, part in enumerate(blocks):
        if isinstance(part, str):
            if _is_near_a_table(blocks, number):
                after_table = isinstance(before, _Block)
                sheet.put(_Block(cells={(0, 0): part}, height=1, width=1), sheet.height + after_table, 0)
                before = part
            continue
        parted = isinstance(before, _Block) and not _heads(before, part)
        sheet.put(part, sheet.height + parted, 0)
        before = part
    return sheet


def _is_near_a_table(blocks: Sequence[str | _Block], number: int) -> bool:
    after = blocks[number + 1 : number + 1 + _LINES_KEPT]
    before = blocks[max(0, number - _LINES_KEPT) : number]
    return any(isinstance(part, _Block) for part in (*before, *after))


def _heads(upper: _Block, lower: _Block) -> bool:
    """Say whether a table holds nothing but the headers of the one below it, so that these can scroll."""
    if upper.width != lower.width or upper.height > _FEW_ROWS:
        return False
    figures = (cell for cell in upper.cells.values() if _is_figure(cell))
    has_others = any(not _YEAR.fullmatch(str(cell)) for cell in figures)
    return not has_others and any(_is_figure(cell) for (row, _), cell in lower.cells.items() if row == 0)


def _is_figure(cell: Cell) -> bool:
    return not isinstance(cell, str) or bool(_NUMBER.fullmatch(cell)) or cell in {"-", "–", "...", "…"}
