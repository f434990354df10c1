"""What the layout of one table decided, and what it has to ask, as decisions with their reasons."""

from collections.abc import Iterable, Sequence
from typing import Final

from model.excel.answers import About, Answers
from model.excel.column_answers import ANSWERED
from model.excel.decisions import Decision, Standing
from model.excel.grid import place
from model.excel.header_words import plain_words
from model.excel.layout import Column, ColumnKind, Layout
from model.excel.notices import shown
from model.measures import Measure
from model.problems import Problem
from model.region_names import match_region
from model.regions import provinces, region_name
from model.segments import ALL, SEGMENTS

_KINDS: Final = {
    ColumnKind.NAME: "column_names",
    ColumnKind.CODE: "column_codes",
    ColumnKind.LEVEL: "column_levels",
    ColumnKind.NUMBER: "column_numbers",
    ColumnKind.PERIOD: "column_periods",
    ColumnKind.SEGMENT: "column_segments",
}
_LIKELY: Final = (
    Measure.ACTIVE, Measure.ELIGIBLE, Measure.TARGET, Measure.REPORTED_COVERAGE, Measure.EMPLOYED,
    Measure.REPORTED_UNPROTECTED, Measure.INACTIVE,
)  # fmt: skip
CHOICES: Final = (*map(str, _LIKELY), str(ColumnKind.LEFT_OUT))
"""What a column of figures may be, likeliest first."""
_NAME_QUESTIONS: Final = frozenset(
    [
        "name_suggested",
        "name_ambiguous",
        "name_conflict_type",
        "name_unknown",
        "code_ambiguous",
        "code_of_another",
    ]
)


def decisions_of(layout: Layout, answers: Answers) -> tuple[Decision, ...]:
    """Return the decisions of one table: its province, position, columns and names."""
    asked = {problem.code for problem in layout.problems}
    return (
        _province(layout, answers, is_open="province_unknown" in asked),
        *_position(layout, answers, is_open="position_unknown" in asked),
        *_columns(layout, answers),
        *_names(layout, answers),
    )


def _province(layout: Layout, answers: Answers, *, is_open: bool) -> Decision:
    options = tuple(region.code for region in provinces())
    if is_open:
        return Decision(
            About.PROVINCE, "", "", Standing.OPEN, layout.title, "province_unknown", {}, options, layout.sheet
        )
    standing = Standing.ANSWERED if answers.province else Standing.RECOGNISED
    reason = ANSWERED if answers.province else "province_names"
    facts = {"name": region_name(layout.province)}
    return Decision(
        About.PROVINCE, "", layout.province, standing, layout.title, reason, facts, options, layout.sheet
    )


def _position(layout: Layout, answers: Answers, *, is_open: bool) -> Iterable[Decision]:
    place = layout.sheet, layout.key
    told = shown(layout.title)
    if is_open:
        yield Decision(About.POSITION, "", "", Standing.OPEN, told, "position_unknown", {}, (), layout.sheet)
    elif answers.position and layout.position == answers.position:
        written = layout.position.written
        yield Decision(About.POSITION, "", written, Standing.ANSWERED, told, ANSWERED, {}, (), *place)
    elif layout.position:
        written, facts = layout.position.written, {"when": layout.position}
        standing, reason = Standing.RECOGNISED, "position_said"
        yield Decision(About.POSITION, layout.key, written, standing, told, reason, facts, (), *place)


def _columns(layout: Layout, answers: Answers) -> Iterable[Decision]:
    seen: dict[str, list[Column]] = {}
    for column in layout.columns:
        if column.key:
            seen.setdefault(column.key, []).append(column)
    for key, columns in seen.items():
        yield _column(layout, answers, key, columns)
        if columns[0].kind is ColumnKind.FIGURE:
            yield _segment(layout, answers, key, columns)


def _places(layout: Layout, columns: Sequence[Column]) -> tuple[tuple[int, int], ...]:
    row = max(layout.header[1], 0)
    return tuple((row, column.index) for column in columns)


def _column(layout: Layout, answers: Answers, key: str, columns: Sequence[Column]) -> Decision:
    first = columns[0]
    standing, value, reason = Standing.RECOGNISED, str(first.kind), _KINDS.get(first.kind, "column_unused")
    if answers.get(About.COLUMN, key):
        standing, value, reason = Standing.ANSWERED, str(first.measure or first.kind), ANSWERED
    elif first.kind is ColumnKind.FIGURE:
        value, reason = str(first.measure), "column_header"
    elif first.reason == "measure_unknown":
        standing, value, reason = Standing.OPEN, "", "column_unknown"
    options = CHOICES if first.kind in {ColumnKind.FIGURE, ColumnKind.LEFT_OUT} else (str(first.kind),)
    return Decision(
        About.COLUMN, key, value, standing, shown(first.header), reason, {"header": shown(first.header)},
        options, layout.sheet, layout.key, _places(layout, columns),
    )  # fmt: skip


def _segment(layout: Layout, answers: Answers, key: str, columns: Sequence[Column]) -> Decision:
    first = columns[0]
    is_answered = answers.get(About.SEGMENT, key) is not None
    reason = ANSWERED if is_answered else "segment_header" if first.segment else "segment_all"
    standing = Standing.ANSWERED if is_answered else Standing.RECOGNISED
    return Decision(
        About.SEGMENT, key, first.segment, standing, shown(first.header), reason, {}, (ALL, *SEGMENTS),
        layout.sheet, layout.key, _places(layout, columns),
    )  # fmt: skip


def _names(layout: Layout, answers: Answers) -> Iterable[Decision]:
    problems: dict[str, list[Problem]] = {}
    for problem in layout.problems:
        if problem.code in _NAME_QUESTIONS:
            problems.setdefault(plain_words(str(problem.facts["name"])), []).append(problem)
    for key, found in problems.items():
        first = found[0]
        match = match_region(str(first.facts["name"]), layout.province)
        options = (*(region.code for region in match.candidates), "leave")
        facts = {"code": first.facts.get("own_code", ""), "other": first.facts.get("other", "")}
        yield Decision(
            About.NAME, key, "", Standing.OPEN, str(first.facts["name"]), first.code, facts, options,
            layout.sheet, layout.key, tuple(place(problem.cell) for problem in found),
        )  # fmt: skip
