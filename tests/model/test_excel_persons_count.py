"""Lists of persons, counted: what comes out, and what is said about the rest."""

from collections import Counter
from collections.abc import Sequence

import pytest

from model.excel.answers import About, Answers
from model.excel.by_name import Lists, examine_lists
from model.excel.decisions import Decision, Standing
from model.excel.grid import Cell, Sheet
from model.measures import Measure
from model.periods import month
from model.problems import Problem, Severity
from tests.builders.office import sheet
from tests.builders.persons import HEADER, TITLE, nik, person, persons, without

COUNT = Answers("62").having(About.PERSONS, "bnba", "count")
KEY = b"k" * 32


def counted(*rows: Sequence[Cell], answers: Answers = COUNT, title: str = TITLE) -> Lists:
    """What one list of these rows comes to."""
    return examined(persons(*rows, title=title), answers=answers)


def examined(*sheets: Sheet, answers: Answers = COUNT, file: str = "data.xlsx") -> Lists:
    """What the lists of a workbook come to; the keys of their tables are their names."""
    named = [(each.name.casefold(), each) for each in sheets]
    return examine_lists(named, file, "data", answers, KEY)


def figures(found: Lists) -> dict[tuple[str, str, str], float | None]:
    """The counts by region, segment and measure."""
    return {(one.region, one.segment, str(one.measure)): one.value for one in found.observations}


def said(found: Lists, code: str) -> Problem:
    """The one finding of a code."""
    return next(problem for problem in found.problems if problem.code == code)


def decided(found: Lists, about: About, key: str = "") -> Decision:
    """The one decision about something."""
    return next(one for one in found.decisions if one.about is about and key in ("", one.key))


def test_nothing_is_counted_unless_somebody_says_so() -> None:
    found = counted(*(person(number) for number in range(9)), answers=Answers("62"))
    (asked,) = found.decisions

    assert found.observations == ()
    assert (asked.about, asked.key, asked.value, asked.standing) == (
        About.PERSONS,
        "bnba",
        "leave",
        Standing.OPEN,
    )
    assert asked.options == ("leave", "count")
    assert [problem.code for problem in found.problems] == ["personal_data"]


def test_an_answer_to_leave_it_settles_the_question() -> None:
    found = counted(person(1), answers=Answers("62").having(About.PERSONS, "bnba", "leave"))

    assert [(one.value, one.standing) for one in found.decisions] == [("leave", Standing.ANSWERED)]
    assert found.observations == ()


def test_persons_are_counted_by_region_segment_and_status_with_the_header_as_their_cell() -> None:
    rows = [person(number, "Kab. Kapuas", "BPU") for number in range(5)]
    rows += [person(number, "KATINGAN", "Penerima Upah (PU)") for number in range(5, 12)]
    rows += [person(number, "Kota Palangka Raya", "Jakon", "Non Aktif") for number in range(12, 16)]
    found = counted(*rows)

    assert figures(found) == {
        ("62.03", "BPU", "active"): 5, ("62.06", "PU", "active"): 7, ("62.71", "JAKON", "inactive"): 4,
    }  # fmt: skip
    assert {(one.sheet, one.cell, one.as_of, one.source) for one in found.observations} == {
        ("BNBA", "B3", month(2025, 3), "data")
    }
    assert (said(found, "persons_counted").facts["count"], said(found, "persons_counted").facts["rows"]) == (
        16,
        16,
    )


def test_somebody_listed_twice_counts_once() -> None:
    found = counted(*(person(number) for number in (0, 1, 2, 3, 2, 3, 3)))

    assert figures(found) == {("62.03", "BPU", "active"): 4}
    assert said(found, "persons_twice").facts["count"] == 3


