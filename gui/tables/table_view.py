"""A table view with a two-level header and, if wanted, first columns that stay in view."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import Final, cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QMenu, QTableView, QWidget

from gui import theme
from gui.tables.cell_delegate import CellDelegate
from gui.tables.columns import Column, Index, Look, TableModel
from gui.tables.delegates import delegate_for
from gui.tables.fitting import fitted_widths, natural_widths
from gui.tables.group_header import GroupHeader

ROW: Final = 36
COMPACT_ROW: Final = 28
TOTAL_ROW: Final = 40

_Policy = Qt.ScrollBarPolicy
_COPY_WITH_HEADERS: Final = QKeySequence(Qt.Modifier.CTRL | Qt.Modifier.SHIFT | Qt.Key.Key_C)


class TableView(QTableView):
    """Shows a TableModel. One tab stop; the arrow keys move the current cell.

    ``left_below`` says that the person went down from the last row, ``left_above`` up from the first.
    """

    copy_wanted = Signal(bool)
    """Whether the headers are to be copied, too."""
    left_below = Signal()
    left_above = Signal()
    resized = Signal()
    column_width_changed = Signal(int, int)
    sort_wanted = Signal(int, Qt.SortOrder)

    def __init__(self, parent: QWidget | None = None, *, row_height: int = ROW, total: bool = False) -> None:
        super().__init__(parent)
        self._columns: tuple[Column, ...] = ()
        self._total = total
        self._frozen_count = 0
        self._fitting = False
        self._by_hand = False
        self._own_widths: list[int] = []
        self._empty_text = ""
        self._current = (-1, -1)
        self._edges: list[tuple[bool, bool]] = []
        self._delegates: dict[Look, CellDelegate] = {}
        self._headers = [_prepared(self, row_height)]
        self._frozen = QTableView(self)
        self._headers.append(_prepared(self._frozen, row_height))
        self._set_up_frozen()
        for header in self._headers:
            header.sortIndicatorChanged.connect(self.sort_wanted)
            header.setVisible(not total)
        self._headers[0].sectionResized.connect(self._section_resized)
        self._headers[1].sectionResized.connect(self._frozen_resized)
        self.horizontalScrollBar().rangeChanged.connect(self.updateGeometry)
        self.verticalScrollBar().valueChanged.connect(self._frozen.verticalScrollBar().setValue)
        self._frozen.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)

    # ---- what it shows

    def show_columns(
        self, frozen: int = 0, hidden: Collection[str] = (), totals: Sequence[TableModel] = ()
    ) -> None:
        """Show the model's columns, the first *frozen* of them always in view, without *hidden*.

        *totals* are models that share the columns: every column is as wide as theirs need, too.
        """
        model = cast(TableModel, self.model())
        columns = self._columns = model.columns
        self._frozen_count = frozen
        self._own_widths = natural_widths(model, totals)
        self._set_delegates()
        for place, column in enumerate(columns):
            self.setColumnHidden(place, column.name in hidden)
            self._frozen.setColumnHidden(place, place >= frozen or column.name in hidden)
        for header in self._headers:
            header.set_columns(columns, frozen)
        self._edges = [self._headers[0].edges(place) for place in range(len(columns))]
        self._by_hand = False
        self.fit()

    def show_sort(self, section: int, order: Qt.SortOrder) -> None:
        """Put the sort mark on a section, -1 for none."""
        for header in self._headers:
            header.blockSignals(True)
            header.setSortIndicator(section, order)
            header.blockSignals(False)
            header.show_sort(section, order)

    def set_row_height(self, height: int) -> None:
        """Make every row *height* design pixels high."""
        for view in (self, self._frozen):
            view.verticalHeader().setDefaultSectionSize(theme.px(height))

    def fit(self) -> None:
        """Give the columns their widths: at least their own, more where the view is wider."""
        if self._by_hand or not self._columns:
            return
        shown = [place for place in range(len(self._columns)) if not self.isColumnHidden(place)]
        own = [self._own_widths[place] for place in shown]
        widths = fitted_widths([self._columns[place] for place in shown], own, self.viewport().width())
        self._fitting = True
        for place, width in zip(shown, widths, strict=True):
            self.setColumnWidth(place, width)
        self._fitting = False
        self._place_frozen()

    def set_empty_text(self, text: str) -> None:
        """Say *text* where the rows would be while there are none."""
        self._empty_text = text
        self.viewport().update()

    @property
    def frozen_width(self) -> int:
        """How wide the columns are that stay in view."""
        return self._frozen.width() if self._frozen_count else 0

    def select_cell(self, index: QModelIndex) -> None:
        """Make a cell the current and the only selected one, and bring it into view."""
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    # ---- the surroundings of a cell, see CellSurroundings

    def current_row(self) -> int:
        return self._current[0]

    def is_current(self, row: int, column: int) -> bool:
        return self._current == (row, column)

    def is_active(self) -> bool:
        return self.hasFocus()

    def is_total(self) -> bool:
        return self._total

    def edges(self, column: int) -> tuple[bool, bool]:
        return self._edges[column]

    # ---- Qt

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        self._frozen.setModel(model)
        self._frozen.setSelectionModel(self.selectionModel())
        self.selectionModel().currentChanged.connect(self._repaint)
        if model is not None:
            # A sort moves the current cell without saying so.
            model.layoutChanged.connect(self._repaint)
            model.modelReset.connect(self._repaint)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        if index.column() < self._frozen_count:
            bar = self.horizontalScrollBar()
            kept = bar.value()
            super().scrollTo(index, hint)
            bar.setValue(kept)
            return
        super().scrollTo(index, hint)
        covered = self._frozen.width() - self.visualRect(index).left()
        if covered > 0:
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - covered)

    def sizeHint(self) -> QSize:
        header = 0 if self._headers[0].isHidden() else self._headers[0].sizeHint().height()
        rows = max(self.model().rowCount(), 3 if self._empty_text else 0) if self.model() else 0
        bar = self.horizontalScrollBar()
        needs_bar = bar.maximum() > 0 and self.horizontalScrollBarPolicy() == _Policy.ScrollBarAsNeeded
        below = bar.sizeHint().height() if needs_bar else 0
        height = header + rows * self.verticalHeader().defaultSectionSize() + below
        return QSize(super().sizeHint().width(), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._empty_text and self.model() is not None and not self.model().rowCount():
            painter = QPainter(self.viewport())
            painter.setFont(theme.font(13))
            painter.setPen(theme.current().muted)
            painter.drawText(self.viewport().rect(), int(Qt.AlignmentFlag.AlignCenter), self._empty_text)
            if self.hasFocus():
                painter.setPen(QPen(QColor(theme.current().accent), 2))
                painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
        self._place_frozen()
        if event.size().width() < event.oldSize().width() and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())  # the panel that a choice opens must not cover the choice
        self.resized.emit()

    def event(self, event: QEvent) -> bool:
        # A table copies by itself while it has the keyboard, whatever the menu has on Ctrl+C.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _copies(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _copies(event):
            self.copy_wanted.emit(not event.matches(QKeySequence.StandardKey.Copy))
            return
        row = self.currentIndex().row()
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if plain and event.key() == Qt.Key.Key_Down and row == self.model().rowCount() - 1:
            self.left_below.emit()
            return
        if plain and event.key() == Qt.Key.Key_Up and row == 0:
            self.left_above.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        if self.model() is not None and not by_mouse and not self.currentIndex().isValid():
            # Qt chooses a first cell only once; without any, nobody sees where the keyboard is.
            first = self.moveCursor(self.CursorAction.MoveHome, Qt.KeyboardModifier.ControlModifier)
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._repaint()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._repaint()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.context_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def context_menu(self) -> QMenu:
        """Return the menu of the current cell: copying, and sorting for those without a mouse."""
        menu = QMenu(self)
        column = self.currentIndex().column()
        for text, act in self._menu_entries(column):
            action = QAction(text, menu)
            action.triggered.connect(act)
            menu.addAction(action)
        return menu

    # ---- inside

    def _menu_entries(self, column: int) -> list[tuple[str, Callable[[], None]]]:
        entries: list[tuple[str, Callable[[], None]]] = [
            (self.tr("Salin"), partial(self.copy_wanted.emit, False)),
            (self.tr("Salin dengan judul kolom"), partial(self.copy_wanted.emit, True)),
        ]
        if column >= 0 and not self._total:
            ascending, descending = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
            entries += [
                (self.tr("Urutkan dari yang terkecil"), partial(self.sort_wanted.emit, column, ascending)),
                (self.tr("Urutkan dari yang terbesar"), partial(self.sort_wanted.emit, column, descending)),
            ]
        return entries

    def _set_up_frozen(self) -> None:
        frozen = self._frozen
        frozen.setObjectName("frozenColumns")
        frozen.setHorizontalScrollBarPolicy(_Policy.ScrollBarAlwaysOff)
        frozen.setVerticalScrollBarPolicy(_Policy.ScrollBarAlwaysOff)
        # The keyboard belongs to the table itself: one tab stop, one current cell.
        frozen.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        frozen.setFocusProxy(self)
        frozen.activated.connect(self.activated)
        frozen.setVisible(False)

    def _set_delegates(self) -> None:
        """Give each column its painter, made once. The view is their Qt parent: without one, PySide
        frees a delegate that several columns share more than once.
        """
        for look in {Look.TEXT, *(column.look for column in self._columns)} - set(self._delegates):
            self._delegates[look] = delegate_for(look, self)
            self._delegates[look].setParent(self)
        for view in (self, self._frozen):
            view.setItemDelegate(self._delegates[Look.TEXT])
            for place, column in enumerate(self._columns):
                view.setItemDelegateForColumn(place, self._delegates[column.look])

    def _place_frozen(self) -> None:
        width = sum(self.columnWidth(place) for place in range(min(self._frozen_count, len(self._columns))))
        header = self._headers[0].height() if not self._headers[0].isHidden() else 0
        self._frozen.setGeometry(
            self.frameWidth(), self.frameWidth(), width, self.viewport().height() + header
        )
        self._frozen.setVisible(width > 0)
        self._frozen.raise_()

    def _frozen_resized(self, section: int, old: int, new: int) -> None:
        # Qt hides the other columns of the frozen part anew after each sort: no width of the table's own.
        if section < self._frozen_count and new:
            self._section_resized(section, old, new)

    def _section_resized(self, section: int, old: int, new: int) -> None:
        if self.columnWidth(section) != new and not self.isColumnHidden(section):
            self.setColumnWidth(section, new)
        if not self._frozen.isColumnHidden(section) and self._frozen.columnWidth(section) != new:
            self._frozen.setColumnWidth(section, new)
        if not self._fitting and new and old:
            self._by_hand = True
        self._place_frozen()
        self.column_width_changed.emit(section, new)

    def _repaint(self) -> None:
        current = self.currentIndex()
        self._current = (current.row(), current.column())
        self.viewport().update()
        self._frozen.viewport().update()


def _prepared(view: QTableView, row_height: int) -> GroupHeader:
    """Set up what the table and its frozen part have in common; return the header."""
    header = GroupHeader(view)
    view.setHorizontalHeader(header)
    # A header sorts and nothing else: it selects no column and leaves the current cell where it is.
    for signal in (header.sectionPressed, header.sectionEntered):
        signal.disconnect()
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setTabKeyNavigation(False)
    view.setCornerWidget(QWidget())
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    rows = view.verticalHeader()
    rows.setVisible(False)
    rows.setMinimumSectionSize(theme.px(16))
    rows.setDefaultSectionSize(theme.px(row_height))
    rows.setSectionResizeMode(rows.ResizeMode.Fixed)
    return header


def _copies(event: QKeyEvent) -> bool:
    combined = QKeySequence(event.keyCombination())
    return event.matches(QKeySequence.StandardKey.Copy) or combined == _COPY_WITH_HEADERS
