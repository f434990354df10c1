"""The sheet ``Data`` of a coverage book, read by column: what repeats is understood once.

A row that says everything plainly is read together with all others of its kind. One in which
anything is odd is read by itself, in its turn, by :func:`observation_of`, which is also what the
whole must agree with (a test holds them together).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd

from model.excel.book_cells import is_blank, text_of
from model.excel.book_lines import Body, Complaints, Line, body_of
from model.excel.book_places import Places
from model.excel.book_schema import DATA, parse_measure
from model.excel.grid import Cell, Grid, Sheet
from model.excel.long_columns import Column
from model.excel.long_rows import LongRows, by_column
from model.measures import Measure
from model.observations import Nature, Observation, concatenated, table, typed
from model.periods import parse_period
from model.problems import Severity
from model.segments import parse_segment

Array = np.ndarray[Any, Any]
Mask = np.ndarray[Any, np.dtype[np.bool_]]

_NATURES: Final = {nature.value: nature for nature in Nature}
_PEOPLE_UP_TO: Final = 1e10
_SHARE_UP_TO: Final = 2.0
"""Bare numbers up to these are plain; what is beyond them is looked at one by one."""


class DataSheet:
    """The filled rows of ``Data``, by column."""

    def __init__(self, grid: Grid, body: Body) -> None:
        self._grid, self._body = grid, body
        self._rows: LongRows = by_column(body.sheet.rows)
        self._columns = {name: self._column(name, place) for name, place in body.places.items()}
        self.height = max(0, len(self._rows) - body.first)
        blank = np.ones(self.height, dtype=bool)
        for column in self._columns.values():
            empty = [place for place, cell in enumerate(column.different) if not text_of(cell)]
            blank &= np.isin(column.codes, empty)
        self.filled: Mask = ~blank
        self.read_rows: list[int] = []
        """The zero-based rows of the sheet that the observations of the last ``read`` stand in."""

    def _column(self, name: str, place: int) -> Column:
        whole, first = self._rows.column(place), self._body.first
        column = Column(whole.codes[first:], whole.different, whole.numbers[first:])
        return column if name == "value" else column.told()

    def line(self, row: int, complaints: Complaints) -> Line:
        """Return a row, counted from the first below the header, as a line of its own."""
        return Line(self._body.sheet, self._body.first + row, self._body.places, complaints)

    def pairs(self) -> dict[tuple[Cell, Cell], int]:
        """Return each pair of code and name, in the order of the rows, with how often it occurs."""
        counts: dict[tuple[Cell, Cell], int] = {}
        first, codes = self.first_rows_of_regions()
        unheard = Complaints(self._grid.file)
        for row, count in zip(first, np.bincount(codes, minlength=len(first)).tolist(), strict=True):
            line = self.line(row, unheard)
            key = line.cell("code"), line.cell("region")
            counts[key] = counts.get(key, 0) + count
        return counts

    def first_rows_of_regions(self) -> tuple[list[int], Array]:
        """Return the first row of each pair of code and name, and for each filled row the pair's number."""
        keys = np.zeros(self.height, dtype=np.int64)
        for name in ("code", "region"):
            if name in self._columns:
                column = self._columns[name]
                keys = keys * (len(column.different) + 1) + column.codes
        rows = np.flatnonzero(self.filled)
        codes, different = pd.factorize(keys[rows])
        first = np.empty(len(different), dtype=np.int64)
        first[codes[::-1]] = rows[::-1]  # of several rows the one that is set last stays
        return first.tolist(), codes

    def read(self, places: Places, sources: set[str], own: str, complaints: Complaints) -> pd.DataFrame:
        """Return the observations in the order of their rows; complaints about odd rows as they come."""
        plain = _Plain(self, places, sources, own)
        rows = np.flatnonzero(self.filled)
        clear = plain.clear[rows]
        found: list[Observation] = []
        places_of_found: list[int] = []
        for row in rows[~clear].tolist():
            observation = observation_of(self.line(row, complaints), places, sources, own)
            if observation:
                found.append(observation)
                places_of_found.append(row)
        frame, read = plain.table(rows[clear]), np.concatenate([rows[clear], places_of_found])
        order = np.argsort(read, kind="stable")
        self.read_rows = (read[order] + self._body.first).astype(int).tolist()
        if not found:
            return frame
        return typed(concatenated([frame, table(found)]).iloc[order])

    def told(self, name: str, meaning: Callable[[Cell], object]) -> "Told":
        """Return what *meaning* says of the cells of a column; of None without that column."""
        column = self._columns.get(name)
        if column is None:
            return Told([meaning(None)], np.zeros(self.height, dtype=np.int64))
        return Told([meaning(cell) for cell in column.different], column.codes)

    def values(self, shares: Mask) -> tuple[Array, Mask]:
        """Return the figure of each row (NaN for none), and where it stands there plainly."""
        column = self._columns["value"]
        people = [self._value(cell, is_share=False) for cell in column.different]
        rates = [self._value(cell, is_share=True) for cell in column.different]
        bare = column.codes < 0
        codes = np.where(bare, 0, column.codes)
        values = np.where(shares, _numbers(rates)[codes], _numbers(people)[codes])
        clear = np.where(shares, _known(rates)[codes], _known(people)[codes])
        limit = np.where(shares, _SHARE_UP_TO, _PEOPLE_UP_TO)
        numbers = np.where(bare, column.numbers, 0.0)
        return np.where(bare, numbers, values), np.where(bare, (numbers >= 0) & (numbers <= limit), clear)

    def _value(self, cell: Cell, *, is_share: bool) -> float | None:
        """What a cell says as a figure, NaN for nothing; None where it has to be complained about."""
        complaints = Complaints("")
        line = Line(Sheet("", ((cell,),)), 0, {"value": 0}, complaints)
        value = line.share("value") if is_share else line.people("value")
        return None if complaints.found else np.nan if value is None else value

    @property
    def name(self) -> str:
        """The sheet's name as it is written."""
        return self._body.sheet.name

    def addresses(self, rows: Array) -> list[str]:
        """Return the addresses of the figures of some rows."""
        letters = self.line(0, Complaints("")).address("value").rstrip("0123456789")
        first = self._body.first + 1
        return [f"{letters}{row + first}" for row in rows.tolist()]


