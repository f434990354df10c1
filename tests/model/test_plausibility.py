import pytest

from model.measures import Measure
from model.observations import Observation
from model.periods import month
from model.problems import Problem, Severity
from model.quality import find_problems
from tests.builders.books import MARCH, book, counted, every_regency, target_of


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]


def with_figure(
    region: str, *, active: float | None = None, eligible: float | None = None
) -> list[Observation]:
    """All regencies at 40 of 100, but for one of them."""
    others = [found for found in every_regency() if found.region != region]
    return [*others, *counted(region, active=active, eligible=eligible, row=40)]


def printed_gap(region: str, people: float) -> Observation:
    return Observation(region, "", MARCH, Measure.REPORTED_UNPROTECTED, people, sheet="Rekap", cell="F9")


def test_participants_of_nobody_are_an_error() -> None:
    (problem,) = find_problems(book(with_figure("62.03", active=40, eligible=0)))

    assert (problem.severity, problem.code, problem.region) == (Severity.ERROR, "zero_base", "62.03")


@pytest.mark.parametrize(("active", "eligible"), [(40_000, 100), (40, 100_000)])
def test_a_figure_a_thousand_times_off_is_an_error(active: int, eligible: int) -> None:
    problems = find_problems(book(with_figure("62.03", active=active, eligible=eligible)))

    found = [problem for problem in problems if problem.code == "rate_far_off"]
    assert [(problem.region, problem.severity) for problem in found] == [("62.03", Severity.ERROR)]


def test_a_regency_whose_workers_are_counted_elsewhere_is_possible() -> None:
    assert find_problems(book(with_figure("62.03", active=2, eligible=100))) == ()


def test_a_regency_without_a_base_is_named() -> None:
    (problem,) = find_problems(book(with_figure("62.03", active=40)))

    assert problem.code == "base_missing"
    assert "Kapuas" in problem.text()


def test_a_printed_gap_that_is_not_eligible_minus_active_is_an_error() -> None:
    (problem,) = find_problems(book(every_regency(), [printed_gap("62.03", 1_060)]))

    assert (problem.severity, problem.code, problem.cell) == (Severity.ERROR, "unprotected_differs", "F9")


def test_a_printed_gap_that_is_the_distance_to_the_target_is_called_so() -> None:
    made = book(every_regency(), [printed_gap("62.03", 26)], target_sets=(target_of(0.66),))

    (problem,) = find_problems(made)

    assert (problem.severity, problem.code) == (Severity.WARNING, "unprotected_is_shortfall")


def test_a_printed_gap_that_agrees_is_no_finding() -> None:
    assert find_problems(book(every_regency(), [printed_gap("62.03", 60)])) == ()


def test_one_segment_alone_is_not_all_segments() -> None:
    rows = counted("62.01", active=4, eligible=10, segment="PU")

    assert "single_segment" in codes(find_problems(book(rows)))
    assert "single_segment" not in codes(
        find_problems(book(rows, counted("62.01", active=1, eligible=10, segment="BPU")))
    )


def test_old_positions_without_a_base_are_not_asked_about() -> None:
    older = [found for found in every_regency(as_of=month(2024, 1)) if found.measure != "eligible"]

    assert find_problems(book(every_regency(), older)) == ()
