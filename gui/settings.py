"""What the program remembers between two starts. The only place that touches QSettings."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QByteArray, QSettings

T = TypeVar("T")

LANGUAGES: Final = ("id", "en")
THEMES: Final = ("system", "light", "dark")
ZOOMS: Final = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
MOST_RECENT: Final = 8


@dataclass(frozen=True)
class Recent:
    """A book that was open: its path, and its figure for the start page (numbers only)."""

    path: str
    coverage: float | None = None
    """Fraction."""
    as_of: str = ""
    """Position as an ISO day."""
    region: str = ""
    """Code of the province."""


class _Setting(Generic[T]):
    """One remembered value: its key, its default, and how a stored text becomes a value again.

    A stored value that cannot be read, or that nobody could have chosen, counts as the default.
    """

    def __init__(self, key: str, default: T, read: Callable[[Any], T], write: Callable[[T], Any]) -> None:
        self.key, self.default, self._read, self._write = key, default, read, write

    def __get__(self, settings: "Settings", owner: type | None = None) -> T:
        stored = settings.store.value(self.key)
        if stored is None:
            return self.default
        try:
            return self._read(stored)
        except (ValueError, TypeError, KeyError, AttributeError):
            return self.default

    def __set__(self, settings: "Settings", value: T) -> None:
        settings.store.setValue(self.key, self._write(value))


def _one_of(key: str, choices: tuple[str, ...]) -> _Setting[str]:
    return _Setting(key, choices[0], lambda stored: choices[choices.index(stored)], str)


def _zoom(stored: object) -> float:
    value = float(str(stored))
    if not ZOOMS[0] <= value <= ZOOMS[-1]:
        raise ValueError(value)
    return value


def _province(stored: object) -> str:
    text = str(stored)
    if text and not (len(text) == 2 and text.isdigit()):
        raise ValueError(text)
    return text


def _recents(stored: object) -> tuple[Recent, ...]:
    entries = [Recent(**entry) for entry in json.loads(str(stored))]
    if not all(isinstance(entry.path, str) and isinstance(entry.coverage, float | None) for entry in entries):
        raise ValueError(stored)
    return tuple(entries)[:MOST_RECENT]


def _recents_text(entries: tuple[Recent, ...]) -> str:
    return json.dumps([asdict(entry) for entry in entries[:MOST_RECENT]])


def _bytes(stored: object) -> bytes:
    if not isinstance(stored, QByteArray):
        raise TypeError(stored)
    return bytes(stored.data())


class Settings:
    """Every remembered value, declared once. *store* is the user's own unless a test gives another."""

    language = _one_of("language", LANGUAGES)
    theme = _one_of("theme", THEMES)
    zoom = _Setting("zoom", 1.0, _zoom, float)
    province = _Setting("province", "", _province, str)
    recent = _Setting[tuple[Recent, ...]]("recent", (), _recents, _recents_text)
    geometry = _Setting("geometry", b"", _bytes, QByteArray)

    def __init__(self, store: QSettings | None = None) -> None:
        self.store = store or QSettings("Cakupan", "Cakupan")

    def remember(self, entry: Recent) -> None:
        """Put *entry* at the top of the recent books; a book is listed once."""
        others = [other for other in self.recent if other.path != entry.path]
        self.recent = (entry, *others)[:MOST_RECENT]

    def forget(self, path: str) -> None:
        """Take a book off the recent list."""
        self.recent = tuple(other for other in self.recent if other.path != path)


def in_memory(path: str) -> Settings:
    """Return settings kept in the file *path* only, for tests and for self-tests."""
    return Settings(QSettings(path, QSettings.Format.IniFormat))
