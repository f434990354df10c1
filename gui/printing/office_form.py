"""Who issues and signs the sheet: letterhead, place, signatory."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from gui import theme
from gui.pages.page import Label, SectionTitle
from model.book import Office, Signatory

TYPING_PAUSE: Final = 700
"""Milliseconds without a key after which an entry counts, so that no letter makes new sheets."""
LETTERHEAD_LINES, POSITION_LINES = 6, 3


class OfficeForm(QWidget):
    """The parts of the office that a sheet shows. ``edited`` carries the office as it now reads."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = Office()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE)
        self._pause.timeout.connect(self.commit)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))
        self._column.addWidget(SectionTitle(self.tr("Kop surat")))
        self.letterhead = self._lines("letterhead", self.tr("Baris kop surat"), LETTERHEAD_LINES)
        self._column.addSpacing(theme.px(12))
        self._column.addWidget(SectionTitle(self.tr("Tanda tangan")))
        self.place = self._entry("place", self.tr("Tempat"))
        self.position = self._lines("position", self.tr("Jabatan"), POSITION_LINES)
        self.name = self._entry("name", self.tr("Nama"))
        self.rank = self._entry("rank", self.tr("Pangkat/golongan"))
        self.nip = self._entry("nip", self.tr("NIP"))

    def show_office(self, office: Office) -> None:
        """Fill the form with *office*; entries that say the same already are left to the cursor."""
        self._office = office
        if self._typed() == office:
            return
        self._pause.stop()
        signatory = office.signatory
        self.letterhead.setPlainText("\n".join(office.letterhead))
        self.position.setPlainText(signatory.position)
        for field, text in (
            (self.place, office.place),
            (self.name, signatory.name),
            (self.rank, signatory.rank),
            (self.nip, signatory.nip),
        ):
            field.setText(text)
            field.setCursorPosition(0)
        self._pause.stop()

    def commit(self) -> None:
        """Take over what was typed, at once."""
        self._pause.stop()
        typed = self._typed()
        if typed != self._office:
            self._office = typed
            self.edited.emit(typed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.commit()
        return super().eventFilter(watched, event)

    def _typed(self) -> Office:
        lines = [line.strip() for line in self.letterhead.toPlainText().splitlines()]
        while lines and not lines[-1]:
            lines.pop()
        signatory = Signatory(
            position=" ".join(self.position.toPlainText().split()),
            name=self.name.text().strip(),
            rank=self.rank.text().strip(),
            nip=self.nip.text().strip(),
        )
        return replace(
            self._office, letterhead=tuple(lines), place=self.place.text().strip(), signatory=signatory
        )

    def _lines(self, name: str, title: str, lines: int) -> QPlainTextEdit:
        field = QPlainTextEdit(self)
        field.setTabChangesFocus(True)
        field.document().setDocumentMargin(0)
        self._add(name, title, field)
        field.setFixedHeight(lines * QFontMetrics(field.font()).lineSpacing() + theme.px(24))
        field.textChanged.connect(self._pause.start)
        return field

    def _entry(self, name: str, title: str) -> QLineEdit:
        field = QLineEdit(self)
        field.textEdited.connect(self._pause.start)
        self._add(name, title, field)
        return field

    def _add(self, name: str, title: str, field: QWidget) -> None:
        field.setObjectName(name)
        field.setAccessibleName(title)
        field.setFont(theme.font(12))
        field.installEventFilter(self)
        label = Label(title, 11, tone="muted")
        label.setBuddy(field)
        self._column.addWidget(label)
        self._column.addWidget(field)
        self._column.addSpacing(theme.px(4))
