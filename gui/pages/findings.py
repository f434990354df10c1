"""Which finding speaks of which figure, so that pages can lead from one to the other."""

from collections.abc import Iterable
from typing import Final

from model.pedigree import FigureRef
from model.periods import Period
from model.problems import Problem
from model.segments import SEGMENTS

_SPEAKS_OF: Final = {
    "reported_differs": {"reported_coverage", "difference", "coverage"},
    "over_100": {"coverage", "unprotected", "active", "eligible"},
    "implausible_base": {"eligible", "employed"},
    "region_missing": {"active", "coverage"},
    "total_misses_regions": {"active", "eligible", "employed", "coverage"},
    "total_misses_segments": {"active", "eligible", "employed", "coverage"},
    "contradiction": {"active", "eligible", "employed", "coverage", "reported_coverage"},
    "break_named": {"change", "trail", "change_eligible"},
    "break_unnamed": {"change", "trail", "change_eligible"},
}
_FIRST: Final = {
    "reported_differs": "difference",
    "over_100": "coverage",
    "implausible_base": "eligible",
    "region_missing": "active",
    "total_misses_regions": "active",
    "total_misses_segments": "active",
    "contradiction": "active",
    "break_named": "change",
    "break_unnamed": "change",
    "derived_figure": "eligible",
}
"""The column of the coverage table that a finding is about."""
_MEASURED: Final = {"total_misses_regions", "total_misses_segments", "contradiction"}
"""Findings about one measure: of the others only coverage is touched by them."""


def finding_of(problems: Iterable[Problem], ref: FigureRef | None) -> Problem | None:
    """Return the first finding that speaks of that very figure, None where there is none."""
    if ref is None:
        return None
    return next((problem for problem in problems if _speaks_of(problem, ref)), None)


def figure_of(problem: Problem) -> FigureRef | None:
    """Return the figure that a finding speaks of first, None where it names no region or position."""
    as_of, name = problem.facts.get("as_of"), _FIRST.get(problem.code)
    if not problem.region or name is None or not isinstance(as_of, Period):
        return None
    if problem.code in _MEASURED and problem.facts.get("measure"):
        name = str(problem.facts["measure"])
    return FigureRef(name, problem.region, _segment(problem), as_of)


def measured_figure(problem: Problem) -> FigureRef | None:
    """Return the counted figure in whose cell a finding was made, None where there is none."""
    as_of, measure = problem.facts.get("as_of"), problem.facts.get("measure")
    if not problem.region or not problem.cell or not isinstance(as_of, Period) or not measure:
        return None
    return FigureRef(str(measure), problem.region, _segment(problem), as_of)


def _segment(problem: Problem) -> str:
    # The findings name their segment behind the region: "Kapuas BPU".
    last = str(problem.facts.get("name", "")).rpartition(" ")[2]
    return last if last in SEGMENTS else ""


def _speaks_of(problem: Problem, ref: FigureRef) -> bool:
    if problem.region != ref.region or ref.name not in _SPEAKS_OF.get(problem.code, ()):
        return False
    facts = problem.facts
    if "as_of" in facts and facts["as_of"] != ref.as_of:
        return False
    if "name" in facts and _segment(problem) != ref.segment:
        return False
    measure = facts.get("measure")
    return problem.code not in _MEASURED or ref.name in {measure, "coverage"}
