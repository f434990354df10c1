"""A source of a figure: its file, when and where it was read, and its fingerprint."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui import icons, theme
from gui.pages.page import Label, MutedLabel
from gui.widgets import pedigree_text as text
from model.book import Source


class SourceLine(QWidget):
    """A source: its file, its sheets and when it was read, the beginning of its SHA-256."""

    def __init__(
        self, source: Source, sheets: tuple[str, ...], language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        sign = QLabel()
        ratio = self.devicePixelRatioF()
        sign.setPixmap(icons.pixmap("file-spreadsheet", theme.current().ink2, theme.px(16), ratio))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(theme.px(1))
        name = Label(source.file or source.id, 13, wrap=True)
        lines.addWidget(name)
        for line in (text.source_line(source, sheets, language), source.note):
            if line:
                lines.addWidget(MutedLabel(line, wrap=True))
        if source.sha256:
            short = MutedLabel(text.fingerprint(f"{source.sha256[:8]}…"))
            short.setToolTip(source.sha256)
            lines.addWidget(short)
        row.addLayout(lines, 1)
