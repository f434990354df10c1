"""How long work says where it is, without knowing about threads or windows."""

from collections.abc import Callable

Report = Callable[[int, int], None]
"""``report(done, total)``; it may raise :class:`Cancelled`, which stops the caller."""


class Cancelled(Exception):  # noqa: N818  the outcome of a wish, not an error
    """The user asked to stop. Raised by a ``Report``, caught only by the task runner."""


def silent(done: int, total: int) -> None:
    """Report to nobody (commands, tests)."""
