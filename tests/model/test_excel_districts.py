"""Districts and villages below regencies: added up once, said, and held against the regency's own row."""

from model.excel.answers import About
from model.measures import Measure
from model.observations import Nature
from model.problems import Severity
from tests.builders.examined import cells, look, open_questions
from tests.builders.office import TITLE, Line, codes, figures, read, sheet


def test_districts_in_a_column_of_their_own_are_added_up() -> None:
    rows: list[Line] = [
        [1, "Kapuas", "Selat", 1000, 400, 40],
        [2, "Kapuas", "Basarang", 2000, 500, 25],
        [3, "Seruyan", "Hanau", 100, 40, 40],
        [4, "Seruyan", "Danau Sembuluh", 200, 50, 25],
    ]
    header = ["No", "Kabupaten", "Kecamatan", "Potensi", "Aktif", "Cakupan (%)"]
    book = read([TITLE], header, *rows, ["Jumlah", None, None, 3300, 990, 30])

    assert figures(book, Measure.ELIGIBLE) == {"62.03": 3000, "62.07": 300}
    assert figures(book, Measure.ACTIVE) == {"62.03": 900, "62.07": 90}
    assert figures(book, Measure.REPORTED_COVERAGE) == {}, "a share is never added up"
    assert set(book.observations["nature"]) == {str(Nature.DERIVED)}
    assert codes(book).count("parts_rolled_up") == 1
    assert "printed_total_differs" not in codes(book)


def test_a_regency_named_once_above_its_districts() -> None:
    rows: list[Line] = [
        [1, "Kapuas", "Selat", 1000, 400],
        [None, None, "Basarang", 2000, 500],
        [2, "Seruyan", "Hanau", 100, 40],
        [None, None, "Danau Sembuluh", 200, 50],
    ]
    for merges in ([], ["B3:B4", "B5:B6"]):
        book = read([TITLE], ["No", "Kabupaten", "Kecamatan", "Potensi", "Aktif"], *rows, merges=merges)

        assert figures(book, Measure.ELIGIBLE) == {"62.03": 3000, "62.07": 300}


def test_a_missing_district_leaves_the_sum_missing() -> None:
    rows: list[Line] = [["Kapuas", "Selat", 1000], ["Kapuas", "Basarang", None], ["Seruyan", "Hanau", 100]]
    book = read([TITLE], ["Kabupaten", "Kecamatan", "Potensi"], *rows)

    assert figures(book, Measure.ELIGIBLE)["62.07"] == 100
    assert figures(book, Measure.ELIGIBLE).get("62.03") is None


def test_a_regency_with_a_row_of_its_own_wins_and_its_districts_are_held_against_it() -> None:
    book = read(
        [TITLE],
        ["No", "Kabupaten/Kecamatan", "Potensi", "Aktif"],
        [1, "Kabupaten Kapuas", 3000, 900],
        ["a", "Kec. Selat", 1000, 400],
        ["b", "Kec. Basarang", 2000, 500],
        [2, "Kabupaten Seruyan", 300, 95],
        ["a", "Kec. Hanau", 100, 40],
        ["b", "Kec. Danau Sembuluh", 200, 50],
    )

    (problem,) = (problem for problem in book.problems if problem.code == "parts_differ")
    assert figures(book, Measure.ELIGIBLE) == {"62.03": 3000, "62.07": 300}
    assert figures(book, Measure.ACTIVE) == {"62.03": 900, "62.07": 95}
    assert (problem.severity, problem.place, problem.facts["parts"]) == (Severity.ERROR, "Rekap!D6", 90)
    assert "1 dibiarkan" in problem.text(), "the tolerance is said"
    assert codes(book).count("parts_beside_region") == 1


def test_names_that_nobody_knows_are_districts_where_they_add_up_to_the_regency_above() -> None:
    result = look(
        sheet(
            [TITLE],
            ["No", "Kabupaten/Kecamatan", "Potensi", "Aktif"],
            [1, "Kabupaten Kapuas", 3000, 900],
            ["a", "Selat", 1000, 400],
            ["b", "Basarang", 2000, 500],
            [2, "Kabupaten Seruyan", 300, 90],
            ["a", "Hanau", 100, 40],
            ["b", "Danau Sembuluh", 200, 50],
            [None, "Jumlah", 3300, 990],
        )
    )

    assert figures(result.book, Measure.ACTIVE) == {"62.03": 900, "62.07": 90}
    assert result.questions == ()
    assert not {"name_unknown", "printed_total_differs"} & set(codes(result.book))


