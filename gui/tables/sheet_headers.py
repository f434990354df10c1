"""The letters and numbers around a drawn sheet, and beside them what each column and row is."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from gui import theme
from gui.tables.sheet_model import ColumnLabel, SheetModel
from gui.tables.sheet_roles import short_role_name

_LETTERS: Final = 20
_LABELS: Final = 22
_NUMBERS: Final = 28
_PADDING: Final = 6


class _SheetHeader(QHeaderView):
    """What both headers share: our colours, and the mark of what is hidden in the file."""

    def __init__(self, orientation: Qt.Orientation, view: QTableView) -> None:
        super().__init__(orientation, view)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.small = theme.font(11)
        self.heavy = theme.font(11, QFont.Weight.DemiBold)

    @property
    def sheet(self) -> SheetModel:
        """The model behind the view."""
        model = self.model()
        assert isinstance(model, SheetModel)
        return model

    @property
    def current(self) -> int:
        """The row or column of the chosen cell, as this header counts; -1 without one."""
        view = self.parent()
        assert isinstance(view, QTableView)
        index = view.currentIndex()
        return self._of_this(index.column(), index.row())

    def has_place(self, logical: int) -> bool:
        """Say whether the sheet has that row or column: Qt may ask for one that has just gone."""
        return 0 <= logical < self._of_this(self.sheet.columnCount(), self.sheet.rowCount())

    def paint_ground(self, painter: QPainter, rect: QRect, *, hidden: bool, current: bool) -> None:
        now = theme.current()
        painter.fillRect(rect, QColor(now.tint if current else now.sunken))
        if hidden:
            painter.fillRect(rect, QBrush(QColor(now.strong), Qt.BrushStyle.BDiagPattern))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(now.hairline))
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), QColor(now.hairline))

    def _of_this(self, column: int, row: int) -> int:
        return column if self.orientation() == Qt.Orientation.Horizontal else row


class LetterHeader(_SheetHeader):
    """A letter over each column, and under it what the column is for."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self.setObjectName("sheetLetters")

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.px(_LETTERS + _LABELS))

    def label_width(self, label: ColumnLabel) -> int:
        """Return the pixels that a label needs."""
        return QFontMetrics(self.heavy).horizontalAdvance(_marked(label)) + 2 * theme.px(_PADDING) + 1

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        if self.has_place(logical):
            with _clipped(painter, rect):
                self._paint_column(painter, rect, logical)

    def _paint_column(self, painter: QPainter, rect: QRect, logical: int) -> None:
        model, now = self.sheet, theme.current()
        current = self.current == logical
        self.paint_ground(painter, rect, hidden=logical in model.sheet.hidden_columns, current=current)
        letter = rect.adjusted(0, 0, 0, -theme.px(_LABELS))
        painter.setFont(self.small)
        painter.setPen(QColor(now.accent if current else now.muted))
        painter.drawText(
            letter, int(Qt.AlignmentFlag.AlignCenter), str(model.headerData(logical, self.orientation()))
        )
        if label := model.column_label(logical):
            self._paint_label(painter, rect.adjusted(0, letter.height(), -1, -1), label)

    def _paint_label(self, painter: QPainter, area: QRect, label: ColumnLabel) -> None:
        now = theme.current()
        painter.fillRect(area, QColor(now.surface))
        painter.fillRect(area.left(), area.top(), area.width(), 1, QColor(now.hairline))
        if label.is_open:
            painter.fillRect(area.left(), area.bottom() - 1, area.width(), 2, QColor(now.watch))
        painter.setFont(self.heavy)
        painter.setPen(QColor(now.watch if label.is_open else now.ink2))
        room = area.adjusted(theme.px(_PADDING), 0, -theme.px(_PADDING), 0)
        text = painter.fontMetrics().elidedText(_marked(label), Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)


class NumberHeader(_SheetHeader):
    """The number of each row, and beside it what the whole row is."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self.setObjectName("sheetNumbers")
        self._wide = theme.px(_NUMBERS)

    def fit(self) -> None:
        """Make the header as wide as its numbers and words."""
        model, metrics = self.sheet, QFontMetrics(self.small)
        self._number_width = max(
            theme.px(_NUMBERS), metrics.horizontalAdvance(str(model.rowCount())) + 2 * theme.px(_PADDING)
        )
        roles = {role for row in range(model.rowCount()) if (role := model.row_role(row))}
        words = [metrics.horizontalAdvance(short_role_name(role)) for role in roles]
        self._wide = self._number_width + (max(words) + 2 * theme.px(_PADDING) if words else 0)
        self.setFixedWidth(self._wide)

    def sizeHint(self) -> QSize:
        return QSize(self._wide, super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        if self.has_place(logical):
            with _clipped(painter, rect):
                self._paint_row(painter, rect, logical)

    def _paint_row(self, painter: QPainter, rect: QRect, logical: int) -> None:
        model, now = self.sheet, theme.current()
        current = self.current == logical
        self.paint_ground(painter, rect, hidden=logical in model.sheet.hidden_rows, current=current)
        painter.setFont(self.small)
        painter.setPen(QColor(now.accent if current else now.muted))
        number = QRect(rect.left(), rect.top(), self._number_width - theme.px(_PADDING), rect.height())
        painter.drawText(
            number, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), str(logical + 1)
        )
        if role := model.row_role(logical):
            painter.setPen(QColor(now.ink2))
            word = rect.adjusted(self._number_width, 0, -theme.px(_PADDING), 0)
            painter.drawText(
                word, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), short_role_name(role)
            )


@contextmanager
def _clipped(painter: QPainter, rect: QRect) -> Iterator[None]:
    """What is drawn outside of *rect* does not show; afterwards the painter is as it was."""
    painter.save()
    painter.setClipRect(rect)
    yield
    painter.restore()


def _marked(label: ColumnLabel) -> str:
    return f"? {label.text}" if label.is_open else label.text
