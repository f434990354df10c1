"""Python's garbage collector, kept to the GUI thread.

Left alone it runs in whichever thread makes the next object, also in a task's. There it frees the
Python halves of widgets while the GUI thread, which does not hold the interpreter's lock inside Qt,
destroys their C++ halves: the program then ends in Shiboken's releaseWrapper.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QObject, QTimer

_EVERY: Final = 1000
"""Milliseconds between two looks at what has gathered."""


class Collector(QObject):
    """Collects in the thread that made it, and nowhere else, until :meth:`end`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(_EVERY)

    def collect(self) -> None:
        """Collect the oldest generation that Python itself would by now have collected."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return

    def end(self) -> None:
        """Leave collecting to Python again."""
        self._timer.stop()
        if self._was_on:
            gc.enable()


@contextmanager
def none_collected() -> Iterator[None]:
    """Within it no thread collects: for taking widgets apart while tasks run."""
    was_on = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
