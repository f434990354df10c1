"""Rows that repeat a region: few are said one by one, many make a table no summary."""

from model.excel.answers import Answers
from model.excel.decisions import Decision
from model.excel.examine import examine
from model.excel.grid import Cell, Grid, Sheet
from model.excel.importing import Import
from model.regions import regencies

KALTENG = regencies("62")


def in_a_grid(rows: list[list[Cell]]) -> Import:
    sheet = Sheet("Data", tuple(tuple(row) for row in rows))
    return examine(Grid("rekap.xlsx", "ab" * 32, (sheet,)), Answers("62"))


def activities(count: int) -> Import:
    """Participants of so many activities: each regency, month and segment again and again."""
    rows: list[list[Cell]] = [["No", "Bulan", "Segmen", "Kabupaten/Kota", "Kegiatan", "Peserta aktif"]]
    for number in range(count):
        month, segment = f"{('Januari', 'Maret')[number % 2]} 2024", ("PU", "BPU")[number % 2]
        name = KALTENG[number % 3].full_name
        rows.append([number + 1, month, segment, name, f"Kegiatan {number}", 100 + number % 50])
    return in_a_grid(rows)


def test_how_many_rows_repeat_and_how_many_differ_is_said_of_a_short_and_of_a_long_list() -> None:
    for count in (600, 6000):
        found = activities(count)

        told = next(problem for problem in found.book.problems if problem.code == "keys_repeated")
        assert (told.facts["count"], told.facts["different"]) == (count - 6, 6)
        assert len(found.book.observations) == 0
        assert "regions_repeated" not in {problem.code for problem in found.book.problems}


def test_a_few_repeated_rows_of_many_months_leave_the_others_used() -> None:
    rows: list[list[Cell]] = [["Kabupaten/Kota", "Bulan", "Peserta aktif"]]
    for number in range(1, 13):
        rows += [[region.full_name, f"{number}/2024", 100.0 + number] for region in KALTENG]
    rows += rows[1:9]

    found = in_a_grid(rows)

    assert len(found.book.observations) == 12 * 14
    assert [p.code for p in found.book.problems].count("region_twice") == 8


def test_no_segment_is_asked_of_a_column_whose_rows_say_it() -> None:
    rows: list[list[Cell]] = [["Kabupaten/Kota", "Bulan", "Segmen", "Peserta aktif"]]
    for segment in ("PU", "BPU"):
        rows += [[region.full_name, "3/2024", segment, 100.0] for region in KALTENG]

    found = in_a_grid(rows)

    assert "segment" not in set(map(about, found.decisions))
    assert set(found.book.observations["segment"]) == {"PU", "BPU"}


def about(decision: Decision) -> str:
    return str(decision.about)
