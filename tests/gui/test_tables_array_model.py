from collections.abc import Sequence

import numpy as np
import pandas as pd
import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from gui.tables.array_model import ArrayModel
from gui.tables.arrays import Numbers, categories
from gui.tables.columns import Column, ObjectRole, ValueRole

ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
COLUMNS = (Column("name", "Nama"), Column("value", "Nilai", numeric=True))


def plain(value: float | None, row: int) -> str:
    return "–" if value is None else f"{value:.0f}"


def numbers(values: Sequence[float]) -> Numbers:
    return Numbers(np.array(values, float), plain, plain)


@pytest.fixture
def model(qtbot: QtBot) -> ArrayModel:
    made = ArrayModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def show(model: ArrayModel, names: Sequence[str], values: Sequence[float]) -> None:
    model.set_table(COLUMNS, [categories(pd.Series(names)), numbers(values)], len(names))


def shown(model: ArrayModel, column: int = 0) -> list[str]:
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_qt_gets_plain_python_values(model: ArrayModel) -> None:
    model.set_table(COLUMNS, [categories(pd.Series([7, 8])), numbers([1.5, 2])], 2)

    assert type(model.index(0, 0).data(ValueRole)) is int
    assert type(model.index(0, 1).data(ValueRole)) is float
    assert type(model.index(1, 1).data(ObjectRole)) is int


@pytest.mark.parametrize(("order", "expected"), [(ASCENDING, "DACB"), (DESCENDING, "CADB")])
def test_missing_numbers_come_last_in_both_directions(
    model: ArrayModel, order: Qt.SortOrder, expected: str
) -> None:
    show(model, list("ABCD"), [9, float("nan"), 11, 1])

    model.sort(1, order)

    assert "".join(shown(model)) == expected
    assert shown(model, 1)[-1] == "–"


@pytest.mark.parametrize(("order", "expected"), [(ASCENDING, "ab-"), (DESCENDING, "ba-")])
def test_empty_words_come_last_in_both_directions(
    model: ArrayModel, order: Qt.SortOrder, expected: str
) -> None:
    show(model, ["b", "", "a"], [0, 0, 0])

    model.sort(0, order)

    assert "".join(shown(model)).ljust(3, "-") == expected
    assert shown(model)[-1] == ""


@pytest.mark.parametrize("order", [ASCENDING, DESCENDING])
def test_equal_values_keep_their_order(model: ArrayModel, order: Qt.SortOrder) -> None:
    show(model, list("CAB"), [5, 5, 5])

    model.sort(1, order)

    assert shown(model) == ["C", "A", "B"]


def test_a_selection_stays_on_its_row_when_sorted(model: ArrayModel) -> None:
    show(model, list("AB"), [9, 1])
    chosen = QPersistentModelIndex(model.index(0, 0))

    model.sort(1)

    assert (chosen.row(), chosen.data()) == (1, "A")


def test_rows_put_in_order_elsewhere_are_shown_as_they_come(model: ArrayModel) -> None:
    show(model, list("ABCD"), [4, 3, 2, 1])

    model.show_ordered(np.array([2, 0]), "value", ASCENDING)

    assert shown(model) == ["C", "A"]
    assert model.sorted_by == ("value", ASCENDING)
    assert model.find_source(0) == 1
    assert model.find_source(1) is None


def test_texts_follow_a_sort_in_a_table_longer_than_a_block(model: ArrayModel) -> None:
    count = 1000
    show(model, [f"w{place % 7}" for place in range(count)], list(range(count)))
    assert model.index(999, 1).data() == "999"

    model.sort(1, DESCENDING)

    assert [model.index(row, 1).data() for row in (0, 500, 999)] == ["999", "499", "0"]


def test_words_that_sort_alike_keep_their_order() -> None:
    column = categories(pd.Series(["B", "a", "b", "A"]))

    ascending = column.ordered(np.arange(4))
    descending = column.ordered(np.arange(4), descending=True)

    assert ascending.tolist() == [1, 3, 0, 2]
    assert descending.tolist() == [0, 2, 1, 3]


@pytest.mark.parametrize("needle", ["1009250", "1.009.250", "1 009 250", "9250"])
def test_a_number_is_found_however_it_is_grouped(needle: str) -> None:
    found = numbers([1_009_250, 465_940]).containing(needle)

    assert found.tolist() == [True, False]


def test_words_are_found_without_regard_to_case() -> None:
    found = categories(pd.Series(["Kapuas", "Seruyan", "KAPUAS HULU"])).containing("kapuas")

    assert found.tolist() == [True, False, True]
