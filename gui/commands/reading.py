"""Reading the files that a command names, as imports into one book."""

import argparse
import csv
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from gui.commands.answering import answered, chosen_province
from gui.import_persons import counted_together
from gui.reading.shared import shared_reader
from model import wording
from model.book import Book, merged
from model.errors import UnanswerableError, UnusableFileError
from model.excel.answers import Answers
from model.excel.by_name import book_of
from model.excel.importing import Import
from model.periods import Period
from model.problems import Problem, Severity
from model.progress import silent
from model.quality import find_problems
from model.recipe_text import Remembered
from model.region_names import MatchStatus, match_region
from model.regions import region_name
from model.segments import SEGMENTS, parse_segment


def read_book(arguments: argparse.Namespace) -> tuple[Book, tuple[Problem, ...]]:
    """Return the files of a command merged into one book, and everything found in it.

    Raises UnusableFileError for the first file that cannot be used, UnanswerableError for a
    province that does not exist.
    """
    book = merged(tuple(each.book for each in read_files(arguments)))
    require_province(book, arguments)
    return book, find_problems(book)


def read_files(arguments: argparse.Namespace, book: Book | None = None) -> tuple[Import, ...]:
    """Return what each file of a command comes to; UnusableFileError for the first that cannot be used.

    Recipes and names for regions that *book* remembers answer before those of an option.
    """
    secret = str(arguments.secret)
    remembered = Remembered(book.recipes, book.aliases) if book else Remembered()
    found = [
        (path, _usable(answered(_reads(path, secret), arguments, remembered)), secret)
        for path in arguments.files
    ]
    return tuple(counted_together(found, shared_reader(), silent))


def finding(problem: Problem) -> str:
    """Return a finding as one line, with its severity and its place."""
    where = " ".join(part for part in (problem.file, problem.place) if part)
    severity = wording.label("severity", problem.severity)
    return f"{severity}: {problem.text()}" + (f" [{where}]" if where else "")


def tell_errors(problems: Iterable[Problem]) -> None:
    """Write the findings of severity error to the error output, each once."""
    for line in dict.fromkeys(finding(one) for one in problems if one.severity is Severity.ERROR):
        print(line, file=sys.stderr)


def _reads(path: Path, password: str) -> Callable[[Answers], Import]:
    """Return what examines the file at *path* with answers, in the process that may die of it.

    Every file goes there, our own books as well: only reading it shows what a file is.
    """
    return lambda answers: shared_reader().examine(path, answers, password=password)


def _usable(found: Import) -> Import:
    """The same; UnusableFileError for a file of nothing but lists of persons that nobody wants counted."""
    book_of(found)
    return found


def named(province: str) -> str:
    """Return a province as a sentence names it: "62 (Kalimantan Tengah)"."""
    return f"{province} ({region_name(province)})"


def chosen_segment(text: str) -> str:
    """Return the segment that an argument names ("" for the total); UnanswerableError for no segment."""
    segment = parse_segment(text)
    if segment is None:
        raise UnanswerableError(wording.say("error.no_segment", segment=text, known=", ".join(SEGMENTS)))
    return segment


def chosen_region(text: str, book: Book) -> str:
    """Return the code that an argument names, however written ("6201", "62.1", "Kapuas").

    UnanswerableError where it names none, or may name two, or the book holds nothing of it.
    """
    match = match_region(text, book.province)
    if match.status in {MatchStatus.AMBIGUOUS, MatchStatus.AMBIGUOUS_CODE}:
        known = ", ".join(f"{found.code} {found.name}" for found in match.candidates)
        raise UnanswerableError(wording.say("error.ambiguous_region", region=text, known=known))
    code = match.region.code if match.region else ""
    if not code or code not in set(book.observations["region"]) | {book.province}:
        raise UnanswerableError(wording.say("error.no_region", region=text))
    return code


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


def require_province(book: Book, arguments: argparse.Namespace) -> None:
    """Raise UnanswerableError where a command names another province than that of the book's figures."""
    asked = chosen_province(arguments)
    if asked and len(book.observations) and book.province != asked:
        raise UnanswerableError(
            wording.say("error.other_province", own=named(book.province), asked=named(asked))
        )


def require_positions(known: Sequence[Period], problems: Sequence[Problem]) -> None:
    """Raise UnusableFileError with the reason where a book holds no position at all."""
    if not known:
        errors = [problem for problem in problems if problem.severity is Severity.ERROR]
        reason = f"{errors[0].file}: {errors[0].text()}" if errors else wording.say("error.no_position")
        more = wording.say("error.more_findings", count=len(errors) - 1) if len(errors) > 1 else ""
        raise UnusableFileError("no_position", f"{reason} {more}".strip())


def whole(value: float | None) -> float | int | None:
    """Return a count as JSON and CSV carry it: whole numbers without ".0"."""
    return int(value) if value is not None and float(value).is_integer() else value


def print_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows as CSV for programs: comma, decimal point, empty where a figure is missing."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(["" if value is None else value for value in row] for row in rows)
