"""The end of an import: where the figures go, whether the answers are remembered, and the two ways out."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from gui import icons, theme
from gui.pages.page import Button, ElidedLabel, Rule

_NAME = 200
_LEAST = 96
"""Of the sentence about where the figures go, at least so much is shown."""


class ImportFooter(QFrame):
    """Says what happens on "Impor", and why it cannot happen yet."""

    accepted = Signal(str)
    """The name to remember the answers by, "" for not at all."""
    cancelled = Signal()
    question_wanted = Signal()
    """The person wants to see what is still to be answered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importFooter")
        self._is_busy = False
        self.remember = QCheckBox(self.tr("Ingat sebagai resep"))
        self.remember.setObjectName("rememberRecipe")
        self.remember.setFont(theme.font(13))
        self.remember.setChecked(True)
        self.remember.setToolTip(
            self.tr("Berkas berikutnya dengan bentuk yang sama dibaca tanpa bertanya lagi.")
        )
        self.remember.setMinimumWidth(self.remember.sizeHint().width() + theme.px(4))
        self.name = self._name_line()
        self._sign = QLabel()
        self._sign.setPixmap(
            icons.pixmap("info", theme.current().muted, theme.px(16), self.devicePixelRatioF())
        )
        self.said = ElidedLabel("", 12)
        self.said.setObjectName("importSaid")
        self.said.set_tone("ink2")
        self.show_question = Button("", kind="link", name="showQuestion")
        self.cancel = Button(self.tr("Batal"), name="importCancel")
        self.accept = Button(self.tr("Impor"), "check", kind="primary", name="importAccept")
        self._lay_out()
        self.remember.toggled.connect(self.name.setEnabled)
        self.show_question.clicked.connect(self.question_wanted)
        self.cancel.clicked.connect(self.cancelled)
        self.accept.clicked.connect(self._accept)

    def show_state(self, where: str, why_not: str, questions: int) -> None:
        """Say *where* the figures go, or *why_not*; open *questions* are a way to the first of them."""
        self._is_busy = False
        is_ready = not why_not and not questions
        self.accept.setEnabled(is_ready)
        self.said.setText(why_not or where)
        self.show_question.setVisible(bool(questions) and not why_not)
        self.show_question.setText(self.tr("Jawab %n pertanyaan lagi", "", questions))
        self.show_question.setAccessibleName(self.show_question.text())
        if self.isVisible():
            self._fit()
        self.accept.setToolTip(
            self.tr("Impor (Ctrl+Enter)") if is_ready else why_not or self.show_question.text()
        )

    def show_reading(self, *, is_begun: bool) -> None:
        """Say that something is read. Of an import that is *begun*, nothing else changes: what is said
        would only flicker while an answer is worked in."""
        self._is_busy = True
        if not self.accept.hasFocus():  # a button that is disabled loses the keyboard
            self.accept.setEnabled(False)
        self.accept.setToolTip(self.tr("Sedang membaca…"))
        if not is_begun:
            self.said.setText(self.accept.toolTip())
            self.show_question.hide()
            self.set_can_remember(False)

    def offer_recipe(self, name: str, *, is_known: bool) -> None:
        """Propose a *name* to remember the answers by; a *known* recipe is the one that read the file."""
        self.name.setText(name)
        self.name.setModified(False)
        text = self.tr("Perbarui resep") if is_known else self.tr("Ingat sebagai resep")
        self.remember.setText(text)

    def set_can_remember(self, can: bool) -> None:  # noqa: FBT001  like setVisible
        """Offer to remember, where there is something to remember."""
        self.remember.setVisible(can)
        self.name.setVisible(can)

    def _name_line(self) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName("recipeName")
        line.setAccessibleName(self.tr("Nama resep"))
        line.setPlaceholderText(self.tr("Nama resep"))
        line.setFont(theme.font(13))
        line.setMaximumWidth(theme.px(_NAME))
        line.setMinimumWidth(theme.px(120))
        return line

    def _lay_out(self) -> None:
        self._where, self._ways = QHBoxLayout(), QHBoxLayout()
        for row in (self._where, self._ways):
            row.setSpacing(theme.px(8))
        for widget in (self.remember, self.name, self._sign):
            self._where.addWidget(widget)
        self._where.addWidget(self.said, 1)
        self._ways.addStretch(1)
        for button in (self.show_question, self.cancel, self.accept):
            self._ways.addWidget(button)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._rows.setSpacing(theme.px(16))
        self._rows.addLayout(self._where, 1)
        self._rows.addLayout(self._ways)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(Rule())
        column.addLayout(self._rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Put the two ways out on a line of their own where one line is too short."""
        needed = self._where.minimumSize().width() + self._ways.minimumSize().width() + theme.px(_LEAST)
        way = QBoxLayout.Direction
        self._rows.setDirection(way.TopToBottom if needed > self.width() else way.LeftToRight)

    def _accept(self) -> None:
        if self._is_busy:
            return
        is_named = self.remember.isChecked() and not self.remember.isHidden()
        self.accepted.emit(self.name.text().strip() if is_named else "")
