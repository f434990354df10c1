"""Regions side by side as columns are not read, and it is said how to turn the table."""

import pytest

from model.errors import UnusableFileError
from tests.builders.examined import cells, look
from tests.builders.office import TITLE, body, names, sheet

ACROSS = sheet(
    [TITLE], ["Uraian", *names()], ["Potensi", *range(1000, 1014)], ["Peserta aktif", *range(400, 414)],
    name="Ke samping",
)  # fmt: skip


def test_a_file_with_regions_side_by_side_only_says_so() -> None:
    with pytest.raises(UnusableFileError) as refused:
        look(ACROSS)

    assert refused.value.code == "regions_across"
    assert "rekap.xlsx" in str(refused.value)
    assert "baris" in str(refused.value)


def test_a_sheet_of_them_beside_one_that_is_read_is_named() -> None:
    plain = sheet([TITLE], ["No", "Kab/Kota", "Aktif"], *body([400, 500]))
    result = look(plain, ACROSS)

    assert cells(result.book)["active", "", "2025-03-31", "62.02"] == (500, "Rekap!C4")
    (told,) = (problem for problem in result.book.problems if problem.code == "regions_across")
    assert (told.sheet, str(told.severity)) == ("Ke samping", "warning")
