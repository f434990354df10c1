"""What comes out of a file: its figures with their cells, and the findings."""

from collections import Counter
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gui import theme
from gui.pages.page import ElidedLabel, Label, Rule, SegmentedButtons
from gui.tables.array_model import ArrayModel
from gui.tables.columns import Column
from gui.tables.observation_table import ObservationTable, observation_columns, observation_table
from gui.tables.problem_columns import problem_columns
from gui.tables.rounded import RoundedCorners
from gui.tables.row_model import RowModel
from gui.tables.table_view import COMPACT_ROW, TableView
from model import wording
from model.book import Book
from model.problems import Problem, Severity

MOST: Final = 5_000
"""So many figures are listed; the others enter the book all the same."""
_SHOWN: Final = ("name", "measure", "value", "segment", "as_of", "cell")
_LEAST: Final = 72
_SENTENCE, _FILE, _LEVEL = 150, 80, 104
_FIGURES, _FINDINGS = "figures", "findings"


class Preview(QFrame):
    """Two lists in one place: figures and findings. A row leads to its cell."""

    cell_wanted = Signal(str, str, str)
    """File ("" the one in view), sheet and address."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importPreview")
        self.setProperty("role", "card")
        self._language = language
        self._book: Book | None = None
        self._problems: tuple[Problem, ...] = ()
        self._observations: ObservationTable | None = None
        self.switch = SegmentedButtons(
            [(_FIGURES, self.tr("Hasil")), (_FINDINGS, self.tr("Temuan"))], name=self.tr("Pratinjau")
        )
        for shown, keys in ((_FIGURES, "Alt+H"), (_FINDINGS, "Alt+T")):
            self.switch.button(shown).setToolTip(keys)
        self.said = ElidedLabel("", 12)
        self.said.setObjectName("previewSaid")
        self.figures = _table("previewFigures", self.tr("Angka yang dihasilkan berkas ini"))
        self.figures.set_empty_text(self.tr("Belum ada angka yang terbaca."))
        self.model = ArrayModel(self)
        self.figures.setModel(self.model)
        self.findings = _table("previewFindings", self.tr("Temuan impor"))
        self.findings.set_empty_text(self.tr("Tidak ada temuan."))
        self.finding_model = RowModel(self)
        self.findings.setModel(self.finding_model)
        self.detail = Label("", 12, tone="ink2", wrap=True)
        self.detail.setObjectName("previewDetail")
        self.detail.setContentsMargins(*([theme.px(12), theme.px(6)] * 2))
        self.detail.hide()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def show_book(self, book: Book | None, problems: tuple[Problem, ...]) -> None:
        """Show the figures of the file in view, and the findings of the whole import."""
        if book is not self._book:
            self._book = book
            self._fill_figures(book)
        if problems != self._problems:
            self._problems = problems
            self._fill_findings(problems)
        self._say(book, problems)

    def go_to(self, shown: str) -> None:
        """Turn to "figures" or "findings", and put the keyboard into the list."""
        self.switch.set_value(shown)
        table = self.figures if shown == _FIGURES else self.findings
        table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def begin_anew(self) -> None:
        """Show the figures first, from the top, as for every new import."""
        self.switch.set_value(_FIGURES)
        for table in (self.figures, self.findings):
            table.setCurrentIndex(QModelIndex())
            table.show_sort(-1, Qt.SortOrder.AscendingOrder)
        self._book, self._problems = None, ()
        self._fill_figures(None)
        self._fill_findings(())
        self._say(None, ())

    # ---- inside

    def _connect(self) -> None:
        self.switch.changed.connect(self._turn)
        self.figures.sort_wanted.connect(self._sort)
        self.figures.activated.connect(self._figure_opened)
        self.figures.clicked.connect(self._figure_opened)
        self.findings.sort_wanted.connect(self._sort_findings)
        self.findings.selectionModel().currentRowChanged.connect(self._finding_chosen)
        self.findings.clicked.connect(self._finding_opened)
        self.findings.activated.connect(self._finding_opened)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(theme.px(8), theme.px(6), theme.px(12), theme.px(6))
        top.setSpacing(theme.px(12))
        top.addWidget(self.switch)
        top.addWidget(self.said, 1)
        holder = QWidget()
        held = QVBoxLayout(holder)
        held.setContentsMargins(0, 0, 0, 0)
        held.setSpacing(0)
        held.addWidget(self.findings, 1)
        held.addWidget(self.detail)
        self._stack.addWidget(self.figures)
        self._stack.addWidget(holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, theme.px(6))
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(Rule())
        column.addWidget(self._stack, 1)
        RoundedCorners(self)

    def _fill_figures(self, book: Book | None) -> None:
        shown = Book() if book is None else replace(book, observations=book.observations.head(MOST))
        self._observations = observation_table(shown, self._language)
        arrays = [self._observations.arrays[name] for name in _SHOWN]
        columns = {column.name: replace(column, width=_LEAST) for column in observation_columns()}
        wanted = [columns[name] for name in _SHOWN]
        self.model.set_table(
            [*wanted[:-1], replace(wanted[-1], stretch=True)], arrays, self._observations.count
        )
        self.figures.show_columns()

    def _fill_findings(self, problems: tuple[Problem, ...]) -> None:
        files = {problem.file for problem in problems}
        left_out = {"region"} if len(files) > 1 else {"region", "file"}
        columns = [_narrowed(one) for one in problem_columns(self._language) if one.name not in left_out]
        self.finding_model.set_table(columns, problems)
        self.findings.show_columns()
        self.detail.setText("")
        self.detail.hide()

    def _say(self, book: Book | None, problems: tuple[Problem, ...]) -> None:
        count = 0 if book is None else len(book.observations)
        shown = wording.people(count, self._language)
        self.switch.button(_FIGURES).setText(self.tr("Hasil {count}").format(count=shown))
        self.switch.button(_FINDINGS).setText(self.tr("Temuan {count}").format(count=len(problems)))
        said = self.tr("Belum ada angka") if book is None or not count else ""
        if book is not None and count:
            frame = book.observations
            regions, positions = frame["region"].nunique(), frame["as_of"].nunique()
            parts = [self.tr("{count} angka").format(count=shown)]
            parts += [self.tr("%n wilayah", "", regions), self.tr("%n posisi", "", positions)]
            said = ", ".join(parts)
        if count > MOST:
            most = wording.people(MOST, self._language)
            said += self.tr(", {count} yang pertama ditampilkan").format(count=most)
        self.said.setText("; ".join(part for part in (said, self._tally(problems)) if part))

    def _tally(self, problems: tuple[Problem, ...]) -> str:
        """Return what a person has to look at, whichever list is in view: "2 galat, 1 peringatan"."""
        counts = Counter(problem.severity for problem in problems)
        errors, warnings = counts[Severity.ERROR], counts[Severity.WARNING]
        parts = [self.tr("%n galat", "", errors)] if errors else []
        parts += [self.tr("%n peringatan", "", warnings)] if warnings else []
        return ", ".join(parts)

    def _turn(self, shown: str) -> None:
        self._stack.setCurrentIndex(0 if shown == _FIGURES else 1)
        self._say(self._book, self._problems)

    def _sort(self, section: int, order: Qt.SortOrder) -> None:
        self.model.sort(section, order)
        self.figures.show_sort(section, order)

    def _figure_opened(self, index: QModelIndex) -> None:
        if self._book is not None and index.isValid():
            row = self._book.observations.iloc[self.model.row_at(index.row())]
            self.cell_wanted.emit("", str(row["sheet"]), str(row["cell"]))

    def _sort_findings(self, section: int, order: Qt.SortOrder) -> None:
        self.finding_model.sort(section, order)
        self.findings.show_sort(section, order)

    def _finding_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            problem: Problem = self.finding_model.row_at(index.row())
            parts = problem.text(self._language), problem.hint(self._language)
            self.detail.setText(" ".join(part for part in parts if part))
            self.detail.show()

    def _finding_opened(self, index: QModelIndex) -> None:
        problem: Problem = self.finding_model.row_at(index.row())
        if problem.sheet:
            self.cell_wanted.emit(problem.file, problem.sheet, problem.cell)


def _narrowed(column: Column) -> Column:
    """The level and the cell keep what their words need; names of files and the sentence share the rest."""
    wide = {"file": _FILE, "text": _SENTENCE, "severity": _LEVEL, "place": _LEAST}.get(column.name)
    if wide is None:
        return column
    return replace(column, width=wide, stretch=column.stretch or column.name == "file")


def _table(identifier: str, name: str) -> TableView:
    made = TableView(row_height=COMPACT_ROW)
    made.setObjectName(identifier)
    made.setAccessibleName(name)
    return made
