"""What the strip above the coverage table says of one cell: the fact, and how it comes about."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from gui.tables.coverage_texts import reported_decimals, segment_name
from model import wording
from model.book import Office
from model.coverage import CoverageTable, Row


@dataclass(frozen=True, slots=True)
class CellSentence:
    """*title* names the cell, *fact* is one sentence, *why* the formula with its figures or ""."""

    title: str
    fact: str
    why: str
    alarming: bool = False
    """Something does not agree, or is out of the ordinary."""


def cell_sentence(
    row: Row, column: str, header: str, table: CoverageTable, office: Office, language: str
) -> CellSentence:
    """Return what the cell of *row* in *column* (a field of Row, or "trail") says, in *language*."""
    speaker = _Speaker(row, table, office, language)
    fact, why = speaker.say(column)
    alarming = (column in {"difference", "reported_coverage"} and row.disagrees) or (
        column in {"coverage", "unprotected"} and row.over
    )
    return CellSentence(_title(row, column, header, table, language), fact, why, alarming)


def _title(row: Row, column: str, header: str, table: CoverageTable, language: str) -> str:
    short = segment_name(row.segment, language, short=True) if row.segment else ""
    names = [short if short and table.by == ("segment",) else f"{row.name} {short}".rstrip()]
    if column not in {"name", "rank", "segment"}:
        names.append(header.replace("\n", " "))
    return ", ".join(names)


class _Speaker:
    def __init__(self, row: Row, table: CoverageTable, office: Office, language: str) -> None:
        self._row, self._table, self._office, self._language = row, table, office, language

    def say(self, column: str) -> tuple[str, str]:
        maker = _MAKERS.get(column, _Speaker.coverage)
        return maker(self)

    def coverage(self) -> tuple[str, str]:
        if self._row.coverage is None:
            return self._unknown("coverage")
        return self._say("cell.over" if self._row.over else "cell.coverage"), self._say("cell_why.coverage")

    def reported(self) -> tuple[str, str]:
        row = self._row
        if row.reported_coverage is None:
            why = "" if row.coverage is None else self._say("cell_why.reported_coverage")
            return self._say("cell.reported_missing"), why
        if row.coverage is None:
            return self._say("cell.reported_coverage"), self._say("cell_why.unknown")
        return self._say("cell.disagrees" if row.disagrees else "cell.agrees"), self._say(
            "cell_why.difference"
        )

    def eligible(self) -> tuple[str, str]:
        if self._row.eligible is None:
            return self._unknown("eligible")
        why = "eligible" if self._row.vintage else "eligible_unnamed"
        return self._say("cell.eligible"), self._say(f"cell_why.{why}")

    def active(self) -> tuple[str, str]:
        row = self._row
        if row.active is None:
            return self._unknown("active")
        if row.change_active is None:
            return self._say("cell.active"), self._say("cell_why.active")
        way = "more" if row.change_active > 0 else "fewer" if row.change_active < 0 else "same"
        return self._say("cell.active"), self._say(f"cell_why.active_{way}", change=abs(row.change_active))

    def employed(self) -> tuple[str, str]:
        row = self._row
        if row.employed is None:
            return self._unknown("employed", why="")
        if not row.employed or row.eligible is None:
            return self._say("cell.employed"), ""
        return self._say("cell.employed"), self._say("cell_why.employed", share=row.eligible / row.employed)

    def unprotected(self) -> tuple[str, str]:
        row = self._row
        if row.unprotected is None:
            return self._unknown("unprotected")
        if row.unprotected < 0:
            fact = self._say("cell.more_than_eligible", surplus=-row.unprotected)
            return fact, self._say("cell_why.unprotected")
        return self._say("cell.unprotected"), self._say("cell_why.unprotected")

    def target(self) -> tuple[str, str]:
        if self._row.target is None:
            return self._unknown("target", why="no_target")
        why = self._say("cell_why.target") if self._table.target_set else ""
        return self._say("cell.target"), why

    def shortfall(self) -> tuple[str, str]:
        row = self._row
        if row.shortfall is None:
            return self._unknown("shortfall", why="no_target" if row.target is None else "unknown")
        if row.shortfall < 0:
            return self._say("cell.surplus", surplus=-row.shortfall), self._say("cell_why.shortfall")
        return self._say("cell.shortfall"), self._say("cell_why.shortfall")

    def attainment(self) -> tuple[str, str]:
        row = self._row
        if row.attainment is None:
            return self._unknown("attainment", why="no_target" if row.target is None else "unknown")
        return self._say("cell.attainment"), self._say("cell_why.attainment")

    def status(self) -> tuple[str, str]:
        row = self._row
        if not row.status:
            return self._unknown("status", why="no_target" if row.target is None else "unknown")
        label = wording.label("status", row.status, self._language)
        steps = {
            name: wording.percent(value, 0, self._language)
            for name, value in (("on_track", self._office.on_track), ("watch", self._office.watch))
        }
        return self._say("cell.status", status=label), self._say("cell_why.status", **steps)

    def rank(self) -> tuple[str, str]:
        if self._row.rank is None:
            return self.coverage()
        alike = [
            row
            for row in self._table.rows
            if row.rank is not None and _same_kind(row, self._row, self._table)
        ]
        return self._say("cell.rank", count=len(alike)), self._say("cell_why.rank")

    def change(self) -> tuple[str, str]:
        row = self._row
        if row.change is None or row.coverage is None:
            return self._unknown("change", why="unknown" if self._table.previous else "no_previous")
        way = "up" if row.change > 0 else "down" if row.change < 0 else "same"
        fact = self._say(f"cell.change_{way}", change=abs(row.change))
        why = self._say("cell_why.change", before=row.coverage - row.change)
        return fact, f"{why} {self._say('cell_why.change_broken')}" if row.broken else why

    def trail(self) -> tuple[str, str]:
        known = [point for point in self._row.trail if point.value is not None]
        if len(known) < 2:
            return self._unknown("change", why="no_previous")
        first, last = known[0], known[-1]
        fact = self._say(
            "cell.trail", first=first.value, first_day=first.as_of, last=last.value, last_day=last.as_of
        )
        count = len([found for found in self._row.trail_breaks if found.as_of > first.as_of])
        return fact, self._say("cell_why.trail_broken", count=count) if count else ""

    def _unknown(self, figure: str, why: str = "unknown") -> tuple[str, str]:
        label = wording.label("figure", figure, self._language)
        return self._say("cell.unknown", label=label), self._say(f"cell_why.{why}") if why else ""

    def _say(self, key: str, **facts: object) -> str:
        row, language = self._row, self._language
        decimals = reported_decimals(self._table)
        known = {name: getattr(row, name) for name in _FIELDS} | {
            "reported": wording.percent(row.reported_coverage, decimals, language),
            "recomputed": wording.percent(row.coverage, decimals, language),
            "previous": self._table.previous,
            "target_set": self._table.target_set,
        }
        return wording.say(key, language, **(known | facts))


def _same_kind(row: Row, other: Row, table: CoverageTable) -> bool:
    return table.by == ("segment",) or row.segment == other.segment


_FIELDS: Final = (
    "coverage", "active", "eligible", "employed", "unprotected", "target", "shortfall", "attainment", "rank",
    "difference", "change", "vintage",
)  # fmt: skip

_MAKERS: Final[dict[str, Callable[[_Speaker], tuple[str, str]]]] = {
    "rank": _Speaker.rank,
    "coverage": _Speaker.coverage,
    "reported_coverage": _Speaker.reported,
    "difference": _Speaker.reported,
    "eligible": _Speaker.eligible,
    "active": _Speaker.active,
    "employed": _Speaker.employed,
    "unprotected": _Speaker.unprotected,
    "target": _Speaker.target,
    "shortfall": _Speaker.shortfall,
    "attainment": _Speaker.attainment,
    "status": _Speaker.status,
    "change": _Speaker.change,
    "trail": _Speaker.trail,
}
