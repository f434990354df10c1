"""What of the libraries is not shipped. Of Qt only what is named here stays, and what that asks for."""

import re
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

from debbuild import elf
from winbuild.places import files_below
from winbuild.prune import LIBRARIES, MODULES

QT: Final = "PySide6/"
QT_LIBRARIES: Final = QT + "Qt/lib/"

PLUGINS: Final = (
    "platforms/libqxcb.so", "platforms/libqoffscreen.so", "platforms/libqwayland.so", "xcbglintegrations/*",
    "wayland-shell-integration/libxdg-shell.so", "wayland-decoration-client/libbradient.so",
    "wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
    "platforminputcontexts/libcompose*", "platforminputcontexts/libibus*",
    "platformthemes/libqxdgdesktopportal.so",
    "iconengines/*", "printsupport/*",
    "imageformats/libqico.so", "imageformats/libqjpeg.so", "imageformats/libqsvg.so",
)  # fmt: skip

_PYSIDE: Final = re.compile(r"(__init__|_config|_git_pyside_version)\.py|libpyside6\.abi3\.so\.[\d.]+")


def is_left_out(path: str) -> bool:
    """Return whether the file at *path* (from the folder of libraries) is not shipped.

    Qt's own libraries are not decided here: see ``reached``.
    """
    if path.startswith(QT_LIBRARIES):
        return False
    if path.startswith(QT):
        return not _is_part_of_qt(path.removeprefix(QT))
    return any(fnmatchcase(path, pattern) for pattern in LIBRARIES)


def reached(roots: Iterable[str], asks: Mapping[str, Iterable[str]]) -> set[str]:
    """Return the names that *roots* ask for, and those ask for in turn, as far as *asks* knows them."""
    found: set[str] = set()
    waiting = list(roots)
    while waiting:
        name = waiting.pop()
        if name in asks and name not in found:
            found.add(name)
            waiting += asks[name]
    return found


def prune(site: Path) -> int:
    """Remove from the folder of libraries what is left out, and empty folders; returns bytes saved."""
    before = sum(path.stat().st_size for path in files_below(site))
    for path in files_below(site):
        if is_left_out(path.relative_to(site).as_posix()):
            path.unlink()
    _prune_qt_libraries(site)
    for folder in sorted((path for path in site.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
    return before - sum(path.stat().st_size for path in files_below(site))


def _prune_qt_libraries(site: Path) -> None:
    folder = site / QT_LIBRARIES
    asks = {path.name: elf.needed(path.read_bytes()) for path in files_below(folder) if elf.is_elf(path)}
    others = [path for path in files_below(site) if folder not in path.parents and ".so" in path.name]
    roots = [name for path in others if elf.is_elf(path) for name in elf.needed(path.read_bytes())]
    kept = reached(roots, asks)
    for path in files_below(folder):
        if path.name not in kept:
            path.unlink()


def _is_part_of_qt(inner: str) -> bool:
    if inner.startswith("Qt/plugins/"):
        plugin = inner.removeprefix("Qt/plugins/")
        return any(fnmatchcase(plugin, pattern) for pattern in PLUGINS)
    if match := re.fullmatch(r"Qt(\w+)\.abi3\.so", inner):
        return match.group(1) in MODULES
    return _PYSIDE.fullmatch(inner) is not None
