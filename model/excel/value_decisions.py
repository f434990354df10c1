"""How the columns of a table write their values, as decisions: dots and commas, shares, thousands."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from model.excel.answers import About
from model.excel.column_answers import ANSWERED
from model.excel.decisions import Decision, Standing
from model.excel.layout import Column, Layout
from model.excel.notations import Notation
from model.excel.notices import shown
from model.excel.scales import Scaling
from model.excel.shares import FRACTION, Ruling
from model.excel.target_kinds import TargetKind

_MARKS: Final = (",", ".")
_SHARES: Final = ("percent", "fraction")
_TARGETS: Final = ("people", "percent", "fraction")
_MOST_PLACES: Final = 200


def joined(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return one decision about each thing, at the places of all: what is open for one column is open."""
    found: dict[tuple[About, str], Decision] = {}
    for decision in decisions:
        key = decision.about, decision.key
        known = found.get(key, decision)
        first = decision if decision.is_open and not known.is_open else known
        places = tuple(dict.fromkeys((*known.places, *decision.places)))[:_MOST_PLACES]
        found[key] = replace(first, places=places)
    return tuple(found.values())


def of_notation(layout: Layout, column: Column, notation: Notation, answer: str | None) -> Decision:
    """Return the decision about the dots and commas of a column."""
    likely = (notation.decimal,) if notation.decimal else ()
    options = tuple(dict.fromkeys((*likely, *_MARKS)))
    value = answer or notation.decimal
    return _decision(
        About.NOTATION, layout, column, value, notation.reason, notation.facts, options,
        is_open=notation.is_open, answer=answer,
    )  # fmt: skip


def of_scale(layout: Layout, column: Column, scaling: Scaling, answer: str | None) -> Decision:
    """Return the decision about the unit of a column."""
    options = tuple(dict.fromkeys((*(f"{option:.0f}" for option in scaling.options), "1", "1000", "1000000")))
    value = answer or ("" if scaling.is_open else f"{scaling.scale:.0f}")
    return _decision(
        About.SCALE, layout, column, value, scaling.reason, scaling.facts, options,
        is_open=scaling.is_open, answer=answer,
    )  # fmt: skip


def of_share(layout: Layout, column: Column, ruling: Ruling, example: object, answer: str | None) -> Decision:
    """Return the decision about how a column of shares is written; *example* is one of its numbers."""
    factor = ruling.likely if ruling.factor is None else ruling.factor
    likely = "fraction" if factor == FRACTION or ruling.evidence == "share_format" else "percent"
    value = answer or ("" if ruling.factor is None else likely)
    return _decision(
        About.SHARE, layout, column, value, ruling.evidence, {"text": example},
        tuple(dict.fromkeys((likely, *_SHARES))), is_open=ruling.is_open, answer=answer,
    )  # fmt: skip


def of_target(layout: Layout, column: Column, kind: TargetKind, answer: str | None) -> Decision:
    """Return the decision whether targets are people or per cent."""
    likely = "people" if kind.likely_people else "percent"
    value = answer or ("" if kind.is_open else likely)
    return _decision(
        About.SHARE, layout, column, value, kind.reason, kind.facts,
        tuple(dict.fromkeys((likely, *_TARGETS))), is_open=kind.is_open, answer=answer,
    )  # fmt: skip


def _decision(
    about: About,
    layout: Layout,
    column: Column,
    value: str,
    reason: str,
    facts: dict[str, object],
    options: Sequence[str],
    *,
    is_open: bool,
    answer: str | None,
) -> Decision:
    standing = Standing.ANSWERED if answer else Standing.OPEN if is_open else Standing.RECOGNISED
    places = tuple(layout.real(row.index, column.index) for row in layout.rows[:_MOST_PLACES])
    return Decision(
        about, column.key, value, standing, shown(column.header), ANSWERED if answer else reason, facts,
        tuple(options), layout.sheet, layout.key, places,
    )  # fmt: skip
