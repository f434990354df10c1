"""The book as it was before files were added to it: an import can be taken back in one step."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from gui.opening import Opened
    from model.book import Book

_OF_ITS_OWN: Final = ("office", "recipes", "aliases")
"""What a person may change in a book without changing its figures."""


@dataclass(frozen=True, eq=False)
class Undo:
    """What taking an import back needs. A book is a value: the one before is simply kept."""

    name: str
    """What was imported."""
    before: "Opened"
    after: "Book"
    is_edited: bool
    is_answered: bool
    """How the book stood before; see gui.session.Session.take_over."""

    def holds_for(self, book: "Book | None") -> bool:
        """Say whether *book* is still what the import made, whatever was changed but its figures."""
        return book is not None and book.observations is self.after.observations

    def restored(self, now: "Opened") -> "tuple[Opened, bool]":
        """Return the book before, with what was changed in *now* since; and whether anything was.

        If it was saved since the import, the file holds what is taken back here: that is a change too.
        """
        changed: dict[str, Any] = {
            name: getattr(now.book, name)
            for name in _OF_ITS_OWN
            if getattr(now.book, name) is not getattr(self.after, name)
        }
        before = replace(self.before, book=replace(self.before.book, **changed))
        if now.sha256 == self.before.sha256:
            return before, bool(changed)
        return replace(before, is_coverage_book=False, is_changed_book=True, sha256=now.sha256), True
