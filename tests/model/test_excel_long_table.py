"""A long tidy table read column by column comes to what reading it row by row comes to."""

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.excel import long_table
from model.excel.answers import Answers
from model.excel.column_sums import SUMS_SAID
from model.excel.examine import examine
from model.excel.grid import Cell, Grid, Merge, Sheet
from model.excel.importing import Import
from model.excel.long_rows import by_column
from model.periods import month
from model.problems import Problem
from model.regions import regencies

KALTENG = regencies("62")
HEADERS: list[Cell] = [
    "No", "Kode", "Kabupaten/Kota", "Posisi", "Segmen", "Potensi", "Peserta aktif", "Keterangan",
]  # fmt: skip
OWN = Answers("62")
SEGMENTS = ("PU", "BPU", "JAKON", "PMI")
ODD: tuple[Cell, ...] = (
    None, "-", "...", "nihil", "n/a", "1.170", "12,5", "abc", -3, 12.5, 2500.5, 4e8, True, 0, " ",
)  # fmt: skip
STRANGERS: tuple[Cell, ...] = ("Bandung", "Kapuaz", "Atlantis", None, "Sumber: kantor")
NAMED = (
    "name_unknown", "name_suggested", "row_without_name", "name_outside_province", "names_outside_province",
)  # fmt: skip


def tidy(months: int = 6, year: int = 2024) -> list[list[Cell]]:
    """Fourteen regencies, four segments, some months: one row for each."""
    rows: list[list[Cell]] = []
    for number in range(1, months + 1):
        for segment in SEGMENTS:
            for place, region in enumerate(KALTENG):
                active, day = 100.0 * number + place, month(year, number).day
                named: list[Cell] = [len(rows) + 1, region.code, region.full_name, day, segment]
                rows.append([*named, 5 * active, active, None])
    return rows


def in_a_grid(rows: list[list[Cell]], *, by_columns: bool = False, merges: tuple[Merge, ...] = ()) -> Grid:
    title: list[Cell] = ["Rekap kepesertaan", *[None] * 7]
    blank: list[Cell] = [None] * 8
    every = tuple(tuple(row) for row in [title, blank, HEADERS, *rows])
    sheet = Sheet("Data tabel", by_column(every) if by_columns else every, merges)
    return Grid("panjang.xlsx", "ab" * 32, (sheet,))


def row_by_row(grid: Grid, answers: Answers = OWN) -> Import:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(long_table, "LONG", 10**9)
        return examine(grid, answers)


def by_columns(grid: Grid, answers: Answers = OWN) -> Import:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(long_table, "LONG", 100)
        return examine(grid, answers)


def of_figures(found: Import) -> list[Problem]:
    """The problems that are not about names: of these each name is told once, not each of its rows.

    Sums of a long table are compared when its book is checked, not while it is read.
    """
    other = {*NAMED, *SUMS_SAID}
    return [problem for problem in found.book.problems if problem.code not in other]


def of_names(found: Import) -> set[tuple[str, object]]:
    return {(p.code, p.facts.get("name")) for p in found.book.problems if p.code in NAMED[:2]}


def test_a_plain_table_comes_to_the_same_in_every_part() -> None:
    grid = in_a_grid(tidy())

    fast, straight = by_columns(grid), row_by_row(grid)

    assert len(fast.book.observations) == 2 * 6 * 4 * 14
    pd.testing.assert_frame_equal(fast.book.observations, straight.book.observations)
    assert fast.book.problems == straight.book.problems
    assert (fast.tables, fast.decisions, fast.shape) == (straight.tables, straight.decisions, straight.shape)
    assert fast.sheets == straight.sheets


@st.composite
def changed(draw: st.DrawFn) -> list[list[Cell]]:
    """A tidy table in which some cells were overwritten, and perhaps a row repeated."""
    rows = tidy(draw(st.integers(2, 4)))
    for _ in range(draw(st.integers(0, 8))):
        place = draw(st.integers(0, len(rows) - 1)), draw(st.sampled_from([5, 6]))
        rows[place[0]][place[1]] = draw(st.sampled_from(ODD))
    if draw(st.booleans()):
        named = rows[draw(st.integers(0, len(rows) - 1))]
        named[2], named[1] = draw(st.sampled_from(STRANGERS)), None
    if draw(st.booleans()):
        rows[-1][1:5] = rows[0][1:5]
    if draw(st.booleans()):
        for row in rows:
            row[3] = f"{row[3]:%d/%m/%Y}"
    if draw(st.booleans()):
        for row in rows[: draw(st.integers(1, 60))]:
            row[6] = "1.250"
    return rows


