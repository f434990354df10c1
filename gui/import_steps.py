"""The steps of an import: read the files one after the other, put them together, ask or accept."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from gui.import_files import (
    FileImport,
    FileState,
    ImportState,
    Verdict,
    brought,
    opened_again,
)
from gui.import_work import Accepted, OwnReader, Reads, Wish, examining, joining, remembering
from gui.opening import sentence_of
from gui.tasks import Task
from model import wording
from model.errors import ModelError
from model.excel.answers import Answers

if TYPE_CHECKING:
    from gui.opening import Opened
    from gui.session import Session
    from model.book import Book
    from model.excel.earlier_answers import Examined

PAGE: Final = "impor"


class ImportSteps(QObject):
    """What happens between two things that a person does: one task at a time, until nothing is left to do.

    Where nothing is to be asked, the import accepts itself; else the session turns to its page when
    everything is read.
    """

    changed = Signal()
    """Anything of the import: a verdict, an answer, the preview, its beginning or its end."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self._reader: Reads | None = None
        self._task: Task | None = None
        self._now = ImportState()
        session.book_changed.connect(self._book_changed)

    @property
    def is_active(self) -> bool:
        """There is an import to go on with."""
        return self._now.opening is not None

    @property
    def is_busy(self) -> bool:
        """Files are being read or put together; what :meth:`accept` asks for then waits for that."""
        return self._task is not None or bool(self._now.waiting)

    def use(self, reader: Reads) -> None:
        """Read files with *reader* from now on, instead of a child process of our own."""
        self._reader = reader

    def warm_up(self) -> None:
        """Start the process that reads, so that the first file need not wait for it."""
        reader = self.reader
        self._session.run(lambda report: reader.warm_up(), _nothing)

    def close(self) -> None:
        """Let go of the process that reads; nothing is read after that."""
        if self._reader is not None:
            self._reader.close()

    # ---- reading

    def _found_files(self, paths: tuple[Path, ...]) -> None:
        self._task = None
        assert self._now.opening is not None
        if not paths:
            self._no_files(None)
            return
        given = self._now.opening.answers
        self._now.files = tuple(
            FileState(FileImport(path, Verdict.READING), given.get(path, Answers())) for path in paths
        )
        self._now.waiting = list(range(len(paths)))
        self._go_on()

    def _no_files(self, error: Exception | None) -> None:
        self._task = None
        name = self._now.name
        self._end()
        if error is not None:
            self._session.fail(error)
        else:
            text = self.tr("Di folder {name} tidak ada buku kerja.")
            self._session.notice.emit("warning", text.format(name=name))

    def _ask(self, index: int, file: FileState) -> None:
        """Have a file examined with other answers or another password."""
        self._now.put(index, file)
        if index not in self._now.waiting:
            self._now.waiting.append(index)

    def _go_on(self) -> None:
        """Do what is to be done next: read, put together, accept, or ask the person."""
        if self._now.is_stale and not self._now.taken:
            self._now.outcome = None
        if self._task is None and self._now.opening is not None:
            if self._now.waiting:
                self._read(self._now.waiting.pop(0))
            elif self._now.is_stale and self._now.taken:
                self._join()
            elif self._now.wanted_name is not None and self._now.outcome:
                self._remember()
            else:
                self._settle()
        self.changed.emit()

    def _read(self, index: int) -> None:
        file, opening = self._now.files[index], self._now.opening
        assert opening is not None
        self._now.reading = index
        self._now.asking = (file.given, file.refused)
        wish = Wish(file.shown.path, file.given, file.refused, file.password, file.found)
        reader = OwnReader() if opening.is_sample else self.reader
        work = examining(wish, reader, self._session.recipes, self._known_book(), opening.usual_province)
        name, many = file.shown.name, len(self._now.files)
        if many > 1:
            name = self.tr("{name} ({place} dari {count})").format(name=name, place=index + 1, count=many)
        self._run(work, self._examined, self._refused, name)

    def _known_book(self) -> "Book | None":
        """The book whose recipes come first: the open one, else one among the files."""
        return self._session.book if self._now.into_open_book else self._now.coverage_book

    @property
    def reader(self) -> Reads:
        """What reads every foreign file of this session; made when it is first needed."""
        if self._reader is None:
            from gui.reading import Reader  # not before a file is to be read

            self._reader = Reader()
        return self._reader

    def _examined(self, found: "Examined") -> None:
        self._task = None
        now = self._now
        now.put(now.reading, now.files[now.reading].examined(found, now.asking))
        self._now.is_stale = True
        self._go_on()

    def _refused(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, ModelError | OSError):
            self._end()
            raise error
        language, file = self._session.language, self._now.files[self._now.reading]
        if file.found is not None:  # the answer was of no use: the one before stands
            self._session.notice.emit("warning", sentence_of(error, language))
        self._now.put(self._now.reading, file.failed(error, language))
        self._go_on()

    def _cancelled(self) -> None:
        if self._task is None or self.sender() is not self._task:
            return  # of an import that was given up
        self._task = None
        if not self._now.is_shown:
            self._end()
            return
        self._now.files = tuple(file.reverted() if file.found else file for file in self._now.files)
        self._now.wanted_name, self._now.is_stale = None, True
        self._now.waiting.clear()
        self.changed.emit()

    # ---- putting together

    def _join(self) -> None:
        self._now.is_stale = False
        files = self._now.taken
        results = tuple(file.found.result for file in files if file.found)
        book = self._session.book if self._now.into_open_book else None
        assert self._now.opening is not None
        before = self._session.opening if self._now.into_open_book else None
        opening = opened_again(self._now.opening, before, files)
        self._run(joining(results, opening, book), self._joined, self._not_joined, self._now.opening.name)

    def _joined(self, outcome: "Opened") -> None:
        self._task = None
        self._now.outcome = outcome
        self._go_on()

    def _not_joined(self, error: Exception) -> None:
        self._task = None
        self._end()
        self._session.fail(error)

    def _settle(self) -> None:
        if self._now.is_shown:
            return
        if not self._now.taken and all(file.shown.verdict is Verdict.UNUSABLE for file in self._now.files):
            self._tell_of_no_use()
        elif self._now.needs_person(self._session.problems):
            self._now.is_shown = True
            asking = (place for place, file in enumerate(self._now.files) if file.shown.asks)
            self._now.current = next(asking, 0)
            self._session.show_page(PAGE)
        else:
            self._now.wanted_name = ""
            self._go_on()

    def _tell_of_no_use(self) -> None:
        errors = [file.error for file in self._now.files if file.error]
        self._end()
        more = self.tr("Begitu pula {count} berkas lain.").format(count=len(errors) - 1)
        self._session.fail(errors[0], more=more if errors[1:] else "")

    # ---- accepting

    def _remember(self) -> None:
        assert self._now.outcome is not None
        files = tuple(
            Accepted(file.shown.path, file.found, file.given, file.refused)
            for file in self._now.taken
            if file.found
        )
        name, store = self._now.wanted_name or "", self._session.recipes
        work = remembering(self._now.outcome, files, name, store, date.today())
        self._run(work, self._accepted, self._not_joined, "")

    def _accepted(self, result: "tuple[Opened, Exception | None]") -> None:
        self._task = None
        if self._now.is_stale or self._now.waiting:
            self._go_on()  # something was changed in the meantime: once more
            return
        opened, trouble = result
        into, page, name = self._now.into_open_book, self._now.page_before, self._now.name
        added = brought(self._session.book, opened.book) if into else 0
        is_answered = any(file.has_own_answers for file in self._now.taken)
        self._forget()
        is_edited = into and (self._session.is_edited or added > 0)
        self._session.take_over(opened, is_edited=is_edited, is_answered=is_answered)
        if self._session.page == PAGE:
            self._session.show_page(page if into and page not in {"beranda", PAGE} else "ringkasan")
        if into:
            self._tell_what_came(added, name)
        if trouble is not None:
            text = self.tr("Jawaban Anda tidak dapat disimpan untuk lain kali: {reason}")
            reason = sentence_of(trouble, self._session.language)
            self._session.notice.emit("warning", text.format(reason=reason))
        self.changed.emit()

    def _tell_what_came(self, added: int, name: str) -> None:
        text = self.tr("Tidak ada yang baru di {name}; isi buku ini tetap.")
        if added:
            text = self.tr("{count} angka dari {name} ditambahkan ke buku ini.")
        count = wording.people(added, self._session.language)
        self._session.notice.emit("info", text.format(count=count, name=name))

    # ---- inside

    def _run(self, work: Any, done: Any, failed: Any, name: str) -> None:  # noqa: ANN401  as Session.run
        label = self.tr("Membaca {name}").format(name=name) if name else ""
        self._task = self._session.run(work, done, failed, label=label)
        self._task.cancelled.connect(self._cancelled)

    def _book_changed(self) -> None:
        """The open book is another one now: what would be added to it is put together anew."""
        if self.is_active and self._now.into_open_book and self._now.outcome is not None:
            self._now.is_stale = True
            self._go_on()

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
        """Forget everything; who read an encrypted file forgets it as well."""
        if self._reader is not None and any(file.password for file in self._now.files):
            self._reader.close()
            self._reader = None
        self._task = None
        self._now = ImportState()


def _nothing(result: None) -> None:
    """The process is on its way."""
