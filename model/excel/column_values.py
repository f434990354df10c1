"""One column of counts as people: every cell a number, missing, or a problem; never silently wrong."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from model.excel.grid import Cell, Sheet
from model.excel.layout import Column, Row, RowKind
from model.excel.notices import shown
from model.excel.numbers import Counted, Mark, Reading, read_column
from model.excel.separators import Separators, is_mixed
from model.measures import Measure
from model.periods import Period
from model.problems import Severity

ESTIMATES: Final = frozenset([Measure.ELIGIBLE, Measure.EMPLOYED, Measure.TARGET])
"""Counts that people compute with formulas, which may leave fractions."""

MOST_PEOPLE: Final = 300_000_000
"""No count of people is larger than this, more than all of Indonesia; a person's number is."""
_NOISE: Final = 1e-6
_MISREAD_BELOW: Final = 1000
"""Text such as "1.170" that became a number on the way is 1.17 now: below a thousand, with a fraction."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with a cell, told later with its place."""

    severity: Severity
    code: str
    row: int
    column: int
    facts: dict[str, object] = field(default_factory=dict)


@dataclass
class Values:
    """The figures of one column by sheet row; None where a cell says nothing usable."""

    column: Column
    readings: tuple[Reading, ...]
    by_row: dict[int, float | None] = field(default_factory=dict)
    nil: int = 0
    """Dashes that mean zero."""
    dashed: list[int] = field(default_factory=list)
    """The rows of dashes and such marks."""
    unreported: int = 0
    """Dashes and marks that mean not reported."""
    complaints: list[Complaint] = field(default_factory=list)

    blocks: frozenset[Period | None] = frozenset()
    """The periods of rows in which the column has any number."""
    partial: set[int] = field(default_factory=set)
    """Rows of printed sums that leave out parts: no figures of the whole province."""

    def has_figures_for(self, row: Row) -> bool:
        """Say whether the column has any number in the block of rows (one period) that *row* is in."""
        return row.period in self.blocks


def blocks_with_numbers(rows: Sequence[Row], readings: Sequence[Reading]) -> frozenset[Period | None]:
    """Return the periods of the rows that hold a number; {None} where rows say no period."""
    numbers = (row.period for row, reading in zip(rows, readings, strict=True) if reading.mark is Mark.NUMBER)
    return frozenset(numbers)


def counted_as(column: Column) -> Counted:
    """Return what a column of counts counts: people one by one, or thousands of them."""
    return Counted.WHOLE if column.scale == 1 else Counted.SCALED


def people(sheet: Sheet, column: Column, rows: Sequence[Row], beside: Separators) -> Values:
    """Return a column of counts, in people (scaled), with a complaint for each cell that is none.

    *beside* is what is known about separators beyond the column, or what a person told.

    A dash is zero where the same column has a number in the same block of rows, else missing;
    "..." and "n/a" are missing. Negative counts, fractions of people and text are missing, with a
    complaint; a fraction of an estimate is kept.
    """
    cells = [sheet.cell(row.index, column.index) for row in rows]
    values = Values(column, read_column(cells, counted_as(column), beside))
    values.blocks = blocks_with_numbers(rows, values.readings)
    suspect = _has_misread(values.readings, column)
    for row, reading, cell in zip(rows, values.readings, cells, strict=True):
        values.by_row[row.index] = _person_count(
            values, row, reading, cell, (row.period in values.blocks, suspect)
        )
    values.complaints += errors_in(sheet, column, rows)
    values.complaints += empty_in(sheet, values, rows)
    _remark(values, cells, rows)
    return values


def errors_in(sheet: Sheet, column: Column, rows: Sequence[Row]) -> list[Complaint]:
    """Return a complaint for each cell of a column that is not as empty as it looks.

    It holds an error such as "#REF!", or a formula that was never calculated.
    """
    errors = [
        Complaint(Severity.ERROR, "error_cell", row.index, column.index, {"text": text})
        for row in rows
        if (text := sheet.errors.get((row.index, column.index)))
    ]
    uncomputed = [
        Complaint(Severity.ERROR, "formula_uncomputed", row.index, column.index)
        for row in rows
        if (row.index, column.index) in sheet.uncomputed
    ]
    return errors + uncomputed


