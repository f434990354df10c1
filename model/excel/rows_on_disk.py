"""What each row of a coverage book on disk says, in the form in which the book would write it.

A row that cannot be read says nothing here, and is therefore never touched by a save.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

import numpy as np
import pandas as pd

from model.book import Book
from model.excel.book_data import data_sheet
from model.excel.book_lines import Complaints, Line, lines
from model.excel.book_places import Places, places_of
from model.excel.book_rows import Value, rows_of
from model.excel.book_schema import (
    ABOUT,
    CLAIMS,
    DATA,
    LETTERHEAD_ITEM,
    NOTES,
    OFFICE,
    OWN_SOURCE,
    RECIPE_KINDS,
    RECIPES,
    SOURCES,
    TARGETS,
    SheetSchema,
    folded,
)
from model.excel.book_sections import (
    read_claims,
    read_notes,
    read_office,
    read_recipes,
    read_sources,
    read_targets,
)
from model.excel.grid import Grid, Sheet
from model.observations import table

Row = tuple[int, tuple[Value, ...]]
"""A zero-based row of the sheet and what it says."""

_Reader = Callable[[Grid, Places], Book]


def _remembered(grid: Grid, places: Places) -> Book:
    found = read_recipes(grid, places, Complaints(grid.file))
    return Book(recipes=found.recipes, aliases=found.aliases)


_READERS: Final[dict[str, _Reader]] = {
    TARGETS.title: lambda grid, places: Book(target_sets=read_targets(grid, places, Complaints(grid.file))),
    SOURCES.title: lambda grid, _: Book(sources=read_sources(grid, Complaints(grid.file))),
    CLAIMS.title: lambda grid, places: Book(claims=read_claims(grid, places, Complaints(grid.file))),
    RECIPES.title: _remembered,
    NOTES.title: lambda grid, _: Book(notes=read_notes(grid, Complaints(grid.file))),
}


class RowsOnDisk:
    """The rows of the owned sheets of one book on disk."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._data = data_sheet(grid)
        province = self._office().office.province
        self._places = places_of(province, self._data.pairs() if self._data else {})

    def rows(self, schema: SheetSchema) -> list[Row]:
        """Return the rows of a sheet other than ``Data`` that can be read, from above."""
        if schema is ABOUT:
            return [(line.row, (line.text("item"), line.cell("value"))) for line in self._lines(schema)]  # type: ignore[misc]
        if schema is OFFICE:
            return list(self._settings())
        found: list[Row] = []
        seen: set[Value] = set()
        for group in self._groups(schema):
            said = rows_of(schema, self._read(schema, group))
            if schema is SOURCES and said:
                if said[0][0] in seen:
                    continue  # the second of one id is not read either
                seen.add(said[0][0])
            found += zip((line.row for line in group), said, strict=False)
        return found

    def different_figures(self, book: Book) -> tuple[list[Row], list[tuple[Value, ...]]]:
        """Return the rows of ``Data`` and those that *book* has in their place, without what both have
        alike at the beginning and at the end: of a quarter of a million rows most are never looked at."""
        sources = read_sources(self._grid, Complaints(self._grid.file))
        names, unheard = {source.id for source in sources}, Complaints(self._grid.file)
        old = self._data.read(self._places, names, OWN_SOURCE, unheard) if self._data else table()
        new, numbers = book.observations, self._data.read_rows if self._data else []
        start = _same_at_start(old, new)
        end = _same_at_start(old[start:][::-1], new[start:][::-1])
        middle = slice(start, len(old) - end)
        before = rows_of(DATA, Book(observations=old[middle], sources=sources))
        after = rows_of(DATA, replace(book, observations=new[start : len(new) - end]))
        return list(zip(numbers[middle], before, strict=True)), after

    def _settings(self) -> Iterator[Row]:
        said = {folded(row[0]): row for row in rows_of(OFFICE, self._office())}
        for line in self._lines(OFFICE):
            row = said.get(folded(line.text("item")))
            if row is not None:
                is_letterhead = str(row[0]).startswith(LETTERHEAD_ITEM)
                yield line.row, (row[0], line.text("value"), row[2]) if is_letterhead else row

    def _office(self) -> Book:
        return Book(office=read_office(self._grid, Complaints(self._grid.file)))

    def _groups(self, schema: SheetSchema) -> list[list[Line]]:
        """The lines that are read together: a recipe too long for one cell goes on in the next."""
        groups: list[list[Line]] = []
        for line in self._lines(schema):
            goes_on = schema is RECIPES and line.text("kind").casefold() == RECIPE_KINDS[1]
            if goes_on and groups:
                groups[-1].append(line)
            else:
                groups.append([line])
        return groups

    def _lines(self, schema: SheetSchema) -> Iterator[Line]:
        return lines(self._grid, schema, Complaints(self._grid.file))

    def _read(self, schema: SheetSchema, group: list[Line]) -> Book:
        """Read some lines of a sheet as if they were all that it has."""
        first = group[0]
        width = max(first.places.values()) + 1
        header: list[str | None] = [None] * width
        for column in schema.columns:
            if column.name in first.places:
                header[first.places[column.name]] = column.header
        rows = (tuple(header), *(first.sheet.rows[line.row] for line in group))
        alone = Grid(self._grid.file, self._grid.sha256, (Sheet(first.sheet.name, rows),))
        return _READERS[schema.title](alone, self._places)


def _same_at_start(one: pd.DataFrame, other: pd.DataFrame) -> int:
    """Return how many rows both have alike, from the first on."""
    length = min(len(one), len(other))
    differs = np.zeros(length, dtype=bool)
    for name in one.columns:
        mine, theirs = one[name].to_numpy()[:length], other[name].to_numpy()[:length]
        both_missing = pd.isna(mine) & pd.isna(theirs)
        differs |= ~((mine == theirs) | both_missing)
    return int(differs.argmax()) if differs.any() else length
