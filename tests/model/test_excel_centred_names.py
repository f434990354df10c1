"""Names of regions typed amid the rows of their segments, without merging: they are of the whole round."""

import pytest

from tests.builders.examined import look, values
from tests.builders.office import TITLE, Line, names, sheet

HEAD: Line = ["No", "Kab/Kota", "Segmen", "Aktif"]
SEGMENTS = ["PU", "BPU", "Jakon"]


def rounds(place: int, count: int = 4) -> list[Line]:
    """A row for each segment of each region, whose name stands at a *place* among them."""
    return [
        [None, name if at == place else None, segment, 100 * number + at]
        for number, name in enumerate(names(count), 1)
        for at, segment in enumerate(SEGMENTS)
    ]


@pytest.mark.parametrize("place", [0, 1, 2])
def test_each_round_of_segments_is_of_the_name_in_it(place: int) -> None:
    found = look(sheet([TITLE], HEAD, *rounds(place)))

    told = {(region, segment): value for (_, segment, _, region), value in values(found.book).items()}
    assert len(told) == 12
    assert [told["62.01", segment] for segment in ("PU", "BPU", "JAKON")] == [100, 101, 102]
    assert [told["62.04", segment] for segment in ("PU", "BPU", "JAKON")] == [400, 401, 402]


def test_where_the_rounds_differ_a_row_without_a_name_is_said() -> None:
    lines = rounds(1)
    moved = list(lines[4]), list(lines[5])
    moved[0][1], moved[1][1] = None, moved[0][1]
    lines[4:6] = moved

    found = look(sheet([TITLE], HEAD, *lines))

    assert "row_without_name" in [problem.code for problem in found.book.problems]
