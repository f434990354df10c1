"""A reader of files that reads nothing: what each file comes to is written in the test."""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from model.book import Book, Source
from model.errors import UnusableFileError
from model.excel.answers import About, Answers
from model.excel.by_name_together import Together
from model.excel.cell_block import FoundCells
from model.excel.decisions import Decision, Standing
from model.excel.importing import Import
from model.excel.refusal import refusal
from model.observations import Observation
from model.periods import Period
from model.progress import Report, silent
from tests.builders.books import MARCH, book, counted

SHAPE = ("[rekap]", "kabupaten kota", "potensi", "peserta aktif")


def open_question(about: About, key: str = "", options: Sequence[str] = ()) -> Decision:
    """A question that nobody has answered."""
    return Decision(about, key, "", Standing.OPEN, subject=key, options=tuple(options), sheet="Rekap")


class Form:
    """A file of some form: its figures are there when its questions are answered."""

    def __init__(
        self,
        *questions: Decision,
        active: float = 400,
        region: str = "62.03",
        as_of: Period | None = MARCH,
        shape: tuple[str, ...] = SHAPE,
        password: str = "",
        content: str = "",
    ) -> None:
        self.questions, self.active, self.region, self.as_of = questions, active, region, as_of
        self.shape, self.password, self.content = shape, password, content

    def read(self, path: Path, answers: Answers, password: str) -> Import:
        """What reading it with these answers comes to."""
        if self.password and password != self.password:
            raise refusal("wrong_password" if password else "password", path.name)
        decisions = tuple(self._decided(question, answers) for question in self.questions)
        as_of = self.as_of or answers.position
        is_settled = not any(decision.is_open for decision in decisions) and as_of is not None
        rows: list[list[Observation]] = (
            [counted(self.region, active=self.active, eligible=1000, as_of=as_of, source=path.stem)]
            if is_settled and as_of is not None
            else []
        )
        digest = (self.content or path.name).encode().hex().ljust(64, "0")[:64]
        source = Source(path.stem, path.name, digest)
        found = replace(book(*rows), sources=(source,))
        return Import(path.name, digest, answers, found, decisions=decisions, shape=self.shape)

    def _decided(self, question: Decision, answers: Answers) -> Decision:
        value = answers.value(question.about, question.key)
        return question if value is None else replace(question, value=value, standing=Standing.ANSWERED)


class PaperReader:
    """Reads :class:`Form` by file name; keeps what it was asked."""

    def __init__(self, forms: Mapping[str, Form | Exception | Book]) -> None:
        self.forms = dict(forms)
        self.asked: list[tuple[str, Answers]] = []
        self.passwords: list[str] = []
        self.is_closed = self.is_warm = False
        self.wait: Callable[[Report], None] = lambda report: None

    def examine(
        self, path: Path, answers: Answers | None = None, report: Report = silent, *, password: str = ""
    ) -> Import:
        self.asked.append((path.name, answers or Answers()))
        self.passwords.append(password)
        self.wait(report)
        found = self.forms.get(path.name)
        if found is None:
            raise refusal("missing", path.name)
        if isinstance(found, Exception):
            raise found
        if isinstance(found, Book):
            return Import(path.name, "b" * 64, Answers(), found, is_coverage_book=True)
        return found.read(path, answers or Answers(), password)

    def cells(
        self, path: Path, sheet: str, addresses: tuple[str, ...], report: Report = silent
    ) -> FoundCells:
        return FoundCells("", None)

    def together(
        self, files: Sequence[tuple[Path, Answers, str]], report: Report = silent
    ) -> tuple[Together, ...]:
        return (Together(),) * len(files)

    def warm_up(self) -> None:
        self.is_warm = True

    def close(self) -> None:
        self.is_closed = True

    def times(self, name: str) -> int:
        """How often a file was examined."""
        return sum(asked == name for asked, _ in self.asked)


Reads = Callable[..., PaperReader]
"""Gives a session a reader of these files: ``reads(rekap=Form())`` is "rekap.xlsx"."""


class Held:
    """Holds a reader until it is let go, or its report stops it."""

    def __init__(self) -> None:
        self.begun, self.released = threading.Event(), threading.Event()

    def __call__(self, report: Report) -> None:
        self.begun.set()
        while not self.released.wait(0.01):
            report(1, 2)


def of_no_use(name: str) -> UnusableFileError:
    """Why an empty file is of no use."""
    return refusal("empty", name)
