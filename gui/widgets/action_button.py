"""A push button that shows and does an action of the window."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.pages.page import Button

_NO_LIMIT = 16777215
"""Qt's own largest width."""


class ActionButton(Button):
    """Follows the action: text without "…", tooltip, enabled and checked."""

    def __init__(self, action: QAction, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(action.text().rstrip("…"), icon, name=f"button_{action.data()}", parent=parent)
        self._action = action
        self.setCheckable(action.isCheckable())
        self.setToolTip(action.toolTip())
        self.clicked.connect(self._trigger)
        action.changed.connect(self._follow)
        self._follow()

    def set_compact(self, is_compact: bool) -> None:  # noqa: FBT001  like setVisible
        """Show the icon alone where there is no room for the text."""
        self.setText("" if is_compact else self.accessibleName())
        self.setMaximumWidth(theme.px(40) if is_compact else _NO_LIMIT)
        self.setIconSize(QSize(theme.px(16 if is_compact else 20), theme.px(16)))

    def _trigger(self) -> None:
        self._action.trigger()
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setChecked(self._action.isChecked())
