"""``make bench``: the budgets as ratios in one run. Trust the ratios, not the milliseconds."""

import os
import platform
import sys
from collections.abc import Callable, Iterator
from importlib import import_module

import PySide6

from tests.bench.outcome import Outcome

SECTIONS = ("start", "memory", "window", "scroll", "chart", "sheet", "reading", "registers")


def main(names: list[str]) -> int:
    """Measure the sections named (all without names); 1 where a budget is not kept."""
    print(f"Python {platform.python_version()}, Qt {PySide6.__version__}, {os.cpu_count()} processors")
    outcomes = []
    for name in names or SECTIONS:
        run: Callable[[], Iterator[Outcome]] = import_module(f"tests.bench.bench_{name}").run
        for outcome in run():
            print(outcome.line(), flush=True)
            outcomes.append(outcome)
    kept = sum(outcome.kept for outcome in outcomes)
    print(f"{kept} of {len(outcomes)} budgets kept")
    return 0 if kept == len(outcomes) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
