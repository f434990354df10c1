"""Rows below the last region or below the totals that are nobody's: they become no figure of a region."""

import pytest

from tests.builders.examined import look, values
from tests.builders.office import TITLE, Line, body, sheet

MARCH = "2025-03-31"
HEAD: Line = ["No", "Kab/Kota", "Potensi", "Aktif"]
POTENTIAL, ACTIVE = [1000, 2000, 4000, 3000], [500, 400, 1000, 700]
ROWS = body(POTENTIAL, ACTIVE)
TOTAL: Line = [None, "Jumlah", sum(POTENTIAL), sum(ACTIVE)]
BELOW = (
    "Tahun 2024", "Tahun Lalu (2024)", "31 Desember 2024", "Posisi 28 Februari 2025", "Triwulan IV 2024",
    "Target Provinsi 2025", "Kekurangan 2025", "Nasional (Maret 2025)", "PU", "Penerima Upah", "- BPU",
)  # fmt: skip


@pytest.mark.parametrize("totals", [[TOTAL], []], ids=["below the totals", "below the last region"])
@pytest.mark.parametrize("name", BELOW)
def test_such_a_row_is_left_out_and_said(name: str, totals: list[Line]) -> None:
    found = look(sheet([TITLE], HEAD, *ROWS, *totals, [None, name, 9990, 2500]))

    regions = {key: value for key, value in values(found.book).items() if key[3] != "62"}
    assert sorted(value or 0 for value in regions.values()) == sorted([*POTENTIAL, *ACTIVE])
    assert {key[1:3] for key in regions} == {("", MARCH)}
    assert any(problem.severity == "warning" for problem in found.book.problems if problem.cell)


def test_years_below_each_region_are_its_own() -> None:
    rows: list[Line] = []
    for line, active in zip(ROWS, ACTIVE, strict=True):
        rows += [line, [None, "Tahun 2024", 900, active - 100], [None, "Tahun 2023", 800, active - 200]]

    found = look(sheet([TITLE], HEAD, *rows))

    told = {key[2:]: value for key, value in values(found.book).items() if key[0] == "active"}
    assert len(told) == 12
    assert [told["2024-12-31", code] for code in ("62.01", "62.02", "62.03")] == [400, 300, 900]


def test_segments_of_one_region_among_others_are_its_own() -> None:
    parts: list[Line] = [[None, "PU", 600, 300], [None, "BPU", 400, 200]]

    found = look(sheet([TITLE], HEAD, ROWS[0], *parts, *ROWS[1:], TOTAL))

    told = {
        key[1]: value for key, value in values(found.book).items() if key[0] == "active" and key[3] == "62.01"
    }
    assert told == {"": 500, "PU": 300, "BPU": 200}
