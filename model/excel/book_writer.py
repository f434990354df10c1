"""A Book as a new workbook: owned sheets as Excel tables, the same bytes for the same book."""

from pathlib import Path

from model import wording
from model.atomic_write import write_atomically
from model.book import Book
from model.errors import UnusableFileError
from model.excel.book_splice import new_workbook


def write_book(book: Book, path: Path, program_version: str) -> None:
    """Write *book* as a new workbook, whole or not at all; the same book gives the same bytes.

    A failed write leaves an older file at *path* untouched. Raises UnusableFileError where the
    folder, the disk or another program refuses. What the program does not own is not kept: a
    user's own workbook is never written with this.
    """
    try:
        write_atomically(path, new_workbook(path.name, book, program_version))
    except OSError as error:
        reason = error.strerror or str(error)
        sentence = wording.say("problem.not_writable", file=path.name, reason=reason)
        raise UnusableFileError("not_writable", sentence) from error
