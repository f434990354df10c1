"""The findings: what reading and checking the figures found, worst first."""

from collections import Counter
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui import theme
from gui.pages.body_stack import BodyStack
from gui.pages.finding_card import FindingCard
from gui.pages.findings import figure_of, finding_of, measured_figure
from gui.pages.late_page import LatePage
from gui.pages.page import Button, EmptyState, SegmentedButtons
from gui.session import Session
from gui.tables import copying
from gui.tables.framed_table import FramedTable
from gui.tables.problem_columns import as_text, problem_columns
from gui.tables.search_field import SearchField
from model import wording
from model.periods import Period
from model.problems import Problem, Severity
from model.regions import region_name

_ALL = "all"


class TemuanPage(LatePage):
    """Lists the session's problems; the chosen one is explained below the list."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Temuan"), parent)
        self.setObjectName("temuanPage")
        self._session = session
        self._chosen: Problem | None = None
        self._make_controls()
        self._make_list()
        self._stack = BodyStack(self.body, self._content)
        session.book_changed.connect(self._outdated)

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
        """Show the session's findings, or say plainly that there are none."""
        super().refresh()
        self._chosen = None
        self.card.hide()
        problems = self._session.problems
        if self._session.book is None:
            action = (self.tr("Ke Beranda"), partial(self._session.show_page, "beranda"))
            self._show_state("circle-alert", self.tr("Belum ada buku yang dibuka."), action)
        elif not problems:
            sentence = self.tr("Tidak ada temuan. Semua angka terbaca dan cocok satu sama lain.")
            self._fill_levels(problems)
            self._show_state("circle-check", sentence)
        else:
            self._fill(problems)

    # ---- making

    def _make_controls(self) -> None:
        self.levels = SegmentedButtons(
            [(_ALL, self.tr("Semua")), *((str(level), self._level_name(level)) for level in Severity)],
            name=self.tr("Tingkat temuan"),
        )
        self.levels.setObjectName("levels")
        self.levels.changed.connect(self._filter)
        self.search = SearchField(self.tr("Cari temuan"))
        self.search.searched.connect(self._filter)
        self.search.left_downward.connect(self._enter_list)
        self.copy_button = Button(self.tr("Salin daftar"), "copy", name="copyFindings")
        self.copy_button.setToolTip(self.tr("Salin temuan yang tampil sebagai teks"))
        self.copy_button.clicked.connect(self._copy_list)
        for control in (self.levels, self.search, self.copy_button):
            self.controls.addWidget(control)

    def _make_list(self) -> None:
        self.list = FramedTable(self.tr("Daftar temuan"))
        self.list.body.set_empty_text(self.tr("Tidak ada temuan yang cocok."))
        self.list.cell_chosen.connect(self._choose)
        self.list.row_opened.connect(self._open)
        self.card = FindingCard(self._session.language)
        self.card.figure_wanted.connect(self._show_figure)
        self.card.cell_wanted.connect(self._show_cell)
        self.card.copy_wanted.connect(copying.copy)
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(16))
        column.addWidget(self.list)
        column.addWidget(self.card)
        column.addStretch(1)

    # ---- filling

    def _fill(self, problems: tuple[Problem, ...]) -> None:
        self._fill_levels(problems)
        self.list.show_rows(problem_columns(self._session.language), problems)
        self._filter()
        self._enable(enabled=True)
        self._stack.show_content()
        self._follow_selection()

    def _fill_levels(self, problems: tuple[Problem, ...]) -> None:
        """Say on the buttons how many findings there are of each level."""
        counts = Counter(str(problem.severity) for problem in problems)
        self.levels.button(_ALL).setText(f"{self.tr('Semua')} {len(problems)}")
        for level in Severity:
            button = self.levels.button(str(level))
            button.setText(f"{self._level_name(level)} {counts[str(level)]}")
            button.setEnabled(counts[str(level)] > 0)
        if self.levels.value != _ALL and not counts[self.levels.value]:
            self.levels.set_value(_ALL)

    def _show_state(self, icon: str, sentence: str, action: tuple[str, partial[None]] | None = None) -> None:
        self._stack.show_state(icon, sentence, action)
        self.set_subtitle("")
        self._enable(enabled=False)

    def _enable(self, *, enabled: bool) -> None:
        for control in (self.levels, self.search, self.copy_button):
            control.setEnabled(enabled)

    def _level_name(self, level: Severity) -> str:
        return wording.label("severity", level, self._session.language)

    # ---- what the person does

    def _filter(self) -> None:
        level, words = self.levels.value, self.search.text().strip().casefold()
        language = self._session.language

        def accept(problem: Problem) -> bool:
            if level not in {_ALL, problem.severity}:
                return False
            said = f"{problem.text(language)} {region_name(problem.region)} {problem.place} {problem.file}"
            return words in said.casefold()

        self.list.set_filter(accept)
        self._say_count()
        if self._chosen is not None:
            self._select(self._chosen)

    def _say_count(self) -> None:
        shown, total = self.list.model.rowCount(), len(self._session.problems)
        text = self.tr("{count} temuan, yang terberat lebih dulu").format(count=total)
        if shown != total:
            text = self.tr("{shown} dari {count} temuan").format(shown=shown, count=total)
        self.set_subtitle(text)

    def _enter_list(self) -> None:
        if self.list.model.rowCount():
            if not self.list.body.currentIndex().isValid():
                self.list.select(0, "text")
            self.list.body.setFocus()

    def _choose(self, problem: Problem | None, column: str) -> None:
        if problem is None:
            return
        self._chosen = problem
        self.card.show_problem(problem)
        self.card.show()

    def _open(self, problem: Problem, column: str) -> None:
        """Enter or a double click: on to the figure, or to its cell where it is no figure."""
        if figure_of(problem) is not None:
            self._show_figure(problem)
        elif measured_figure(problem) is not None:
            self._show_cell(problem)

    def _show_figure(self, problem: Problem) -> None:
        ref = figure_of(problem)
        if ref is None:
            return
        self._show_position(ref.as_of)
        self._session.set_context(segment=ref.segment)
        self._session.select_figure(ref)
        self._session.show_page("cakupan")

    def _show_position(self, as_of: Period) -> None:
        """Turn to the position of a figure; every page follows, so a change is said."""
        session = self._session
        before = session.context.as_of or (session.positions[-1] if session.positions else None)
        if as_of == before:
            return
        session.set_context(as_of=as_of)
        now, then = (wording.day(found, session.language) for found in (as_of, before))
        text = self.tr(
            "Semua halaman sekarang menampilkan posisi {now}. Untuk kembali, pilih {then} di Posisi."
        )
        session.notice.emit("info", text.format(now=now, then=then))

    def _show_cell(self, problem: Problem) -> None:
        self._session.select_figure(measured_figure(problem), show_origin=False)
        self._session.show_page("data")

    def _copy_list(self) -> None:
        shown = [self.list.model.row_at(row) for row in range(self.list.model.rowCount())]
        copying.copy(as_text(shown, self._session.language))
        self._session.notice.emit("info", self.tr("{count} temuan disalin.").format(count=len(shown)))

    # ---- listening

    def _seen_again(self) -> None:
        self._follow_selection()

    def _follow_selection(self) -> None:
        """Choose the finding that speaks of the selected figure, else the first one."""
        found = finding_of(self._session.problems, self._session.figure_ref)
        if found is not None and found is not self._chosen:
            self.levels.set_value(_ALL)
            self._select(found)
        elif self._chosen is None and self.list.model.rowCount():
            self.list.select(0, "text")

    def _select(self, problem: Problem) -> None:
        row = self.list.model.find(lambda shown: shown is problem)
        if row is not None:
            self.list.select(row, "text")
