"""A long table whose rows say what they count comes to the same by column and row by row."""

from hypothesis import given, settings
from hypothesis import strategies as st

from model.excel.grid import Cell
from tests.builders.long_rows import Register, assert_same, melted, row_by_row

ODD: tuple[Cell, ...] = (None, "-", "...", "1.170", "12,5", "abc", -3, 12.5, 4e8, 0, "25%")


@st.composite
def registers(draw: st.DrawFn) -> Register:
    """Rows that say what they count: some repeated, some left out, some overwritten, in any order."""
    table = Register.of(draw(st.integers(5, 6)), draw(st.sampled_from([("PU", "BPU"), ("PU",)])))
    if draw(st.booleans()):
        for row in table.rows:
            row.append(round(100 * float(str(row[4])) / float(str(row[3])), 2))
    made = melted(table, units=draw(st.booleans()))
    rows = made.rows
    for _ in range(draw(st.integers(0, 5))):
        rows[draw(st.integers(0, len(rows) - 1))][-1] = draw(st.sampled_from(ODD))
    for _ in range(draw(st.integers(0, 3))):
        del rows[draw(st.integers(20, len(rows) - 1))]
    for _ in range(draw(st.integers(0, 2))):
        rows.append([*rows[draw(st.integers(0, len(rows) - 1))]])
    if draw(st.booleans()):
        rows.sort(key=lambda row: str(row[4]))
    if draw(st.booleans()):
        rows[draw(st.integers(0, len(rows) - 1))][1] = "Atlantis"
    return made


@settings(max_examples=40, deadline=None)
@given(registers())
def test_any_table_of_measures_in_rows_comes_to_the_same(table: Register) -> None:
    # Where the first rows do not show that measures repeat, it is read row by row.
    assert_same(table.grid(), always=False)


def test_a_figure_has_the_cell_where_it_really_stands() -> None:
    table = melted(Register.of(4))
    table.rows[101][-1] = "abc"

    found = assert_same(table.grid())

    assert len(found.book.observations) == 2 * 4 * 4 * 14
    told = next(problem for problem in found.book.problems if problem.code == "not_a_number")
    assert told.cell == "F105"
    at = found.book.observations.set_index("cell")["value"]
    assert at.loc["F104"] == table.rows[100][-1]


def test_the_picture_of_a_long_table_of_measures_is_that_of_a_short_one() -> None:
    table = melted(Register.of(4))

    assert assert_same(table.grid()).sheets == row_by_row(table.grid()).sheets


def test_a_note_below_the_table_is_no_part_of_it() -> None:
    table = melted(Register.of(4))
    table.rows.append([None] * 6)
    table.rows.append([None, "Sumber: kantor cabang", *[None] * 4])

    assert_same(table.grid())
