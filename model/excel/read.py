"""One function for every file: a coverage book or an office's own table -> a Book."""

from dataclasses import replace
from pathlib import Path, PurePath
from typing import Final

from model.book import Book, Source, TargetSet
from model.excel.book_file import is_coverage_book, read_book
from model.excel.extract import Extracted, extract
from model.excel.grid import Grid, Sheet
from model.excel.notices import masked, notice
from model.excel.personal import is_about_persons
from model.excel.reader import read_grid
from model.excel.recognise import Answers as Answers
from model.excel.recognise import recognise
from model.excel.refusal import refusal
from model.observations import table
from model.problems import Problem, Severity, ordered
from model.progress import Report, silent

_NO_ANSWERS: Final = Answers()


def read_file(path: Path, answers: Answers = _NO_ANSWERS, report: Report = silent) -> Book:
    """Return what the workbook at *path* says, as a book: a coverage book and an office table alike.

    Every figure knows its file, the file's SHA-256 and its cell. What was not understood, and the
    questions "province_unknown" and "position_unknown" that *answers* settle the next time, are
    the book's problems. The file is never written; ``Source.read_at`` stays None (no clock here).

    Raises UnusableFileError for a file that is of no use at all; whatever *report* raises.
    """
    grid = read_grid(path, report)
    return read_book(grid) if is_coverage_book(grid) else read_tables(grid, answers)


def read_tables(grid: Grid, answers: Answers = _NO_ANSWERS) -> Book:
    """Return what the office tables of a workbook say, sheet by sheet.

    Raises UnusableFileError ("nothing_recognised", "personal_data") where no sheet has a table.
    """
    source = Source(PurePath(grid.file).stem, grid.file, grid.sha256)
    found: list[Extracted] = []
    problems: list[Problem] = []
    for sheet in [replace(sheet, name=masked(sheet.name)) for sheet in grid.sheets]:
        reason = _reason_to_skip(sheet)
        layout = None if reason else recognise(sheet, grid.file, answers)
        if layout is None:
            code = reason or "sheet_not_recognised"
            severity = Severity.WARNING if code == "personal_data" else Severity.INFO
            if code != "sheet_empty":
                problems.append(notice(severity, code, grid.file, sheet.name))
            continue
        found.append(extract(sheet, layout, grid.file, source.id))
    if not found:
        personal = any(problem.code == "personal_data" for problem in problems)
        raise refusal("personal_data" if personal else "nothing_recognised", grid.file)
    problems = [problem for extracted in found for problem in extracted.problems] + problems
    targets = tuple(target for extracted in found for target in extracted.targets)
    return Book(
        observations=table(observation for extracted in found for observation in extracted.observations),
        sources=(source,),
        target_sets=(TargetSet(source.id, grid.file, targets),) if targets else (),
        problems=ordered(tuple(problems)),
    )


def _reason_to_skip(sheet: Sheet) -> str:
    if not any(cell is not None for row in sheet.rows for cell in row):
        return "sheet_empty"
    if is_about_persons(sheet):
        return "personal_data"
    return "" if sheet.visible else "sheet_hidden"
