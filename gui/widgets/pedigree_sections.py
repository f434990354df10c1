"""The sections of the panel that says where a figure comes from; they show values and know no session."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui import icons, theme
from gui.pages.page import MEDIUM, SEMIBOLD, Button, ElidedLabel, Label, MutedLabel
from gui.widgets import pedigree_text as text
from model import wording
from model.book import Book
from model.observations import Observation
from model.pedigree import Input, Pedigree
from model.regions import region_name

_LINK = 112
"""The widest a link to a cell may be; longer sheet names are cut in the middle."""


class CellLink(Button):
    """A link to a source cell, "Rekap!D21"."""

    wanted = Signal(object)
    """The Observation whose cell is to be shown."""

    def __init__(self, cell: Observation, about: str, parent: QWidget | None = None) -> None:
        super().__init__(text.place(cell), kind="link", parent=parent)
        self.cell = cell
        address = self.text()
        self.setFont(theme.font(12))
        shown = self.fontMetrics().elidedText(address, Qt.TextElideMode.ElideMiddle, theme.px(_LINK))
        self.setText(shown)
        said = self.tr("Tampilkan sel {address}: {about}").format(address=address, about=about)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.setObjectName(f"cell_{address}")
        self.clicked.connect(self._emit)

    def _emit(self) -> None:
        self.wanted.emit(self.cell)


class Section(QFrame):
    """A part of the panel with its small heading; hairlines between them are the panel's."""

    cell_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*(theme.px(side) for side in (16, 12, 16, 12)))
        self.body.setSpacing(theme.px(4))
        self._grid: QGridLayout | None = None

    def set_heading(self, heading: str) -> None:
        """Put a small heading above what follows."""
        self.body.addWidget(Label(heading, 11, SEMIBOLD, tone="ink2", wrap=True))
        self.body.addSpacing(theme.px(4))

    def add_line(self, name: QWidget, shown: Label, way: QWidget | None = None) -> None:
        """Add a line of a name, a figure and perhaps a link; all lines of a section share their columns."""
        row = self._lines().rowCount()
        self._lines().addWidget(name, row, 0)
        self._lines().addWidget(shown, row, 1)
        if way is not None:
            self._lines().addWidget(way, row, 2, Qt.AlignmentFlag.AlignRight)

    def add_below(self, widget: QWidget) -> None:
        """Add something across all columns, below the last line."""
        self._lines().addWidget(widget, self._lines().rowCount(), 0, 1, 3)

    def _lines(self) -> QGridLayout:
        if self._grid is None:
            self._grid = _grid()
            self.body.addLayout(self._grid)
        return self._grid

    def link(self, cell: Observation, about: str) -> CellLink:
        """Return a link to *cell* whose clicks this section passes on."""
        made = CellLink(cell, about)
        made.wanted.connect(self.cell_wanted)
        return made


