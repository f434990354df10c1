"""Saving a book into its own workbook: read again, spliced, written beside, read back, then put in place."""

import hashlib
from pathlib import Path
from typing import Final

from model.atomic_write import write_atomically
from model.book import Book
from model.excel.archive import Archive
from model.excel.book_reader import is_coverage_book
from model.excel.book_splice import spliced
from model.excel.grid import Grid
from model.excel.reader import read_grid
from model.excel.refusal import refusal
from model.excel.workbook_parts import CONTENT_TYPES
from model.progress import Report, silent

_ZIP: Final = b"PK"
KEPT_AS: Final = ".cadangan"
"""Behind the whole name of a book: the version before the last save."""


def save_book(book: Book, path: Path, program_version: str, *, known: str, report: Report = silent) -> str:
    """Save *book* into the coverage book at *path* and return the SHA-256 of the file that is there now.

    *known* is the SHA-256 of the file when it was read. Only cells that differ are set, every other
    part of the workbook keeps its bytes. The version before stays beside as ``kept_path(path)``.
    A failure at any instant leaves the old file whole. Raises UnusableFileError: "changed_on_disk"
    where somebody else has written the file since, "no_own_book" where it is no workbook that can be
    saved into, "not_verified" where what was written does not read back; OSError from the disk.
    """
    before = path.read_bytes()
    if hashlib.sha256(before).hexdigest() != known:
        raise refusal("changed_on_disk", path.name)
    if not before.startswith(_ZIP):
        raise refusal("no_own_book", path.name)
    grid = read_grid(path, report)
    if grid.sha256 != known:
        raise refusal("changed_on_disk", path.name)
    if not is_coverage_book(grid) or CONTENT_TYPES not in Archive(before, path.name).names:
        raise refusal("no_own_book", path.name)
    content = spliced(before, grid, book, program_version)
    if content == before:
        return known

    def check(written: Path) -> None:
        found = _named(read_grid(written, report), path.name)
        if spliced(content, found, book, program_version) != content:
            raise refusal("not_verified", path.name)

    write_atomically(path, content, check=check, keep=kept_path(path))
    return hashlib.sha256(content).hexdigest()


def kept_path(path: Path) -> Path:
    """Return where the version before the last save is kept."""
    return path.with_name(path.name + KEPT_AS)


def _named(grid: Grid, file: str) -> Grid:
    return Grid(file, grid.sha256, grid.sheets)
