"""A push button that shows and does an action of the window."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from gui.pages.page import Button


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

    def _trigger(self) -> None:
        self._action.trigger()
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setChecked(self._action.isChecked())
