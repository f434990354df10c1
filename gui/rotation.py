"""A log file that begins anew when it is full, and that nobody notices when the disk is."""

from logging import LogRecord
from logging.handlers import RotatingFileHandler
from pathlib import Path


class QuietRotation(RotatingFileHandler):
    """Raises OSError when it cannot be opened, and nothing after that.

    Two windows may share the file; on Windows neither can rename what the other holds open, and goes
    on writing into the full one.
    """

    def __init__(self, path: Path, largest: int, kept: int) -> None:
        super().__init__(path, maxBytes=largest, backupCount=kept, encoding="utf-8", errors="replace")

    def doRollover(self) -> None:
        try:
            super().doRollover()
        except OSError:
            self.maxBytes = 0  # not again in this run: every try would push an older file out
            self.stream = self._open()

    def handleError(self, record: LogRecord) -> None:
        """A log that cannot be written is no reason to say so in the middle of somebody's work."""
