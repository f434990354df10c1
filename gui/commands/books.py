"""``cakupan new`` and ``cakupan sample``: books to start from."""

import argparse

from gui.version import program_version
from model.book import Office
from model.errors import UnanswerableError
from model.excel.book_file import empty_book, write_book
from model.regions import regions
from model.sample import sample_book


def run_write(arguments: argparse.Namespace) -> int:
    """Write an empty book or the sample to a path that is not taken; return 0."""
    if arguments.output.exists():
        raise FileExistsError(17, "exists", str(arguments.output))
    if arguments.command == "sample":
        book = sample_book()
    else:
        if arguments.province and arguments.province not in regions():
            raise UnanswerableError(f"Tidak ada provinsi dengan kode {arguments.province!r}; contoh: 62.")
        book = empty_book(Office(province=arguments.province))
    write_book(book, arguments.output, program_version())
    print(arguments.output)
    return 0
