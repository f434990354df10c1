"""The key figures: one card with a cell for each, and each cell a button."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gui import icons, theme
from gui.widgets.columns import ColumnsLayout

_PADDING = 16
_TOP = 12
_NAME, _FIGURE, _LINE = 16, 28, 16
_HEIGHT = 112


@dataclass(frozen=True, slots=True)
class FigureText:
    """What a cell says, line by line. ``name`` identifies the figure (a field of coverage.Row)."""

    name: str
    title: str
    value: str
    unit: str = ""
    change: str = ""
    definition: str = ""
    spoken: str = ""
    """All of it as a screen reader should say it, without arrows."""
    flagged: bool = False
    """The figure is usable but must be looked at: it carries a warning sign."""


class FigureCell(QPushButton):
    """One key figure on four fixed lines. Enter, Space and a click press it.

    ``setChecked`` shows it as the selected figure; pressing it does not, since the session says
    which figure is selected.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = FigureText("", "", "")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._fonts = (
            theme.font(12),
            theme.font(22, QFont.Weight.DemiBold),
            theme.font(12, QFont.Weight.Medium),
            theme.font(11),
        )

    def show_figure(self, text: FigureText) -> None:
        """Show *text* instead of what was shown."""
        self._text = text
        self.setObjectName(f"figure_{text.name}")
        self.setAccessibleName(text.spoken)
        self.setAccessibleDescription(text.definition)
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    @property
    def figure(self) -> FigureText:
        """What the cell shows."""
        return self._text

    def nextCheckState(self) -> None:
        """Leave the state alone: the session selects figures, not the press."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        text, (name, figure, change, definition) = self._text, self._fonts
        unit = QFontMetrics(name).horizontalAdvance(f" {text.unit}") if text.unit else 0
        flag = theme.px(20) if text.flagged else 0
        widest = max(
            QFontMetrics(name).horizontalAdvance(text.title) + flag,
            QFontMetrics(figure).horizontalAdvance(text.value) + unit,
            QFontMetrics(change).horizontalAdvance(text.change),
            QFontMetrics(definition).horizontalAdvance(text.definition),
        )
        return QSize(widest + 2 * theme.px(_PADDING), theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        colors = theme.current()
        top = theme.px(_TOP)
        self._draw_line(painter, top, _NAME, 0, self._text.title, colors.ink2)
        top += theme.px(_NAME + 4)
        self._draw_value(painter, top)
        top += theme.px(_FIGURE + 6)
        self._draw_line(painter, top, _LINE, 2, self._text.change, colors.ink)
        top += theme.px(_LINE + 2)
        self._draw_line(painter, top, _LINE, 3, self._text.definition, colors.muted)
        if self._text.flagged:
            size = theme.px(14)
            sign = icons.pixmap("triangle-alert", colors.watch, size, self.devicePixelRatioF())
            painter.drawPixmap(self.width() - theme.px(_PADDING) - size, theme.px(_TOP + 1), sign)

    def _draw_ground(self, painter: QPainter) -> None:
        colors = theme.current()
        rect = QRectF(self.rect())
        if self.isChecked():
            painter.setPen(QPen(QColor(colors.accent), 2))
            painter.setBrush(QColor(colors.tint))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 5, 5)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.sunken))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 5, 5)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colors.accent), 1.5, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(4.5, 4.5, -4.5, -4.5), 3, 3)

    def _draw_value(self, painter: QPainter, top: int) -> None:
        text, colors = self._text, theme.current()
        self._draw_line(painter, top, _FIGURE, 1, text.value, colors.ink)
        if not text.unit:
            return
        left = theme.px(_PADDING) + QFontMetrics(self._fonts[1]).horizontalAdvance(text.value)
        # The unit stands on the baseline of the figure, not in the middle of its line.
        metrics = QFontMetrics(self._fonts[1])
        baseline = top + (theme.px(_FIGURE) - metrics.height()) // 2 + metrics.ascent()
        painter.setFont(self._fonts[0])
        painter.setPen(QColor(colors.ink2))
        painter.drawText(left + theme.px(3), baseline, text.unit)

    def _draw_line(self, painter: QPainter, top: int, height: int, font: int, text: str, color: str) -> None:
        painter.setFont(self._fonts[font])
        painter.setPen(QColor(color))
        width = self.width() - 2 * theme.px(_PADDING)
        shown = QFontMetrics(self._fonts[font]).elidedText(text, Qt.TextElideMode.ElideRight, width + 1)
        rect = QRect(theme.px(_PADDING), top, width + theme.px(_PADDING), theme.px(height))
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class FigureCard(QFrame):
    """The card of key figures, in one row where they fit, else 3 + 2, 2 + 2 + 1 or one by one."""

    chosen = Signal(str)
    """The name of the figure whose cell was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._columns = ColumnsLayout(steps=(5, 3, 2, 1), gap=1)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addLayout(self._columns)
        self._cells: list[FigureCell] = []

    def show_figures(self, figures: tuple[FigureText, ...]) -> None:
        """Show *figures* in their order; the selected one stays so while it is among them."""
        while len(self._cells) < len(figures):
            cell = FigureCell(self)
            cell.clicked.connect(self._pressed)
            self._columns.addWidget(cell)
            self._cells.append(cell)
        for cell, figure in zip(self._cells, figures, strict=False):
            cell.show_figure(figure)
        for place, cell in enumerate(self._cells):
            cell.setVisible(place < len(figures))

    def select(self, name: str) -> None:
        """Mark the cell of the figure *name* as selected; "" marks none."""
        for cell in self._cells:
            cell.setChecked(cell.figure.name == name)

    @property
    def cells(self) -> tuple[FigureCell, ...]:
        """The cells in reading order."""
        return tuple(self._cells)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(QColor(theme.current().hairline), 1))
        for cell in self._cells:
            place = cell.geometry()
            if place.right() < self.width() - 2:
                painter.drawLine(place.right() + 1, place.top(), place.right() + 1, place.bottom())
            if place.bottom() < self.height() - 2:
                painter.drawLine(place.left(), place.bottom() + 1, place.right(), place.bottom() + 1)

    def _pressed(self) -> None:
        cell = self.sender()
        if isinstance(cell, FigureCell):
            self.chosen.emit(cell.figure.name)
