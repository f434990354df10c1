"""What stands where a file should stand; and every hostile file there is."""

import os
import sys
from pathlib import Path
from typing import Final

from tests.builders.broken_files import (
    xlsx,
)
from tests.builders.hostile_binaries import BINARY
from tests.builders.hostile_files import (
    ANY,
    USABLE,
    USELESS,
    Hostile,
    rows_xml,
)
from tests.builders.hostile_odd import ODD
from tests.builders.hostile_sheets import SHEETS
from tests.builders.hostile_texts import TEXTS
from tests.builders.hostile_zips import ZIPPED


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _good(path: Path) -> None:
    path.write_bytes(xlsx(rows_xml()))


def _unreadable(path: Path) -> None:
    _good(path)
    path.chmod(0)


def _cut(path: Path) -> None:
    path.write_bytes(b"PK")


_LOCKED_OUT: Final = ANY if os.name == "nt" or os.geteuid() == 0 else USELESS


PLACES: Final = (
    Hostile("a link to itself", "putar.xlsx", lambda path: path.symlink_to(path), USELESS),
    Hostile("a link to nothing", "hilang.xlsx", lambda path: path.symlink_to(path.with_name("x")), USELESS),
    Hostile("a pipe", "pipa.xlsx", _fifo, USELESS),
    Hostile("a link to endless zeros", "nol.xlsx", lambda path: path.symlink_to("/dev/zero"), USELESS),
    Hostile("a link to nothing at all", "null.xlsx", lambda path: path.symlink_to("/dev/null"), USELESS),
    Hostile("a folder", "map.xlsx", lambda path: path.mkdir(), USELESS),
    Hostile("no permission", "rahasia.xlsx", _unreadable, _LOCKED_OUT),
    Hostile("no such file", "tidak-ada.xlsx", lambda path: None, USELESS),
    Hostile("a name of 255 signs", "n" * 250 + ".xlsx", _good, USABLE),
    Hostile("signs in the name", "{x} %s\n[b]\u202e.xlsx", _cut, USELESS),
)  # fmt: skip
"""What stands where a file should stand; Windows has none of it but the last ones."""

EVERY: Final = (*ZIPPED, *SHEETS, *BINARY, *TEXTS, *ODD, *(PLACES if sys.platform != "win32" else ()))
"""Every hostile file."""

_BY_ITSELF: Final = """
    far cell; far row beside a wide sheet; dimension too large; billion laughs; external entity;
    bomb by ratio; three gigabytes of strings; deep nesting; zip-slip names; missing sheet part;
    reference 0; a cell of 10 MB; a header of 10 MB; cyclic formulas; unknown names without end;
    sixteen thousand columns; ole loop in the chain; truncated xls; xls with a sheet nowhere;
    locked compound; xlsb of garbage; ods repeats a cell a billion times; empty; garbage;
    a truncated workbook; csv called xls; a page called xls; SpreadsheetML; text of separators;
    a link to itself; a pipe; a link to endless zeros; no permission; no such file
"""
_named = {" ".join(kind.split()) for kind in _BY_ITSELF.split(";")}
CHECKED: Final = tuple(hostile for hostile in EVERY if hostile.kind in _named)
"""One of each class: those that a process of its own checks, which takes its time."""
OTHERS: Final = tuple(hostile for hostile in EVERY if hostile.kind not in _named)
"""The rest: further ones of each class, which one child reads after each other."""
