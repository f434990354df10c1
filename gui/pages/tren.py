"""Tren: how coverage or the number of participants moved, region by region."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QStackedWidget, QWidget

from gui import dialogs, theme
from gui.charts.figure_data import figure_tsv
from gui.charts.figure_file import write_data, write_figure
from gui.charts.series_list import is_whole
from gui.charts.series_panel import SeriesPanel
from gui.charts.trend_chart import TrendChart
from gui.pages.page import Button, Card, EmptyState, MutedLabel, PageFrame, SegmentedButtons
from gui.session import Session
from model import wording
from model.errors import ModelError
from model.figures import Figure
from model.observations import Nature
from model.progress import Report
from model.regions import region_name

_NO_FIGURE: Final = Figure("percent", ())


class TrenPage(PageFrame):
    """The chart and, beside it, the regions: list, focus and read-out in one."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Tren"), parent)
        self.setObjectName("tren")
        self._session = session
        self._stale = True
        self._shown_for: tuple[object, ...] = ()
        self.chart = TrendChart(language=session.language)
        self.panel = SeriesPanel()
        self.note = MutedLabel(wrap=True)
        self.empty = EmptyState("chart-line", self.tr("Belum ada angka untuk digambar."))
        self._add_controls()
        self._add_body()
        self.chart.focus_changed.connect(self._focus_changed)
        self.chart.position_changed.connect(self._read_out)
        self.chart.copy_requested.connect(self.copy_picture)
        self.chart.focus_full.connect(self._say_full)
        self.panel.toggled.connect(self.chart.toggle_focus)
        self.panel.cleared.connect(self._clear_focus)
        session.book_changed.connect(self._changed)
        session.context_changed.connect(self._changed)
        self._changed()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh()

    # ---- taking it away

    def copy_picture(self) -> None:
        """Put the chart as it is shown on the clipboard, with title and note, twice as fine as the screen."""
        QGuiApplication.clipboard().setImage(self.chart.titled_picture(self.note.text()))
        self._session.notice.emit("info", self.tr("Gambar grafik tersalin."))

    def copy_data(self) -> None:
        """Put the figures behind the chart on the clipboard, ready for a spreadsheet."""
        QGuiApplication.clipboard().setText(figure_tsv(self._figure("percent"), self._session.language))
        self._session.notice.emit("info", self.tr("Data grafik tersalin, siap ditempel di Excel."))

    def save_as(self, ending: str) -> None:
        """Ask for a file and write the chart ("png", "svg", "pdf") or its figures ("csv") to it."""
        kind = f"{ending.upper()} (*.{ending})"
        path = dialogs.save_file(self, self.tr("Simpan grafik"), self._proposed(ending), kind)
        if path is None:
            return
        figure = self._figure("percent") if ending == "csv" else self.chart.view.as_figure
        write = write_data if ending == "csv" else write_figure
        work = _writing(write, figure, path, self._session.language)
        self._session.run(work, self._saved, label=self.tr("Menyimpan {name}").format(name=path.name))

    # ---- building

    def _add_controls(self) -> None:
        self.targets = self._check_box(self.tr("Target"), "showTargets")
        self.targets.setToolTip(self.tr("Garis target dari set target yang dipilih"))
        self.targets.toggled.connect(self.chart.set_shows_targets)
        self.breaks = self._check_box(self.tr("Putus deret"), "showBreaks")
        self.breaks.setToolTip(self.tr("Tanda di mana basis potensi berganti"))
        self.breaks.toggled.connect(self.chart.set_shows_breaks)
        units = (("percent", self.tr("Persen")), ("people", self.tr("Orang")))
        self.unit = SegmentedButtons(units, name=self.tr("Satuan"))
        self.unit.changed.connect(self._changed)
        self.copy_button = Button(self.tr("Salin gambar"), "copy", name="copyPicture")
        self.copy_button.clicked.connect(self.copy_picture)
        self.data_button = Button(self.tr("Salin data"), "table-2", name="copyData")
        self.data_button.clicked.connect(self.copy_data)
        self.save_button = Button(self.tr("Simpan"), "download", name="saveChart")
        self.save_button.setMenu(self._save_menu())
        for widget in (self.unit, self.copy_button, self.data_button, self.save_button):
            self.controls.addWidget(widget)

    def _check_box(self, text: str, name: str) -> QCheckBox:
        box = QCheckBox(text)
        box.setObjectName(name)
        box.setAccessibleName(text)
        box.setFont(theme.font(13))
        box.setChecked(True)
        # The style's hint leaves out the last letter's overhang.
        box.setMinimumWidth(box.sizeHint().width() + theme.px(4))
        self.controls.addWidget(box)
        self.controls.addSpacing(theme.px(4))
        return box

    def _save_menu(self) -> QMenu:
        menu = QMenu(self)
        formats = {
            "png": self.tr("Gambar PNG…"),
            "svg": self.tr("Gambar SVG…"),
            "pdf": self.tr("Dokumen PDF…"),
            "csv": self.tr("Data CSV…"),
        }
        for ending, text in formats.items():
            action = menu.addAction(text)
            action.setObjectName(f"save_{ending}")
            action.triggered.connect(partial(self._save_chosen, ending))
        return menu

    def _add_body(self) -> None:
        card = Card()
        card.body.addWidget(self.chart, 1)
        card.body.addWidget(self.note)
        self._content = QWidget()
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(card, 1)
        row.addWidget(self.panel)
        empty_card = Card()
        empty_card.body.addWidget(self.empty)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._content)
        self._pages.addWidget(empty_card)
        self.body.addWidget(self._pages, 1)

    # ---- following the session

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        self._stale = False
        unit = self.unit.value
        focus = self._focus_to_keep()
        figure = self._figure(unit, focus)
        has_lines = any(series.last for series in figure.series)
        self._pages.setCurrentIndex(0 if has_lines else 1)
        for control in (self.copy_button, self.data_button, self.save_button, self.targets, self.breaks):
            control.setEnabled(has_lines)
        self.breaks.setEnabled(has_lines and unit == "percent")
        self.targets.setEnabled(bool(figure.targets))
        self.chart.set_figure(figure)
        self._say(figure)
        self._read_out()

    def _focus_to_keep(self) -> tuple[str, ...]:
        """The focus of before while book and region are the same, else the region of the context."""
        context, book = self._session.context, self._session.book
        asked_for = (book, context.region)
        before, self._shown_for = self._shown_for, asked_for
        if before and before[0] is book and before[1] == context.region:
            return self.chart.focus
        return (context.region or (book.province if book else ""),)

    def _figure(self, unit: str, focus: tuple[str, ...] = ()) -> Figure:
        try:
            return self._session.figure(unit, focus=focus)
        except ModelError as error:
            self.empty.sentence.setText(str(error))
            return _NO_FIGURE

    def _focus_changed(self) -> None:
        # The target line is that of the first region in focus.
        if self.chart.view.figure.targets:
            self.chart.set_figure(self._figure(self.unit.value, self.chart.focus))
        self._say(self.chart.view.figure)
        self._read_out()

    def _clear_focus(self) -> None:
        self.chart.set_focus(())

    def _say_full(self, most: int) -> None:
        text = self.tr("Paling banyak {count} wilayah disorot bersamaan. Lepas satu dulu.").format(count=most)
        self._session.notice.emit("info", text)

    def _read_out(self) -> None:
        """Show the values at the crosshair, without one at the position of the context."""
        view = self.chart.view
        position = self.chart.position
        column = view.column(position) if position else None
        if column is None:
            limit = self._session.context.as_of
            known = [place for place, at in enumerate(view.lines.positions) if not limit or at <= limit]
            column = known[-1] if known else None
        self.panel.show_view(view, column)

    def _say(self, figure: Figure) -> None:
        parts = [series for series in figure.series if not is_whole(series)]
        shown = self.tr("{count} kabupaten/kota").format(count=len(parts)) if parts else ""
        if figure.unit == "percent":
            subtitle = self.tr("cakupan {regions}, persen").format(regions=shown)
        else:
            subtitle = self.tr("peserta aktif {regions}, orang").format(regions=shown)
        self.set_subtitle(" ".join(subtitle.replace(" ,", ",").split()))
        self.note.setText(self._note(figure))

    def _note(self, figure: Figure) -> str:
        sentences = []
        if any(series.breaks for series in figure.series):
            sentences.append(self.tr("Garis tidak disambung melewati putus deret."))
        focused = self.chart.view.focused
        shown = focused or figure.series
        natures = {point.nature for series in shown for point in series.points if point.value is not None}
        if not focused and Nature.INVENTED in natures:
            return " ".join([*sentences, self.tr("Sebagian angka adalah rekaan untuk contoh.")])
        words = {
            Nature.INVENTED: self.tr("rekaan untuk contoh"),
            Nature.DERIVED: self.tr("turunan dari angka lain"),
        }
        hollow = self.tr(" atau ").join(word for nature, word in words.items() if nature in natures)
        if hollow and focused:
            sentences.append(self.tr("Tanda berongga: {what}.").format(what=hollow))
        return " ".join(sentences)

    # ---- files

    def _proposed(self, ending: str) -> str:
        book, positions = self._session.book, self.chart.view.lines.positions
        name = region_name(self._session.context.region or (book.province if book else ""))
        day = wording.short_day(positions[-1], self._session.language) if positions else ""
        file = " ".join(self.tr("Tren {region} {day}").format(region=name, day=day).split()) + f".{ending}"
        folder = self._session.path.parent if self._session.path else Path()
        return str(folder / file)

    def _save_chosen(self, ending: str, *_: object) -> None:
        self.save_as(ending)

    def _saved(self, path: Path) -> None:
        self._session.notice.emit("info", self.tr("{name} tersimpan.").format(name=path.name))


def _writing(
    write: Callable[[Figure, Path, str, Report], Path], figure: Figure, path: Path, language: str
) -> Callable[[Report], Path]:
    return lambda report: write(figure, path, language, report)
