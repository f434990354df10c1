"""Impor: foreign files as they are, what was recognised, what is asked, and what would come of it."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from gui import dialogs, theme
from gui.imports import FileImport, Imports, Verdict
from gui.pages import import_words as words
from gui.pages.import_bodies import Bodies
from gui.pages.import_conversation import Conversation
from gui.pages.import_file_card import FileCard
from gui.pages.import_footer import ImportFooter
from gui.pages.import_keys import add_keys, order_tabs
from gui.pages.import_parts import stops_of
from gui.pages.import_preview import Preview
from gui.pages.import_sheets import SheetPane
from gui.pages.page import PageFrame
from gui.session import Session
from model.excel.decisions import Decision
from model.excel.grid import place

_TALK, _NARROW_TALK = 340, 280
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
        language = session.language
        self._files_card = FileCard(self._imports, language)
        self.files = self._files_card.files
        self.sheets = SheetPane(language)
        self.preview = Preview(language)
        self.talk = Conversation(language)
        self.footer = ImportFooter()
        self.bodies = Bodies(session, self._made_content())
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
        self._files_card.show_files(files, self._imports.current)
        file = self._file
        if file is not None and file.result is not None:
            self._show_result(file)
        focus = self.focusWidget()
        self.bodies.show_file(file, is_busy=self._imports.is_busy)
        if focus is not None and self.bodies.isAncestorOf(focus) and not focus.isVisibleTo(self):
            # A password was the right one: what it was typed into is gone.
            QTimer.singleShot(0, self, self._enter_file)
        self.set_subtitle(words.caption(self._imports) if file is not None else "")
        self._show_footer()
        if file is not None and self._paths != self._greeted and self._can_greet():
            self._greeted = self._paths
            QTimer.singleShot(0, self, self._greet)

    # ---- making

    def _compose(self) -> None:
        whole = QHBoxLayout()
        whole.setSpacing(theme.px(16))
        whole.addWidget(self._files_card)
        whole.addWidget(self.bodies, 1)
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
        self.files.skip_wanted.connect(self._imports.skip)
        self._files_card.stop_wanted.connect(self._imports.stop)
        self.files.activated.connect(self._enter_file)
        self.files.clicked.connect(self._file_clicked)
        self.talk.answered.connect(self._answer)
        self.talk.withdrawn.connect(self._withdraw)
        self.talk.chosen.connect(self.sheets.choose)
        self.sheets.decision_wanted.connect(self.talk.choose)
        self.preview.cell_wanted.connect(self._show_cell)
        self.bodies.password_given.connect(self._give_password)
        self.footer.accepted.connect(self._imports.accept)
        self.footer.cancelled.connect(self.cancel)
        self.footer.question_wanted.connect(self._show_question)
        self.sheets.keyboard_wanted.connect(self.talk.focus_on)
        self._add_keys()

    def _add_keys(self) -> None:
        """Make the keys of the page; gui.handlers lists them. By their codes: in Indonesian both Enter
        keys have one name, and two shortcuts of one name do nothing."""
        control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
        add_keys(
            self,
            {
                control | Qt.Key.Key_Return: self.footer.accept.click,
                control | Qt.Key.Key_Enter: self.footer.accept.click,
                control | Qt.Key.Key_PageDown: partial(self.sheets.turn, 1),
                control | Qt.Key.Key_PageUp: partial(self.sheets.turn, -1),
                alt | Qt.Key.Key_J: self._show_question,
                alt | Qt.Key.Key_H: partial(self.preview.go_to, "figures"),
                alt | Qt.Key.Key_T: partial(self.preview.go_to, "findings"),
            },
        )

    # ---- filling

    @property
    def _file(self) -> FileImport | None:
        files, current = self._imports.files, self._imports.current
        return files[current] if 0 <= current < len(files) else None

    @property
    def _paths(self) -> tuple[Path, ...]:
        return tuple(file.path for file in self._imports.files)

    def _show_result(self, file: FileImport) -> None:
        assert file.result is not None
        shown = (file.path, file.result, file.match)
        was_refused = self._is_answering and not self._imports.is_busy
        self._is_answering = self._is_answering and self._imports.is_busy
        if shown != self._shown or was_refused:
            self._shown = shown
            self.sheets.show_import(file.result, str(file.path))
            self.talk.show_import(file.result, str(file.path), words.recipe_sentence(file.match))
            self._order_tabs()
        self.preview.show_book(
            file.result.book, words.findings(self._imports, file.result, self._session.problems)
        )

    def _order_tabs(self) -> None:
        """Let Tab go as one reads: files, sheet, what comes out, the conversation, the end."""
        before = (self._files_card, self.bodies.password, self.sheets.view, self.sheets.tabs, self.preview)
        stops = [stop for pane in before for stop in stops_of(pane)]
        order_tabs([*stops, *self.talk.stops(), *stops_of(self.footer)])

    def _show_footer(self) -> None:
        self.footer.setVisible(self._imports.is_active)
        if self._imports.is_busy:
            self.footer.show_reading(is_begun=self._paths == self._told_for)
            return
        self._told_for = self._paths
        taken = [file for file in self._imports.files if file.taken and file.result is not None]
        questions = sum(map(words.questions_of, taken))
        self.footer.show_state(
            words.where_to(self._imports, self._session.name), words.why_not(self._imports), questions
        )
        self.footer.set_can_remember(self._imports.can_remember)
        if self._paths != self._proposed_for and taken:
            self._proposed_for = self._paths
            match = taken[0].match
            self.footer.offer_recipe(words.recipe_name(taken[0]), is_known=match is not None)

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
        self._imports.give_password(self._imports.current, password)

    def _show_question(self) -> None:
        """On to the first open question, in another file where this one has none."""
        files, current = self._imports.files, self._imports.current
        asking = [number for number, file in enumerate(files) if words.questions_of(file)]
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
        self._files_card.set_narrow(is_narrow=is_narrow)

    def _can_greet(self) -> bool:
        """Everything is read, and a person looks."""
        return self.isVisible() and not self._imports.is_busy

    def _greet(self) -> None:
        """Begin a new import with the keyboard where the person is asked, else where one begins to read."""
        file = self._file
        asks = file is not None and (file.asks or file.verdict is Verdict.UNUSABLE)
        if len(self._imports.files) > 1 and not asks:
            self.files.setFocus()
            return
        self._enter_file()
        if asks:
            self.sheets.release()

    def _enter_file(self) -> None:
        """Go on to what the file in view asks, else to its sheet, where it has neither to the list."""
        self.refresh()
        is_read = self._file is not None and self._file.result is not None
        if self.bodies.take_focus() or (is_read and self.talk.focus_question()):
            return
        place = self.sheets.view if is_read else self.files
        place.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _file_clicked(self) -> None:
        """The keyboard follows the mouse into a password's line, and stays in the list otherwise."""
        self.refresh()
        self.bodies.take_focus()

    def _changed(self) -> None:
        if not self._imports.files:  # one has ended, or another one begins
            self._forget()
        if self.isVisible():
            self._late.start()

    def _forget(self) -> None:
        """The import has ended: the next one begins with nothing of it."""
        self._shown = ()
        self._proposed_for = self._greeted = self._told_for = ()
        self.bodies.clear()
        self.talk.clear()
        self.sheets.clear()
        self.preview.begin_anew()
