import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from gui.tables.sheet_blocks import blocks
from gui.tables.sheet_model import ColumnLabel, SheetModel
from gui.tables.sheet_view import SheetView
from model.excel.grid import Merge
from model.excel.importing import Role, RoleArea, SheetPicture
from tests.builders.imports import FIRST, LAST, office_rows, office_sheet


@pytest.fixture
def view(qtbot: QtBot) -> SheetView:
    made = SheetView()
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show_sheet(office_sheet(), {3: ColumnLabel("Potensi")})
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_the_model_keeps_qts_contract(qtbot: QtBot) -> None:
    model = SheetModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.show_sheet(office_sheet())
    model.mark(frozenset({(FIRST, 2), (500, 2)}))
    model.show_sheet(SheetPicture("Kosong", (), 0))

    assert (model.rowCount(), model.columnCount()) == (0, 0)


def test_cells_read_as_in_a_spreadsheet(view: SheetView) -> None:
    model = view.sheet

    assert model.text(FIRST, 3) == "53.777"
    assert model.text(FIRST, 7) == "31,3"
    assert model.text(FIRST, 1) == "6202"  # a code is no count
    assert model.text(2, 2) == ""
    right = model.index(FIRST, 3).data(Qt.ItemDataRole.TextAlignmentRole)
    assert right & Qt.AlignmentFlag.AlignRight
    assert model.index(FIRST, 2).data(Qt.ItemDataRole.AccessibleTextRole) == "C7: Kotawaringin Barat, Wilayah"


def test_a_year_in_a_header_has_no_dots(qtbot: QtBot) -> None:
    model = SheetModel()

    model.show_sheet(SheetPicture("Rekap", ((2024, -1, 0.5),), 1, roles=(RoleArea(Role.HEADER, 0, 0, 0, 2),)))

    assert [model.text(0, column) for column in range(3)] == ["2024", "\u22121", "0,5"]


def test_roles_are_known_cell_by_cell_and_row_by_row(view: SheetView) -> None:
    model = view.sheet

    assert model.role(0, 0) is Role.TITLE
    assert model.role(FIRST, 2) is Role.REGION
    assert model.role(2, 2) is None
    assert model.row_role(3) is Role.HEADER
    assert model.row_role(LAST + 1) is Role.TOTAL
    assert model.row_role(FIRST) is None
    assert model.roles() == (
        Role.TITLE, Role.HEADER, Role.NUMBERING, Role.REGION, Role.CODE, Role.FIGURE, Role.TOTAL, Role.NOTE,
        Role.LEFT_OUT,
    )  # fmt: skip


def test_columns_that_are_not_used_name_no_row(qtbot: QtBot) -> None:
    areas = [RoleArea(Role.LEFT_OUT, 0, column, 2, column) for column in range(1, 4)]
    model = SheetModel()

    model.show_sheet(
        SheetPicture("Rekap", ((1, 2, 3, 4),) * 3, 3, roles=(*areas, RoleArea(Role.LEFT_OUT, 2, 0, 2, 3)))
    )

    assert [model.row_role(row) for row in range(3)] == [None, None, Role.LEFT_OUT]


def test_merged_cells_are_drawn_as_one(view: SheetView) -> None:
    assert view.columnSpan(3, 4) == 3
    assert view.rowSpan(3, 0) == 2
    assert view.columnSpan(FIRST, 4) == 1


def test_a_merge_below_the_drawn_rows_is_cut(qtbot: QtBot) -> None:
    model = SheetModel()

    model.show_sheet(SheetPicture("Rekap", (("a", "b"),), 9, merges=(Merge(0, 0, 8, 1), Merge(4, 0, 5, 0))))

    assert model.merges() == [Merge(0, 0, 0, 1)]


def test_a_title_runs_over_the_empty_cells_beside_it(view: SheetView) -> None:
    delegate = view.itemDelegate()

    assert delegate.runs_on(view.sheet, 0, 0) > 3  # type: ignore[attr-defined]
    assert delegate.runs_on(view.sheet, FIRST, 2) == 2  # type: ignore[attr-defined]


def test_what_is_hidden_in_the_file_is_said(view: SheetView) -> None:
    tip = view.sheet.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)

    assert tip == "Kolom ini tersembunyi di berkas; isinya tetap dibaca."


def test_a_click_and_enter_choose_the_cell(view: SheetView, qtbot: QtBot) -> None:
    middle = view.visualRect(view.sheet.index(FIRST, 3)).center()
    with qtbot.waitSignal(view.place_chosen) as clicked:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert clicked.args == [FIRST, 3]

    QTest.keyClick(view, Qt.Key.Key_Right)
    with qtbot.waitSignal(view.place_chosen) as entered:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert entered.args == [FIRST, 4]


def test_a_click_on_a_letter_chooses_the_column(view: SheetView, qtbot: QtBot) -> None:
    header = view.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(3) + 10, 8)

    with qtbot.waitSignal(view.place_chosen) as chosen:
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert chosen.args == [-1, 3]


def test_marked_cells_come_into_view(qtbot: QtBot, view: SheetView) -> None:
    rows = tuple((f"baris {number}",) for number in range(400))
    view.show_sheet(SheetPicture("Panjang", rows, 400))

    view.mark([(350, 0), (351, 0)])

    assert view.rect().contains(view.visualRect(view.sheet.index(350, 0)))
    assert view.sheet.marked == {(350, 0), (351, 0)}


def test_the_same_sheet_keeps_its_place_and_another_starts_at_the_top(view: SheetView) -> None:
    rows = tuple((f"baris {number}",) for number in range(400))
    view.show_sheet(SheetPicture("Panjang", rows, 400))
    view.go_to(300, 0)
    there = view.verticalScrollBar().value()

    view.show_sheet(SheetPicture("Panjang", rows, 400))
    assert there > 0
    assert view.verticalScrollBar().value() == there
    assert view.currentIndex().row() == 300

    view.show_sheet(office_sheet())
    assert view.verticalScrollBar().value() == 0


def test_a_large_sheet_is_drawn(view: SheetView) -> None:
    body = office_rows()[FIRST]
    rows = tuple((body * 40)[:300] for _ in range(2000))
    areas = tuple(RoleArea(Role.FIGURE, 0, column, 1999, column) for column in range(300))

    view.show_sheet(SheetPicture("Besar", rows, 2000, roles=areas))

    assert (view.sheet.rowCount(), view.sheet.columnCount()) == (2000, 300)
    assert view.sheet.role(1999, 299) is Role.FIGURE
    assert not view.grab().isNull()


def test_cells_of_a_decision_are_framed_together() -> None:
    column = [(row, 4) for row in range(3)] + [(row, 5) for row in range(3)]

    assert blocks(column) == [(0, 4, 2, 5)]
    assert blocks([(0, 0), (0, 1), (1, 0)]) == [(0, 0, 0, 1), (1, 0, 1, 0)]
    assert blocks([(0, 0), (1, 0), (1, 1), (2, 0)]) == [(0, 0, 2, 0), (1, 1, 1, 1)]
