"""Where things lie on the chart: from days and values to pixels and back."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from gui.charts.lines import Scale


@dataclass(frozen=True)
class Frame:
    """The field that lines are drawn in, in pixels of the widget, and the days and values at its edges."""

    area: QRectF
    first_day: float
    last_day: float
    low: float
    high: float

    @property
    def scale(self) -> Scale:
        """Pixels per day and per unit of value."""
        return Scale(
            self.area.width() / (self.last_day - self.first_day), self.area.height() / (self.high - self.low)
        )

    def x(self, day: float) -> float:
        """Return the pixel of a day number."""
        return self.area.left() + (day - self.first_day) * self.scale.per_day

    def y(self, value: float) -> float:
        """Return the pixel of a value."""
        return self.area.bottom() - (value - self.low) * self.scale.per_value

    def place(self, day: float, value: float) -> QPointF:
        """Return the pixel of a day number and a value."""
        return QPointF(self.x(day), self.y(value))

    def day(self, x: float) -> float:
        """Return the day number at a pixel."""
        return self.first_day + (x - self.area.left()) / self.scale.per_day

    def value(self, y: float) -> float:
        """Return the value at a pixel."""
        return self.low + (self.area.bottom() - y) / self.scale.per_value
