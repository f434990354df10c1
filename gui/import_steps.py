"""The steps of an import: read the files one after the other, then put them together, ask or accept."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer

from gui.import_accepting import PAGE as PAGE
from gui.import_accepting import ImportAccepting
from gui.import_files import FileImport, FileState, Verdict
from gui.import_work import OwnReader, Reads, Wish, examining, known_forms
from gui.opening import sentence_of
from model.errors import ModelError
from model.excel.answers import Answers

_PATIENCE: Final = 1000
"""Milliseconds that the reading of several files may take before the page tells of it."""

if TYPE_CHECKING:
    from gui.session import Session
    from model.excel.earlier_answers import Examined


class ImportSteps(ImportAccepting):
    """What happens between two things that a person does: one task at a time, until nothing is left to do.

    Where nothing is to be asked, the import accepts itself; else the session turns to its page when
    everything is read.
    """

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self._show_progress)
        self._more_to_do.connect(self._go_on)

    @property
    def is_busy(self) -> bool:
        """Files are being read or put together; what :meth:`accept` asks for then waits for that."""
        return self._task is not None or bool(self._now.waiting)

    def use(self, reader: Reads) -> None:
        """Read files with *reader* from now on, instead of a child process of our own."""
        if self._reader is not None:
            self._reader.close()
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
        given, refused = self._now.opening.answers, self._now.opening.refused
        self._now.files = tuple(
            FileState(
                FileImport(path, Verdict.READING), given.get(path, Answers()), refused.get(path, frozenset())
            )
            for path in paths
        )
        self._now.waiting = list(range(len(paths)))
        if len(paths) > 1:
            self._patience.start()
        self._go_on()

    def _show_progress(self) -> None:
        """Many files take long: the page says how far they are. What nobody touches there still accepts
        itself."""
        if self.reading >= 0:
            self._session.show_page(PAGE)

    def _forget(self) -> None:
        self._patience.stop()
        super()._forget()

    @property
    def reading(self) -> int:
        """Place of the file that is being read for the first time, -1 for none."""
        now = self._now
        is_first = self._task is not None and any(
            file.shown.verdict is Verdict.READING for file in now.files[now.reading : now.reading + 1]
        )
        return now.reading if is_first else -1

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
        if self._task is None and not self._now.waiting:
            self._patience.stop()
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
        before = None if file.is_to_match else file.found
        wish = Wish(file.shown.path, file.given, file.refused, file.password, before)
        reader = OwnReader() if opening.is_sample else self.reader
        book = self._session.book if self._now.into_open_book else None
        known = known_forms(book, self._now.coverage_book)
        work = examining(wish, reader, self._session.recipes, known, opening.usual_province)
        name, many = file.shown.name, len(self._now.files)
        if many > 1:
            name = self.tr("{name} ({place} dari {count})").format(name=name, place=index + 1, count=many)
        self._run(work, self._examined, self._refused, name)

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
        is_first = now.files[now.reading].found is None
        now.put(now.reading, now.files[now.reading].examined(found, now.asking))
        if is_first and now.coverage_book is found.result.book:
            self._learn_from(found)
        now.is_stale = True
        if now.has_warned:
            now.has_warned = False
            self._session.notice_outdated.emit()
        self._go_on()

    def _learn_from(self, found: "Examined") -> None:
        """A book among the files lends its recipes to those that were read before it, too."""
        if found.result.book.recipes or found.result.book.aliases:
            for place, file in enumerate(self._now.files):
                if file.shown.verdict is Verdict.QUESTIONS:
                    self._ask(place, replace(file, is_to_match=True))

    def _refused(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, ModelError | OSError):
            self._end()
            raise error
        language, file = self._session.language, self._now.files[self._now.reading]
        if file.found is not None:  # the answer was of no use: the one before stands
            self._session.notice.emit("warning", sentence_of(error, language))
            self._now.has_warned = True
        self._now.put(self._now.reading, file.failed(error, language))
        self._go_on()

    # ---- to the end

    def _settle(self) -> None:
        if self._now.is_shown:
            return
        files = self._now.files
        if any(file.was_killed for file in files):
            self._show_page()  # it can be tried once more there
        elif not self._now.taken and all(file.shown.verdict is Verdict.UNUSABLE for file in files):
            self._tell_of_no_use()
        elif self._now.needs_person(self._session.problems):
            self._show_page()
        else:
            self._now.wanted_name = ""
            self._go_on()

    def _tell_of_no_use(self) -> None:
        errors = [file.error for file in self._now.files if file.error]
        self._end()
        more = self.tr("Begitu pula {count} berkas lain.").format(count=len(errors) - 1)
        self._session.fail(errors[0], more=more if errors[1:] else "")


def _nothing(result: None) -> None:
    """The process is on its way."""
