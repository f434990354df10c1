"""``cakupan new`` and ``cakupan sample``: books to start from."""

import argparse

from gui.commands.answering import chosen_province
from gui.version import program_version
from model.book import Office
from model.excel.book_file import empty_book, write_book
from model.sample import sample_book


def run_write(arguments: argparse.Namespace) -> int:
    """Write an empty book or the sample to a path that is not taken; return 0."""
    if arguments.output.exists():
        raise FileExistsError(17, "exists", str(arguments.output))
    if arguments.command == "sample":
        book = sample_book()
    else:
        book = empty_book(Office(province=chosen_province(arguments)))
    write_book(book, arguments.output, program_version())
    print(arguments.output)
    return 0
