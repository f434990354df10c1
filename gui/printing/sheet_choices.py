"""What is printed and on which paper, and who signs it: the panel beside the preview."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, cast

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from gui import theme
from gui.pages.page import MutedLabel, Rule, SectionTitle, SegmentedButtons
from gui.printing.office_form import OfficeForm
from gui.printing.order import Content
from model.book import Office, Paper

WIDTH: Final = 320


class SheetChoices(QFrame):
    """Paper, content and office. It scrolls where the window is low."""

    changed = Signal()
    """Another content or another region."""
    office_edited = Signal(object)
    """The office with another paper, letterhead or signatory."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = Office()
        self.setObjectName("sheetChoices")
        self.setProperty("role", "card")
        self.setFixedWidth(theme.px(WIDTH))
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(*([theme.px(16)] * 4))
        self._column.setSpacing(theme.px(8))
        self._add_paper()
        self._add_content()
        self._column.addSpacing(theme.px(4))
        self._column.addWidget(Rule())
        self._column.addSpacing(theme.px(4))
        self.form = OfficeForm()
        self.form.edited.connect(self._office_typed)
        self._column.addWidget(self.form)
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(1, 1, 1, 1)
        frame.addWidget(scroll)

    # ---- what is chosen

    @property
    def content(self) -> Content:
        """Which sheets are asked for."""
        return next(content for content, button in self._contents.items() if button.isChecked())

    @property
    def region(self) -> str:
        """The code chosen for one region's sheet; "" where there is none to choose."""
        return str(self.regions.currentData() or "")

    def set_content(self, content: Content) -> None:
        """Choose which sheets are printed."""
        self._contents[content].setChecked(True)

    def show_regions(self, regions: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer *regions* (code, name); *chosen* is the context's, "" keeps the present one."""
        kept = chosen or self.region
        with QSignalBlocker(self.regions):
            self.regions.clear()
            for code, name in regions:
                self.regions.addItem(name, code)
            self.regions.setCurrentIndex(max(0, self.regions.findData(kept)))
        self._contents[Content.REGION].setEnabled(bool(regions))
        self._show_region_box()

    def show_office(self, office: Office) -> None:
        """Show the office of the open book."""
        self._office = office
        with QSignalBlocker(self.papers):
            self.papers.set_value(office.paper)
        self.form.show_office(office)

    # ---- inside

    def _add_paper(self) -> None:
        self._column.addWidget(SectionTitle(self.tr("Kertas")))
        self.papers = SegmentedButtons(
            [("f4", "F4"), ("folio", "Folio"), ("a4", "A4")], name=self.tr("Kertas")
        )
        for paper, size in (("f4", "215 × 330 mm"), ("folio", "210 × 330 mm"), ("a4", "210 × 297 mm")):
            self.papers.button(paper).setToolTip(size)
        self.papers.changed.connect(self._paper_chosen)
        self._column.addWidget(self.papers)
        self._column.addSpacing(theme.px(8))

    def _add_content(self) -> None:
        self._column.addWidget(SectionTitle(self.tr("Isi")))
        texts = {
            Content.PROVINCE: self.tr("Lembar provinsi"),
            Content.BOOKLET: self.tr("Buklet: provinsi dan tiap kabupaten/kota"),
            Content.REGION: self.tr("Satu kabupaten/kota"),
        }
        self._contents = {content: QRadioButton(text, self) for content, text in texts.items()}
        for content, button in self._contents.items():
            button.setObjectName(f"content-{content}")
            button.setFont(theme.font(13))
            button.toggled.connect(self._content_toggled)
            self._column.addWidget(button)
        self.regions = QComboBox(self)
        self.regions.setObjectName("region")
        self.regions.setFont(theme.font(13))
        self.regions.setAccessibleName(self.tr("Kabupaten/kota"))
        self.regions.currentIndexChanged.connect(self.changed)
        self._column.addWidget(self.regions)
        with QSignalBlocker(self._contents[Content.PROVINCE]):
            self._contents[Content.PROVINCE].setChecked(True)
        self._column.addWidget(
            MutedLabel(
                self.tr("Posisi, segmen, dan set target mengikuti pilihan di atas halaman."), wrap=True
            )
        )
        self._show_region_box()

    def _show_region_box(self) -> None:
        self.regions.setVisible(self.content is Content.REGION)

    def _content_toggled(self, on: bool) -> None:  # noqa: FBT001  Qt calls it
        if on:
            self._show_region_box()
            self.changed.emit()

    def _paper_chosen(self, paper: str) -> None:
        self.form.commit()
        self._office = replace(self._office, paper=cast(Paper, paper))
        self.office_edited.emit(self._office)

    def _office_typed(self, office: Office) -> None:
        self._office = replace(office, paper=self._office.paper)
        self.office_edited.emit(self._office)
