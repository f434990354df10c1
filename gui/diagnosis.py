"""What somebody who is asked for help needs to know, in one zip: nothing out of a file, no persons.

Names of files are in it, because "this one does not open" is what most questions are about; folders,
figures and letterheads are not.
"""

import io
import json
import os
import platform
import re
import sys
import zipfile
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QLocale, qVersion
from PySide6.QtGui import QGuiApplication

from gui.log import discreet, log_files
from gui.rendering import SWITCH
from gui.settings import Settings
from gui.version import program_version
from model.atomic_write import write_atomically

LIBRARIES: Final = (
    "PySide6-Essentials", "shiboken6", "pandas", "numpy", "python-calamine", "openpyxl", "pyqtgraph",
    "typst", "pypdfium2", "rapidfuzz",
)  # fmt: skip
_VARIABLES: Final = (
    "QT_QPA_PLATFORM", "QT_SCALE_FACTOR", "QT_OPENGL", "QT_FONT_DPI", "XDG_SESSION_TYPE", SWITCH,
)  # fmt: skip

Facts = dict[str, Any]


def screen_facts() -> list[Facts]:
    """Return size and scale of every screen; on the GUI thread."""
    return [
        {
            "size": f"{screen.size().width()} x {screen.size().height()}",
            "scale": screen.devicePixelRatio(),
            "dpi": round(screen.logicalDotsPerInch()),
            "main": screen is QGuiApplication.primaryScreen(),
        }
        for screen in QGuiApplication.screens()
    ]


def settings_facts(settings: Settings) -> Facts:
    """Return what is set, with recent books by their file names only."""
    policy = settings.policy
    return {
        "language": settings.language,
        "theme": settings.theme,
        "zoom": settings.zoom,
        "province": settings.province,
        "software_rendering": settings.software_rendering,
        "safe_mode": settings.is_safe,
        "writable": settings.is_writable,
        "set_aside": settings.set_aside,
        "recent": [re.split(r"[\\/]", entry.path)[-1] for entry in settings.recent],
        "policy": {
            "decides": sorted(policy.values),
            "fixed": sorted(policy.fixed),
            "bad_lines": [f"{line.number}: {line.reason}" for line in policy.bad_lines],
        },
    }


def machine_facts() -> Facts:
    """Return what program runs on what machine; neither its name nor that of its user."""
    memory = memory_megabytes()
    return {
        "program": program_version(),
        "python": platform.python_version(),
        "qt": qVersion(),
        "libraries": {name: _version(name) for name in LIBRARIES},
        "system": platform.platform(),
        "processors": os.cpu_count(),
        "memory_mb": memory[0],
        "memory_free_mb": memory[1],
        "system_language": QLocale.system().name(),
        "environment": {name: os.environ[name] for name in _VARIABLES if name in os.environ},
    }


def memory_megabytes() -> tuple[int | None, int | None]:
    """Return the memory of the machine and how much of it is free; None where that cannot be told."""
    if sys.platform == "win32":
        return _memory_of_windows()
    try:
        text = Path("/proc/meminfo").read_text(encoding="ascii")
    except OSError:
        return None, None
    found = {name: int(kilobytes) // 1024 for name, kilobytes in re.findall(r"(\w+):\s+(\d+) kB", text)}
    return found.get("MemTotal"), found.get("MemAvailable")


def write_diagnosis(path: Path, parts: Mapping[str, object], log: Path) -> tuple[str, ...]:
    """Write *parts* as JSON and the files of the log into a new zip at *path*; return what is in it.

    Every text is made discreet once more. Raises OSError where it cannot be written.
    """
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(f"{name}.json", _json(part))
        for file in log_files(log):
            archive.writestr(file.name, discreet(file.read_text(encoding="utf-8", errors="replace")))
        names = tuple(archive.namelist())
    write_atomically(path, content.getvalue())
    return names


def _json(part: object) -> str:
    return json.dumps(_made_discreet(part), indent=2, ensure_ascii=False) + "\n"


def _made_discreet(part: object) -> object:
    if isinstance(part, str):
        return discreet(part)
    if isinstance(part, dict):
        return {name: _made_discreet(value) for name, value in part.items()}
    if isinstance(part, list | tuple):
        return [_made_discreet(value) for value in part]
    return part


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _memory_of_windows() -> tuple[int | None, int | None]:
    import ctypes

    class Status(ctypes.Structure):
        """MEMORYSTATUSEX: two numbers of 32 bits, seven of 64."""

        _fields_ = (
            ("length", ctypes.c_ulong),
            ("load", ctypes.c_ulong),
            ("total", ctypes.c_ulonglong),
            ("available", ctypes.c_ulonglong),
            ("rest", ctypes.c_ulonglong * 5),
        )

    status = Status()
    status.length = ctypes.sizeof(status)
    library: Any = ctypes.windll  # type: ignore[attr-defined,unused-ignore]
    if not library.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)):
        return None, None
    return status.total // 2**20, status.available // 2**20
