"""The card that says why coverage moved: the sentence first, and bars that show the two causes."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from gui import theme
from gui.pages.page import Card, SectionTitle
from gui.widgets.bridge import BridgeBars, BridgeStep
from gui.widgets.columns import ColumnsLayout


class ChangeCard(Card):
    """Title, headline and explanation in one paragraph; the bars beside it, below in a narrow card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=0)
        self.setObjectName("change")
        self.title = SectionTitle()
        self.prose = QLabel()
        self.prose.setTextFormat(Qt.TextFormat.RichText)
        self.prose.setWordWrap(True)
        self.prose.setFont(theme.font(13))
        self.prose.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.prose.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.prose.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        text = QWidget()
        text.setMinimumWidth(theme.px(300))
        text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.title)
        column.addWidget(self.prose)
        column.addStretch(1)
        self.bars = BridgeBars()
        self._columns = ColumnsLayout(steps=(2, 1), gap=theme.px(32), weights=(55, 45))
        self._columns.addWidget(text)
        self._columns.addWidget(self.bars)
        self.body.addLayout(self._columns)

    def show_change(self, title: str, headline: str, explanation: str) -> None:
        """Say what happened and why; *explanation* may be empty."""
        colors = theme.current()
        self.title.setText(title)
        bold, plain = f"font-weight:600; color:{colors.ink}", f"color:{colors.ink2}"
        lines = f"line-height:{theme.px(20)}px; -qt-line-height-type:fixed"
        self.prose.setText(
            f'<p style="{lines}"><span style="{bold}">{escape(headline)}</span> '
            f'<span style="{plain}">{escape(explanation)}</span></p>'
        )
        self.prose.setAccessibleName(f"{headline} {explanation}".strip())

    def show_steps(self, steps: tuple[BridgeStep, ...]) -> None:
        """Show the bars; none where the change cannot be split."""
        name = self.tr("Cakupan dari posisi lama ke posisi baru")
        self.bars.show_steps(steps, name)
        self.bars.setVisible(bool(steps))
