"""An import in progress: files that were read, what was answered about them, and what would come of it."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from gui.import_files import FileImport as FileImport
from gui.import_files import Verdict as Verdict
from gui.import_files import alike
from gui.import_steps import ImportSteps
from gui.import_work import workbooks
from gui.opening import Opening
from model.excel.answers import About, Answers

if TYPE_CHECKING:
    from model.book import Book
    from model.problems import Problem


class Imports(ImportSteps):
    """The only state of an import. It begins with :meth:`start` and ends with accept or cancel."""

    @property
    def files(self) -> tuple[FileImport, ...]:
        """The files in the order in which they count: of two figures for one place, the first file's."""
        return tuple(file.shown for file in self._now.files)

    @property
    def current(self) -> int:
        """Place of the file that is looked at."""
        return self._now.current

    @property
    def into_open_book(self) -> bool:
        """The figures are to be added to the open book, and not shown as a book of their own."""
        return self._now.into_open_book

    @property
    def has_answers(self) -> bool:
        """A person answered something that giving up would lose."""
        return any(file.has_answers for file in self._now.files)

    @property
    def can_remember(self) -> bool:
        """There is something to remember as a recipe: without a lasting answer, none is made."""
        return any(file.lasting != Answers() for file in self._entering)

    @property
    def can_accept(self) -> bool:
        """At least one taken file was read, and nothing is busy. Open questions do not hinder: what
        they are about stays out, and is a finding of the book."""
        return not self.is_busy and bool(self._now.taken)

    @property
    def preview(self) -> "Book | None":
        """What accepting would show: all taken files, and the open book when into it. None while unknown;
        while busy, the one before."""
        return self._now.outcome.opened.book if self._now.outcome else None

    @property
    def problems(self) -> "tuple[Problem, ...]":
        """The findings of the preview, worst first; conflicts between files among them."""
        return self._now.problems

    # ---- what a person does

    def start(self, paths: Iterable[Path], *, into_open_book: bool) -> None:
        """Read *paths*; a folder stands for the workbooks in it. An import in progress is given up."""
        self.begin(self._session.wish(paths), into_open_book=into_open_book)

    def begin(self, opening: Opening, *, into_open_book: bool = False) -> None:
        """Like :meth:`start`, for files that were open before, or that come with the program.

        Nothing happens where *opening* names no file.
        """
        if not opening.paths:
            return
        page = self._now.page_before if self._now.is_shown else self._session.page
        self._stop()
        self._now.opening = opening
        self._now.into_open_book = into_open_book
        self._now.page_before = page
        paths = opening.paths
        self._run(lambda report: workbooks(paths), self._found_files, self._no_files, opening.name)
        self.begun.emit()
        self._session.notice_outdated.emit()
        self.changed.emit()

    def choose(self, index: int) -> None:
        """Look at another file."""
        if index != self._now.current and 0 <= index < len(self._now.files):
            self._now.current, self._now.is_shown = index, True
            self.changed.emit()

    def answer(self, index: int, about: About, key: str, value: str) -> None:
        """Take a person's answer about a file. It holds for the other files of the same form as well,
        one about a name for every file; but a position for this file alone."""
        self._now.is_shown = True
        for place in alike(self._now.files, index, about, key):
            self._ask(place, self._now.files[place].answered(about, key, value))
        self._go_on()

    def withdraw(self, index: int, about: About, key: str) -> None:
        """Forget an answer, an earlier file's as well: what it was about is recognised or asked again."""
        self._now.is_shown = True
        for place in alike(self._now.files, index, about, key):
            self._ask(place, self._now.files[place].without(about, key))
        self._go_on()

    def give_password(self, index: int, password: str) -> None:
        """Try to read an encrypted file. The password is forgotten when the import ends."""
        self._now.is_shown = True
        self._ask(index, replace(self._now.files[index], password=password))
        self._go_on()

    def retry(self, index: int) -> None:
        """Read a file once more that could not be read."""
        if self._now.files[index].shown.can_retry:
            self._ask(index, self._now.files[index].once_more())
            self._go_on()

    def skip(self, index: int) -> None:
        """Do not wait for one file; those that are not read yet go on."""
        file = self._now.files[index]
        if file.shown.verdict is not Verdict.READING:
            return
        self._now.is_shown = True
        if index in self._now.waiting:
            self._now.waiting.remove(index)
            self._now.put(index, file.stopped())
            self._go_on()
        elif index == self.reading and self._task is not None:
            self._now.is_skipping = True
            self._task.cancel()

    def stop(self) -> None:
        """Read no more files; what was read stays, and the others can be read later."""
        if self.reading >= 0 and self._task is not None:
            self._now.is_shown = True
            self._task.cancel()

    def set_taken(self, index: int, taken: bool) -> None:  # noqa: FBT001  as its page calls it
        """Take a file into the book, or leave it out."""
        file = self._now.files[index]
        if file.shown.taken != taken:
            self._now.put(index, replace(file, shown=replace(file.shown, taken=taken)))
            self._now.is_stale = True
            self._now.is_shown = True  # somebody chooses: the import waits to be accepted
            self._go_on()

    def accept(self, recipe_name: str = "") -> None:
        """Make the book out of the preview, and remember the answers as a recipe."""
        if self.is_active and self._now.taken:
            self._now.wanted_name = recipe_name
            self._now.is_stale = self._now.is_stale or self._now.outcome is None  # it failed before
            self._go_on()

    def cancel(self) -> None:
        """Give the import up; the open book stays as it was."""
        if self.is_active:
            self._end()
