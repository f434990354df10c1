"""Columns that are not read, and why: one sentence a reason."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from model.excel.column_answers import ANSWERED
from model.excel.grid import Sheet, a1
from model.excel.header_words import Doubt
from model.excel.layout import Column, ColumnKind, Layout
from model.excel.notices import notice, shown
from model.excel.position import UNDATED
from model.excel.sexes import BY_SEX
from model.problems import Problem, Severity

TWICE_BY_ANSWER: Final = "column_twice_answered"
"""A person's answer makes a column count what another one counts as well."""
_LISTED: Final = 5
_NOT_RECOGNISED: Final = "columns_not_recognised"
_REASONS: Final = {
    Doubt.ATTAINMENT.value: "attainment_left_out",
    Doubt.SHORTFALL.value: "shortfall_left_out",
    Doubt.PERCENT_OF_OTHER.value: "percent_left_out",
    Doubt.UNKNOWN_WORDS.value: _NOT_RECOGNISED,
    Doubt.SEVERAL_MEASURES.value: _NOT_RECOGNISED,
    Doubt.SEVERAL_SEGMENTS.value: _NOT_RECOGNISED,
    "no_header": _NOT_RECOGNISED,
    "no_measure": _NOT_RECOGNISED,
    "measure_unknown": _NOT_RECOGNISED,
    "column_twice": "column_twice",
    TWICE_BY_ANSWER: TWICE_BY_ANSWER,
    "column_empty": "column_empty",
    "column_uncomputed": "column_uncomputed",
    "column_errors": "column_errors",
    UNDATED: "undated_left_out",
    BY_SEX: "by_sex_left_out",
}
_SEVERITIES: Final = {
    "measure_unknown": Severity.ERROR,
    "column_twice": Severity.ERROR,
    TWICE_BY_ANSWER: Severity.ERROR,
    "column_empty": Severity.WARNING,
    "column_uncomputed": Severity.ERROR,
    "column_errors": Severity.ERROR,
    _NOT_RECOGNISED: Severity.WARNING,
    "undated_left_out": Severity.WARNING,
}


def told_apart(columns: Sequence[Column], sheet: Sheet) -> tuple[Column, ...]:
    """Return the columns, where of two that count the same only the first is read, a visible one first.

    Where a person's answer made them the same, that is said: another answer settles it.
    """
    shown_first = sorted(columns, key=lambda column: (column.index in sheet.hidden_columns, column.index))
    used: dict[tuple[object, ...], int] = {}
    for column in shown_first:
        if column.kind is ColumnKind.FIGURE:
            used.setdefault(_counted(column), column.index)
    kept = set(used.values())
    told = {_counted(column) for column in columns if column.reason == ANSWERED}
    return tuple(
        replace(
            column,
            kind=ColumnKind.LEFT_OUT,
            reason=TWICE_BY_ANSWER if _counted(column) in told else "column_twice",
        )
        if column.kind is ColumnKind.FIGURE and column.index not in kept
        else column
        for column in columns
    )


def _counted(column: Column) -> tuple[object, ...]:
    return column.measure, column.segment, column.period, column.percent


def is_unknown(column: Column) -> bool:
    """Say whether a column of figures is not read because nobody knows what it counts."""
    return column.kind is ColumnKind.LEFT_OUT and _REASONS.get(column.reason) == _NOT_RECOGNISED


def naming(column: Column) -> str:
    """Return what a person calls a column: its header, or its letter where it has none."""
    return column.header or a1(0, column.index).rstrip("1")


def left_out_columns(layout: Layout, file: str, below: int) -> tuple[Problem, ...]:
    """Return a problem for each reason for which columns are not read; *below* is the first data row.

    Where no column is read at all, that is the error "measure_unknown".
    """
    listed: dict[str, list[Column]] = {}
    any_figure = False
    for column in layout.columns:
        # What a person left out is no riddle.
        any_figure |= column.kind is ColumnKind.FIGURE or column.reason == ANSWERED
        if column.kind is ColumnKind.LEFT_OUT and column.reason in _REASONS:
            listed.setdefault(_REASONS[column.reason], []).append(column)
    if not any_figure:
        listed = {"measure_unknown": listed.pop(_NOT_RECOGNISED, [])} | listed
    return tuple(_problem(code, found, layout, file, below) for code, found in listed.items())


def _problem(code: str, columns: Sequence[Column], layout: Layout, file: str, below: int) -> Problem:
    names = ", ".join(f'"{shown(naming(column))}"' for column in columns[:_LISTED])
    more = "" if len(columns) <= _LISTED else " …"
    cell = a1(max(0, below - 1), layout.real_column(columns[0].index) if columns else 0)
    facts = {"names": (names or "–") + more, "count": len(columns)}
    return notice(_SEVERITIES.get(code, Severity.INFO), code, file, layout.sheet, cell, **facts)
