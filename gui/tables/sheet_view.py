"""A sheet drawn as it is, with what the reader made of it painted over it."""

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from gui import theme
from gui.tables.sheet_blocks import blocks
from gui.tables.sheet_delegate import SheetDelegate
from gui.tables.sheet_headers import LetterHeader, NumberHeader
from gui.tables.sheet_model import ColumnLabel, Place, SheetModel
from gui.tables.sheet_roles import is_heavy
from model.excel.importing import Role, SheetPicture

ROW: Final = 24
_NARROW, _WIDE, _HEADING = 36, 220, 160
_SAMPLE: Final = 30
"""Rows at the top that are measured for the widths, and as many spread over the rest."""
_MOST_LINES: Final = 3
_VEIL: Final = 0.10
_ENTERS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_CHORDS: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_RUNNING: Final = frozenset({Role.TITLE, Role.NOTE})


class SheetView(QTableView):
    """Shows a SheetModel. One tab stop; the arrow keys move the current cell, Enter chooses it."""

    place_chosen = Signal(int, int)
    """A cell was clicked, or Enter pressed on it; row -1 is the letter over a column."""
    place_current = Signal(int, int)
    """The current cell moved."""
    place_entered = Signal(int, int)
    """Enter was pressed on a cell: the keyboard is to go on to what it belongs to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheetView")
        self.sheet = SheetModel(self)
        self._letters = LetterHeader(self)
        self._numbers = NumberHeader(self)
        self.setHorizontalHeader(self._letters)
        self.setVerticalHeader(self._numbers)
        self._delegate = SheetDelegate(self)
        self._blocks: list[tuple[int, int, int, int]] = []
        self.setItemDelegate(self._delegate)
        self.setModel(self.sheet)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerWidget(QWidget())
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._numbers.setMinimumSectionSize(theme.px(16))
        self._numbers.setDefaultSectionSize(theme.px(ROW))
        self._letters.setMinimumSectionSize(theme.px(_NARROW))
        self.clicked.connect(self._clicked)
        self.activated.connect(self._clicked)
        self._letters.sectionClicked.connect(self._letter_clicked)
        self._numbers.sectionClicked.connect(self._number_clicked)

    def show_sheet(
        self, sheet: SheetPicture, labels: Mapping[int, ColumnLabel] | None = None, language: str = "id"
    ) -> None:
        """Draw *sheet*; of the sheet that is drawn already, the place in view and the cell stay."""
        is_same = self.sheet.sheet.name == sheet.name and bool(self.sheet.sheet.rows)
        kept = self._kept()
        self.sheet.show_sheet(sheet, labels, language)
        self.clearSpans()
        for merge in self.sheet.merges():
            self.setSpan(merge.top, merge.left, merge.bottom - merge.top + 1, merge.right - merge.left + 1)
        self._fit()
        self.setAccessibleName(self.tr("Lembar {name}").format(name=sheet.name))
        if is_same:
            self._keep(*kept)
        else:
            self.scrollToTop()
            self.horizontalScrollBar().setValue(0)

    def leave(self) -> None:
        """Forget the sheet: the next one is another file's, though it may be called the same."""
        self.sheet.show_sheet(SheetPicture("", (), 0))

    def mark(self, places: Iterable[Place], *, scroll: bool = True) -> None:
        """Frame the cells of a decision and bring the first of them into view.

        A title is framed as far as its text runs over the cells beside it.
        """
        wanted = frozenset(places)
        self.sheet.mark(wanted | {place for start in wanted for place in self._run_over(*start)})
        self._blocks = blocks(self.sheet.marked)
        self.viewport().update()
        if scroll and self.sheet.marked:
            self._show_place(*min(self.sheet.marked))

    def go_to(self, row: int, column: int) -> None:
        """Make a cell current and bring it into view."""
        index = self.sheet.index(row, column)
        if index.isValid():
            self.setCurrentIndex(index)
            self._show_place(row, column)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        for header in (self._letters, self._numbers):
            header.viewport().update()
        self.viewport().update()
        if current.isValid():
            self.place_current.emit(current.row(), current.column())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        seen = self.visualRect(self.currentIndex()).intersects(self.viewport().rect())
        if event.reason() != Qt.FocusReason.MouseFocusReason and not seen:
            # Where no cell is current, or one that is out of view, nobody sees where the keyboard is.
            self.setCurrentIndex(self.indexAt(QPoint(1, 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        index = self.currentIndex()
        if event.key() in _ENTERS and not event.modifiers() & _CHORDS and index.isValid():
            self.place_entered.emit(index.row(), index.column())

    def sizeHint(self) -> QSize:
        return QSize(theme.px(480), theme.px(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(120))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        accent = QColor(theme.current().accent)
        if self.hasFocus() and not self.sheet.rowCount():
            painter.setPen(QPen(accent, 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        pen = QPen(accent, 2)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        veil = QColor(accent)
        veil.setAlphaF(_VEIL)
        for block in self._blocks:
            rect = self._block_rect(*block)
            painter.fillRect(rect, veil)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    # ---- inside

    def _kept(self) -> tuple[int, int, Place]:
        current = self.currentIndex()
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return across, down, (current.row(), current.column())

    def _keep(self, across: int, down: int, place: Place) -> None:
        index = self.sheet.index(*place)
        if index.isValid():
            self.setCurrentIndex(index)
        self.horizontalScrollBar().setValue(across)
        self.verticalScrollBar().setValue(down)

    def _fit(self) -> None:
        self._numbers.fit()
        for column in range(self.sheet.columnCount()):
            self.setColumnWidth(column, self._width(column))
        for row in range(self.sheet.rowCount()):
            if self.rowHeight(row) != theme.px(ROW):
                self.setRowHeight(row, theme.px(ROW))
        for row in self._heading_rows():
            self.setRowHeight(row, self._heading_height(row))

    def _width(self, column: int) -> int:
        wide = theme.px(_NARROW)
        for row in self._sample():
            role, merge = self.sheet.role(row, column), self.sheet.merge_at(row, column)
            is_wider = merge is not None and merge.right > merge.left
            if is_wider or self._is_running(row, column) or self.sheet.value(row, column) is None:
                continue
            needed = self._delegate.advance(self.sheet.text(row, column), heavy=is_heavy(role))
            wide = max(wide, min(needed, theme.px(_HEADING if role is Role.HEADER else _WIDE)))
        if label := self.sheet.column_label(column):
            wide = max(wide, min(self._letters.label_width(label), theme.px(_HEADING)))
        return wide

    def _is_running(self, row: int, column: int) -> bool:
        """Say whether the cell's text runs over the cells beside it, and widens no column."""
        role = self.sheet.role(row, column)
        is_free = self.sheet.value(row, column + 1) is None and not self.sheet.is_number(row, column)
        return role in _RUNNING or (role is None and is_free)

    def _sample(self) -> list[int]:
        count = self.sheet.rowCount()
        step = max(1, count // _SAMPLE)
        return sorted({*range(min(count, _SAMPLE)), *range(0, count, step)})

    def _heading_rows(self) -> list[int]:
        """Return the rows in which a heading stands, none far below: a sheet has few of them."""
        areas = [area for area in self.sheet.sheet.roles if area.role is Role.HEADER]
        last = self.sheet.rowCount() - 1
        return sorted({row for area in areas for row in range(area.top, min(area.bottom, last) + 1)})

    def _heading_height(self, row: int) -> int:
        lines = 1
        for column in range(self.sheet.columnCount()):
            value = self.sheet.value(row, column)
            if not isinstance(value, str) or self.sheet.role(row, column) is not Role.HEADER:
                continue
            merge = self.sheet.merge_at(row, column)
            if merge and merge.bottom > merge.top:
                continue  # it has the height of several rows
            right = merge.right if merge else column
            width = sum(self.columnWidth(at) for at in range(column, right + 1))
            lines = max(lines, self._delegate.lines(value, width))
        return theme.px(ROW) + (min(lines, _MOST_LINES) - 1) * self._delegate.line_height

    def _run_over(self, row: int, column: int) -> list[Place]:
        model = self.sheet
        is_inside = row < model.rowCount() and column < model.columnCount()
        if not is_inside or model.role(row, column) not in _RUNNING:
            return []
        last = self._delegate.runs_on(model, row, column)
        return [(row, beside) for beside in range(column + 1, last + 1)]

    def _show_place(self, row: int, column: int) -> None:
        """Bring a cell into view, and no more: of a wide merged one its first column is enough."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        left, top = self.columnViewportPosition(column), self.rowViewportPosition(row)
        right, bottom = left + self.columnWidth(column), top + self.rowHeight(row)
        across.setValue(across.value() + _beyond(left, right, self.viewport().width()))
        down.setValue(down.value() + _beyond(top, bottom, self.viewport().height()))

    def _block_rect(self, top: int, left: int, bottom: int, right: int) -> QRect:
        # Not by the rectangles of cells: that of a merged one is the whole block's.
        x, y = self.columnViewportPosition(left), self.rowViewportPosition(top)
        width = self.columnViewportPosition(right) + self.columnWidth(right) - x
        return QRect(x, y, width, self.rowViewportPosition(bottom) + self.rowHeight(bottom) - y)

    def _clicked(self, index: QModelIndex) -> None:
        self.place_chosen.emit(index.row(), index.column())

    def _letter_clicked(self, column: int) -> None:
        self.place_chosen.emit(-1, column)

    def _number_clicked(self, row: int) -> None:
        self.place_chosen.emit(row, -1)


def _beyond(first: int, last: int, room: int) -> int:
    """Return how far a stretch lies outside of a room that begins at 0; before it is negative."""
    return first if first < 0 else max(0, min(last - room, first))
