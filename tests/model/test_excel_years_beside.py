"""Columns of an earlier year beside those of the table's position: a base stays with its participants."""

import pytest

from tests.builders.examined import look, values
from tests.builders.office import TITLE, Line, body, sheet

MARCH, DECEMBER = "2025-03-31", "2024-12-31"
BOTH = f"{DECEMBER} {MARCH}"
ROWS = body([100, 200, 300], [50, 60, 70], [40, 50, 60])


@pytest.mark.parametrize(
    ("headers", "measures"),
    [
        (["Potensi", "Peserta Aktif", "Peserta Aktif 2024"], {"eligible": MARCH, "active": BOTH}),
        (["Potensi", "Peserta Aktif", "Peserta Aktif Desember 2024"], {"eligible": MARCH, "active": BOTH}),
        (["Target", "Peserta Aktif", "Peserta Aktif 2024"], {"target": MARCH, "active": BOTH}),
        (
            ["Potensi", "Peserta Aktif", "UCJ 2024 (%)"],
            {"eligible": MARCH, "active": MARCH, "reported_coverage": DECEMBER},
        ),
    ],
)
def test_a_base_without_a_period_is_of_the_tables_position(
    headers: list[str], measures: dict[str, str]
) -> None:
    head: Line = ["No", "Kab/Kota", *headers]

    found = look(sheet([TITLE], head, *ROWS))

    days: dict[str, set[str]] = {}
    for (measure, _, day, _), value in values(found.book).items():
        if value is not None:
            days.setdefault(measure, set()).add(day)
    assert {measure: " ".join(sorted(told)) for measure, told in days.items()} == measures


def test_a_base_beside_months_holds_for_each_of_them() -> None:
    head: Line = ["No", "Kab/Kota", "Potensi", "Aktif Januari 2025", "Aktif Februari 2025"]

    found = look(sheet([TITLE], head, *ROWS))

    assert {key[2] for key in values(found.book) if key[0] == "eligible"} == {"2025-01-31", "2025-02-28"}
