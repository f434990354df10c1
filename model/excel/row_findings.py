"""What is to be said about rows with figures whose names mean no region of the table."""

from typing import Final

from model.excel.grid import Cell, a1
from model.excel.layout import RowKind
from model.excel.name_column import matched
from model.excel.notices import notice, shown
from model.excel.row_names import RowReader
from model.excel.row_words import is_total
from model.problems import Problem, Severity
from model.region_names import MatchStatus

_MANY: Final = 10
"""More rows of one kind than this are said in one sentence."""


class RowFindings:
    """Gathers the findings about the rows of one table."""

    def __init__(self, reader: RowReader, file: str) -> None:
        self._reader, self._file = reader, file
        self._problems: list[Problem] = []
        self._nameless: list[int] = []
        self._foreign: list[tuple[int, str]] = []

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that was found, many of a kind as one."""
        return (*self._problems, *self._nameless_problems(), *self._foreign_problems())

    def say(self, index: int, kind: RowKind | None) -> None:
        """Note what is to be said about a row with figures of that kind, if anything."""
        if kind is RowKind.NOT_MATCHED:
            if self._reader.is_foreign(index):
                self._foreign.append((index, shown(self._reader.name(index))))
            else:
                self.not_matched(index)
        elif kind is None and not self._reader.has_name(index):
            self._nameless.append(index)
        elif kind is None and self._reader.names.is_fixed and not is_total(self._reader.name(index)):
            self.say_unknown(index)

    def say_unknown(self, index: int) -> None:
        """Note that a row with figures is left out because nobody can tell whose it is."""
        name = shown(self._reader.name(index))
        self._problems.append(self._notice(Severity.WARNING, "row_not_recognised", index, name=name))

    def say_aside(self, index: int, cell: Cell) -> None:
        """Note that a row of text names a time of which nothing shows that the rows below are of it."""
        self._problems.append(self._notice(Severity.WARNING, "time_in_a_note", index, name=shown(cell)))

    def not_matched(self, row: int) -> None:
        """Note that the name of a row means no region for certain."""
        self._problems.append(self._of_name(row))

    def _of_name(self, row: int) -> Problem:
        match, name = self._reader.match(row), self._reader.name(row)
        if isinstance(name, str) and matched(name, self._reader.names.province).status is MatchStatus.MATCH:
            facts = {
                "name": shown(name),
                "own_code": self._reader.code_beside(row),
                "other": match.candidates[-1].full_name if match.candidates else "",
            }
            return self._notice(Severity.ERROR, "code_of_another", row, **facts)
        names = [region.full_name for region in match.candidates[:3]]
        code = {
            MatchStatus.SUGGEST: "name_suggested",
            MatchStatus.AMBIGUOUS: "name_ambiguous",
            MatchStatus.CONFLICT_TYPE: "name_conflict_type",
            MatchStatus.AMBIGUOUS_CODE: "code_ambiguous",
        }.get(match.status, "name_unknown")
        facts = {"name": shown(name), "candidates": " / ".join(names)}
        return self._notice(Severity.ERROR, code, row, **facts)

    def _nameless_problems(self) -> list[Problem]:
        rows = self._nameless
        if len(rows) <= _MANY:
            return [self._notice(Severity.WARNING, "row_without_name", row) for row in rows]
        return [self._notice(Severity.WARNING, "rows_without_name", rows[0], count=len(rows))]

    def _foreign_problems(self) -> list[Problem]:
        if len(self._foreign) <= _MANY:
            return [
                self._notice(Severity.WARNING, "name_outside_province", row, name=name)
                for row, name in self._foreign
            ]
        listed = ", ".join(name for _, name in self._foreign[:5])
        first, count = self._foreign[0][0], len(self._foreign)
        return [self._notice(Severity.WARNING, "names_outside_province", first, count=count, names=listed)]

    def _notice(self, severity: Severity, code: str, row: int, **facts: object) -> Problem:
        cell = a1(row, max(0, self._reader.names.named))
        return notice(severity, code, self._file, self._reader.sheet.name, cell, **facts)
