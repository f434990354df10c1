"""Lists of persons in several files of one import: whoever is on more than one of them counts once."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from model.errors import UnusableFileError
from model.progress import Report

if TYPE_CHECKING:
    from model.excel.answers import Answers
    from model.excel.by_name_people import People
    from model.excel.by_name_together import Together
    from model.excel.earlier_answers import Examined
    from model.excel.importing import Import

# The heavy imports stand inside the functions: this module is imported before the first file is read.

T = TypeVar("T")


class CountsTogether(Protocol):
    """What counts the lists of several files together: gui.reading.Reader."""

    def together(
        self, files: "Sequence[tuple[Path, Answers, str]]", report: Report
    ) -> "tuple[Together, ...]":
        """Return what each file comes to beside the others; a file is a path, its answers, its password."""


def counting(
    files: "Sequence[tuple[Path, Import, str]]",
    reader: CountsTogether,
    joining: "Callable[[tuple[Import, ...]], Callable[[Report], T]]",
) -> Callable[[Report], T]:
    """Return the work that counts the lists of *files* together, then does *joining* of them."""

    def work(report: Report) -> T:
        return joining(counted_together(files, reader, report))(report)

    return work


def counted_together(
    files: "Sequence[tuple[Path, Import, str]]", reader: CountsTogether, report: Report
) -> "tuple[Import, ...]":
    """Return what files (path, what it came to, password) come to when everybody on their lists counts once.

    *reader* is asked only where more than one file has such a list. Where it cannot answer, that
    is a finding, and each file counts its own.
    """
    from model.excel.by_name_together import has_counted_persons, with_joint_counts

    lists = [number for number, (_, found, _) in enumerate(files) if has_counted_persons(found)]
    results = [found for _, found, _ in files]
    if len(lists) < 2:
        return tuple(results)
    asked = [(files[number][0], files[number][1].answers, files[number][2]) for number in lists]
    try:
        told = reader.together(asked, report)
    except UnusableFileError as error:
        results[lists[0]] = _not_together(results[lists[0]], str(error))
        return tuple(results)
    for number, together in zip(lists, told, strict=True):
        results[number] = with_joint_counts(results[number], together)
    return tuple(results)


def lists_persons(found: "Examined | None") -> bool:
    """Say whether a file has a list of persons: who read it is to forget it when the import ends."""
    from model.excel.answers import About

    return found is not None and any(one.about is About.PERSONS for one in found.result.decisions)


def counted_here(files: "Sequence[tuple[Path, Answers, str]]", report: Report) -> "tuple[Together, ...]":
    """Return what the lists of files come to together, read in this process under a key of their own."""
    from model.excel.by_name_count import run_key
    from model.excel.by_name_together import counted_together as counted
    from model.excel.examine import examine
    from model.excel.reader import read_grid

    key = run_key()
    people: list[People | None] = []
    for path, answers, password in files:
        grid = read_grid(path, report, password=password)
        examine(grid, answers, report, run_key=key, keep=people.append)
    return counted(people)


def _not_together(found: "Import", reason: str) -> "Import":
    from model.problems import Problem, Severity

    problem = Problem(Severity.ERROR, "persons_not_together", found.file, facts={"reason": reason})
    return replace(found, book=replace(found.book, problems=(*found.book.problems, problem)))
