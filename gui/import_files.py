"""One file of an import: how far it has come, what was answered about it, what it came to."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from gui.opening import Opening, sentence_of
from model.errors import UnusableFileError
from model.excel.answers import About, Answers
from model.excel.notices import masked

if TYPE_CHECKING:
    from gui.import_work import Outcome
    from model.book import Book
    from model.excel.earlier_answers import Examined, Key
    from model.excel.importing import Import
    from model.problems import Problem
    from model.recipes import Match

_OF_ONE_FILE: Final = frozenset({About.POSITION, About.PERIOD})
"""What is answered for one file alone, however many have the same form."""
_OF_ALL_FILES: Final = frozenset({About.NAME, About.PROVINCE})
"""What means the same in every file of one office, whatever the form."""


_KILLED: Final = "reading_killed"
_MAY_PASS: Final = frozenset({_KILLED, "reading_memory", "reading_time", "reading_broke_down", "missing"})
"""Why a file could not be read that another moment may mend."""


class Verdict(StrEnum):
    """How far the reading of one file has come."""

    READING = "reading"
    UNDERSTOOD = "understood"
    QUESTIONS = "questions"
    """Something only a person knows; the rest is read."""
    PASSWORD = "password"  # noqa: S105  a verdict, no secret
    """It is encrypted: no password yet, or a wrong one."""
    UNUSABLE = "unusable"
    STOPPED = "stopped"
    """A person did not want to wait for it."""


@dataclass(frozen=True)
class FileImport:
    """One file of an import, as it is shown."""

    path: Path
    verdict: Verdict
    result: "Import | None" = None
    sentence: str = ""
    """Why it is of no use, or why its password does not fit."""
    match: "Match | None" = None
    """The recipe that fits its form, and in what it differs."""
    taken: bool = True
    """Its figures are to enter the book."""
    can_retry: bool = False
    """It could not be read, and trying once more may help: nothing says that the file itself is bad."""

    @property
    def name(self) -> str:
        """The file's name, a person's number in it masked."""
        return masked(self.path.name)

    @property
    def asks(self) -> bool:
        """A person has to tell something."""
        return self.verdict in {Verdict.QUESTIONS, Verdict.PASSWORD}


@dataclass(frozen=True, eq=False)
class FileState:
    """The same with what is not shown."""

    shown: FileImport
    given: Answers = field(default_factory=Answers)
    """What a person answered about it, now."""
    refused: "frozenset[Key]" = frozenset()
    """What a person took back although an earlier answer would settle it."""
    password: str = field(default="", repr=False)
    found: "Examined | None" = None
    asked: "tuple[Answers, frozenset[Key]]" = field(default_factory=lambda: (Answers(), frozenset()))
    """The answers that ``found`` was made with."""
    error: Exception | None = None
    """Why it could not be read."""
    is_to_match: bool = False
    """Recipes came to be known since it was read: which one fits is to be found anew."""

    @property
    def is_taken(self) -> bool:
        """It was read, and is to enter the book."""
        return self.found is not None and self.shown.taken

    @property
    def is_empty(self) -> bool:
        """It was read, and no figure came out of it; a coverage book may be empty."""
        result = self.shown.result
        return result is not None and not result.is_coverage_book and not len(result.book.observations)

    @property
    def has_answers(self) -> bool:
        """A person told something about it."""
        return self.given != Answers() or bool(self.refused)

    @property
    def has_own_answers(self) -> bool:
        """A person told what is of this file alone, its position: no recipe keeps that."""
        return self.given.position is not None or any(about in _OF_ONE_FILE for about, _ in self.given.given)

    def answered(self, about: About, key: str, value: str) -> "FileState":
        """Return the file with an answer more."""
        return replace(
            self, given=self.given.having(about, key, value), refused=self.refused - {(about, key)}
        )

    def without(self, about: About, key: str) -> "FileState":
        """Return the file with an answer less, whoever gave it."""
        return replace(self, given=self.given.without(about, key), refused=self.refused | {(about, key)})

    def examined(self, found: "Examined", asked: "tuple[Answers, frozenset[Key]]") -> "FileState":
        """Return the file as it is after it was examined with the answers *asked*."""
        verdict = Verdict.QUESTIONS if found.result.questions else Verdict.UNDERSTOOD
        shown = replace(self.shown, verdict=verdict, result=found.result, sentence="", match=found.match)
        return replace(self, shown=shown, found=found, asked=asked, error=None, is_to_match=False)

    def failed(self, error: Exception, language: str) -> "FileState":
        """Return the file as it is when it could not be read; one that was read before stays as it was."""
        if self.found is not None:
            return self.reverted()
        code = error.code if isinstance(error, UnusableFileError) else ""
        verdict = Verdict.PASSWORD if code in {"password", "wrong_password"} else Verdict.UNUSABLE
        can_retry = isinstance(error, OSError) or code in _MAY_PASS
        sentence = sentence_of(error, language)
        shown = replace(self.shown, verdict=verdict, sentence=sentence, can_retry=can_retry)
        return replace(self, shown=shown, error=error)

    @property
    def was_killed(self) -> bool:
        """Somebody ended the process that read it: that says nothing about the file."""
        return isinstance(self.error, UnusableFileError) and self.error.code == _KILLED

    def once_more(self) -> "FileState":
        """Return the file as it was before it could not be read."""
        shown = replace(self.shown, verdict=Verdict.READING, sentence="", can_retry=False)
        return replace(self, shown=shown, error=None)

    def stopped(self) -> "FileState":
        """Return the file as it is when a person did not want it to be read; it may be read later."""
        shown = replace(self.shown, verdict=Verdict.STOPPED, can_retry=True)
        return replace(self, shown=shown)

    def reverted(self) -> "FileState":
        """Return the file with the answers that it was last examined with."""
        given, refused = self.asked
        return replace(self, given=given, refused=refused)


@dataclass
class ImportState:
    """Everything about the import in progress; a new one when it ends."""

    opening: Opening | None = None
    into_open_book: bool = False
    page_before: str = ""
    files: tuple[FileState, ...] = ()
    current: int = 0
    waiting: list[int] = field(default_factory=list)
    """Places of the files that are still to be read, or read again."""
    reading: int = 0
    """Place of the file that is being read, or was the last one."""
    has_warned: bool = False
    """A notice says that an answer was of no use; with the next one that is over."""
    is_skipping: bool = False
    """Only the file that is being read is stopped; the others go on."""
    asking: "tuple[Answers, frozenset[Key]]" = field(default_factory=lambda: (Answers(), frozenset()))
    """The file that is being read, and the answers that it is read with."""
    outcome: "Outcome | None" = None
    is_stale: bool = False
    """The outcome is not what the files come to any more."""
    is_shown: bool = False
    """A person looks at it: nothing is accepted by itself."""
    wanted_name: str | None = None
    """Accept as soon as nothing is to be done, with this name of a recipe ("" for the usual one)."""

    @property
    def taken(self) -> tuple[FileState, ...]:
        """The files that are to enter the book."""
        return tuple(file for file in self.files if file.is_taken)

    @property
    def problems(self) -> "tuple[Problem, ...]":
        """The findings of what accepting would show."""
        return self.outcome.opened.problems if self.outcome else ()

    @property
    def name(self) -> str:
        """What the import is called."""
        return self.opening.name if self.opening else ""

    @property
    def coverage_book(self) -> "Book | None":
        """The first book of ours among the files."""
        results = (file.shown.result for file in self.files)
        return next((found.book for found in results if found and found.is_coverage_book), None)

    @property
    def has_added_files(self) -> bool:
        """A book is read again together with files that were added to it."""
        return self.opening is not None and bool(self.opening.added)

    @property
    def unseen_recipe(self) -> str:
        """Name of a recipe that a file does not quite fit, where nobody looked at it; "" for none."""
        matches = [] if self.is_shown else [file.shown.match for file in self.taken]
        return next((match.recipe.name for match in matches if match and not match.is_exact), "")

    def needs_person(self, before: "Sequence[Problem]") -> bool:
        """Say whether a person is to look before anything is accepted: for what :func:`needs_person`
        says, for a review, and for figures that contradict the open book, whose findings are *before*."""
        opening = self.opening
        is_again = opening is not None and opening.is_again
        if opening is not None and opening.is_review:
            return True
        if needs_person(self.files, is_again=is_again):
            return True
        return self.into_open_book and conflicts(self.problems) > conflicts(before)

    def leave_unread(self) -> None:
        """Read no more of the files that nobody has read."""
        self.files = tuple(
            file.stopped() if file.shown.verdict is Verdict.READING else file for file in self.files
        )

    def put(self, index: int, file: FileState) -> None:
        """Replace one file."""
        self.files = (*self.files[:index], file, *self.files[index + 1 :])


def alike(files: Sequence[FileState], index: int, about: About, key: str) -> list[int]:
    """Return the file itself and every other one for which its answer holds as well.

    A position is the file's own; a name means the same in every file; anything else holds for the
    files of the same form. A file about which something else was answered is left alone.
    """
    mine = files[index]
    before, form = mine.given.value(about, key), mine.found.shape if mine.found else ()
    places = [index]
    for place, file in enumerate(files):
        if place == index or file.found is None or about in _OF_ONE_FILE:
            continue
        is_alike = about in _OF_ALL_FILES or file.found.shape == form
        is_there = any((one.about, one.key) == (about, key) for one in file.found.result.decisions)
        if is_alike and is_there and file.given.value(about, key) == before:
            places.append(place)
    return places


def needs_person(files: Sequence[FileState], *, is_again: bool) -> bool:
    """Say whether a person is to look before anything enters a book: at a question, at a file that
    cannot be read, at one that gives no figure. What was left open before is not asked again."""
    verdicts = {file.shown.verdict for file in files}
    hinder = {Verdict.PASSWORD, Verdict.UNUSABLE} | (set() if is_again else {Verdict.QUESTIONS})
    return bool(verdicts & hinder) or any(file.is_empty and not is_again for file in files)


def conflicts(problems: "Sequence[Problem]") -> int:
    """Return how many figures have two values."""
    return sum(problem.code == "contradiction" for problem in problems)


def opened_again(opening: Opening, before: Opening | None, files: Sequence[FileState]) -> Opening:
    """Return what opening the same book again takes: *files*, behind those that were open *before*.

    A file that was added to a book does not give it another name.
    """
    paths = tuple(file.shown.path for file in files)
    answers = {file.shown.path: file.given for file in files}
    refused = {file.shown.path: file.refused for file in files}
    if before is None:
        return replace(opening, paths=paths, answers=answers, refused=refused)
    more = tuple(path for path in paths if path not in before.paths) if before.paths else ()
    return replace(
        before,
        paths=(*before.paths, *more),
        added=(*before.added, *more),
        answers={**before.answers, **answers},
        refused={**before.refused, **refused},
    )
