"""The card that says everything about one finding, and leads to its figure and its cell."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gui import icons, theme
from gui.pages.findings import figure_of, measured_figure
from gui.pages.page import SEMIBOLD, Button, Card, Label, MutedLabel
from gui.tables.delegates import SEVERITY_ICON
from gui.tables.problem_columns import as_text, severity_tone
from model import wording
from model.problems import Problem


class FindingCard(Card):
    """Severity, the whole sentence, what to do, where it stands. Only the buttons act, by signals."""

    figure_wanted = Signal(object)
    """The finding whose figure is to be shown in the coverage table."""
    cell_wanted = Signal(object)
    """The finding whose cell is to be shown among the data."""
    copy_wanted = Signal(str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=8)
        self.setObjectName("findingCard")
        self._language = language
        self._problem: Problem | None = None
        self._icon = QLabel()
        self._severity = Label("", 12, SEMIBOLD)
        self._place = MutedLabel()
        self.sentence = Label("", 13, wrap=True)
        self.sentence.setObjectName("findingSentence")
        self.hint = Label("", 13, tone="ink2", wrap=True)
        self.hint.setObjectName("findingHint")
        self._figure = Button(self.tr("Lihat angkanya"), "chart-bar", kind="small", name="showFigure")
        self._cell = Button(self.tr("Lihat selnya di Data"), "locate", kind="small", name="showCell")
        self._copy = Button(self.tr("Salin"), "copy", kind="small", name="copyFinding")
        self._figure.clicked.connect(self._want_figure)
        self._cell.clicked.connect(self._want_cell)
        self._copy.clicked.connect(self._want_copy)
        self._lay_out()

    def show_problem(self, problem: Problem) -> None:
        """Say everything about *problem*."""
        self._problem = problem
        tone = severity_tone(problem.severity)
        color = getattr(theme.current(), tone)
        icon = SEVERITY_ICON[problem.severity]
        self._icon.setPixmap(icons.pixmap(icon, color, theme.px(16), self.devicePixelRatioF()))
        self._severity.setText(wording.label("severity", problem.severity, self._language))
        self._severity.set_tone(tone)
        self._place.setText(" · ".join(part for part in (problem.file, problem.place) if part))
        self.sentence.setText(problem.text(self._language))
        hint = problem.hint(self._language)
        self.hint.setText(hint)
        self._hint_row.setVisible(bool(hint))
        self._figure.setVisible(figure_of(problem) is not None)
        self._cell.setVisible(measured_figure(problem) is not None)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(theme.px(8))
        top.addWidget(self._icon)
        top.addWidget(self._severity)
        top.addSpacing(theme.px(8))
        top.addWidget(self._place, 1)
        for button in (self._figure, self._cell, self._copy):
            top.addWidget(button)
        self._hint_row = QWidget()
        row = QHBoxLayout(self._hint_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        bulb = QLabel()
        muted = theme.current().muted
        bulb.setPixmap(icons.pixmap("lightbulb", muted, theme.px(16), self.devicePixelRatioF()))
        row.addWidget(bulb)
        row.addWidget(self.hint, 1)
        self.body.addLayout(top)
        self.body.addWidget(self.sentence)
        self.body.addWidget(self._hint_row)

    def _want_figure(self) -> None:
        self.figure_wanted.emit(self._problem)

    def _want_cell(self) -> None:
        self.cell_wanted.emit(self._problem)

    def _want_copy(self) -> None:
        if self._problem is not None:
            self.copy_wanted.emit(as_text([self._problem], self._language))
