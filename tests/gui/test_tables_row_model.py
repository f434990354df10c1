from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from gui.tables.columns import Column, ObjectRole, SortRole, ValueRole
from gui.tables.row_model import RowModel

ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@dataclass(frozen=True)
class Thing:
    name: str
    share: float | None = None


COLUMNS = (
    Column("name", "Nama", lambda thing: thing.name, tooltip=lambda thing: f"ini {thing.name}"),
    Column(
        "share", "Bagian", lambda thing: "–" if thing.share is None else f"{thing.share:.0%}", numeric=True
    ),
)


@pytest.fixture
def model(qtbot: QtBot) -> RowModel:
    made = RowModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def names(model: RowModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_a_cell_gives_text_value_row_and_tooltip(model: RowModel) -> None:
    thing = Thing("Kapuas", 0.4488)
    model.set_table(COLUMNS, [thing])

    cell = model.index(0, 1)

    assert cell.data() == "45%"
    assert cell.data(ValueRole) == 0.4488
    assert cell.data(ObjectRole) is thing
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "ini Kapuas"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Bagian"


@pytest.mark.parametrize(("order", "expected"), [(ASCENDING, "DACB"), (DESCENDING, "CADB")])
def test_what_is_missing_comes_last_in_both_directions(
    model: RowModel, order: Qt.SortOrder, expected: str
) -> None:
    model.set_table(COLUMNS, [Thing("A", 0.9), Thing("B", None), Thing("C", 1.1), Thing("D", 0.1)])

    model.sort(1, order)

    assert "".join(names(model)) == expected


@pytest.mark.parametrize("order", [ASCENDING, DESCENDING])
def test_equal_rows_keep_the_order_that_they_had(model: RowModel, order: Qt.SortOrder) -> None:
    model.set_table(COLUMNS, [Thing("C", 0.5), Thing("A", 0.5), Thing("B", 0.5)])

    model.sort(1, order)

    assert names(model) == ["C", "A", "B"]


def test_text_is_sorted_without_regard_to_case(model: RowModel) -> None:
    model.set_table(COLUMNS, [Thing("kapuas"), Thing("Barito"), Thing("Seruyan")])

    model.sort(0)

    assert names(model) == ["Barito", "kapuas", "Seruyan"]


def test_a_selection_stays_on_its_row_when_the_table_is_sorted(model: RowModel) -> None:
    model.set_table(COLUMNS, [Thing("A", 0.9), Thing("B", 0.1)])
    chosen = QPersistentModelIndex(model.index(0, 1))

    model.sort(1)

    assert (chosen.row(), chosen.data(ObjectRole).name) == (1, "A")


def test_equal_rows_are_told_apart_when_a_selection_moves(model: RowModel) -> None:
    model.set_table(COLUMNS, [Thing("A", 0.9), Thing("A", 0.9), Thing("B", 0.1)])
    chosen = [QPersistentModelIndex(model.index(row, 0)) for row in range(3)]

    model.sort(1)

    assert [index.row() for index in chosen] == [1, 2, 0]


def test_new_rows_come_in_the_order_chosen_before(model: RowModel) -> None:
    model.set_table(COLUMNS, [Thing("A", 0.9), Thing("B", 0.1)])
    model.sort_by("share", DESCENDING)

    model.set_table(COLUMNS, [Thing("C", 0.2), Thing("D", 0.8)])

    assert names(model) == ["D", "C"]
    assert model.sorted_by == ("share", DESCENDING)


def test_a_sort_by_a_column_that_is_gone_leaves_the_rows_alone(model: RowModel) -> None:
    model.set_table(COLUMNS, [Thing("A", 0.1), Thing("B", 0.9)])
    model.sort_by("share", DESCENDING)

    model.set_table(COLUMNS[:1], [Thing("A", 0.1), Thing("B", 0.9)])

    assert names(model) == ["A", "B"]


def test_a_filter_hides_rows_and_survives_new_ones(model: RowModel) -> None:
    model.set_table(COLUMNS, [Thing("Kapuas"), Thing("Seruyan")])
    model.set_filter(lambda thing: "uas" in thing.name)
    assert names(model) == ["Kapuas"]

    model.set_table(COLUMNS, [Thing("Kapuas"), Thing("Kapuas Hulu"), Thing("Seruyan")])

    assert names(model) == ["Kapuas", "Kapuas Hulu"]


def test_a_column_may_sort_by_something_else_than_it_shows(model: RowModel) -> None:
    by_length = Column("name", "Nama", lambda thing: thing.name, key=lambda thing: len(thing.name))
    model.set_table([by_length], [Thing("ccc"), Thing("a"), Thing("bb")])

    model.sort(0)

    assert names(model) == ["a", "bb", "ccc"]
    assert model.index(0, 0).data(SortRole) == 1