@pytest.mark.parametrize(
    "same", [int(nik(2)), float(nik(2)), f"'{nik(2)}", " 6201 0101 0570 0003", "62.0101.010570.0003"]
)
def test_the_same_number_is_the_same_person_however_it_is_written(same: Cell) -> None:
    found = counted(person(0), person(1), person(2), person(7, number_of_person=same))

    assert figures(found) == {("62.03", "BPU", "active"): 3}


def test_two_people_of_one_name_are_two() -> None:
    rows = [person(number) for number in range(5)]
    for row in rows:
        row[2] = "Siti Aminah"

    assert figures(counted(*rows)) == {("62.03", "BPU", "active"): 5}


def test_rows_without_a_valid_number_are_left_out_and_said_by_their_kind() -> None:
    wrong: list[Cell] = [None, "62010101017000", "6201010199700001", "620101******0001", "6.20101E+15", "-"]
    rows = [person(number) for number in range(5)]
    rows += [person(10 + number, number_of_person=cell) for number, cell in enumerate(wrong)]
    found = counted(*rows)
    problem = said(found, "persons_number_unusable")

    assert figures(found) == {("62.03", "BPU", "active"): 5}
    assert problem.severity is Severity.WARNING
    kinds = {"blank": 2, "length": 1, "date": 1, "masked": 1, "damaged": 1}
    assert dict(problem.facts) == {**kinds, "count": 6}


def test_a_column_that_excel_damaged_counts_nobody_instead_of_too_few() -> None:
    rows = [person(number, number_of_person=float(nik(number)[:15] + "0")) for number in range(40)]
    found = counted(*rows)

    assert found.observations == ()
    assert said(found, "persons_none_usable").severity is Severity.ERROR
    assert said(found, "persons_none_usable").facts["damaged"] == 40


def test_whole_numbers_kept_as_numbers_are_no_damage_though_one_ends_in_zero() -> None:
    rows = [person(number, number_of_person=int(nik(number))) for number in range(20)]

    assert any(nik(number).endswith("0") for number in range(20))
    assert figures(counted(*rows)) == {("62.03", "BPU", "active"): 20}


@pytest.mark.parametrize(
    ("number", "is_valid"),
    [
        ("6201012902000001", True), ("6201012902010001", False), ("6201017105700001", True),
        ("6201013202700001", False), ("6201013104700001", False), ("6201010013700001", False),
        ("6201010105700000", False), ("6201010105700\u00b2\u00b2\u00b2", False),
        ("6201292902\u00b2\u00b20001", False),
    ],
)  # fmt: skip
def test_the_middle_of_a_number_must_be_a_day_of_birth(number: str, is_valid: bool) -> None:
    found = counted(person(0), person(1), person(2), person(3, number_of_person=number))

    assert figures(found)["62.03", "BPU", "active"] == 3 + is_valid


def test_the_first_digits_of_a_number_are_never_taken_for_a_region() -> None:
    rows = [person(number, "Kab. Katingan") for number in range(4)] + [person(9, None)]
    found = counted(*rows)

    assert {one.region for one in found.observations} == {"62.06"}
    assert said(found, "persons_region_missing").facts["count"] == 1
    assert "bukan domisili" in said(found, "persons_counted").hint()
    assert "first issued" in said(found, "persons_counted").hint("en")


def test_one_person_in_two_regions_or_segments_is_a_finding_with_counts_only() -> None:
    rows = [person(number) for number in range(5)]
    rows += [person(0, "Kab. Katingan"), person(1, "Kab. Katingan"), person(2, segment="PU")]
    found = counted(*rows)

    assert said(found, "persons_several_regions").facts["count"] == 2
    assert said(found, "persons_several_segments").facts["count"] == 1
    assert figures(found) == {
        ("62.03", "", "active"): 5, ("62.03", "BPU", "active"): 5, ("62.03", "PU", "active"): 1,
        ("62.06", "BPU", "active"): 2,
    }  # fmt: skip


