"""Turning pages and zooming: the strip over the preview."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QToolButton, QWidget

from gui import icons, theme
from gui.pages.page import Label
from gui.printing.page_places import FIT_PAGE, FIT_WIDTH, Zoom
from gui.printing.preview import Preview
from model import wording

STEPS: Final = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0)


class ViewBar(QFrame):
    """Follows a preview and steers it."""

    def __init__(self, preview: Preview, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview, self._language = preview, language
        self.setProperty("role", "bar")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(4), theme.px(12), theme.px(4))
        row.setSpacing(theme.px(4))
        self.before = self._tool("chevron-left", "previousPage", self.tr("Halaman sebelumnya"))
        self.after = self._tool("chevron-right", "nextPage", self.tr("Halaman berikutnya"))
        self.place = Label("", 12, tone="ink2")
        self.smaller = self._tool("zoom-out", "zoomOut", self.tr("Perkecil"))
        self.larger = self._tool("zoom-in", "zoomIn", self.tr("Perbesar"))
        self.zooms = QComboBox(self)
        self.zooms.setObjectName("zoom")
        self.zooms.setFont(theme.font(12))
        self.zooms.setAccessibleName(self.tr("Ukuran tampilan"))
        self._fill_zooms()
        row.addWidget(self.before)
        row.addWidget(self.after)
        row.addSpacing(theme.px(4))
        row.addWidget(self.place)
        row.addStretch(1)
        row.addWidget(self.smaller)
        row.addWidget(self.zooms)
        row.addWidget(self.larger)
        self._connect()
        self.follow()

    def follow(self) -> None:
        """Show the page and zoom that the preview has now."""
        page, pages = self._preview.page, self._preview.pages
        text = self.tr("Halaman {page} dari {pages}").format(page=page + 1, pages=pages)
        self.place.setText(text if pages else "")
        self._preview.setAccessibleDescription(text if pages else "")
        self.before.setEnabled(page > 0)
        self.after.setEnabled(page + 1 < pages)
        zoom = self._preview.zoom
        place = self.zooms.findData(zoom)
        with QSignalBlocker(self.zooms):
            self.zooms.removeItem(self.zooms.findData("own"))
            if place < 0:
                self.zooms.addItem(wording.percent(self._preview.factor, 0, self._language), "own")
                place = self.zooms.count() - 1
            self.zooms.setCurrentIndex(place)

    def _tool(self, icon: str, name: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icons.icon(icon))
        button.setIconSize(QSize(theme.px(16), theme.px(16)))
        button.setProperty("kind", "flat")
        button.setObjectName(name)
        button.setToolTip(text)
        button.setAccessibleName(text)
        return button

    def _fill_zooms(self) -> None:
        self.zooms.addItem(self.tr("Selebar jendela"), FIT_WIDTH)
        self.zooms.addItem(self.tr("Satu halaman penuh"), FIT_PAGE)
        for step in STEPS:
            self.zooms.addItem(wording.percent(step, 0, self._language), step)

    def _connect(self) -> None:
        self.before.clicked.connect(self._turn_back)
        self.after.clicked.connect(self._turn_on)
        self.smaller.clicked.connect(self._step_down)
        self.larger.clicked.connect(self._step_up)
        self.zooms.activated.connect(self._zoom_chosen)
        self._preview.page_changed.connect(self.follow)
        self._preview.zoom_changed.connect(self.follow)

    def _turn_back(self) -> None:
        self._preview.turn_to(self._preview.page - 1)

    def _turn_on(self) -> None:
        self._preview.turn_to(self._preview.page + 1)

    def _step_down(self) -> None:
        below = [step for step in STEPS if step < self._preview.factor - 0.005]
        self._preview.set_zoom(below[-1] if below else STEPS[0])

    def _step_up(self) -> None:
        above = [step for step in STEPS if step > self._preview.factor + 0.005]
        self._preview.set_zoom(above[0] if above else STEPS[-1])

    def _zoom_chosen(self) -> None:
        chosen: Zoom = self.zooms.currentData()
        if chosen != "own":
            self._preview.set_zoom(chosen)
