"""Numbers as people type them, one column at a time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.excel.numbers import Counted, Mark, read_column

COUNTS = st.integers(min_value=0, max_value=10**9)


def values(*cells: object, counted: Counted = Counted.WHOLE) -> list[float | None]:
    """The numbers of a column, None for what is none."""
    return [reading.value for reading in read_column(cells, counted)]  # type: ignore[arg-type]


def grouped(number: int, mark: str) -> str:
    return f"{number:,}".replace(",", mark)


@given(st.lists(COUNTS, min_size=1), st.sampled_from([".", ",", " ", "\u00a0", ""]))
def test_grouped_counts_come_back_as_they_were(counts: list[int], mark: str) -> None:
    assert values(*(grouped(count, mark) for count in counts)) == counts


@given(st.lists(st.integers(min_value=0, max_value=20_000), min_size=1), st.sampled_from([".", ","]))
def test_shares_with_decimals_come_back_as_they_were(hundredths: list[int], mark: str) -> None:
    texts = [f"{share // 100}{mark}{share % 100:02}" for share in hundredths]

    assert values(*texts, counted=Counted.RATE) == [share / 100 for share in hundredths]


@given(st.lists(st.one_of(st.text(), st.floats(), st.integers(), st.none(), st.booleans(), st.dates())))
def test_no_cell_is_too_strange(cells: list[object]) -> None:
    for counted in Counted:
        for reading in read_column(cells, counted):  # type: ignore[arg-type]
            assert (reading.value is not None) == (reading.mark in {Mark.NUMBER, Mark.NIL})
            assert reading.value is None or reading.value == reading.value


@given(COUNTS.filter(lambda count: 1000 <= count < 1_000_000))
def test_a_lone_group_of_people_is_never_a_thousandth(count: int) -> None:
    assert values(grouped(count, ".")) == [count]


def test_thousands_of_people_need_evidence() -> None:
    assert values("1.170", counted=Counted.SCALED) == [None]
    assert values("1.170", "12,5", counted=Counted.SCALED) == [1170, 12.5]
    assert values("1.170", "12.5", counted=Counted.SCALED) == [1.17, 12.5]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.009.250,5", 1009250.5),
        ("1,009,250.5", 1009250.5),
        ("0,462", 0.462),
        ("(5)", -5),
        ("−7", -7),
        ("+3", 3),
        ("45.230,-", 45230),
        ("'45.230", 45230),
        ("45'230", 45230),
    ],
)
def test_what_needs_no_column(text: str, number: float) -> None:
    assert values(text) == [number]


@pytest.mark.parametrize("text", ["1.00.9", "12,34,5", "1-2", "abc", "1/2", "Rp 5", "1.170.50"])
def test_what_is_no_number(text: str) -> None:
    assert [reading.mark for reading in read_column([text], Counted.WHOLE)] == [Mark.TEXT]


@pytest.mark.parametrize(
    ("text", "mark"),
    [("-", Mark.DASH), ("–", Mark.DASH), ("—", Mark.DASH), ("...", Mark.UNREPORTED), ("…", Mark.UNREPORTED),
     ("n/a", Mark.UNREPORTED), ("NA", Mark.UNREPORTED), ("Nihil", Mark.NIL), ("", Mark.EMPTY),
     ("\u00a0", Mark.EMPTY)],
)  # fmt: skip
def test_marks(text: str, mark: Mark) -> None:
    assert [reading.mark for reading in read_column([text], Counted.WHOLE)] == [mark]


@pytest.mark.parametrize("zero", ["0,0", "0,00", "0", "-"])
def test_a_zero_with_decimals_leaves_the_counts_beside_it(zero: str) -> None:
    assert values(zero, "1.170", "2.300")[1:] == [1170, 2300]


def test_a_zero_written_with_a_dot_beside_grouped_counts_is_asked_about() -> None:
    marks = [reading.mark for reading in read_column(["0.0", "1.170", "2.300"], Counted.WHOLE)]

    assert marks == [Mark.NUMBER, Mark.AMBIGUOUS, Mark.AMBIGUOUS]


@pytest.mark.parametrize(
    "text", ["1.170\u00b9", "1.170 \u00b2\u207e", "1\u202f170", "\u00a01.170\u00a0", "1.170\u200b"]
)
def test_spaces_that_do_not_break_and_raised_signs_change_no_number(text: str) -> None:
    assert values(text) == [1170]


@pytest.mark.parametrize("text", ["\u00b91.170", "1.170\u1d43", "1.170\u2020", "10\u00bd"])
def test_other_signs_at_a_number_are_said_and_not_guessed(text: str) -> None:
    assert [reading.mark for reading in read_column([text], Counted.WHOLE)] == [Mark.TEXT]
