"""The panel "Asal angka": formula, inputs and source cells of the figure that is selected."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from gui import icons, theme
from gui.pages.page import SEMIBOLD, Button, Label, MutedLabel, Rule
from gui.session import Session
from gui.source_cells import SourceCells, Wanted, reading_cells
from gui.tasks import Task
from gui.widgets import pedigree_text as text
from gui.widgets.pedigree_sections import (
    BeforeSection,
    FigureSection,
    FormulaSection,
    InputsSection,
    ReportedSection,
    Section,
)
from gui.widgets.source_section import SourceSection
from model import wording
from model.book import Book
from model.errors import UnanswerableError
from model.observations import Observation
from model.pedigree import FigureRef, Pedigree

WIDTH = 320
_BACK = "earlier_figure"


class PedigreePanel(QFrame):
    """Shows where the session's selected figure comes from; it computes nothing.

    Pinned, it stays with its figure while others are selected. Closed, it leaves the figure selected:
    opened again, it shows the same one.
    """

    closed = Signal()
    """Asked to be closed, by its button or Escape."""
    source_requested = Signal(object)
    """The Observation whose source cell was asked for; the panel shows it by itself."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._book: Book | None = None
        self._found: Pedigree | None = None
        self._forget_work()
        self.setProperty("role", "panel")
        self.setObjectName("pedigree")
        self.setAccessibleName(self.tr("Asal angka"))
        self.setAutoFillBackground(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._title_bar())
        column.addWidget(Rule())
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self._area, 1)
        # While it runs, the panel scrolls to the picture: the layout makes room for it a moment later.
        self._reveal = QTimer(self)
        self._reveal.setSingleShot(True)
        self._reveal.setInterval(200)
        self._area.verticalScrollBar().rangeChanged.connect(self._show_picture)
        session.figure_selected.connect(self._follow)
        session.book_changed.connect(self._forget)
        self.refresh()

    def _forget_work(self) -> None:
        self._way: tuple[FigureRef, FigureRef] | None = None
        """From which figure a person went to the formula of which of its inputs."""
        self._task: Task | None = None
        self._asked: Wanted | None = None

    def sizeHint(self) -> QSize:
        return QSize(theme.px(WIDTH), theme.px(600))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(WIDTH), theme.px(200))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
            return
        super().keyPressEvent(event)

    @property
    def is_pinned(self) -> bool:
        """The panel stays with its figure."""
        return self.pin.isChecked()

    def refresh(self) -> None:
        """Show the selected figure anew, or that none is selected."""
        try:
            self._found, self._book = self._session.pedigree(), self._session.book
        except UnanswerableError as error:
            self._show_sentence(str(error))
            return
        if self._found is not None and not self._found.ref.region:
            self._found = None
            self._show_sentence(
                self.tr("Angka ini jumlah wilayah yang ada di buku. Pilih satu wilayah untuk melihat selnya.")
            )
            return
        if self._found is None or self._book is None:
            self._found = None
            self._show_sentence(self.tr("Pilih sebuah angka untuk melihat dari mana asalnya."))
            return
        self._show_figure(self._book, self._found)

    def close_panel(self) -> None:
        """Unpin, and say that the panel is to be closed."""
        self.pin.setChecked(False)
        self.closed.emit()

    def copy(self) -> None:
        """Put figure, formula, inputs and sources on the clipboard as text."""
        if self._found and self._book:
            said = text.copied(self._book, self._found, self._session.language)
            QGuiApplication.clipboard().setText(said)
            self._session.notice.emit("info", self.tr("Asal angka disalin."))

    # ---- building

    def _title_bar(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.px(16), theme.px(4), theme.px(8), theme.px(4))
        row.setSpacing(theme.px(4))
        row.addWidget(Label(self.tr("Asal angka"), 13, SEMIBOLD), 1)
        self.pin = self._tool("pin", self.tr("Tahan angka ini saat angka lain dipilih"))
        self.pin.setCheckable(True)
        self.pin.toggled.connect(self._follow)
        self.close_button = self._tool("x", self.tr("Tutup asal angka"))
        self.close_button.clicked.connect(self.close_panel)
        row.addWidget(self.pin)
        row.addWidget(self.close_button)
        return bar

    def _tool(self, icon: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icons.icon(icon))
        button.setIconSize(QSize(theme.px(16), theme.px(16)))
        button.setProperty("kind", "flat")
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setObjectName(f"panel_{icon}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _show_sentence(self, sentence: str) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(*(theme.px(24),) * 4)
        line = MutedLabel(sentence, wrap=True)
        line.setObjectName("panel_sentence")
        line.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        column.addStretch(1)
        column.addWidget(line)
        column.addStretch(2)
        self._replace(content)

    def _show_figure(self, book: Book, found: Pedigree) -> None:
        language = self._session.language
        inputs = InputsSection(found, language)
        inputs.formula_wanted.connect(self._show_formula_of)
        sections: list[Section] = [FigureSection(found, language), FormulaSection(found, language)]
        if found.inputs:
            sections.append(inputs)
        if found.reported or found.ref.name == "coverage":
            sections.append(ReportedSection(book, found, language))
        sections.append(self._source_section(book, found))
        if before := text.before(book, found.ref):
            sections.append(BeforeSection(before, language))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self._way is not None and self._way[1] == found.ref:
            column.addWidget(self._way_back(self._way[0]))
        for section in sections:
            section.cell_wanted.connect(self._show_cell)
            column.addWidget(section)
            if section is not sections[-1]:
                column.addWidget(Rule())
        column.addStretch(1)
        self._replace(content)

    def _way_back(self, ref: FigureRef) -> Section:
        name = wording.label("figure", ref.name, self._session.language)
        section = Section()
        section.body.setContentsMargins(*(theme.px(side) for side in (16, 8, 16, 0)))
        back = Button(self.tr("Kembali ke {name}").format(name=name), "chevron-left", kind="link", name=_BACK)
        back.clicked.connect(self._go_back)
        section.body.addWidget(back)
        return section

    def _source_section(self, book: Book, found: Pedigree) -> Section:
        self.source = SourceSection(book, found, self._session.language)
        self.source.cells_wanted.connect(self._show_first_cell)
        self.source.copy_wanted.connect(self.copy)
        return self.source

    def _replace(self, content: QWidget) -> None:
        self._stop()
        self._asked = None
        focus = self.window().focusWidget()
        old = self._area.widget()
        had_focus = old is not None and focus is not None and old.isAncestorOf(focus)
        if had_focus:
            self.pin.setFocus()  # the keyboard stays in the panel when its widgets go
        old = self._area.takeWidget()
        if old is not None:
            old.deleteLater()
        self._area.setWidget(content)
        content.show()
        if had_focus:
            for name in (_BACK, "target_formula"):
                if (found := content.findChild(QWidget, name)) is not None:
                    found.setFocus()
                    break

    # ---- the session

    def _follow(self) -> None:
        if not self.is_pinned:
            self.refresh()

    def _forget(self) -> None:
        # What is pinned belongs to the book that was open.
        self.pin.setChecked(False)
        self.refresh()

    def _show_formula_of(self, name: str) -> None:
        if self._found:
            ref = self._found.ref
            self.pin.setChecked(False)
            self._way = ref, replace(ref, name=name)
            self._session.select_figure(self._way[1])

    def _go_back(self) -> None:
        if self._way is not None:
            earlier, self._way = self._way[0], None
            self._session.select_figure(earlier)

    # ---- the cells of the source

    def _show_first_cell(self) -> None:
        """Show the cells of the inputs; of several the last one of the first sheet is meant."""
        if not self._found:
            return
        known = [cell for cell in text.cells(self._found) if text.place(cell)]
        same = [cell for cell in known if (cell.source, cell.sheet) == (known[0].source, known[0].sheet)]
        self._show_cell(same[-1])

    def _show_cell(self, cell: Observation) -> None:
        if not self._found or not self._book:
            return
        self.source_requested.emit(cell)
        others = [
            other.cell
            for other in text.cells(self._found)
            if (other.source, other.sheet) == (cell.source, cell.sheet) and other.cell != cell.cell
        ]
        wanted = Wanted(self._book.source(cell.source), cell.sheet, (*others, cell.cell), self._session.paths)
        self._stop()
        self._asked = wanted
        self.source.say(
            self.tr("Membuka {file}…").format(file=wanted.source.file if wanted.source else cell.sheet)
        )
        label = self.tr("Membuka sel sumber")
        self._task = self._session.run(
            reading_cells(wanted, self._session.imports.reader), self._take_cells, label=label
        )
        self._task.cancelled.connect(self._cancelled)

    def _take_cells(self, found: SourceCells) -> None:
        if found.wanted is not self._asked:
            return
        self._task = None
        self.source.say(found.sentence)
        if found.block is not None:
            self.source.show_block(found.block)
        self._reveal.start()

    def _show_picture(self) -> None:
        # The picture is what was asked for: it must not stay below the edge.
        if self._reveal.isActive():
            self._area.ensureWidgetVisible(self.source.copy_button, 0, theme.px(16))

    def _cancelled(self) -> None:
        if self.sender() is self._task:
            self._task = None
            self.source.say(self.tr("Dibatalkan."))

    def _stop(self) -> None:
        if self._task is not None:
            task, self._task = self._task, None
            task.cancel()
