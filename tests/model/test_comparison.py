from datetime import date

from hypothesis import given, settings

from model.book import Book
from model.comparison import Difference, Kind, compared
from model.measures import Measure
from model.observations import Observation, table
from model.periods import Period, at_day
from tests.builders.any_book import books

DECEMBER, MARCH, JUNE = (
    at_day(date(year, month, day)) for year, month, day in ((2024, 12, 31), (2025, 3, 31), (2025, 6, 30))
)


def active(as_of: Period, value: float | None, code: str = "62.03", **more: str) -> Observation:
    return Observation(code, "", as_of, Measure.ACTIVE, value, **more)  # type: ignore[arg-type]


def of(*rows: Observation) -> Book:
    return Book(observations=table(rows))


def told(old: Book, new: Book) -> list[tuple[Kind, str, float | None, float | None]]:
    return [(one.kind, one.as_of.iso, one.old, one.new) for one in compared(old, new)]


def test_a_past_figure_that_changed_stands_before_everything_else() -> None:
    old = of(active(DECEMBER, 10), active(MARCH, 20), active(MARCH, 5, "62.02"))
    new = of(active(DECEMBER, 11), active(MARCH, 21), active(JUNE, 30), active(JUNE, 40, "62.02"))

    assert told(old, new) == [
        (Kind.RESTATED, "2024-12-31", 10, 11),
        (Kind.RESTATED, "2025-03-31", 20, 21),
        (Kind.ADDED, "2025-06-30", None, 40),
        (Kind.ADDED, "2025-06-30", None, 30),
        (Kind.REMOVED, "2025-03-31", 5, None),
    ]


def test_the_newest_position_may_still_be_in_the_making() -> None:
    old, new = of(active(DECEMBER, 10), active(MARCH, 20)), of(active(DECEMBER, 10), active(MARCH, 21))

    assert told(old, new) == [(Kind.CHANGED, "2025-03-31", 20, 21)]


def test_of_two_rows_for_one_figure_the_one_counts_that_is_used_everywhere() -> None:
    old = of(active(MARCH, None), active(MARCH, 20), active(MARCH, 99))

    assert compared(old, of(active(MARCH, 20))) == ()
    assert told(old, of(active(MARCH, 99))) == [(Kind.CHANGED, "2025-03-31", 20, 99)]


def test_a_figure_that_was_missing_is_new_and_one_that_is_missing_now_is_gone() -> None:
    known, missing = of(active(MARCH, 20)), of(active(MARCH, None))

    assert told(missing, known) == [(Kind.ADDED, "2025-03-31", None, 20)]
    assert told(known, missing) == [(Kind.REMOVED, "2025-03-31", 20, None)]


def test_another_base_under_the_same_figure_is_a_change_and_another_source_or_note_is_none() -> None:
    old = of(active(MARCH, 20, vintage="Basis 2024", source="a", note="x"))

    assert compared(old, of(active(MARCH, 20, vintage="Basis 2024", source="b", cell="D4"))) == ()
    (found,) = compared(old, of(active(MARCH, 20, vintage="Basis 2025")))
    assert found == Difference(Kind.CHANGED, MARCH, "62.03", "", "active", 20, 20, "Basis 2024", "Basis 2025")


def test_books_without_figures_differ_in_nothing() -> None:
    assert compared(Book(), Book()) == ()
    assert told(Book(), of(active(MARCH, 1))) == [(Kind.ADDED, "2025-03-31", None, 1)]
    assert told(of(active(MARCH, 1)), Book()) == [(Kind.REMOVED, "2025-03-31", 1, None)]


def place(one: Difference) -> tuple[object, ...]:
    return one.as_of.day, one.code, one.segment, one.measure


@settings(deadline=None, max_examples=60)
@given(old=books(), new=books())
def test_every_difference_is_the_mirror_of_one_the_other_way_round(old: Book, new: Book) -> None:
    there = {(*place(one), one.old, one.new) for one in compared(old, new)}
    back = {(*place(one), one.new, one.old) for one in compared(new, old)}

    assert there == back
    assert compared(old, old) == ()
