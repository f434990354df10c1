"""A page's content, or the plain statement why there is none."""

from collections.abc import Callable

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from gui.pages.page import EmptyState


class BodyStack(QStackedLayout):
    """Shows the content or a state instead; a state is made anew each time."""

    def __init__(self, body: QVBoxLayout, content: QWidget) -> None:
        super().__init__()
        # In its place before anything is in it: a stack without a parent shows its first widget as a window.
        body.addLayout(self, 1)
        self._content = content
        self._state: EmptyState | None = None
        self.addWidget(content)

    @property
    def state(self) -> EmptyState | None:
        """What is shown instead of the content; None while the content is in view."""
        return self._state

    def show_content(self) -> None:
        """Show the content."""
        self.setCurrentWidget(self._content)
        self._drop_state()

    def show_state(
        self, icon: str, sentence: str, action: tuple[str, Callable[[], object]] | None = None
    ) -> None:
        """Show *sentence* under an icon instead of the content, with what can be done."""
        self._drop_state()
        self._state = EmptyState(icon, sentence, action)
        self.addWidget(self._state)
        self.setCurrentWidget(self._state)

    def _drop_state(self) -> None:
        if self._state is not None:
            self.removeWidget(self._state)
            self._state.hide()
            self._state.deleteLater()
            self._state = None
