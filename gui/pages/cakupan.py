"""The coverage table: by region, by segment or both, with a strip that explains the chosen cell."""

from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui import theme
from gui.pages.body_stack import BodyStack
from gui.pages.cell_links import cell_links
from gui.pages.page import Button, EmptyState, PageFrame, Rule, SegmentedButtons
from gui.session import Session
from gui.tables.cell_sentence import cell_sentence
from gui.tables.column_menu import ColumnMenu
from gui.tables.coverage_columns import ALWAYS_SHOWN, coverage_columns, frozen_count, total_columns
from gui.tables.coverage_legend import legend_entries
from gui.tables.coverage_texts import segment_name
from gui.tables.framed_table import FramedTable
from gui.tables.legend import Legend
from gui.tables.search_field import SearchField
from gui.tables.strip import CellStrip
from model.book import Office
from model.coverage import CoverageTable, Row
from model.errors import UnanswerableError
from model.pedigree import FigureRef

_BY: Final = {"region": ("region",), "segment": ("segment",), "both": ("region", "segment")}
_FIGURE_OF: Final = {"name": "coverage", "segment": "coverage", "trail": "coverage", "status": "attainment"}


@dataclass(frozen=True, slots=True)
class _Place:
    """A cell by what it is, not by where it stands."""

    code: str
    segment: str
    column: str

    @property
    def figure(self) -> str:
        """The figure whose origin the cell leads to: some columns show one of another's."""
        return _FIGURE_OF.get(self.column, self.column)


