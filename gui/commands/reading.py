"""Reading the files that a command names, as imports into one book."""

import argparse
import csv
import sys
from collections.abc import Iterable, Sequence

from model import wording
from model.book import Book, merged
from model.errors import UnanswerableError, UnusableFileError
from model.excel.read import Answers, read_file
from model.periods import Period
from model.problems import Problem, Severity
from model.quality import find_problems
from model.regions import regions


def read_book(arguments: argparse.Namespace) -> tuple[Book, tuple[Problem, ...]]:
    """Return the files of a command merged into one book, and everything found in it.

    Raises UnusableFileError for the first file that cannot be used, UnanswerableError for a
    province that does not exist.
    """
    province = str(arguments.province)
    if province and (province not in regions() or len(province) != 2):
        raise UnanswerableError(f"Tidak ada provinsi dengan kode {province!r}; contoh: 62.")
    answers = Answers(province=province, position=arguments.position)
    book = merged(tuple(read_file(path, answers) for path in arguments.files))
    return book, find_problems(book)


def chosen_target_set(book: Book, name: str | None) -> str:
    """Return the target set that a command uses: the named one, else the book's first, else ""."""
    if name is not None:
        return name
    return book.target_sets[0].name if book.target_sets else ""


def exit_code(problems: Sequence[Problem]) -> int:
    """Return 1 where a finding of severity error was found, else 0."""
    return 1 if any(problem.severity is Severity.ERROR for problem in problems) else 0


def counted(problems: Iterable[Problem]) -> dict[str, int]:
    """Return how many errors and warnings there are."""
    kinds = [problem.severity for problem in problems]
    return {str(kind): kinds.count(kind) for kind in (Severity.ERROR, Severity.WARNING)}


def require_positions(known: Sequence[Period], problems: Sequence[Problem]) -> None:
    """Raise UnusableFileError with the reason where a book holds no position at all."""
    if not known:
        reasons = [problem.text() for problem in problems if problem.severity is Severity.ERROR]
        raise UnusableFileError("no_position", " ".join(reasons) or wording.say("error.no_position"))


def whole(value: float | None) -> float | int | None:
    """Return a count as JSON and CSV carry it: whole numbers without ".0"."""
    return int(value) if value is not None and float(value).is_integer() else value


def print_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows as CSV for programs: comma, decimal point, empty where a figure is missing."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(["" if value is None else value for value in row] for row in rows)
