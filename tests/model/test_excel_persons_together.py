"""Lists of persons in several files: everybody counts once, and what was on more than one is said."""

import pickle

import pytest

from model.excel.answers import About
from model.excel.by_name_people import People
from model.excel.by_name_together import Together, counted_together
from model.excel.grid import Cell
from model.problems import Problem, Severity
from tests.builders.leaks import Secrets
from tests.builders.person_counts import COUNT, examined
from tests.builders.persons import HEADER, TITLE, persons, without
from tests.builders.persons import person as row_of

Row = list[Cell]


def listed(name: str, *rows: Row, title: str = TITLE) -> People:
    """The persons of one file."""
    answers = COUNT.having(About.PERSONS, name.casefold(), "count")
    people = examined(persons(*rows, title=title, name=name), answers=answers, file=f"{name}.xlsx").people
    assert people is not None
    return people


def figures(files: tuple[Together, ...]) -> dict[tuple[str, str, str], tuple[float | None, int]]:
    """The counts by region, segment and measure, each with the number of its file."""
    return {
        (one.region, one.segment, str(one.measure)): (one.value, number)
        for number, file in enumerate(files)
        for one in file.observations
    }


def said(files: tuple[Together, ...], code: str) -> list[Problem]:
    return [problem for file in files for problem in file.problems if problem.code == code]


def test_somebody_on_two_lists_counts_once_and_the_files_are_named() -> None:
    one = listed("Satu", *(row_of(number) for number in range(10)))
    two = listed("Dua", *(row_of(number) for number in range(8, 14)))
    found = counted_together([one, two])

    assert figures(found) == {("62.03", "BPU", "active"): (14, 0)}
    (again,) = said(found, "persons_on_earlier")
    assert (again.file, again.facts["count"], again.facts["of"]) == ("Dua.xlsx", 2, 6)
    assert again.facts["others"] == "Satu.xlsx (2)"
    assert said(found, "persons_together")[0].facts == {"count": 14, "files": 2}
    assert "Satu.xlsx, Dua.xlsx" in found[0].observations[0].note


def test_a_figure_stays_with_the_first_file_that_adds_to_it() -> None:
    one = listed("Satu", *(row_of(number) for number in range(10)))
    two = listed("Dua", *(row_of(number, "Kab. Katingan") for number in range(20, 26)))
    found = counted_together([one, two])

    assert figures(found) == {("62.03", "BPU", "active"): (10, 0), ("62.06", "BPU", "active"): (6, 1)}
    assert {one.source for one in found[1].observations} == {"data"}
    assert "Dihitung dari" in found[1].observations[0].note
    assert [each.places for each in found] == [(("Satu", "B3"),), (("Dua", "B3"),)]


def test_who_is_in_two_segments_counts_once_in_the_total_of_the_region() -> None:
    one = listed("PU", *(row_of(number, segment="PU") for number in range(10)))
    two = listed("BPU", *(row_of(number, segment="BPU") for number in range(9, 15)))
    found = counted_together([one, two])

    assert figures(found) == {
        ("62.03", "", "active"): (15, 0), ("62.03", "PU", "active"): (10, 0),
        ("62.03", "BPU", "active"): (6, 1),
    }  # fmt: skip
    assert said(found, "persons_files_segments")[0].facts["count"] == 1


def test_who_is_active_on_one_list_is_active() -> None:
    one = listed("Satu", *(row_of(number, status="Keluar") for number in range(5)))
    two = listed("Dua", *(row_of(number) for number in range(4, 9)))

    assert figures(counted_together([one, two])) == {
        ("62.03", "BPU", "inactive"): (4, 0), ("62.03", "BPU", "active"): (5, 1),
    }  # fmt: skip


def test_two_regions_in_two_files_are_said_once() -> None:
    one = listed("Satu", *(row_of(number) for number in range(5)))
    two = listed("Dua", *(row_of(number, "Kab. Katingan") for number in range(3, 9)))
    found = counted_together([one, two])

    assert said(found, "persons_files_regions")[0].facts["count"] == 2
    assert said(found, "persons_on_earlier") == []


def test_a_list_whose_persons_are_mostly_on_an_earlier_one_may_be_another_version() -> None:
    rows = [row_of(number) for number in range(10)]
    found = counted_together([listed("Lama", *rows), listed("Baru", *rows[:9], row_of(30))])

    assert figures(found)["62.03", "BPU", "active"] == (11, 0)
    (again,) = said(found, "persons_on_most")
    assert (again.severity, again.facts["count"]) == (Severity.WARNING, 9)


def test_lists_of_different_positions_do_not_touch_each_other() -> None:
    rows = [row_of(number) for number in range(5)]
    april = listed("April", *rows, title="Daftar peserta aktif per 30 April 2025")

    assert counted_together([listed("Maret", *rows), april]) == (Together(), Together())


def test_a_file_with_a_list_without_numbers_stays_as_it_is() -> None:
    bare = persons(
        *without([row_of(number) for number in range(4)], 1), header=without([HEADER], 1)[0], name="BNBA"
    )
    assert examined(bare).people is None
    rows = [row_of(number) for number in range(5)]
    found = counted_together([listed("Satu", *rows), None, listed("Dua", *rows)])

    assert found[1] == Together()
    assert figures(found) == {("62.03", "BPU", "active"): (5, 0)}


def test_counts_of_few_people_are_told_of_what_they_are_together() -> None:
    one, two = (
        listed(name, row_of(number), row_of(number + 1)) for name, number in (("Satu", 1), ("Dua", 3))
    )

    assert said(counted_together([one, two]), "persons_small_cells") == []
    assert len(said(counted_together([one, one]), "persons_small_cells")) == 1


def test_of_three_lists_each_names_those_before_it() -> None:
    files = [listed(name, *map(row_of, range(start, start + 10))) for name, start in (("A", 0), ("B", 8))]
    files.append(listed("C", row_of(0), row_of(9), row_of(17), *map(row_of, range(40, 50))))
    found = counted_together(files)

    assert figures(found)["62.03", "BPU", "active"] == (28, 0)
    assert [one.facts["others"] for one in said(found, "persons_on_earlier")] == [
        "A.xlsx (2)", "A.xlsx (2), B.xlsx (1)",
    ]  # fmt: skip


def test_every_finding_has_words_in_both_languages() -> None:
    rows = [row_of(number) for number in range(9)]
    other = [row_of(0, "Kab. Katingan"), row_of(1, segment="PU"), *(row_of(number) for number in range(2, 9))]
    found = counted_together([listed("Satu", *rows), listed("Dua", *other), listed("Tiga", row_of(3))])

    codes = {problem.code for file in found for problem in file.problems}
    assert codes >= {"persons_together", "persons_on_most", "persons_files_regions", "persons_files_segments"}
    for problem in (problem for file in found for problem in file.problems):
        assert problem.text() != problem.text("en")


def test_hashes_never_leave_and_what_leaves_names_nobody() -> None:
    rows = [row_of(number) for number in range(9)]
    people = listed("Satu", *rows)

    with pytest.raises(TypeError):
        pickle.dumps(people)
    found = counted_together([people, listed("Dua", *rows)])
    hashes = set(people.rows["person"])
    assert len(hashes) == 9
    sent = pickle.dumps(found)
    assert not any(int(number).to_bytes(8, "little") in sent for number in hashes)
    assert Secrets(rows).found_in(found) == []
