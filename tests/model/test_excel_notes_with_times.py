"""Notes among the rows of a table that name a time or a segment: they make no figure one of another."""

import pytest

from model.excel.importing import Import
from tests.builders.examined import look, values
from tests.builders.office import TITLE, Line, body, sheet

MARCH = "2025-03-31"
HEAD: Line = ["No", "Kab/Kota", "Potensi", "Aktif"]
ACTIVE = [500, 400, 1000, 700]
ROWS = body([1000, 2000, 4000, 3000], ACTIVE)
NOTES = (
    "Catatan: data sementara 2025",
    "Keterangan: termasuk peserta Desember 2024",
    "Data Kab. Katingan per 28 Februari 2025",
    "Sumber: BPJS TK 2024",
    "Wilayah Timur (data 2024)",
    "Desember 2024",
    "PU",
)


def active(found: Import) -> dict[str, list[float | None]]:
    """The active workers of each position, in the order of the regions."""
    days: dict[str, list[float | None]] = {}
    for (measure, segment, day, _), value in sorted(values(found.book).items()):
        if measure == "active" and not segment:
            days.setdefault(day, []).append(value)
    return days


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("column", [0, 1])
def test_a_note_in_the_middle_leaves_the_figures_below_at_the_tables_position(note: str, column: int) -> None:
    line: Line = [None] * column + [note]

    found = look(sheet([TITLE], HEAD, *ROWS[:2], line, *ROWS[2:]))

    assert active(found) == {MARCH: ACTIVE}
    codes = [problem.code for problem in found.book.problems]
    assert ("time_in_a_note" in codes) is not note.startswith(("Catatan", "Keterangan", "Sumber"))


@pytest.mark.parametrize(
    "headings", [("Januari 2025", "Februari 2025"), ("Data bulan Mei 2025", "Data bulan Juni 2025")]
)
def test_a_block_begins_where_a_region_comes_again(headings: tuple[str, str]) -> None:
    first, second = headings
    more = body([1000, 2000, 4000, 3000], [1, 2, 3, 4])

    found = look(sheet(["Peserta"], HEAD, [first], *ROWS, [second], *more))

    assert list(active(found).values()) == [ACTIVE, [1, 2, 3, 4]]


def test_a_first_block_without_a_heading_is_at_the_position_of_the_title() -> None:
    more = body([1000, 2000, 4000, 3000], [1, 2, 3, 4])

    found = look(sheet([TITLE], HEAD, *ROWS, ["April 2025"], *more))

    assert active(found) == {MARCH: ACTIVE, "2025-04-30": [1, 2, 3, 4]}


def test_blocks_of_different_regions_keep_their_headings() -> None:
    found = look(sheet(["Peserta"], HEAD, ["Januari 2025"], *ROWS[:2], ["Februari 2025"], *ROWS[2:]))

    reported = {day: [value for value in values_ if value] for day, values_ in active(found).items()}
    assert reported == {"2025-01-31": ACTIVE[:2], "2025-02-28": ACTIVE[2:]}
