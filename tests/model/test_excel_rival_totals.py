"""Several bare totals of the same regions: the one that fits its parts is taken, else somebody is asked."""

import pytest

from model.excel.answers import About
from model.excel.grid import Sheet
from tests.builders.examined import answering, cells, look, open_questions
from tests.builders.office import TITLE, Line, body, names, sheet

POTENTIAL = [1000 + 37 * number for number in range(14)]
ACTIVE = [400 + 13 * number for number in range(14)]
WHOLE, PART = sum(POTENTIAL), sum(ACTIVE)
PROVINCE = ("eligible", "", "2025-03-31", "62")


def drawn(*totals: Line, first: Line | None = None) -> Sheet:
    """A table with total rows below it, and one above it perhaps."""
    above = [first] if first else []
    return sheet(
        [TITLE], [], ["No", "Kab/Kota", "Potensi", "Aktif"], *above, *body(POTENTIAL, ACTIVE), *totals
    )


def said(page: Sheet, code: str) -> list[str]:
    return [problem.cell for problem in look(page).book.problems if problem.code == code]


def test_the_total_that_fits_is_taken_wherever_it_stands_and_the_other_is_said() -> None:
    right: Line = [None, "Jumlah", WHOLE, PART]
    wrong: Line = [None, "Total", WHOLE - 100, PART - 100]
    pages = (drawn(right, wrong), drawn(wrong, right), drawn(wrong, first=right), drawn(right, first=wrong))

    for page, used, other in zip(
        pages, ("C18", "C19", "C4", "C19"), ("B19", "B18", "B19", "B4"), strict=True
    ):
        assert cells(look(page).book).get(PROVINCE) == (WHOLE, f"Rekap!{used}")
        assert said(page, "total_of_several") == [other]
        assert not said(page, "printed_total_differs")


def test_where_neither_fits_the_right_one_is_asked_for_and_none_is_used() -> None:
    page = drawn([None, "Jumlah", WHOLE + 50, PART], [None, "Total", WHOLE - 100, PART - 1])
    result = look(page)

    assert PROVINCE not in cells(result.book)
    assert said(page, "total_unclear") == ["B18", "B19"]
    assert open_questions(result) == [("name", "jumlah"), ("name", "total")]
    assert all(question.options == ("62", "leave") for question in result.questions)


@pytest.mark.parametrize("given", [{"jumlah": "62", "total": "leave"}, {"total": "leave"}, {"jumlah": "62"}])
def test_an_answer_about_one_of_them_is_enough(given: dict[str, str]) -> None:
    page = drawn([None, "Jumlah", WHOLE + 50, PART], [None, "Total", WHOLE - 100, PART])
    answers = answering({(About.NAME, name): value for name, value in given.items()})
    result = look(page, answers=answers)

    assert cells(result.book).get(PROVINCE) == (WHOLE + 50, "Rekap!C18")
    assert not result.questions
    assert "printed_total_differs" in {problem.code for problem in result.book.problems}


def test_two_of_one_name_cannot_be_told_apart_by_an_answer_and_none_is_used() -> None:
    page = drawn([None, "Jumlah", WHOLE + 50, PART], [None, "Jumlah", WHOLE - 100, PART])

    assert said(page, "totals_alike") == ["B18", "B19"]
    assert PROVINCE not in cells(look(page).book)
    assert not look(page).questions


def test_totals_that_say_the_same_and_totals_of_groups_are_no_rivals() -> None:
    twice = drawn([None, "Jumlah", WHOLE, PART], [None, "Total", WHOLE, PART])
    lines: list[Line] = [[None, name, count] for name, count in zip(names(), POTENTIAL, strict=True)]
    groups = sheet(
        [TITLE], [], ["No", "Kab/Kota", "Potensi"], *lines[:5], [None, "Jumlah", sum(POTENTIAL[:5])],
        *lines[5:], [None, "Jumlah", sum(POTENTIAL[5:])], [None, "Total", WHOLE + 77],
    )  # fmt: skip

    for page in (twice, groups):
        assert not said(page, "total_of_several") + said(page, "total_unclear")
    assert said(groups, "printed_total_differs") == ["C20"]


def test_each_month_of_a_table_has_its_own_total() -> None:
    lines = body(POTENTIAL)
    page = sheet(
        ["Potensi"], [], ["No", "Kab/Kota", "Potensi"], ["Januari 2025"], *lines, [None, "Jumlah", WHOLE],
        [None, "Total", WHOLE + 50], ["Februari 2025"], *lines, [None, "Jumlah", WHOLE],
    )  # fmt: skip
    found = cells(look(page).book)

    assert found.get(("eligible", "", "2025-01-31", "62")) == (WHOLE, "Rekap!C19")
    assert found.get(("eligible", "", "2025-02-28", "62")) == (WHOLE, "Rekap!C36")
    assert said(page, "total_of_several") == ["B20"]
