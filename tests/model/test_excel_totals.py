"""Printed totals: whose sums they are, and when they are not the figures of the province."""

from model.measures import Measure
from model.problems import Severity
from tests.builders.office import TITLE, Line, body, codes, figures, names, read

ALL = [100 * number for number in range(1, 15)]
HALF = [number // 2 for number in ALL]


def test_a_total_over_the_known_parts_only_is_not_the_province() -> None:
    holed = [None if number == 500 else number for number in ALL]
    total = sum(ALL) - 500
    book = read(
        [TITLE], [], ["No", "Kab/Kota", "Potensi", "Aktif"], *body(holed, HALF, total=[total, sum(HALF)])
    )

    problem = next(problem for problem in book.problems if problem.code == "printed_total_partial")
    assert "62" not in figures(book, Measure.ELIGIBLE)
    assert figures(book, Measure.ACTIVE)["62"] == sum(HALF)
    assert (problem.severity, problem.place) == (Severity.WARNING, "Rekap!C18")
    assert names()[4].removeprefix("Kab. ") in problem.text()
    assert "10.000" in problem.text()


def test_the_provinces_own_row_over_the_known_parts_only_and_its_share_are_not_kept() -> None:
    rows: list[Line] = [
        [name, None if number == 500 else number, number // 2, "50%"]
        for name, number in zip(names(), ALL, strict=True)
    ]
    whole: Line = ["Kalimantan Tengah", sum(ALL) - 500, sum(HALF), "52,5%"]
    book = read([TITLE], [], ["Kab/Kota", "Potensi", "Aktif", "Cakupan"], whole, *rows)

    assert codes(book).count("printed_total_partial") == 1
    assert "62" not in figures(book, Measure.ELIGIBLE)
    assert "62" not in figures(book, Measure.REPORTED_COVERAGE)
    assert figures(book, Measure.ACTIVE)["62"] == sum(HALF)


def test_a_total_that_knows_more_than_the_parts_stays_the_province() -> None:
    holed = [None if number == 500 else number for number in ALL]
    book = read([TITLE], [], ["No", "Kab/Kota", "Potensi"], *body(holed, total=[sum(ALL)]))

    assert "printed_total_partial" not in codes(book)
    assert figures(book, Measure.ELIGIBLE)["62"] == sum(ALL)


def test_rows_of_branches_above_their_regions_are_subtotals() -> None:
    rows: list[Line] = [list(line) for line in zip(names(), ALL, HALF, strict=True)]
    book = read(
        [TITLE],
        [],
        ["Kantor Cabang / Kabupaten", "Potensi", "Aktif"],
        ["Kantor Cabang Timur", sum(ALL[:7]), sum(HALF[:7])],
        *rows[:7],
        ["Kantor Cabang Barat", sum(ALL[7:]), sum(HALF[7:])],
        *rows[7:],
        ["Jumlah", sum(ALL), sum(HALF)],
    )

    assert {problem.severity for problem in book.problems} == {Severity.INFO}
    assert codes(book).count("row_is_subtotal") == 2
    assert figures(book, Measure.ELIGIBLE)["62"] == sum(ALL)


def test_an_unknown_row_that_the_total_counts_stays_an_error() -> None:
    rows: list[Line] = [list(line) for line in zip(names(), ALL, strict=True)]
    book = read([TITLE], [], ["Kab/Kota", "Potensi"], *rows, ["Xyz", 70], ["Jumlah", sum(ALL) + 70])

    assert "name_unknown" in codes(book)
    assert "row_is_subtotal" not in codes(book)


def test_highest_and_lowest_below_the_table_are_no_parts() -> None:
    lines: list[Line] = [
        *body(ALL, total=[sum(ALL)]),
        [None, "Tertinggi", max(ALL)],
        [None, "Terendah", min(ALL)],
    ]
    book = read([TITLE], [], ["No", "Kab/Kota", "Potensi"], *lines)

    assert codes(book) == ["table_read"]


def test_subtotals_of_regencies_and_cities_are_aggregates() -> None:
    book = read(
        [TITLE],
        [],
        ["Kab/Kota", "Potensi", "Aktif"],
        ["Kapuas", 1000, 400],
        ["Seruyan", 900, 300],
        ["Jumlah Kabupaten", 1900, 700],
        ["Kota Palangka Raya", 2000, 800],
        ["Jumlah Kota", 2000, 800],
        ["Jumlah", 3900, 1500],
    )

    assert figures(book, Measure.ACTIVE) == {"62.03": 400, "62.07": 300, "62.71": 800}
    assert "printed_total_differs" not in codes(book)


def test_a_total_over_some_regencies_is_not_the_provinces() -> None:
    book = read([TITLE], [], ["No", "Kab/Kota", "Aktif"], *body([10, 20], total=[30]))

    assert "62" not in figures(book, Measure.ACTIVE)
    assert "region_without_row" in codes(book)


def test_a_total_may_stand_left_of_the_names() -> None:
    book = read(
        [TITLE],
        [],
        ["No", "Kab/Kota", "Potensi", "Aktif"],
        [1, "Kapuas", 1000, 400],
        [2, "Seruyan", 2000, 500],
        ["JUMLAH", None, 3000, 905],
        merges=["A6:B6"],
    )

    assert "printed_total_differs" in codes(book)
    assert "row_without_name" not in codes(book)


def test_branches_with_subtotals_beside_the_names() -> None:
    book = read(
        [TITLE],
        [],
        ["Cabang", "Kab/Kota", "Aktif"],
        ["Palangka Raya", "Kapuas", 400],
        [None, "Gunung Mas", 500],
        ["Sub Total", None, 900],
        ["Sampit", "Seruyan", 500],
        ["Sub Total", None, 500],
        ["Total", None, 1400],
        merges=["A4:A5"],
    )

    assert figures(book, Measure.ACTIVE) == {"62.03": 400, "62.10": 500, "62.07": 500}
    assert not {"printed_total_differs", "row_without_name"} & set(codes(book))
