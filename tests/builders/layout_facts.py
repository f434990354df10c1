"""Made-up figures to be drawn as a table, and whether reading it gives them back."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import Final

from model.book import Book
from model.measures import Measure
from model.periods import Period, month, quarter, year
from model.regions import Region, regencies
from tests.builders.office import codes

PROVINCE: Final = "62"
Key = tuple[str, str, str, str]
"""Region, segment, day of the position, measure."""
Truth = Mapping[Key, float]
REPORTED: Final = Measure.REPORTED_COVERAGE
MARCH: Final = month(2025, 3)
MONTHS: Final = tuple(month(2025, number) for number in (1, 2, 3))
QUARTERS: Final = (quarter(2024, 3), quarter(2024, 4), quarter(2025, 1), quarter(2025, 2))
YEARS: Final = (year(2022), year(2023), year(2024))


@dataclass(frozen=True)
class Facts:
    """Made-up figures for all regencies of a province, by segment, position and measure.

    Where segments are named together with "" (all of them), the parts add up to it. Shares are
    what the counts give, to a hundredth of a per cent.
    """

    segments: tuple[str, ...] = ("",)
    periods: tuple[Period, ...] = (month(2025, 3),)
    measures: tuple[Measure, ...] = (Measure.ELIGIBLE, Measure.ACTIVE)
    regions: tuple[Region, ...] = regencies(PROVINCE)

    def people(self, region: str, segment: str, period: Period, measure: Measure) -> int:
        """A count; that of the province and that of all segments are sums."""
        if region == PROVINCE:
            return sum(self.people(part.code, segment, period, measure) for part in self.regions)
        parts = [part for part in self.segments if part]
        if not segment and parts:
            return sum(self.people(region, part, period, measure) for part in parts)
        place = [part.code for part in self.regions].index(region)
        late = (period.day.year - 2020) * 12 + period.day.month
        share = ("", "PU", "BPU", "JAKON", "PMI").index(segment)
        eligible = 21_013 + 3_607 * place + 211 * late + 5_003 * share
        known = {Measure.ELIGIBLE: 1.0, Measure.EMPLOYED: 1.37, Measure.TARGET: 0.66, Measure.INACTIVE: 0.05}
        active = 0.31 + 0.021 * place + 0.002 * late
        return int(eligible * known.get(measure, active)) + share

    def value(self, region: str, segment: str, period: Period, measure: Measure) -> float:
        """A count, or a share as a fraction."""
        if measure is not REPORTED:
            return self.people(region, segment, period, measure)
        active = self.people(region, segment, period, Measure.ACTIVE)
        return round(active / self.people(region, segment, period, Measure.ELIGIBLE), 4)

    def truth(self, *, province: bool = False) -> dict[Key, float]:
        """Every figure by its key; those of the province too where the table prints them."""
        codes = [region.code for region in self.regions] + [PROVINCE] * province
        return {
            (code, segment, period.iso, str(measure)): self.value(code, segment, period, measure)
            for code, segment, period, measure in product(codes, self.segments, self.periods, self.measures)
        }


def read_back(book: Book) -> dict[Key, float | None]:
    """Return every figure of a book by its key; fails where one stands there twice."""
    frame = book.observations
    found: dict[Key, float | None] = {}
    for region, segment, day, measure, value in zip(
        *(frame[name] for name in ("region", "segment", "as_of", "measure", "value")), strict=True
    ):
        key = (region, segment, str(day.date()), measure)
        assert key not in found, f"{key} was read twice"
        found[key] = None if value != value else round(float(value), 6)
    return found


def differences(found: Mapping[Key, float | None], truth: Truth) -> list[str]:
    """Return in words what was read otherwise than it is, nothing where all is right."""
    wrong = [f"{key}: {found[key]} instead of {truth[key]}" for key in truth if key in found
             and (found[key] is None or abs((found[key] or 0) - truth[key]) > 1e-6)]  # fmt: skip
    missing = [f"{key}: {value} not read" for key, value in truth.items() if key not in found]
    extra = [f"{key}: {value} read but not there" for key, value in found.items() if key not in truth]
    return wrong + extra + missing


def check_given_back(book: Book, truth: Truth) -> None:
    """Fail where a book holds anything but the *truth*, with the first differences and what was said."""
    wrong = differences(read_back(book), truth)
    assert not wrong, f"{len(wrong)} differences, the first: {wrong[:3]}; {codes(book)}"
