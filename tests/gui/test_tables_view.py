import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from gui import theme
from gui.tables.columns import Column
from gui.tables.coverage_columns import coverage_columns
from gui.tables.coverage_names import frozen_count
from gui.tables.coverage_total import total_columns
from gui.tables.fitting import fitted_widths
from gui.tables.framed_table import FramedTable
from tests.builders.summaries import coverage_table, row

ROOT = Path(__file__).parents[2]


@pytest.fixture
def table(qtbot: QtBot) -> FramedTable:
    made = FramedTable("Tabel cakupan")
    qtbot.addWidget(made)
    fill(made)
    made.resize(900, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


def fill(table: FramedTable) -> None:
    shown = coverage_table()
    columns = coverage_columns(shown, "id")
    total = total_columns(columns, shown), shown.total
    table.show_rows(
        columns, shown.rows, frozen=frozen_count(shown), hidden={"employed", "target"}, total=total
    )


def press(
    table: FramedTable, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    view = table.total if table.total.currentIndex().isValid() else table.body
    QTest.keyClick(view, key, modifier)


def frozen_columns(table: FramedTable) -> QTableView:
    found = table.body.findChild(QTableView, "frozenColumns")
    assert isinstance(found, QTableView)
    return found


def name_column(table: FramedTable) -> int:
    place = table.model.place("name")
    assert place is not None
    return place


def test_the_table_is_one_tab_stop(table: FramedTable) -> None:
    assert not table.body.tabKeyNavigation()
    assert table.body.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert not table.total.focusPolicy() & Qt.FocusPolicy.TabFocus
    frozen = frozen_columns(table)
    assert not frozen.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_click_on_a_header_sorts_and_marks_it(table: FramedTable, qtbot: QtBot) -> None:
    header = table.body.horizontalHeader()
    section = table.model.place("active")
    assert section is not None
    place = QPoint(header.sectionViewportPosition(section) + 20, header.height() - 10)

    with qtbot.waitSignal(table.sorted):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert table.model.sorted_by[0] == "active"
    assert header.sortIndicatorSection() == section


def test_a_click_on_a_far_header_sorts_and_leaves_cell_and_columns_in_place(table: FramedTable) -> None:
    table.select(0, "name")
    kept = table.model.row_at(0)
    bar = table.body.horizontalScrollBar()
    bar.setValue(bar.maximum())
    widths = [table.body.columnWidth(at) for at in range(len(table.model.columns))]
    header = table.body.horizontalHeader()
    section = table.model.place("change")
    assert section is not None
    assert bar.value() > 0
    place = QPoint(header.sectionViewportPosition(section) + 20, header.height() - 10)

    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)

    current = table.body.currentIndex()
    assert [table.body.columnWidth(at) for at in range(len(table.model.columns))] == widths
    assert table.model.sorted_by[0] == "change"
    assert (table.model.row_at(current.row()), current.column()) == (kept, name_column(table))
    assert bar.value() == bar.maximum()
    assert len(table.body.selectionModel().selectedIndexes()) == 1


def test_the_frozen_names_share_the_selection_and_scroll_along(table: FramedTable) -> None:
    frozen = frozen_columns(table)

    table.select(3, "coverage")
    table.body.verticalScrollBar().setValue(40)

    assert frozen.currentIndex().row() == 3
    assert frozen.verticalScrollBar().value() == 40
    assert not frozen.isColumnHidden(name_column(table))
    assert frozen.isColumnHidden(name_column(table) + 1)


def test_a_cell_is_never_left_behind_the_frozen_names(table: FramedTable) -> None:
    table.select(0, "change")
    table.select(0, "eligible")

    place = table.model.place("eligible")
    left = table.body.visualRect(table.model.index(0, place or 0)).left()

    assert left >= table.body.frozen_width - 1


def test_the_total_lies_under_its_columns_and_scrolls_with_them(table: FramedTable) -> None:
    table.body.horizontalScrollBar().setValue(120)

    assert table.total.horizontalScrollBar().value() == 120
    assert table.total.horizontalScrollBar().maximum() == table.body.horizontalScrollBar().maximum()
    for place in range(len(table.model.columns)):
        assert table.total.columnWidth(place) == table.body.columnWidth(place)


def test_the_arrow_keys_lead_into_the_total_and_back(table: FramedTable) -> None:
    chosen: list[tuple[object, str]] = []
    table.cell_chosen.connect(lambda found, name: chosen.append((found.name, name)))
    last = table.model.rowCount() - 1
    table.select(last, "active")

    press(table, Qt.Key.Key_Down)
    assert chosen[-1] == ("Kalimantan Tengah", "active")
    assert not table.body.currentIndex().isValid()
    press(table, Qt.Key.Key_Up)

    assert chosen[-1] == (table.model.row_at(last).name, "active")
    assert not table.total.currentIndex().isValid()


def test_enter_opens_the_row(table: FramedTable, qtbot: QtBot) -> None:
    table.select(2, "name")

    with qtbot.waitSignal(table.row_opened) as opened:
        press(table, Qt.Key.Key_Return)

    assert opened.args == [table.model.row_at(2), "name"]


def test_ctrl_c_copies_the_cells_and_shift_adds_the_headers(table: FramedTable) -> None:
    clipboard = QGuiApplication.clipboard()
    table.sort_by("name", Qt.SortOrder.AscendingOrder)
    table.select(0, "coverage")
    control = Qt.KeyboardModifier.ControlModifier

    press(table, Qt.Key.Key_C, control)
    assert clipboard.text() == "54,7058"
    press(table, Qt.Key.Key_C, control | Qt.KeyboardModifier.ShiftModifier)

    assert clipboard.text() == "Cakupan, persen: Dihitung ulang\n54,7058"


def test_the_whole_table_is_copied_with_headers_and_total(table: FramedTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.copied) as copied:
        table.copy_all()

    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert copied.args == [15]
    assert len(lines) == 16
    assert {len(line) for line in lines} == {13}
    assert [line[-1] for line in lines[:2]] == ["Keterangan: Sifat", "rekaan untuk contoh"]
    assert lines[-1][1:4] == ["Kalimantan Tengah", "1009250", "465940"]


def test_a_filter_leaves_the_total_alone(table: FramedTable) -> None:
    table.set_filter(lambda found: found.name == "Kapuas")

    assert table.model.rowCount() == 1
    assert table.total_model.row_at(0).name == "Kalimantan Tengah"


def test_the_table_is_no_higher_than_its_rows(table: FramedTable) -> None:
    before = table.sizeHint().height()

    table.set_filter(lambda found: found.name.startswith("Barito"))

    assert table.sizeHint().height() == before - 11 * theme.px(36)


def test_columns_fill_the_view_and_keep_what_they_need(qtbot: QtBot) -> None:
    columns = [Column("a", "A", width=50), Column("b", "B", width=150)]

    assert fitted_widths(columns, [50, 150], 400) == [100, 300]
    assert fitted_widths(columns, [50, 150], 100) == [50, 150]
    stretching = [columns[0], Column("b", "B", stretch=True)]
    assert fitted_widths(stretching, [50, 150], 400) == [50, 350]


def test_no_text_of_the_total_is_cut(table: FramedTable) -> None:
    place = table.total_model.place("eligible")
    assert place is not None
    metrics = table.total.fontMetrics()

    assert table.total.columnWidth(place) >= metrics.horizontalAdvance("1.009.250") + 2 * theme.px(12)


def test_new_columns_take_the_place_of_old_ones(table: FramedTable) -> None:
    by_segment = coverage_table([row(segment="PU"), row(segment="BPU")], by=("segment",))
    columns = coverage_columns(by_segment, "id")

    table.show_rows(columns, by_segment.rows, frozen=2, total=(columns, by_segment.total))
    fill(table)

    assert table.model.rowCount() == 14
    assert table.model.columns[1].name == "name"


def test_a_menu_offers_sorting_to_those_without_a_mouse(table: FramedTable) -> None:
    table.select(0, "active")

    menu = table.body.context_menu()
    menu.actions()[-1].trigger()

    assert table.model.sorted_by == ("active", Qt.SortOrder.DescendingOrder)
    menu.deleteLater()


def test_a_program_that_showed_a_table_ends_quietly() -> None:
    """Columns that share a painter once freed it twice, when the program ended."""
    script = """
from PySide6.QtWidgets import QApplication
from gui.tables.columns import Column
from gui.tables.row_model import RowModel
from gui.tables.table_view import TableView
app = QApplication([])
model = RowModel()
model.set_table([Column("real", "A", text=str), Column("imag", "B", text=str)], range(5))
view = TableView()
view.setModel(model)
view.show_columns(1)
view.show_columns(1)
view.grab()
"""
    ended = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert ended.returncode == 0, ended.stderr
