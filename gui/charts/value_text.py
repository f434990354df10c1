"""How the chart writes its values and days."""

from dataclasses import dataclass

from model import wording
from model.periods import Period, Precision


@dataclass(frozen=True)
class ValueText:
    """Writes values of one unit ("percent": fractions, "people") in one language."""

    unit: str
    language: str = "id"

    def axis(self, value: float) -> str:
        """As the axis writes it: "40", "1.000.000"."""
        if self.unit == "percent":
            fine = abs(value * 100 - round(value * 100)) > 1e-6
            return wording.percent(value, 1 if fine else 0, self.language, unit=False)
        return wording.people(value, self.language)

    def bare(self, value: float | None) -> str:
        """Without a unit, for tags and lists: "41,2", "465.940"."""
        if self.unit == "percent":
            return wording.percent(value, 1, self.language, unit=False)
        return wording.people(value, self.language)

    def full(self, value: float | None) -> str:
        """With the sign of its unit: "41,2 %", "465.940"."""
        return wording.percent(value, 1, self.language) if self.unit == "percent" else self.bare(value)

    def exact(self, value: float) -> str:
        """With the second decimal where it says something: "66,03 %", "75,0 %"."""
        if self.unit != "percent":
            return self.bare(value)
        fine = abs(value * 1000 - round(value * 1000)) > 1e-6
        return wording.percent(value, 2 if fine else 1, self.language)

    def chip(self, as_of: Period) -> str:
        """A position in few words but to the day: "30 Jun 2024"; a year stays a year."""
        if as_of.precision is Precision.YEAR:
            return wording.short_day(as_of, self.language)
        return wording.short_day(Period(as_of.day, Precision.DAY), self.language)
