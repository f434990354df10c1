"""What the layout of one table decided, and what it has to ask, as decisions with their reasons."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from model.excel.answers import LEAVE, About, Answers
from model.excel.column_answers import ANSWERED
from model.excel.column_decisions import column_decisions
from model.excel.decisions import Decision, Standing
from model.excel.grid import place
from model.excel.header_words import plain_words
from model.excel.layout import UNKNOWN, ColumnKind, Layout
from model.excel.notices import shown
from model.excel.rival_totals import UNCLEAR
from model.problems import Problem
from model.region_names import match_region
from model.regions import provinces, regencies, region_name, regions

READ: Final = "read"
_NAME_QUESTIONS: Final = frozenset(
    [
        "name_suggested",
        "name_ambiguous",
        "name_conflict_type",
        "name_unknown",
        "code_ambiguous",
        "code_of_another",
        UNCLEAR,
    ]
)
_NAMES_LISTED: Final = 30


def decisions_of(
    layout: Layout, problems: Sequence[Problem], answers: Answers, *, asked: Collection[str] = ()
) -> tuple[Decision, ...]:
    """Return the decisions of one table: whether it is read, its province, position, columns and names.

    *problems* are what is left to say about it after its figures were read. *asked*: see
    :func:`model.excel.column_decisions.column_decisions`.
    """
    table = _table(layout, problems, answers)
    if answers.get(About.TABLE, layout.key) == LEAVE or any(p.code == "other_province" for p in problems):
        return (table, *_province(layout, problems, answers))
    return (
        table,
        *_province(layout, problems, answers),
        *_about(layout, answers),
        *_position(layout, problems, answers),
        *column_decisions(layout, answers, asked=asked),
        *_codes(layout, problems, answers),
        *_names(layout, problems, answers),
    )


def _table(layout: Layout, problems: Sequence[Problem], answers: Answers) -> Decision:
    answer = answers.get(About.TABLE, layout.key)
    strangers = next((problem for problem in problems if problem.code == "mostly_unknown_names"), None)
    value, standing, reason = READ, Standing.RECOGNISED, "table_found"
    facts: dict[str, object] = {}
    if answer in {READ, LEAVE}:
        value, standing, reason = answer or READ, Standing.ANSWERED, ANSWERED
    elif strangers:
        value, reason, facts = LEAVE, "table_strangers", dict(strangers.facts)
    elif not layout.figures:
        reason = "table_without_measures"
    top = layout.header[0] if layout.header[0] >= 0 else layout.rows[0].index if layout.rows else 0
    return Decision(
        About.TABLE, layout.key, value, standing, shown(layout.title or layout.sheet), reason, facts,
        (READ, LEAVE), layout.sheet, layout.key, ((top, 0),),
    )  # fmt: skip


def _province(layout: Layout, problems: Sequence[Problem], answers: Answers) -> Iterator[Decision]:
    options = tuple(region.code for region in provinces())
    where = (options, layout.sheet, layout.key)
    subject = shown(layout.title)
    if any(problem.code == "province_unknown" for problem in problems):
        yield Decision(About.PROVINCE, "", "", Standing.OPEN, subject, "province_unknown", {}, *where)
    elif layout.province:
        standing = Standing.ANSWERED if answers.province else Standing.RECOGNISED
        reason = ANSWERED if answers.province else "province_title" if layout.about else "province_names"
        facts = {"name": region_name(layout.province)}
        yield Decision(About.PROVINCE, "", layout.province, standing, subject, reason, facts, *where)


def _about(layout: Layout, answers: Answers) -> Iterator[Decision]:
    """The region of a table whose rows name none."""
    if not layout.about:
        return
    key = region_key(layout.key)
    options = tuple(region.code for region in regencies(layout.province)) if layout.province else ()
    options = (layout.province, *options) if layout.province else options
    where = (options, layout.sheet, layout.key)
    subject = shown(layout.sheet)
    if layout.about == UNKNOWN:
        yield Decision(About.NAME, key, "", Standing.OPEN, subject, "region_unknown", {}, *where)
        return
    is_answered = answers.get(About.NAME, key) in regions()
    standing = Standing.ANSWERED if is_answered else Standing.RECOGNISED
    reason = ANSWERED if is_answered else "region_said"
    facts = {"name": regions()[layout.about].full_name}
    yield Decision(About.NAME, key, layout.about, standing, subject, reason, facts, *where)


def region_key(table: str) -> str:
    """Return what the answer is kept by that says which region the table of that key is about.

    In brackets, because it is no name by which an office calls a region.
    """
    return f"[{table}]"


def _position(layout: Layout, problems: Sequence[Problem], answers: Answers) -> Iterator[Decision]:
    where = ((), layout.sheet, layout.key)
    subject = shown(layout.title)
    if found := next((problem for problem in problems if problem.code == "position_unknown"), None):
        year = next((problem for problem in problems if problem.code == "year_missing"), None)
        reason = "year_unknown" if year else "position_unknown"
        facts = {"header": year.facts["header"]} if year else {}
        cells = (place(found.cell),)
        yield Decision(About.POSITION, "", "", Standing.OPEN, subject, reason, facts, *where, cells)
        return
    if not (layout.position and layout.by_title):
        return
    written = layout.position.written
    if answers.get(About.POSITION, layout.key):
        yield Decision(About.POSITION, layout.key, written, Standing.ANSWERED, subject, ANSWERED, {}, *where)
    elif answers.position == layout.position and not layout.says_position:
        yield Decision(About.POSITION, "", written, Standing.ANSWERED, subject, ANSWERED, {}, *where)
    else:
        standing, facts = Standing.RECOGNISED, {"when": layout.position}
        yield Decision(
            About.POSITION, layout.key, written, standing, subject, "position_said", facts, *where
        )  # fmt: skip


def _codes(layout: Layout, problems: Sequence[Problem], answers: Answers) -> Iterator[Decision]:
    column = next((column for column in layout.columns if column.kind is ColumnKind.CODE), None)
    if column is None:
        return
    rows = {place(problem.cell)[0] for problem in problems if problem.code == "code_ambiguous"}
    cells = tuple((row, column.index) for row in sorted(rows))
    where = (("kemendagri", "bps"), layout.sheet, layout.key, cells)
    header = shown(column.header)
    answer = answers.get(About.CODES, column.key)
    if answer:
        yield Decision(About.CODES, column.key, answer, Standing.ANSWERED, header, ANSWERED, {}, *where)
    elif layout.codes_open and rows:
        facts = {"count": len(rows)}
        yield Decision(About.CODES, column.key, "", Standing.OPEN, header, "codes_unknown", facts, *where)
    elif layout.scheme:
        has_names = any(column.kind is ColumnKind.NAME for column in layout.columns)
        reason = "codes_names" if has_names else "codes_header"
        yield Decision(
            About.CODES, column.key, layout.scheme, Standing.RECOGNISED, header, reason, {}, *where
        )  # fmt: skip


def _names(layout: Layout, problems: Sequence[Problem], answers: Answers) -> Iterable[Decision]:
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        of_codes = problem.code == "code_ambiguous" and layout.codes_open
        if problem.code in _NAME_QUESTIONS and not of_codes:
            found.setdefault(plain_words(str(problem.facts["name"])), []).append(problem)
    for key, told in list(found.items())[:_NAMES_LISTED]:
        first = told[0]
        match = match_region(str(first.facts["name"]), layout.province)
        offered = (region.code for region in match.candidates)
        options = (*((layout.province,) if first.code == UNCLEAR else offered), LEAVE)
        facts = {"code": first.facts.get("own_code", ""), "other": first.facts.get("other", "")}
        yield Decision(
            About.NAME, key, "", Standing.OPEN, str(first.facts["name"]), first.code, facts, options,
            layout.sheet, layout.key, tuple(place(problem.cell) for problem in told),
        )  # fmt: skip
