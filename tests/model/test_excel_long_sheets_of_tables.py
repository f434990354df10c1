"""Several tables on a long sheet, and tables that stand far below its top."""

import pytest

from model.excel import sheet_tables, tables
from tests.builders.examined import cells, look
from tests.builders.office import TITLE, Line, body, codes, names, sheet

ACTIVE = [400 + 13 * number for number in range(14)]
BPS = [6201, 6202, 6203, 6204, 6205, 6209, 6208, 6206, 6207, 6211, 6210, 6213, 6212, 6271]


def villages(count: int) -> list[Line]:
    """A table of so many villages."""
    regencies = names()
    rows: list[Line] = [
        [number, regencies[number % 14], f"Kec. {number % 130}", f"Desa {number}", number % 97]
        for number in range(count)
    ]
    return [["Potensi per desa"], [TITLE], ["No", "Kab/Kota", "Kecamatan", "Desa", "Potensi"], *rows]


def test_a_second_table_is_found_below_thousands_of_rows() -> None:
    lines = [*villages(4000), [], ["Rekap peserta"], ["No", "Kab/Kota", "Aktif"], *body(ACTIVE)]
    found = cells(look(sheet(*lines)).book)

    assert found.get(("active", "", "2025-03-31", "62.01")) == (400, "Rekap!C4007")
    assert len([key for key in found if key[0] == "active"]) == 14
    assert len([key for key in found if key[0] == "eligible"]) == 14


def test_of_a_still_longer_sheet_it_is_said_that_it_is_read_as_one_table(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lines = [*villages(100), [], ["Rekap peserta"], ["No", "Kab/Kota", "Aktif"], *body(ACTIVE)]
    for module in (tables, sheet_tables):
        monkeypatch.setattr(module, "MOST_ROWS", 90)
    (said,) = (problem for problem in look(sheet(*lines)).book.problems if problem.code == "read_as_one")

    assert "90 baris" in said.text()
    assert "read_as_one" not in codes(look(sheet(*villages(50))).book)


def test_the_header_of_a_table_far_below_says_whose_codes_it_has() -> None:
    lines: list[Line] = [[code, count] for code, count in zip(BPS, ACTIVE, strict=True)]
    gap: list[Line] = [[f"catatan {number}"] for number in range(40)]
    page = sheet(
        [TITLE], ["No", "Kab/Kota", "Potensi"], *body([2 * count for count in ACTIVE]), [], *gap, [],
        ["Kode BPS", "Aktif"], *lines,
    )  # fmt: skip
    result = look(page)

    found = cells(result.book).get(("active", "", "2025-03-31", "62.06"))
    assert found
    assert (found[0], found[1]) == (ACTIVE[5], "Rekap!B65")
    assert not result.questions


def test_a_table_far_below_is_about_the_regency_that_its_own_title_names() -> None:
    def months(first: int) -> list[Line]:
        return [["Bulan", "Potensi", "Aktif"], ["Januari", first, 40], ["Februari", first + 1, 41]]

    gap: list[Line] = [[] for _ in range(40)]
    page = sheet(["Kab. Kapuas Tahun 2025"], *months(100), *gap, ["Kab. Seruyan Tahun 2025"], *months(200))
    found = cells(look(page).book)

    assert found.get(("eligible", "", "2025-01-31", "62.03")) == (100, "Rekap!B3")
    assert found.get(("eligible", "", "2025-01-31", "62.07")) == (200, "Rekap!B47")
