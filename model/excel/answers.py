"""What a person answered about a file, kept by what it is about: it holds for next month's file as well."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from model.periods import Period, parse_period

LEAVE: Final = "leave"
"""The answer that a table, a list of persons or the row of a name is not read."""


class About(StrEnum):
    """What a decision is about, and what its key and its values are."""

    PROVINCE = "province"
    """The office's province. Key "", value a province's code."""
    POSITION = "position"
    """The position of a table that names none. Key: the table's key, "" for the file; value a period."""
    TABLE = "table"
    """Whether a table is read: "read" or "leave". Key: the table's key."""
    COLUMN = "column"
    """What a column is for: a Measure, or another ColumnKind than "figure". Key: the column's key."""
    SEGMENT = "segment"
    """Whose figures a column holds: a segment, "" for all together. Key: the column's key."""
    PERIOD = "period"
    """When a column's figures are for: a period, "" where the table says it. Key: the column's key."""
    SHARE = "share"
    """How a column writes shares: "fraction" (0,462) or "percent" (46,2); a column of targets may also
    hold "people". Key: the column's key."""
    SCALE = "scale"
    """What one unit of a column is: "1", "1000", "1000000" people. Key: the column's key."""
    NOTATION = "notation"
    """Which sign separates decimals in a column's texts: "," or ".". Key: the column's key."""
    NAME = "name"
    """Which region a written name is: a code, or "leave". Key: the name in plain words."""
    CODES = "codes"
    """Whose codes a column of codes holds: "kemendagri" or "bps". Key: the column's key."""
    PERSONS = "persons"
    """A list of persons: "count" (what its rows count is a COLUMN decision of its own) or "leave".
    Key: the table's key."""


@dataclass(frozen=True)
class Answers:
    """Answers by what they are about; without any, everything is recognised or asked.

    ``province`` and ``position`` are the answers for the whole file and stand apart, because
    the command line names them too. ``given`` holds every other one: (about, key) -> value.
    """

    province: str = ""
    position: Period | None = None
    given: Mapping[tuple[About, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "given", MappingProxyType(dict(self.given)))

    def __reduce__(self) -> tuple[object, ...]:
        # A read-only view cannot cross into another process; its content can.
        return Answers, (self.province, self.position, dict(self.given))

    def get(self, about: About, key: str = "") -> str | None:
        """Return the answer, None where there is none."""
        return self.given.get((about, key))

    def value(self, about: About, key: str) -> str | None:
        """Return the answer as :meth:`having` takes it, those for the whole file too; None for none."""
        if about is About.PROVINCE:
            return self.province or None
        if about is About.POSITION and not key:
            return self.position.written if self.position else None
        return self.get(about, key)

    def having(self, about: About, key: str, value: str) -> "Answers":
        """Return these answers and one more, which replaces an earlier one about the same."""
        if about is About.PROVINCE:
            return replace(self, province=value)
        if about is About.POSITION and not key:
            return replace(self, position=parse_period(value))
        return replace(self, given={**self.given, (about, key): value})

    def without(self, about: About, key: str) -> "Answers":
        """Return these answers but for one: what it was about is recognised or asked again."""
        if about is About.PROVINCE:
            return replace(self, province="")
        if about is About.POSITION and not key:
            return replace(self, position=None)
        kept = {one: value for one, value in self.given.items() if one != (about, key)}
        return replace(self, given=kept)

    def over(self, earlier: "Answers") -> "Answers":
        """Return these answers, and those of *earlier* (a recipe's) about everything else."""
        return Answers(
            self.province or earlier.province,
            self.position or earlier.position,
            {**earlier.given, **self.given},
        )
