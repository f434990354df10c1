"""One table of a page on a grid of its own: what its cells hold, span and hide."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Final

from model.excel.cell_kinds import ERROR_TEXTS, MOST_COLUMNS
from model.excel.grid import Cell, Merge
from model.excel.html_page import Table
from model.excel.refusal import refusal
from model.periods import parse_period

FEW_ROWS: Final = 5
_MOST: Final = 0.5
_NUMBER: Final = re.compile(r"[-+(]?\s*\d[\d.,\s]*\)?\s*%?")
_PLAIN_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d{1,3})?")
_DAY: Final = re.compile(r"\d{1,2}[- ][A-Za-z]{3}[- ]\d{2}|[A-Za-z]{3}[- ]\d{2}")


@dataclass
class Block:
    """A table without tables in it, on a grid of its own."""

    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    height: int = 0
    width: int = 0
    hidden: set[int] = field(default_factory=set)
    percents: set[tuple[int, int]] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)

    def put(self, other: "Block", top: int, left: int) -> None:
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
        return self._words() > _MOST * self.height and self.width <= FEW_ROWS

    @property
    def holds_figures(self) -> bool:
        """Say whether it has figures and no column of words."""
        numbers = sum(is_figure(cell) for cell in self.cells.values())
        return numbers > _MOST * max(1, len(self.cells)) and self._words() <= _MOST * self.height

    def _words(self) -> float:
        """How many cells of the wordiest column are words."""
        counts = [0] * max(1, self.width)
        for (_, column), cell in self.cells.items():
            counts[column] += isinstance(cell, str) and any(map(str.isalpha, cell)) and not is_figure(cell)
        return max(counts)


def block_of(table: Table, file: str) -> Block:
    """Lay a table's cells on a grid, each where those that reach down from above leave room."""
    filled = [place for place, row in enumerate(table.rows) if row.cells]
    block = Block(height=len(filled))
    reaches: dict[int, int] = {}
    for index, place in enumerate(filled):
        column = 0
        if table.rows[place].hidden:
            block.hidden.add(index)
        for cell in table.rows[place].cells:
            if cell.is_hidden:
                continue
            while reaches.get(column, -1) >= place:
                column += 1
            across, last = cell.span("colspan"), min(place + cell.span("rowspan"), len(table.rows)) - 1
            if column + across > MOST_COLUMNS:
                raise refusal("too_large", file)
            if last > place:
                reaches |= dict.fromkeys(range(column, column + across), last)
            # Rows without cells are none of the sheet, but cells reach down over them.
            bottom = bisect_right(filled, last) - 1
            if across > 1 or bottom > index:
                block.merges.append(Merge(index, column, bottom, column + across - 1))
            _set(block, (index, column), cell.text, cell.attributes)
            column += across
            block.width = max(block.width, column)
    return block


def _set(block: Block, place: tuple[int, int], text: str, attributes: dict[str, str]) -> None:
    if text in ERROR_TEXTS or attributes.get("x:err", "").startswith("#"):
        block.errors[place] = text or attributes["x:err"]
        return
    if "x:num" in attributes and not _is_day(text):
        exact = attributes["x:num"].strip() or text
        if _PLAIN_NUMBER.fullmatch(exact):
            block.cells[place] = float(exact)
            if text.endswith("%"):
                block.percents.add(place)
            return
    if text:
        block.cells[place] = text


def _is_day(text: str) -> bool:
    """Say whether Excel wrote a day, whose number is that of the days since 1900: the text tells more."""
    return not text.isdigit() and bool(parse_period(text) or _DAY.fullmatch(text))


def is_figure(cell: Cell) -> bool:
    """Say whether a cell is a number, or stands for one that is nil."""
    return not isinstance(cell, str) or bool(_NUMBER.fullmatch(cell)) or cell in {"-", "–", "...", "…"}
