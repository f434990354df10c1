"""Which rows of a table are regions, and what is said about those that are not."""

import pytest

from model.measures import Measure
from tests.builders.office import TITLE, Line, body, codes, figures, names, read


def test_a_region_twice_keeps_the_first_row_and_names_both() -> None:
    book = read([TITLE], [], ["Kab/Kota", "Aktif"], ["Kapuas", 10], ["Seruyan", 20], ["Kab. Kapuas", 30])

    problem = next(problem for problem in book.problems if problem.code == "region_twice")
    assert (problem.facts["used"], problem.facts["other"]) == ("A4", "A6")
    assert figures(book, Measure.ACTIVE) == {"62.03": 10, "62.07": 20}


def test_rows_that_repeat_every_region_are_no_summary() -> None:
    lines = [[name, number] for number in range(4) for name in ("Kapuas", "Seruyan")]
    book = read([TITLE], [], ["Kab/Kota", "Aktif"], *lines)

    assert "regions_repeated" in codes(book)
    assert not len(book.observations)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Barito Utra", "name_suggested"),
        ("Kotawaringin", "name_ambiguous"),
        ("Kab. Kuningan", "name_outside_province"),
        ("Kota Kapuas", "name_conflict_type"),
        ("Xyz", "name_unknown"),
    ],
)
def test_a_name_that_cannot_be_matched_is_a_problem_with_its_cell(name: str, code: str) -> None:
    others: list[Line] = [["Katingan", 30], ["Kapuas", 40], ["Lamandau", 50]]
    book = read([TITLE], [], ["Kab/Kota", "Aktif"], ["Seruyan", 20], [name, 10], *others)

    problem = next(problem for problem in book.problems if problem.code == code)
    assert problem.place == "Rekap!A5"
    assert name in problem.text()
    assert set(figures(book, Measure.ACTIVE)) == {"62.07", "62.06", "62.03", "62.09"}


def test_regions_without_a_row_are_listed() -> None:
    book = read([TITLE], [], ["No", "Kab/Kota", "Aktif"], *body([1] * 12))

    problem = next(problem for problem in book.problems if problem.code == "region_without_row")
    assert "Barito Timur" in problem.text()
    assert "Palangka Raya" in problem.text()


def test_codes_alone_are_matched_where_they_are_clear() -> None:
    book = read([TITLE], [], ["Kode", "Aktif"], ["62.01", 5], [62.02, 6], ["62.71", 7], [62.1, 8])

    assert figures(book, Measure.ACTIVE) == {"62.01": 5, "62.02": 6, "62.71": 7, "62.10": 8}


def test_a_bare_code_that_means_two_regions_is_asked_about() -> None:
    book = read([TITLE], [], ["Kode", "Aktif"], [6201, 5], [6202, 6], [6206, 7], [6271, 8])

    assert "code_ambiguous" in codes(book)
    assert figures(book, Measure.ACTIVE) == {"62.01": 5, "62.02": 6, "62.71": 8}


def test_codes_of_bps_are_known_by_the_names_beside_them() -> None:
    book = read(
        [TITLE],
        [],
        ["Kode", "Kab/Kota", "Aktif"],
        [6206, "Sukamara", 5],
        [6207, "Lamandau", 6],
        [6208, "Seruyan", 7],
        [6209, "Katingan", 8],
    )

    assert figures(book, Measure.ACTIVE) == {"62.08": 5, "62.09": 6, "62.07": 7, "62.06": 8}


def test_a_table_of_districts_is_not_taken_for_one_of_regencies() -> None:
    villages: list[Line] = [[f"Desa {number}", number] for number in range(12)]
    book = read([TITLE], [], ["Nama", "Aktif"], ["Kapuas", 1], ["Seruyan", 2], *villages)

    assert codes(book) == ["mostly_unknown_names"]
    assert not len(book.observations)


def test_many_bad_cells_are_told_once_with_their_number() -> None:
    lines: list[Line] = [
        [name, 5 if year == 2000 else "?", year] for year in range(2000, 2030) for name in names(2)
    ]
    book = read(["Kab/Kota", "Aktif", "Tahun"], *lines)

    assert codes(book).count("not_a_number") == 20
    more = next(problem for problem in book.problems if problem.code == "more_of_this")
    assert more.facts["count"] == 38


def test_a_code_of_another_region_beside_a_name_is_said_with_its_owner() -> None:
    lines: list[Line] = [[f"62.{n:02}", name, n] for n, name in enumerate(names(9), 1)]
    lines[4][0] = "62.04"  # type: ignore[index]
    book = read([TITLE], [], ["Kode", "Kab/Kota", "Aktif"], *lines)

    problem = next(problem for problem in book.problems if problem.code == "code_of_another")
    assert problem.place == "Rekap!B8"
    assert "kode 62.04 di sebelahnya milik Kabupaten Barito Selatan" in problem.text()
    assert "62.05" not in figures(book, Measure.ACTIVE)
