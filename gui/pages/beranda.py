"""Beranda: open a book, start one, look at the sample, go on where one left off."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui import icons, theme
from gui.pages.page import Button, Card, Label, MutedLabel, PageFrame, SectionTitle
from gui.session import Session
from gui.settings import Recent
from gui.widgets.recent_card import RecentCard
from model import wording
from model.periods import at_day
from model.regions import provinces, region_name

_WIDEST = 960
_COLUMNS = 2


class BerandaPage(QWidget):
    """The first page. What it opens goes through the actions of the window, like everything else."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("beranda")
        frame = PageFrame(self.tr("Beranda"), subtitle=self.tr("cakupan jaminan sosial ketenagakerjaan"))
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.px(16))
        self._question = ProvinceQuestion(session)
        self._column.addWidget(self._question)
        self._column.addWidget(self._start())
        self._recent = RecentBooks(session)
        self._column.addWidget(self._recent)
        self._column.addStretch(1)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(self._column, 1)
        inside.setMaximumWidth(theme.px(_WIDEST))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        frame.body.addWidget(scroll)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(frame)

    def _start(self) -> QWidget:
        field = DropField()
        self.open_button = Button(
            self.tr("Buka buku kerja…"), "folder-open", kind="primary", name="berandaOpen"
        )
        self.new_button = Button(self.tr("Buku baru…"), "file-plus", name="berandaNew")
        self.sample_button = Button(self.tr("Buka contoh"), "flask-conical", name="berandaSample")
        buttons = ((self.open_button, "open"), (self.new_button, "new"), (self.sample_button, "sample"))
        for button, action in buttons:
            button.setProperty("action", action)
            button.clicked.connect(self._trigger)
            field.buttons.addWidget(button)
        field.buttons.addStretch(1)
        return field

    def _trigger(self) -> None:
        sender = self.sender()
        assert sender is not None
        self._session.action_wanted.emit(str(sender.property("action")))


class DropField(QWidget):
    """Says that a file may be dropped here; the window takes it wherever it is dropped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        picture = QLabel()
        ratio = self.devicePixelRatioF()
        picture.setPixmap(icons.pixmap("file-spreadsheet", theme.current().accent, theme.px(32), ratio))
        said = QVBoxLayout()
        said.setSpacing(theme.px(4))
        said.addWidget(SectionTitle(self.tr("Mulai dari buku kerja Excel yang sudah ada")))
        told = self.tr(
            "Letakkan berkas di mana saja pada jendela ini, atau pilih dari folder. Excel (xlsx, xls, xlsb), "
            "ODS, CSV, dan unduhan portal (HTML, XML) dapat dibaca; berkas aslinya tidak diubah."
        )
        said.addWidget(MutedLabel(told, 13, wrap=True))
        said.addSpacing(theme.px(8))
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(theme.px(8))
        said.addLayout(self.buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(*([theme.px(24)] * 4))
        row.setSpacing(theme.px(24))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(now.strong), 1, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(now.surface))
        field = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(field, theme.px(6), theme.px(6))


class ProvinceQuestion(Card):
    """The one question of the first start. It goes away when it is answered."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("provinceQuestion")
        self.body.addWidget(SectionTitle(self.tr("Provinsi kantor Anda?")))
        told = self.tr("Dipakai bila sebuah berkas tidak menyebut provinsinya. Dapat diganti di menu Data.")
        self.body.addWidget(MutedLabel(told, wrap=True))
        self.choice = QComboBox()
        self.choice.setObjectName("provinceChoice")
        self.choice.setAccessibleName(self.tr("Provinsi kantor"))
        self.choice.setMinimumWidth(theme.px(240))
        row = QHBoxLayout()
        row.addWidget(self.choice)
        row.addStretch(1)
        self.body.addLayout(row)
        self.choice.activated.connect(self._answer)
        session.province_changed.connect(self._show_if_needed)
        self._show_if_needed()

    def _answer(self) -> None:
        if code := str(self.choice.currentData()):
            self._session.set_province(code)

    def _show_if_needed(self) -> None:
        settings = self._session.settings
        is_needed = settings is not None and not settings.province
        if is_needed and not self.choice.count():
            self.choice.addItem(self.tr("Pilih provinsi"), "")
            for region in sorted(provinces(), key=lambda region: region.name):
                self.choice.addItem(region.name, region.code)
        self.setVisible(is_needed)


class RecentBooks(QWidget):
    """The books that were open before, the last one first."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("recentBooks")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(8), 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(SectionTitle(self.tr("Terakhir dibuka")))
        self._nothing = Label(self.tr("Buku yang Anda buka akan tercantum di sini."), 13, tone="muted")
        column.addWidget(self._nothing)
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.px(12))
        for place in range(_COLUMNS):
            self._grid.setColumnStretch(place, 1)
        column.addLayout(self._grid)
        session.book_changed.connect(self._fill)
        self._fill()

    @property
    def cards(self) -> list[RecentCard]:
        """The cards in view, in the order of the list."""
        items = (self._grid.itemAt(place) for place in range(self._grid.count()))
        return [card for item in items if item and isinstance(card := item.widget(), RecentCard)]

    def _fill(self) -> None:
        for card in self.cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        entries = self._session.settings.recent if self._session.settings else ()
        for place, entry in enumerate(entries):
            card = RecentCard(entry, self._figure(entry), self._detail(entry))
            card.clicked.connect(self._open)
            card.forgotten.connect(self._forget)
            self._grid.addWidget(card, place // _COLUMNS, place % _COLUMNS)
        self._nothing.setVisible(not entries)

    def _figure(self, entry: Recent) -> str:
        known = entry.coverage is not None
        return wording.percent(entry.coverage, 1, self._session.language) if known else ""

    def _detail(self, entry: Recent) -> str:
        parts = [region_name(entry.region)] if entry.region else []
        try:
            day = wording.day(at_day(date.fromisoformat(entry.as_of)), self._session.language)
            parts.append(self.tr("per {day}").format(day=day))
        except ValueError:
            pass
        return ", ".join(parts)

    def _open(self) -> None:
        card = self.sender()
        assert isinstance(card, RecentCard)
        self._session.opening_wanted.emit([Path(path) for path in card.recent.paths])

    def _forget(self, entry: Recent) -> None:
        if self._session.settings:
            self._session.settings.forget(entry)
            self._fill()
