"""Months across without their years that run over the turn of a year."""

import pytest

from model.excel.answers import Answers
from model.excel.turn_of_year import years_back
from model.periods import parse_period
from tests.builders.examined import look, open_questions, values
from tests.builders.office import Line, body, sheet

FIGURES = [[10 + month, 20 + month, 30 + month] for month in range(5)]
HEAD: Line = ["No", "Kab/Kota", "Oktober", "November", "Desember", "Januari", "Februari"]
OVER = ["2024-10-31", "2024-11-30", "2024-12-31", "2025-01-31", "2025-02-28"]


@pytest.mark.parametrize(
    ("title", "answer"),
    [
        ("Peserta Aktif Oktober 2024 s.d. Februari 2025", ""),
        ("Peserta Aktif s.d. Februari 2025", ""),
        ("Peserta Aktif Tahun 2025", "Februari 2025"),
        ("Peserta Aktif", "2025"),
    ],
)
def test_months_before_the_turn_are_of_the_year_before(title: str, answer: str) -> None:
    answers = Answers(position=parse_period(answer)) if answer else None

    found = look(sheet([title], HEAD, *body(*FIGURES)), answers=answers)

    told = {(day, region): value for (_, _, day, region), value in values(found.book).items()}
    assert sorted({day for day, _ in told}) == OVER
    assert [told[day, "62.01"] for day in OVER] == [10, 11, 12, 13, 14]
    assert open_questions(found) == []


def test_the_year_alone_may_be_of_either_side_and_is_asked() -> None:
    found = look(sheet(["Peserta Aktif Tahun 2025"], HEAD, *body(*FIGURES)))

    assert values(found.book) == {}
    assert open_questions(found) == [("position", "")]


@pytest.mark.parametrize(
    ("months", "back"),
    [
        ([10, 11, 12, 1, 2], {10: 1, 11: 1, 12: 1, 1: 0, 2: 0}),
        ([2, 1, 12, 11], {2: 0, 1: 0, 12: 1, 11: 1}),
        ([12, 12, 1, 1, 12, 12, 1, 1], {12: 1, 1: 0}),
        ([1, 2, 3], {}),
        ([3, 2, 1], {}),
        ([1, 2, 3, 1, 2, 3], {}),
        ([12, 3, 6, 9], {}),
        ([12], {}),
        ([], {}),
    ],
)
def test_only_months_without_a_gap_show_a_turn(months: list[int], back: dict[int, int]) -> None:
    assert years_back(months) == back
