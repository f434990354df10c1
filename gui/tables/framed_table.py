"""A table on a card, with a total pinned under it and room for a strip above."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui import theme
from gui.tables import copying
from gui.tables.columns import Column, Item
from gui.tables.rounded import RoundedCorners
from gui.tables.row_model import RowModel
from gui.tables.table_view import COMPACT_ROW, ROW, TOTAL_ROW, TableView

_RULE = 1.5


class FramedTable(QFrame):
    """Rows of a RowModel with their total. To the keyboard it is one table: Down leads to the total."""

    cell_chosen = Signal(object, str)
    """The row object and the name of the column of the current cell; (None, "") when there is none."""
    row_opened = Signal(object, str)
    """A double click or Enter: the row object and the name of the column."""
    sorted = Signal()
    copied = Signal(int)
    """How many rows went to the clipboard."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """*name* is what screen readers call the table."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.model = RowModel(self)
        self.total_model = RowModel(self)
        self.body = TableView(self)
        self.body.setObjectName("tableBody")
        self.body.setAccessibleName(name)
        self.body.setModel(self.model)
        self.total = TableView(self, row_height=TOTAL_ROW, total=True)
        self.total.setObjectName("tableTotal")
        self.total.setAccessibleName(self.tr("{name}, jumlah").format(name=name))
        self.total.setModel(self.total_model)
        self._hidden: frozenset[str] = frozenset()
        self._frozen = 0
        self._lay_out()
        self._connect()

    def show_rows(
        self,
        columns: Sequence[Column],
        rows: Sequence[Item],
        *,
        frozen: int = 0,
        hidden: Collection[str] = (),
        total: tuple[Sequence[Column], Item] | None = None,
    ) -> None:
        """Show *rows* under *columns*; the sort and the filter stay, the current cell goes.

        *total* is the pinned row with its own columns of the same names.
        """
        self._frozen, self._hidden = frozen, frozenset(hidden)
        self.model.set_table(columns, rows)
        self.total_model.set_table(*((total[0], (total[1],)) if total else ((), ())))
        self._show_total(shown=total is not None)
        self._show_columns()

    def hide_columns(self, names: Collection[str]) -> None:
        """Take the columns of those names out of view, and only those."""
        self._hidden = frozenset(names)
        self._show_columns()

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001
        """Make the rows low, for many of them."""
        self.body.set_row_height(COMPACT_ROW if compact else ROW)
        self.body.updateGeometry()

    def set_filter(self, accept: Callable[[Item], bool] | None) -> None:
        """Show only the rows that *accept* takes; the total stays that of all."""
        self.model.set_filter(accept)
        self.body.updateGeometry()

    def sort_by(self, name: str, order: Qt.SortOrder) -> None:
        """Sort by the column of that name and mark its header."""
        self.model.sort_by(name, order)
        self._show_sort()

    def select(self, row: int, name: str) -> None:
        """Make a cell current: by its row as shown, and the name of its column."""
        place = self.model.place(name)
        if place is not None and 0 <= row < self.model.rowCount():
            self.body.select_cell(self.model.index(row, place))

    def select_total(self, name: str) -> None:
        """Make a cell of the total current."""
        place = self.total_model.place(name)
        if place is not None and self.total_model.rowCount():
            self.total.select_cell(self.total_model.index(0, place))

    def copy(self, *, headers: bool = False) -> None:
        """Copy the selected cells; without any, the whole table with its headers and its total."""
        view = self.total if self.total.selectionModel().hasSelection() else self.body
        text = copying.selected_text(view, headers=headers)
        if not text:
            self.copy_all()
            return
        copying.copy(text)
        self.copied.emit(text.count("\n") + (0 if headers else 1))

    def copy_all(self) -> None:
        """Copy the whole table as shown, with its headers and its total."""
        text = copying.all_text(self.body)
        if self.total_model.rowCount():
            text += "\n" + copying.all_text(self.total, headers=False)
        copying.copy(text)
        self.copied.emit(self.model.rowCount() + self.total_model.rowCount())

    # ---- inside

    def _lay_out(self) -> None:
        # As high as its rows and no higher: the total follows the last row.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.body.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.total.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.total.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._rule = QFrame(self)
        self._rule.setFixedHeight(theme.px(_RULE))
        self._rule.setStyleSheet(f"background: {theme.current().ink};")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)
        self.column.addWidget(self.body, 1)
        self.column.addWidget(self._rule)
        self.column.addLayout(self._beside_scroll_bar(self.total))
        self._show_total(shown=False)
        RoundedCorners(self)

    def _beside_scroll_bar(self, total: TableView) -> QHBoxLayout:
        """Lay the total out with a filler under the body's scroll bar, so that both scroll equally far."""
        self._filler = QWidget(self)
        palette = self._filler.palette()
        palette.setColor(self._filler.backgroundRole(), QColor(theme.current().sunken))
        self._filler.setPalette(palette)
        self._filler.setAutoFillBackground(True)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(total, 1)
        row.addWidget(self._filler)
        return row

    def _connect(self) -> None:
        body, total = self.body, self.total
        body.horizontalScrollBar().valueChanged.connect(total.horizontalScrollBar().setValue)
        total.horizontalScrollBar().valueChanged.connect(body.horizontalScrollBar().setValue)
        total.horizontalScrollBar().rangeChanged.connect(self._fit_total)
        body.column_width_changed.connect(self._match_width)
        body.resized.connect(self._fit_total)
        body.sort_wanted.connect(self._sort)
        body.left_below.connect(self._enter_total)
        total.left_above.connect(self._leave_total)
        body.selectionModel().currentChanged.connect(self._body_current)
        total.selectionModel().currentChanged.connect(self._total_current)
        for view in (body, total):
            view.activated.connect(self._open)
            view.copy_wanted.connect(self._copy_wanted)

    def _show_total(self, *, shown: bool) -> None:
        self._rule.setVisible(shown)
        self._filler.setVisible(shown)
        self.total.setVisible(shown)
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.body.setHorizontalScrollBarPolicy(off if shown else needed)

    def _show_columns(self) -> None:
        has_total = bool(self.total_model.columns)
        self.body.show_columns(self._frozen, self._hidden, [self.total_model] if has_total else [])
        if has_total:
            self.total.show_columns(self._frozen, self._hidden)
            for place in range(len(self.model.columns)):
                self._match_width(place, self.body.columnWidth(place))
        self._show_sort()
        self._fit_total()
        self.body.updateGeometry()

    def _match_width(self, section: int, width: int) -> None:
        if section < len(self.total_model.columns) and not self.total.isColumnHidden(section):
            self.total.setColumnWidth(section, width)

    def _fit_total(self) -> None:
        self._filler.setFixedWidth(max(self.body.width() - self.body.viewport().width(), 0))
        bar = self.total.horizontalScrollBar()
        below = bar.sizeHint().height() if bar.maximum() > 0 else 0
        self.total.setFixedHeight(theme.px(TOTAL_ROW) + below)

    def _show_sort(self) -> None:
        name, order = self.model.sorted_by
        place = self.model.place(name)
        self.body.show_sort(-1 if place is None else place, order)

    def _sort(self, section: int, order: Qt.SortOrder) -> None:
        self.model.sort(section, order)
        self._show_sort()
        self.sorted.emit()
        if self.body.currentIndex().isValid():
            # The row may have moved; the columns stay where the person scrolled them.
            bar = self.body.horizontalScrollBar()
            kept = bar.value()
            self.body.scrollTo(self.body.currentIndex())
            bar.setValue(kept)

    def _enter_total(self) -> None:
        if self.total_model.rowCount():
            column = max(self.body.currentIndex().column(), 0)
            self.total.setFocus()
            self.total.select_cell(self.total_model.index(0, column))

    def _leave_total(self) -> None:
        last = self.model.rowCount() - 1
        if last >= 0:
            column = max(self.total.currentIndex().column(), 0)
            self.body.setFocus()
            self.body.select_cell(self.model.index(last, column))

    def _body_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.total.selectionModel().clear()
            self.cell_chosen.emit(self.model.row_at(index.row()), self.model.columns[index.column()].name)

    def _total_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.body.selectionModel().clear()
            name = self.total_model.columns[index.column()].name
            self.cell_chosen.emit(self.total_model.row_at(index.row()), name)

    def _open(self, index: QModelIndex) -> None:
        model = self.total_model if index.model() is self.total_model else self.model
        self.row_opened.emit(model.row_at(index.row()), model.columns[index.column()].name)

    def _copy_wanted(self, headers: bool) -> None:  # noqa: FBT001  a slot
        self.copy(headers=headers)
