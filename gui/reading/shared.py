"""The one reader of a process without a window: for the commands."""

import atexit
from functools import cache

from gui.reading.reader import Reader


@cache
def shared_reader() -> Reader:
    """Return the reader of this process, which ends with it."""
    reader = Reader()
    atexit.register(reader.close)
    return reader
