"""The card beside the chart: search a region, focus it, read its value at the crosshair."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from gui import icons, theme
from gui.charts.series_list import CodeRole, SeriesDelegate, SeriesModel
from gui.charts.view import View
from gui.pages.page import Button, Card, MutedLabel, Rule, SectionTitle


class _List(QListView):
    chosen = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class SeriesPanel(Card):
    """List of regions; a click, Enter or the space bar focuses one or takes its focus away."""

    toggled = Signal(str)
    """The code of a region whose focus is to change."""
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=0, spacing=0)
        self.setFixedWidth(theme.px(256))
        self.model = SeriesModel()
        self.when = MutedLabel()
        self.search = self._search_field()
        self.list = self._list()
        self.count = MutedLabel()
        self.clear = Button(self.tr("Hapus fokus"), kind="link", name="clearFocus")
        self.clear.clicked.connect(self.cleared)
        self.body.addLayout(self._head())
        self.body.addWidget(self.list, 1)
        self.body.addWidget(Rule())
        self.body.addLayout(self._foot())

    def show_view(self, view: View, column: int | None) -> None:
        """Show the regions of *view* with their values at a position (column)."""
        self.model.show_view(view, column)
        as_of = None if column is None else view.lines.positions[column]
        self.when.setText(self.tr("per {day}").format(day=view.text.chip(as_of)) if as_of else "")
        self.count.setText(self.tr("{count} difokuskan").format(count=len(view.focus)))
        self.clear.setEnabled(bool(view.focus) and len(view.figure.series) > 1)

    def _head(self) -> QVBoxLayout:
        title = QHBoxLayout()
        title.addWidget(SectionTitle(self.tr("Wilayah")))
        title.addStretch(1)
        title.addWidget(self.when)
        head = QVBoxLayout()
        head.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(8))
        head.setSpacing(theme.px(8))
        head.addLayout(title)
        head.addWidget(self.search)
        return head

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        foot.addWidget(self.count)
        foot.addStretch(1)
        foot.addWidget(self.clear)
        return foot

    def _search_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("regionSearch")
        field.setPlaceholderText(self.tr("Cari wilayah"))
        field.setAccessibleName(self.tr("Cari wilayah"))
        field.setClearButtonEnabled(True)
        glass = QAction(icons.icon("search", theme.current().muted), "", field)
        field.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        field.textChanged.connect(self.model.seek)
        return field

    def _list(self) -> QListView:
        view = _List()
        view.setObjectName("regionList")
        view.setAccessibleName(self.tr("Wilayah pada grafik"))
        view.setModel(self.model)
        view.setItemDelegate(SeriesDelegate(view))
        view.setMouseTracking(True)
        view.setUniformItemSizes(True)
        view.setTabKeyNavigation(False)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setSelectionMode(QListView.SelectionMode.NoSelection)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.clicked.connect(self._chosen)
        view.chosen.connect(self._chosen)
        return view

    def _chosen(self, index: QModelIndex) -> None:
        self.toggled.emit(str(index.data(CodeRole)))
