"""What of the runtime and the libraries is not shipped, as rules about paths.

Found by leaving things out and running the self-test: pyqtgraph imports QtOpenGL and colorama when it is
imported, so both stay; QtNetwork carries the hand-over to a running window; without the OpenSSL group
hashes still work.
"""

import re
from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

from winbuild.places import files_below

SITE: Final = "Lib/site-packages/"
QT: Final = SITE + "PySide6/"

MODULES: Final = (
    "Core", "Gui", "Widgets", "PrintSupport", "Svg", "SvgWidgets", "Test", "OpenGL", "OpenGLWidgets",
    "Network",
)  # fmt: skip
"""The parts of Qt that are shipped."""

PLUGINS: Final = (
    "platforms/qwindows.dll", "platforms/qoffscreen.dll", "styles/*", "iconengines/*", "printsupport/*",
    "imageformats/qico.dll", "imageformats/qjpeg.dll", "imageformats/qsvg.dll",
)  # fmt: skip

RUNTIME: Final = (
    # The program opens no connection and no database; its hashes come from Python's own code.
    "_ssl.pyd", "libssl-*.dll", "libcrypto-*.dll", "_hashlib.pyd", "_sqlite3.pyd", "sqlite3.dll",
    "_asyncio.pyd", "_overlapped.pyd", "winsound.pyd",
    # The catalogue of signatures was used; the path file is our own.
    "python.cat", "python*._pth",
)  # fmt: skip

LIBRARIES: Final = (
    "*/tests/*", "*.pyi", "*.pxd", "*.pxi", "*.pyx", "*.h", "*.lib", "*/py.typed", "*/conftest.py",
    "numpy/f2py/*", "numpy/_core/include/*", "numpy/_core/lib/*",
    "numpy/_pyinstaller/*", "numpy/random/_examples/*",
    "pyqtgraph/examples/*", "pyqtgraph/opengl/*", "pyqtgraph/jupyter/*",
    "pypdfium2_cli/*", "dateutil/zoneinfo/*", "bin/*",
    # Of these folders METADATA tells the version to the program; the licences are collected beforehand.
    "*.dist-info/RECORD", "*.dist-info/WHEEL", "*.dist-info/INSTALLER", "*.dist-info/top_level.txt",
    "*.dist-info/entry_points.txt", "*.dist-info/licenses/*",
    "*.dist-info/LICEN[CS]E*", "*.dist-info/AUTHORS*",
    "*.dist-info/sboms/*",
)  # fmt: skip

QT_LEFT_OUT: Final = (
    "*.exe", "*.qmltypes", "*.json", "opengl32sw.dll", "pyside6qml.abi3.dll", "concrt140.dll", "vcamp140.dll",
    "vccorlib140.dll", "vcomp140.dll", "qml/*", "metatypes/*", "resources/*",
    "typesystems/*", "glue/*", "include/*", "scripts/*", "support/*", "doc/*", "examples/*",
    "lib/*", "modules/*", "QtAsyncio/*",
)  # fmt: skip


def is_left_out(path: str) -> bool:
    """Return whether the file at *path* (from the payload's folder, with slashes) is not shipped."""
    if "/" not in path:
        return _matches(path, RUNTIME)
    if not path.startswith(SITE):
        return False
    if path.startswith(QT) and _is_left_out_of_qt(path.removeprefix(QT)):
        return True
    return _matches(path.removeprefix(SITE), LIBRARIES)


def prune(payload: Path) -> int:
    """Remove from *payload* what is left out, and folders that are empty then; returns bytes saved."""
    saved = 0
    for path in files_below(payload):
        if is_left_out(path.relative_to(payload).as_posix()):
            saved += path.stat().st_size
            path.unlink()
    for folder in sorted((path for path in payload.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
    return saved


def _is_left_out_of_qt(inner: str) -> bool:
    if inner.startswith("plugins/"):
        return not _matches(inner.removeprefix("plugins/"), PLUGINS)
    if inner.startswith("translations/"):
        # Qt's own English is built in, and Qt has no Indonesian.
        return True
    if match := re.fullmatch(r"Qt6?(\w+)\.(dll|pyd)", inner):
        return match.group(1) not in MODULES
    return _matches(inner, QT_LEFT_OUT)


def _matches(path: str, patterns: Sequence[str]) -> bool:
    return any(fnmatchcase(path, pattern) for pattern in patterns)
