"""Books with all regencies of Kalimantan Tengah, for tests of the table pages."""

from dataclasses import replace
from typing import Final

from model.book import Book, Source
from model.observations import Nature, Observation
from tests.builders.books import DECEMBER, book, counted, target_of
from tests.builders.summaries import REGENCIES

FILE: Final = "Rekap UCJ Kalteng Maret 2025.xlsx"


def regencies(*, nature: Nature = Nature.SOURCED) -> list[Observation]:
    """March 2025 as the mockup has it: Kapuas reported wrongly, Murung Raya without a percentage."""
    rows = [
        counted(
            code, active=active, eligible=eligible, reported=reported, row=at, vintage="2025", nature=nature
        )
        for at, (code, _, eligible, active, reported) in enumerate(REGENCIES, 7)
    ]
    return [observation for row in rows for observation in row]


def before() -> list[Observation]:
    """December 2024: every count a little smaller, on another base."""
    rows = [
        counted(
            code,
            active=round(active * 0.98),
            eligible=round(eligible * 1.01),
            row=at,
            as_of=DECEMBER,
            vintage="2024",
        )
        for at, (code, _, eligible, active, _) in enumerate(REGENCIES, 30)
    ]
    return [observation for row in rows for observation in row]


def kapuas_by_segment() -> list[Observation]:
    """Kapuas in two segments that add up to its total."""
    return [
        *counted("62.03", active=50_000, eligible=80_000, segment="PU", row=40),
        *counted("62.03", active=23_884, eligible=84_619, segment="BPU", row=41),
    ]


def kalteng(*more: list[Observation], nature: Nature = Nature.SOURCED) -> Book:
    """Two positions of the fourteen regencies, a target of 66,03 percent, and *more* rows."""
    made = book(
        before(), regencies(nature=nature), *more, target_sets=(target_of(0.6603, name="siaran pers"),)
    )
    return replace(made, sources=(Source("rekap", FILE),))
