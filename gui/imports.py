"""An import in progress: files that were read, what was answered about them, and what would come of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from model.book import Book
    from model.excel.answers import About
    from model.excel.importing import Import
    from model.problems import Problem
    from model.recipes import Match


class Verdict(StrEnum):
    """How far the reading of one file has come."""

    READING = "reading"
    UNDERSTOOD = "understood"
    QUESTIONS = "questions"
    """Something only a person knows; the rest is read."""
    PASSWORD = "password"  # noqa: S105  a verdict, no secret
    """It is encrypted: no password yet, or a wrong one."""
    UNUSABLE = "unusable"


@dataclass(frozen=True)
class FileImport:
    """One file of an import."""

    path: Path
    verdict: Verdict
    result: "Import | None" = None
    sentence: str = ""
    """Why it is of no use, or why its password does not fit."""
    match: "Match | None" = None
    """The recipe that fits its form, and in what it differs."""
    taken: bool = True
    """Its figures are to enter the book."""


class Imports(QObject):
    """The only state of an import. It begins with :meth:`start` and ends with accept or cancel."""

    changed = Signal()
    """Anything of it: a verdict, an answer, the preview, its beginning or its end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files: tuple[FileImport, ...] = ()
        self._current = 0
        self._into_open_book = False

    @property
    def files(self) -> tuple[FileImport, ...]:
        """The files in the order in which they count: of two figures for one place, the first file's."""
        return self._files

    @property
    def current(self) -> int:
        """Place of the file that is looked at."""
        return self._current

    @property
    def into_open_book(self) -> bool:
        """The figures are to be added to the open book, and not shown as a book of their own."""
        return self._into_open_book

    @property
    def is_active(self) -> bool:
        """There is an import to go on with."""
        return bool(self._files)

    @property
    def is_busy(self) -> bool:
        """Files are being read or put together; accept waits for that."""
        return False

    @property
    def can_accept(self) -> bool:
        """At least one taken file gives something, and nothing is busy. Open questions do not hinder:
        what they are about stays out, and is a finding of the book."""
        return False

    @property
    def preview(self) -> "Book | None":
        """What accepting would show: all taken files, and the open book when into it. None while unknown."""
        return None

    @property
    def problems(self) -> "tuple[Problem, ...]":
        """The findings of the preview, worst first; conflicts between files among them."""
        return ()

    def start(self, paths: Iterable[Path], *, into_open_book: bool) -> None:
        """Read *paths*; a folder stands for the workbooks in it. An import in progress is given up."""

    def choose(self, index: int) -> None:
        """Look at another file."""

    def answer(self, index: int, about: "About", key: str, value: str) -> None:
        """Take a person's answer about a file; it holds for the files of the same form as well."""

    def withdraw(self, index: int, about: "About", key: str) -> None:
        """Forget an answer: what it was about is recognised or asked again."""

    def give_password(self, index: int, password: str) -> None:
        """Try to read an encrypted file. The password is forgotten when the import ends."""

    def set_taken(self, index: int, taken: bool) -> None:  # noqa: FBT001  as its page calls it
        """Take a file into the book, or leave it out."""

    def accept(self, recipe_name: str = "") -> None:
        """Make the book out of the preview, and remember the answers as a recipe."""

    def cancel(self) -> None:
        """Give the import up; the open book stays as it was."""
