"""What cells say in a table: dashes, text numbers, targets, bases, units."""

import pytest

from model.excel.read import read_tables
from model.measures import Measure
from model.periods import month
from tests.builders.office import TITLE, body, codes, figures, grid, positions, read, sheet

MARCH = month(2025, 3)


def counted(*cells: object, header: str = "Peserta Aktif") -> dict[str, float | None]:
    """The figures of one column of people with the given cells."""
    return figures(read([TITLE], [], ["No", "Kab/Kota", header], *body(cells)), Measure.ACTIVE)  # type: ignore[arg-type]


def test_numbers_kept_as_text() -> None:
    found = counted("1.009.250", "1 009 250", "1\u00a0170", "1170 orang", " 12 ", "1.170*)")

    assert list(found.values()) == [1009250, 1009250, 1170, 1170, 12, 1170]


def test_a_lone_group_beside_plain_numbers_is_a_thousand_and_said() -> None:
    book = read(
        [TITLE], [], ["No", "Kab/Kota", "Aktif", "UCJ (%)"], *body(["1.170", "1132"], ["46,25", "40,1"])
    )

    assert figures(book, Measure.ACTIVE) == {"62.01": 1170, "62.02": 1132}
    assert codes(book).count("mixed_notation") == 1


def test_a_lone_group_in_a_column_that_uses_the_dot_for_decimals_is_left_out() -> None:
    book = read([TITLE], [], ["No", "Kab/Kota", "Aktif"], *body(["2.000", "1132.0", "1140.0"]))

    assert figures(book, Measure.ACTIVE) == {"62.01": None, "62.02": 1132, "62.03": 1140}
    assert "ambiguous_number" in codes(book)


def test_thousands_that_became_decimals_on_the_way_are_left_out() -> None:
    book = read([TITLE], [], ["No", "Kab/Kota", "Aktif"], *body([1.17, 2.0, 1132.0]))

    assert figures(book, Measure.ACTIVE) == {"62.01": None, "62.02": None, "62.03": 1132}
    assert {"maybe_thousands"} <= set(codes(book))


@pytest.mark.parametrize(
    ("cell", "code"),
    [(-5, "negative_people"), ("x", "not_a_number"), ("46%", "not_a_number"), ("12,5", "not_whole")],
)
def test_what_cannot_be_a_count_is_a_problem_with_its_cell(cell: object, code: str) -> None:
    book = read([TITLE], [], ["No", "Kab/Kota", "Aktif"], *body([10, cell]))  # type: ignore[list-item]

    problem = next(problem for problem in book.problems if problem.code == code)
    assert problem.place == "Rekap!C5"
    assert problem.region == "62.02"
    assert figures(book, Measure.ACTIVE) == {"62.01": 10, "62.02": None}


def test_a_dash_among_figures_is_zero_and_a_column_of_dashes_is_missing() -> None:
    book = read(
        [TITLE],
        [],
        ["No", "Kab/Kota", "Januari 2025", "Februari 2025"],
        *body([5, "-"], ["–", "-"]),
        file="Peserta Aktif.xlsx",
    )

    assert figures(book, Measure.ACTIVE, as_of="2025-01-31") == {"62.01": 5, "62.02": 0}
    assert figures(book, Measure.ACTIVE, as_of="2025-02-28") == {}
    assert codes(book).count("dashes_read") == 1
    dashes = next(problem for problem in book.problems if problem.code == "dashes_read")
    assert (dashes.facts["nil"], dashes.facts["missing"]) == (1, 2)


def test_marks_for_missing_and_for_nil() -> None:
    found = counted(10, "...", "…", "n/a", "NA", "nihil", None)

    assert list(found.values()) == [10, None, None, None, None, 0, None]


def test_the_gap_to_the_target_is_not_the_unprotected() -> None:
    near = read(
        [TITLE], [], ["No", "Kab/Kota", "Potensi", "Target", "Aktif", "Gap"],
        *body([1000, 2000], [600, 1000], [400, 900], [200, 100]),
    )  # fmt: skip
    whole = read(
        [TITLE], [], ["No", "Kab/Kota", "Potensi", "Aktif", "Belum Terlindungi"],
        *body([1000, 2000], [400, 900], [600, 1100]),
    )  # fmt: skip

    assert figures(near, Measure.REPORTED_UNPROTECTED) == {}
    assert "shortfall_column_left_out" in codes(near)
    assert figures(whole, Measure.REPORTED_UNPROTECTED) == {"62.01": 600, "62.02": 1100}


def test_targets_in_per_cent_become_a_target_set_named_after_the_file() -> None:
    book = read(
        [TITLE], [], ["No", "Kab/Kota", "Potensi", "Aktif", "Target (%)"],
        *body([1000, 2000], [400, 900], ["66,03%", 70]), file="Target 2025.xlsx",
    )  # fmt: skip

    (found,) = book.target_sets
    assert found.name == "Target 2025"
    assert [(target.region, target.kind, target.value) for target in found.targets] == [
        ("62.01", "percent", 0.6603),
        ("62.02", "percent", 0.7),
    ]
    assert figures(book, Measure.TARGET) == {}


