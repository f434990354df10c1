"""Men and women beside their sum: the sum is read, the parts are left out and said."""

import pytest

from tests.builders.examined import cells, look, open_questions
from tests.builders.office import TITLE, body, codes, sheet


@pytest.mark.parametrize(
    "below",
    [
        ["L", "P", "L+P"],
        ["Lk", "Pr", "Jml"],
        ["Laki-laki", "Perempuan", "Laki-laki + Perempuan"],
        ["Pria", "Wanita", "Jumlah"],
    ],
)
def test_the_sum_of_men_and_women_is_the_figure_of_its_group(below: list[str]) -> None:
    lines = body([1000, 2000], [300, 400], [200, 250], [500, 650])
    page = sheet(
        [TITLE], ["No", "Kab/Kota", "Potensi", "Peserta Aktif", None, None], [None, None, None, *below],
        *lines, merges=["D2:F2"],
    )  # fmt: skip
    result = look(page)

    assert not open_questions(result)
    assert cells(result.book) == {
        ("eligible", "", "2025-03-31", "62.01"): (1000, "Rekap!C4"),
        ("eligible", "", "2025-03-31", "62.02"): (2000, "Rekap!C5"),
        ("active", "", "2025-03-31", "62.01"): (500, "Rekap!F4"),
        ("active", "", "2025-03-31", "62.02"): (650, "Rekap!F5"),
    }
    (told,) = (problem for problem in result.book.problems if problem.code == "by_sex_left_out")
    assert all(word in told.text() for word in below[:2])
    assert "columns_not_recognised" not in codes(result.book)


def test_men_without_the_sum_beside_them_are_not_all_participants() -> None:
    page = sheet([TITLE], ["No", "Kab/Kota", "Potensi", "Peserta Aktif L"], *body([1000, 2000], [300, 400]))
    result = look(page)

    assert {key[0] for key in cells(result.book)} == {"eligible"}
    assert "by_sex_left_out" not in codes(result.book)