@dataclass(frozen=True)
class Told:
    """What the cells of a column mean: ``meanings[codes[row]]``."""

    meanings: Sequence[Any]
    codes: Array

    @property
    def is_known(self) -> Mask:
        """Say for each row whether its cell means anything."""
        return np.array([meaning is not None for meaning in self.meanings], dtype=bool)[self.codes]

    def of(self, rows: Array, kind: str = "object") -> Array:
        """Return the meanings of some rows as an array of a kind."""
        array = np.empty(len(self.meanings), dtype=kind)
        array[:] = self.meanings
        return array[self.codes[rows]]

    def each(self, meaning: Callable[[Any], object]) -> "Told":
        """Return what *meaning* makes of each of the meanings that there are."""
        return Told([None if one is None else meaning(one) for one in self.meanings], self.codes)


@dataclass
class _Plain:
    """The rows of which every cell is clear."""

    sheet: DataSheet
    places: Places
    sources: set[str]
    own: str

    def __post_init__(self) -> None:
        sheet, known = self.sheet, self.sources | {""}
        self.as_of = sheet.told("as_of", parse_period)
        self.region = self._regions()
        self.measure = sheet.told("measure", lambda cell: parse_measure(text_of(cell)))
        self.segment = sheet.told("segment", lambda cell: parse_segment(text_of(cell)))
        self.nature = sheet.told("nature", lambda cell: _nature(text_of(cell)))
        self.source = sheet.told("source", lambda cell: text if (text := text_of(cell)) in known else None)
        is_share = self.measure.each(lambda measure: measure is Measure.REPORTED_COVERAGE)
        shares = is_share.of(np.arange(sheet.height), "bool")
        self.value, self.clear = sheet.values(shares)
        for part in (self.as_of, self.region, self.measure, self.segment, self.nature, self.source):
            self.clear = self.clear & part.is_known

    def _regions(self) -> Told:
        """The code of each row's region, None where that is not clear."""
        unheard = Complaints("")
        first, codes = self.sheet.first_rows_of_regions()
        regions = [self.places.region(self.sheet.line(row, unheard)) for row in first]
        every = np.full(self.sheet.height, len(regions))
        every[self.sheet.filled] = codes
        return Told([*regions, None], every)

    def table(self, rows: Array) -> pd.DataFrame:
        """Return the observations of some rows, all of them clear."""
        source, place = self.source.of(rows), self.sheet.told("cell", text_of).of(rows)
        cited = (source != "") & (place != "")
        sheets = np.full(len(rows), self.sheet.name, dtype=object)
        cells = _objects(self.sheet.addresses(rows))
        parts = [text.rpartition("!") for text in place[cited].tolist()]
        sheets[cited] = _objects([part[0] for part in parts])
        cells[cited] = _objects([part[2] for part in parts])
        frame = {
            "region": self.region.of(rows),
            "segment": self.segment.of(rows),
            "as_of": self.as_of.each(lambda period: period.day).of(rows, "datetime64[ns]"),
            "precision": self.as_of.each(lambda period: str(period.precision)).of(rows),
            "measure": self.measure.each(str).of(rows),
            "value": self.value[rows].astype(np.float64),
            "vintage": self.sheet.told("vintage", text_of).of(rows),
            "nature": self.nature.each(str).of(rows),
            "source": np.where(source == "", self.own, source),
            "sheet": sheets,
            "cell": cells,
            "note": self.sheet.told("note", text_of).of(rows),
        }
        return typed(pd.DataFrame(frame))


