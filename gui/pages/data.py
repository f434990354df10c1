"""Every observation of the book with its source and cell: to search, filter, sort and copy."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gui import theme
from gui.pages.body_stack import BodyStack
from gui.pages.late_page import LatePage
from gui.pages.page import Button, EmptyState, Rule
from gui.session import Session
from gui.tables import copying
from gui.tables.array_model import ArrayModel
from gui.tables.arrays import Rows
from gui.tables.filter_bar import Choices, FilterBar
from gui.tables.observation_table import ObservationTable, observation_columns, observation_table
from gui.tables.table_view import COMPACT_ROW, TableView
from model import wording
from model.progress import Report, silent

_LARGE: Final = 20_000
"""Rows from which preparing, filtering and copying go to a task: below, they take a blink."""
_FROZEN: Final = 3


class DataPage(LatePage):
    """The observations, read-only in this version. A chosen row is the session's selected figure."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Data"), parent)
        self.setObjectName("dataPage")
        self._session = session
        self._observations: ObservationTable | None = None
        self._job = 0
        self._awaited: int | None = None  # the source row to be chosen once its rows are shown
        self._sort = ("", Qt.SortOrder.AscendingOrder)
        self.model = ArrayModel(self)
        self._make_controls()
        self._make_table()
        self._stack = BodyStack(self.body, self._card)
        session.book_changed.connect(self._outdated)
        session.figure_selected.connect(self._follow_selection)

    # ---- what others may ask

    def focus_search(self) -> None:
        """Put the keyboard into the search field."""
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    @property
    def state(self) -> EmptyState | None:
        """What the page says instead of its content; None while that is in view."""
        return self._stack.state

    def refresh(self) -> None:
        """Show the observations of the session's book, or say plainly that there are none."""
        super().refresh()
        book = self._session.book
        self._observations = None
        if book is None:
            action = (self.tr("Ke Beranda"), partial(self._session.show_page, "beranda"))
            self._show_state("table-2", self.tr("Belum ada buku yang dibuka."), action)
        elif not len(book.observations):
            self._show_state("table-2", self.tr("Buku ini belum berisi angka."))
        elif len(book.observations) <= _LARGE:
            self._take(observation_table(book, self._session.language))
        else:
            self._show_state("loader-circle", self.tr("Menyiapkan tabel…"))
            work = partial(observation_table, book, self._session.language)
            self._run(work, self._take, self.tr("Menyiapkan tabel data"))

    # ---- making

    def _make_controls(self) -> None:
        self.copy_button = Button(self.tr("Salin"), "copy", name="copyTable")
        self.copy_button.setToolTip(self.tr("Salin baris yang tampil untuk ditempel di Excel"))
        self.copy_button.clicked.connect(self._copy_shown)
        self.controls.addWidget(self.copy_button)
        names = {
            "as_of": self.tr("Semua posisi"),
            "region": self.tr("Semua wilayah"),
            "measure": self.tr("Semua ukuran"),
        }
        self.bar = FilterBar(names, self.tr("Saring baris"))
        self.bar.changed.connect(self._arrange)
        self.bar.search.left_downward.connect(self._enter_table)

    def _make_table(self) -> None:
        self.table = TableView(row_height=COMPACT_ROW)
        self.table.setObjectName("observations")
        self.table.setAccessibleName(self.tr("Tabel data"))
        self.table.setModel(self.model)
        self.table.set_empty_text(self.tr("Tidak ada baris yang cocok dengan saringan."))
        self.table.sort_wanted.connect(self._sort_by)
        self.table.copy_wanted.connect(self._copy_selected)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.table.activated.connect(self._open)
        self._card = QFrame()
        self._card.setProperty("role", "card")
        column = QVBoxLayout(self._card)
        # The margin below keeps the last row out of the card's rounded corners.
        column.setContentsMargins(1, 1, 1, theme.px(6))
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(Rule())
        column.addWidget(self.table, 1)

    # ---- filling

    def _take(self, observations: ObservationTable) -> None:
        self._observations = observations
        self.bar.offer(_choices(observations))
        self.model.set_table(observation_columns(), list(observations.arrays.values()), observations.count)
        self.table.show_columns(_FROZEN)
        self._show_sort()
        self._say_count()
        self._stack.show_content()
        self.copy_button.setEnabled(True)
        self._follow_selection()

    def _show_state(self, icon: str, sentence: str, action: Any = None) -> None:  # noqa: ANN401
        self._stack.show_state(icon, sentence, action)
        self.set_subtitle("")
        self.copy_button.setEnabled(False)

    def _say_count(self) -> None:
        if self._observations is None:
            return
        language = self._session.language
        shown, total = self.model.rowCount(), self._observations.count
        counted = wording.people(total, language)
        text = self.tr("{total} baris") if shown == total else self.tr("{shown} dari {total} baris")
        self.bar.say(text.format(shown=wording.people(shown, language), total=counted))
        self.set_subtitle(self.tr("semua angka di buku, dengan sumber dan selnya"))

    # ---- what the person does

    def _arrange(self) -> None:
        """Narrow and sort anew, both at once: whatever was asked before is outdated."""
        observations = self._observations
        if observations is None:
            return
        words, chosen, (name, order) = self.bar.words, self.bar.chosen, self._sort

        def work(report: Report) -> Rows:
            rows = observations.matching(words, chosen)
            descending = order == Qt.SortOrder.DescendingOrder
            return observations.arrays[name].ordered(rows, descending=descending) if name else rows

        take = partial(self._show_rows, name, order)
        if observations.count <= _LARGE:
            self._job += 1
            take(work(silent))
        else:
            self._run(work, take, self.tr("Menyaring data"))

    def _show_rows(self, name: str, order: Qt.SortOrder, rows: Rows) -> None:
        current = self._awaited if self._awaited is not None else self._source_of(self.table.currentIndex())
        self._awaited = None
        self.model.show_ordered(rows, name, order)
        self._show_sort()
        self._say_count()
        if current is not None:
            self._select_source(current)

    def _enter_table(self) -> None:
        if self.model.rowCount():
            if not self.table.currentIndex().isValid():
                self.table.select_cell(self.model.index(0, 0))
            self.table.setFocus()

    def _sort_by(self, section: int, order: Qt.SortOrder) -> None:
        self._sort = (self.model.columns[section].name, order)
        self._arrange()

    def _show_sort(self) -> None:
        name, order = self.model.sorted_by
        place = self.model.place(name)
        self.table.show_sort(-1 if place is None else place, order)

    def _choose(self, current: QModelIndex) -> None:
        source = self._source_of(current)
        if source is None or self._observations is None:
            return
        ref = self._observations.figure(source)
        if ref is not None and ref != self._session.figure_ref:
            self._session.select_figure(ref, show_origin=False)

    def _open(self, index: QModelIndex) -> None:
        """On to the origin of the row's figure."""
        assert self._observations is not None  # a row can be opened
        self._session.select_figure(self._observations.figure(self.model.row_at(index.row())))

    def _copy_shown(self) -> None:
        rows = self.model.source_rows()[: copying.ROW_LIMIT]
        self._copy([int(row) for row in rows], [column.name for column in self.model.columns], headers=True)

    def _copy_selected(self, headers: bool) -> None:  # noqa: FBT001  a slot
        rows, columns = copying.reach(self.table)
        sources = [self.model.row_at(row) for row in rows]
        self._copy(sources, [self.model.columns[at].name for at in columns], headers=headers)

    def _copy(self, sources: Sequence[int], names: Sequence[str], *, headers: bool) -> None:
        observations = self._observations
        if observations is None or not sources:
            return
        top = (
            ["\t".join(column.header for column in self.model.columns if column.name in names)]
            if headers
            else []
        )

        def work(report: Report) -> list[str]:
            return top + observations.lines(sources, names, report)

        if len(sources) <= _LARGE // 10:
            self._put_on_clipboard(top + observations.lines(sources, names), len(sources))
        else:
            take = partial(self._put_on_clipboard, count=len(sources))
            self._session.run(work, take, label=self.tr("Menyalin baris"))

    def _put_on_clipboard(self, lines: list[str], count: int) -> None:
        copying.copy("\n".join(lines))
        shown = wording.people(count, self._session.language)
        sentence = self.tr("{count} baris disalin; tempel di Excel dengan Ctrl+V.").format(count=shown)
        if count == copying.ROW_LIMIT:
            sentence = self.tr(
                "{count} baris pertama disalin; lebih dari itu tidak disalin sekaligus."
            ).format(count=shown)
        self._session.notice.emit("info", sentence)

    # ---- listening

    def _seen_again(self) -> None:
        self._follow_selection()

    def _follow_selection(self) -> None:
        """Show the row of the figure that another page or the panel chose."""
        ref, observations = self._session.figure_ref, self._observations
        if ref is None or observations is None:
            return
        current = self._source_of(self.table.currentIndex())
        if current is not None and observations.figure(current) == ref:
            return
        source = observations.find(ref)
        if source is None:
            return
        if self.model.find_source(source) is not None:
            self._select_source(source)
            return
        self._awaited = source
        self.bar.clear()

    def _select_source(self, source: int) -> None:
        row = self.model.find_source(source)
        place = self.model.place("value")
        if row is not None and place is not None:
            self.table.select_cell(self.model.index(row, place))

    def _source_of(self, index: QModelIndex) -> int | None:
        return self.model.row_at(index.row()) if index.isValid() else None

    def _run(self, work: Any, done: Any, label: str) -> None:  # noqa: ANN401
        """Run *work*; only the answer to the last request is taken."""
        self._job += 1
        job = self._job

        def take(result: Any) -> None:  # noqa: ANN401
            if job == self._job:
                done(result)

        self._session.run(work, take, label=label)


def _choices(observations: ObservationTable) -> dict[str, Choices]:
    """Return what can be narrowed by: the newest position first, regions by code with their names."""
    names = dict(observations.choices("name"))
    return {
        "as_of": observations.choices("as_of")[::-1],
        "region": [(code, names[code]) for code, _ in observations.choices("region")],
        "measure": observations.choices("measure"),
    }
