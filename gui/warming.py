"""The heavy libraries, imported after the first paint and off the GUI thread."""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from model.progress import Report

HEAVY: Final = (
    "model.excel.read",
    "model.excel.book_file",
    "model.excel.earlier_answers",
    "gui.imports",
    "gui.reading",
    "model.quality",
    "model.trend",
    "model.summary",
    "model.pedigree",
    "model.report.sheet",
    "model.report.pages",
    "gui.pedigree_panel",
    "gui.rotation",
)
"""What opening a book, showing a page and keeping the log will need."""


def warm_up(report: "Report") -> int:
    """Import everything heavy and read the sentences; returns the number of modules. Runs in a task."""
    from gui.pages import PAGES
    from model import wording

    for language in wording.LANGUAGES:
        wording.keys(language)
    total = len(HEAVY) + len(PAGES)
    for done, name in enumerate(HEAVY):
        report(done, total)
        import_module(name)
    for done, page in enumerate(PAGES, start=len(HEAVY)):
        report(done, total)
        page.load()
    return total
