"""The line above a table that says of the current cell what a formula bar says in a spreadsheet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from gui import icons, theme
from gui.pages.page import Button, Rule

_HEIGHT = 36


@dataclass(frozen=True, slots=True)
class Link:
    """A word to click: a source cell, a finding."""

    text: str
    tooltip: str
    act: Callable[[], None]


class TwoToneText(QWidget):
    """One line: the fact in heavy ink, then the reason in body ink; cut with "…" where room is short."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fact, self._why = "", ""
        self._heavy, self._plain = theme.font(13, QFont.Weight.DemiBold), theme.font(13)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, fact: str, why: str = "") -> None:
        """Show both; the whole is the accessible name, and the tooltip where it does not fit."""
        self._fact, self._why = fact, why
        self.setAccessibleName(f"{fact} {why}".strip())
        self.update()

    def text(self) -> str:
        """The whole sentence."""
        return f"{self._fact} {self._why}".strip()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(240), QFontMetrics(self._heavy).height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), QFontMetrics(self._heavy).height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip("" if self._natural_width() <= self.width() else self.text())
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = theme.current()
        used = self._write(painter, self._fact, self._heavy, colors.ink, 0)
        if used < self.width():
            self._write(painter, self._why, self._plain, colors.ink2, used + theme.px(4))

    def _write(self, painter: QPainter, text: str, font: QFont, color: str, left: int) -> int:
        painter.setFont(font)
        painter.setPen(color)
        room = self.rect().adjusted(left, 0, 0, 0)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        return left + painter.fontMetrics().horizontalAdvance(text)

    def _natural_width(self) -> int:
        heavy, plain = QFontMetrics(self._heavy), QFontMetrics(self._plain)
        return heavy.horizontalAdvance(self._fact) + theme.px(4) + plain.horizontalAdvance(self._why)


class CellStrip(QWidget):
    """Name of the cell, its sentence, and links. The name is as wide as the table's frozen columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cellStrip")
        self.setFixedHeight(theme.px(_HEIGHT))
        self._name = TwoToneText(self)
        self._name.setObjectName("cellName")
        self._name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._alarm = QLabel(self)
        self._alarm.setPixmap(
            icons.pixmap("triangle-alert", theme.current().behind, theme.px(16), self.devicePixelRatioF())
        )
        self._text = TwoToneText(self)
        self._text.setObjectName("cellSentence")
        self._links = QHBoxLayout()
        self._links.setSpacing(theme.px(12))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self._name)
        row.addWidget(Rule(vertical=True))
        row.addWidget(self._alarm)
        row.addWidget(self._text, 1)
        row.addLayout(self._links)
        self.invite("")

    def set_name_width(self, width: int) -> None:
        """Let the line after the name stand where the frozen columns end."""
        self._name.setFixedWidth(max(width - 2 * theme.px(12), theme.px(80)))

    def invite(self, sentence: str) -> None:
        """Say what to do while no cell is chosen."""
        self._fill("", "", sentence, (), alarming=False)

    def show_cell(
        self, name: str, fact: str, why: str, links: Sequence[Link] = (), *, alarming: bool = False
    ) -> None:
        """Show what is known of a cell."""
        self._fill(name, fact, why, links, alarming=alarming)

    @property
    def sentence(self) -> str:
        """What the strip says just now."""
        return self._text.text()

    @property
    def links(self) -> dict[str, Button]:
        """The links by what they say."""
        items = [self._links.itemAt(at) for at in range(self._links.count())]
        buttons = [item.widget() for item in items if item is not None]
        return {button.text(): button for button in buttons if isinstance(button, Button)}

    def _fill(self, name: str, fact: str, why: str, links: Sequence[Link], *, alarming: bool) -> None:
        self._name.say(name)
        self._alarm.setVisible(alarming)
        self._text.say(fact, why)
        self.setAccessibleName(f"{name}: {self.sentence}" if name else self.sentence)
        while (item := self._links.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for link in links:
            button = Button(link.text, kind="link", name="stripLink")
            button.setToolTip(link.tooltip)
            button.clicked.connect(link.act)
            self._links.addWidget(button)
