"""Names that would break a sentence, texts without end, totals off by one, codes alone."""

import time

import pytest

from model.excel.answers import About, Answers
from model.excel.grid import Sheet
from model.excel.long_columns import LONGEST
from model.excel.notices import masked, shown
from model.excel.refusal import refusal
from tests.builders.examined import answering, cells, decided, look, open_questions, values
from tests.builders.office import TITLE, Line, body, sheet

BROKEN = "=1+1!\n\u202e{x}%s\r\u2028\u200b\x07"


def test_a_name_with_line_ends_and_turning_signs_stays_on_its_line() -> None:
    assert masked("{x} %s\n[b].xlsx") == "{x} %s [b].xlsx"
    assert masked(BROKEN).isprintable()
    assert masked("Rekap Maret 2025 – é.xlsx") == "Rekap Maret 2025 – é.xlsx"
    assert shown(f"Kab.{BROKEN}Kapuas").isprintable()
    assert "\n" not in str(refusal("damaged", BROKEN))


def test_every_sentence_about_a_sheet_with_a_broken_name_is_one_line() -> None:
    table = sheet(
        [TITLE], ["No", "Kab/Kota", "Potensi", "Aktif", "Lain\n\u202ehal"],
        *body([1000, 2000], [400, 900], [1, 2], total=[3000, 1400, 3]), name=BROKEN,
    )  # fmt: skip
    result = look(table, file=f"{BROKEN}.xlsx")
    assert result.book.problems
    for problem in result.book.problems:
        assert all(text.isprintable() for text in (problem.text(), problem.place, problem.file))
    assert result.file.isprintable()
    assert all(decision.subject.isprintable() for decision in result.decisions)


def test_texts_without_end_cost_no_time_and_hide_no_figure() -> None:
    endless = "Kab. " + "K" * 200_000
    strangers: list[Line] = [[9, endless + str(number), 1, 1] for number in range(5)]
    header = ["No", "Kab/Kota", "Potensi", "Aktif", "Peserta aktif " * 50_000]
    table = sheet([TITLE], header, *body([1000, 2000], [400, 900]), *strangers)
    began = time.process_time()
    result = look(table)
    assert time.process_time() - began < 4
    assert values(result.book)["active", "", "2025-03-31", "62.01"] == 400
    assert max(len(str(cell)) for row in result.sheets[0].rows for cell in row) <= LONGEST


def codes_only(header: str, codes: range) -> Sheet:
    lines: list[Line] = [[float(code), 1000, 400] for code in codes]
    return sheet([TITLE], [header, "Potensi", "Aktif"], *lines)


def test_a_table_of_codes_that_all_mean_two_regions_asks_whose_they_are() -> None:
    table = codes_only("Kode", range(6206, 6212))
    asked = look(table)
    assert open_questions(asked) == [("codes", "kode")]
    assert '"6206"' in next(found.text() for found in asked.book.problems if found.code == "code_ambiguous")

    answered = look(table, answers=answering({(About.CODES, "kode"): "bps"}))
    assert not answered.questions
    assert values(answered.book)["active", "", "2025-03-31", "62.08"] == 400
    assert len(values(answered.book)) == 12


@pytest.mark.parametrize(("header", "region"), [("Kode BPS", "62.08"), ("Kode Kemendagri", "62.06")])
def test_a_header_that_says_whose_codes_they_are_settles_it(header: str, region: str) -> None:
    result = look(codes_only(header, range(6206, 6210)))
    assert not result.questions
    assert decided(result, About.CODES, header.casefold()).reason == "codes_header"
    first = next(found for found in cells(result.book).items() if found[1][1] == "Rekap!C3")
    assert first[0] == ("active", "", "2025-03-31", region)


HEADER = ["No", "Kab/Kota", "Potensi", "Aktif"]
ROWS = body([1000 + number for number in range(14)], [400 + number for number in range(14)])
BASE, ACTIVE = sum(range(1000, 1014)), sum(range(400, 414))


def test_another_province_above_the_own_one_is_no_part_of_its_total() -> None:
    above: list[Line] = [[1, "Kalimantan Barat", 9, 9], [2, "Kalimantan Tengah", BASE, ACTIVE]]
    result = look(sheet([TITLE], HEADER, *above, *ROWS))
    told = {problem.code for problem in result.book.problems}
    assert "name_outside_province" in told
    assert not told & {"printed_total_differs", "subtotal_differs", "row_is_subtotal"}

    wrong: list[Line] = [[1, "Kalimantan Barat", 9, 9], [2, "Kalimantan Tengah", BASE, ACTIVE + 9]]
    (found,) = (
        problem
        for problem in look(sheet([TITLE], HEADER, *wrong, *ROWS)).book.problems
        if problem.code == "printed_total_differs"
    )
    assert found.facts["parts"] == ACTIVE


def test_a_printed_total_that_is_off_by_one_is_taken_and_said_once() -> None:
    result = look(sheet([TITLE], HEADER, *ROWS, [None, "Jumlah", BASE - 1, ACTIVE + 1]))
    (found,) = (problem for problem in result.book.problems if problem.code == "printed_total_rounded")
    assert (found.severity, found.facts["count"], found.facts["tolerance"]) == ("info", 2, 1)
    assert values(result.book)["active", "", "2025-03-31", "62"] == ACTIVE + 1

    exact = look(sheet([TITLE], HEADER, *ROWS, [None, "Jumlah", BASE, ACTIVE]))
    assert "printed_total_rounded" not in {problem.code for problem in exact.book.problems}


def test_a_name_with_its_capital_behind_it_is_suggested() -> None:
    result = look(sheet([TITLE], HEADER, *ROWS[:4], [5, "Kab Barito Utara - Muara Teweh", 10, 5]))
    (asked,) = result.questions
    assert (asked.reason, asked.options[0]) == ("name_suggested", "62.05")


def test_names_under_provinsi_are_never_taken_for_cities() -> None:
    lines: list[Line] = [[name, 1000, 400] for name in ("Riau", "Jambi", "Bengkulu", "Gorontalo", "Bali")]
    table = sheet([TITLE], ["Provinsi", "Potensi", "Aktif"], *lines)
    for province in ("", "15"):
        result = look(table, answers=Answers(province=province))
        assert "name_ambiguous" not in {problem.code for problem in result.book.problems}
    assert values(result.book)["active", "", "2025-03-31", "15"] == 400


def test_numbers_among_names_are_no_names_to_ask_about() -> None:
    lines: list[Line] = [["010.", 10, 5], ["020.", 20, 6]]
    result = look(sheet([TITLE], HEADER[1:], *(row[1:] for row in ROWS), *lines))
    assert not result.questions
    assert [problem.code for problem in result.book.problems].count("row_without_name") == 2


def test_the_last_region_is_nobody_who_signs_above_a_number_of_an_official() -> None:
    rows: list[Line] = [["Kab. Kapuas", 100], ["Kota Palangka Raya", 100]]

    found = look(sheet([TITLE], ["Kab/Kota", "Aktif"], *rows, ["NIP. 19700101 199503 1 001"]))

    assert {key[3]: value for key, value in values(found.book).items()} == {"62.03": 100, "62.71": 100}