def test_who_is_active_once_is_active() -> None:
    rows = [person(0, status="Keluar"), person(0, status="Aktif"), person(1, status="Tidak Aktif")]
    rows += [person(number) for number in range(2, 6)]
    found = counted(*rows)

    assert figures(found) == {("62.03", "BPU", "active"): 5, ("62.03", "BPU", "inactive"): 1}
    assert said(found, "persons_both_statuses").facts["count"] == 1


def test_counts_of_one_to_three_stay_and_are_said() -> None:
    rows = [person(number) for number in range(9)] + [person(20, "Kab. Katingan"), person(21, "Sukamara")]
    found = counted(*rows)

    assert figures(found)["62.06", "BPU", "active"] == 1
    assert said(found, "persons_small_cells").facts["count"] == 2
    assert "dikenali" in said(found, "persons_small_cells").text()


def test_an_unknown_segment_counts_in_its_region_only() -> None:
    rows = [person(number) for number in range(18)] + [
        person(30, segment="Lainnya"),
        person(31, segment=None),
    ]
    found = counted(*rows)

    assert figures(found) == {("62.03", "", "active"): 20, ("62.03", "BPU", "active"): 18}
    assert said(found, "persons_segment_unknown").facts["count"] == 2


def test_an_unknown_status_is_not_counted() -> None:
    rows = [person(number) for number in range(18)] + [person(30, status="Proses"), person(31, status=None)]
    found = counted(*rows)

    assert figures(found) == {("62.03", "BPU", "active"): 18}
    assert said(found, "persons_status_unknown").facts["count"] == 2


def test_without_a_status_what_the_rows_count_is_asked_unless_a_title_says_it() -> None:
    rows = without([person(number) for number in range(4)], 8)
    vague = persons(*rows, title="Data pekerja Maret 2025", header=HEADER[:8])
    asked = examined(vague)
    question = decided(asked, About.COLUMN, "nik")

    assert (question.standing, question.options[:2]) == (Standing.OPEN, ("active", "eligible"))
    assert asked.observations == ()
    assert "persons_open" in [problem.code for problem in asked.problems]
    eligible = examined(vague, answers=COUNT.having(About.COLUMN, "nik", "eligible"))
    assert {one.measure for one in eligible.observations} == {Measure.ELIGIBLE}
    told = examined(persons(*rows, header=HEADER[:8]))
    assert decided(told, About.COLUMN, "nik").standing is Standing.RECOGNISED
    assert {one.measure for one in told.observations} == {Measure.ACTIVE}


def test_without_a_column_of_segments_the_title_may_name_one() -> None:
    rows = without([person(number) for number in range(4)], 7, 8)
    header = HEADER[:7]

    named = examined(persons(*rows, title="Daftar peserta aktif BPU Maret 2025", header=header))
    assert {one.segment for one in named.observations} == {"BPU"}
    bare = examined(persons(*rows, header=header))
    assert {one.segment for one in bare.observations} == {""}
    answered = examined(persons(*rows, header=header), answers=COUNT.having(About.SEGMENT, "nik", "JAKON"))
    assert {one.segment for one in answered.observations} == {"JAKON"}


def test_without_a_position_it_is_asked() -> None:
    rows = [person(number) for number in range(4)]
    found = counted(*rows, title="Daftar peserta aktif")

    assert decided(found, About.POSITION).standing is Standing.OPEN
    assert found.observations == ()
    answered = counted(
        *rows, title="Daftar peserta aktif", answers=COUNT.having(About.POSITION, "", "2025-06")
    )
    assert {one.as_of for one in answered.observations} == {month(2025, 6)}


def test_the_position_may_stand_in_the_names_of_sheet_and_file() -> None:
    rows = [person(number) for number in range(4)]
    found = examined(persons(*rows, title="Daftar peserta"), file="BNBA Mei 2025.xlsx")

    assert {one.as_of for one in found.observations} == {month(2025, 5)}


