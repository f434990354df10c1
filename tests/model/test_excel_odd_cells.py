"""Headers and cells written oddly: months as numbers, footnotes behind numbers, formulas never calculated."""

from dataclasses import replace

import pytest

from model.excel.answers import Answers
from tests.builders.examined import cells, look, open_questions, values
from tests.builders.office import TITLE, Line, body, codes, sheet

TWELVE = list(range(1, 13))


def test_twelve_numbers_beside_the_names_are_months_of_the_titles_year() -> None:
    columns = [[100 * number, 100 * number + 1] for number in TWELVE]
    found = values(look(sheet(["Peserta Aktif 2025"], ["No", "Kab/Kota", *TWELVE], *body(*columns))).book)

    assert found["active", "", "2025-01-31", "62.01"] == 100
    assert found["active", "", "2025-12-31", "62.02"] == 1201
    assert len(found) == 24


def test_numbers_below_a_heading_of_months_are_months() -> None:
    page = sheet(
        ["Peserta Aktif Tahun 2025"], ["No", "Kab/Kota", "Bulan", None, None], [None, None, 1, 2, 3],
        *body([10, 20], [11, 21], [12, 22]), merges=["C2:E2"],
    )  # fmt: skip

    assert values(look(page).book)["active", "", "2025-03-31", "62.02"] == 22


def test_numbers_of_columns_below_named_months_are_no_months() -> None:
    page = sheet(
        ["Peserta Aktif 2025"], ["No", "Kab/Kota", "Bulan Maret", "Bulan April", "Bulan Mei"],
        [None, None, 1, 2, 3], *body([10, 20], [11, 21], [12, 22]),
    )  # fmt: skip

    assert {key[2] for key in values(look(page).book)} == {"2025-03-31", "2025-04-30", "2025-05-31"}


@pytest.mark.parametrize("written", ["1.200 a)", "1.200 1)", "1.200*)", "1.200 r)", "1.200¹)"])
def test_the_mark_of_a_footnote_is_no_part_of_its_number(written: str) -> None:
    result = look(sheet([TITLE], ["No", "Kab/Kota", "Aktif"], *body([written, "2.345", "3.111"])))

    assert values(result.book)["active", "", "2025-03-31", "62.01"] == 1200
    assert "not_a_number" not in codes(result.book)


def test_a_column_of_formulas_never_calculated_is_not_called_empty() -> None:
    page = sheet([TITLE], ["No", "Kab/Kota", "Potensi", "Aktif"], *body([1000, 2000], [None, None]))
    waiting = look(replace(page, uncomputed=frozenset({(2, 3), (3, 3)})))
    broken = look(replace(page, errors={(2, 3): "#REF!", (3, 3): "#REF!"}))

    for result, code in ((waiting, "column_uncomputed"), (broken, "column_errors")):
        (said,) = (problem for problem in result.book.problems if problem.code.startswith("column_"))
        assert (said.code, said.cell, str(said.severity)) == (code, "D2", "error")


def test_names_that_are_all_only_like_those_of_regions_are_asked_about() -> None:
    lines: list[Line] = [[1, "Kab Barito Utara - Muara Teweh", 5], [2, "Kab Kapuas - Kuala Kapuas", 6]]
    page = sheet([TITLE], ["No", "Kab/Kota", "Aktif"], *lines)
    result = look(page, answers=Answers(province="62"))

    assert open_questions(result) == [
        ("name", "kab barito utara muara teweh"),
        ("name", "kab kapuas kuala kapuas"),
    ]
    assert [question.options[0] for question in result.questions] == ["62.05", "62.03"]
    assert not cells(result.book)
