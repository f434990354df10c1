"""What stands in the middle of the page of an import: the file's sheets, or why there are none."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.imports import FileImport, Verdict
from gui.pages.import_states import PasswordState, ReadingState, UnusableState, centred
from gui.pages.page import EmptyState
from gui.session import Session


class Bodies(QStackedWidget):
    """Shows *content* of a file that was read; of any other what it waits for, or that there is none."""

    password_given = Signal(str)

    def __init__(self, session: Session, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._imports = session, session.imports
        self.reading = ReadingState()
        self.password = PasswordState()
        self.unusable = UnusableState()
        self._tried: set[Path] = set()
        """The files for which a password was given; what they then say is about that one."""
        self._path = Path()
        self._content = content
        self._nothing = EmptyState(
            "file-spreadsheet",
            self.tr("Tidak ada berkas yang sedang diimpor."),
            (self.tr("Impor berkas…"), partial(session.action_wanted.emit, "import_files")),
        )
        self._states = {
            Verdict.READING: centred(self.reading),
            Verdict.PASSWORD: centred(self.password),
            Verdict.UNUSABLE: centred(self.unusable),
        }
        self._states[Verdict.STOPPED] = self._states[Verdict.UNUSABLE]
        for body in (self._content, self._nothing, *dict.fromkeys(self._states.values())):
            self.addWidget(body)
        self.password.password_given.connect(self._give)
        self.unusable.retry_wanted.connect(self._retry)
        self.reading.stop_wanted.connect(self._stop)
        self._imports.progressed.connect(self._progressed)

    def show_file(self, file: FileImport | None, *, is_busy: bool) -> None:
        """Show how far *file* has come; one that was read is shown by the content itself."""
        if file is None:
            self.setCurrentWidget(self._nothing)
            return
        if file.path != self._path:
            self.password.clear()
            self.reading.show_progress(-1)
        self._path = file.path
        if file.result is None:
            self._fill(file, is_busy=is_busy)
        self._turn(self._content if file.result is not None else self._states[file.verdict])

    def take_focus(self) -> bool:
        """Put the keyboard where a file without content asks for something; False where it does not."""
        asks = self.currentWidget() is self._states[Verdict.PASSWORD]
        if asks:
            self.password.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return asks

    def clear(self) -> None:
        """Forget the import."""
        self._tried.clear()
        self.password.clear()

    # ---- inside

    def _fill(self, file: FileImport, *, is_busy: bool) -> None:
        match file.verdict:
            case Verdict.PASSWORD:
                self.password.show_file(file.name, file.sentence if file.path in self._tried else "")
                self.password.set_busy(is_busy)
            case Verdict.UNUSABLE:
                self.unusable.show_file(file.sentence, can_retry=file.can_retry and not is_busy)
            case Verdict.STOPPED:
                said = self.tr("{name} tidak dibaca karena Anda tidak menunggunya.").format(name=file.name)
                self.unusable.show_file(said, can_retry=True, is_error=False)
            case _:
                reading, many = self._imports.reading, len(self._imports.files) > 1
                is_waiting = reading not in {-1, self._imports.current}
                self.reading.show_file(file.name, is_waiting=is_waiting, is_one_of_many=many)

    def _retry(self) -> None:
        self._imports.retry(self._imports.current)

    def _stop(self) -> None:
        if len(self._imports.files) > 1:
            self._imports.skip(self._imports.current)
        else:
            self._session.cancel()

    def _progressed(self, place: int, thousandths: int) -> None:
        if place == self._imports.current:
            self.reading.show_progress(thousandths)

    def _turn(self, body: QWidget) -> None:
        if body is self.currentWidget():
            return
        self.setCurrentWidget(body)
        self.password.clear()

    def _give(self, password: str) -> None:
        self._tried.add(self._path)
        self.password_given.emit(password)
