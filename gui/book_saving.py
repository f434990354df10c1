"""Saving the open book into its own file."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.opening import Opened, saving
from gui.session import Session
from gui.version import program_version

if TYPE_CHECKING:
    pass


class BookSaving(QObject):
    """Saves in a task, one at a time, and tells the session what came of it."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._is_busy = False

    @property
    def is_possible(self) -> bool:
        """The open book has a coverage book of its own that it can be saved into."""
        opened = self._session.opened
        return opened is not None and opened.own_path is not None

    def save(self) -> None:
        """Save the open book; nothing happens where nothing was changed, or while it is being saved."""
        opened = self._session.opened
        if self._is_busy or opened is None or opened.own_path is None or self._session.is_saved:
            return
        self._is_busy = True
        label = self.tr("Menyimpan {name}").format(name=self._session.name)
        work = saving(opened, opened.own_path, program_version())
        task = self._session.run(work, partial(self._saved, opened), self._failed, label=label)
        task.cancelled.connect(self._free)

    def _free(self) -> None:
        self._is_busy = False

    def _failed(self, error: Exception) -> None:
        self._free()
        self._session.fail(error)

    def _saved(self, before: Opened, saved: Opened) -> None:
        """Go on with what was saved, unless another book was opened in the meantime."""
        self._free()
        session = self._session
        session.notice.emit("info", self.tr("{name} tersimpan.").format(name=saved.opening.name))
        now = session.opened
        if now is None or now.own_path != saved.own_path:
            return
        is_edited = now.book is not before.book
        kept = replace(now, sha256=saved.sha256) if is_edited else saved
        session.keep(kept, is_edited=is_edited)