@pytest.mark.parametrize(
    ("title", "name", "file"),
    [
        ("Daftar peserta aktif Kabupaten Kapuas per 31 Maret 2025", "BNBA", "data.xlsx"),
        (TITLE, "Kapuas", "data.xlsx"),
        (TITLE, "Kab. Kapuas", "data.xlsx"),
        (TITLE, "BNBA", "BNBA_Kapuas.xlsx"),
    ],
)
def test_a_list_of_one_regency_takes_it_from_title_or_names(title: str, name: str, file: str) -> None:
    rows = without([person(number) for number in range(4)], 6)
    header = [*HEADER[:6], *HEADER[7:]]
    answers = COUNT.having(About.PERSONS, name.casefold(), "count")
    found = examined(persons(*rows, title=title, header=header, name=name), answers=answers, file=file)

    assert {one.region for one in found.observations} == {"62.03"}
    assert decided(found, About.NAME).reason == "persons_region_title"


def test_a_list_that_names_no_regency_asks_for_it() -> None:
    rows = without([person(number) for number in range(4)], 6)
    listed = persons(*rows, header=[*HEADER[:6], *HEADER[7:]])
    asked = examined(listed)

    assert decided(asked, About.NAME).standing is Standing.OPEN
    assert asked.observations == ()
    answered = examined(listed, answers=COUNT.having(About.NAME, "[bnba]", "62.13"))
    assert {one.region for one in answered.observations} == {"62.13"}


def test_of_two_columns_of_regencies_a_person_chooses() -> None:
    header = [*HEADER, "Kabupaten Tempat Kerja"]
    listed = persons(*([*person(number), "Kab. Seruyan"] for number in range(4)), header=header)
    asked = examined(listed)
    questions = [one for one in asked.decisions if one.is_open]

    assert [one.key for one in questions] == ["kab/kota", "kabupaten tempat kerja"]
    assert asked.observations == ()
    chosen = examined(listed, answers=COUNT.having(About.COLUMN, "kabupaten tempat kerja", "name"))
    assert {one.region for one in chosen.observations} == {"62.07"}
    assert not [one for one in chosen.decisions if one.is_open]


def test_the_place_of_birth_is_no_domicile() -> None:
    header = ["NIK", "Tempat Lahir", "Kab/Kota"]
    listed = sheet(
        [TITLE], header, *([nik(number), "Kab. Kapuas", "Sukamara"] for number in range(5)), name="BNBA"
    )

    assert {one.region for one in examined(listed).observations} == {"62.08"}


def test_villages_and_districts_beside_a_regency_belong_to_it() -> None:
    header = ["NIK", "Nama", "Desa", "Kecamatan", "Kabupaten"]
    rows = [[nik(number), "Siti", f"Desa {number}", "Selat", "Kapuas"] for number in range(6)]
    found = examined(sheet([TITLE], header, *rows, name="BNBA"))

    assert figures(found) == {("62.03", "", "active"): 6}


def test_unknown_regions_are_asked_about_and_answers_used() -> None:
    rows = [person(number) for number in range(8)] + [person(number, "Kpuas") for number in range(10, 14)]
    asked = counted(*rows)
    question = decided(asked, About.NAME, "kpuas")

    assert (question.standing, question.options) == (Standing.OPEN, ("62.03", "leave"))
    assert figures(asked) == {("62.03", "BPU", "active"): 8}
    assert said(asked, "persons_region_unknown").facts["count"] == 4
    answered = counted(*rows, answers=COUNT.having(About.NAME, "kpuas", "62.03"))
    assert figures(answered) == {("62.03", "BPU", "active"): 12}


def test_what_may_be_a_name_in_the_wrong_column_is_not_asked_about() -> None:
    rows = [person(number) for number in range(8)]
    rows += [
        person(9, "Siti Rahasiawati"),
        person(10, rows[0][2]),
        *(person(n, rows[1][2]) for n in range(11, 16)),
    ]
    found = counted(*rows)

    assert [one for one in found.decisions if one.about is About.NAME] == []
    assert said(found, "persons_region_unknown").facts["count"] == 7


