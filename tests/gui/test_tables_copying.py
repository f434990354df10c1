import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel
from pytestqt.qtbot import QtBot

from gui.tables import copying
from gui.tables.columns import Column
from gui.tables.copying import plain_number, plain_percent
from gui.tables.row_model import RowModel
from gui.tables.table_view import TableView

COLUMNS = (
    Column("a", "Satu", lambda row: row["a"], "Kelompok"),
    Column("b", "Dua\nbaris", lambda row: row["b"], copied=lambda row: f"<{row['b']}>"),
    Column("c", "Tiga", lambda row: row["c"]),
    Column("d", "Garis", lambda row: "x", copyable=False),
)


@pytest.fixture
def view(qtbot: QtBot) -> TableView:
    made = TableView()
    qtbot.addWidget(made)
    model = RowModel(made)
    model.set_table(COLUMNS, [{"a": f"a{at}", "b": f"b{at}", "c": f"c\t{at}"} for at in range(3)])
    made.setModel(model)
    made.show_columns()
    return made


def select(view: TableView, *areas: tuple[int, int, int, int]) -> None:
    for top, left, bottom, right in areas:
        area = QItemSelection(view.model().index(top, left), view.model().index(bottom, right))
        view.selectionModel().select(area, QItemSelectionModel.SelectionFlag.Select)


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [(1_009_250.0, 0, "1009250"), (46.167, 4, "46,167"), (-0.5, 1, "-0,5"), (-0.0001, 2, "0"), (None, 2, "")],
)
def test_numbers_are_copied_as_excel_reads_them(value: float | None, decimals: int, text: str) -> None:
    assert plain_number(value, decimals) == text


def test_percentages_are_copied_in_percent_with_a_decimal_comma() -> None:
    assert plain_percent(465_940 / 1_009_250) == "46,167"
    assert plain_percent(0.5, "en") == "50"
    assert plain_percent(0.4545, "en") == "45.45"


def test_a_selection_is_copied_as_tabs_and_lines(view: TableView) -> None:
    select(view, (0, 0, 1, 1))

    assert copying.selected_text(view) == "a0\t<b0>\na1\t<b1>"


def test_headers_are_copied_when_asked_for(view: TableView) -> None:
    select(view, (2, 0, 2, 1))

    assert copying.selected_text(view, headers=True) == "Kelompok: Satu\tDua baris\na2\t<b2>"


def test_cells_outside_a_patchy_selection_are_left_empty(view: TableView) -> None:
    select(view, (0, 0, 0, 0), (1, 1, 1, 1))

    assert copying.selected_text(view) == "a0\t\n\t<b1>"


def test_columns_out_of_view_are_not_copied_and_tabs_in_a_text_break_nothing(view: TableView) -> None:
    view.show_columns(hidden={"b"})

    assert copying.all_text(view, headers=False) == "a0\tc 0\na1\tc 1\na2\tc 2"


def test_nothing_selected_is_nothing_copied(view: TableView) -> None:
    assert copying.selected_text(view) == ""
