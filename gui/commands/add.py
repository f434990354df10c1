"""``cakupan add``: the figures of files into a coverage book, which is saved."""

import argparse

from gui.commands.reading import exit_code, finding, read_files, require_province, tell_errors
from gui.opening import dated
from gui.version import program_version
from model import wording
from model.book import merged
from model.excel.book_saving import save_book
from model.excel.refusal import refusal
from model.quality import find_problems


def run_add(arguments: argparse.Namespace) -> int:
    """Save a book with what files add to it; return 1 where the result has findings of severity error.

    The book stays as it is where a file cannot be used, or leaves a question open that the book's own
    recipes and names do not answer. What became worse by it is told as errors.
    """
    path, *files = arguments.files
    (own,) = read_files(argparse.Namespace(**{**vars(arguments), "files": [path]}))
    if not own.is_coverage_book:
        raise refusal("no_own_book", path.name)
    if own.book.read_only:
        raise refusal("read_only_book", path.name)
    require_province(own.book, arguments)
    found = read_files(argparse.Namespace(**{**vars(arguments), "files": files}), own.book)
    open_ones = [one for one in found if one.questions]
    if open_ones:
        tell_errors(problem for one in open_ones for problem in one.book.problems)
        raise refusal("questions_left", open_ones[0].file)
    book = merged((own.book, *(dated(one.book) for one in found)))
    save_book(book, path, program_version(), known=own.sha256)
    count = len(book.observations) - len(own.book.observations)
    print(wording.say("comparison.saved", file=path.name, count=count))
    problems, before = find_problems(book), {finding(problem) for problem in find_problems(own.book)}
    tell_errors(problem for problem in problems if finding(problem) not in before)
    return exit_code(problems)