def data_sheet(grid: Grid) -> DataSheet | None:
    """Return the sheet ``Data``, None where the grid has none whose rows can be read."""
    body = body_of(grid, DATA, Complaints(grid.file))
    return DataSheet(grid, body) if body else None


def observation_of(line: Line, places: Places, sources: set[str], own: str) -> Observation | None:
    """Return what one row says; None, with complaints, where it says nothing usable."""
    before = line.complaints.errors
    as_of, region, measure = line.period(), places.region(line), _measure(line)
    segment = line.segment()
    value = line.share("value") if measure is Measure.REPORTED_COVERAGE else line.people("value")
    if as_of is None or region is None or measure is None or line.complaints.errors > before:
        return None
    source, sheet, cell = _origin(line, sources, own)
    return Observation(
        region=region,
        segment=segment,
        as_of=as_of,
        measure=measure,
        value=value,
        vintage=line.text("vintage"),
        nature=_nature_of(line),
        source=source,
        sheet=sheet,
        cell=cell,
        note=line.text("note"),
    )


def _measure(line: Line) -> Measure | None:
    measure = parse_measure(line.text("measure"))
    if measure is None:
        line.complain(
            "book_no_measure" if is_blank(line.cell("measure")) else "book_unknown_measure", "measure"
        )
    return measure


def _nature_of(line: Line) -> Nature:
    found = _nature(line.text("nature"))
    if found is None:
        line.complain("book_unknown_nature", "nature", Severity.WARNING)
    return found or Nature.SOURCED


def _nature(written: str) -> Nature | None:
    return _NATURES.get(written.casefold())


def _origin(line: Line, sources: set[str], own: str) -> tuple[str, str, str]:
    """Return source, sheet and cell; a figure whose source cell is not named stands in ``Data`` itself."""
    source, place = line.text("source"), line.text("cell")
    if source and source not in sources:
        line.complain("book_unknown_source", "source", Severity.WARNING)
        source = ""
    if source and place:
        sheet, _, cell = place.rpartition("!")
        return source, sheet, cell
    return source or own, line.sheet.name, line.address("value")


def _objects(values: Sequence[object]) -> Array:
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


def _numbers(values: Sequence[float | None]) -> Array:
    return np.array([np.nan if value is None else value for value in values], dtype=np.float64)


def _known(values: Sequence[float | None]) -> Array:
    return np.array([value is not None for value in values], dtype=bool)
