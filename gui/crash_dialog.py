"""The one dialog that nobody wants to see: what went wrong, and a button that copies it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from gui import theme
from gui.pages.page import SEMIBOLD, Button, Label


class CrashDialog(QDialog):
    """Shows crash reports; further ones are added below the first instead of opening more dialogs."""

    quit_wanted = Signal()

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("crashDialog")
        self.setWindowTitle(self.tr("Kesalahan program"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._report = QPlainTextEdit(report)
        self._report.setObjectName("crashReport")
        self._report.setAccessibleName(self.tr("Laporan kesalahan"))
        self._report.setReadOnly(True)
        self._report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPixelSize(theme.px(12))
        self._report.setFont(fixed)
        self._copy = Button(self.tr("Salin laporan"), "copy", name="crashCopy")
        self._quit = Button(self.tr("Tutup program"), name="crashQuit")
        self._go_on = Button(self.tr("Lanjutkan"), kind="primary", name="crashContinue")
        self._go_on.setDefault(True)
        self._lay_out()
        self._copy.clicked.connect(self.copy)
        self._quit.clicked.connect(self._leave)
        self._go_on.clicked.connect(self.accept)
        self.resize(theme.px(640), theme.px(420))

    def _lay_out(self) -> None:
        said = Label(
            self.tr(
                "Program menemui kesalahan yang tidak terduga. Berkas Anda tidak diubah. Anda dapat "
                "melanjutkan; bila terulang, salin laporan ini dan kirimkan kepada pengelola program. "
                "Laporan tidak memuat data orang."
            ),
            tone="ink2",
            wrap=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(*([theme.px(24)] * 4))
        column.setSpacing(theme.px(12))
        column.addWidget(Label(self.tr("Terjadi kesalahan"), 16, SEMIBOLD))
        column.addWidget(said)
        column.addWidget(self._report, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._copy)
        row.addStretch(1)
        row.addWidget(self._quit)
        row.addWidget(self._go_on)
        column.addLayout(row)

    @property
    def report(self) -> str:
        """Everything that is shown."""
        return self._report.toPlainText()

    def add(self, report: str) -> None:
        """Put another report below; the same one again is not repeated."""
        if report.strip() not in self.report:
            self._report.appendPlainText(f"\n{report}")

    def copy(self) -> None:
        """Put the whole report on the clipboard."""
        QApplication.clipboard().setText(self.report)
        self._copy.setText(self.tr("Tersalin"))

    def _leave(self) -> None:
        self.quit_wanted.emit()
        self.accept()
