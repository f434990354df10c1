"""Sums of cells that are all empty: the zero that a formula shows there is nobody's count."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from model.excel.column_values import Values
from model.excel.layout import Row, RowKind
from model.measures import Measure
from model.segments import ALL

_MANY = 3
_PEOPLE = frozenset([Measure.ACTIVE, Measure.ELIGIBLE, Measure.EMPLOYED])
_SUMS = frozenset([RowKind.TOTAL, RowKind.SUBTOTAL, RowKind.PROVINCE])
_PARTS = frozenset([RowKind.REGION, RowKind.NOT_MATCHED, RowKind.PART])


def empty_sums(columns: Sequence[Values], rows: Sequence[Row]) -> set[tuple[int, int]]:
    """Return the zeros, by row and column, of which every part is missing: they are missing themselves.

    A part is the column of a segment beside that of all of them, or the row of a region above or below
    a total of its period. Months to come look so in a form whose sums are formulas.
    """
    across = {
        (row.index, whole.column.index)
        for whole in columns
        for row in rows
        if whole.by_row.get(row.index) == 0 and _is_empty_across(whole, columns, row)
    }
    down = {
        (row.index, values.column.index)
        for values in columns
        for row in _sums_of_nothing(values, rows, across)
    }
    return across | down


def zero_columns(columns: Sequence[Values]) -> set[tuple[int, int]]:
    """Return the cells, by row and column, of counts that are zero for everybody beside another period's.

    A month without a single participant anywhere, in whatever segment, is one that nobody has filled in
    yet; a segment that nobody has beside others that are filled is nobody's.
    """
    return {
        (row, values.column.index)
        for values in columns
        if _is_all_zero(values) and any(_is_same_elsewhere(values, other) for other in columns)
        if not any(_is_beside(values, other) and any(other.by_row.values()) for other in columns)
        for row, value in values.by_row.items()
        if value is not None
    }


def _is_all_zero(values: Values) -> bool:
    known = [value for value in values.by_row.values() if value is not None]
    return len(known) >= _MANY and not any(known) and values.column.measure in _PEOPLE


def _is_same_elsewhere(values: Values, other: Values) -> bool:
    mine, its = values.column, other.column
    is_same = (mine.measure, mine.segment) == (its.measure, its.segment)
    return is_same and mine.period != its.period and any(other.by_row.values())


def _is_beside(values: Values, other: Values) -> bool:
    mine, its = values.column, other.column
    return (mine.measure, mine.period) == (its.measure, its.period)


def empty_rates(columns: Sequence[Values]) -> set[tuple[int, int]]:
    """Return the rates of zero, by row and column, whose participants are missing: nobody's rate."""
    return {
        (row, rate.column.index)
        for rate in columns
        if rate.column.measure is Measure.REPORTED_COVERAGE
        for active in columns
        if active.column.measure is Measure.ACTIVE
        and (active.column.segment, active.column.period) == (rate.column.segment, rate.column.period)
        for row, value in rate.by_row.items()
        if value == 0 and row in active.by_row and active.by_row[row] is None
    }


def _is_empty_across(whole: Values, columns: Sequence[Values], row: Row) -> bool:
    own = whole.column
    if own.segment != ALL:
        return False
    parts = [values for values in columns if values.column.segment and values.column.measure == own.measure]
    beside = [values for values in parts if values.column.period == own.period]
    if not beside:
        # Columns without any figure are none: this month's may be there, like those of the others.
        return bool(parts) and not any(whole.by_row.values())
    return all(values.by_row.get(row.index) is None for values in beside)


def _sums_of_nothing(values: Values, rows: Sequence[Row], across: set[tuple[int, int]]) -> Iterator[Row]:
    if values.column.measure is Measure.REPORTED_COVERAGE:
        return
    known = {
        row.period
        for row in rows
        if row.kind in _PARTS
        and values.by_row.get(row.index) is not None
        and (row.index, values.column.index) not in across
    }
    parted = {row.period for row in rows if row.kind in _PARTS}
    for row in rows:
        is_zero = row.kind in _SUMS and values.by_row.get(row.index) == 0
        if is_zero and row.period in parted and row.period not in known:
            yield row


def without(values: Values, gone: set[tuple[int, int]], rows: Sequence[Row]) -> Values:
    """Return a column in which the cells *gone* (row and column) say nothing."""
    mine = {row for row, column in gone if column == values.column.index}
    if not mine:
        return values
    by_row = {row: None if row in mine else value for row, value in values.by_row.items()}
    blocks = frozenset(row.period for row in rows if by_row.get(row.index) is not None)
    return replace(values, by_row=by_row, blocks=values.blocks & blocks)