def test_the_base_of_a_title_is_not_its_position() -> None:
    book = read(
        ["Potensi dan peserta aktif (basis Sakernas Agustus 2024)"],
        [TITLE], [], ["No", "Kab/Kota", "Potensi", "Aktif"], *body([1000], [400]),
    )  # fmt: skip

    assert positions(book) == ["2025-03-31"]
    assert set(book.observations["vintage"]) == {"", "Sakernas Agu 2024"}


def test_thousands_of_people_are_multiplied_and_said() -> None:
    book = read(
        [TITLE], [], ["No", "Kab/Kota", "Penduduk Bekerja (ribu orang)"],
        *body(["139,74", "208,614", "1.402,28"]),
    )  # fmt: skip

    assert list(figures(book, Measure.EMPLOYED).values()) == [139740, 208614, 1402280]
    assert "unit_scaled" in codes(book)


def test_a_formula_that_leaves_fractions_of_a_base_is_kept_and_said() -> None:
    book = read([TITLE], [], ["No", "Kab/Kota", "Potensi"], *body([94326.75, 141000.5]))

    assert figures(book, Measure.ELIGIBLE) == {"62.01": 94326.75, "62.02": 141000.5}
    assert "fraction_of_people" in codes(book)


def test_the_province_row_keeps_its_own_figures() -> None:
    book = read(
        [TITLE], [], ["Wilayah", "Potensi", "Aktif", "UCJ"],
        ["Prov. Kalteng", "1.009.250", "465.940", "46,2%"],
        ["Kapuas", "100.000", "40.000", "40%"],
        ["Seruyan", "50.000", "20.000", "40%"],
    )  # fmt: skip

    assert figures(book, Measure.ACTIVE)["62"] == 465940
    assert figures(book, Measure.REPORTED_COVERAGE)["62"] == pytest.approx(0.462)
    assert "printed_total_differs" in codes(book)


def test_columns_that_are_not_understood_are_named() -> None:
    book = read(
        [TITLE], [], ["No", "Kab/Kota", "Aktif", "Perusahaan Aktif", "Iuran"], *body([1, 2], [3, 4], [5, 6])
    )

    problem = next(problem for problem in book.problems if problem.code == "columns_not_recognised")
    assert '"Perusahaan Aktif", "Iuran"' in problem.text()
    assert figures(book, Measure.ACTIVE) == {"62.01": 1, "62.02": 2}


def test_two_columns_that_count_the_same_are_not_both_read() -> None:
    book = read([TITLE], [], ["No", "Kab/Kota", "Aktif", "Peserta Aktif"], *body([1, 2], [3, 4]))

    assert "column_twice" in codes(book)
    assert figures(book, Measure.ACTIVE) == {"62.01": 1, "62.02": 2}


def test_a_measure_without_any_figure_is_said() -> None:
    book = read([TITLE], [], ["No", "Kab/Kota", "Potensi", "Aktif"], *body([1, 2], [None, None]))

    assert "column_empty" in codes(book)


def test_last_months_participants_are_not_this_positions() -> None:
    book = read([TITLE], [], ["No", "Kab/Kota", "Aktif", "Aktif Bulan Lalu"], *body([1, 2], [3, 4]))

    assert figures(book, Measure.ACTIVE) == {"62.01": 1, "62.02": 2}
    assert "columns_not_recognised" in codes(book)


def test_a_unit_in_the_title_holds_for_every_count() -> None:
    book = read(
        [TITLE],
        ["(dalam ribu orang)"],
        [],
        ["No", "Kab/Kota", "Potensi", "Aktif"],
        *body([1.5, 20], [0.4, 7]),
    )
    told = read([TITLE], ["Target 88 ribu pekerja"], [], ["No", "Kab/Kota", "Aktif"], *body([15, 20]))

    assert figures(book, Measure.ELIGIBLE) == {"62.01": 1500, "62.02": 20000}
    assert figures(book, Measure.ACTIVE) == {"62.01": 400, "62.02": 7000}
    assert figures(told, Measure.ACTIVE) == {"62.01": 15, "62.02": 20}


def test_targets_of_other_years_are_targets_of_those_years() -> None:
    lines = body([1000, 2000], [400, 500], [600, 700], [700, 800])
    book = read([TITLE], [], ["No", "Kab/Kota", "Potensi", "Aktif", "Target 2025", "Target 2026"], *lines)

    (found,) = book.target_sets
    assert {(target.as_of.written, target.kind) for target in found.targets} == {
        ("2025", "people"),
        ("2026", "people"),
    }
    assert figures(book, Measure.ELIGIBLE) == {"62.01": 1000, "62.02": 2000}


