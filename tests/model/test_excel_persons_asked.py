"""Lists of persons: what is asked before anybody is counted, and what an answer does."""

import pytest

from model.excel.answers import About, Answers
from model.excel.decision_words import question_of, reason_of, value_of
from model.excel.decisions import Standing
from model.measures import Measure
from model.periods import month
from tests.builders.person_counts import COUNT, counted, decided, examined, figures, said
from tests.builders.persons import HEADER, TITLE, person, persons, without


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


def test_every_decision_and_finding_has_words_in_both_languages() -> None:
    header = [*HEADER, "Kabupaten Tempat Kerja"]
    rows = [[*person(number), "Kab. Seruyan"] for number in range(4)]
    vague = [
        persons(*rows, header=header, title="Data pekerja"),
        persons(*without(rows, 6, 7, 8, 9), header=HEADER[:6], title="Data pekerja"),
        persons(*without(rows, 1, 8, 9), header=[HEADER[0], *HEADER[2:8]]),
        persons(
            person(1), person(2, "Kpuas"), person(2, "Barito"), person(3, "Kota Kapuas"), person(4, "Xyz")
        ),
    ]
    for listed in vague:
        for answers in (Answers(), COUNT, COUNT.having(About.COLUMN, "kab/kota", "name")):
            found = examined(listed, answers=answers)
            for language in ("id", "en"):
                for one in found.decisions:
                    assert question_of(one, language)
                    assert reason_of(one, language)
                    values = [value_of(one.about, value, language) for value in one.options]
                    assert "" not in values
                assert all(problem.text(language) for problem in found.problems)
