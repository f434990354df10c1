"""Columns and rows that are sums of others are held against them while reading; the cells are named."""

import pytest

from model.excel.grid import Sheet
from model.problems import Problem
from tests.builders.examined import look
from tests.builders.office import TITLE, Line, body, names, sheet

SEGMENTS = ["No", "Kab/Kota", "PU", "BPU", "Jakon", "Jumlah"]
PU, BPU, JAKON = [100, 200, 300], [10, 20, 30], [1, 2, 3]


def sums(page: Sheet) -> list[Problem]:
    """What was said about sums of columns and rows."""
    told = ("column_sum_differs", "row_sum_differs", "active_above_eligible")
    return [problem for problem in look(page).book.problems if problem.code in told]


def segments(*wholes: int, total: int) -> Sheet:
    lines = body(PU, BPU, JAKON, list(wholes), total=[600, 60, 6, total])
    return sheet(["Peserta Aktif"], [TITLE], [], SEGMENTS, *lines)


def test_a_sum_of_segments_that_misses_them_is_said_with_its_cells_for_regions_and_totals() -> None:
    (said,) = sums(segments(111, 227, 333, total=671))

    assert (said.code, said.cell, str(said.severity)) == ("column_sum_differs", "F6", "warning")
    assert "F6, F8" in said.text()
    assert "227" in said.text()
    assert "222" in said.text()
    assert "selisih sampai 1" in said.text()


def test_a_difference_of_rounding_is_let_pass_as_the_sentence_says() -> None:
    assert not sums(segments(111, 223, 333, total=667))


@pytest.mark.parametrize("heads", [("L", "P", "L+P"), ("Laki-laki", "Perempuan", "Jumlah")])
def test_men_and_women_are_held_against_their_sum_although_only_that_is_read(heads: tuple[str, ...]) -> None:
    page = sheet(
        [TITLE], [], ["No", "Kab/Kota", "Peserta Aktif", None, None], [None, None, *heads],
        *body([50, 60, 70], [40, 50, 60], [90, 115, 130]), merges=["C3:E3"],
    )  # fmt: skip
    (said,) = sums(page)

    assert (said.cell, said.facts["printed"], said.facts["parts"]) == ("E6", 115, 110)
    assert len(look(page).book.observations) == 3


def test_a_base_below_its_participants_is_said_once_with_the_first_cells() -> None:
    (said,) = sums(sheet([TITLE], ["No", "Kab/Kota", "Potensi", "Aktif"], *body([10, 500, 30], [20, 40, 60])))

    assert (said.code, said.cell) == ("active_above_eligible", "C3")
    assert "C3, C5" in said.text()
    assert len(look(sheet([TITLE], ["No", "Kab/Kota", "Potensi"], *body([10]))).book.observations) == 1


def test_rows_of_segments_are_held_against_the_row_of_all() -> None:
    lines: list[Line] = []
    for name, whole in zip(names(3), (110, 225, 330), strict=True):
        place = names(3).index(name)
        lines += [[name, "PU", PU[place]], [None, "BPU", BPU[place]], [None, "Jumlah", whole]]
    (said,) = sums(sheet(["Peserta Aktif"], [TITLE], ["Kab/Kota", "Segmen", "Aktif"], *lines))

    assert (said.code, said.cell) == ("row_sum_differs", "C9")
    assert "PU, BPU" in said.text()


def test_parts_that_are_missing_and_parts_of_another_measure_are_not_compared() -> None:
    holed = sheet(["Peserta Aktif"], [TITLE], [], SEGMENTS, *body(PU, [None, 20, 30], JAKON, [150, 222, 333]))
    other = sheet(
        [TITLE], [], ["No", "Kab/Kota", "Potensi", "Aktif PU", "Aktif BPU"], *body([900, 900], [1, 2], [3, 4])
    )

    assert not sums(holed) + sums(other)


def test_the_cells_of_a_turned_table_are_its_own() -> None:
    page = sheet(["Peserta Aktif"], [TITLE], ["Segmen", *names(3)], ["PU", *PU], ["BPU", *BPU],
                 ["Jumlah", 110, 229, 338])  # fmt: skip
    (said,) = sums(page)

    assert said.cell == "C6"
    assert "C6, D6" in said.text()
