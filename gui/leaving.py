"""Before something is lost that is written nowhere, a person is asked."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from gui import dialogs
from gui.session import Session


class Leaving(QObject):
    """Says whether one may go on to something else; asks in front of *window* where that loses something."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._is_closing = False
        """The window is to be closed as soon as the book is saved."""
        session.saving.ended.connect(self._saving_ended)

    def may_open(self) -> bool:
        """Another book may take the place of the open one and of the import in progress."""
        return self.may_give_up_import() and self._may_lose_changes()

    def may_read_again(self) -> bool:
        """The files of the open book may be read again; not while its own file is being written."""
        if self._session.saving.is_busy:
            text = self.tr("{name} sedang disimpan. Baca ulang setelah tersimpan.")
            self._session.notice.emit("info", text.format(name=self._session.name))
            return False
        if not self.may_give_up_import():
            return False
        return not self._session.loses_by_reading_again or self._confirms_loss()

    def may_close(self) -> bool:
        """The window may be closed; while the book is being saved it may not, and is closed after that."""
        if self._session.saving.is_busy:
            self._is_closing = True
            text = self.tr("Jendela ditutup setelah {name} tersimpan.").format(name=self._session.name)
            self._session.notice.emit("info", text)
            return False
        return self.may_give_up_import(self.tr("Tutup tanpa mengimpor")) and self._may_lose_changes(
            self.tr("Tutup tanpa menyimpan")
        )

    def may_give_up_import(self, way: str = "") -> bool:
        """An import in progress may end, with the answers given in it. *way*: what going on is called."""
        if not (self._session.is_importing and self._session.imports.has_answers):
            return True
        return dialogs.confirm(
            self._window,
            self.tr("Impor belum selesai"),
            self.tr("Jawaban Anda untuk berkas yang sedang diimpor akan hilang."),
            way or self.tr("Lanjutkan tanpa impor itu"),
        )

    def _may_lose_changes(self, way: str = "") -> bool:
        return not self._session.is_edited or self._confirms_loss(way)

    def _confirms_loss(self, way: str = "") -> bool:
        return dialogs.confirm(
            self._window,
            self.tr("Perubahan belum disimpan"),
            self.tr("Yang Anda ubah atau impor akan hilang. Simpan dulu lewat Berkas > Simpan."),
            way or self.tr("Lanjutkan tanpa menyimpan"),
        )

    def _saving_ended(self, is_saved: bool) -> None:  # noqa: FBT001  a slot
        was_closing, self._is_closing = self._is_closing, False
        if was_closing and is_saved:
            QTimer.singleShot(
                0, self._window, self._window.close
            )  # it may ask, and the task has not ended yet
