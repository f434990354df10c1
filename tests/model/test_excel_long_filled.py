"""Long tables in which a name or a key stands once for several rows come to the same in both ways."""

from hypothesis import given, settings
from hypothesis import strategies as st

from model.excel.grid import Merge
from tests.builders.long_rows import KALTENG, Register, assert_same, melted


def in_blocks(table: Register, column: int) -> list[tuple[int, int]]:
    """Sort the rows by day and name; return the first and last row of each block of equal cells."""
    table.rows.sort(key=lambda row: (str(row[1]), str(row[0])))
    blocks: list[tuple[int, int]] = []
    for place, row in enumerate(table.rows):
        same = [1] if column == 1 else [1, 0]
        if place and all(row[key] == table.rows[place - 1][key] for key in same):
            blocks[-1] = blocks[-1][0], place
        else:
            blocks.append((place, place))
    return blocks


def written_once(table: Register, column: int, *, merged: bool) -> tuple[Merge, ...]:
    """Empty all but the first cell of each block of a column; return the merges, if they are merged."""
    blocks = in_blocks(table, column)
    for first, last in blocks:
        for row in table.rows[first + 1 : last + 1]:
            row[column] = None
    return tuple(Merge(a + 3, column, b + 3, column) for a, b in blocks if b > a) if merged else ()


@settings(max_examples=30, deadline=None)
@given(
    st.booleans(),
    st.sampled_from([(0,), (1,), (1, 0), (0, 1)]),
    st.integers(5, 6),
    st.booleans(),
    st.booleans(),
)
def test_names_and_days_that_are_written_once_count_for_all_their_rows(
    merged: bool, columns: tuple[int, ...], months: int, counted_in_rows: bool, has_gap: bool
) -> None:
    table = Register.of(months)
    merges: tuple[Merge, ...] = ()
    blocks = {column: in_blocks(table, column) for column in columns}
    for column, listed in blocks.items():
        for first, last in listed:
            for row in table.rows[first + 1 : last + 1]:
                row[column] = None
        if merged:
            merges += tuple(Merge(a + 3, column, b + 3, column) for a, b in listed if b > a)
    if has_gap:
        table.rows[200][3] = table.rows[200][4] = None
    if counted_in_rows and not merged:
        table = melted(table)

    assert_same(table.grid(merges), always=False)


def test_merged_names_far_below_are_read_by_column() -> None:
    for merged in (True, False):
        table = Register.of(5)
        merges = written_once(table, 0, merged=merged)

        found = assert_same(table.grid(merges))

        assert len(found.book.observations) == 2 * 5 * 4 * 14
        assert set(found.book.observations["region"]) == {region.code for region in KALTENG}
