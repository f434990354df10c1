"""The card of the highest and the lowest: one or two ranked lists, the legend and the way to all rows."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui import theme
from gui.pages.page import Button, Card, ElidedLabel, MutedLabel, SectionTitle
from gui.widgets.legend import Legend
from gui.widgets.ranking import RankedLine, RankingHeader, RankingList, name_width
from gui.widgets.ranking_painting import draw_status
from model import wording

_STATUSES = ("on_track", "watch", "behind")


class RankingCard(Card):
    """One list, or the two ends of a long one."""

    chosen = Signal(str)
    """The key of the line that was clicked or opened."""
    all_wanted = Signal()

    def __init__(self, language: str = "id", parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=0)
        self.setObjectName("ranking")
        self._add_heading()
        self.body.addSpacing(theme.px(10))
        self._add_lists()
        self.note = MutedLabel(wrap=True)
        self.body.addSpacing(theme.px(8))
        self.body.addWidget(self.note)
        self.body.addSpacing(theme.px(4))
        self.body.addStretch(1)
        self._add_foot(language)

    def _add_heading(self) -> None:
        self.title = SectionTitle()
        self.subtitle = ElidedLabel(size=12)
        heading = QHBoxLayout()
        heading.setSpacing(theme.px(8))
        heading.addWidget(self.title)
        heading.addWidget(self.subtitle, 1)
        self.body.addLayout(heading)

    def _add_lists(self) -> None:
        self.first, self.first_header = self._list("highest"), RankingHeader("")
        self.last, self.last_header = self._list("lowest"), RankingHeader("")
        self.body.addWidget(self.first_header)
        self.body.addWidget(self.first)
        self._gap = QWidget()
        self._gap.setFixedHeight(theme.px(12))
        self.body.addWidget(self._gap)
        self.body.addWidget(self.last_header)
        self.body.addWidget(self.last)

    def _add_foot(self, language: str) -> None:
        self.legend = Legend(
            self.tr("Tanda status"),
            [
                (partial(_draw, status), wording.label("status", status, language).lower())
                for status in _STATUSES
            ],
        )
        self.link = Button("", kind="link", name="all_rows")
        self.link.clicked.connect(self.all_wanted)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        foot.addWidget(self.legend, 1)
        foot.addWidget(self.link, 0, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight)
        self.body.addLayout(foot)

    def show_lists(
        self,
        first: tuple[str, Sequence[RankedLine]],
        last: tuple[str, Sequence[RankedLine]] | None,
        note: str = "",
    ) -> None:
        """Show one or two titled lists, and below them *note*: what is missing.

        The legend stands there only where lines carry a status.
        """
        widest = name_width([*first[1], *(last[1] if last else ())])
        self.first.set_name_width(widest)
        self.last.set_name_width(widest)
        self._fill(self.first_header, self.first, first)
        self._fill(self.last_header, self.last, last or ("", ()))
        for widget in (self.last_header, self.last, self._gap):
            widget.setVisible(last is not None)
        lines = [*first[1], *(last[1] if last else ())]
        self.first_header.setVisible(bool(first[1]))
        self.legend.setVisible(any(line.status for line in lines))
        self.link.setVisible(bool(lines))
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def set_link(self, text: str) -> None:
        """Name what the link leads to."""
        self.link.setText(text)
        self.link.setAccessibleName(text)

    def select(self, key: str | None) -> None:
        """Mark the line of *key* in either list, none for None."""
        for shown in (self.first, self.last):
            shown.select(key)

    def _list(self, name: str) -> RankingList:
        made = RankingList()
        made.setObjectName(name)
        made.chosen.connect(self.chosen)
        return made

    def _fill(
        self, header: RankingHeader, shown: RankingList, content: tuple[str, Sequence[RankedLine]]
    ) -> None:
        title, lines = content
        header.set_title(title)
        shown.setAccessibleName(f"{self.title.text()}: {title}" if title else self.title.text())
        shown.show_lines(lines)


def _draw(status: str, painter: QPainter, center: QPointF) -> None:
    draw_status(painter, center, status)
