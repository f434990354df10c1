"""What reading a file decided, why, and what else it could be: a page lists them, a person changes them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from model.excel.answers import About


class Standing(StrEnum):
    """How firm a decision is."""

    OPEN = "open"
    """Nobody can know it from the file: it must be asked before the table is read."""
    RECOGNISED = "recognised"
    """The file itself says so."""
    RECIPE = "recipe"
    """Answered for an earlier file of the same form, or an alias of the office."""
    ANSWERED = "answered"
    """Answered by a person, just now."""


@dataclass(frozen=True)
class Decision:
    """One decision about a file. ``(about, key)`` is what an answer to it is kept by.

    ``value`` and ``options`` are values as :class:`model.excel.answers.About` describes them, ""
    where nothing was decided. ``subject`` is what it is about as the file writes it: a header, a
    name, a title; never a person's name or number. ``reason`` is a code of
    ``resources/wording/*/decisions.toml`` (section ``reason``) with ``facts`` as its placeholders.
    ``places`` are the zero-based (row, column) cells of ``sheet`` that it is about; where one answer
    holds for tables on several sheets, ``elsewhere`` are those on the others, each with its sheet's name.
    """

    about: About
    key: str
    value: str
    standing: Standing
    subject: str = ""
    reason: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    options: tuple[str, ...] = ()
    """What is offered first, likeliest first; for NAME any other region may be answered as well."""
    sheet: str = ""
    table: str = ""
    """The key of the table that it belongs to; "" for the whole file."""
    places: tuple[tuple[int, int], ...] = ()
    elsewhere: tuple[tuple[str, int, int], ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "facts", MappingProxyType(dict(self.facts)))

    def __reduce__(self) -> tuple[object, ...]:
        # A read-only view cannot cross into another process; its content can.
        values = (
            self.about, self.key, self.value, self.standing, self.subject, self.reason, dict(self.facts),
            self.options, self.sheet, self.table, self.places, self.elsewhere,
        )  # fmt: skip
        return Decision, values

    @property
    def sheets(self) -> tuple[str, ...]:
        """The sheets that it holds for, its own first; none where it is about the whole file."""
        named = (self.sheet, *(sheet for sheet, _, _ in self.elsewhere))
        return tuple(dict.fromkeys(sheet for sheet in named if sheet))

    def places_on(self, sheet: str) -> tuple[tuple[int, int], ...]:
        """Return the cells of one sheet that it is about."""
        own = self.places if sheet == self.sheet else ()
        return (*own, *((row, column) for name, row, column in self.elsewhere if name == sheet))

    @property
    def is_open(self) -> bool:
        """Say whether the table cannot be read before this is answered."""
        return self.standing is Standing.OPEN
