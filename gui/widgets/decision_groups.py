"""Decisions as a person reads them: consecutive columns with the same decision are one line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from model.excel.answers import About
from model.excel.decision_words import reason_of, value_of
from model.excel.decisions import Decision, Standing
from model.excel.grid import a1

translate = QCoreApplication.translate

ORDER: Final = (
    About.PROVINCE, About.POSITION, About.TABLE, About.PERSONS, About.COLUMN, About.SEGMENT, About.PERIOD,
    About.SHARE, About.SCALE, About.NOTATION, About.CODES, About.NAME,
)  # fmt: skip
"""In the order in which a person would tell them."""
_OF_COLUMNS: Final = frozenset(
    {About.COLUMN, About.SEGMENT, About.PERIOD, About.SHARE, About.SCALE, About.NOTATION, About.CODES}
)
_LONGEST: Final = 44
Key = tuple[About, str]


def key_of(decision: Decision) -> Key:
    """Return what an answer to the decision is kept by."""
    return decision.about, decision.key


@dataclass(frozen=True)
class Group:
    """Decisions of one kind with one value, told in one line."""

    decisions: tuple[Decision, ...]

    @property
    def first(self) -> Decision:
        """The decision that stands for all of them."""
        return self.decisions[0]

    @property
    def keys(self) -> tuple[Key, ...]:
        """What answers to them are kept by."""
        return tuple(key_of(decision) for decision in self.decisions)

    def text(self, language: str) -> str:
        """Return what was decided: "Peserta aktif · kolom E–G"."""
        first = self.first
        if first.about is About.NAME:
            return f"{first.subject} = {value_of(first.about, first.value, language)}"
        value = value_of(first.about, first.value, language)
        if first.about is About.TABLE:
            return f"{shortened(first.subject)}: {value}" if first.subject else value
        if first.about not in _OF_COLUMNS:
            return value
        columns = letters(column for decision in self.decisions for column in columns_of(decision))
        if not columns:
            return f"{first.subject}: {value}" if first.subject else value
        return translate("DecisionGroups", "{value} · kolom {columns}").format(value=value, columns=columns)


def heading(about: About) -> str:
    """Return what decisions of that kind are called as a heading."""
    names: Mapping[About, str] = {
        About.PROVINCE: translate("DecisionGroups", "Provinsi"),
        About.POSITION: translate("DecisionGroups", "Posisi"),
        About.TABLE: translate("DecisionGroups", "Tabel"),
        About.COLUMN: translate("DecisionGroups", "Isi kolom"),
        About.SEGMENT: translate("DecisionGroups", "Segmen"),
        About.PERIOD: translate("DecisionGroups", "Waktu"),
        About.SHARE: translate("DecisionGroups", "Cara menulis persentase"),
        About.SCALE: translate("DecisionGroups", "Satuan"),
        About.NOTATION: translate("DecisionGroups", "Tanda desimal"),
        About.NAME: translate("DecisionGroups", "Nama wilayah"),
        About.CODES: translate("DecisionGroups", "Kode wilayah"),
        About.PERSONS: translate("DecisionGroups", "Daftar perorangan"),
    }
    return names[about]


def standing_text(standing: Standing) -> str:
    """Return by whom the decision was made."""
    names: Mapping[Standing, str] = {
        Standing.OPEN: translate("DecisionGroups", "belum dijawab"),
        Standing.RECOGNISED: translate("DecisionGroups", "dari berkas"),
        Standing.RECIPE: translate("DecisionGroups", "dari resep"),
        Standing.ANSWERED: translate("DecisionGroups", "dijawab"),
    }
    return names[standing]


def why(decision: Decision, language: str) -> str:
    """Return the reason of a decision in a sentence, "" where none is known."""
    return reason_of(decision, language) if decision.reason else ""


def columns_of(decision: Decision) -> tuple[int, ...]:
    """Return the zero-based columns that the decision is about, from left to right."""
    return tuple(sorted({column for _, column in decision.places}))


def columns_on(decision: Decision, sheet: str) -> tuple[int, ...]:
    """Return the zero-based columns of one sheet that the decision is about, from left to right."""
    return tuple(sorted({column for _, column in decision.places_on(sheet)}))


def letters(columns: Iterable[int]) -> str:
    """Return columns as people write them: "D–F, H"."""
    runs: list[list[int]] = []
    for column in sorted(set(columns)):
        if runs and runs[-1][1] == column - 1:
            runs[-1][1] = column
        else:
            runs.append([column, column])
    names = [(a1(0, first)[:-1], a1(0, last)[:-1]) for first, last in runs]
    return ", ".join(first if first == last else f"{first}–{last}" for first, last in names)


def covered(decision: Decision) -> str:
    """Return what one answer is for, "Untuk kolom D–F. Berlaku di 3 lembar."; "" where that is plain."""
    said: list[str] = []
    columns, sheets = columns_of(decision), len(decision.sheets)
    if decision.about in _OF_COLUMNS and len(columns) > 1:
        text = translate("DecisionGroups", "Untuk kolom {columns}.")
        said.append(text.format(columns=letters(columns)))
    if sheets > 1:
        said.append(translate("DecisionGroups", "Berlaku di {count} lembar.").format(count=sheets))
    return " ".join(said)


def shortened(subject: str) -> str:
    """Return a table's title as far as a line may repeat it."""
    if len(subject) <= _LONGEST:
        return subject
    return subject[:_LONGEST].rpartition(" ")[0].rstrip(" ·,;:-–(") + "…"


def groups_of(decisions: Iterable[Decision]) -> list[Group]:
    """Return decisions in the order of :data:`ORDER`, neighbours that say the same together."""
    groups: list[Group] = []
    for decision in sorted(decisions, key=_place):
        if groups and _goes_on(groups[-1], decision):
            groups[-1] = Group((*groups[-1].decisions, decision))
        else:
            groups.append(Group((decision,)))
    return groups


def _place(decision: Decision) -> tuple[int, tuple[int, ...]]:
    is_of_columns = decision.about in _OF_COLUMNS
    return ORDER.index(decision.about), columns_of(decision)[:1] if is_of_columns else ()


def _goes_on(group: Group, decision: Decision) -> bool:
    last = group.decisions[-1]
    before, after = columns_of(last), columns_of(decision)
    return (
        decision.about in _OF_COLUMNS
        and bool(before and after)
        and after[0] == before[-1] + 1
        and _said(last) == _said(decision)
    )


def _said(decision: Decision) -> tuple[object, ...]:
    return (
        decision.about, decision.value, decision.standing, decision.reason, dict(decision.facts),
        decision.sheet, decision.table,
    )  # fmt: skip
