"""Questions about a file, each on a card: what is asked, why, and the field in which it is answered."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from gui import icons, theme
from gui.pages.page import MEDIUM, SEMIBOLD, Button, Card, Label, MutedLabel
from gui.widgets.decision_answer import AnswerField
from gui.widgets.decision_choices import LEAVE
from gui.widgets.decision_groups import Key, covered, key_of, shortened, why
from model.excel.decision_words import question_of
from model.excel.decisions import Decision, Standing

_AT_ONCE: Final = 30
"""So many names are shown at first, and more each time they are asked for."""
_SHORT: Final = 100
"""A name that is not wider stands beside its list."""
_MANY: Final = 4
"""From so many open names on they can be left out together."""


class DecisionCard(Card):
    """A card of the conversation. Click or focus chooses it: its cells are shown on the sheet."""

    answered = Signal(object, str)
    """The decision and the value that a person gave it."""
    withdrawn = Signal(object)
    chosen = Signal(object)
    """A decision of the card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=12, spacing=8)
        self.setObjectName("decisionCard")
        self.decisions: tuple[Decision, ...] = ()
        """What is decided on the card; never empty once it shows something."""

    def kept_by(self) -> tuple[Key, ...]:
        """What the answers of the card are kept by."""
        return tuple(key_of(decision) for decision in self.decisions)

    def decision_at(self, focus: QWidget) -> Decision:
        """Return the decision that a widget of the card belongs to: the first, where it is of none alone."""
        return self.decisions[0]

    def set_chosen(self, is_chosen: bool) -> None:  # noqa: FBT001  like setVisible
        """Frame the card, or no longer."""
        if bool(self.property("chosen")) != is_chosen:
            self.setProperty("chosen", is_chosen)
            self.style().unpolish(self)
            self.style().polish(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        place = self.childAt(event.position().toPoint())
        self.chosen.emit(self.decision_at(place or self))


class QuestionCard(DecisionCard):
    """One question. Once answered it stays where it is, and can be answered differently."""

    def __init__(
        self, decision: Decision, language: str, province: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._sign = QLabel()
        self._title = Label("", 13, SEMIBOLD, wrap=True)
        self._title.setObjectName("questionTitle")
        self._reason = MutedLabel(wrap=True)
        self._reason.setObjectName("questionReason")
        self.field = AnswerField(decision, language)
        self.field.answered.connect(self._answer)
        self._undo = self._undo_button()
        top = QHBoxLayout()
        top.setSpacing(theme.px(8))
        top.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._title, 1)
        top.addWidget(self._undo, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(top)
        self.body.addWidget(self._reason)
        self.body.addWidget(self.field)
        self.show_decision(decision, province)

    def show_decision(self, decision: Decision, province: str) -> None:
        """Show the question as it stands now."""
        self.decisions = (decision,)
        title = question_of(replace(decision, subject=shortened(decision.subject)), self._language)
        self.setAccessibleName(title)
        self._title.setText(title)
        is_open = decision.is_open
        if is_open or not self._reason.text():
            # Once answered, why it was asked stands there as before: nothing moves under the mouse.
            told = why(decision, self._language), covered(decision)
            self._reason.setText(" ".join(part for part in told if part))
        set_sign(self._sign, is_open=is_open)
        self._undo.setVisible(decision.standing is Standing.ANSWERED)
        self.field.show_decision(decision, province)

    def _answer(self, value: str) -> None:
        self.answered.emit(self.decisions[0], value)

    def _undo_button(self) -> Button:
        undo = Button(self.tr("Batalkan"), kind="link", name="withdraw")
        undo.setAccessibleName(self.tr("Batalkan jawaban"))
        undo.setToolTip(undo.accessibleName())
        undo.setFont(theme.font(12))
        undo.clicked.connect(self._withdraw)
        place = undo.sizePolicy()
        place.setRetainSizeWhenHidden(True)
        undo.setSizePolicy(place)
        return undo

    def _withdraw(self) -> None:
        self.field.take_focus()  # the button goes away
        self.withdrawn.emit(self.decisions[0])


class NamesCard(DecisionCard):
    """All names that are not known, one line each: a region, or none that is counted."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._rows: dict[Key, _NameRow] = {}
        self._province = ""
        self._most = _AT_ONCE
        self._more = Button("", kind="link", name="moreNames")
        self._leave = Button("", kind="link", name="leaveNames")
        self._sign = QLabel()
        self._lay_out()

    def decision_at(self, focus: QWidget) -> Decision:
        held = (row.decision for row in self._rows.values() if row.holds(focus))
        return next(held, super().decision_at(focus))

    def show_decisions(self, decisions: Sequence[Decision], province: str) -> None:
        """Show these names; lines of names that stay are kept with the keyboard in them."""
        self.decisions, self._province = tuple(decisions), province
        shown = self.decisions[: self._most]
        wanted = {key_of(decision) for decision in shown}
        for key in set(self._rows) - wanted:
            self._rows.pop(key).remove(self._grid)
        for place, decision in enumerate(shown):
            row = self._rows.get(key_of(decision))
            if row is None:
                row = self._rows[key_of(decision)] = _NameRow(self, decision, self._language)
            row.show(decision, province)
            row.put(self._grid, place)
        left = sum(decision.is_open for decision in decisions)
        hidden = len(self.decisions) - len(shown)
        set_sign(self._sign, is_open=left > 0)
        if self._leave.hasFocus() and left < _MANY:  # the button goes away
            self._rows[self.kept_by()[0]].field.take_focus()
        self._more.setVisible(hidden > 0)
        self._more.setText(self.tr("Tampilkan %n nama lagi", "", hidden))
        self._leave.setVisible(left >= _MANY)
        self._leave.setText(self.tr("Lewati %n nama yang belum dijawab", "", left))

    def _lay_out(self) -> None:
        title = Label(self.tr("Nama yang belum dikenal"), 13, SEMIBOLD, wrap=True)
        title.setObjectName("questionTitle")
        said = MutedLabel(
            self.tr("Pilih wilayahnya sekali saja; jawabannya diingat sebagai nama lain dari wilayah itu."),
            wrap=True,
        )
        top = QHBoxLayout()
        top.setSpacing(theme.px(8))
        top.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(title, 1)
        self.body.addLayout(top)
        self.body.addWidget(said)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(8))
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self.body.addLayout(self._grid)
        for button, act in ((self._more, self._show_more), (self._leave, self._leave_rest)):
            button.setFont(theme.font(12))
            button.clicked.connect(act)
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleName(title.text())

    def _show_more(self) -> None:
        first = self.kept_by()[self._most]
        self._most += _AT_ONCE
        self.show_decisions(self.decisions, self._province)
        self._rows[first].field.take_focus()

    def _leave_rest(self) -> None:
        for decision in self.decisions:
            if decision.is_open:
                self.answered.emit(decision, LEAVE)


class _NameRow:
    """One name: as it is written, and the list of what it may be."""

    def __init__(self, card: NamesCard, decision: Decision, language: str) -> None:
        self._card, self._language = card, language
        self.decision = decision
        self._name = Label("", 13, MEDIUM, wrap=True, parent=card)
        self._name.setObjectName("nameWritten")
        self.field = AnswerField(decision, language, compact=True, parent=card)
        self.field.setObjectName("nameChoice")
        self.field.answered.connect(self._answer)

    def show(self, decision: Decision, province: str) -> None:
        """Show the name as it stands now."""
        self.decision = decision
        reason = why(decision, self._language)
        self._name.setText(decision.subject)
        self._name.setToolTip(reason)
        self.field.setAccessibleDescription(reason)
        self.field.show_decision(decision, province)

    def holds(self, widget: QWidget) -> bool:
        """Say whether a widget belongs to the line."""
        return widget is self._name or widget is self.field or self.field.isAncestorOf(widget)

    def put(self, grid: QGridLayout, place: int) -> None:
        """Stand in that line of the grid; a long name has a line of its own above its list."""
        for widget in (self._name, self.field):
            grid.removeWidget(widget)
        is_long = self._name.fontMetrics().horizontalAdvance(self._name.text()) > theme.px(_SHORT)
        if is_long:
            grid.addWidget(self._name, 2 * place, 0, 1, 2)
            grid.addWidget(self.field, 2 * place + 1, 0, 1, 2)
        else:
            grid.addWidget(self._name, 2 * place, 0)
            grid.addWidget(self.field, 2 * place, 1)

    def remove(self, grid: QGridLayout) -> None:
        """Leave the grid for good."""
        for widget in (self._name, self.field):
            grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _answer(self, value: str) -> None:
        self._card.answered.emit(self.decision, value)


def set_sign(label: QLabel, *, is_open: bool) -> None:
    """Show on *label* whether something is still asked: a question mark or a tick."""
    now = theme.current()
    name, color = ("circle-help", now.watch) if is_open else ("circle-check", now.on)
    label.setPixmap(icons.pixmap(name, color, theme.px(16), label.devicePixelRatioF()))
    label.setFixedSize(QSize(theme.px(16), theme.px(18)))