def empty_in(sheet: Sheet, values: Values, rows: Sequence[Row]) -> list[Complaint]:
    """Return what is to be said about the cells of regions that are truly empty among figures."""
    column = values.column.index
    empty = [
        row
        for row, reading in zip(rows, values.readings, strict=True)
        if reading.mark is Mark.EMPTY
        and row.kind is RowKind.REGION
        and row.period in values.blocks
        # A sum of districts has no row of its own.
        and row.index < len(sheet.rows)
    ]
    kept = [
        row.index
        for row in empty
        if (row.index, column) not in sheet.errors and (row.index, column) not in sheet.uncomputed
    ]
    if not kept:
        return []
    facts: dict[str, object] = {"count": len(kept), "header": shown(values.column.header)}
    return [Complaint(Severity.INFO, "cells_empty", kept[0], column, facts)]


def _person_count(
    values: Values, row: Row, reading: Reading, cell: Cell, known: tuple[bool, bool]
) -> float | None:
    in_reported_block, suspect = known
    complain = _complainer(values, row, cell)
    match reading.mark:
        case Mark.NUMBER | Mark.NIL:
            return _checked(reading, values.column, complain, suspect=suspect)
        case Mark.DASH:
            is_nil = in_reported_block and values.column.measure is not Measure.TARGET
            values.dashed.append(row.index)
            values.nil += is_nil
            values.unreported += not is_nil
            return 0.0 if is_nil else None
        case Mark.UNREPORTED:
            values.dashed.append(row.index)
            values.unreported += 1
        case Mark.AMBIGUOUS:
            complain(Severity.ERROR, "ambiguous_number")
        case Mark.TEXT:
            complain(Severity.ERROR, "not_a_number")
    return None


def _complainer(values: Values, row: Row, cell: Cell) -> Callable[[Severity, str], None]:
    def complain(severity: Severity, code: str) -> None:
        text = cell if isinstance(cell, int | float) and abs(cell) <= MOST_PEOPLE else shown(cell)
        # What may be a person's number is not even handed on.
        facts: dict[str, object] = {} if code == "count_implausible" else {"text": text}
        values.complaints.append(Complaint(severity, code, row.index, values.column.index, facts))

    return complain


def _checked(
    reading: Reading, column: Column, complain: Callable[[Severity, str], None], *, suspect: bool
) -> float | None:
    value = round((reading.value or 0.0) * column.scale, 6)
    if reading.percent:
        complain(Severity.ERROR, "not_a_number")
        return None
    if abs(value) > MOST_PEOPLE:
        complain(Severity.ERROR, "count_implausible")
        return None
    if value < 0:
        complain(Severity.ERROR, "negative_people")
        return None
    if abs(value - round(value)) < _NOISE:
        if suspect and 0 < value < _MISREAD_BELOW and not reading.as_text:
            complain(Severity.ERROR, "maybe_thousands")
            return None
        return float(round(value))
    if column.scale != 1 or _is_formula_result(value, reading, column):
        return value
    complain(Severity.ERROR, "not_whole")
    return None


def _is_formula_result(value: float, reading: Reading, column: Column) -> bool:
    return column.measure in ESTIMATES and value >= _MISREAD_BELOW and not reading.as_text


def _has_misread(readings: Sequence[Reading], column: Column) -> bool:
    """Say whether thousands were taken for decimals somewhere: then 2 may be 2.000 as well."""
    if column.scale != 1:
        return False
    numbers = [
        reading.value or 0.0 for reading in readings if reading.mark is Mark.NUMBER and not reading.as_text
    ]
    return any(
        0 < number < _MISREAD_BELOW and abs(number - round(number)) > _NOISE and round(number, 3) == number
        for number in numbers
    )


def _remark(values: Values, cells: Sequence[Cell], rows: Sequence[Row]) -> None:
    """What is to be said once about a column whose numbers were kept in an odd way."""
    column = values.column
    if column.scale == 1 and is_mixed(cells):
        row, text = next(
            (row, cell) for row, cell in zip(rows, cells, strict=True) if is_mixed([cell, "1000"])
        )
        facts: dict[str, object] = {"text": shown(text)}
        values.complaints.append(Complaint(Severity.INFO, "mixed_notation", row.index, column.index, facts))
    fractions = [
        row
        for row in rows
        if column.scale == 1 and (value := values.by_row[row.index]) is not None and not value.is_integer()
    ]
    if fractions:
        facts = {"value": values.by_row[fractions[0].index]}
        complaint = Complaint(Severity.WARNING, "fraction_of_people", fractions[0].index, column.index, facts)
        values.complaints.append(complaint)
