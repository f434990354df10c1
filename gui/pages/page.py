"""What every page is made of: the header line, cards, segmented buttons, the empty state."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gui import icons, theme

SEMIBOLD = QFont.Weight.DemiBold
MEDIUM = QFont.Weight.Medium
NORMAL = QFont.Weight.Normal
_LEAST_SUBTITLE = 96
"""Of a subtitle, at least so much is shown, or nothing."""


class Label(QLabel):
    """A label in our type. *tone* "ink", "ink2", "muted", "accent", "on", "watch" or "behind"."""

    def __init__(
        self,
        text: str = "",
        size: int = 13,
        weight: QFont.Weight = NORMAL,
        *,
        tone: str = "ink",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setFont(theme.font(size, weight))
        self.setWordWrap(wrap)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.set_tone(tone)

    def set_tone(self, tone: str) -> None:
        """Change the colour by its name in the theme."""
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)


class MutedLabel(Label):
    """Secondary text: 12 px, muted."""

    def __init__(
        self, text: str = "", size: int = 12, *, wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, size, tone="muted", wrap=wrap, parent=parent)


class SectionTitle(Label):
    """The title of a card or of a section: 13 px, semibold."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, 13, SEMIBOLD, parent=parent)


class ElidedLabel(MutedLabel):
    """Secondary text that gives way: it is cut with "…" and says the whole in its tooltip."""

    def __init__(self, text: str = "", size: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(text, size, parent=parent)
        self._is_hidden = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def set_hidden(self, *, hidden: bool) -> None:
        """Show nothing, in the same place: the layout around it stays as it is."""
        if hidden != self._is_hidden:
            self._is_hidden = hidden
            self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(self.text() if self.sizeHint().width() > self.width() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_hidden:
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(self.alignment()), text)


class Card(QFrame):
    """A white field with a hairline around it; put things into ``body``."""

    def __init__(self, parent: QWidget | None = None, *, margin: int = 16, spacing: int = 12) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*([theme.px(margin)] * 4))
        self.body.setSpacing(theme.px(spacing))


