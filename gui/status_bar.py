"""The line at the bottom: which file, whether it is saved, what was found, what is running."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from gui import icons, theme
from gui.pages.page import MEDIUM, Button, ElidedLabel, Label, MutedLabel, Rule
from gui.session import Session
from gui.tasks import Task

HEIGHT = 28
_PATIENCE = 300
"""Milliseconds that work may take before the bar says so."""


class StatusBar(QFrame):
    """Listens to the session; a click on the findings opens their page."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        self.setProperty("role", "status")
        self.setObjectName("statusBar")
        self.setAccessibleName(self.tr("Keadaan"))
        self.setFixedHeight(theme.px(HEIGHT))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(12), 0, theme.px(8), 0)
        self._row.setSpacing(theme.px(8))
        self._make_book()
        self._row.addStretch(1)
        self._make_work()
        self._make_invented_chip()
        self._row.addWidget(Rule(vertical=True))
        self.zoom = MutedLabel(f"{round(theme.zoom() * 100)} %", 12)
        self.zoom.setAccessibleName(self.tr("Pembesaran {zoom}").format(zoom=self.zoom.text()))
        self._row.addWidget(self.zoom)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE)
        self._timer.timeout.connect(self._show_work)
        session.book_changed.connect(self._show_book)
        session.task_changed.connect(self._follow)
        self._show_book()
        self._show_task(None)
        self._follow()

    def _make_invented_chip(self) -> None:
        self.chip = Label(self.tr("Angka rekaan untuk contoh"), 11, MEDIUM)
        self.chip.setProperty("role", "chip")
        self.chip.setObjectName("inventedChip")
        self.chip.setToolTip(self.tr("Sebagian angka dibuat untuk contoh dan bukan angka resmi."))
        self._row.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignVCenter)

    def _make_book(self) -> None:
        self._file_icon = _picture("file-spreadsheet", theme.current().ink2)
        self.file = ElidedLabel("", 12)
        self.file.set_tone("ink2")
        self.file.setObjectName("statusFile")
        self._saved_icon = QLabel()
        self.saved = Label("", 12, tone="ink2")
        self.saved.setObjectName("statusSaved")
        self.errors = self._counter("statusErrors", theme.current().behind)
        self.warnings = self._counter("statusWarnings", theme.current().ink2)
        self._rules = [Rule(vertical=True) for _ in range(3)]
        places: tuple[QWidget, ...] = (
            self._file_icon, self.file, self._rules[0], self._saved_icon, self.saved, self._rules[1],
            self.errors, self.warnings, self._rules[2],
        )  # fmt: skip
        for widget in places:
            self._row.addWidget(widget)
        self._book_widgets = places

    def _counter(self, name: str, color: str) -> QPushButton:
        icon = "circle-alert" if name == "statusErrors" else "triangle-alert"
        button = Button("", kind="flat", name=name)
        button.setIcon(icons.icon(icon, color if name == "statusErrors" else theme.current().watch))
        button.setIconSize(QSize(theme.px(18), theme.px(14)))
        button.setFont(theme.font(12, MEDIUM))
        button.setStyleSheet(f"padding: 0 2px; min-height: 0; color: {color};")
        button.setFixedHeight(theme.px(22))
        button.clicked.connect(self._show_findings)
        return button

    def _make_work(self) -> None:
        self.work = ElidedLabel("", 12)
        self.work.setObjectName("statusWork")
        self.work.setMaximumWidth(theme.px(280))
        self.progress = QProgressBar()
        self.progress.setObjectName("statusProgress")
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(theme.px(120))
        self.cancel = Button(self.tr("Batal"), "x", kind="flat", name="statusCancel")
        self.cancel.setFont(theme.font(12, MEDIUM))
        self.cancel.setFixedHeight(theme.px(24))
        self.cancel.setStyleSheet("min-height: 0; padding: 0 6px;")
        self.cancel.clicked.connect(self._session.cancel)
        self._work_widgets: tuple[QWidget, ...] = (self.work, self.progress, self.cancel)
        for widget in self._work_widgets:
            self._row.addWidget(widget)

    # ---- the book

    def _show_book(self) -> None:
        session = self._session
        for widget in self._book_widgets:
            widget.setVisible(session.book is not None or widget is self.file)
        self.chip.setVisible(session.invented)
        if session.book is None:
            self.file.setText(self.tr("Belum ada buku yang dibuka"))
            return
        self.file.setText(session.name)
        icon, text = self._saving()
        self._saved_icon.setPixmap(_pixmap(icon, theme.current().ink2, self))
        self.saved.setText(text)
        severities = [str(problem.severity) for problem in session.problems]
        errors, warnings = severities.count("error"), severities.count("warning")
        self._show_count(self.errors, errors, self.tr("%n galat", "", errors))
        self._show_count(self.warnings, warnings, self.tr("%n peringatan", "", warnings))
        self._rules[2].setVisible(self.errors.isVisibleTo(self) or self.warnings.isVisibleTo(self))

    def _saving(self) -> tuple[str, str]:
        if self._session.book and self._session.book.read_only:
            return "eye", self.tr("Hanya dibaca")
        if self._session.is_sample:
            return "flask-conical", self.tr("Contoh")
        if self._session.is_saved:
            return "check", self.tr("Tersimpan")
        if self._session.is_changed_book:
            return "pencil", self.tr("Perubahan belum disimpan")
        return "pencil", self.tr("Belum disimpan sebagai buku")

    def _show_count(self, button: QPushButton, count: int, text: str) -> None:
        button.setText(text)
        button.setAccessibleName(text)
        button.setToolTip(self.tr("Buka Temuan"))
        button.setVisible(count > 0)

    def _show_findings(self) -> None:
        self._session.show_page("temuan")

    # ---- the work

    def _follow(self) -> None:
        running = [task for task in self._session.tasks.running if task.label]
        task = running[-1] if running else None
        if task is self._task:
            return
        if self._task is not None:
            self._task.progress.disconnect(self._progressed)
        self._task = task
        if task is None:
            self._timer.stop()
            self._show_task(None)
        else:
            task.progress.connect(self._progressed)
            self.progress.setRange(0, 0)
            if self.work.isVisibleTo(self):
                self._show_task(task)
            else:
                self._timer.start()

    def _show_work(self) -> None:
        self._show_task(self._task)

    def _show_task(self, task: Task | None) -> None:
        for widget in self._work_widgets:
            widget.setVisible(task is not None)
        self.cancel.setVisible(task is not None and not task.must_finish)
        self.work.setText(f"{task.label}…" if task else "")
        self.progress.setAccessibleName(self.work.text())

    def _progressed(self, done: int, total: int) -> None:
        # Qt counts in 32 bits; a large file has more bytes than that.
        self.progress.setRange(0, 1000 if total > 0 else 0)
        self.progress.setValue(round(1000 * done / total) if total > 0 else 0)


def _picture(icon: str, color: str) -> QLabel:
    label = QLabel()
    label.setPixmap(_pixmap(icon, color, label))
    label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    return label


def _pixmap(icon: str, color: str, on: QWidget) -> QPixmap:
    return icons.pixmap(icon, color, theme.px(14), on.devicePixelRatioF())
