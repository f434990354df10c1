"""The card with the small trend; it leads to the large one."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui import theme
from gui.charts.trend_chart import TrendChart
from gui.pages.page import Button, Card, ElidedLabel, SectionTitle
from gui.widgets.legend import Legend, dot, slashes
from model.figures import Figure
from model.observations import Nature


class TrendCard(Card):
    """A compact TrendChart. A click on it, Enter, or the link asks for the page of trends."""

    opened = Signal()

    def __init__(self, language: str = "id", parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=8)
        self.setObjectName("trend")
        self.title = SectionTitle(self.tr("Tren cakupan"))
        self.subtitle = ElidedLabel(size=12)
        heading = QHBoxLayout()
        heading.setSpacing(theme.px(8))
        heading.addWidget(self.title)
        heading.addWidget(self.subtitle, 1)
        self.body.addLayout(heading)
        self.chart = TrendChart(compact=True, language=language)
        self.chart.setMinimumHeight(theme.px(240))
        self.chart.setToolTip(self.tr("Buka halaman Tren"))
        self.chart.installEventFilter(self)
        self.body.addWidget(self.chart, 1)
        self.legend = Legend(self.tr("Tanda pada grafik"))
        self.link = Button(self.tr("Buka Tren"), kind="link", name="open_trend")
        self.link.clicked.connect(self.opened)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        foot.addWidget(self.legend, 1)
        foot.addWidget(self.link, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(foot)

    def show_figure(self, figure: Figure, subtitle: str) -> None:
        """Show the first focused line of *figure*; the legend names only what the line has."""
        self.chart.set_figure(figure)
        self.subtitle.setText(subtitle)
        line = next((line for line in figure.series if line.code in figure.focus), None)
        natures = {point.nature for point in line.points if point.value is not None} if line else set()
        made = ""
        if Nature.DERIVED in natures:
            made = self.tr("turunan atau rekaan") if Nature.INVENTED in natures else self.tr("turunan")
        elif Nature.INVENTED in natures:
            made = self.tr("rekaan untuk contoh")
        entries = [
            (Nature.SOURCED in natures and len(natures) > 1, (dot(hollow=False), self.tr("angka bersumber"))),
            (bool(made), (dot(hollow=True), made)),
            (bool(line and line.breaks), (slashes, self.tr("putus deret"))),
        ]
        self.legend.show_entries([entry for is_there, entry in entries if is_there])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.chart and self._opens(event):
            self.opened.emit()
            return True
        return super().eventFilter(watched, event)

    def _opens(self, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            released = event.type() == QEvent.Type.MouseButtonRelease
            inside = self.chart.rect().contains(event.position().toPoint())
            return released and inside and event.button() == Qt.MouseButton.LeftButton
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        return False
