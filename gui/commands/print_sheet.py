"""``cakupan print``: the summary sheet as PDF."""

import argparse
from datetime import date

from gui.commands.reading import (
    chosen_target_set,
    exit_code,
    read_book,
    require_positions,
)
from model.atomic_write import write_atomically
from model.book import Book
from model.coverage import positions
from model.excel.notices import masked
from model.report.sheet import sheet_pdf
from model.summary import Summary, booklet_regions, summarise


def run_print(arguments: argparse.Namespace) -> int:
    """Write the sheet of the province, and with ``--per-region`` one of each regency behind it."""
    book, problems = read_book(arguments)
    require_positions(positions(book), problems)
    regions = booklet_regions(book, as_of=arguments.at) if arguments.per_region else ("",)
    write_atomically(arguments.output, sheet_pdf([_summary(book, arguments, region) for region in regions]))
    print(arguments.output)
    return exit_code(problems)


def _summary(book: Book, arguments: argparse.Namespace, region: str) -> Summary:
    return summarise(
        book,
        printed_on=date.today(),
        book_name=", ".join(masked(path.name) for path in arguments.files),
        as_of=arguments.at,
        region=region,
        target_set=chosen_target_set(book, arguments.targets),
        paper=arguments.paper,
    )
