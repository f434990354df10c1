"""A header "2025*)" with a footnote that says up to when the year is told."""

import pytest

from tests.builders.examined import look, open_questions, values
from tests.builders.office import Line, body, codes, sheet

HEADER: Line = ["No", "Kab/Kota", "2023", "2024", "2025*)"]
ROWS = body([400, 500], [410, 510], [420, 520])


def days(*lines: Line) -> list[str]:
    """The positions of the figures of the first regency."""
    found = values(look(sheet(["Peserta aktif"], *lines)).book)
    return sorted(day for _, _, day, region in found if region == "62.01")


@pytest.mark.parametrize(
    "note",
    [
        "*) s.d. Maret 2025",
        "*) Angka sementara s.d. Maret 2025",
        "* keadaan Maret 2025",
        "*) sampai dengan bulan Maret",
        "*)  posisi 31 Maret 2025",
    ],
)
def test_a_footnote_says_up_to_when_the_year_of_a_header_is_told(note: str) -> None:
    result = look(sheet(["Peserta aktif"], HEADER, *ROWS, [], [None, note]))
    (said,) = (problem for problem in result.book.problems if problem.code == "dated_by_note")

    assert days(HEADER, *ROWS, [], [None, note]) == ["2023-12-31", "2024-12-31", "2025-03-31"]
    assert not open_questions(result)
    assert said.cell == "E2"
    assert said.facts["note"] == " ".join(note.split())


def test_the_mark_and_its_note_may_stand_in_cells_of_their_own() -> None:
    assert days(HEADER, *ROWS, ["*)", "s.d. Maret 2025"])[-1] == "2025-03-31"


def test_a_raised_number_points_to_its_own_note() -> None:
    header: Line = [*HEADER[:3], "2024¹", "2025²⁾"]

    notes: list[Line] = [["¹ Angka tetap"], ["²⁾ Angka s.d. Juni 2025"]]
    assert days(header, *ROWS, *notes) == ["2023-12-31", "2024-12-31", "2025-06-30"]


@pytest.mark.parametrize(
    "note",
    [
        "*) Angka sementara",
        "*) Dicetak per 5 April 2025",
        "**) s.d. Maret 2025",
        "*) s.d. Maret 2024",
        "Angka s.d. Maret 2025",
    ],
)
def test_any_other_note_leaves_the_year_as_it_is(note: str) -> None:
    assert days(HEADER, *ROWS, [note])[-1] == "2025-12-31"
    assert "dated_by_note" not in codes(look(sheet(["Peserta aktif"], HEADER, *ROWS, [note])).book)


def test_months_below_a_marked_year_are_its_months() -> None:
    top: Line = ["No", "Kab/Kota", "2025*)", None, None]
    months: Line = [None, None, "Januari", "Februari", "Maret"]

    found = days(top, months, *ROWS, ["*) s.d. Maret 2025"])
    assert found == ["2025-01-31", "2025-02-28", "2025-03-31"]


def test_a_header_that_names_its_month_needs_no_note() -> None:
    header: Line = [*HEADER[:4], "Maret 2025*)"]

    told = codes(look(sheet(["Peserta aktif"], header, *ROWS, ["*) Angka sementara s.d. Maret 2025"])).book)
    assert "dated_by_note" not in told


def test_of_two_tables_each_goes_by_its_own_note() -> None:
    header: Line = [*HEADER[:2], "2025*)"]
    rows = body([400, 500])
    first: list[Line] = [["Peserta aktif PU"], header, *rows, [None, "*) s.d. Maret 2025"], []]
    second: list[Line] = [["Peserta aktif BPU"], header, *rows, [None, "*) s.d. Juni 2025"]]
    found = values(look(sheet(*first, *second)).book)

    assert {(segment, day) for _, segment, day, _ in found} == {("PU", "2025-03-31"), ("BPU", "2025-06-30")}
