"""The units of the columns of one table, judged together: which are in doubt until a person answers."""

from collections.abc import Container
from dataclasses import dataclass, replace

from model.excel.column_values import Values
from model.excel.columns_beside import ColumnsBeside
from model.excel.layout import Column, RowKind
from model.excel.numbers import Mark
from model.excel.scales import Scaling, scaling_of
from model.excel.table_columns import BASES


@dataclass(frozen=True, slots=True)
class JudgedScale:
    """What one unit of a column is; *is_doubted*: its counts give nothing until a person answers."""

    column: Column
    scaling: Scaling
    is_doubted: bool


@dataclass(frozen=True, slots=True)
class _Told:
    column: Column
    scaling: Scaling
    is_whole: bool


def judged_scales(beside: ColumnsBeside, answered: Container[str]) -> list[JudgedScale]:
    """Return the columns of counts whose unit is to be told, with what the figures say about it.

    Nothing is multiplied on mere words, and a column by the key of one that is in doubt is in doubt
    as well; *answered* are the keys of the columns whose unit a person told.
    """
    told = [one for values in beside.columns if (one := _told(values, beside)) is not None]
    doubted = [one for one in told if one.scaling.is_open and one.column.key not in answered]
    scales = {one.column.scale for one in doubted} - {1.0}
    if scales:
        # Of two columns that do not fit each other it is the unit in words that is in doubt.
        told = [one for one in told if one.column.scale != 1]
        doubted = [one for one in doubted if one.column.scale != 1]
    keys = {one.column.key for one in doubted}
    judged = []
    for one in told:
        is_alike = one.column.key in keys or (one.column.scale in scales and one.is_whole)
        is_doubted = is_alike and one.column.key not in answered
        scaling = replace(one.scaling, is_open=True) if is_doubted else one.scaling
        judged.append(JudgedScale(one.column, scaling, is_doubted))
    return judged


def _told(values: Values, beside: ColumnsBeside) -> _Told | None:
    """What the figures of one column say about its unit."""
    column, numbers = values.column, _regency_numbers(values, beside)
    is_whole = all(number.is_integer() for number in numbers)
    is_base = column.measure in BASES
    scaling = scaling_of(
        numbers, column.scale, beside.shares_with(column), is_base=is_base, is_whole=is_whole
    )
    return _Told(column, scaling, is_whole) if scaling else None


def _regency_numbers(values: Values, beside: ColumnsBeside) -> list[float]:
    """The numbers of single regencies as they are written."""
    pairs = zip(beside.rows, values.readings, strict=True)
    return [
        abs(reading.value or 0.0)
        for row, reading in pairs
        if row.kind is RowKind.REGION and reading.mark is Mark.NUMBER
    ]
