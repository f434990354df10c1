"""What the program remembers between two starts. The only place that touches QSettings."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QByteArray, QSettings

from gui.damaged_file import put_aside
from gui.memory_store import MemoryStore, Store
from gui.policy import LANGUAGES, Policy

T = TypeVar("T")

THEMES: Final = ("system", "light", "dark")
ZOOMS: Final = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
MOST_RECENT: Final = 8
_NAME: Final = "Cakupan"


class Recent(NamedTuple):
    """A book that was open: its path, and its figure for the start page (numbers only)."""

    path: str
    coverage: float | None = None
    """Fraction."""
    as_of: str = ""
    """Position as an ISO day."""
    region: str = ""
    """Code of the province."""
    more: tuple[str, ...] = ()
    """The other files, where several are one book: they are opened again together."""

    @property
    def paths(self) -> tuple[str, ...]:
        """Every file of the book, in the order in which they count."""
        return (self.path, *self.more)


class _Setting(Generic[T]):
    """One remembered value: its key, its default, and how a stored text becomes a value again.

    A stored value that cannot be read, or that nobody could have chosen, counts as the default; the
    default may be the policy's. What the policy fixes is so whatever is stored.
    """

    def __init__(self, key: str, default: T, read: Callable[[Any], T], write: Callable[[T], Any]) -> None:
        self.key, self.default, self._read, self._write = key, default, read, write

    def __get__(self, settings: "Settings", owner: type | None = None) -> T:
        default: T = settings.policy.values.get(self.key, self.default)
        stored = settings.store.value(self.key)
        if stored is None or settings.is_fixed(self.key):
            return default
        try:
            return self._read(stored)
        except (ValueError, TypeError, KeyError, AttributeError):
            return default

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
    import json  # not needed for the first paint

    values = json.loads(str(stored))
    entries = [Recent(**{**entry, "more": tuple(entry.get("more", ()))}) for entry in values]
    if not all(isinstance(entry.coverage, float | None) for entry in entries):
        raise ValueError(stored)
    if not all(isinstance(path, str) for entry in entries for path in entry.paths):
        raise ValueError(stored)
    return tuple(entries)[:MOST_RECENT]


def _recents_text(entries: tuple[Recent, ...]) -> str:
    import json

    return json.dumps([entry._asdict() for entry in entries[:MOST_RECENT]])


def _bytes(stored: object) -> bytes:
    if not isinstance(stored, QByteArray):
        raise TypeError(stored)
    return bytes(stored.data())


def _switch(stored: object) -> bool:
    return {"true": True, "false": False}[str(stored).casefold()]


class Settings:
    """Every remembered value, declared once. Without a *store* nothing outlasts the program."""

    language = _one_of("language", LANGUAGES)
    theme = _one_of("theme", THEMES)
    zoom = _Setting("zoom", 1.0, _zoom, float)
    province = _Setting("province", "", _province, str)
    recent = _Setting[tuple[Recent, ...]]("recent", (), _recents, _recents_text)
    geometry = _Setting("geometry", b"", _bytes, QByteArray)

    software_rendering = _Setting("software_rendering", False, _switch, bool)
    """Draw without the graphics card, from the next start on."""

    def __init__(self, store: Store | None = None, policy: Policy | None = None) -> None:
        self.store: Store = store or MemoryStore()
        self.policy = policy or Policy()
        self.set_aside = ""
        """Name that the damaged file of settings was given, "" if it was sound."""
        self.is_writable = True
        self.is_safe = False
        """The program was started in its safe mode."""

    def is_fixed(self, key: str) -> bool:
        """The policy of this PC decides about *key*, and not the user."""
        return key in self.policy.fixed

    def reset(self) -> None:
        """Forget everything: what was chosen, and the recent books."""
        self.store.clear()
        self.store.sync()

    def dress(self, language: str | None, theme: str | None, zoom: float | None) -> None:
        """Remember how the program looks and speaks; None stays as it is."""
        self.language = language or self.language
        self.theme = theme or self.theme
        self.zoom = zoom or self.zoom

    def remember(self, entry: Recent) -> None:
        """Put *entry* at the top of the recent books; a book is listed once.

        A path with a person's number in it is not written down anywhere.
        """
        from model.excel.notices import masked

        if any(masked(path) != path for path in entry.paths):
            return
        others = [other for other in self.recent if other.paths != entry.paths]
        self.recent = (entry, *others)[:MOST_RECENT]

    def forget(self, entry: Recent) -> None:
        """Take a book off the recent list."""
        self.recent = tuple(other for other in self.recent if other.paths != entry.paths)


def in_memory(path: str) -> Settings:
    """Return settings kept in the file *path* only, for tests and for self-tests."""
    return Settings(QSettings(path, QSettings.Format.IniFormat))


def own_settings(policy: Policy) -> Settings:
    """Return the user's settings, kept in one file on every system.

    A damaged file is renamed and the settings are as on the first day; those of a version that kept
    them elsewhere (the registry) are taken over once. Where nothing can be written, they last as
    long as the program.
    """
    store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, _NAME, _NAME)
    store.setFallbacksEnabled(False)
    path = Path(store.fileName())
    try:
        set_aside = put_aside(path) if is_damaged(path) else ""
    except OSError:
        settings = Settings(policy=policy)
        settings.is_writable = False
        return settings
    if set_aside:
        store.sync()  # forget what was read of it
    elif not path.exists():
        _take_over(QSettings(_NAME, _NAME), store)
    settings = Settings(store, policy)
    settings.set_aside, settings.is_writable = set_aside, store.isWritable()
    return settings


def safe_settings(policy: Policy | None = None) -> Settings:
    """Return the settings of the first day, which last as long as the program."""
    settings = Settings(policy=policy)
    settings.is_safe = True
    return settings


def is_damaged(path: Path) -> bool:
    """Return whether the file at *path* is no file of settings any more; one that is not there is sound.

    Raises OSError where it may not be read. A power cut leaves zeros; Qt would take such a file for an
    empty one and write over it.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return False
    except UnicodeDecodeError:
        return True
    lines = [line.strip(" \t\r") for line in text.split("\n")]
    return "\0" in text or any(line and line[0] not in "[;#" and "=" not in line for line in lines)


def _take_over(former: QSettings, store: QSettings) -> None:
    former.setFallbacksEnabled(False)
    for key in former.allKeys():
        store.setValue(key, former.value(key))
    store.sync()
    if former.allKeys() and store.status() == QSettings.Status.NoError:
        former.clear()
