"""Impor: foreign files as they are, what was recognised, what is asked, and what would come of it."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Final

from PySide6.QtCore import QKeyCombination, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QWidget

from gui import dialogs, theme
from gui.imports import FileImport, Imports, Verdict
from gui.pages.import_conversation import Conversation
from gui.pages.import_files import WIDTH, FileList
from gui.pages.import_footer import ImportFooter
from gui.pages.import_parts import stops_of
from gui.pages.import_preview import Preview, added
from gui.pages.import_sheets import SheetPane
from gui.pages.import_states import PasswordState, ReadingState, UnusableState, centred
from gui.pages.import_words import caption, recipe_name, recipe_sentence, where_to, why_not
from gui.pages.page import Card, EmptyState, PageFrame
from gui.session import Session
from model.excel.decisions import Decision
from model.excel.grid import place
from model.excel.importing import Import
from model.problems import Problem

_TALK, _NARROW_TALK = 340, 300
_NARROW: Final = 960
"""A page that is not wider gives the conversation less room."""


class ImporPage(PageFrame):
    """Shows the session's import. Every answer goes to it; what it then says is shown in place."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Impor"), parent)
        self.setObjectName("imporPage")
        self._session = session
        self._imports: Imports = session.imports
        self._shown: tuple[object, ...] = ()
        self._is_answering = False
        """A field shows an answer that is still worked in, and may turn out to be of no use."""
        self._proposed_for: tuple[Path, ...] = ()
        self._greeted: tuple[Path, ...] = ()
        self._told_for: tuple[Path, ...] = ()
        """The files whose import the footer tells of."""
        self._tried: set[Path] = set()
        """The files for which a password was given; what they then say is about that one."""
        language = session.language
        self.files = FileList(language)
        self.sheets = SheetPane(language)
        self.preview = Preview(language)
        self.talk = Conversation(language)
        self.footer = ImportFooter()
        self.reading = ReadingState(session)
        self.password = PasswordState()
        self.unusable = UnusableState()
        self._compose()
        self._connect()
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(0)
        self._late.timeout.connect(self.refresh)
        self.refresh()

    # ---- what others may ask

    def refresh(self) -> None:
        """Show the import as it is now."""
        self._late.stop()
        files = self._imports.files
        self._files_card.setVisible(len(files) > 1)
        self.files.show_files(files, self._imports.current)
        file = self._file
        if file is None:
            self._bodies.setCurrentWidget(self._nothing)
            self.set_subtitle("")
        else:
            self._show_file(file)
        self._show_footer()
        if file is not None and self._paths != self._greeted and self._can_greet():
            self._greeted = self._paths
            QTimer.singleShot(0, self, self._greet)

    # ---- making

    def _compose(self) -> None:
        self._content = self._made_content()
        self._nothing = EmptyState(
            "file-spreadsheet",
            self.tr("Tidak ada berkas yang sedang diimpor."),
            (self.tr("Impor berkas…"), partial(self._session.action_wanted.emit, "import_files")),
        )
        self._states = {
            Verdict.READING: centred(self.reading),
            Verdict.PASSWORD: centred(self.password),
            Verdict.UNUSABLE: centred(self.unusable),
        }
        self._bodies = QStackedWidget()
        for body in (self._content, self._nothing, *self._states.values()):
            self._bodies.addWidget(body)
        self._files_card = Card(margin=1, spacing=0)
        self._files_card.setFixedWidth(theme.px(WIDTH))
        self._files_card.body.addWidget(self.files)
        whole = QHBoxLayout()
        whole.setSpacing(theme.px(16))
        whole.addWidget(self._files_card)
        whole.addWidget(self._bodies, 1)
        self.body.setSpacing(theme.px(12))
        self.body.addLayout(whole, 1)
        self.body.addWidget(self.footer)

    def _made_content(self) -> QWidget:
        """Return sheet and preview, with the conversation beside them."""
        middle = QSplitter(Qt.Orientation.Vertical)
        middle.setObjectName("importSplit")
        middle.setChildrenCollapsible(False)
        middle.setHandleWidth(theme.px(12))
        for widget in (self.sheets, self.preview):
            middle.addWidget(widget)
        middle.setStretchFactor(0, 3)
        middle.setStretchFactor(1, 2)
        middle.setSizes([640, 360])
        self.talk.setFixedWidth(theme.px(_TALK))
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        row.addWidget(middle, 1)
        row.addWidget(self.talk)
        return content

    def _connect(self) -> None:
        self._imports.changed.connect(self._changed)
        self.files.file_chosen.connect(self._imports.choose)
        self.files.taken_wanted.connect(self._imports.set_taken)
        self.talk.answered.connect(self._answer)
        self.talk.withdrawn.connect(self._withdraw)
        self.talk.chosen.connect(self.sheets.choose)
        self.sheets.decision_wanted.connect(self.talk.choose)
        self.preview.cell_wanted.connect(self._show_cell)
        self.password.password_given.connect(self._give_password)
        self.footer.accepted.connect(self._imports.accept)
        self.footer.cancelled.connect(self.cancel)
        self.footer.question_wanted.connect(self._show_question)
        self.sheets.keyboard_wanted.connect(self.talk.focus_on)
        self._add_keys()

    def _add_keys(self) -> None:
        """Make the keys of the page; gui.handlers lists them. By their codes: in Indonesian both Enter
        keys have one name, and two shortcuts of one name do nothing."""
        control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
        ways: dict[QKeyCombination, Callable[[], object]] = {
            control | Qt.Key.Key_Return: self.footer.accept.click,
            control | Qt.Key.Key_Enter: self.footer.accept.click,
            control | Qt.Key.Key_PageDown: partial(self.sheets.turn, 1),
            control | Qt.Key.Key_PageUp: partial(self.sheets.turn, -1),
            alt | Qt.Key.Key_J: self._show_question,
            alt | Qt.Key.Key_H: partial(self.preview.go_to, "figures"),
            alt | Qt.Key.Key_T: partial(self.preview.go_to, "findings"),
        }
        for keys, way in ways.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(way)

    # ---- filling

    @property
    def _file(self) -> FileImport | None:
        files, current = self._imports.files, self._imports.current
        return files[current] if 0 <= current < len(files) else None

    @property
    def _paths(self) -> tuple[Path, ...]:
        return tuple(file.path for file in self._imports.files)

    def _show_file(self, file: FileImport) -> None:
        if file.result is not None:
            self._show_result(file)
        elif file.verdict is Verdict.PASSWORD:
            wrong = file.sentence if file.path in self._tried else ""
            self.password.show_file(file.name, wrong)
            self.password.set_busy(self._imports.is_busy)
        elif file.verdict is Verdict.UNUSABLE:
            self.unusable.sentence.setText(file.sentence)
        else:
            self.reading.show_file(file.name)
        body = self._content if file.result is not None else self._states[file.verdict]
        if body is not self._bodies.currentWidget():
            self._bodies.setCurrentWidget(body)
            self.password.clear()
            if body is self._states[Verdict.PASSWORD]:
                self.password.line.setFocus()
        self.set_subtitle(caption(self._imports))

    def _show_result(self, file: FileImport) -> None:
        assert file.result is not None
        shown = (file.path, file.result, file.match)
        was_refused = self._is_answering and not self._imports.is_busy
        self._is_answering = self._is_answering and self._imports.is_busy
        if shown != self._shown or was_refused:
            self._shown = shown
            self.sheets.show_import(file.result, str(file.path))
            self.talk.show_import(file.result, str(file.path), recipe_sentence(file.match))
            self._order_tabs()
        self.preview.show_book(file.result.book, self._problems(file.result))

    def _problems(self, found: Import) -> tuple[Problem, ...]:
        """What the import brings: not what was said of the open book before."""
        if self._imports.preview is None:
            return found.book.problems
        if self._imports.into_open_book:
            return added(self._imports.problems, self._session.problems)
        return self._imports.problems

    def _order_tabs(self) -> None:
        """Let Tab go as one reads: files, sheet, what comes out, the conversation, the end."""
        before = (self.files, self.sheets.view, self.sheets.tabs, self.preview)
        stops = [stop for pane in before for stop in stops_of(pane)]
        for first, second in pairwise([*stops, *self.talk.stops(), *stops_of(self.footer)]):
            QWidget.setTabOrder(first, second)

    def _show_footer(self) -> None:
        self.footer.setVisible(self._imports.is_active)
        if self._imports.is_busy:
            self.footer.show_reading(is_begun=self._paths == self._told_for)
            return
        self._told_for = self._paths
        taken = [file for file in self._imports.files if file.taken and file.result is not None]
        questions = sum(map(_questions, taken))
        self.footer.show_state(where_to(self._imports, self._session.name), why_not(self._imports), questions)
        self.footer.set_can_remember(any(file.result and file.result.decisions for file in taken))
        if self._paths != self._proposed_for and taken:
            self._proposed_for = self._paths
            match = taken[0].match
            self.footer.offer_recipe(recipe_name(taken[0]), is_known=match is not None)

    # ---- what the person does

    def cancel(self) -> None:
        """Give the import up; answers that would be lost are asked about."""
        if self._imports.has_answers and not dialogs.confirm(
            self,
            self.tr("Batalkan impor?"),
            self.tr("Jawaban Anda tentang berkas ini akan hilang. Buku yang terbuka tidak berubah."),
            self.tr("Batalkan impor"),
        ):
            return
        self._imports.cancel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._imports.is_active:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def _answer(self, decision: Decision, value: str) -> None:
        self._is_answering = True
        self._imports.answer(self._imports.current, decision.about, decision.key, value)

    def _withdraw(self, decision: Decision) -> None:
        self._imports.withdraw(self._imports.current, decision.about, decision.key)

    def _give_password(self, password: str) -> None:
        if (file := self._file) is not None:
            self._tried.add(file.path)
        self._imports.give_password(self._imports.current, password)

    def _show_question(self) -> None:
        """On to the first open question, in another file where this one has none."""
        files, current = self._imports.files, self._imports.current
        asking = [number for number, file in enumerate(files) if _questions(file)]
        if asking and current not in asking:
            self._imports.choose(asking[0])
            self.refresh()
        self.talk.focus_question()

    def _show_cell(self, file: str, sheet: str, cell: str) -> None:
        names = [found.name for found in self._imports.files]
        if file in names and file != names[self._imports.current]:
            self._imports.choose(names.index(file))
            self.refresh()
        # A finding may be about a whole sheet, or about a block of which the first cell is shown.
        first = cell.partition(":")[0]
        self.sheets.go_to(sheet, place(first) if first[-1:].isdigit() else None)

    # ---- listening

    def showEvent(self, event: QShowEvent) -> None:
        self.refresh()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < theme.px(_NARROW)
        self.talk.setFixedWidth(theme.px(_NARROW_TALK if is_narrow else _TALK))

    def _can_greet(self) -> bool:
        """Everything is read, and a person looks."""
        return self.isVisible() and not self._imports.is_busy

    def _greet(self) -> None:
        """Begin a new import with the keyboard where the person is asked, else where one begins to read."""
        file = self._file
        if file is not None and file.verdict is Verdict.PASSWORD:
            self.password.line.setFocus()
        elif file is not None and file.result is not None and file.result.questions:
            self.talk.focus_question()
            self.sheets.release()
        elif len(self._imports.files) > 1:
            self.files.setFocus()
        elif file is not None and file.result is not None:
            self.sheets.view.setFocus()

    def _changed(self) -> None:
        if not self._imports.files:  # one has ended, or another one begins
            self._forget()
        if self.isVisible():
            self._late.start()

    def _forget(self) -> None:
        """The import has ended: the next one begins with nothing of it."""
        self._shown = ()
        self._proposed_for = self._greeted = self._told_for = ()
        self._tried.clear()
        self.password.clear()
        self.talk.clear()
        self.sheets.clear()
        self.preview.begin_anew()


def _questions(file: FileImport) -> int:
    """Return how many answers a file waits for; one that is left out waits for none."""
    return len(file.result.questions) if file.taken and file.result is not None else 0
