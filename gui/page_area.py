"""The page in view, and the panel beside it, or over it where the window is narrow."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui import theme

PANEL = 320
_PAGE_NEEDS = 720


class PageArea(QWidget):
    """A stack of pages with an optional panel at its right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stack = QStackedWidget(self)
        self.panel: QWidget | None = None
        self._is_open = False

    def set_panel(self, panel: QWidget) -> None:
        """Give the area its panel, once."""
        self.panel = panel
        panel.setParent(self)
        panel.setVisible(self._is_open)
        self._arrange()

    @property
    def is_open(self) -> bool:
        """The panel is open."""
        return self._is_open

    @property
    def lies_over(self) -> bool:
        """There is no room for both: an open panel covers a part of the page."""
        return self.width() < theme.px(PANEL + _PAGE_NEEDS)

    def set_open(self, is_open: bool) -> None:  # noqa: FBT001  like setVisible
        """Open or close the panel."""
        self._is_open = is_open
        if self.panel:
            self.panel.setVisible(is_open)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(360), theme.px(320))

    def _arrange(self) -> None:
        wide = min(theme.px(PANEL), self.width())
        takes = wide if self._is_open and self.panel and not self.lies_over else 0
        self.stack.setGeometry(0, 0, self.width() - takes, self.height())
        if self.panel:
            self.panel.setGeometry(self.width() - wide, 0, wide, self.height())
            self.panel.raise_()
