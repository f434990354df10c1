"""What recognition found out about a sheet: the role of each row and column, and why; a value to edit."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Final

from model.excel.decisions import Decision
from model.measures import Measure
from model.periods import Period
from model.problems import Problem

MEASURE_UNKNOWN: Final = "measure_unknown"
"""Why a column is not read: neither its header nor the titles say what it counts."""
FROM_TITLE: Final = "title"
"""Why a column counts what it does: its header names a time or a segment only, a title says the rest."""
UNKNOWN: Final = "?"
"""A region that has to be asked for."""


class ColumnKind(StrEnum):
    """What a column is for."""

    NAME = "name"
    CODE = "code"
    LEVEL = "level"
    """"Kabupaten" or "Kota" beside the name."""
    NUMBER = "number"
    """The running number."""
    PERIOD = "period"
    """Each row says its own period."""
    SEGMENT = "segment"
    """Each row says its own segment."""
    MEASURE = "measure"
    """Each row says what it counts."""
    VALUE = "value"
    """Figures of rows that say what they count."""
    PART = "part"
    """Districts or villages below a region."""
    FIGURE = "figure"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Column:
    """The role of one column. The fields from *measure* on are for FIGURE only."""

    index: int
    kind: ColumnKind
    header: str = ""
    """Its header rows, joined; "" where it has none."""
    key: str = ""
    """What answers about it are kept by: its header in plain words, without its time."""
    reason: str = ""
    """Why it has this role: a code of layout.toml or of header_words.Doubt."""
    told_by: str = ""
    """The first reason, whatever a person answered since."""
    measure: Measure | None = None
    sure: bool = True
    """False: only the figures can show that it is a coverage and not some other share."""
    percent: bool = False
    segment: str = ""
    period: Period | None = None
    """None: the figure holds for every period of the table (a base), or the table has one position."""
    scale: float = 1.0
    vintage: str = ""
    named: Period | None = None
    """The year that the header of a base names, where the base is taken for another period than that."""
    may_be_people: bool = False
    """For LEFT_OUT: its words are unknown, but its figures may be people that the table lacks."""


class RowKind(StrEnum):
    """What a row below the header is."""

    REGION = "region"
    PROVINCE = "province"
    """The province's own row, by its name."""
    TOTAL = "total"
    """"Jumlah" of all rows."""
    SUBTOTAL = "subtotal"
    PART = "part"
    """A district or village of a region, added up to it where the region has no row of its own."""
    NOT_MATCHED = "not_matched"
    """A name with figures that could not be matched; a problem says so."""


@dataclass(frozen=True, slots=True)
class Row:
    """The role of one row: whose figures it holds (a code), and for which period and segment."""

    index: int
    kind: RowKind
    region: str = ""
    period: Period | None = None
    """Its own period where rows say one, else None."""
    segment: str = ""
    level: int = 0
    """For PART: 1 a district, 2 a village."""
    district: str = ""
    """For PART: the district that it is or lies in, "" where none is named."""
    beside: bool = False
    """For NOT_MATCHED: another province, which stands beside the own one and is no part of it."""
    bare: bool = False
    """A total that does not say of what, beside others like it in the same period and segment."""


@dataclass(frozen=True)
class Layout:
    """One sheet as a table: which rows and columns mean what.

    ``position`` holds for columns and rows without a period of their own; None where none is
    known. ``problems`` is what recognition has to say or ask.
    """

    sheet: str
    province: str
    header: tuple[int, int]
    """First and last header row, zero-based; (-1, -1) where there is none."""
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    position: Period | None = None
    vintage: str = ""
    title: str = ""
    problems: tuple[Problem, ...] = field(default=())
    decisions: tuple[Decision, ...] = ()
    """What was decided about it and why, and what has to be asked."""
    key: str = ""
    """What answers about the table are kept by."""
    bottom: int = -1
    """Its last row."""
    cells: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    """Where the cells of a table that was drawn wide really stand."""
    sums: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    """Rows that no sheet has: regions that are the sum of the rows of their districts or villages."""
    values: tuple[int, ...] = ()
    """The real columns of such figures."""
    about: str = ""
    """The region that the whole table is about, UNKNOWN where nobody says, "" where its rows name regions."""
    segment: str = ""
    """The segment that the titles say for columns that name none."""
    scheme: str = ""
    """Whose codes its column of codes holds."""
    codes_open: bool = False
    """Nobody can say whose codes they are."""
    says_position: bool = False
    """Its titles or names say ``position``."""
    by_title: bool = False
    """Some figures are taken at ``position``, because neither their column nor their row names one."""

    def real(self, row: int, column: int) -> tuple[int, int]:
        """Return where a cell of the table really stands; of a sum that of its first part."""
        row = self.sums.get(row, (row,))[0]
        return self.cells.get((row, column)) or (row, self.real_column(column))

    def real_column(self, column: int) -> int:
        """Return the column of the sheet in which the figures of a column stand."""
        return self._real_columns.get(column, column)

    @cached_property
    def _real_columns(self) -> dict[int, int]:
        return {drawn: real for (_, drawn), (_, real) in self.cells.items()}

    @property
    def area(self) -> tuple[int, int, int, int]:
        """The block of cells that the table fills: top, left, bottom, right."""
        drawn = {column for _, column in self.cells}
        columns = {column.index for column in self.columns if column.key} - drawn
        columns |= {column for _, column in self.cells.values()}
        rows = [row.index for row in self.rows if row.index not in self.sums]
        top = self.header[0] if self.header[0] >= 0 else min(rows, default=0)
        used = columns or {0}
        return top, min(used), max(self.bottom, top, *rows), max(used)

    @property
    def name_column(self) -> int:
        """The column that names the rows, 0 where nothing does."""
        naming = (ColumnKind.NAME, ColumnKind.CODE)
        named = (column.index for kind in naming for column in self.columns if column.kind is kind)
        return next(named, 0)

    @property
    def figures(self) -> tuple[Column, ...]:
        """The columns that are read."""
        return tuple(column for column in self.columns if column.kind is ColumnKind.FIGURE)

    @property
    def periods(self) -> tuple[Period, ...]:
        """Every period that the table has figures for, oldest first."""
        own = {column.period for column in self.figures} | {row.period for row in self.rows}
        known = {period for period in own if period}
        if not known and self.position:
            known = {self.position}
        return tuple(sorted(known))
