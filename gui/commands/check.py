"""``cakupan check``: everything found in some files, as sentences or as JSON."""

import argparse
import json

from gui.commands.reading import exit_code, finding, read_book
from model.problems import Problem


def run_check(arguments: argparse.Namespace) -> int:
    """Print the findings, worst first; return 1 where one is an error."""
    _, problems = read_book(arguments)
    if arguments.format == "json":
        print(json.dumps([_as_dict(problem) for problem in problems], ensure_ascii=False, indent=1))
    else:
        for problem in problems:
            print(finding(problem))
        if not problems:
            print("Tidak ada temuan.")
    return exit_code(problems)


def _as_dict(problem: Problem) -> dict[str, str]:
    return {
        "severity": str(problem.severity),
        "code": problem.code,
        "file": problem.file,
        "sheet": problem.sheet,
        "cell": problem.cell,
        "text": problem.text(),
    }