@settings(max_examples=60, deadline=None)
@given(changed())
def test_any_changed_table_comes_to_the_same_figures_and_findings(rows: list[list[Cell]]) -> None:
    grid = in_a_grid(rows)

    fast, straight = by_columns(grid), row_by_row(grid)

    pd.testing.assert_frame_equal(fast.book.observations, straight.book.observations)
    assert sorted(map(repr, of_figures(fast))) == sorted(map(repr, of_figures(straight)))
    assert of_names(fast) == of_names(straight)
    assert fast.tables[0].figures == straight.tables[0].figures


def test_rows_that_are_held_by_column_come_to_the_same() -> None:
    rows = tidy(3)
    rows[7][6], rows[90][5] = "-", "12,5"

    held, plain = by_columns(in_a_grid(rows, by_columns=True)), by_columns(in_a_grid(rows))

    pd.testing.assert_frame_equal(held.book.observations, plain.book.observations)
    assert held.book.problems == plain.book.problems


def test_what_is_found_in_a_row_stands_at_its_cell() -> None:
    rows = tidy()
    rows[300][6] = "abc"

    found = by_columns(in_a_grid(rows))

    told = next(problem for problem in found.book.problems if problem.code == "not_a_number")
    assert (told.cell, told.sheet) == ("G304", "Data tabel")
    cells = found.book.observations.set_index("cell")
    assert cells["value"].loc["G303"] == rows[299][6]
    assert cells["value"].isna().loc["G304"]


def test_a_name_that_nobody_knows_is_asked_at_its_first_row() -> None:
    rows = tidy()
    for row in rows[200:]:
        if row[2] == KALTENG[3].full_name:
            row[1], row[2] = None, "Atlantis"

    found = by_columns(in_a_grid(rows))

    asked = [problem for problem in found.book.problems if problem.code == "name_unknown"]
    first = next(number for number, row in enumerate(rows) if row[2] == "Atlantis")
    assert [problem.cell for problem in asked] == [f"C{first + 4}"]


def test_the_province_that_nobody_named_is_asked_before_anything_is_read() -> None:
    rows = tidy()
    for row in rows:
        row[1], row[2] = None, "Sukamara" if row[2] == KALTENG[0].full_name else row[2]
    grid = in_a_grid([[*row[:1], None, "Kota Jaya", *row[3:]] for row in rows[:1]] + rows)

    assert by_columns(grid, Answers()).questions == row_by_row(grid, Answers()).questions


def test_many_thousand_rows_are_read_in_a_moment() -> None:
    rows: list[list[Cell]] = []
    for year in range(1990, 2090):
        rows += tidy(12, year)

    found = examine(in_a_grid(rows[:60_000]), Answers("62"))

    assert len(found.book.observations) == 120_000
    assert "table_read_several" in {problem.code for problem in found.book.problems}


@pytest.mark.parametrize("held_by_column", [False, True])
def test_the_number_of_a_person_above_a_long_table_is_in_nothing_that_comes_out(held_by_column: bool) -> None:
    number = "6203014505900003"
    plain = in_a_grid(tidy())
    rows = [list(row) for row in plain.sheets[0].rows]
    rows[0][0] = f"Rekap kepesertaan, petugas {number}"
    rows[2][6] = f"Peserta aktif {number}"
    told = tuple(tuple(row) for row in rows)
    sheet = replace(plain.sheets[0], rows=by_column(told) if held_by_column else told)

    found = by_columns(replace(plain, sheets=(sheet,)))

    assert len(found.book.observations) > 0
    texts = repr((found.shape, found.tables, found.decisions, found.sheets, found.book.problems))
    assert "Rekap kepesertaan" in texts
    assert number not in texts
