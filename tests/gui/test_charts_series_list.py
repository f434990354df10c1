from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from gui.charts.lines import lines_of
from gui.charts.series_list import CodeRole, PlaceRole, SeriesModel, ValueRole
from gui.charts.value_text import ValueText
from gui.charts.view import View
from model.figures import Figure
from tests.builders.figures import figure, province_figure, series


def view_of(shown: Figure) -> View:
    return View(shown, lines_of(shown), ValueText(shown.unit))


def listed(shown: Figure, column: int | None = None) -> SeriesModel:
    model = SeriesModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show_view(view_of(shown), column)
    return model


def column(model: SeriesModel, role: int = 0) -> list[object]:
    return [model.index(row).data(role) for row in range(model.rowCount())]


def test_the_province_stands_first_and_the_regencies_by_their_last_value(qtbot: QtBot) -> None:
    shown = figure(
        series("62.01", (0.9, 0.3)),
        series("62", (0.1, 0.2)),
        series("62.02", (None, None)),
        series("62.03", (0.1, 0.8)),
    )

    assert column(listed(shown), CodeRole) == ["62", "62.03", "62.01", "62.02"]


def test_the_values_are_those_at_the_position_and_a_missing_one_is_a_dash(qtbot: QtBot) -> None:
    model = listed(figure(series("62.01", (0.9, 0.3)), series("62.02", (None, 0.2))), column=0)

    assert column(model, ValueRole) == ["90,0", "–"]


def test_the_order_stays_while_the_crosshair_moves(qtbot: QtBot) -> None:
    shown = view_of(figure(series("62.01", (0.9, 0.3)), series("62.02", (0.1, 0.8))))
    model = SeriesModel()
    model.show_view(shown, 1)
    before = column(model, CodeRole)

    model.show_view(shown, 0)

    assert column(model, CodeRole) == before == ["62.02", "62.01"]
    assert column(model, ValueRole) == ["10,0", "90,0"]


def test_a_focused_region_says_which_number_it_has(qtbot: QtBot) -> None:
    model = listed(province_figure())
    model.show_view(replace(view_of(province_figure()), focus=(3, 5)), 8)

    assert sorted(place for place in column(model, PlaceRole) if place is not None) == [0, 1]  # type: ignore[type-var]


def test_a_screen_reader_hears_name_value_and_focus(qtbot: QtBot) -> None:
    shown = view_of(figure(series("62.03", (0.412,), name="Kapuas"), series("62.04", (0.3,), name="Barsel")))
    model = SeriesModel()
    model.show_view(replace(shown, focus=(0,)), 0)

    assert column(model, Qt.ItemDataRole.AccessibleTextRole) == ["Kapuas, 41,2, difokuskan", "Barsel, 30,0"]


def test_searching_keeps_names_that_hold_the_text(qtbot: QtBot) -> None:
    model = listed(province_figure())

    model.seek("  BARITO ")
    found = column(model)
    model.seek("tidak ada")
    nothing = column(model)
    model.seek("")

    assert found == ["Barito Utara", "Barito Selatan", "Barito Timur"]
    assert nothing == []
    assert model.rowCount() == 15
