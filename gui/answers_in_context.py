"""The figures of the open book in the context that every page obeys: what a session answers its pages."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.answers import Answers

if TYPE_CHECKING:
    from model.coverage import CoverageTable, Row
    from model.figures import Figure


class AnswersInContext(QObject):
    """Holds nothing: whoever has a book and a context says what to ask of them."""

    def _answers(self) -> Answers:
        """Return what answers for the open book; UnanswerableError without one."""
        raise NotImplementedError

    def coverage_table(self, by: tuple[str, ...] = ("region",), region: str | None = None) -> "CoverageTable":
        """Return the coverage of the book in the present context, computed once.

        *region* None means the context's region where the table is by segment, else the whole
        province. UnanswerableError without a book or without figures.
        """
        return self._answers().coverage_table(by, region)

    def region_row(self) -> "Row":
        """Return the row of the context's region, of the province where none is chosen."""
        return self._answers().region_row()

    def figure(
        self, unit: str = "percent", regions: tuple[str, ...] = (), focus: tuple[str, ...] = ()
    ) -> "Figure":
        """Return the trend in the present context; *regions* () is the province and all its regencies."""
        return self._answers().figure(unit, regions, focus)
