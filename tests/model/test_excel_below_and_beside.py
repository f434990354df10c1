"""What stands below a table or heads it without figures is no figure of another position."""

import pytest

from model.measures import Measure
from tests.builders.examined import cells, look, open_questions
from tests.builders.office import TITLE, Line, body, codes, names, sheet

DAY = "2025-03-31"


@pytest.mark.parametrize(
    "signed",
    [
        ["Palangka Raya, 5 April 2025"],
        [None, "Palangka Raya,      April 2025"],
        [None, "Mengetahui,"],
        [None, None, "NIP. 19700101 199001 1 001"],
    ],
)
def test_nothing_is_read_below_a_signature(signed: Line) -> None:
    below: list[Line] = [[], signed, [None, None, "Kepala Dinas"], [None, "Kapuas", 12], [None, "Seruyan", 9]]
    result = look(sheet([TITLE], ["No", "Kab/Kota", "Aktif"], *body([6000, 6700]), *below))

    assert cells(result.book) == {
        ("active", "", DAY, "62.01"): (6000, "Rekap!C3"),
        ("active", "", DAY, "62.02"): (6700, "Rekap!C4"),
    }


def test_a_heading_with_a_day_is_a_position_and_the_place_and_date_of_a_letter_is_none() -> None:
    first, second = names(2)
    result = look(
        sheet(
            ["Palangka Raya, 7 April 2025"], ["Kab/Kota", "Aktif"],
            ["Keadaan, 31 Januari 2025"], [first, 10], [second, 20],
            ["Keadaan, 28 Februari 2025"], [first, 11], [second, 21],
        )
    )  # fmt: skip

    assert {key[2:]: value for key, value in cells(result.book).items()} == {
        ("2025-01-31", "62.01"): (10, "Rekap!B4"),
        ("2025-01-31", "62.02"): (20, "Rekap!B5"),
        ("2025-02-28", "62.01"): (11, "Rekap!B7"),
        ("2025-02-28", "62.02"): (21, "Rekap!B8"),
    }


@pytest.mark.parametrize("earlier", ["Jumlah Bulan Lalu", "Total tahun sebelumnya", "Jumlah posisi kemarin"])
def test_a_total_of_an_earlier_position_is_none_of_this_one(earlier: str) -> None:
    numbers = list(range(100, 114))
    lines: list[Line] = [[None, "Jumlah Bulan Ini", sum(numbers)], [None, earlier, sum(numbers) - 90]]
    result = look(sheet([TITLE], ["No", "Kab/Kota", "Aktif"], *body(numbers), *lines))

    assert cells(result.book)["active", "", DAY, "62"] == (sum(numbers), "Rekap!C17")
    assert "printed_total_differs" not in codes(result.book)


@pytest.mark.parametrize("blank", [None, "-"])
def test_districts_below_a_regency_without_figures_are_added_up(blank: str | None) -> None:
    lines: list[Line] = [
        [1, "Kab. Kapuas", blank, blank], [None, "Kec. Selat", 10, 4], [None, "Kec. Basarang", 20, 6],
        [2, "Kab. Seruyan", blank, blank], [None, "Kec. Hanau", 7, 3],
    ]  # fmt: skip
    result = look(sheet([TITLE], ["No", "Kab/Kota/Kecamatan", "Potensi", "Peserta Aktif"], *lines))
    read = {(key[0], key[3]): value for key, (value, _) in cells(result.book).items()}

    assert read == {
        (str(Measure.ELIGIBLE), "62.03"): 30,
        (str(Measure.ACTIVE), "62.03"): 10,
        (str(Measure.ELIGIBLE), "62.07"): 7,
        (str(Measure.ACTIVE), "62.07"): 3,
    }
    assert "parts_rolled_up" in codes(result.book)
    assert not {"column_empty", "cells_empty", "measure_unknown"} & set(codes(result.book))


def test_two_numbered_columns_above_blocks_are_no_name() -> None:
    first, second = names(2)
    result = look(
        sheet(
            ["Rekap"], ["Kabupaten/Kota", "Peserta Aktif"], ["(1)", "(2)"],
            ["Januari 2025"], [first, 10], [second, 20],
            ["Februari 2025"], [first, 11], [second, 21],
        )
    )  # fmt: skip

    assert not open_questions(result)
    assert cells(result.book)["active", "", "2025-01-31", "62.02"] == (20, "Rekap!B6")
    assert cells(result.book)["active", "", "2025-02-28", "62.01"] == (11, "Rekap!B8")
