"""Which of the books that are shown is kept for the start page, and with what figure."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from gui.settings import Recent, Settings
from model.errors import UnanswerableError

if TYPE_CHECKING:
    from gui.opening import Opened
    from model.coverage import Row


def remember(settings: Settings, opened: "Opened", row: "Callable[[], Row]") -> None:
    """Put the files that were opened at the top of the recent books, with the figure of *row*.

    The sample is none of them, nor is a book into which files were imported: it was put there when it
    was opened, and with them it is written nowhere.
    """
    opening = opened.opening
    if opening.label or not opening.paths or opening.added:
        return
    paths = [str(path) for path in opening.paths]
    entry = Recent(paths[0], region=opened.book.province, more=tuple(paths[1:]))
    with suppress(UnanswerableError):
        entry = entry._replace(coverage=row().coverage, as_of=opened.positions[-1].iso)
    settings.remember(entry)
