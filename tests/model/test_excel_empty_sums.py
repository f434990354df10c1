"""Zeros that are sums of empty cells: missing is not zero, whatever a formula shows."""

from tests.builders.examined import look, values
from tests.builders.office import Line, body, sheet

TITLE = "Peserta Aktif Tahun 2025"
TOP: Line = ["No", "Kab/Kota", "Januari", None, None, "Februari", None, None]
LOW: Line = [None, None, "PU", "BPU", "Jml", "PU", "BPU", "Jml"]
MERGES = ["C2:E2", "F2:H2"]
EMPTY = [None, None, None]
JANUARY = ([1, 2, 3], [5, 6, 7], [6, 8, 10])


def totals(*lines: Line, merges: list[str] | None = None) -> tuple[dict[str, list[float | None]], list[str]]:
    """The totals of each position in the order of the regions, and what is said."""
    found = look(sheet([TITLE], *lines, merges=merges or []))
    days: dict[str, list[float | None]] = {}
    for (_, segment, day, _), value in sorted(values(found.book).items()):
        if not segment:
            days.setdefault(day, []).append(value)
    return days, [problem.code for problem in found.book.problems]


def test_a_month_to_come_whose_total_is_a_sum_of_nothing_is_no_position() -> None:
    days, said = totals(TOP, LOW, *body(*JANUARY, EMPTY, EMPTY, [0, 0, 0]), merges=MERGES)

    assert days == {"2025-01-31": [6, 8, 10]}
    assert "sum_of_nothing" in said


def test_a_region_that_has_not_reported_is_missing_and_one_with_zeros_is_zero() -> None:
    parts = [4, None, 0], [5, None, 0], [9, 0, 0]

    days, said = totals(TOP, LOW, *body(*JANUARY, *parts), merges=MERGES)

    assert days == {"2025-01-31": [6, 8, 10], "2025-02-28": [9, None, 0]}
    assert "sum_of_nothing" in said


def test_the_row_of_totals_of_a_month_to_come_makes_it_no_position() -> None:
    lines: list[Line] = [["No", "Kab/Kota", "Januari", "Februari"], *body([1, 2, 3], EMPTY)]

    days, said = totals(*lines, [None, "Jumlah", 6, 0])

    assert days == {"2025-01-31": [1, 2, 3]}
    assert "sum_of_nothing" in said


def test_a_total_that_is_zero_as_its_parts_are_stays_zero() -> None:
    parts = [0, 0, 5], [0, 0, 2], [0, 0, 7]

    days, said = totals(TOP, LOW, *body(*JANUARY, *parts), merges=MERGES)

    assert days["2025-02-28"] == [0, 0, 7]
    assert "sum_of_nothing" not in said


def test_totals_without_parts_are_what_they_are() -> None:
    parts = EMPTY, EMPTY, [9, 0, 7]

    days, said = totals(TOP, LOW, *body(*JANUARY, *parts), merges=MERGES)

    assert days["2025-02-28"] == [9, 0, 7]
    assert "sum_of_nothing" not in said


def test_a_position_at_which_everybody_is_zero_is_not_filled_in_yet() -> None:
    lines: list[Line] = [["No", "Kab/Kota", "Januari", "Februari"], *body([1, 2, 3], [0, 0, 0])]

    days, said = totals(*lines)

    assert days == {"2025-01-31": [1, 2, 3]}
    assert "column_of_zeros" in said


def test_a_rate_of_zero_beside_participants_that_are_missing_is_missing() -> None:
    head: Line = ["No", "Kab/Kota", "Potensi", "Aktif", "Cakupan (%)"]
    lines = body([100, 200, 400, 500], [50, 40, None, 0], [50, 20, 0, 0])

    found = look(sheet(["Keadaan per 31 Maret 2025"], head, *lines))

    rates = {key[3]: value for key, value in values(found.book).items() if key[0] == "reported_coverage"}
    assert [rates.get(code) for code in ("62.01", "62.02", "62.03", "62.04")] == [0.5, 0.2, None, 0]


def test_a_segment_that_nobody_has_is_zero_beside_one_that_is_filled() -> None:
    parts = [4, 4, 4], [0, 0, 0], [4, 4, 4]

    found = look(sheet([TITLE], TOP, LOW, *body(*JANUARY, *parts), merges=MERGES))

    told = {key[1:3]: value for key, value in values(found.book).items() if key[3] == "62.01"}
    assert told["BPU", "2025-02-28"] == 0
    assert "column_of_zeros" not in [problem.code for problem in found.book.problems]
