"""The sheets of a file, drawn, with a line that explains the current cell, tabs and a legend."""

from functools import partial

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QTabBar, QVBoxLayout, QWidget

from gui import icons, theme
from gui.pages.import_places import cells_of, column_labels, decision_at, named, sheet_of
from gui.pages.page import MutedLabel, Rule
from gui.tables.rounded import RoundedCorners
from gui.tables.sheet_model import Place
from gui.tables.sheet_roles import is_heavy, paint_role, role_name, role_tone
from gui.tables.sheet_view import SheetView
from gui.tables.strip import CellStrip
from gui.widgets.legend import Entry, Legend
from model import wording
from model.excel.decision_words import question_of, value_of
from model.excel.decisions import Decision
from model.excel.grid import a1
from model.excel.importing import Import, Role, SheetPicture

_SWATCH = 14
_NAME = 64
_ROOM = 320
"""A lower pane shows no legend."""


class SheetPane(QFrame):
    """Draws the sheets of an Import; a click leads to the decision of the cell."""

    decision_wanted = Signal(object)
    """The decision that the chosen cell belongs to."""
    keyboard_wanted = Signal(object)
    """The same, when the keyboard is to go on there."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheetPane")
        self.setProperty("role", "card")
        self._language = language
        self._import: Import | None = None
        self._file = ""
        self._chosen: Decision | None = None
        self.strip = CellStrip()
        self.strip.set_name_width(theme.px(_NAME) + 2 * theme.px(12))
        self.view = SheetView()
        self.tabs = QTabBar()
        self.tabs.setObjectName("sheetTabs")
        self.tabs.setAccessibleName(self.tr("Lembar"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.setFont(theme.font(12))
        self.tabs.setIconSize(QSize(theme.px(14), theme.px(14)))
        self.cut = MutedLabel(size=11, wrap=True)
        self.cut.setContentsMargins(theme.px(12), 0, theme.px(12), theme.px(8))
        self.cut.setObjectName("sheetCut")
        self.legend = Legend(self.tr("Tanda di lembar"), sign=_SWATCH)
        self._lay_out()
        self.tabs.currentChanged.connect(self._turn)
        self.view.place_chosen.connect(self._choose)
        self.view.place_current.connect(self._explain)
        self.view.place_entered.connect(self._enter)

    def show_import(self, found: Import, file: str) -> None:
        """Draw *found*; of the file that is drawn already, sheet, place and cell stay in view."""
        is_same = file == self._file
        self._import, self._file = found, file
        current = self.tabs.currentIndex() if is_same else _first(found)
        if not is_same:
            self._chosen = None
            self.view.leave()
        self._fill_tabs(found, current)
        self._draw()
        if not is_same:
            self._invite()

    def clear(self) -> None:
        """Forget the file: the next import begins at the top of its own, though it may be the same file."""
        self._import, self._file, self._chosen = None, "", None
        self.view.leave()

    def choose(self, decision: Decision, *, scroll: bool = True) -> None:
        """Turn to the sheet of a decision and frame its cells."""
        self._chosen = decision
        if self._import is None:
            return
        here = self.sheet
        if here is None or here.name not in decision.sheets:
            sheet = sheet_of(decision, self._import)
            if sheet is not None and sheet is not here:
                self.tabs.setCurrentIndex(self._import.sheets.index(sheet))
        self._mark(scroll=scroll)

    def turn(self, step: int) -> None:
        """Turn to the next sheet, or with -1 to the one before; at the ends nothing happens."""
        place = self.tabs.currentIndex() + step
        if 0 <= place < self.tabs.count():
            self.tabs.setCurrentIndex(place)

    def release(self) -> None:
        """Choose no cell: the keyboard only passed through on its way to a question."""
        self.view.setCurrentIndex(QModelIndex())
        self._invite()

    def go_to(self, sheet: str, place: Place | None) -> None:
        """Turn to a cell, or to the sheet where no cell is meant."""
        names = [one.name for one in self._import.sheets] if self._import else []
        if sheet in names:
            self.tabs.setCurrentIndex(names.index(sheet))
        if place is not None:
            self.view.go_to(*place)

    @property
    def sheet(self) -> SheetPicture | None:
        """The sheet in view."""
        place = self.tabs.currentIndex()
        return self._import.sheets[place] if self._import and place >= 0 else None

    # ---- inside

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(Rule())
        column.addWidget(self.view, 1)
        column.addStretch(0)
        column.addWidget(Rule())
        column.addWidget(self.tabs)
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(theme.px(12), theme.px(4), theme.px(12), theme.px(8))
        below.addWidget(self.legend)
        column.addWidget(self.cut)
        column.addWidget(self._below)
        RoundedCorners(self)

    def _fill_tabs(self, found: Import, current: int) -> None:
        self.tabs.blockSignals(True)
        while self.tabs.count() > len(found.sheets):
            self.tabs.removeTab(self.tabs.count() - 1)
        while self.tabs.count() < len(found.sheets):
            self.tabs.addTab("")
        for place, sheet in enumerate(found.sheets):
            asked = sum(sheet.name in decision.sheets for decision in found.questions)
            hidden = "" if sheet.visible else self.tr(" (tersembunyi)")
            self.tabs.setTabText(place, sheet.name.replace("&", "&&") + hidden)
            tip = [self.tr("%n pertanyaan", "", asked)] if asked else []
            if not sheet.visible:
                tip.append(self.tr("Lembar ini tersembunyi di berkas; isinya tetap dibaca."))
            self.tabs.setTabToolTip(place, "\n".join(tip))
            name = "circle-help" if asked else "" if sheet.visible else "eye-off"
            color = theme.current().watch if asked else theme.current().muted
            self.tabs.setTabIcon(
                place, icons.icon(name, color, 14) if name else icons.icon("table-2", color, 14)
            )
        self.tabs.setCurrentIndex(min(max(current, 0), len(found.sheets) - 1))
        self.tabs.blockSignals(False)
        self.tabs.setVisible(bool(found.sheets))

    def _turn(self) -> None:
        self._draw()
        self._invite()

    def _invite(self) -> None:
        """Say what can be done, or why no sheet is drawn."""
        sheet = self.sheet
        if sheet is None:
            said = self.tr("Buku cakupan: isinya dibaca apa adanya.")
        elif not sheet.rows and sheet.height:
            said = self.tr("Isi lembar ini tidak ditampilkan.")
        else:
            said = self.tr("Pilih sebuah sel untuk melihat bagaimana ia dibaca.")
        self.strip.invite(said)

    def _draw(self) -> None:
        sheet = self.sheet
        self.view.setVisible(sheet is not None)
        self.cut.setVisible(sheet is not None and sheet.height > len(sheet.rows) > 0)
        if sheet is None or self._import is None:
            return
        shown, whole = (wording.people(count, self._language) for count in (len(sheet.rows), sheet.height))
        said = self.tr("{shown} baris pertama digambar; semua {whole} baris dibaca.")
        self.cut.setText(said.format(shown=shown, whole=whole))
        self.view.show_sheet(sheet, column_labels(self._import, sheet, self._language), self._language)
        self.legend.show_entries([_entry(role) for role in self.view.sheet.roles()])
        self._show_legend()
        self._mark(scroll=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_legend()

    def _show_legend(self) -> None:
        """Explain the marks where there is room; where not, rows of the sheet are worth more."""
        has_marks = self.sheet is not None and bool(self.view.sheet.roles())
        self._below.setVisible(has_marks and self.height() >= theme.px(_ROOM))

    def _mark(self, *, scroll: bool) -> None:
        found, sheet = self._import, self.sheet
        if found is None or sheet is None or self._chosen is None:
            self.view.mark(())
        else:
            self.view.mark(cells_of(self._chosen, found, sheet), scroll=scroll)

    def _choose(self, row: int, column: int) -> None:
        sheet = self.sheet
        if self._import is None or sheet is None:
            return
        decision = decision_at(self._import, sheet, row, column)
        if decision is not None:
            self._chosen = decision
            self._mark(scroll=False)
            self.decision_wanted.emit(decision)

    def _enter(self, row: int, column: int) -> None:
        sheet = self.sheet
        found = decision_at(self._import, sheet, row, column) if self._import and sheet else None
        if found is not None:
            self.keyboard_wanted.emit(found)

    def _explain(self, row: int, column: int) -> None:
        sheet, model = self.sheet, self.view.sheet
        if self._import is None or sheet is None:
            return
        role = model.role(row, column)
        decision = decision_at(self._import, sheet, row, column)
        said = [role_name(role) if role else self.tr("Di luar tabel")]
        if decision is not None and decision.is_open:
            said.append(question_of(named(decision, self._import), self._language))
        elif decision is not None:
            said.append(value_of(decision.about, decision.value, self._language))
        text = model.text(row, column).replace("\n", " ")
        self.strip.show_cell(a1(row, column), text or self.tr("(kosong)"), ". ".join(said) + ".")


def _first(found: Import) -> int:
    """Return the sheet to begin with: one with a question, else one with a table."""
    asked = [decision.sheet for decision in found.questions]
    names = [*asked, *(table.sheet for table in found.tables)]
    known = [sheet.name for sheet in found.sheets]
    return next((known.index(name) for name in names if name in known), 0)


def _entry(role: Role) -> Entry:
    return partial(_swatch, role), role_name(role)


def _swatch(role: Role, painter: QPainter, center: QPointF) -> None:
    """Paint a small cell of that role: its ground, and a line for its text."""
    wide, high = theme.px(_SWATCH), theme.px(_SWATCH)
    area = QRectF(round(center.x() - wide / 2), round(center.y() - high / 2), wide, high)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    paint_role(painter, area, role)
    now = theme.current()
    thick = theme.px(2) if is_heavy(role) else 1
    inset = theme.px(2)
    line = QRectF(area.left() + inset, area.center().y() - thick / 2, wide - 2 * inset, thick)
    if role is Role.FIGURE:
        line.setLeft(area.center().x())
    if role not in {Role.LEFT_OUT, Role.PERSON}:
        painter.fillRect(line, QColor(getattr(now, role_tone(role))))
    painter.setPen(QPen(QColor(now.strong), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area)
    if role is Role.TOTAL:
        painter.fillRect(QRectF(area.left(), area.top(), wide + 1, 1), QColor(now.ink))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
