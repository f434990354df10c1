"""The coverage table: by region, by segment or both, with a strip that explains the chosen cell."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui import theme
from gui.pages.body_stack import BodyStack
from gui.pages.cell_links import cell_links
from gui.pages.coverage_place import FIGURE_OF, NAMES, OF_TARGET, Place
from gui.pages.late_page import LatePage
from gui.pages.page import Button, EmptyState, Rule, SegmentedButtons
from gui.session import Session
from gui.tables.cell_sentence import cell_sentence
from gui.tables.column_menu import ColumnMenu
from gui.tables.coverage_columns import coverage_columns
from gui.tables.coverage_legend import legend_entries
from gui.tables.coverage_names import ALWAYS_SHOWN, frozen_count
from gui.tables.coverage_texts import segment_name
from gui.tables.coverage_total import total_columns
from gui.tables.framed_table import FramedTable
from gui.tables.legend import Legend
from gui.tables.search_field import SearchField
from gui.tables.strip import CellStrip
from model.book import Office
from model.coverage import CoverageTable, Row
from model.errors import UnanswerableError
from model.pedigree import FigureRef

_BY: Final = {"region": ("region",), "segment": ("segment",), "both": ("region", "segment")}


class CakupanPage(LatePage):
    """Shows the session's coverage table in its context and selects figures in the session."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Cakupan"), parent)
        self.setObjectName("cakupanPage")
        self._session = session
        self._shown: CoverageTable | None = None
        self._place: Place | None = None
        self._wanted = session.figure_ref
        """A figure that was chosen elsewhere and has not been looked for in the table yet."""
        self._came_from = "region"
        """The grouping that a person drilled down from."""
        self._drilled_into = ""
        """The region whose segments are shown since a person opened it."""
        self._hidden: frozenset[str] | None = None
        self._make_controls()
        self._make_table()
        self._stack = BodyStack(self.body, self._content)
        session.book_changed.connect(self._forget)
        session.context_changed.connect(self._follow_context)
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
        super().refresh()
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
        self.back = Button(self.tr("Kembali ke semua wilayah"), "chevron-left", name="backToRegions")
        self.back.setToolTip(self.tr("Tampilkan lagi daftar kabupaten/kota"))
        self.back.clicked.connect(self._go_back)
        self.back.hide()
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
        self.columns_button = Button(self.tr("Kolom"), "columns-3", name="chooseColumns")
        self.columns_button.setToolTip(self.tr("Pilih kolom yang ditampilkan"))
        self.columns_button.setMenu(self.column_menu)
        self.columns_button.setStyleSheet("QPushButton::menu-indicator { image: none; width: 0; }")
        self.copy_button = Button(self.tr("Salin"), "copy", name="copyTable")
        self.copy_button.setToolTip(self.tr("Salin seluruh tabel untuk ditempel di Excel"))
        self.copy_button.clicked.connect(self._copy)
        for control in (self.back, self.grouping, self.search, self.columns_button, self.copy_button):
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
        self.table.row_opened.connect(self._open)
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
            self._hidden = frozenset({"nature", *(found.name for found in columns if not found.shown)})
        total = total_columns(columns, table), table.total
        frozen = frozen_count(table)
        self.table.show_rows(columns, table.rows, frozen=frozen, hidden=self._hidden, total=total)
        if not self.table.model.sorted_by[0]:
            self.table.sort_by("coverage", Qt.SortOrder.DescendingOrder)
        self.column_menu.offer(columns, ALWAYS_SHOWN, self._hidden)
        self.legend.show_entries(legend_entries(table, self._office(), self._session.language))
        self._say_subtitle()
        self._align_strip()
        self._enable(has_book=True, has_table=True)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._adopt(wanted)
        self._invite()
        self._restore_place()
        self._take_figure_along()

    def _show_empty(self, sentence: str, *, with_start: bool) -> None:
        self._shown = None
        self.set_subtitle("")
        action = (self.tr("Ke Beranda"), partial(self._session.show_page, "beranda")) if with_start else None
        self._stack.show_state("table-2", sentence, action)
        self._enable(has_book=not with_start, has_table=False)

    def _enable(self, *, has_book: bool, has_table: bool) -> None:
        self.grouping.setEnabled(has_book)
        for control in (self.search, self.columns_button, self.copy_button):
            control.setEnabled(has_table)
        self.back.setVisible(has_book and self._is_drilled_down)

    def _invite(self) -> None:
        self.strip.invite(self.tr("Pilih sel untuk melihat artinya dan asal angkanya."))

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
        self._place = Place(row.code, row.segment, column)
        ref = self._ref(row, column)
        if ref != self._session.figure_ref:
            self._session.select_figure(ref, show_origin=False)
        self._explain(row, column)

    def _explain(self, row: Row, column: str) -> None:
        assert self._shown is not None
        place = self.table.model.place(column)
        header = self.table.model.columns[place].header if place is not None else ""
        said = cell_sentence(row, column, header, self._shown, self._office(), self._session.language)
        self.strip.show_cell(
            said.title, said.fact, said.why, cell_links(self._session), alarming=said.alarming
        )

    def _open(self, row: Row, column: str) -> None:
        """A double click or Enter: on a name into the region, on a figure to its origin."""
        if self._shown is None or not row.code:
            return
        if column in NAMES and "region" in self._shown.by:
            self._came_from, self._drilled_into = self.grouping.value, row.code
            self.grouping.set_value("segment")
            self._session.set_context(region=row.code)
        elif (ref := self._ref(row, column)) is not None:
            self._session.select_figure(ref)

    @property
    def _is_drilled_down(self) -> bool:
        return self.grouping.value == "segment" and bool(self._session.context.region)

    def _go_back(self) -> None:
        self._drilled_into = self._session.context.region
        self._session.set_context(region="")

    def _leave_region(self) -> None:
        """Show the list of regions again, with the region that one comes from."""
        if self.grouping.value == "segment":
            column = self._place.column if self._place and self._place.column != "segment" else "name"
            self._place, self._wanted = Place(self._drilled_into, "", column), None
            self.grouping.set_value(self._came_from)
        self._drilled_into = ""

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

    def _forget(self) -> None:
        self._place = self._wanted = None
        self._outdated()

    def _follow_context(self) -> None:
        if self._drilled_into and not self._session.context.region:
            self._leave_region()  # up to the whole province: to the list that one came from
        elif self._drilled_into:
            self._drilled_into = self._session.context.region
        self._outdated()

    def _follow_selection(self) -> None:
        """Another page or the panel chose a figure: show its cell, if the table has it."""
        ref = self._session.figure_ref
        place = self._place
        if ref is None or (place and place.holds(ref) and self._is_of_table(ref)):
            return
        if self._shown is None or self._is_stale or not self.isVisible() or not self._is_of_table(ref):
            self._wanted = ref
            return
        self._adopt(ref)
        self._restore_place()

    def _adopt(self, ref: FigureRef) -> None:
        """Take a figure that was chosen elsewhere as the current cell, if the table has it."""
        if self._place and self._place.holds(ref):
            return
        self._place = None
        if not self._is_of_table(ref) or self.table.model.place(ref.name) is None:
            return
        self._place = Place(ref.region, ref.segment, ref.name)
        if self._find(self._place) is None and ref.segment == self._session.context.segment:
            self.grouping.set_value("region")  # where it is to be found

    def _is_of_table(self, ref: FigureRef) -> bool:
        table = self._shown
        if table is None or ref.as_of != table.as_of:
            return False
        return ref.target_set == table.target_set or ref.name not in OF_TARGET

    def _take_figure_along(self) -> None:
        """Strip and origin speak of one figure: where the strip's cell is another now, so is the figure."""
        if self._late.isActive():
            return  # another table is on its way
        place, ref = self._place, self._session.figure_ref
        row = self._find(place) if place else None
        if place is None or (ref and row and place.holds(ref) and self._is_of_table(ref)):
            return
        chosen = self._ref(row, place.column) if row else None
        if chosen != ref:
            self._session.select_figure(chosen, show_origin=False)

    def _find(self, place: Place) -> Row | None:
        """Return the row of *place*, be it filtered away or not."""
        if self._shown is None:
            return None
        rows = (*self._shown.rows, self._shown.total)
        return next((row for row in rows if (row.code, row.segment) == (place.code, place.segment)), None)

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
        name = FIGURE_OF.get(column, column)
        return FigureRef(name, row.code, row.segment, self._shown.as_of, self._shown.target_set)

    def _office(self) -> Office:
        book = self._session.book
        return book.office if book else Office()