def test_people_of_other_provinces_are_left_out_and_said() -> None:
    rows = [person(number) for number in range(8)] + [person(9, "Kota Surabaya"), person(10, "Kab. Banjar")]
    found = counted(*rows)

    assert figures(found) == {("62.03", "BPU", "active"): 8}
    assert said(found, "persons_outside").facts["count"] == 2


def test_totals_signatures_and_repeated_headers_are_nobody() -> None:
    listed = persons(
        *(person(number) for number in range(5)),
        [],
        HEADER,
        *(person(number) for number in range(5, 9)),
        ["Jumlah", 9, None, None, None, None, "Kab. Kapuas", "BPU", "Aktif"],
        [None, None, "Kuala Kapuas, 5 April 2025"],
        [None, "NIP. 197005012000031001", "Kepala Dinas"],
    )
    found = examined(listed)

    assert figures(found) == {("62.03", "BPU", "active"): 9}
    assert "persons_number_unusable" not in [problem.code for problem in found.problems]


def test_a_list_without_numbers_counts_its_rows_and_says_so() -> None:
    rows = without([person(number) for number in (0, 1, 2, 3, 3)], 1)
    found = examined(persons(*rows, header=[HEADER[0], *HEADER[2:]]))

    assert figures(found) == {("62.03", "BPU", "active"): 5}
    assert said(found, "persons_without_numbers").facts["count"] == 5


def test_somebody_on_two_sheets_of_one_position_counts_once_and_of_two_positions_twice() -> None:
    first = persons(*(person(number) for number in range(6)), name="BNBA")
    second = persons(*(person(number) for number in range(4, 9)), name="Lanjutan")
    answers = COUNT.having(About.PERSONS, "lanjutan", "count")
    together = examined(first, second, answers=answers)

    assert figures(together) == {("62.03", "BPU", "active"): 9}
    later = persons(
        *(person(number) for number in range(4, 9)), name="Lanjutan", title="Aktif per 30 April 2025"
    )
    apart = examined(first, later, answers=answers)
    assert sorted((one.as_of.iso, one.value) for one in apart.observations) == [
        ("2025-03-31", 6),
        ("2025-04-30", 5),
    ]


def test_counts_do_not_depend_on_the_key_nor_show_it() -> None:
    rows = [person(number % 7, ("Kapuas", "Katingan")[number % 2]) for number in range(30)]
    listed = [("bnba", persons(*rows))]
    found = [examine_lists(listed, "f.xlsx", "f", COUNT, key) for key in (b"a" * 32, b"b" * 32, b"")]

    assert found[0] == found[1] == found[2]


def test_the_word_of_a_title_that_narrows_is_said() -> None:
    found = counted(*(person(number) for number in range(4)), title="Daftar pekerja rentan aktif Maret 2025")

    assert said(found, "title_narrows").facts["word"] == "rentan"


def test_a_hundred_random_lists_agree_with_a_plain_count() -> None:
    regions = {"Kab. Kapuas": "62.03", "Katingan": "62.06", "Kota Palangka Raya": "62.71"}
    for seed in range(100):
        drawn = [(seed * 7 + 13 * step) % 23 for step in range(40)]
        rows = [
            (number, list(regions)[(number + seed) % 3], ("PU", "BPU")[(number * step) % 2])
            for step, number in enumerate(drawn)
        ]
        found = counted(*(person(number, region, segment) for number, region, segment in rows))
        plain = Counter((regions[region], segment) for _, region, segment in set(rows))
        got = {(one.region, one.segment): one.value for one in found.observations if one.segment}

        assert got == plain
        totals = {one.region: one.value for one in found.observations if not one.segment}
        whole = Counter(regions[region] for _, region in {(number, region) for number, region, _ in rows})
        assert all(whole[region] == value for region, value in totals.items())
