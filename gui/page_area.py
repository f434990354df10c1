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
        self._is_whole = False

    def set_panel(self, panel: QWidget) -> None:
        """Give the area its panel, once."""
        self.panel = panel
        panel.setParent(self)
        self._arrange()

    @property
    def is_open(self) -> bool:
        """The panel is open and in sight."""
        return self._is_open and not self._is_whole

    @property
    def lies_over(self) -> bool:
        """There is no room for both: an open panel covers a part of the page."""
        return self.width() < theme.px(PANEL + _PAGE_NEEDS)

    def set_open(self, is_open: bool) -> None:  # noqa: FBT001  like setVisible
        """Open or close the panel."""
        self._is_open = is_open
        self._arrange()

    def set_whole(self, is_whole: bool) -> None:  # noqa: FBT001  like setVisible
        """Give the page the whole area: an open panel is out of sight until this is taken back."""
        self._is_whole = is_whole
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(360), theme.px(320))

    def _arrange(self) -> None:
        wide = min(theme.px(PANEL), self.width())
        is_shown = self._is_open and not self._is_whole
        takes = wide if is_shown and self.panel and not self.lies_over else 0
        self.stack.setGeometry(0, 0, self.width() - takes, self.height())
        if self.panel:
            self.panel.setVisible(is_shown)
            self.panel.setGeometry(self.width() - wide, 0, wide, self.height())
            self.panel.raise_()
