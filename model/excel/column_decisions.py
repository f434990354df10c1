"""What each column of a table was taken for, and why, as decisions that a person can change."""

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from model.excel.answers import About, Answers
from model.excel.column_answers import ANSWERED, asked_by
from model.excel.decisions import Decision, Standing
from model.excel.header_words import names_only_a_total
from model.excel.layout import FROM_TITLE, MEASURE_UNKNOWN, Column, ColumnKind, Layout
from model.excel.left_out import TWICE_BY_ANSWER, is_unknown, naming
from model.excel.notices import shown
from model.excel.table_columns import BASES
from model.measures import Measure
from model.segments import ALL, SEGMENTS

_KINDS: Final = {
    ColumnKind.NAME: "column_names",
    ColumnKind.CODE: "column_codes",
    ColumnKind.LEVEL: "column_levels",
    ColumnKind.NUMBER: "column_numbers",
    ColumnKind.PERIOD: "column_periods",
    ColumnKind.SEGMENT: "column_segments",
    ColumnKind.MEASURE: "column_measures",
    ColumnKind.PART: "column_parts",
}
_LIKELY: Final = (
    Measure.ACTIVE, Measure.ELIGIBLE, Measure.TARGET, Measure.REPORTED_COVERAGE, Measure.EMPLOYED,
    Measure.REPORTED_UNPROTECTED, Measure.INACTIVE,
)  # fmt: skip
CHOICES: Final = (*map(str, _LIKELY), str(ColumnKind.LEFT_OUT))
"""What a column of figures may be, likeliest first."""
_REASONS: Final = {
    FROM_TITLE: "column_title",
    "attainment": "column_attainment",
    "shortfall": "column_shortfall",
    "percent_of_other": "column_percent",
    "rank": "column_rank",
    "column_twice": "column_twice",
    TWICE_BY_ANSWER: "column_twice",
    "column_empty": "column_empty",
    "column_uncomputed": "column_empty",
    "column_errors": "column_empty",
    MEASURE_UNKNOWN: "column_unknown",
}

_UNKNOWN: Final = {
    MEASURE_UNKNOWN: "column_unknown",
    "no_measure": "column_unknown",
    "no_header": "column_untitled",
}
_TWICE: Final = frozenset(["column_twice", TWICE_BY_ANSWER])


def column_decisions(layout: Layout, answers: Answers, *, asked: Collection[str] = ()) -> Iterable[Decision]:
    """Yield what each column is for, whose figures it holds and when they are for.

    Columns that share a key share a decision. *asked* are the keys of columns with words that
    nobody knows which are asked about all the same, because the file lacks what they may hold.
    """
    groups: dict[str, list[Column]] = {}
    for column in layout.columns:
        if column.key:
            groups.setdefault(asked_by(column), []).append(column)
    for key, columns in groups.items():
        yield _column(layout, answers, key, columns, is_asked=columns[0].key in asked)
    figures: dict[str, list[Column]] = {}
    for column in layout.columns:
        # A column that counts the same as another one is not read, until its segment is another.
        if column.kind is ColumnKind.FIGURE or (column.reason in _TWICE and column.key):
            figures.setdefault(column.key, []).append(column)
    in_rows = any(column.kind is ColumnKind.SEGMENT for column in layout.columns)
    for key, columns in figures.items():
        # Where each row says its segment, a column says nothing that is worth a decision.
        if not in_rows or columns[0].segment or answers.get(About.SEGMENT, key) is not None:
            yield _segment(layout, answers, key, columns)
        dated = any(column.period for column in layout.figures) and columns[0].period is None
        is_base = columns[0].measure in BASES and columns[0].period is not None
        if len(columns) == 1 and (dated or is_base or answers.get(About.PERIOD, key)):
            yield _period(layout, answers, columns[0])


def _places(layout: Layout, columns: Sequence[Column]) -> tuple[tuple[int, int], ...]:
    row = max(layout.header[1], 0)
    wide = {column: real for (_, column), (_, real) in layout.cells.items()}
    return tuple(dict.fromkeys((row, wide.get(column.index, column.index)) for column in columns))


def _column(
    layout: Layout, answers: Answers, key: str, columns: Sequence[Column], *, is_asked: bool
) -> Decision:
    first = columns[0]
    standing, value = Standing.RECOGNISED, str(first.measure or first.kind)
    reason = _REASONS.get(first.reason) or _KINDS.get(first.kind)
    if answers.get(About.COLUMN, key):
        standing, reason = Standing.ANSWERED, ANSWERED
    elif (first.reason == MEASURE_UNKNOWN and not _is_spare(layout, columns)) or (
        is_asked and is_unknown(first)
    ):
        standing, value = Standing.OPEN, ""
        reason = _UNKNOWN.get(first.reason, "column_words")
    elif reason is None:
        reason = "column_header" if first.kind is ColumnKind.FIGURE else "column_unused"
    options = CHOICES if first.kind in {ColumnKind.FIGURE, ColumnKind.LEFT_OUT} else (value, "left_out")
    header = shown(naming(first))
    return Decision(
        About.COLUMN, key, value, standing, header, reason, {"header": header}, options,
        layout.sheet, layout.key, _places(layout, columns),
    )  # fmt: skip


def _is_spare(layout: Layout, columns: Sequence[Column]) -> bool:
    """Say whether a bare "Jumlah" stands beside participants that are read, "Aktif", "Non Aktif"."""
    bare = all(not column.segment and not column.period for column in columns)
    known = any(c.measure is Measure.ACTIVE and not c.segment and not c.period for c in layout.figures)
    return bare and known and all(names_only_a_total(column.header) for column in columns)


def _segment(layout: Layout, answers: Answers, key: str, columns: Sequence[Column]) -> Decision:
    first = columns[0]
    is_answered = answers.get(About.SEGMENT, key) is not None
    said = "segment_header" if first.segment else "segment_all"
    if first.segment and layout.segment == first.segment:
        said = "segment_title"
    return Decision(
        About.SEGMENT, key, first.segment, Standing.ANSWERED if is_answered else Standing.RECOGNISED,
        shown(naming(first)), ANSWERED if is_answered else said, {}, (ALL, *SEGMENTS),
        layout.sheet, layout.key, _places(layout, columns),
    )  # fmt: skip


def _period(layout: Layout, answers: Answers, column: Column) -> Decision:
    is_answered = bool(answers.get(About.PERIOD, column.key))
    written = column.period.written if column.period else ""
    standing = Standing.ANSWERED if is_answered else Standing.RECOGNISED
    said = "period_base" if column.named else "period_header" if column.period else "period_table"
    others = (period.written for period in (column.named, layout.position) if period)
    options = tuple(dict.fromkeys(others)) if column.named or column.period else ()
    return Decision(
        About.PERIOD, column.key, written, standing, shown(naming(column)),
        ANSWERED if is_answered else said, {"header": shown(naming(column))}, options,
        layout.sheet, layout.key, _places(layout, [column]),
    )  # fmt: skip