def test_regencies_that_only_head_their_districts() -> None:
    book = read(
        [TITLE],
        ["No", "Kabupaten/Kecamatan", "Potensi"],
        [1, "Kabupaten Kapuas"],
        ["a", "Kec. Selat", 1000],
        ["b", "Kec. Basarang", 2000],
        [2, "Kabupaten Seruyan"],
        ["a", "Kec. Hanau", 100],
        ["b", "Kec. Danau Sembuluh", 200],
        [None, "Jumlah", 3300],
    )

    assert figures(book, Measure.ELIGIBLE) == {"62.03": 3000, "62.07": 300}
    assert "printed_total_differs" not in codes(book)


def test_the_districts_of_the_regency_in_the_title() -> None:
    lines: list[Line] = [["Kabupaten Kapuas"], [TITLE], ["No", "Kecamatan", "Potensi", "Aktif"]]
    rows: list[Line] = [[1, "Selat", 1000, 400], [2, "Basarang", 2000, 500]]
    summed = look(sheet(*lines, *rows)).book
    printed = look(sheet(*lines, *rows, [None, "Jumlah", 3000, 901])).book

    assert figures(summed, Measure.ACTIVE) == {"62.03": 900}
    assert cells(summed)["active", "", "2025-03-31", "62.03"][1] == "Rekap!D4"
    assert figures(printed, Measure.ACTIVE) == {"62.03": 901}
    assert "parts_differ" not in codes(printed), "one person is rounding"


def test_villages_below_districts_are_counted_once() -> None:
    rows: list[Line] = [
        [1, "Selat", None, 1000, 390],
        [None, None, "Selat Hulu", 600, 300],
        [None, None, "Selat Hilir", 400, 90],
        [2, "Basarang", None, 2000, 500],
        [None, None, "Maluen", 2000, 500],
    ]
    header = ["No", "Kecamatan", "Desa/Kelurahan", "Potensi", "Aktif"]
    book = read(["Kabupaten Kapuas"], [TITLE], header, *rows)

    assert figures(book, Measure.ELIGIBLE) == {"62.03": 3000}
    assert figures(book, Measure.ACTIVE) == {"62.03": 890}
    assert "parts_differ" not in codes(book)


def test_villages_that_miss_their_district_are_said() -> None:
    rows: list[Line] = [["Selat", None, 1000], [None, "Selat Hulu", 600], [None, "Selat Hilir", 300]]
    book = read(["Kabupaten Kapuas"], [TITLE], ["Kecamatan", "Desa", "Potensi"], *rows)

    (problem,) = (problem for problem in book.problems if problem.code == "parts_differ")
    assert (problem.place, problem.facts["difference"]) == ("Rekap!C4", 100)


def test_a_level_column_that_goes_down_to_districts() -> None:
    book = read(
        [TITLE],
        ["Level", "Wilayah", "Potensi", "Aktif"],
        ["Nasional", "Indonesia", 90000, 40000],
        ["Provinsi", "Kalimantan Tengah", 3000, 1200],
        ["Kabupaten", "Kapuas", 1000, 400],
        ["Kecamatan", "Selat", 600, 300],
        ["Kecamatan", "Basarang", 400, 100],
        ["Kota", "Palangka Raya", 2000, 800],
    )

    assert figures(book, Measure.ELIGIBLE) == {"62": 3000, "62.03": 1000, "62.71": 2000}
    assert not {"printed_total_differs", "parts_differ", "name_unknown"} & set(codes(book))


def test_a_table_of_districts_of_no_known_regency_asks_for_it() -> None:
    page = sheet([TITLE], ["Kecamatan", "Potensi"], ["Selat", 1000], ["Basarang", 2000], name="Sheet1")

    assert open_questions(look(page)) == [(str(About.NAME), "[sheet1]")]
