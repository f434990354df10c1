"""The figures of the open book in the context that every page obeys: what a session answers its pages."""

from typing import TYPE_CHECKING, Protocol

from gui.answers import Answers

if TYPE_CHECKING:
    from model.coverage import CoverageTable, Row
    from model.figures import Figure


class Answering(Protocol):
    """Whoever has a book and a context."""

    def answers(self) -> Answers:
        """Return what answers for the open book; UnanswerableError without one."""


class AnswersInContext:
    """The part of a session that asks: it holds nothing."""

    def coverage_table(
        self: Answering, by: tuple[str, ...] = ("region",), region: str | None = None
    ) -> "CoverageTable":
        """Return the coverage of the book in the present context, computed once.

        *region* None means the context's region where the table is by segment, else the whole
        province. UnanswerableError without a book or without figures.
        """
        return self.answers().coverage_table(by, region)

    def region_row(self: Answering) -> "Row":
        """Return the row of the context's region, of the province where none is chosen."""
        return self.answers().region_row()

    def figure(
        self: Answering, unit: str = "percent", regions: tuple[str, ...] = (), focus: tuple[str, ...] = ()
    ) -> "Figure":
        """Return the trend in the present context; *regions* () is the province and all its regencies."""
        return self.answers().figure(unit, regions, focus)
