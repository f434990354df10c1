"""Lists of persons in several files of one import: whoever is on more than one of them counts once."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from model.errors import UnusableFileError
from model.progress import Report

if TYPE_CHECKING:
    from model.excel.answers import Answers
    from model.excel.by_name_together import Together
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
    """Return the work that counts the lists of *files* together, and then does what *joining* makes of them."""

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


def _not_together(found: "Import", reason: str) -> "Import":
    from model.problems import Problem, Severity

    problem = Problem(Severity.ERROR, "persons_not_together", found.file, facts={"reason": reason})
    return replace(found, book=replace(found.book, problems=(*found.book.problems, problem)))
