"""The files of an import in a card of their own, and below them how many are still to be read."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from gui import theme
from gui.imports import FileImport, Imports, Verdict
from gui.pages.import_files import WIDTH, FileList
from gui.pages.page import Button, Card, ElidedLabel, Rule

_NARROW: Final = 152


class FileCard(Card):
    """Shows the list; while files wait to be read, how many are done and a way to stop."""

    stop_wanted = Signal()

    def __init__(self, imports: Imports, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=1, spacing=0)
        self._imports = imports
        self.files = FileList(language)
        self.said = ElidedLabel("", 12)
        self.said.setObjectName("filesLeft")
        self.progress = QProgressBar()
        self.progress.setObjectName("filesProgress")
        self.progress.setTextVisible(False)
        self.stop = Button(self.tr("Berhenti"), kind="link", name="filesStop")
        self.stop.setToolTip(self.tr("Berkas yang sudah dibaca tetap ada; sisanya dilewati."))
        self.stop.clicked.connect(self.stop_wanted)
        self._foot = QWidget()
        self.set_narrow(is_narrow=False)
        self.body.addWidget(self.files, 1)
        self.body.addWidget(self._foot)
        self._lay_out()
        imports.progressed.connect(self._progressed)

    def show_files(self, files: tuple[FileImport, ...], current: int) -> None:
        """Show *files*, which of them is in view, and how many are not read yet."""
        self.files.show_files(files, current)
        reading = self._imports.reading
        if reading != self.files.files.reading:
            self.files.files.show_progress(reading, -1)
        left = sum(file.verdict is Verdict.READING for file in files)
        self._foot.setVisible(left > 0)
        self.said.setText(self.tr("{done} dari {all} dibaca").format(done=len(files) - left, all=len(files)))
        self.progress.setRange(0, 1000 * max(1, len(files)))
        self.progress.setValue(1000 * (len(files) - left))
        self.progress.setAccessibleName(self.said.text())

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Leave more of a narrow page to the sheet."""
        self.setFixedWidth(theme.px(_NARROW if is_narrow else WIDTH))

    # ---- inside

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.said, 1)
        row.addWidget(self.stop)
        inside = QVBoxLayout()
        inside.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(10))
        inside.setSpacing(theme.px(6))
        inside.addLayout(row)
        inside.addWidget(self.progress)
        column = QVBoxLayout(self._foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        column.addLayout(inside)

    def _progressed(self, place: int, thousandths: int) -> None:
        self.files.files.show_progress(place, thousandths)
        files = self._imports.files
        done = sum(file.verdict is not Verdict.READING for file in files)
        self.progress.setValue(1000 * done + max(0, thousandths))
