"""A page of a portal saved as .xls -> sheets: its tables below each other, as Excel shows them.

Statistics portals hold a table in four, so that it can be scrolled: a corner, the names, the
headers and the figures. Names and figures are put together where their rows are equal in number.
"""

import re
from collections.abc import Iterator, Sequence
from email import message_from_bytes, policy
from typing import Final

from model.excel import extent
from model.excel.grid import Cell, Merge, Sheet
from model.excel.html_blocks import FEW_ROWS, Block, block_of, is_figure
from model.excel.html_encoding import decoded_page
from model.excel.html_page import Table, parts_of, tidy
from model.excel.refusal import refusal
from model.progress import Report

LARGEST_PAGE: Final = 128 * 1024**2
_LINES_KEPT: Final = 12
"""So many lines of text before a table are kept: titles, not the menus of a whole portal."""
_LONGEST_LINE: Final = 300
_ENOUGH_ROWS: Final = 3
_SHEET_NAME: Final = re.compile(r"<x:Name>\s*([^<]{1,80}?)\s*</x:Name>", re.IGNORECASE)
_FRAMES: Final = re.compile(r"<frameset\b|<x:WorksheetSource\b", re.IGNORECASE)
_SOURCE: Final = re.compile(
    r"<x:Name>\s*([^<]{1,80}?)\s*</x:Name>.{0,400}?<x:WorksheetSource\s+HRef\s*=\s*3?D?[\"']([^\"']{1,200})",
    re.IGNORECASE | re.DOTALL,
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


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
        raise refusal("html_frames" if _FRAMES.search(page) else "html_without_table", file)
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
    blocks = [part if isinstance(part, str) else block_of(part, file) for part in _flow(parts_of(page))]
    tables = [part for part in blocks if isinstance(part, Block) and part.height]
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


def _joined(blocks: Sequence[str | Block]) -> list[str | Block]:
    """Put names and figures together that stand in tables of their own."""
    tables = [index for index, part in enumerate(blocks) if isinstance(part, Block)]
    result = list(blocks)
    gone: set[int] = set()
    for position, index in enumerate(tables):
        for other in tables[position + 1 : position + 4]:
            names, figures = result[index], result[other]
            assert isinstance(names, Block)
            assert isinstance(figures, Block)
            fit = names.height == figures.height >= _ENOUGH_ROWS and {index, other}.isdisjoint(gone)
            if not fit or not names.holds_names or not figures.holds_figures:
                continue
            near = [place for place in tables if other - 4 < place < other and place not in gone]
            corner, header = _headers(result, near, index, other)
            result[other] = _together(_at(result, corner), names, _at(result, header), figures)
            gone |= {place for place in (index, corner, header) if place >= 0}
            break
    return [part for index, part in enumerate(result) if index not in gone]


def _at(blocks: Sequence[str | Block], index: int) -> Block:
    block = blocks[index] if index >= 0 else Block()
    assert isinstance(block, Block)
    return block


def _headers(blocks: Sequence[str | Block], near: Sequence[int], names: int, figures: int) -> tuple[int, int]:
    """The corner above the names and the headers above the figures, -1 for what there is not."""
    found = {names: -1, figures: -1}
    for place in near:
        head = _at(blocks, place)
        if place == names or not 0 < head.height <= min(FEW_ROWS, _at(blocks, names).height - 1):
            continue
        for below in (names, figures):
            if found[below] < 0 and head.width == _at(blocks, below).width and place < below:
                found[below] = place
                break
    return found[names], found[figures]


def _together(corner: Block, names: Block, header: Block, figures: Block) -> Block:
    joined, above = Block(), max(corner.height, header.height)
    left = max(corner.width, names.width)
    joined.put(corner, 0, 0)
    joined.put(header, 0, left)
    joined.put(names, above, 0)
    joined.put(figures, above, left)
    if corner.height == 1 < above:
        # The corner is as high as the headers beside it, whatever its own table says.
        joined.merges += [Merge(0, column, above - 1, column) for (_, column) in corner.cells]
    return joined


def _stacked(blocks: Sequence[str | Block]) -> Block:
    """All blocks below each other; an empty row parts two tables, but not headers from their figures."""
    sheet = Block()
    before: str | Block = ""
    for number, part in enumerate(blocks):
        if isinstance(part, str):
            if _is_near_a_table(blocks, number):
                after_table = isinstance(before, Block)
                sheet.put(Block(cells={(0, 0): part}, height=1, width=1), sheet.height + after_table, 0)
                before = part
            continue
        parted = isinstance(before, Block) and not _heads(before, part)
        sheet.put(part, sheet.height + parted, 0)
        before = part
    return sheet


def _is_near_a_table(blocks: Sequence[str | Block], number: int) -> bool:
    after = blocks[number + 1 : number + 1 + _LINES_KEPT]
    before = blocks[max(0, number - _LINES_KEPT) : number]
    return any(isinstance(part, Block) for part in (*before, *after))


def _heads(upper: Block, lower: Block) -> bool:
    """Say whether a table holds nothing but the headers of the one below it, so that these can scroll."""
    if upper.width != lower.width or upper.height > FEW_ROWS:
        return False
    figures = (cell for cell in upper.cells.values() if is_figure(cell))
    has_others = any(not _YEAR.fullmatch(str(cell)) for cell in figures)
    return not has_others and any(is_figure(cell) for (row, _), cell in lower.cells.items() if row == 0)
