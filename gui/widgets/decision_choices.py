"""What a decision can be answered with, in words and in the order of a list."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from model.excel.answers import About
from model.excel.decision_words import value_of
from model.excel.decisions import Decision
from model.regions import Region, provinces, regencies, regions

LEAVE: Final = "leave"
"""The answer that a written name is no region that is counted."""


@dataclass(frozen=True)
class Choice:
    """One entry of a list; one that *starts_group* has a line above it."""

    value: str
    text: str
    starts_group: bool = False


def choices_of(decision: Decision, province: str, language: str) -> tuple[Choice, ...]:
    """Return everything that *decision* can be, likeliest first.

    A name can be any region of *province*, of the country where that is unknown; a province any other.
    """
    match decision.about:
        case About.NAME:
            return _names(decision, province)
        case About.PROVINCE:
            first = [code for code in decision.options if len(decision.options) < len(provinces())]
            return _listed(first, (), provinces())
    return tuple(Choice(value, value_of(decision.about, value, language)) for value in decision.options)


def _names(decision: Decision, province: str) -> tuple[Choice, ...]:
    first = [code for code in decision.options if code != LEAVE]
    leave = QCoreApplication.translate("DecisionChoices", "Bukan wilayah, lewati barisnya")
    own = regions().get(province)
    rest = [*([own] if own else []), *regencies(province)] if province else regions().values()
    return _listed(first, (Choice(LEAVE, leave, starts_group=bool(first)),), rest)


def _listed(first: list[str], between: tuple[Choice, ...], rest: Iterable[Region]) -> tuple[Choice, ...]:
    others = sorted((region for region in rest if region.code not in first), key=lambda region: region.name)
    is_apart = bool(first or between)
    return (
        *(Choice(code, _called(regions()[code])) for code in first if code in regions()),
        *between,
        *(
            Choice(region.code, _called(region), starts_group=is_apart and place == 0)
            for place, region in enumerate(others)
        ),
    )


def _called(region: Region) -> str:
    """Return the name of a region as offices shorten it, so that it fits into a list."""
    return region.full_name.replace("Kabupaten ", "Kab. ").replace("Provinsi ", "Prov. ")
