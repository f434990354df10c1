"""What the IT desk decides for every user of a PC: defaults, and what of them nobody may change.

One file for the whole machine, read and never written; packaging/IT.md describes it for those who
write it. A line that cannot be used is reported and skipped: a mistake in it must not stop a start.
"""

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from model.book import Office

LANGUAGES: Final = ("id", "en")
PAPERS: Final = ("f4", "folio", "a4")
SECTIONS: Final = {"bawaan": False, "tetap": True}
"""Name of a section, and whether what stands in it is fixed."""

_OFFICE: Final = ("letterhead", "place", "paper")

Reason = Literal["unreadable", "section", "outside", "form", "key", "value", "twice"]

# Named tuples, because the first paint would wait for dataclasses to be imported.


class BadLine(NamedTuple):
    """A line of the policy that was skipped; number 0 is the file as a whole."""

    number: int
    reason: Reason


class Policy(NamedTuple):
    """The decisions by the names that gui.settings uses; one that is missing was not made."""

    values: Mapping[str, Any] = MappingProxyType({})
    fixed: frozenset[str] = frozenset()
    bad_lines: tuple[BadLine, ...] = ()

    @property
    def update_folder(self) -> str:
        """Where newer setups are put, "" if nowhere."""
        return str(self.values.get("update_folder", ""))

    def office(self, office: "Office", *, is_own: bool) -> "Office":
        """Return *office* as it holds on this PC.

        *is_own*: it stands in a coverage book, where somebody chose its paper. Elsewhere, and where
        a coverage book says nothing, the defaults hold; what is fixed holds everywhere.
        """
        from dataclasses import replace

        changes = {}
        for name in _OFFICE:
            is_chosen = is_own if name == "paper" else bool(getattr(office, name))
            if name in self.values and (name in self.fixed or not is_chosen):
                changes[name] = self.values[name]
        return replace(office, **changes) if changes else office

    def imposed_on(self, office: "Office") -> "Office":
        """Return *office* as the user changed it, but for what is fixed."""
        from dataclasses import replace

        fixed = {name: self.values[name] for name in _OFFICE if name in self.fixed}
        return replace(office, **fixed) if fixed else office


def policy_path() -> Path:
    """Return where the policy of this machine lies, if there is one."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "Cakupan" / "kebijakan.ini"
    return Path("/etc/cakupan/kebijakan.ini")


def machine_policy() -> Policy:
    """Return the policy of this machine; without a file nothing is decided. Raises nothing."""
    try:
        content = policy_path().read_bytes()
    except FileNotFoundError:
        return Policy()
    except OSError:
        return Policy(bad_lines=(BadLine(0, "unreadable"),))
    text = _decoded(content)
    return Policy(bad_lines=(BadLine(0, "unreadable"),)) if text is None else read_policy(text)


def read_policy(text: str) -> Policy:
    """Return what the lines of *text* decide; the later of two equal keys is skipped and reported."""
    values: dict[str, Any] = {}
    fixed: set[str] = set()
    bad: list[BadLine] = []
    section: bool | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        line = line.strip()
        if not line or line[0] in "#;":
            continue
        if line[0] == "[":
            section = SECTIONS.get(line.strip("[] ").casefold())
            bad += [BadLine(number, "section")] if section is None else []
            continue
        entry = _entry(line, values) if section is not None else "outside"
        if isinstance(entry, str):
            bad.append(BadLine(number, entry))
            continue
        name, value = entry
        values[name] = value
        fixed |= {name} if section else set()
    return Policy(values, frozenset(fixed), tuple(bad))


def _entry(line: str, present: Mapping[str, Any]) -> tuple[str, Any] | Reason:
    """Return name and value of a line, or why it cannot be used."""
    key, sign, text = (part.strip() for part in line.partition("="))
    if not sign or not text:
        return "form"
    if key.casefold() not in _KEYS:
        return "key"
    name, read = _KEYS[key.casefold()]
    if name in present:
        return "twice"
    value = read(text)
    return "value" if value is None else (name, value)


def _one_of(*choices: str) -> Callable[[str], str | None]:
    return lambda text: text.casefold() if text.casefold() in choices else None


def _province(text: str) -> str | None:
    from model.regions import provinces

    wanted = text.casefold()
    return next((r.code for r in provinces() if wanted in (r.code, r.name.casefold())), None)


def _lines(text: str) -> tuple[str, ...] | None:
    return tuple(part.strip() for part in text.split("|") if part.strip()) or None


def _switch(text: str) -> bool | None:
    return {"ya": True, "tidak": False}.get(text.casefold())


def _text(text: str) -> str:
    return text


_KEYS: Final[dict[str, tuple[str, Callable[[str], Any]]]] = {
    "bahasa": ("language", _one_of(*LANGUAGES)),
    "provinsi": ("province", _province),
    "kertas": ("paper", _one_of(*PAPERS)),
    "kop": ("letterhead", _lines),
    "tempat": ("place", _text),
    "folder_pembaruan": ("update_folder", _text),
    "gambar_perangkat_lunak": ("software_rendering", _switch),
}
"""A key of the file: the name that the program uses, and what makes its value of the text."""


def _decoded(content: bytes) -> str | None:
    """Return the text as any editor of Windows may have saved it; None for something else."""
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    encodings = ["utf-16"] if marked else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text
    return None
