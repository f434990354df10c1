from dataclasses import replace

from model.book import Office
from model.figures import Break
from model.periods import month
from model.vintages import breaks
from tests.builders.books import DECEMBER, MARCH, PUBLISHED, book, counted


def test_a_new_base_is_a_break() -> None:
    assert breaks(book(*PUBLISHED), "62") == (
        Break(DECEMBER, "62", "Basis 2023", "Basis 2024"),
        Break(MARCH, "62", "Basis 2024", "Basis 2025"),
    )


def test_one_base_is_no_break_even_where_its_count_jumps() -> None:
    rows = (
        counted(eligible=100, as_of=DECEMBER, vintage="A"),
        counted(eligible=150, vintage="A"),
    )

    assert breaks(book(*rows), "62") == ()


def test_an_unnamed_base_breaks_where_the_province_jumps_by_more_than_two_percent() -> None:
    steady = book(counted(eligible=1000, as_of=DECEMBER), counted(eligible=1020))
    jumping = book(counted(eligible=1000, as_of=DECEMBER), counted(eligible=1021))

    assert breaks(steady, "62") == ()
    assert breaks(jumping, "62") == (Break(MARCH, "62", "", ""),)


def test_the_tolerance_is_the_offices() -> None:
    made = book(counted(eligible=1000, as_of=DECEMBER), counted(eligible=1021))

    assert breaks(replace(made, office=Office(break_tolerance=0.05)), "62") == ()


def test_a_position_without_a_base_is_passed_over() -> None:
    rows = (
        counted(eligible=100, as_of=DECEMBER, vintage="A"),
        counted(active=5, as_of=month(2025, 1)),
        counted(eligible=100, vintage="B"),
    )

    assert breaks(book(*rows), "62") == (Break(MARCH, "62", "A", "B"),)
