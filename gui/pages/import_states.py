"""What stands in place of a sheet: a file that is being read, is locked, or is of no use."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from gui import icons, theme
from gui.pages.page import SEMIBOLD, Button, Card, Label, MutedLabel

_WIDE = 440


class ReadingState(Card):
    """Says which file is being read and how far; the button gives up."""

    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=24)
        self.setObjectName("readingState")
        self.said = Label("", 13, SEMIBOLD, wrap=True)
        self.progress = QProgressBar()
        self.progress.setObjectName("readingProgress")
        self.progress.setTextVisible(False)
        self.percent = MutedLabel()
        self.percent.setObjectName("readingPercent")
        self.stop = Button("", "x", name="stopReading")
        self.stop.clicked.connect(self.stop_wanted)
        self.setFixedWidth(theme.px(_WIDE))
        row = QHBoxLayout()
        row.addWidget(self.stop)
        row.addStretch(1)
        row.addWidget(self.percent)
        for widget in (self.said, self.progress):
            self.body.addWidget(widget)
        self.body.addLayout(row)
        self.show_progress(-1)

    def show_file(self, name: str, *, is_waiting: bool = False, is_one_of_many: bool = False) -> None:
        """Say that this file is being read, or that others come before it."""
        text = self.tr("{name} menunggu giliran") if is_waiting else self.tr("Membaca {name}…")
        self.said.setText(text.format(name=name))
        self.progress.setVisible(not is_waiting)
        self.percent.setVisible(not is_waiting)
        self.progress.setAccessibleName(self.said.text())
        self.stop.setText(self.tr("Lewati berkas ini") if is_one_of_many else self.tr("Berhenti membaca"))
        self.stop.setAccessibleName(self.stop.text())

    def show_progress(self, thousandths: int) -> None:
        """Say how far it is; -1 where that is not known."""
        is_known = thousandths >= 0
        self.progress.setRange(0, 1000 if is_known else 0)
        self.progress.setValue(max(0, thousandths))
        self.percent.setText(f"{thousandths // 10} %" if is_known else "")


class PasswordState(Card):
    """Asks for the password of a file. It is kept in memory as long as the import lasts."""

    password_given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=24)
        self.setObjectName("passwordState")
        self._is_busy = False
        self.title = Label("", 13, SEMIBOLD, wrap=True)
        self.wrong = Label("", 12, tone="behind", wrap=True)
        self.wrong.setObjectName("passwordWrong")
        self.line = QLineEdit()
        self.line.setObjectName("passwordLine")
        self.line.setAccessibleName(self.tr("Kata sandi"))
        self.line.setPlaceholderText(self.tr("Kata sandi berkas"))
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setFont(theme.font(13))
        self.show_it = QCheckBox(self.tr("Tampilkan kata sandi"))
        self.show_it.setObjectName("passwordShow")
        self.show_it.setFont(theme.font(12))
        self.open = Button(self.tr("Buka"), kind="primary", name="passwordOpen")
        self.setFixedWidth(theme.px(_WIDE))
        self._lay_out()
        self.show_it.toggled.connect(self._show_password)
        self.line.textChanged.connect(self._typed)
        self.line.returnPressed.connect(self._give)
        self.open.clicked.connect(self._give)
        self._typed()

    def show_file(self, name: str, sentence: str) -> None:
        """Ask for the password of this file; *sentence* says what was wrong with the one before."""
        self.title.setText(self.tr("{name} terkunci dengan kata sandi").format(name=name))
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))

    def set_busy(self, is_busy: bool) -> None:  # noqa: FBT001  like setEnabled
        """Say that the password is being tried."""
        self._is_busy = is_busy
        self.open.setText(self.tr("Membuka…") if is_busy else self.tr("Buka"))
        self._typed()

    def clear(self) -> None:
        """Forget what was typed."""
        self.line.clear()
        self.show_it.setChecked(False)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.line, 1)
        row.addWidget(self.open)
        kept = MutedLabel(
            self.tr("Kata sandi hanya dipakai untuk membaca berkas ini dan tidak disimpan di mana pun."),
            wrap=True,
        )
        self.body.addWidget(self.title)
        self.body.addWidget(self.wrong)
        self.body.addLayout(row)
        self.body.addWidget(self.show_it)
        self.body.addWidget(kept)

    def _show_password(self, shown: bool) -> None:  # noqa: FBT001  a slot
        mode = QLineEdit.EchoMode
        self.line.setEchoMode(mode.Normal if shown else mode.Password)

    def _typed(self) -> None:
        self.open.setEnabled(bool(self.line.text()) and not self._is_busy)

    def _give(self) -> None:
        if self.open.isEnabled():
            self.password_given.emit(self.line.text())


class UnusableState(QWidget):
    """Says in one sentence why a file cannot be read; where that may pass, offers to try once more."""

    retry_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("unusableState")
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence = Label("", 13, tone="ink2", wrap=True)
        self.sentence.setObjectName("unusableSentence")
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedWidth(theme.px(_WIDE))
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(12))
        column.addWidget(self._picture)
        column.addWidget(self.sentence)
        self.retry = Button("", "refresh-cw", name="unusableRetry")
        self.retry.clicked.connect(self.retry_wanted)
        column.addWidget(self.retry, 0, Qt.AlignmentFlag.AlignCenter)

    def show_file(self, sentence: str, *, can_retry: bool, is_error: bool = True) -> None:
        """Say why the file cannot be read, or was not, and whether another try may help."""
        now = theme.current()
        name, color = ("circle-x", now.behind) if is_error else ("file-spreadsheet", now.muted)
        self._picture.setPixmap(icons.pixmap(name, color, theme.px(32), self.devicePixelRatioF()))
        self.sentence.setText(sentence)
        self.retry.setText(self.tr("Coba lagi") if is_error else self.tr("Baca sekarang"))
        self.retry.setAccessibleName(self.retry.text())
        self.retry.setVisible(can_retry)


def centred(widget: QWidget) -> QWidget:
    """Return a field with *widget* in its middle, a little above."""
    field = QWidget()
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget)
    row.addStretch(1)
    column = QVBoxLayout(field)
    column.addStretch(2)
    # Not aligned: an aligned widget does not get the height that its wrapped texts need.
    column.addLayout(row)
    column.addStretch(3)
    return field
