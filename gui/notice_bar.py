"""What the program has to say, in the window and in nobody's way."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from gui import actions, icons, theme
from gui.pages.page import Button, Label
from gui.session import Session

_ICONS = {"info": "info", "warning": "triangle-alert", "error": "circle-alert"}
_TONES = {"info": "accent", "warning": "watch", "error": "behind"}
_INFO_STAYS = 8000
"""Milliseconds. What went wrong stays until it is closed."""


class NoticeBar(QFrame):
    """One sentence over the page's top, with an icon for its level, and perhaps an action that it offers;
    closed by a button or by Esc.

    It lies over *place* and moves nothing: a page that leapt would put something else under the mouse.
    A book that opens takes an older complaint away, and so does another import.
    """

    def __init__(self, session: Session, place: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._level, self._offered = "info", ""
        place.installEventFilter(self)
        self.setProperty("role", "bar")
        self.setObjectName("noticeBar")
        self._picture = QLabel()
        self.sentence = Label("", wrap=True)
        self.sentence.setObjectName("noticeSentence")
        self.offer_button = Button("", kind="link", name="noticeOffer")
        self.offer_button.setAccessibleName(self.tr("Tindakan pemberitahuan"))
        self.close_button = self._close_button()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(4), theme.px(12), theme.px(4))
        row.setSpacing(theme.px(12))
        row.addWidget(self._picture)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.offer_button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.close_button.clicked.connect(self.dismiss)
        self.offer_button.clicked.connect(lambda: session.action_wanted.emit(self._offered))
        session.notice.connect(self.say)
        session.notice_offer.connect(self.offer)
        session.book_changed.connect(self._outdate)
        session.notice_outdated.connect(self._outdate)
        self.hide()

    def _close_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("noticeClose")
        button.setProperty("kind", "flat")
        button.setIcon(icons.icon("x"))
        button.setIconSize(QSize(theme.px(16), theme.px(16)))
        button.setAccessibleName(self.tr("Tutup pemberitahuan"))
        button.setToolTip(self.tr("Tutup pemberitahuan (Esc)"))
        return button

    def say(self, level: str, sentence: str) -> None:
        """Show *sentence*; "info" goes away by itself, "warning" and "error" stay."""
        color = getattr(theme.current(), _TONES[level])
        picture = icons.pixmap(_ICONS[level], color, theme.px(16), self.devicePixelRatioF())
        self._picture.setPixmap(picture)
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.setAccessibleDescription(level)
        self._level = level
        self.offer_button.hide()
        self._lie_over()
        self.show()
        self.raise_()
        if level == "info":
            self._timer.start(_INFO_STAYS)
        else:
            self._timer.stop()

    def offer(self, action: str) -> None:
        """Let the notice that was just said offer an action."""
        self._offered = action
        self.offer_button.setText(actions.action(action).text)
        self.offer_button.setAccessibleName(actions.action(action).text)
        self.offer_button.setToolTip(actions.action(action).tooltip)
        self.offer_button.show()
        self._lie_over()

    def dismiss(self) -> None:
        """Take the notice away."""
        self._timer.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self._lie_over()
        return False

    def _lie_over(self) -> None:
        place = self._place.geometry()
        height = max(self.heightForWidth(place.width()), self.sizeHint().height())
        self.setGeometry(place.x(), place.y(), place.width(), height)

    def _outdate(self) -> None:
        if self._level != "info":
            self.dismiss()
