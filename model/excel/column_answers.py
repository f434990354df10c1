"""What a person answered about columns, put in the place of what was recognised."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from model.excel.answers import About, Answers
from model.excel.column_keys import ONLY_TIME
from model.excel.layout import FROM_TITLE, MEASURE_UNKNOWN, Column, ColumnKind
from model.measures import Measure
from model.periods import parse_period
from model.segments import SEGMENTS

ANSWERED: Final = "answered"
_MEASURES: Final = frozenset(map(str, Measure))
_SCALES: Final = {"1": 1.0, "1000": 1e3, "1000000": 1e6}


def answered(columns: Iterable[Column], answers: Answers) -> tuple[Column, ...]:
    """Return the columns as a person says they are, by their keys."""
    return tuple(_answered(column, answers) for column in columns)


def asked_by(column: Column) -> str:
    """Return the key of the question what a column counts: one for all that cannot say it themselves."""
    return ONLY_TIME if column.told_by in {FROM_TITLE, MEASURE_UNKNOWN} else column.key


def _answered(column: Column, answers: Answers) -> Column:
    value = answers.get(About.COLUMN, asked_by(column))
    if value in _MEASURES:
        said = {"kind": ColumnKind.FIGURE, "measure": Measure(value), "sure": True, "reason": ANSWERED}
        column = replace(column, **said)  # type: ignore[arg-type]
    elif value and column.kind in {ColumnKind.FIGURE, ColumnKind.LEFT_OUT}:
        column = replace(column, kind=ColumnKind.LEFT_OUT, measure=None, reason=ANSWERED)
    segment = answers.get(About.SEGMENT, column.key)
    if segment is not None and segment in ("", *SEGMENTS):
        column = replace(column, segment=segment)
    if (scale := _SCALES.get(answers.get(About.SCALE, column.key) or "")) is not None:
        column = replace(column, scale=scale)
    if period := parse_period(answers.get(About.PERIOD, column.key) or ""):
        column = replace(column, period=period)
    return column
