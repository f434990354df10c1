"""What a measurement found, beside its budget."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Outcome:
    """One line of the report. *value* and *budget* in the same unit; *at_least* turns the comparison."""

    name: str
    value: float
    budget: float
    unit: str = "x"
    """"x" for a ratio, "ms" for milliseconds, "MB" for megabytes."""
    at_least: bool = False
    detail: str = ""

    @property
    def kept(self) -> bool:
        """The budget is kept."""
        return self.value >= self.budget if self.at_least else self.value <= self.budget

    def line(self) -> str:
        """Return the outcome as the report prints it."""
        shown = f"{self.value:.2f} x" if self.unit == "x" else f"{self.value:.0f} {self.unit}"
        limit = f"{self.budget:g} {self.unit}"
        sign = "≥" if self.at_least else "≤"
        mark = "ok  " if self.kept else "OVER"
        return f"{mark}  {self.name:<52} {shown:>10}   {sign} {limit:<8} {self.detail}"


def milliseconds(work: Callable[[], object], times: int = 1) -> float:
    """Return how long *work* takes, the median of some *times*."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken)
