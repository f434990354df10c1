"""One line of what was decided: the value, why, by whom, and the way to change it."""

from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui import icons, theme
from gui.pages.page import MEDIUM, Button, ElidedLabel, Label, MutedLabel
from gui.widgets.decision_answer import AnswerField, can_answer
from gui.widgets.decision_groups import Group, Key, heading, key_of, standing_text, why
from model.excel.decisions import Decision, Standing

_ICONS: Final = {
    Standing.RECOGNISED: "file-spreadsheet",
    Standing.RECIPE: "badge-check",
    Standing.ANSWERED: "user-round",
    Standing.OPEN: "circle-help",
}


class DecisionLine(QFrame):
    """Shows a Group. Its fields appear when the person wants to change it."""

    answered = Signal(object, str)
    withdrawn = Signal(object)
    chosen = Signal(object)
    """The first decision of the group, or the one whose field has the keyboard."""
    opened = Signal()
    """The fields are in view now, and may want more room."""

    def __init__(self, group: Group, language: str, province: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("decisionLine")
        self.setProperty("role", "line")
        self._language = language
        self._fields: dict[Key, AnswerField] = {}
        self._sign = QLabel()
        self.text = Label("", 13, MEDIUM, wrap=True)
        self.text.setObjectName("decisionText")
        self.why = MutedLabel(size=11, wrap=True)
        self.why.setObjectName("decisionReason")
        self._change = Button(self.tr("Ubah"), kind="link", name="changeDecision")
        self._change.setFont(theme.font(12))
        self._change.clicked.connect(self._toggle)
        self._editor = QWidget()
        self._editor.hide()
        self._undo = Button(self.tr("Batalkan jawaban"), kind="link", name="withdraw", parent=self._editor)
        self._undo.setFont(theme.font(12))
        self._undo.clicked.connect(self._withdraw)
        self._lay_out()
        self.show_group(group, province)

    @property
    def group(self) -> Group:
        """What the line says."""
        return self._group

    def kept_by(self) -> tuple[Key, ...]:
        """What the answers of the line are kept by."""
        return self._group.keys

    @property
    def is_open(self) -> bool:
        """The fields are in view."""
        return not self._editor.isHidden()

    def show_group(self, group: Group, province: str) -> None:
        """Say *group*; fields that are open show it as well."""
        self._group, self._province = group, province
        first = group.first
        color = theme.current().accent if first.standing is Standing.ANSWERED else theme.current().muted
        icon = icons.pixmap(_ICONS[first.standing], color, theme.px(14), self.devicePixelRatioF())
        self._sign.setPixmap(icon)
        said, reason = group.text(self._language), why(first, self._language)
        by = standing_text(first.standing)
        self.text.setText(said)
        self.why.setText(f"{by}: {reason}" if reason and first.standing is not Standing.ANSWERED else by)
        self.setAccessibleName(f"{heading(first.about)}: {said}. {self.why.text()}")
        self._change.setVisible(any(map(can_answer, group.decisions)))
        self._change.setAccessibleName(self.tr("Ubah {what}").format(what=f"{heading(first.about)}: {said}"))
        for decision in group.decisions:
            if field := self._fields.get(key_of(decision)):
                field.show_decision(decision, province)
        self._show_undo()

    def take_focus(self) -> None:
        """Put the keyboard on the way to change the line."""
        self._change.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_chosen(self, is_chosen: bool) -> None:  # noqa: FBT001  like setVisible
        """Mark the line, or no longer."""
        if bool(self.property("chosen")) != is_chosen:
            self.setProperty("chosen", is_chosen)
            self.style().unpolish(self)
            self.style().polish(self)

    def open(self) -> None:
        """Show the fields and put the keyboard into the first."""
        if not self.is_open:
            self._toggle()

    def decision_at(self, focus: QWidget) -> Decision:
        """Return the decision that a widget of the line belongs to."""
        for decision in self._group.decisions:
            field = self._fields.get(key_of(decision))
            if field is not None and (field is focus or field.isAncestorOf(focus)):
                return decision
        return self._group.first

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.chosen.emit(self._group.first)

    # ---- inside

    def _lay_out(self) -> None:
        self._sign.setFixedSize(QSize(theme.px(14), theme.px(18)))
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        words.addWidget(self.text)
        words.addWidget(self.why)
        top = QHBoxLayout()
        top.setSpacing(theme.px(8))
        top.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        top.addWidget(self._change, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(6), theme.px(3), theme.px(4), theme.px(4))
        column.setSpacing(theme.px(6))
        column.addLayout(top)
        column.addWidget(self._editor)

    def _toggle(self) -> None:
        if self.is_open:
            self._editor.hide()
            self._change.setText(self.tr("Ubah"))
            return
        if not self._fields:
            self._make_fields()
        self._editor.show()
        self._change.setText(self.tr("Tutup"))
        self.chosen.emit(self._group.first)
        self.opened.emit()
        if self._fields:
            next(iter(self._fields.values())).take_focus()

    def _make_fields(self) -> None:
        grid = QGridLayout(self._editor)
        grid.setContentsMargins(theme.px(22), 0, theme.px(4), theme.px(4))
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(1, 1)
        several = len(self._group.decisions) > 1
        for place, decision in enumerate(filter(can_answer, self._group.decisions)):
            field = AnswerField(decision, self._language, compact=True)
            field.answered.connect(partial(self._answer, key_of(decision)))
            field.show_decision(decision, self._province)
            self._fields[key_of(decision)] = field
            if several:
                name = ElidedLabel(decision.subject, 12)
                name.setMaximumWidth(theme.px(110))
                grid.addWidget(name, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, place, 1)
        grid.addWidget(self._undo, grid.rowCount(), 1, Qt.AlignmentFlag.AlignLeft)
        self._show_undo()

    def _answer(self, key: Key, value: str) -> None:
        decision = next(found for found in self._group.decisions if key_of(found) == key)
        self.answered.emit(decision, value)

    def _show_undo(self) -> None:
        is_answered = self._group.first.standing is Standing.ANSWERED
        if self._undo.hasFocus() and not is_answered:
            self.take_focus()
        self._undo.setVisible(is_answered)

    def _withdraw(self) -> None:
        for decision in self._group.decisions:
            self.withdrawn.emit(decision)