class FigureSection(Section):
    """What the figure is: its name, place and position, its value large, and the value before rounding."""

    def __init__(self, found: Pedigree, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        shown, unit = text.value(found.ref.name, found.value, language)
        name = MutedLabel(text.title(found.ref, language), wrap=True)
        self.body.addWidget(name)
        row = QHBoxLayout()
        row.setSpacing(theme.px(6))
        self.value = Label(shown, 22, SEMIBOLD)
        self.value.setObjectName("pedigree_value")
        self.value.setAccessibleName(f"{name.text()}: {shown} {unit}".strip())
        row.addWidget(self.value, 0, Qt.AlignmentFlag.AlignBaseline)
        row.addWidget(Label(unit, 13, MEDIUM, tone="ink2"), 1, Qt.AlignmentFlag.AlignBaseline)
        self.body.addLayout(row)
        if exact := text.unrounded(found.ref.name, found.value, language):
            before = self.tr("{exact} sebelum dibulatkan").format(exact=exact)
            self.body.addWidget(MutedLabel(before, wrap=True))
        if found.value is None:
            reason = self.tr("Angka ini belum diketahui karena masukannya tidak lengkap.")
            self.body.addWidget(MutedLabel(reason, wrap=True))


class FormulaSection(Section):
    """The formula in words, and with its numbers."""

    def __init__(self, found: Pedigree, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_heading(self.tr("Rumus"))
        box = QFrame()
        box.setProperty("role", "sunken")
        lines = QVBoxLayout(box)
        lines.setContentsMargins(*(theme.px(side) for side in (12, 8, 12, 8)))
        lines.setSpacing(theme.px(2))
        lines.addWidget(Label(wording.label("formula", found.formula, language), 13, wrap=True))
        if numbers := text.formula_numbers(found, language):
            lines.addWidget(Label(numbers, 12, tone="muted", wrap=True))
        self.body.addWidget(box)


class Parts(QWidget):
    """ "jumlah dari 14 sel": a button that unfolds the cells that a sum was made of."""

    def __init__(
        self, owner: Section, cells: Sequence[Observation], language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._owner, self._cells, self._language = owner, tuple(cells), language
        self._rows: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))
        count = self.tr("jumlah dari {count} sel").format(count=len(self._cells))
        self.toggle = QPushButton(count)
        self.toggle.setProperty("kind", "link")
        self.toggle.setFont(theme.font(12))
        self.toggle.setCheckable(True)
        self.toggle.setObjectName("parts")
        self.toggle.setAccessibleName(self.tr("{count}, buka daftarnya").format(count=count))
        self.toggle.setIconSize(QSize(theme.px(14), theme.px(14)))
        self.toggle.toggled.connect(self._unfold)
        self._column.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_arrow()

    def _unfold(self) -> None:
        self._show_arrow()
        if self._rows is None:
            # Made only when wanted: a province of 38 regencies by four segments has 152 of them.
            self._rows = QWidget()
            grid = _grid()
            self._rows.setLayout(grid)
            for number, cell in enumerate(self._cells):
                self._add(grid, number, cell)
            self._column.addWidget(self._rows)
        self._rows.setVisible(self.toggle.isChecked())

    def _add(self, grid: QGridLayout, number: int, cell: Observation) -> None:
        name = region_name(cell.region)
        if cell.segment:
            name = f"{name}, {wording.label('segment_short', cell.segment, self._language)}"
        grid.addWidget(ElidedLabel(name), number, 0)
        shown = text.measured(str(cell.measure), cell.value, self._language)
        grid.addWidget(_figure(shown, QFont.Weight.Normal), number, 1)
        if text.place(cell):
            grid.addWidget(self._owner.link(cell, name), number, 2, Qt.AlignmentFlag.AlignRight)

    def _show_arrow(self) -> None:
        name = "chevron-down" if self.toggle.isChecked() else "chevron-right"
        self.toggle.setIcon(icons.icon(name, theme.current().accent))


class InputsSection(Section):
    """Every input with its value and the way to its cell, or to the cells that it was added from."""

    formula_wanted = Signal(str)
    """The name of an input that is itself a computed figure."""

    def __init__(self, found: Pedigree, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_heading(self.tr("Masukan"))
        for entry in found.inputs:
            self._add(entry, language)

    def _add(self, entry: Input, language: str) -> None:
        name = wording.label("input", entry.measure, language)
        shown = _figure(text.input_value(entry, language))
        self.add_line(Label(name, 13, wrap=True), shown, self._way(entry, name))
        if len(entry.cells) > 1:
            self.add_below(Parts(self, entry.cells, language))
        for note in text.nature_notes(entry.cells, language):
            self.add_below(MutedLabel(note, wrap=True))

    def _way(self, entry: Input, name: str) -> QWidget | None:
        if len(entry.cells) == 1 and text.place(entry.cells[0]):
            return self.link(entry.cells[0], name)
        if entry.measure != "target" or entry.cells or entry.value is None:
            return None
        way = Button(self.tr("rumusnya"), kind="link", name="target_formula")
        way.setFont(theme.font(12))
        way.setAccessibleName(self.tr("Rumus {name}").format(name=name))
        way.clicked.connect(self._want_target)
        return way

    def _want_target(self) -> None:
        self.formula_wanted.emit("target")


class ReportedSection(Section):
    """What the source itself says of the same figure, and whether both agree."""

    def __init__(self, book: Book, found: Pedigree, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_heading(self.tr("Dilaporkan di sumber"))
        if not found.reported:
            self.body.addWidget(MutedLabel(self.tr("Sumber tidak memuat persentasenya."), wrap=True))
        agrees = text.verdict(book, found.ref)
        for cell in found.reported:
            label = wording.label("measure", str(cell.measure), language)
            shown = _figure(text.measured(str(cell.measure), cell.value, language))
            self.add_line(self._verdict(agrees), shown, self.link(cell, label) if text.place(cell) else None)

    def _verdict(self, agrees: bool | None) -> QWidget:  # noqa: FBT001  three outcomes, one place
        if agrees is None:
            return MutedLabel(self.tr("Tidak dapat dibandingkan"), wrap=True)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(6))
        colors = theme.current()
        sign = QLabel()
        icon = ("check", colors.on) if agrees else ("triangle-alert", colors.behind)
        sign.setPixmap(icons.pixmap(*icon, theme.px(14), self.devicePixelRatioF()))
        line.addWidget(sign)
        words = self.tr("Cocok") if agrees else self.tr("Tidak cocok")
        line.addWidget(Label(words, 13, tone="on" if agrees else "behind", wrap=True), 1)
        return row


class BeforeSection(Section):
    """The same figure at the position before, with what is said about its inputs."""

    def __init__(self, before: Pedigree, language: str, parent: QWidget | None = None) -> None:
        day = wording.day(before.ref.as_of, language)
        super().__init__(parent)
        self.set_heading(self.tr("Pembanding: {day}").format(day=day))
        name = wording.label("figure", before.ref.name, language)
        self._add(name, _value(before, language), before.inputs[0].cells if len(before.inputs) == 1 else ())
        for cell in before.reported:
            shown = text.measured(str(cell.measure), cell.value, language)
            self._add(self.tr("Dilaporkan"), shown, (cell,))
        cells = tuple(cell for entry in before.inputs for cell in entry.cells)
        for note in text.nature_notes(cells, language):
            self.add_below(MutedLabel(note, wrap=True))

    def _add(self, name: str, shown: str, cells: tuple[Observation, ...]) -> None:
        has_link = len(cells) == 1 and bool(text.place(cells[0]))
        way = self.link(cells[0], name) if has_link else None
        self.add_line(Label(name, 13, wrap=True), _figure(shown), way)


def _value(found: Pedigree, language: str) -> str:
    shown, unit = text.value(found.ref.name, found.value, language)
    if unit == "%":
        return wording.percent(found.value, 2, language)
    return shown


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(12))
    grid.setVerticalSpacing(theme.px(4))
    grid.setColumnStretch(0, 1)
    return grid


def _figure(shown: str, weight: QFont.Weight = SEMIBOLD) -> Label:
    made = Label(shown, 13, weight)
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made
