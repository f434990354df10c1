from dataclasses import replace

import pytest

from model.book import Source
from model.periods import month
from model.problems import Problem, Severity
from model.quality import find_problems
from tests.builders.books import DECEMBER, MARCH, PUBLISHED, book, counted, every_regency


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]


def test_a_sound_book_has_no_findings() -> None:
    assert find_problems(book(every_regency(), counted(active=560, eligible=1400))) == ()


def test_a_reported_rate_that_cannot_be_recomputed_is_an_error_at_its_cell() -> None:
    (problem,) = find_problems(book(counted(active=935_079, eligible=1_873_899, reported=0.5088, row=21)))

    assert (problem.severity, problem.code, problem.place) == (
        Severity.ERROR,
        "reported_differs",
        "Rekap!E21",
    )
    assert "50,88 %" in problem.text()
    assert "49,90 %" in problem.text()


def test_a_total_that_misses_the_sum_of_its_regencies_is_an_error() -> None:
    (problem,) = find_problems(book(every_regency(), counted(active=600, eligible=1400, row=30)))

    assert (problem.severity, problem.code, problem.cell) == (Severity.ERROR, "total_misses_regions", "D30")
    assert problem.facts["difference"] == 40


@pytest.mark.parametrize(("printed", "expected"), [(179_730, []), (179_731, ["total_misses_segments"])])
def test_a_total_may_miss_its_segments_by_one(printed: int, expected: list[str]) -> None:
    rows = (
        counted("62.02", eligible=91_000, segment="PU"),
        counted("62.02", eligible=73_163, segment="BPU"),
        counted("62.02", eligible=15_566, segment="JAKON"),
        counted("62.02", eligible=printed),
    )

    assert codes(find_problems(book(*rows))) == expected


def test_over_a_hundred_percent_is_a_warning() -> None:
    (problem,) = find_problems(book(counted(active=77_074, eligible=51_086)))

    assert (problem.severity, problem.code) == (Severity.WARNING, "over_100")
    assert "150,87 %" in problem.text()


def test_a_sum_over_a_hundred_percent_is_not_named_after_its_first_segment() -> None:
    rows = (
        counted("62.02", active=30, eligible=10, segment="PU"),
        counted("62.02", active=1, eligible=10, segment="BPU"),
    )

    names = [problem.facts["name"] for problem in find_problems(book(*rows)) if problem.code == "over_100"]

    assert names == ["Kotawaringin Timur", "Kotawaringin Timur PU"]


def test_two_values_for_one_figure_are_an_error_with_both_places() -> None:
    made = book(counted(active=5, row=3, source="a"), counted(active=7, row=9, source="b"))
    made = replace(made, sources=(Source("a", "satu.xlsx"), Source("b", "dua.xlsx")))

    (problem,) = find_problems(made)

    assert (problem.severity, problem.code, problem.cell) == (Severity.ERROR, "contradiction", "D9")
    assert "satu.xlsx Rekap!D3" in problem.text()
    assert "dua.xlsx Rekap!D9" in problem.text()


def test_the_same_value_twice_contradicts_nothing() -> None:
    assert find_problems(book(counted(active=5, row=3), counted(active=5, row=9))) == ()


def test_a_regency_without_active_figures_at_the_newest_position_is_named() -> None:
    rows = [found for found in every_regency() if (found.region, found.measure) != ("62.03", "active")]

    (problem,) = find_problems(book(rows))

    assert (problem.code, problem.region) == ("region_missing", "62.03")
    assert problem.text() == (
        "Belum ada angka peserta aktif per 31 Maret 2025 untuk 1 kabupaten/kota: Kapuas."
    )


@pytest.mark.parametrize(("eligible", "times"), [(50, 1), (72, 0), (95, 1)])
def test_a_base_outside_the_plausible_share_of_the_employed_is_a_warning(eligible: int, times: int) -> None:
    made = book(counted(employed=100, as_of=month(2024, 8)), counted(active=10, eligible=eligible))

    assert codes(find_problems(made)) == ["implausible_base"] * times


def test_breaks_are_told_with_both_bases() -> None:
    problems = find_problems(book(*PUBLISHED))

    assert codes(problems) == ["break_named", "break_named"]
    assert "dari Basis 2024 ke Basis 2025" in problems[1].text()


def test_what_reading_found_stays_and_the_worst_comes_first() -> None:
    told = Problem(Severity.INFO, "break_unnamed", facts={"as_of": MARCH})
    made = replace(book(*PUBLISHED, counted(active=1, as_of=DECEMBER)), problems=(told,))

    found = find_problems(made)

    assert found[0].severity is Severity.ERROR
    assert told in found


def test_every_sentence_can_be_said_in_both_languages() -> None:
    rows = [
        *PUBLISHED,
        counted(active=1, as_of=DECEMBER),
        counted("62.01", active=9, eligible=3, employed=1, reported=0.1),
        counted("62.02", eligible=3),
    ]
    for problem in find_problems(book(*rows)):
        for language in ("id", "en"):
            assert problem.text(language)
            assert problem.hint(language)
