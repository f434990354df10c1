"""Lists of persons, counted: what comes out, and what is said about the rest."""

from collections import Counter

import pytest

from model.excel.answers import About
from model.excel.by_name import examine_lists
from model.excel.grid import Cell
from model.periods import month
from model.problems import Severity
from tests.builders.office import Line, sheet
from tests.builders.person_counts import COUNT, counted, examined, figures, said
from tests.builders.persons import HEADER, TITLE, nik, person, persons, without


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


def test_a_list_with_two_lines_of_header_and_column_numbers_is_read() -> None:
    rows: list[Line] = [[number, nik(number), "Siti", "Selat", "Kapuas", "PU"] for number in range(5)]
    lines: list[Line] = [
        [TITLE],
        ["No", "NIK", "Nama Peserta", "Domisili", None, "Segmen"],
        [None, None, None, "Kecamatan", "Kabupaten", None],
        [f"({number})" for number in range(1, 7)],
        *rows,
    ]
    found = examined(sheet(*lines, merges=["D2:E2"], name="BNBA"))

    assert figures(found) == {("62.03", "PU", "active"): 5}
