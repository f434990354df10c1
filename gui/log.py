"""The log: what the program did and what went wrong, for whoever is asked for help.

It holds versions, names of files, counts and faults; never what stands in a file, no person's number
and no folder. It is opened after the first paint, because that takes longer than the paint may; what
is said before waits, and a fault opens it at once.
"""

import faulthandler
import re
import time
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TextIO

from PySide6.QtCore import QStandardPaths

if TYPE_CHECKING:
    from logging.handlers import RotatingFileHandler

Level = Literal["info", "warning", "error"]

NAME: Final = "cakupan.log"
LARGEST: Final = 500_000
"""Bytes of one file; a busy year of a clerk."""
KEPT: Final = 3
"""Older files beside the present one."""

_NATIVE: Final = "berhenti-mendadak.txt"
_MOST_WAITING: Final = 200
_SEPARATORS: Final = r"[ .\-_/'’]?"
_PERSONAL: Final = rf"(?<!\d)\d(?:{_SEPARATORS}\d){{9,}}(?!\d)"
"""Ten digits and more: NIK 16, NIP 18, NPWP 15, KPJ 11, telephone 10 to 13."""
_ROOT: Final = r"file:/+|[A-Za-z]:[\\/]|\\\\|(?<![\w.:/\\])~?[\\/]"
_PATH: Final = rf"(?:{_ROOT})(?:[^\r\n\"'<>|*?:\\/]+[\\/])+"


def discreet(text: str) -> str:
    """Return *text* with every path shortened to its file name and without numbers of persons."""
    home = str(Path.home())
    # A path that ends at a folder would end at the name of the user.
    text = text.replace(home, "~").replace(home.replace("\\", "/"), "~")
    # Patterns as text: nothing is compiled before the first entry, which is after the first paint.
    return re.sub(_PERSONAL, "<angka>", re.sub(_PATH, "", text))


def data_folder() -> Path:
    """Return the folder for what the program itself writes for this user, as a path that may not exist."""
    generic = QStandardPaths.StandardLocation.GenericDataLocation
    return Path(QStandardPaths.writableLocation(generic)) / "Cakupan"


def log_folder() -> Path:
    """Return the folder of the log."""
    return data_folder() / "catatan"


class Log:
    """The log of one run. It never raises and never stands in the way: without a disk it is silent."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._waiting: deque[tuple[float, Level, str]] = deque(maxlen=_MOST_WAITING)
        self._file: RotatingFileHandler | None = None
        self._native: TextIO | None = None

    def write(self, level: Level, text: str) -> None:
        """Add *text*, made discreet; from any thread."""
        self._waiting.append((time.time(), level, text))
        if self._file is not None:
            self._write_waiting()

    def fault(self, report: str) -> None:
        """Add the report of a fault, and see that it reaches the disk."""
        self.open()
        self.write("error", report)

    def open(self) -> None:
        """Open the file and write what has waited; a folder that cannot be written leaves it waiting."""
        if self._file is not None:
            return
        import logging

        from gui.rotation import QuietRotation

        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._file = QuietRotation(self.folder / NAME, LARGEST, KEPT)
        except OSError:
            return
        form = logging.Formatter("%(asctime)s %(levelname)s %(process)d %(message)s")
        self._file.setFormatter(form)
        self._write_waiting()

    def _write_waiting(self) -> None:
        import logging

        numbers = {"info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}
        while self._file is not None:
            try:
                when, level, text = self._waiting.popleft()
            except IndexError:  # all is written, perhaps by another thread
                return
            said = discreet(text.rstrip()).replace("\n", "\n    ")
            record = logging.LogRecord("cakupan", numbers[level], "", 0, said, None, None)
            record.created, record.msecs = when, when % 1 * 1000
            self._file.handle(record)

    def watch_native_faults(self) -> bool:
        """Have faults that end the process at once written beside the log; True if the last run had one.

        What it left is moved into the log.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._native = (self.folder / _NATIVE).open("a+", encoding="utf-8", errors="replace")
            self._native.seek(0)
            left = self._native.read().strip()
            self._native.truncate(0)
        except OSError:
            return False
        faulthandler.enable(self._native)
        left = left.partition("\nExtension modules:")[0].rstrip()  # dozens of names
        if left:
            self.write("error", f"The run before ended at once:\n{left}")
        return bool(left)

    def end(self) -> None:
        """Say that the run ends, and close the files."""
        self.open()
        self.write("info", "ends")
        self.close()

    def close(self) -> None:
        """Close the files."""
        if self._native is not None:
            faulthandler.disable()
            self._native.close()
            self._native = None
        if self._file is not None:
            self._file.close()
            self._file = None


def log_files(folder: Path) -> tuple[Path, ...]:
    """Return the files of the log in *folder*, the present one first."""
    names = (NAME, *(f"{NAME}.{number}" for number in range(1, KEPT + 1)))
    return tuple(folder / name for name in names if (folder / name).is_file())
