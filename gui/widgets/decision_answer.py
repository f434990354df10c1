"""The field of one decision: options below each other, a list, or a line for a position."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui import theme
from gui.widgets.decision_choices import choices_of
from gui.widgets.decision_fields import CalmCombo, PeriodField, RadioField
from model.excel.answers import About
from model.excel.decision_words import question_of
from model.excel.decisions import Decision

FEW: Final = 5
"""So many options stand below each other; more are a list to open."""
_PERIODS: Final = frozenset({About.POSITION, About.PERIOD})
_LISTED: Final = frozenset({About.PROVINCE, About.NAME})


class AnswerField(QWidget):
    """Answers one decision. A *compact* one is a list even for two options."""

    answered = Signal(str)

    def __init__(
        self, decision: Decision, language: str, *, compact: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._language = language
        name = question_of(decision, language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self.radios: RadioField | None = None
        self.combo: CalmCombo | None = None
        self.line: PeriodField | None = None
        if decision.about in _LISTED or len(decision.options) > (1 if compact else FEW):
            self.combo = CalmCombo(name)
            self.combo.answered.connect(self.answered)
            column.addWidget(self.combo)
        elif decision.options:
            self.radios = RadioField(name)
            self.radios.answered.connect(self.answered)
            column.addWidget(self.radios)
        if decision.about in _PERIODS:
            self.line = PeriodField(name, language)
            self.line.answered.connect(self.answered)
            column.addWidget(self.line)

    def show_decision(self, decision: Decision, province: str) -> None:
        """Show what the decision is now, and what else it could be."""
        value = None if decision.is_open else decision.value
        choices = choices_of(decision, province, self._language)
        if self.radios:
            self.radios.offer(choices, value)
        if self.combo:
            hint = self.tr("Pilih wilayah…") if decision.about is About.NAME else self.tr("Pilih…")
            self.combo.offer(choices, value, hint)
        if self.line:
            self.line.show_value(value or "")

    def take_focus(self) -> None:
        """Put the keyboard into the field: at what is chosen, else at what comes first."""
        radios = self.radios.buttons if self.radios else []
        chosen = next((button for button in radios if button.isChecked()), radios[0] if radios else None)
        field = self.combo or chosen or (self.line.line if self.line else None)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)


def can_answer(decision: Decision) -> bool:
    """Say whether the decision could be another one."""
    return decision.about in _LISTED | _PERIODS or len(decision.options) > 1
