"""One function for every file: a coverage book or an office's own table -> a Book."""

from pathlib import Path
from typing import Final

from model.book import Book
from model.excel.answers import Answers as Answers
from model.excel.by_name import book_of
from model.excel.examine import examine, examine_tables
from model.excel.grid import Grid
from model.excel.reader import read_grid
from model.progress import Report, silent

_NO_ANSWERS: Final = Answers()


def read_file(path: Path, answers: Answers = _NO_ANSWERS, report: Report = silent) -> Book:
    """Return what the workbook at *path* says, as a book: a coverage book and an office table alike.

    Every figure knows its file, the file's SHA-256 and its cell. What was not understood, and the
    questions "province_unknown" and "position_unknown" that *answers* settle the next time, are
    the book's problems. The file is never written; ``Source.read_at`` stays None (no clock here).

    Raises UnusableFileError for a file that is of no use at all; whatever *report* raises.
    """
    return book_of(examine(read_grid(path, report), answers))


def read_tables(grid: Grid, answers: Answers = _NO_ANSWERS) -> Book:
    """Return what the office tables of a workbook say, sheet by sheet.

    Raises UnusableFileError ("nothing_recognised", "personal_data") where no sheet has a table.
    """
    return book_of(examine_tables(grid, answers))
