"""The coverage book as a file: one place to ask whether it is one, to read it and to write it."""

from model.book import Book, Office
from model.excel.book_reader import is_coverage_book, read_book
from model.excel.book_writer import write_book

__all__ = ["empty_book", "is_coverage_book", "read_book", "write_book"]


def empty_book(office: Office) -> Book:
    """Return a book without figures: written, it explains every sheet and column in ``Tentang``."""
    return Book(office=office)
