"""The end of an import: its book is shown and its answers are remembered, or nothing is left of it."""

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from gui.import_files import FileState, ImportState, Verdict, opened_again
from gui.import_persons import counting, lists_persons
from gui.import_recipes import Accepted, remembering
from gui.import_undo import Undo
from gui.import_work import Brought, Outcome, OwnReader, Reads, joining
from gui.opening import Opened, sentence_of
from gui.tasks import Task
from model import wording

if TYPE_CHECKING:
    from gui.session import Session

PAGE: Final = "impor"


class ImportAccepting(QObject):
    """What becomes of files that were read: put together, remembered, shown, taken back."""

    changed = Signal()
    """Anything of the import: a verdict, an answer, the preview, its beginning or its end."""
    begun = Signal()
    """Another import: whatever was chosen or scrolled to in the one before is of no concern to it."""

    progressed = Signal(int, int)
    """Place of the file that is being read, and how many thousandths of it are; -1 where that is unknown."""
    _more_to_do = Signal()
    """A step has ended, or what it was made of has changed: the next one is to be taken, here and now."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self._reader: Reads | None = None
        self._task: Task | None = None
        self._now = ImportState()
        self._undo: Undo | None = None
        session.book_changed.connect(self._book_changed)

    @property
    def is_active(self) -> bool:
        """There is an import to go on with."""
        return self._now.opening is not None

    @property
    def can_undo(self) -> bool:
        """The open book is what the last import made of it."""
        return self._undo is not None and self._undo.holds_for(self._session.book)

    def undo(self) -> None:
        """Show the open book as it was before the last import; what was answered stays remembered."""
        undo, now = self._undo, self._session.opened
        if undo is None or now is None or not undo.holds_for(now.book):
            return
        self._undo = None
        opened, is_changed = undo.restored(now)
        self._session.take_over(opened, is_edited=undo.is_edited or is_changed, is_answered=undo.is_answered)
        text = self.tr("Impor {name} dibatalkan; isi buku kembali seperti sebelumnya.")
        self._session.notice.emit("info", text.format(name=undo.name))

    # ---- putting together

    def _join(self) -> None:
        self._now.is_stale = False
        files, opening = self._now.taken, self._now.opening
        assert opening is not None
        read = tuple((file.shown.path, file.found.result, file.password) for file in files if file.found)
        before = self._session.opened if self._now.into_open_book else None
        again = opened_again(opening, before.opening if before else None, files)
        work = counting(read, self._reader or OwnReader(), lambda results: joining(results, again, before))
        self._run(work, self._joined, self._not_joined, opening.name)

    def _joined(self, outcome: Outcome) -> None:
        self._task = None
        self._now.outcome = outcome
        self._more_to_do.emit()

    def _not_joined(self, error: Exception) -> None:
        """What was answered stays: the person may leave a file out, or try once more."""
        self._task = None
        self._now.outcome, self._now.wanted_name = None, None
        self._show_page()
        self.changed.emit()
        self._session.fail(error)

    def _show_page(self) -> None:
        """A person is to look at it, at what asks first, or else at what may be read once more."""
        if not self._now.is_shown:
            self._now.is_shown = True
            asking = [place for place, file in enumerate(self._now.files) if file.shown.asks]
            killed = [place for place, file in enumerate(self._now.files) if file.was_killed]
            self._now.current = next(iter((*asking, *killed)), self._now.current)
        self._session.show_page(PAGE)

    # ---- accepting

    @property
    def _entering(self) -> tuple[Accepted, ...]:
        """The files that enter the book, with what was answered about them."""
        return tuple(
            Accepted(file.shown.path, file.found, file.given, file.refused)
            for file in self._now.taken
            if file.found
        )

    def _remember(self) -> None:
        assert self._now.outcome is not None
        name, store = self._now.wanted_name or "", self._session.recipes
        work = remembering(self._now.outcome.opened, self._entering, name, store, date.today())
        self._run(work, self._accepted, self._not_joined, "")

    def _accepted(self, result: "tuple[Opened, Exception | None]") -> None:
        self._task = None
        if self._now.is_stale or self._now.waiting or self._now.outcome is None:
            self._more_to_do.emit()  # something was changed in the meantime: once more
            return
        opened, trouble = result
        page, name, brought = self._now.page_before, self._now.name, self._now.outcome.brought
        is_told = any(file.has_own_answers for file in self._now.taken)
        is_told = is_told or (self._now.has_added_files and self._session.is_edited)
        recipe = self._now.unseen_recipe
        self._forget()
        self._take_over(opened, brought, name, is_told=is_told)
        if self._session.page == PAGE:
            self._session.show_page(page if brought and page not in {"beranda", PAGE} else "ringkasan")
        self._tell_what_came(brought, name, recipe)
        if trouble is not None:
            text = self.tr("Jawaban Anda tidak dapat disimpan untuk lain kali: {reason}")
            reason = sentence_of(trouble, self._session.language)
            self._session.notice.emit("warning", text.format(reason=reason))
        self.changed.emit()

    def _take_over(self, opened: Opened, brought: Brought | None, name: str, *, is_told: bool) -> None:
        session = self._session
        before, is_edited, is_unsaved = session.opened, False, is_told or opened.is_changed_book
        if brought and before:
            is_edited = session.loses_by_reading_again
            is_unsaved = is_unsaved or session.is_edited or brought.more > 0
            if brought.more:
                self._undo = Undo(name, before, opened.book, is_edited, session.is_edited)
        session.take_over(opened, is_edited=is_edited, is_answered=is_unsaved)

    def _tell_what_came(self, brought: Brought | None, name: str, recipe: str) -> None:
        """Say how much came, and whether *recipe* did not quite fit, which nobody has seen."""
        said = [self._what_came(brought, name)] if brought else []
        if recipe:
            text = self.tr("{name} berbeda bentuknya dari resep {recipe}; bedanya tercatat di Temuan.")
            said.append(text.format(name=name, recipe=recipe))
        if said:
            self._session.notice.emit("info", " ".join(said))
        if brought and self.can_undo:
            self._session.notice_offer.emit("undo_import")

    def _what_came(self, brought: Brought, name: str) -> str:
        language = self._session.language
        counts = (brought.added, brought.known, brought.clashing)
        added, known, clashing = (wording.people(count, language) for count in counts)
        if not brought.more:
            text = self.tr("Tidak ada yang baru di {name}; isi buku ini tetap.")
        elif brought.clashing:
            text = self.tr(
                "{name}: {added} angka ditambahkan, {known} sudah ada, {clashing} bentrok dengan isi buku "
                "ini, yang tetap dipakai."
            )
        elif brought.known:
            text = self.tr("{name}: {added} angka ditambahkan ke buku ini, {known} sudah ada.")
        else:
            text = self.tr("{added} angka dari {name} ditambahkan ke buku ini.")
        return text.format(name=name, added=added, known=known, clashing=clashing)

    # ---- inside

    def _run(self, work: Any, done: Any, failed: Any, name: str) -> None:  # noqa: ANN401  as Session.run
        label = self.tr("Membaca {name}").format(name=name) if name else ""
        self._task = self._session.run(work, done, failed, label=label)
        self._task.cancelled.connect(self._cancelled)
        self._task.progress.connect(self._progressed)

    def _progressed(self, done: int, total: int) -> None:
        if self._task is not None and self.sender() is self._task:
            self.progressed.emit(self._now.reading, round(1000 * done / total) if total > 0 else -1)

    def _cancelled(self) -> None:
        if self._task is None or self.sender() is not self._task:
            return  # of an import that was given up
        self._task = None
        if self._now.is_skipping:
            self._now.is_skipping = False
            self._now.put(self._now.reading, self._now.files[self._now.reading].stopped())
            self._more_to_do.emit()
            return
        if not self._now.is_shown:
            self._end()
            return
        was_reading = any(file.shown.verdict is Verdict.READING for file in self._now.files)
        self._now.files = tuple(file.reverted() if file.found else file for file in self._now.files)
        self._now.wanted_name, self._now.is_stale = None, True
        self._now.waiting.clear()
        if was_reading:  # what was read already can be imported
            self._now.leave_unread()
            self._more_to_do.emit()
        self.changed.emit()

    def _book_changed(self) -> None:
        """The open book is another one now: what would be added to it is put together anew."""
        if self._undo is not None and not self._undo.holds_for(self._session.book):
            self._undo = None
        if self.is_active and self._now.into_open_book and self._now.taken:
            self._now.is_stale = True
            self._more_to_do.emit()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._forget()

    def _end(self) -> None:
        page = self._now.page_before
        self._stop()
        if self._session.page == PAGE:  # perhaps of an import before this one
            self._session.show_page(page if page != PAGE else "beranda")
        self.changed.emit()

    def _forget(self) -> None:
        """Forget everything; who read an encrypted file or a list of persons forgets it as well."""
        if self._reader is not None and any(map(_is_secret, self._now.files)):
            self._reader.close()
            self._reader = None
        self._task = None
        self._now = ImportState()


def _is_secret(file: FileState) -> bool:
    return bool(file.password) or lists_persons(file.found)