class Rule(QFrame):
    """A hairline across, or down with *vertical*."""

    def __init__(self, parent: QWidget | None = None, *, vertical: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("role", "rule")
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


class Button(QPushButton):
    """A push button. *kind* "", "primary", "small", "flat" or "link"; *icon* a Lucide name."""

    def __init__(
        self, text: str, icon: str = "", *, kind: str = "", name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        if icon:
            color = theme.current().text_on_accent if kind == "primary" else None
            self.setIcon(icons.icon(icon, color))
            self.setIconSize(QSize(theme.px(20), theme.px(16)))  # 4 px of air before the text
        if kind:
            self.setProperty("kind", kind)
        if name:
            self.setObjectName(name)
        self.setAccessibleName(text)
        self.setFont(theme.font(13, MEDIUM if kind in {"", "primary", "small"} else NORMAL))
        if kind == "link":
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


class SegmentedButtons(QWidget):
    """One choice out of a few, side by side. ``changed`` carries the id of the option.

    One tab stop; the arrow keys move the choice.
    """

    changed = Signal(str)

    def __init__(
        self, options: Sequence[tuple[str, str]], *, name: str = "", parent: QWidget | None = None
    ) -> None:
        """*options* are (id, text), the first one chosen; *name* is said to screen readers."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._ids = [identifier for identifier, _ in options]
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, (identifier, text) in enumerate(options):
            button = QPushButton(text, self)
            button.setCheckable(True)
            button.setObjectName(identifier)
            button.setAccessibleName(f"{name}: {text}" if name else text)
            button.setFont(theme.font(13, MEDIUM))
            button.setProperty("segment", _edge(place, len(options)))
            self._group.addButton(button, place)
            row.addWidget(button)
        if self._ids:
            self._group.button(0).setChecked(True)
        self._group.idToggled.connect(self._toggled)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def value(self) -> str:
        """The id of the chosen option."""
        return self._ids[self._group.checkedId()]

    def set_value(self, identifier: str) -> None:
        """Choose an option by its id; ValueError for one that is not offered."""
        self._group.button(self._ids.index(identifier)).setChecked(True)

    def button(self, identifier: str) -> QPushButton:
        """Return the button of an option, to disable it or to give it a tooltip."""
        found = self._group.button(self._ids.index(identifier))
        assert isinstance(found, QPushButton)
        return found

    def _toggled(self, place: int, checked: bool) -> None:  # noqa: FBT001  Qt calls it
        if checked:
            self.changed.emit(self._ids[place])


class _Paragraph(Label):
    """Centred text of a fixed width: a wrapped label that is aligned in a layout gets one line only."""

    def __init__(self, text: str, width: int) -> None:
        super().__init__("", 13, tone="muted", wrap=True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedWidth(theme.px(width))
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setFixedHeight(max(0, self.heightForWidth(self.width())))


class EmptyState(QWidget):
    """What stands where there is nothing to show: an icon, a sentence, and what can be done."""

    def __init__(
        self,
        icon: str,
        sentence: str,
        action: tuple[str, Callable[[], object]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """*action* is the text of a button and what it calls."""
        super().__init__(parent)
        self._picture = QLabel(self)
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(icons.pixmap(icon, theme.current().muted, theme.px(32), ratio))
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence = _Paragraph(sentence, 360)
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(12))
        column.addStretch(2)
        column.addWidget(self._picture)
        column.addWidget(self.sentence, 0, Qt.AlignmentFlag.AlignHCenter)
        if action:
            self.button = Button(action[0])
            self.button.clicked.connect(action[1])
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)


class PageFrame(QWidget):
    """A page: title, subtitle and controls in one line, ``body`` below.

    Put the page's controls into ``controls`` (they stand right of the title) and its content into ``body``.
    Where the line is too short for both, the controls go to a line of their own; a subtitle of which
    next to nothing would be left is not shown.
    """

    def __init__(self, title: str, parent: QWidget | None = None, *, subtitle: str = "") -> None:
        super().__init__(parent)
        self.title = Label(title, 16, SEMIBOLD)
        self.title.setObjectName("pageTitle")
        self.subtitle = ElidedLabel(subtitle, 12)
        self.controls = QHBoxLayout()
        self.controls.setSpacing(theme.px(8))
        line = QHBoxLayout()
        line.setSpacing(theme.px(12))
        line.addWidget(self.title)
        line.addWidget(self.subtitle, 1)
        self._header = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._header.setSpacing(theme.px(12))
        self._header.addLayout(line, 1)
        self._header.addLayout(self.controls)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(16))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(12))
        column.addLayout(self._header)
        column.addLayout(self.body, 1)
        self.title.setMinimumHeight(theme.px(32))

    def set_subtitle(self, text: str) -> None:
        """Say beside the title what the page shows just now."""
        self.subtitle.setText(text)
        self._fit_header()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_header()

    def _fit_header(self) -> None:
        margins = self.contentsMargins()
        room = self.width() - 2 * theme.px(24) - margins.left() - margins.right()
        title, gap = self.title.sizeHint().width(), theme.px(12)
        controls = self.controls.sizeHint().width()
        is_short = controls > 0 and title + gap + controls > room
        way = QBoxLayout.Direction
        self._header.setDirection(way.TopToBottom if is_short else way.LeftToRight)
        left = room - title - gap - (0 if is_short else controls + gap)
        wanted = self.subtitle.sizeHint().width()
        self.subtitle.set_hidden(hidden=left < min(wanted, theme.px(_LEAST_SUBTITLE)))


def _edge(place: int, count: int) -> str:
    if count == 1:
        return ""
    return "first" if place == 0 else "last" if place == count - 1 else "middle"
