"""What the chart shows just now: a figure and the choices made about it."""

from dataclasses import dataclass, replace

from gui.charts.lines import Lines
from gui.charts.value_text import ValueText
from model.figures import Break, Figure, Point, Series, TargetLine
from model.periods import Period


@dataclass(frozen=True, eq=False)
class View:
    """A figure, its arrays, the focused series (rows, first focus first) and what is switched on."""

    figure: Figure
    lines: Lines
    text: ValueText
    focus: tuple[int, ...] = ()
    compact: bool = False
    shows_targets: bool = True
    shows_breaks: bool = True

    @property
    def focused(self) -> tuple[Series, ...]:
        """The focused series in the order of their focus."""
        return tuple(self.figure.series[row] for row in self.focus)

    @property
    def unfocused_rows(self) -> tuple[int, ...]:
        """The rows of all other series."""
        return tuple(row for row in range(len(self.figure.series)) if row not in self.focus)

    @property
    def targets(self) -> tuple[TargetLine, ...]:
        """The targets to be drawn."""
        return self.figure.targets if self.shows_targets else ()

    @property
    def breaks(self) -> tuple[Break, ...]:
        """The breaks to be marked: those of the first focused series, else the figure's own."""
        if not self.shows_breaks:
            return ()
        return self.focused[0].breaks if self.focus else self.figure.breaks

    @property
    def as_figure(self) -> Figure:
        """The figure as it is shown: with this focus, and without the marks that are switched off."""
        focus = tuple(series.code for series in self.focused)
        return replace(self.figure, focus=focus, targets=self.targets, breaks=self.breaks)

    def point(self, row: int, column: int) -> Point | None:
        """Return a series' point at a position, or None where it has no value there."""
        day = self.lines.positions[column].day
        points = self.figure.series[row].points
        return next((point for point in points if point.as_of.day == day and point.value is not None), None)

    def column(self, as_of: Period) -> int | None:
        """Return the place of a position among the figure's, or None."""
        found = [place for place, known in enumerate(self.lines.positions) if known == as_of]
        return found[0] if found else None
