"""Saving the open book into its own file, and writing books to new ones."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.opening import Opened, Opening, saving, writing
from gui.version import program_version

if TYPE_CHECKING:
    from gui.session import Session
    from model.book import Book


class BookSaving(QObject):
    """Saves in a task, one at a time, and tells the session what came of it.

    Saving that has begun is finished: of a file that may have been replaced already, nobody could
    say afterwards whether it is the one that was read.
    """

    ended = Signal(bool)
    """Whether the book was saved; after the session knows."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self._is_busy = False

    @property
    def is_busy(self) -> bool:
        """The book is being saved."""
        return self._is_busy

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
        self._session.run(work, partial(self._saved, opened), self._failed, label=label, must_finish=True)

    def write(self, book: "Book | None", path: Path) -> None:
        """Write *book* (None: an empty one) to *path*, where no file is yet, and open it from there."""
        label = self.tr("Menyimpan {name}").format(name=path.name)
        work = writing(book, self._session.wish([path]), program_version())
        self._session.run(work, self._written, label=label, must_finish=True)

    def _written(self, opening: Opening) -> None:
        self._session.notice.emit("info", self.tr("{name} tersimpan.").format(name=opening.name))
        self._session.imports.begin(opening)

    def _failed(self, error: Exception) -> None:
        self._is_busy = False
        self.ended.emit(False)
        self._session.fail(error)

    def _saved(self, before: Opened, saved: Opened) -> None:
        self._is_busy = False
        self._session.notice.emit("info", self.tr("{name} tersimpan.").format(name=saved.opening.name))
        self._go_on_with(saved, before)
        self.ended.emit(True)

    def _go_on_with(self, saved: Opened, before: Opened) -> None:
        """Show what was saved as such, unless another book was opened in the meantime."""
        now = self._session.opened
        if now is None or now.own_path != saved.own_path:
            return
        is_edited = now.book is not before.book
        kept = replace(now, sha256=saved.sha256) if is_edited else saved
        self._session.keep(kept, is_edited=is_edited)
