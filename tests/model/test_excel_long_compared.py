"""Long tables with shares, targets and sums among their rows come to the same by column and row by row."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.excel.answers import About, Answers
from model.excel.grid import Cell
from tests.builders.long_rows import KALTENG, OWN, Register, assert_same, row_by_row

ODD: tuple[Cell, ...] = (
    None, "-", "...", "nihil", "1.170", "12,5", "abc", -3, 12.5, 2500.5, 4e8, 0, "25%", "1.250,5",
)  # fmt: skip
STRANGERS: tuple[Cell, ...] = ("Bandung", "Kapuaz", "Atlantis", "Kantor Cabang Sampit")


def with_shares(table: Register, factor: float = 100.0) -> None:
    """A column of coverage, in per cent or as a fraction."""
    table.headers.append("Cakupan (%)")
    for row in table.rows:
        row.append(round(factor * float(str(row[4])) / float(str(row[3])), 4))


def with_targets(table: Register, percent: bool) -> None:
    table.headers.append("Target (%)" if percent else "Target peserta")
    for place, row in enumerate(table.rows):
        row.append(60.0 + place % 7 if percent else float(str(row[4])) + 500)


def with_sums(table: Register, name: str) -> None:
    """A row of sums below the regencies of each month and segment."""
    made: list[list[Cell]] = []
    for start in range(0, len(table.rows), 14):
        block = table.rows[start : start + 14]
        sums: list[Cell] = [sum(float(str(row[column])) for row in block) for column in (3, 4)]
        made += [*block, [name, *block[0][1:3], *sums, *[None] * (len(table.headers) - 5)]]
    table.rows = made


@st.composite
def registers(draw: st.DrawFn) -> Register:
    """A table with shares, targets or sums, in which some cells were overwritten."""
    table = Register.of(draw(st.integers(8, 10)), draw(st.sampled_from([("PU", "BPU"), ("",), ("PU", "")])))
    for row in table.rows:
        row[2] = row[2] or "Total"
    if draw(st.booleans()):
        with_shares(table, draw(st.sampled_from([100.0, 1.0])))
    if draw(st.booleans()):
        with_targets(table, draw(st.booleans()))
    if draw(st.booleans()):
        with_sums(table, draw(st.sampled_from(["Jumlah", "Kalimantan Tengah", "Jumlah Kabupaten", "TOTAL"])))
    for _ in range(draw(st.integers(0, 6))):
        row = table.rows[draw(st.integers(0, len(table.rows) - 1))]
        row[draw(st.integers(3, len(row) - 1))] = draw(st.sampled_from(ODD))
    if draw(st.booleans()):
        table.rows[draw(st.integers(0, len(table.rows) - 1))][0] = draw(st.sampled_from(STRANGERS))
    for _ in range(draw(st.integers(0, 3))):
        table.rows.append([*table.rows[draw(st.integers(0, len(table.rows) - 1))]])
    return table


@settings(max_examples=80, deadline=None)
@given(registers())
def test_any_table_with_shares_targets_and_sums_comes_to_the_same(table: Register) -> None:
    assert_same(table.grid())


def test_shares_and_targets_are_read_by_column() -> None:
    table = Register.of(4)
    with_shares(table)
    with_targets(table, percent=True)

    found = assert_same(table.grid())

    assert len(found.book.observations) == 3 * 4 * 4 * 14
    assert len(found.book.target_sets[0].targets) == 4 * 4 * 14


@pytest.mark.parametrize("name", ["Jumlah", "Provinsi Kalimantan Tengah"])
def test_a_sum_that_its_rows_do_not_make_is_said_of_a_long_table_as_well(name: str) -> None:
    table = Register.of(4)
    with_sums(table, name)
    table.rows[14][4] = 1.0

    found = assert_same(table.grid())

    assert "printed_total_differs" in {problem.code for problem in found.book.problems}
    assert (found.book.observations["region"] == "62").sum() == 2 * 4 * 4


def test_a_total_of_everything_at_the_end_has_no_position_and_is_nobodys() -> None:
    table = Register.of(4)
    table.rows.append(["Jumlah", None, None, 1.0, 2.0])

    found = assert_same(table.grid())

    assert set(found.book.observations["region"]) == {region.code for region in KALTENG}


def test_an_answer_about_dots_and_commas_holds_for_a_long_table_too() -> None:
    table = Register.of(4)
    for row in table.rows[70:75]:
        row[4] = "1.250"
    for row in table.rows[80:82]:
        row[4] = "12,5"
    key = next(d.key for d in row_by_row(table.grid()).decisions if d.about is About.NOTATION)

    for answer in (",", "."):
        assert_same(table.grid(), OWN.having(About.NOTATION, key, answer))


def test_counts_in_thousands_are_judged_by_all_rows() -> None:
    table = Register.of(4)
    table.headers[4] = "Peserta aktif (ribu orang)"
    for row in table.rows:
        row[4] = float(str(row[4])) / 1000

    found = assert_same(table.grid())

    assert "unit_scaled" in {problem.code for problem in found.book.problems}


def test_a_segment_that_is_none_far_below_makes_the_column_no_segment() -> None:
    table = Register.of(4)
    table.rows[200][2] = "Lainnya"

    assert row_by_row(table.grid()).book.observations.empty


def test_many_rows_of_one_unknown_name_are_strangers_and_many_unknown_names_are_not() -> None:
    many_rows = Register.of(4)
    for row in many_rows.rows[14:]:
        row[0] = f"Kelompok {row[0]}"
    found = assert_same(many_rows.grid())
    told = next(p for p in found.book.problems if p.code == "mostly_unknown_names")
    assert (told.facts["count"], told.facts["known"]) == (15 * 14, 14)

    many_names = Register.of(4)
    for number, row in enumerate(many_names.rows[::6]):
        row[0] = f"Kelompok {number}"
    assert len(assert_same(many_names.grid()).book.observations) > 0


def test_the_province_of_a_long_table_of_another_is_asked_about() -> None:
    table = Register.of(4)
    with_shares(table)

    assert_same(table.grid(), replace(OWN, province="63"))
    assert_same(table.grid(), Answers())
