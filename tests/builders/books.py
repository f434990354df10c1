"""Books made from a few figures, for tests of the model."""

from model.book import Book, Office, Target, TargetSet
from model.measures import Measure
from model.observations import Nature, Observation, table
from model.periods import Period, month, year
from model.regions import regencies

MARCH = month(2025, 3)
DECEMBER = month(2024, 12)
PROVINCE = "62"


def counted(
    region: str = PROVINCE,
    *,
    active: float | None = None,
    eligible: float | None = None,
    employed: float | None = None,
    reported: float | None = None,
    as_of: Period = MARCH,
    segment: str = "",
    vintage: str = "",
    nature: Nature = Nature.SOURCED,
    row: int = 1,
    source: str = "rekap",
) -> list[Observation]:
    """One row of a workbook: an observation for each figure given, each in a cell of its own."""
    given = {
        (Measure.ACTIVE, "D"): active,
        (Measure.ELIGIBLE, "C"): eligible,
        (Measure.EMPLOYED, "B"): employed,
        (Measure.REPORTED_COVERAGE, "E"): reported,
    }
    return [
        Observation(
            region=region,
            segment=segment,
            as_of=as_of,
            measure=measure,
            value=value,
            vintage=vintage if measure is Measure.ELIGIBLE else "",
            nature=nature,
            source=source,
            sheet="Rekap",
            cell=f"{column}{row}",
        )
        for (measure, column), value in given.items()
        if value is not None
    ]


def book(
    *rows: list[Observation], target_sets: tuple[TargetSet, ...] = (), office: Office | None = None
) -> Book:
    """A book of some rows; its office's province is inferred where none is set."""
    return Book(
        observations=table([observation for row in rows for observation in row]),
        target_sets=target_sets,
        office=office or Office(),
    )


def every_regency(active: float = 40, eligible: float = 100, as_of: Period = MARCH) -> list[Observation]:
    """The same figures for all 14 regencies of Kalimantan Tengah."""
    rows = [
        counted(region.code, active=active, eligible=eligible, as_of=as_of, row=number)
        for number, region in enumerate(regencies(PROVINCE), 6)
    ]
    return [observation for row in rows for observation in row]


def target_of(rate: float, region: str = PROVINCE, *, name: str = "tersirat") -> TargetSet:
    """A set with one rate for the end of 2025."""
    return TargetSet(name, "siaran pers", (Target(year(2025), region, "percent", rate),))


PUBLISHED = (
    counted(active=384_661, eligible=910_996, as_of=month(2023, 12), vintage="Basis 2023"),
    counted(active=466_286, eligible=1_026_158, as_of=DECEMBER, vintage="Basis 2024"),
    counted(active=465_940, eligible=1_009_250, as_of=MARCH, vintage="Basis 2025", reported=0.462),
)
"""The province as published for December 2023, 2024 and March 2025."""