@pytest.mark.parametrize(
    "unit", ["(iuran dalam ribu rupiah)", "(dalam jutaan rupiah)", "(iuran dalam ribuan)", "(dalam ribu Rp)"]
)
def test_a_unit_of_money_in_the_title_does_not_multiply_people(unit: str) -> None:
    book = read([f"{TITLE} {unit}"], [unit], [], ["Kab/Kota", "Potensi"], ["Kapuas", 123], ["Seruyan", 99])

    assert figures(book, Measure.ELIGIBLE) == {"62.03": 123, "62.07": 99}
    assert "unit_scaled" not in codes(book)


def test_a_unit_of_people_beside_one_of_money_holds() -> None:
    title = "(peserta dalam ribu orang, iuran dalam juta rupiah)"
    book = read([TITLE], [title], [], ["Kab/Kota", "Potensi"], ["Kapuas", 12.5], ["Seruyan", 9])

    assert figures(book, Measure.ELIGIBLE) == {"62.03": 12500, "62.07": 9000}


def test_a_columns_own_unit_beats_that_of_the_title_and_every_multiplied_column_is_named() -> None:
    lines = body([1000, 2000], [1, 2], [0.5, 1])
    headers = ["No", "Kab/Kota", "Penduduk Bekerja (orang)", "Potensi", "Aktif"]
    book = read([f"{TITLE} (ribu orang)"], [], headers, *lines)

    problem = next(problem for problem in book.problems if problem.code == "unit_scaled")
    assert figures(book, Measure.EMPLOYED) == {"62.01": 1000, "62.02": 2000}
    assert figures(book, Measure.ELIGIBLE) == {"62.01": 1000, "62.02": 2000}
    assert '"Potensi", "Aktif"' in problem.text()
    assert "Bekerja" not in problem.text()


@pytest.mark.parametrize("cell", [1234567890123456, "1234567890123456", "1234-5678-9012-3456", 300_000_001])
def test_a_number_that_no_people_can_be_is_not_used_and_not_repeated(cell: object) -> None:
    book = read([TITLE], [], ["No", "Kab/Kota", "Aktif"], *body([10, cell]))  # type: ignore[list-item]

    problem = next(problem for problem in book.problems if problem.place == "Rekap!C5")
    assert problem.severity == "error"
    assert figures(book, Measure.ACTIVE) == {"62.01": 10, "62.02": None}
    assert "3456" not in repr(book.problems) + problem.text()
    assert "300000001" not in repr(book.problems)


def test_a_sheet_named_by_a_persons_number_is_masked_in_every_address() -> None:
    page = sheet([TITLE], [], ["No", "Kab/Kota", "Aktif"], *body([10, -5]), name="1234567890123456")
    book = read_tables(grid(page))

    assert next(problem for problem in book.problems if problem.cell).place == "…!C5"
    assert set(book.observations["sheet"]) == {"…"}
    assert "3456" not in repr(book.problems)


def test_the_clear_majority_of_a_column_decides_its_thousands_and_the_odd_cell_is_flagged() -> None:
    cells = ["45.148", "40.842", "17.5", "15.397", "19.885", "20.512"]
    book = read([TITLE], [], ["No", "Kab/Kota", "Aktif"], *body(cells))

    assert list(figures(book, Measure.ACTIVE).values()) == [45148, 40842, None, 15397, 19885, 20512]
    assert [problem.place for problem in book.problems if problem.severity == "error"] == ["Rekap!C6"]
    assert '"17.5"' in book.problems[0].text()


def test_thousands_that_would_be_more_people_than_there_are_have_decimals() -> None:
    large, small = ["404,890", "259,544"], ["4,890", "9,544"]
    told = read([TITLE], [], ["No", "Kab/Kota", "Aktif (ribu)"], *body(large))
    unclear = read([TITLE], [], ["No", "Kab/Kota", "Aktif (ribu)"], *body(small))

    assert figures(told, Measure.ACTIVE) == {"62.01": 404890, "62.02": 259544}
    assert codes(unclear).count("ambiguous_number") == len(small)


def test_sentences_write_numbers_as_the_language_does_and_texts_as_they_stand() -> None:
    book = read([TITLE], [], ["No", "Kab/Kota", "Aktif"], *body([10, -5, 1217.5, "12,5", 9]))

    texts = [problem.text().partition(":")[0] for problem in book.problems if problem.severity == "error"]
    assert texts == ["−5", "1.217,5", '"12,5"']
    assert "2 angka" in book.problems[-1].text()


def test_the_note_on_dashes_points_at_the_first_one() -> None:
    book = read([TITLE], [], ["No", "Kab/Kota", "Potensi", "Aktif"], *body([10, 20, "-"], [5, "-", "..."]))

    assert next(problem for problem in book.problems if problem.code == "dashes_read").place == "Rekap!D5"
