"""The summary page: five figures, why coverage moved, its trend, the highest and the lowest."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from gui import theme
from gui.pages import ringkasan_text as text
from gui.pages.late_page import LatePage
from gui.pages.page import EmptyState
from gui.session import Session
from gui.widgets.bridge import BridgeStep
from gui.widgets.change_card import ChangeCard
from gui.widgets.columns import ColumnsLayout
from gui.widgets.figure_card import FigureCard
from gui.widgets.ranking import RankedLine
from gui.widgets.ranking_card import RankingCard
from gui.widgets.trend_card import TrendCard
from model import wording
from model.book import Book
from model.change import change_between, explain
from model.coverage import CoverageTable, Row, chosen_targets, region_row
from model.errors import UnanswerableError
from model.pedigree import FigureRef
from model.summary import key_figures
from model.targets import goal


class RingkasanPage(LatePage):
    """What the context's region stands at, compared with the position before.

    It shows what the session holds, selects figures in it and turns to other pages through it.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("RingkasanPage", "Ringkasan"), parent)
        self._session = session
        self._row: Row | None = None
        self._table: CoverageTable | None = None
        self.empty: EmptyState | None = None
        self.figures = FigureCard()
        self.change = ChangeCard()
        self.trend = TrendCard(session.language)
        self.ranking = RankingCard(session.language)
        self._content = self._scrolled()
        self._stack = QStackedLayout()
        # In its place before anything is in it: a stack without a parent shows its first widget as a window.
        self.body.addLayout(self._stack, 1)
        self._stack.addWidget(self._content)
        self._connect()

    def refresh(self) -> None:
        """Show the session's book in its context, or say plainly why there is nothing to show."""
        super().refresh()
        book = self._session.book
        if book is None:
            self._show_empty(self.tr("Belum ada buku yang dibuka."), with_start=True)
            return
        try:
            self._fill(book)
        except UnanswerableError as error:
            self._show_empty(str(error))
            return
        self._stack.setCurrentWidget(self._content)
        self._mark_selected()

    # ---- building

    def _scrolled(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(16))
        column.addWidget(self.figures)
        column.addWidget(self.change)
        pair = ColumnsLayout(
            steps=(2, 1), gap=theme.px(16), weights=(55, 45), least=(theme.px(320), theme.px(372))
        )
        for card in (self.trend, self.ranking):
            card.setMinimumWidth(theme.px(260))
            card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            pair.addWidget(card)
        column.addLayout(pair, 1)
        area.setWidget(content)
        return area

    def _connect(self) -> None:
        session = self._session
        self.figures.chosen.connect(self._select_figure)
        self.ranking.chosen.connect(self._select_line)
        self.ranking.all_wanted.connect(self._show_all)
        self.trend.opened.connect(self._show_trend)
        session.book_changed.connect(self._outdated)
        session.context_changed.connect(self._outdated)
        session.figure_selected.connect(self._mark_selected)

    # ---- filling

    def _fill(self, book: Book) -> None:
        context = self._session.context
        code = context.region or book.province
        is_whole = code == book.province
        table = self._session.coverage_table(("region",) if is_whole else ("segment",))
        row, old = table.total, None
        if not is_whole:
            row = region_row(book, code, context.segment, table.as_of, context.target_set)
        if table.previous:
            old = region_row(book, code, context.segment, table.previous, context.target_set)
        self._row, self._table = row, table
        language = self._session.language
        self.set_subtitle(text.subtitle(row, table.as_of, table.previous, language))
        self._fill_figures(row, old, table)
        self._fill_change(row, old, table)
        figure = self._session.figure(regions=(code,), focus=(code,))
        self.trend.show_figure(figure, self.tr("persen"))
        self._fill_ranking(book, table)

    def _fill_figures(self, row: Row, old: Row | None, table: CoverageTable) -> None:
        self.figures.show_figures(
            tuple(
                text.figure_text(
                    figure,
                    row,
                    has_previous=table.previous is not None,
                    has_targets=bool(self._session.context.target_set),
                    language=self._session.language,
                )
                for figure in key_figures(row, old)
            )
        )

    def _fill_change(self, row: Row, old: Row | None, table: CoverageTable) -> None:
        language = self._session.language
        change = change_between(old, row) if old else None
        headline, explanation = explain(old, row, table.previous, language)
        self.change.show_change(text.change_title(change), headline, explanation)
        steps: tuple[BridgeStep, ...] = ()
        if change and old and table.previous:
            steps = text.bridge_steps(change, old, row, (table.previous, table.as_of), language)
        self.change.show_steps(steps)

    def _fill_ranking(self, book: Book, table: CoverageTable) -> None:
        by_segment = table.by == ("segment",)
        self.ranking.title.setText(self.tr("Segmen") if by_segment else self.tr("Kabupaten/kota"))
        mark = ""
        if table.target_rate is not None and not by_segment:
            rate = wording.percent(table.target_rate, 2, self._session.language)
            mark = self.tr("garis tegak: target {rate}").format(rate=rate)
        self.ranking.subtitle.setText(mark)
        count = len(table.rows)
        every = self.tr("Semua {count} segmen") if by_segment else self.tr("Semua {count} wilayah")
        self.ranking.set_link(every.format(count=count))
        first, last = text.ends(table)
        titles = (self.tr("Lima tertinggi"), self.tr("Lima terendah"))
        if not last:
            titles = (table.total.name if by_segment else self.tr("Semua wilayah"), "")
        self.ranking.show_lists(
            (titles[0], [self._line(book, row, table) for row in first]),
            (titles[1], [self._line(book, row, table) for row in last]) if last else None,
            note=self._missing_note(table),
        )

    def _missing_note(self, table: CoverageTable) -> str:
        if not table.rows and table.by == ("segment",):
            return self.tr("Buku ini tidak memuat angka per segmen untuk wilayah ini.")
        if not table.rows:
            return self.tr("Buku ini hanya memuat angka provinsi.")
        missing = sum(row.coverage is None for row in table.rows)
        if not missing or table.by == ("segment",):
            return ""
        if missing == len(table.rows):
            return self.tr("Belum ada wilayah yang punya angka pada posisi ini.")
        return self.tr("{count} wilayah belum punya angka pada posisi ini.").format(count=missing)

    def _line(self, book: Book, row: Row, table: CoverageTable) -> RankedLine:
        chosen = chosen_targets(book, table.target_set)
        rate = goal(chosen, row.code, row.segment, table.as_of, row.eligible).rate
        by_segment = table.by == ("segment",)
        return text.ranked_line(row, rate, by_segment=by_segment, language=self._session.language)

    def _show_empty(self, sentence: str, *, with_start: bool = False) -> None:
        if self.empty is not None:
            self._stack.removeWidget(self.empty)
            self.empty.deleteLater()
        action = (self.tr("Ke Beranda"), self._show_start) if with_start else None
        self.empty = EmptyState("layout-dashboard", sentence, action)
        self._stack.addWidget(self.empty)
        self._stack.setCurrentWidget(self.empty)
        self._row = self._table = None
        self.set_subtitle("")

    # ---- what the session says, and what is said to it

    def _mark_selected(self) -> None:
        ref, table, row = self._session.figure_ref, self._table, self._row
        shown = ref is not None and table is not None and ref.as_of == table.as_of
        if not shown or ref is None or table is None or row is None:
            self.figures.select("")
            self.ranking.select(None)
            return
        is_whole = (ref.region, ref.segment) == (row.code, row.segment)
        self.figures.select(ref.name if is_whole else "")
        by_segment = table.by == ("segment",)
        is_line = ref.name == "coverage" and not is_whole and (not by_segment or ref.region == row.code)
        self.ranking.select((ref.segment if by_segment else ref.region) if is_line else None)

    def _select_figure(self, name: str) -> None:
        if self._row and self._table:
            self._select(name, self._row.code, self._row.segment)

    def _select_line(self, key: str) -> None:
        if self._row and self._table:
            by_segment = self._table.by == ("segment",)
            place = (self._row.code, key) if by_segment else (key, self._row.segment)
            self._select("coverage", *place)

    def _select(self, name: str, region: str, segment: str) -> None:
        assert self._table is not None
        target_set = self._session.context.target_set
        self._session.select_figure(FigureRef(name, region, segment, self._table.as_of, target_set))

    def _show_all(self) -> None:
        self._session.show_page("cakupan")

    def _show_trend(self) -> None:
        self._session.show_page("tren")

    def _show_start(self) -> None:
        self._session.show_page("beranda")
