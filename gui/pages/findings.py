"""Which finding speaks of which figure, so that pages can lead from one to the other."""

from collections.abc import Iterable
from typing import Final

from model.pedigree import FigureRef
from model.problems import Problem

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
_MEASURED: Final = {"total_misses_regions", "total_misses_segments", "contradiction"}
"""Findings about one measure: of the others only coverage is touched by them."""


def finding_of(problems: Iterable[Problem], ref: FigureRef | None) -> Problem | None:
    """Return the first finding that speaks of that very figure, None where there is none."""
    if ref is None:
        return None
    return next((problem for problem in problems if _speaks_of(problem, ref)), None)


def _speaks_of(problem: Problem, ref: FigureRef) -> bool:
    if problem.region != ref.region or ref.name not in _SPEAKS_OF.get(problem.code, ()):
        return False
    facts = problem.facts
    if "as_of" in facts and facts["as_of"] != ref.as_of:
        return False
    # The findings name their segment behind the region: "Kapuas BPU".
    if ref.segment and not str(facts.get("name", "")).endswith(f" {ref.segment}"):
        return False
    measure = facts.get("measure")
    return problem.code not in _MEASURED or ref.name in {measure, "coverage"}
