"""Problems in the data: values with a place and a code, not exceptions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from model import wording


class Severity(StrEnum):
    """How much a problem matters. The order of the members is that of every list."""

    ERROR = "error"
    """A figure cannot be used, or two figures that must agree do not."""
    WARNING = "warning"
    """Usable, but to be known."""
    INFO = "info"
    """What was recognised."""


@dataclass(frozen=True)
class Problem:
    """One finding: what, where, and the facts that its sentence names.

    ``code`` selects the sentence in ``resources/wording/*/`` (section ``problem``); ``facts``
    are its placeholders. ``file`` is a file name without folders, ``cell`` an A1 address;
    each is "" where it does not apply. ``region`` is a code or "".
    """

    severity: Severity
    code: str
    file: str = ""
    sheet: str = ""
    cell: str = ""
    region: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "facts", MappingProxyType(dict(self.facts)))

    def __reduce__(self) -> tuple[object, ...]:
        # A read-only view cannot cross into another process; its content can.
        place = self.file, self.sheet, self.cell, self.region
        return Problem, (self.severity, self.code, *place, dict(self.facts))

    def text(self, language: str = "id") -> str:
        """Return the plain sentence of the finding in *language* ("id" or "en")."""
        return wording.say(f"problem.{self.code}", language, **self.facts)

    def hint(self, language: str = "id") -> str:
        """Return what the reader can do about it, or "" where there is nothing to say."""
        key = f"hint.{self.code}"
        return wording.say(key, language, **self.facts) if wording.has(key, language) else ""

    @property
    def place(self) -> str:
        """The place as people write it, "Rekap!D21"; "" where the problem has none."""
        return f"{self.sheet}!{self.cell}" if self.sheet and self.cell else self.sheet or self.cell


def ordered(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return *problems* by severity, each severity in the order found, without doubles."""
    rank = {severity: place for place, severity in enumerate(Severity)}
    unique: dict[tuple[object, ...], Problem] = {}
    for problem in problems:
        facts = tuple(sorted((name, repr(value)) for name, value in problem.facts.items()))
        key = (
            problem.severity,
            problem.code,
            problem.file,
            problem.sheet,
            problem.cell,
            problem.region,
            facts,
        )
        unique.setdefault(key, problem)
    return tuple(sorted(unique.values(), key=lambda problem: rank[problem.severity]))
