"""Lembar Cetak: the summary sheet exactly as it will come out, to be printed or saved as PDF."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from gui import dialogs
from gui.pages.page import Button, Card, EmptyState, Label, PageFrame
from gui.printing import page_pictures, pdf_file, printers
from gui.printing.order import Content, SheetOrder
from gui.printing.preview import Preview
from gui.printing.print_job import print_pdf
from gui.printing.sheet_choices import SheetChoices
from gui.printing.view_bar import ViewBar
from gui.session import Session
from gui.tasks import Task
from gui.theme import px
from model import regions, wording
from model.book import Office
from model.coverage import position_at
from model.errors import ModelError
from model.progress import Report


@dataclass(frozen=True, eq=False)
class Sheets:
    """Finished sheets and what they were made from."""

    order: SheetOrder
    pdf: bytes
    sizes: tuple[tuple[float, float], ...]


class LembarCetakPage(PageFrame):
    """Preview at the left, choices at the right; the sheets are made in a task whenever they change."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Lembar Cetak"), parent)
        self.setObjectName("lembar_cetak")
        self._session = session
        self._sheets: Sheets | None = None
        self._order: SheetOrder | None = None
        self._making: Task | None = None
        self._stale = True
        self._followed = ""
        self._add_controls()
        self._add_body()
        session.book_changed.connect(self._changed)
        session.context_changed.connect(self._context_changed)
        self._follow_region()
        self._changed()

    @property
    def is_settled(self) -> bool:
        """The sheets in the preview are those asked for, and nothing is being made."""
        return not self._stale and self._making is None

    @property
    def pdf(self) -> bytes:
        """The sheets in the preview as PDF; empty without any."""
        return self._sheets.pdf if self._sheets else b""

    # ---- building

    def _add_controls(self) -> None:
        self.save_button = Button(self.tr("Simpan PDF…"), "download", name="savePdf")
        self.print_button = Button(self.tr("Cetak…"), "printer", kind="primary", name="printSheets")
        self.save_button.clicked.connect(self.save_pdf)
        self.print_button.clicked.connect(self.print_sheets)
        self.controls.addWidget(self.save_button)
        self.controls.addWidget(self.print_button)

    def _add_body(self) -> None:
        self.preview = Preview(self._session.run)
        self.view_bar = ViewBar(self.preview, self._session.language)
        card = Card(margin=1, spacing=0)
        card.body.addWidget(self.view_bar)
        card.body.addWidget(self.preview, 1)
        self._making_label = Label(self.tr("Menyusun lembar…"), tone="muted")
        self._making_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty = EmptyState(
            "printer",
            self.tr("Belum ada buku yang dibuka. Lembar ringkasan disusun dari angka di dalamnya."),
            (self.tr("Buka contoh"), self._session.open_sample),
        )
        self.refusal = EmptyState("circle-alert", "")
        self._stack = QStackedWidget()
        for widget in (card, self._making_label, self.refusal):
            self._stack.addWidget(widget)
        self._shown = card
        self.choices = SheetChoices()
        self.choices.changed.connect(self._changed)
        self.choices.office_edited.connect(self._office_edited)
        self._work = QWidget()
        row = QHBoxLayout(self._work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        row.addWidget(self._stack, 1)
        row.addWidget(self.choices)
        self.body.addWidget(self._work, 1)
        self.body.addWidget(self._empty, 1)

    # ---- making sheets

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._make()

    def _context_changed(self) -> None:
        self.choices.form.commit()
        if self._session.context.region != self._followed:
            self._follow_region()
        self._changed()

    def _follow_region(self) -> None:
        """A region chosen for the whole program is the one to print; without one, the province."""
        book, self._followed = self._session.book, self._session.context.region
        is_regency = book is not None and self._followed not in {"", book.province}
        with QSignalBlocker(self.choices):
            self.choices.set_content(Content.REGION if is_regency else Content.PROVINCE)

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._make()
        else:
            self._show_state()

    def _make(self) -> None:
        """Have the sheets made that are asked for now; an older wish is out of date."""
        self._stale = False
        if self._making:
            self._making.cancel()
            self._making = None
        self._fill_choices()
        order = self._asked()
        if order is None:
            self._sheets = None
            self._show_state()
            return
        self._order = order
        self._making = self._session.run(
            _making(order), self._take, self._refuse, label=self.tr("Menyusun lembar")
        )
        self._making.ended.connect(self._made)
        self._show_state()

    def _asked(self) -> SheetOrder | None:
        book, context = self._session.book, self._session.context
        if book is None:
            return None
        return SheetOrder(
            book=book,
            content=self.choices.content,
            region=self.choices.region,
            as_of=context.as_of,
            segment=context.segment,
            target_set=context.target_set,
            paper=book.office.paper,
            language=self._session.language,
            printed_on=date.today(),
            book_name=self._session.name,
        )

    def _fill_choices(self) -> None:
        book = self._session.book
        if book is None:
            return
        self.choices.show_office(book.office)
        codes = sorted(set(book.observations["region"].astype(str)) - {book.province})
        known = [(code, regions.region_name(code)) for code in codes if len(code) > 2]
        self.choices.show_regions(known, self._session.context.region)

    def _take(self, sheets: Sheets) -> None:
        self._sheets = sheets
        self.preview.show_pdf(sheets.pdf, sheets.sizes)
        self.view_bar.follow()

    def _refuse(self, error: Exception) -> None:
        self._sheets = None
        if not isinstance(error, ModelError):
            raise error
        self.refusal.sentence.setText(str(error))

    def _made(self) -> None:
        if self.sender() is self._making:
            self._making = None
            self._show_state()

    def _show_state(self) -> None:
        has_book = self._session.book is not None
        self._empty.setVisible(not has_book)
        self._work.setVisible(has_book)
        if self._sheets:
            self._stack.setCurrentWidget(self._shown)
        else:
            self._stack.setCurrentWidget(self._making_label if self._making or self._stale else self.refusal)
        ready = self._sheets is not None
        self.save_button.setEnabled(ready)
        self.print_button.setEnabled(ready)
        self.set_subtitle(self._told(self._sheets) if self._sheets and has_book else "")

    def _told(self, sheets: Sheets) -> str:
        millimetres = " × ".join(f"{round(side / 72 * 25.4)}" for side in sheets.sizes[0])
        pages = len(sheets.sizes)
        told = self.tr("{name}, {paper} {size} mm, {pages} halaman")
        return told.format(
            name=self._name(sheets.order), paper=_paper_name(sheets.order), size=millimetres, pages=pages
        )

    def _name(self, order: SheetOrder) -> str:
        code = order.region if order.content is Content.REGION else order.book.province
        name = regions.region_name(code)
        if order.content is Content.BOOKLET:
            name = self.tr("Buklet {name}").format(name=name)
        day = wording.day(position_at(order.book, order.as_of), order.language)
        return self.tr("{name}, posisi per {day}").format(name=name, day=day)

    # ---- taking them away

    def save_pdf(self) -> None:
        """Ask for a file and write the sheets to it."""
        if not self._sheets:
            return
        name = self._name(self._sheets.order).replace(",", "")
        proposed = self.tr("Lembar ringkasan {name}.pdf").format(name=name)
        path = dialogs.save_file(self, self.tr("Simpan PDF"), proposed, "PDF (*.pdf)")
        if path is not None:
            self._session.run(_saving(self._sheets.pdf, path), self._saved, label=self.tr("Menyimpan PDF"))

    def print_sheets(self) -> None:
        """Ask for a printer and print the sheets."""
        if not self._sheets:
            return
        sheets = self._sheets
        title = self._name(sheets.order)
        printer = printers.choose(self, sheets.order.paper, title, len(sheets.sizes))
        if printer is None:
            return

        def work(report: Report) -> int:
            return print_pdf(sheets.pdf, printer, report)

        label = self.tr("Mencetak {pages} halaman").format(pages=len(sheets.sizes))
        self._session.run(work, self._printed, label=label)

    def _saved(self, path: Path) -> None:
        self._session.notice.emit("info", self.tr("{name} tersimpan.").format(name=path.name))

    def _printed(self, pages: int) -> None:
        told = self.tr("{pages} halaman dikirim ke printer.").format(pages=pages)
        self._session.notice.emit("info", told)

    def _office_edited(self, office: Office) -> None:
        self._session.with_office(office)


def _making(order: SheetOrder) -> Callable[[Report], Sheets]:
    def work(report: Report) -> Sheets:
        pdf = order.pdf(report)
        return Sheets(order, pdf, page_pictures.sizes(pdf))

    return work


def _saving(pdf: bytes, path: Path) -> Callable[[Report], Path]:
    def work(report: Report) -> Path:
        pdf_file.save(pdf, path)
        return path

    return work


def _paper_name(order: SheetOrder) -> str:
    return {"f4": "F4", "folio": "Folio", "a4": "A4"}[order.paper]
