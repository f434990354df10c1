"""What the window shows until its parts are there: their grounds, then their names, in their places.

Made of frames and labels, which Qt draws by the style sheet: loading Python's side of Qt's colours, pens
and painters would take as long as all the rest of the first paint. That is also why the names come
a moment after it: they need the type.
"""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QWidget

from gui import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

MENU, NAVIGATION, CONTEXT, STATUS = 32, 176, 56, 28
"""Heights of the menu, the context and the status, and the width of the navigation."""
ITEM = 32
"""Height of a page's entry in the navigation."""
SEARCH_WIDTH, SEARCH_HEIGHT, SEARCH_ROOM, SEARCH_RIGHT = 264, 24, 31, 6
"""Field at the right of the menu, and the room over and right of it."""
_BAR_EDGE = 6
"""Left and right within the menu bar, by the style sheet."""
_BETWEEN_MENUS = 6
"""Of the style's own, in pixels at any zoom: before the first menu and between two."""


class Skeleton(QWidget):
    """Lies over the whole window. A click falls through to the window, which keeps it for the parts."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("skeleton")
        self._menu = _frame("bar", self)
        self._navigation = _frame("navigation", self)
        self._context = _frame("bar", self)
        self._status = _frame("status", self)
        self._search = QFrame(self._menu)
        self._search.setProperty("role", "field")

    def show_names(self, page: str) -> None:
        """Write the names of menus and pages, with *page* as the one that will be in view."""
        self._name_menus()
        self._name_pages(page)

    def arrange(self, width: int, height: int) -> None:
        """Fill a window of that size."""
        menu, side, status = theme.px(MENU), theme.px(NAVIGATION), theme.px(STATUS)
        self.setGeometry(0, 0, width, height)
        self._menu.setGeometry(0, 0, width, menu)
        self._navigation.setGeometry(0, menu, side, height - menu - status)
        self._context.setGeometry(side, menu, width - side, theme.px(CONTEXT))
        self._status.setGeometry(0, height - status, width, status)
        wide, high = theme.px(SEARCH_WIDTH), theme.px(SEARCH_HEIGHT)
        left = width - theme.px(_BAR_EDGE) - theme.px(SEARCH_RIGHT) - wide
        self._search.setGeometry(left, 1 + (theme.px(SEARCH_ROOM) - high + 1) // 2, wide, high)

    def _name_menus(self) -> None:
        from gui.titles import menu_titles

        pad = theme.px(8)
        left = theme.px(_BAR_EDGE) + _BETWEEN_MENUS + pad
        for title in menu_titles():
            label = _label(title, "ink2", self._menu)
            wide = label.sizeHint().width()
            label.setGeometry(left, 1, wide, theme.px(MENU) - 2)
            left += wide + 2 * pad + _BETWEEN_MENUS

    def _name_pages(self, chosen: str) -> None:
        from PySide6.QtGui import QFont

        from gui.pages import PAGES

        now = theme.current()
        top, wide = theme.px(8), theme.px(NAVIGATION - 16)
        for page in PAGES:
            if page.starts_group:
                rule = _frame("rule", self._navigation)
                rule.show()
                rule.setGeometry(theme.px(20), top + theme.px(8), wide - theme.px(24), 1)
                top += 2 * theme.px(8) + 1
            label = _label(page.label, "accent" if page.id == chosen else "ink2", self._navigation)
            label.setIndent(theme.px(40))
            label.setGeometry(theme.px(8), top, wide, theme.px(ITEM))
            if page.id == chosen:
                label.setFont(theme.font(13, QFont.Weight.Medium))
                label.setStyleSheet(f"background: {now.tint}; border-radius: {theme.px(4)}px")
                mark = _frame("mark", self._navigation)
                mark.show()
                mark.setGeometry(theme.px(8), top + theme.px(8), theme.px(3), theme.px(ITEM - 16))
            top += theme.px(ITEM)


def _frame(role: str, parent: QWidget) -> QFrame:
    frame = QFrame(parent)
    frame.setProperty("role", role)
    return frame


def _label(text: str, tone: str, parent: QWidget) -> "QLabel":
    from PySide6.QtWidgets import QLabel

    label = QLabel(text, parent)
    label.setProperty("tone", tone)
    label.show()
    return label