class CakupanPage(PageFrame):
    """Shows the session's coverage table in its context and selects figures in the session."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Cakupan"), parent)
        self.setObjectName("cakupanPage")
        self._session = session
        self._shown: CoverageTable | None = None
        self._place: _Place | None = None
        self._hidden: frozenset[str] | None = None
        self._is_stale = True
        self._make_controls()
        self._make_table()
        self._stack = BodyStack(self.body, self._content)
        # Opening a book changes book and context at once; the table is then made once.
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(0)
        self._late.timeout.connect(self.refresh)
        session.book_changed.connect(self._forget)
        session.context_changed.connect(self._outdated)
        session.figure_selected.connect(self._follow_selection)

    # ---- what others may ask

    def focus_search(self) -> None:
        """Put the keyboard into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @property
    def state(self) -> EmptyState | None:
        """What the page says instead of its content; None while that is in view."""
        return self._stack.state

    def refresh(self) -> None:
        """Show the session's table in its context, or say plainly why there is none."""
        self._late.stop()
        self._is_stale = False
        if self._session.book is None:
            self._show_empty(self.tr("Belum ada buku yang dibuka."), with_start=True)
            return
        try:
            table = self._session.coverage_table(_BY[self.grouping.value])
        except UnanswerableError as error:
            self._show_empty(str(error), with_start=False)
            return
        self._show_table(table)
        self._stack.show_content()

    # ---- making

    def _make_controls(self) -> None:
        self.grouping = SegmentedButtons(
            [
                ("region", self.tr("Wilayah")),
                ("segment", self.tr("Segmen")),
                ("both", self.tr("Wilayah dan segmen")),
            ],
            name=self.tr("Rincian tabel"),
        )
        self.grouping.setObjectName("grouping")
        self.grouping.changed.connect(self._regroup)
        self.search = SearchField(self.tr("Cari di tabel"))
        self.search.searched.connect(self._search)
        self.search.left_downward.connect(self._enter_table)
        self.column_menu = ColumnMenu(self)
        self.column_menu.hidden_changed.connect(self._hide_columns)
        columns = Button(self.tr("Kolom"), "columns-3", name="chooseColumns")
        columns.setToolTip(self.tr("Pilih kolom yang ditampilkan"))
        columns.setMenu(self.column_menu)
        columns.setStyleSheet("QPushButton::menu-indicator { image: none; width: 0; }")
        self.copy_button = Button(self.tr("Salin"), "copy", name="copyTable")
        self.copy_button.setToolTip(self.tr("Salin seluruh tabel untuk ditempel di Excel"))
        self.copy_button.clicked.connect(self._copy)
        for control in (self.grouping, self.search, columns, self.copy_button):
            self.controls.addWidget(control)

    def _make_table(self) -> None:
        self.table = FramedTable(self.tr("Tabel cakupan"))
        self.table.body.set_empty_text(self.tr("Tidak ada baris yang cocok dengan pencarian."))
        self.strip = CellStrip()
        self.table.column.insertWidget(0, self.strip)
        self.table.column.insertWidget(1, Rule())
        self.legend = Legend()
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.table)
        column.addWidget(self.legend)
        column.addStretch(1)
        self.table.cell_chosen.connect(self._choose)
        self.table.row_opened.connect(self._drill)
        self.table.sorted.connect(self._say_subtitle)
        self.table.copied.connect(self._say_copied)
        self.table.body.resized.connect(self._align_strip)
        self.table.body.column_width_changed.connect(self._align_strip)
        self.column_menu.compact_changed.connect(self.table.set_compact)

    # ---- filling

    def _show_table(self, table: CoverageTable) -> None:
        self._shown = table
        columns = coverage_columns(table, self._session.language)
        if self._hidden is None:
            self._hidden = frozenset(column.name for column in columns if not column.shown)
        total = total_columns(columns, table), table.total
        frozen = frozen_count(table)
        self.table.show_rows(columns, table.rows, frozen=frozen, hidden=self._hidden, total=total)
        if not self.table.model.sorted_by[0]:
            self.table.sort_by("coverage", Qt.SortOrder.DescendingOrder)
        self.column_menu.offer(columns, ALWAYS_SHOWN, self._hidden)
        self.legend.show_entries(legend_entries(table, self._office(), self._session.language))
        self._say_subtitle()
        self._align_strip()
        self.strip.invite(self.tr("Pilih sel untuk melihat artinya dan asal angkanya."))
        self._restore_place()

    def _show_empty(self, sentence: str, *, with_start: bool) -> None:
        self._shown = None
        self.set_subtitle("")
        action = (self.tr("Ke Beranda"), partial(self._session.show_page, "beranda")) if with_start else None
        self._stack.show_state("table-2", sentence, action)
        for control in (self.grouping, self.search):
            control.setEnabled(not with_start)

    def _say_subtitle(self) -> None:
        table = self._shown
        if table is None:
            return
        name, _ = self.table.model.sorted_by
        place = self.table.model.place(name)
        header = "" if place is None else self.table.model.columns[place].header.replace("\n", " ").lower()
        if name == "coverage":
            header = self.tr("cakupan")
        self.set_subtitle(
            self.tr("{what}, diurutkan menurut {column}").format(what=self._what(table), column=header)
        )

    def _what(self, table: CoverageTable) -> str:
        count = len(table.rows)
        if table.by == ("region",):
            segment = self._session.context.segment
            what = self.tr("{count} kabupaten/kota").format(count=count)
            return f"{what}, {segment_name(segment, self._session.language)}" if segment else what
        if table.by == ("segment",):
            return self.tr("{count} segmen di {name}").format(count=count, name=table.total.name)
        return self.tr("{count} baris wilayah dan segmen").format(count=count)

    def _align_strip(self) -> None:
        self.strip.set_name_width(self.table.body.frozen_width)

    # ---- what the person does

    def _choose(self, row: Row | None, column: str) -> None:
        if row is None or self._shown is None:
            return
        self._place = _Place(row.code, row.segment, column)
        ref = self._ref(row, column)
        if ref != self._session.figure_ref:
            self._session.select_figure(ref)
        self._explain(row, column)

    def _explain(self, row: Row, column: str) -> None:
        assert self._shown is not None
        place = self.table.model.place(column)
        header = self.table.model.columns[place].header if place is not None else ""
        said = cell_sentence(row, column, header, self._shown, self._office(), self._session.language)
        self.strip.show_cell(
            said.title, said.fact, said.why, cell_links(self._session), alarming=said.alarming
        )

    def _drill(self, row: Row) -> None:
        if self._shown is None or "region" not in self._shown.by or not row.code:
            return
        self.grouping.set_value("segment")
        self._session.set_context(region=row.code)

    def _regroup(self, value: str) -> None:
        self._late.start()

    def _search(self, words: str) -> None:
        wanted = words.casefold()
        language = self._session.language

        def accept(row: Row) -> bool:
            texts = [segment_name(row.segment, language)] if row.segment else []
            if self.grouping.value != "segment":
                texts.append(row.name)
            return any(wanted in text.casefold() for text in texts)

        self.table.set_filter(accept if wanted else None)
        self._restore_place()

    def _enter_table(self) -> None:
        if self.table.model.rowCount():
            # Before the focus comes: Qt would choose the first cell, the rank.
            if not self.table.body.currentIndex().isValid():
                self.table.select(0, "coverage")
            self.table.body.setFocus()

    def _hide_columns(self, names: frozenset[str]) -> None:
        self._hidden = names
        self.table.hide_columns(names)

    def _copy(self) -> None:
        self.table.copy_all()

    def _say_copied(self, rows: int) -> None:
        sentence = self.tr("{count} baris disalin; tempel di Excel dengan Ctrl+V.").format(count=rows)
        self._session.notice.emit("info", sentence)

    # ---- listening

    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale:
            self.refresh()
        super().showEvent(event)

    def _forget(self) -> None:
        self._place = None
        self._outdated()

    def _outdated(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._late.start()

    def _follow_selection(self) -> None:
        """Another page or the panel chose a figure: show its cell, if the table has it."""
        ref = self._session.figure_ref
        if ref is None or self._shown is None or ref.as_of != self._shown.as_of:
            return
        place = self._place
        if place and (place.code, place.segment, place.figure) == (ref.region, ref.segment, ref.name):
            return
        if self.table.model.place(ref.name) is not None:
            self._place = _Place(ref.region, ref.segment, ref.name)
            self._restore_place()

    def _restore_place(self) -> None:
        """Make the remembered cell current again; the selected figure stays what it is."""
        place = self._place
        if place is None or self._shown is None:
            return
        total = self._shown.total
        self.table.blockSignals(True)
        found = self.table.model.find(lambda row: (row.code, row.segment) == (place.code, place.segment))
        if found is not None:
            self.table.select(found, place.column)
            row = self.table.model.row_at(found)
        elif (total.code, total.segment) == (place.code, place.segment):
            self.table.select_total(place.column)
            row = total
        else:
            row = None
        self.table.blockSignals(False)
        if row is not None:
            self._explain(row, place.column)

    def _ref(self, row: Row, column: str) -> FigureRef | None:
        if not row.code or self._shown is None:
            return None
        name = _FIGURE_OF.get(column, column)
        return FigureRef(name, row.code, row.segment, self._shown.as_of, self._shown.target_set)

    def _office(self) -> Office:
        book = self._session.book
        return book.office if book else Office()
