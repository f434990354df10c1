"""The section of the panel about the files behind a figure, and the cells of theirs that were asked for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from gui import theme
from gui.pages.page import Button, MutedLabel
from gui.widgets import pedigree_text as text
from gui.widgets.cell_picture import CellPicture
from gui.widgets.columns import ColumnsLayout
from gui.widgets.pedigree_sections import Section
from gui.widgets.source_line import SourceLine
from model.book import Book
from model.excel.cell_block import CellBlock
from model.pedigree import Pedigree


class SourceSection(Section):
    """Names the sources; what is found in them is told to it, and shown above its buttons."""

    cells_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, book: Book, found: Pedigree, language: str) -> None:
        super().__init__()
        self._language = language
        self.set_heading(self.tr("Sumber"))
        known = text.sources(book, found)
        for source, sheets in known:
            self.body.addWidget(SourceLine(source, sheets, language))
        if not known:
            self.body.addWidget(MutedLabel(self.tr("Tidak ada berkas sumber yang tercatat."), wrap=True))
        self._picture = QVBoxLayout()
        self._picture.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        self._picture.setSpacing(theme.px(4))
        self.body.addLayout(self._picture)
        self.body.addLayout(self._buttons(found))

    def say(self, sentence: str) -> None:
        """Say how far the cells have come, in the place of what was said or shown before."""
        while (item := self._picture.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        if sentence:
            line = MutedLabel(sentence, wrap=True)
            line.setObjectName("source_sentence")
            self._picture.addWidget(line)

    def show_block(self, block: CellBlock) -> None:
        """Draw cells above what is said of them."""
        self._picture.insertWidget(0, CellPicture(block, self._language))

    def _buttons(self, found: Pedigree) -> ColumnsLayout:
        """Make the buttons beside each other, or below where a longer language needs it.

        At worst a text is cut.
        """
        self.show_cells = Button(self.tr("Tampilkan sel sumber"), "locate", kind="small", name="show_cells")
        self.show_cells.clicked.connect(self.cells_wanted)
        self.show_cells.setEnabled(any(text.place(cell) for cell in text.cells(found)))
        self.copy_button = Button(self.tr("Salin"), "copy", kind="small", name="copy_pedigree")
        self.copy_button.setAccessibleName(self.tr("Salin asal angka sebagai teks"))
        self.copy_button.clicked.connect(self.copy_wanted)
        buttons = (self.show_cells, self.copy_button)
        row = ColumnsLayout(
            steps=(2, 1),
            gap=theme.px(8),
            weights=(1, 1000),
            least=[button.sizeHint().width() for button in buttons],
        )
        for button in buttons:
            button.setMinimumWidth(theme.px(32))
            row.addWidget(button)
            row.setAlignment(button, Qt.AlignmentFlag.AlignLeft)
        return row
