"""What a file hides is read like everything else, and said."""

from dataclasses import replace

from model.measures import Measure
from tests.builders.examined import look
from tests.builders.office import TITLE, Line, codes, figures, sheet

PAGE = sheet(
    [TITLE], ["Kab/Kota", "Potensi", "Aktif"], ["Kapuas", 10, 1], ["Seruyan", 30, 3], ["Lamandau", 50, 5]
)


def test_a_hidden_sheet_is_read_and_said() -> None:
    result = look(replace(PAGE, visible=False))

    assert figures(result.book, Measure.ACTIVE) == {"62.03": 1, "62.07": 3, "62.09": 5}
    assert codes(result.book).count("sheet_hidden") == 1
    assert not result.sheets[0].visible


def test_hidden_rows_and_columns_are_read_and_named() -> None:
    result = look(replace(PAGE, hidden_rows=frozenset([3, 700]), hidden_columns=frozenset([1])))

    told = {problem.code: problem for problem in result.book.problems}
    assert figures(result.book, Measure.ELIGIBLE) == {"62.03": 10, "62.07": 30, "62.09": 50}
    assert told["rows_hidden"].facts["names"] == "4"
    assert told["columns_hidden"].facts["names"] == "B"
    assert result.sheets[0].hidden_rows == {3, 700}


def test_of_two_columns_that_count_the_same_the_one_in_sight_is_read() -> None:
    page = sheet(
        [TITLE], ["Kab/Kota", "Aktif", "Aktif"], ["Kapuas", 1, 2], ["Seruyan", 3, 4], ["Lamandau", 5, 6]
    )
    seen = look(replace(page, hidden_columns=frozenset([1])))

    assert figures(look(page).book, Measure.ACTIVE) == {"62.03": 1, "62.07": 3, "62.09": 5}
    assert figures(seen.book, Measure.ACTIVE) == {"62.03": 2, "62.07": 4, "62.09": 6}
    assert "column_twice" in codes(seen.book)


def test_nothing_is_said_about_hidden_blanks() -> None:
    lines: list[Line] = [[TITLE], [], ["Kab/Kota", None, "Aktif"], ["Kapuas", None, 1], ["Seruyan", None, 3]]
    page = replace(sheet(*lines), hidden_rows=frozenset([1]), hidden_columns=frozenset([1]))

    assert not {"rows_hidden", "columns_hidden"} & set(codes(look(page).book))
