"""A table whose regions stand side by side, drawn with a row for each region; every cell keeps its place."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from model.excel.grid import Cell, Merge, Sheet
from model.excel.header_periods import moment_of
from model.excel.header_words import header_text, meaning_of, plain_words
from model.excel.row_names import segment_named
from model.excel.row_words import alone, is_figure_like, is_numbering, without_enumerator

Place = tuple[int, int]
_NUMBER_HEAD: Final = re.compile(r"|no|nomor|no urut|nomor urut|urut|num|#|kode")
_ENUMERATOR: Final = re.compile(r"\(?(?:[a-z]|[ivx]{1,5}|\d{1,2}(?:[. ]\d{1,2})*)\)?", re.IGNORECASE)


@dataclass(frozen=True)
class Turned:
    """A table drawn anew. ``places[r][c]`` says where the cell that is drawn there really stands."""

    sheet: Sheet
    places: tuple[tuple[Place, ...], ...]
    names: Place
    """The real place of the first name."""
    span: tuple[int, int]
    """The first and last real row of its header and figures."""

    def real(self, row: int, column: int) -> Place:
        """Return where a drawn cell really stands; what lies outside of the drawing stands at the names."""
        if 0 <= row < len(self.places) and 0 <= column < len(self.places[row]):
            return self.places[row][column]
        return self.names

    def real_area(self, top: int, left: int, bottom: int, right: int) -> tuple[int, int, int, int]:
        """Return the block of real cells that holds a drawn block."""
        last = len(self.places) - 1, len(self.places[0]) - 1
        cells = [
            self.places[row][column]
            for row in range(max(0, top), min(bottom, last[0]) + 1)
            for column in range(max(0, left), min(right, last[1]) + 1)
        ] or [self.names]
        rows, columns = [row for row, _ in cells], [column for _, column in cells]
        return min(rows), min(columns), max(rows), max(columns)


def turned(sheet: Sheet, span: tuple[int, int], names: Place, titles: Iterable[Place]) -> Turned:
    """Return the table in the rows *span*, from its header to its last figures; *names* is its first name.

    *titles* are the cells of titles, of the whole sheet and of the table, from above.
    """
    return _Drawing(sheet, span, names, tuple(titles)).drawn()


@dataclass
class _Drawing:
    sheet: Sheet
    span: tuple[int, int]
    names: Place
    titles: tuple[Place, ...]
    rows: list[list[Cell]] = field(default_factory=list)
    places: list[list[Place]] = field(default_factory=list)

    def drawn(self) -> Turned:
        top, bottom = self.span
        headings = self._headings(bottom)
        body = [row for row in range(top, bottom + 1) if row not in headings and not self._is_idle(row)]
        labels = self._labels(body)
        under = {row: self._above(row, headings) for row in body}
        for place in self.titles:
            self._add([self.sheet.cell(*place)], [place])
        self._add([None], [self.names])
        self._heads(body, under)
        first = len(self.rows)
        width = len(self.sheet.rows[0])
        for column in (*labels, *range(self.names[1], width)):
            line = [self._cell(row, column, is_label=column in labels) for row in body]
            self._add(line, [(row, column) for row in body])
        return self._made(first, body, (*labels, *range(self.names[1], width)))

    def _add(self, cells: list[Cell], places: list[Place]) -> None:
        self.rows.append(cells)
        self.places.append(places)

    def _cell(self, row: int, column: int, *, is_label: bool) -> Cell:
        cell = self.sheet.cell(row, column)
        return without_enumerator(cell) if is_label and isinstance(cell, str) else cell

    # Which rows and columns belong to the table

    def _has_figures(self, row: int) -> bool:
        return any(map(is_figure_like, self.sheet.rows[row][self.names[1] :]))

    def _is_idle(self, row: int) -> bool:
        """Say whether a row is blank or only numbers the columns."""
        cells = self.sheet.rows[row]
        return all(cell is None for cell in cells) or is_numbering(cells)

    def _labels(self, body: Sequence[int]) -> list[int]:
        """The columns that say what the rows are, without those that only number them."""
        below = [row for row in body if row > self.names[0]]
        told = []
        for column in range(self.names[1]):
            cells = [cell for row in below if (cell := self.sheet.cell(row, column)) is not None]
            head = plain_words(header_text(self.sheet.cell(self.names[0], column)))
            numbers = all(_ENUMERATOR.fullmatch(header_text(cell).strip(" .)")) for cell in cells)
            if cells and not (numbers and _NUMBER_HEAD.fullmatch(head)):
                told.append(column)
        return told

    # Headings between the rows

    def _headings(self, bottom: int) -> dict[int, Place]:
        """The rows that head those below them, each with its one cell."""
        found: dict[int, Place] = {}
        for row in range(self.names[0] + 1, bottom + 1):
            cells = self.sheet.rows[row]
            used = [column for column, cell in enumerate(cells) if cell is not None and str(cell).strip()]
            if alone(cells) is None or self._has_figures(row) or self._is_empty_measure(row, used[-1]):
                continue
            found[row] = row, used[-1]
        return found

    def _is_empty_measure(self, row: int, column: int) -> bool:
        """Say whether a row without figures counts something itself: those below it do so too."""
        if meaning_of(self._text(row, column)).measure is None:
            return False
        below = next((r for r in range(row + 1, self.span[1] + 1) if self._has_figures(r)), row)
        texts = [self._text(below, c) for c in range(self.names[1])]
        return any(meaning_of(text).measure for text in texts if text)

    def _text(self, row: int, column: int) -> str:
        return without_enumerator(header_text(self.sheet.cell(row, column)))

    def _above(self, row: int, headings: dict[int, Place]) -> tuple[Place, ...]:
        """The headings that a row stands under, the outer one first: one of a kind ends the last of it."""
        if row <= self.names[0]:
            return ()
        stack: list[tuple[str, Place]] = []
        for heading, place in headings.items():
            if heading > row:
                break
            kind = self._kind(place)
            kinds = [known for known, _ in stack]
            del stack[kinds.index(kind) if kind in kinds else len(stack) :]
            stack.append((kind, place))
        return tuple(place for _, place in stack)

    def _kind(self, place: Place) -> str:
        text = self._text(*place)
        if moment_of(text).is_known:
            return "period"
        return "segment" if segment_named(text) else "other"

    def _heads(self, body: Sequence[int], under: dict[int, tuple[Place, ...]]) -> None:
        """Draw the headings as rows of the header."""
        for level in range(max(map(len, under.values()), default=0)):
            places = [under[row][level] if level < len(under[row]) else (row, 0) for row in body]
            told = [level < len(under[row]) for row in body]
            cells = [
                self._text(*place) if is_told else None for place, is_told in zip(places, told, strict=True)
            ]
            self._add([*cells], places)

    # Putting it together

    def _made(self, first: int, body: Sequence[int], columns: Sequence[int]) -> Turned:
        width = max(len(row) for row in self.rows)
        rows = tuple(tuple(row) + (None,) * (width - len(row)) for row in self.rows)
        places = tuple(tuple(line) + (line[-1],) * (width - len(line)) for line in self.places)
        across = {row: number for number, row in enumerate(body)}
        down = {column: first + number for number, column in enumerate(columns)}
        drawn = {(row, column): (down[column], across[row]) for row in body for column in columns}
        sheet = self.sheet
        made = replace(
            sheet,
            rows=rows,
            merges=tuple(_turned_merges(sheet.merges, across, down)),
            errors={drawn[place]: text for place, text in sheet.errors.items() if place in drawn},
            hidden_rows=frozenset(down[column] for column in sheet.hidden_columns if column in down),
            hidden_columns=frozenset(across[row] for row in sheet.hidden_rows if row in across),
            percents=frozenset(drawn[place] for place in sheet.percents if place in drawn),
            uncomputed=frozenset(drawn[place] for place in sheet.uncomputed if place in drawn),
        )
        return Turned(made, places, self.names, self.span)


def _turned_merges(merges: Iterable[Merge], across: dict[int, int], down: dict[int, int]) -> Iterator[Merge]:
    """The merged blocks whose first cell is drawn, as far as their cells are."""
    for merge in merges:
        lines = [across[row] for row in range(merge.top, merge.bottom + 1) if row in across]
        columns = [down[column] for column in range(merge.left, merge.right + 1) if column in down]
        is_drawn = merge.top in across and merge.left in down
        if is_drawn and (len(lines) > 1 or len(columns) > 1):
            yield Merge(min(columns), min(lines), max(columns), max(lines))
