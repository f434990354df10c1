"""Fields in which a decision is answered. Only what a person does there answers, never the wheel."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.pages.page import Button, Label
from gui.widgets.decision_choices import Choice
from model import wording
from model.periods import Period, parse_period

_TICK: Final = 28
"""What the circle before an option takes, with the air after it."""
_OPENS: Final = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class CalmCombo(QComboBox):
    """A list that changes only when a person opens it and chooses: not by the wheel, not by a stray key."""

    answered = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFont(theme.font(13))
        self.setMinimumContentsLength(10)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(18)
        self._choices: tuple[Choice, ...] = ()
        self._is_filled = False
        self.activated.connect(self._chosen)

    def offer(self, choices: Sequence[Choice], value: str | None, hint: str = "") -> None:
        """Offer *choices*; *hint* stands there while *value* is none of them."""
        if tuple(choices) != self._choices:
            self._choices, self._is_filled = tuple(choices), False
            self.clear()
        self.setPlaceholderText(hint)
        self._show_value(value)
        self.setToolTip(self.currentText())

    def fill(self) -> None:
        """Put all choices into the list. That waits until it is opened: of hundreds of names few are."""
        if self._is_filled:
            return
        value = None if self.currentIndex() < 0 else self.value
        self._is_filled = True
        self.clear()
        for choice in self._choices:
            if choice.starts_group and self.count():
                self.insertSeparator(self.count())
            self.addItem(choice.text, choice.value)
        widest = max(
            (self.fontMetrics().horizontalAdvance(choice.text) for choice in self._choices), default=0
        )
        self.view().setMinimumWidth(widest + theme.px(48))
        self._show_value(value)

    def choose(self, value: str) -> None:
        """Choose as a person does by the list."""
        self.fill()
        self._show_value(value)
        self.activated.emit(self.currentIndex())

    def showPopup(self) -> None:
        self.fill()
        super().showPopup()

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What the list offers."""
        return self._choices

    @property
    def value(self) -> str:
        """What is chosen, "" for nothing."""
        return str(self.currentData() or "")

    def _show_value(self, value: str | None) -> None:
        chosen = next((choice for choice in self._choices if choice.value == value), None)
        if chosen is not None and not self._is_filled:
            self.clear()
            self.addItem(chosen.text, chosen.value)
        place = self.findData(chosen.value) if chosen is not None else -1
        self.setCurrentIndex(place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.showPopup()
        elif event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            event.ignore()
        elif event.text().strip():
            self.showPopup()
            self.view().keyboardSearch(event.text())
        else:
            super().keyPressEvent(event)

    def _chosen(self) -> None:
        self.setToolTip(self.currentText())
        self.answered.emit(self.value)


class _WrappedRadio(QRadioButton):
    """An option whose text goes on in another line where the card is narrow."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._whole = text
        self.setFont(theme.font(13))
        # Its own text widens nothing: it is the width that breaks the text.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        text = wrapped(self._whole, self.fontMetrics(), self.width() - theme.px(_TICK))
        if text != self.text():
            self.setText(text)


def wrapped(text: str, metrics: QFontMetrics, width: int) -> str:
    """Return *text* in lines that are no wider than *width* pixels, as far as its words allow."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)


class RadioField(QWidget):
    """A few options, likeliest first, none chosen until a person chooses."""

    answered = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._name = name
        self._options: tuple[Choice, ...] = ()
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._chosen)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))

    def offer(self, choices: Sequence[Choice], value: str | None) -> None:
        """Offer *choices*, with *value* chosen where it is one of them."""
        if tuple(choices) != self._options:
            self._fill(choices)
        places: dict[str | None, int] = {choice.value: place for place, choice in enumerate(self._options)}
        place = places.get(value, -1)
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(self._group.id(button) == place)
        self._group.setExclusive(True)

    @property
    def buttons(self) -> list[QRadioButton]:
        """The options from top to bottom."""
        return [button for button in self._group.buttons() if isinstance(button, QRadioButton)]

    def _fill(self, choices: Sequence[Choice]) -> None:
        for old in self._group.buttons():
            self._group.removeButton(old)
            self._column.removeWidget(old)
            old.deleteLater()
        self._options = tuple(choices)
        for place, choice in enumerate(choices):
            button = _WrappedRadio(choice.text, self)
            button.setObjectName(f"option_{choice.value or 'none'}")
            button.setAccessibleName(f"{self._name}: {choice.text}")
            self._group.addButton(button, place)
            self._column.addWidget(button)

    def _chosen(self, place: int) -> None:
        self.answered.emit(self._options[place].value)


class PeriodField(QWidget):
    """A position typed as people write it; what was understood is said in words before it is taken."""

    answered = Signal(str)

    def __init__(self, name: str, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.line = QLineEdit()
        self.line.setObjectName("periodLine")
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(self.tr("misalnya Maret 2025"))
        self.line.setFont(theme.font(13))
        self.take = Button(self.tr("Pakai"), name="periodTake")
        self.echo = Label("", 11, tone="muted", wrap=True)
        self.echo.setObjectName("periodEcho")
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.line, 1)
        row.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(row)
        column.addWidget(self.echo)
        self.line.textChanged.connect(self._say)
        self.line.returnPressed.connect(self._take)
        self.take.clicked.connect(self._take)
        self._say()

    def show_value(self, value: str) -> None:
        """Show what was answered, "" for nothing; what a person is just typing stays."""
        if self.line.isModified():
            return
        found = parse_period(value)
        text = wording.day(found, self._language) if found is not None else ""
        if text != self.line.text():
            self.line.setText(text)

    @property
    def period(self) -> Period | None:
        """What the line says, None where that is not understood."""
        return parse_period(self.line.text())

    def _say(self) -> None:
        found = self.period
        self.take.setEnabled(found is not None)
        if found is not None:
            shown = self.tr("Dibaca sebagai {day}.")
            self.echo.setText(shown.format(day=wording.day(found, self._language)))
        elif self.line.text().strip():
            self.echo.setText(self.tr("Waktu ini belum dikenali."))
        else:
            self.echo.setText(self.tr("Tanggal, bulan, triwulan, atau tahun."))

    def _take(self) -> None:
        if (found := self.period) is not None:
            self.line.setModified(False)
            self.answered.emit(found.written)
