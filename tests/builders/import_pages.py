"""The page of an import on files made by hand, and what a person does on it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from gui.imports import FileImport, Imports, Verdict
from gui.pages.impor import ImporPage
from gui.session import Session
from gui.widgets.decision_card import NamesCard
from gui.widgets.decision_fields import CalmCombo
from model.book import Book
from model.excel.answers import About, Answers
from model.problems import Problem
from tests.builders.imports import file_import, office_import, preview_book


class ImportsByHand(Imports):
    """An import without files: an answer changes the sheet's decisions at once, nothing is read."""

    def __init__(self, session: Session, *files: FileImport, into_open_book: bool = False) -> None:
        super().__init__(session)
        self._shown = files
        self._place, self._into = 0, into_open_book
        self.busy = False
        self.memorable = True
        self.told: tuple[Problem, ...] = ()
        self.done: list[tuple[object, ...]] = []
        """What the page asked for beside answers, in order."""

    @property
    def files(self) -> tuple[FileImport, ...]:
        return self._shown

    @property
    def current(self) -> int:
        return self._place

    @property
    def into_open_book(self) -> bool:
        return self._into

    @property
    def is_active(self) -> bool:
        return bool(self._shown)

    @property
    def is_busy(self) -> bool:
        return self.busy

    @property
    def can_remember(self) -> bool:
        return self.memorable and any(file.result and file.result.decisions for file in self._shown)

    @property
    def can_accept(self) -> bool:
        return any(file.taken and file.result for file in self._shown)

    @property
    def has_answers(self) -> bool:
        return any(file.result and file.result.answers != Answers() for file in self._shown)

    @property
    def preview(self) -> Book | None:
        return preview_book()

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self.told

    def show(self, index: int, **changes: object) -> None:
        """Let a file become another one."""
        files = list(self._shown)
        files[index] = replace(files[index], **changes)  # type: ignore[arg-type]
        self._shown = tuple(files)
        self.changed.emit()

    def choose(self, index: int) -> None:
        if index != self._place:
            self._place = index
            self.changed.emit()

    def answer(self, index: int, about: About, key: str, value: str) -> None:
        self._answered(index, self._answers(index).having(about, key, value))

    def withdraw(self, index: int, about: About, key: str) -> None:
        self._answered(index, self._answers(index).without(about, key))

    def give_password(self, index: int, password: str) -> None:
        self.done.append(("password", index, password))

    def set_taken(self, index: int, taken: bool) -> None:
        self.show(index, taken=taken)

    def accept(self, recipe_name: str = "") -> None:
        self.done.append(("accept", recipe_name))

    def cancel(self) -> None:
        self.done.append(("cancel",))
        self._shown = ()
        self.changed.emit()

    def _answers(self, index: int) -> Answers:
        result = self._shown[index].result
        assert result is not None
        return result.answers

    def _answered(self, index: int, answers: Answers) -> None:
        result = office_import(answers, file=self._shown[index].path.name)
        self.show(index, result=result, verdict=Verdict.QUESTIONS if result.questions else Verdict.UNDERSTOOD)


Open = Callable[..., tuple[ImporPage, ImportsByHand]]
"""Opens the page of an import of some files: ``opened_page`` with a session."""


def opened_page(
    qtbot: QtBot, session: Session, *files: FileImport, into_open_book: bool = False
) -> tuple[ImporPage, ImportsByHand]:
    """Show the page of an import of these files, of one that asks without any."""
    imports = ImportsByHand(session, *(files or (file_import(),)), into_open_book=into_open_book)
    session._imports = imports
    page = ImporPage(session)
    qtbot.addWidget(page)
    page.resize(1264, 784)
    with qtbot.waitActive(page):
        page.show()
    QApplication.processEvents()  # it puts the keyboard where one is asked
    return page, imports


def combos(page: ImporPage) -> list[CalmCombo]:
    """The lists of the names that are asked."""
    card = next(card for card in page.talk.questions if isinstance(card, NamesCard))
    return card.findChildren(CalmCombo)


def choose(combo: CalmCombo, text: str) -> None:
    """Choose an entry of a list by what it says."""
    combo.choose(next(choice.value for choice in combo.choices if choice.text == text))


def answer_position(page: ImporPage, text: str = "Maret 2025") -> None:
    line = page.talk.findChild(QLineEdit, "periodLine")
    assert line is not None
    line.setText(text)
    QTest.keyClick(line, Qt.Key.Key_Return)
